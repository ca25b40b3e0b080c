"""Accounts of the portals: everybody on the team, some owners and guests; and what was audited."""

from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.hashers import make_password

from config.demo.logins import ACCOUNTS, PASSWORD
from config.demo.world import ONE, World
from portal.models import PortalSession, SavedView, User, UserPreference, UserRole
from secure.models import AuditLog

#: Who signs in with which demo account: team and place in it.
TEAM_ACCOUNTS = {
    "SUPER_ADMIN": ("REVENUE", 0),
    "ADMIN": ("ADMIN", 0),
    "MANAGER": ("PROPERTY_CARE", 0),
    "TEAM_LEAD": ("MAINTENANCE", 0),
    "TEAM_MEMBER": ("HOUSEKEEPING", 1),
}
KINDS = {"SUPER_ADMIN": "admin", "ADMIN": "admin"}
VIEWS = [
    ("service.ticket", "Open, critical and high", "status__exact=OPEN&priority__code__exact=HIGH"),
    ("reservations.reservation", "In house", "status__exact=checked_in"),
    ("property.clean", "In progress", "status__exact=in_progress"),
]


def enrol(world: World) -> None:
    """Accounts for the branch's team; for owners and guests in the first branch."""
    with world.about("accounts"):
        special = {}
        if world.branch == 0:
            special = {
                world.team(team)[place].id: role for role, (team, place) in TEAM_ACCOUNTS.items()
            }
        for member in world.members:
            role = special.get(member.id)
            leads = world.team(member.team)[0] is member
            usual = "TEAM_LEAD" if leads else "TEAM_MEMBER"
            first, _, last = member.name.partition(" ")
            member.user = _user(
                world, role or usual, ACCOUNTS[role] if role else member.email, role is not None,
                contact_id=member.contact, team_member_id=member.id, first_name=first,
                last_name=last, is_superuser=role == "SUPER_ADMIN", is_staff=True,
                user_type=KINDS.get(role, "team"), homeowner_id=world.owners[0].id
                if member.contact == world.owners[0].contact else None,
            )  # fmt: skip


def invite(world: World) -> None:
    """Owners and guests; sessions, preferences, saved views and the audit of a week."""
    with world.about("invitations"):
        for number, owner in enumerate(world.owners[1:13], 1):
            _user(
                world, "HOMEOWNER", ACCOUNTS["HOMEOWNER"] if number == 1 else owner.email,
                number == 1, contact_id=owner.contact, homeowner_id=owner.id,
                user_type="homeowner", first_name=owner.name,
            )  # fmt: skip
        vip = next(s for h in world.homes for s in h.stays if s.vip)
        here = [
            s.guest for h in world.homes for s in h.stays if s.guest and s.status == "checked_in"
        ]
        taken = {m.contact for m in world.members} | {o.contact for o in world.owners}
        seen = set()
        for guest in [vip.guest, *here[:8]]:
            if guest.contact in taken or guest.id in seen:
                continue
            seen.add(guest.id)
            demo = guest is vip.guest
            _user(
                world, "GUEST", ACCOUNTS["GUEST"] if demo else guest.email, demo,
                contact_id=guest.contact, guest_id=guest.id, user_type="guest",
                first_name=guest.first, last_name=guest.last,
            )  # fmt: skip
        _traces(world)


def _user(world, role, email, demo, **values):
    hash_ = "!" + sha256(email.encode()).hexdigest()[:39]
    if demo:
        hash_ = make_password(
            PASSWORD, salt=sha256(f"{world.seed}{email}".encode()).hexdigest()[:22]
        )
    key = world.add(
        User, email=email, password=hash_, is_active=True, status="active", email_verified=True,
        email_verified_at=world.founded, timezone_code="Pacific/Honolulu", date_joined=world.founded,
        last_login=world.now - timedelta(minutes=world.chance.randint(4, 3000)),
        is_superuser=values.pop("is_superuser", False), password_changed_at=world.founded, **values,
    )  # fmt: skip
    world.add(
        UserRole, user_id=key, role_id=world.codes["role"][role], scope_type="global",
        granted_at=world.founded,
    )  # fmt: skip
    return key


def _traces(world):
    chance = world.chance
    manager = world.members[0]
    for number, member in enumerate(world.members[:10]):
        begun = world.now - timedelta(hours=number * 5 + 1)
        world.add(
            PortalSession, begun, user_id=member.user, started_at=begun, expires_at=begun + 14 * ONE,
            last_activity_at=world.now - timedelta(minutes=number * 9), ip_address="203.0.113.24",
            user_agent="Mozilla/5.0 (demo)", device_type="mobile" if number % 2 else "desktop",
            token_hash=sha256(f"{world.seed}/{number}".encode()).hexdigest(),
            is_active=number != 7, revoked_at=begun + ONE if number == 7 else None,
            revoked_reason="logout" if number == 7 else None,
        )  # fmt: skip
        world.add(
            UserPreference, begun, user_id=member.user, preference_key="start_page",
            preference_value="dashboard",
        )  # fmt: skip
    for label, name, query in VIEWS:
        world.add(
            SavedView, owner_id=manager.user, model_label=label, name=name, query=query,
            team_id=world.codes["team"]["PROPERTY_CARE"],
        )  # fmt: skip
    for number, (event, action, text, table) in enumerate((
        ("login", "login", "Signed in", None),
        ("data_access", "read", "Looked at an access code", "property.property_access_codes"),
        ("export", "export", "Exported 312 stays", "reservations.reservations"),
        ("permission_change", "grant", "Gave a role", "portal.user_roles"),
        ("login", "login", "Wrong password", None),
    ) * 4):  # fmt: skip
        who = chance.pick(world.members[:8])
        when = world.now - timedelta(hours=7 * number + 1)
        failed = text == "Wrong password"
        world.add(
            AuditLog, when, occurred_at=when, event_type=event, action_type=action, user_id=who.user,
            user_email=who.email, actor_type="user", ip_address="203.0.113.24", table_name=table,
            description=text, success=not failed, severity="warning" if failed else "info",
            failure_reason="Password" if failed else None, risk_score=40 if failed else 5,
            access_reason="Guest at the door" if event == "data_access" else None,
        )  # fmt: skip
