"""The team: 25 people in the 14 teams of each branch."""

from datetime import timedelta
from decimal import Decimal

from config.demo.names import ISLAND_FIRST, ISLAND_LAST
from config.demo.world import ONE, Member, World, at
from directory.models import Contact
from team.models import TeamMember

#: Team, title, pay an hour; the leader of a team first.
JOBS = [
    ("PROPERTY_CARE", "Director of operations", "46.00"),
    ("MAINTENANCE", "Maintenance lead", "36.50"),
    ("MAINTENANCE", "Maintenance technician", "29.00"),
    ("MAINTENANCE", "Maintenance technician", "28.00"),
    ("MAINTENANCE", "Air conditioning technician", "33.00"),
    ("HOUSEKEEPING", "Housekeeping lead", "28.50"),
    ("HOUSEKEEPING", "Housekeeper", "23.00"),
    ("HOUSEKEEPING", "Housekeeper", "22.50"),
    ("HOUSEKEEPING", "Housekeeper", "22.50"),
    ("HOUSEKEEPING", "Housekeeper", "22.00"),
    ("HOUSEKEEPING", "Linen runner", "21.00"),
    ("INSPECTIONS", "Inspections lead", "29.50"),
    ("INSPECTIONS", "Inspector", "26.00"),
    ("RESERVATIONS", "Reservations manager", "30.00"),
    ("RESERVATIONS", "Reservations agent", "24.50"),
    ("GUEST_SERVICES", "Guest services lead", "27.00"),
    ("GUEST_SERVICES", "Guest services agent", "23.50"),
    ("CONCIERGE", "Concierge", "27.50"),
    ("OWNER_RELATIONS", "Owner relations manager", "34.00"),
    ("CLAIMS", "Claims specialist", "28.00"),
    ("ACCOUNTING", "Trust accountant", "35.00"),
    ("REVENUE", "Revenue manager", "37.00"),
    ("MARKETING", "Marketing manager", "33.00"),
    ("ACQUISITION", "Owner acquisition manager", "34.50"),
    ("ADMIN", "Office administrator", "27.00"),
]
SKILLS = {
    "MAINTENANCE": ["plumbing", "air conditioning", "drywall", "smart locks", "appliances"],
    "HOUSEKEEPING": ["turnovers", "deep cleans", "linen", "staging"],
    "INSPECTIONS": ["inspections", "photography", "safety checks"],
}
#: Owner, guest and team member in one person.
THREE_ROLES = ("Leilani", "Kahale")


def hire(world: World) -> None:
    """Hire a branch's team; its members replace those of the branch before."""
    world.members = []
    with world.about("team") as chance:
        first_names = chance.sample(ISLAND_FIRST, len(JOBS))
        last_names = chance.sample(ISLAND_LAST, len(JOBS))
        for number, (team, title, pay) in enumerate(JOBS):
            first, last = first_names[number], last_names[number]
            if team == "OWNER_RELATIONS" and world.branch == 0:
                first, last = THREE_ROLES
            elif (first, last) == THREE_ROLES:
                last = "Keawe"
            world.members.append(_hire(world, first, last, team, title, Decimal(pay), number))
        for member in world.members:
            _employ(world, member)


def _hire(world, first, last, team, title, rate, number):
    chance = world.chance
    hired = world.today - timedelta(days=chance.randint(120, 1400))
    mark = f".{world.branch}" if world.branch else ""
    work_mail = world.names.mail(first, last, f"{mark}.team")
    contact = world.contact(
        first,
        last,
        at(hired),
        email=world.names.mail(first, last, mark or number),
        phone=world.phone(),
        phone_type="mobile",
        sms_capable=True,
        sms_opt_in=True,
        city=chance.pick(["Lahaina", "Kahului", "Wailuku", "Kihei", "Makawao", "Haiku"]),
        state="HI",
        postal_code=chance.pick(["96761", "96732", "96793", "96753", "96768"]),
        country_code="US",
        preferred_contact_method="sms",
        external_source="manual",
    )
    return Member(
        id=chance.uuid(at(hired)),
        contact=contact,
        name=f"{first} {last}",
        first=first,
        team=team,
        title=title,
        rate=rate,
        email=work_mail,
        hired=hired,
    )


def _employ(world, member):
    chance = world.chance
    leads = world.team(member.team)[0] is member
    director = world.members[0]
    manager = director if leads else world.team(member.team)[0]
    on_leave = member is world.members[9]
    world.add(
        TeamMember,
        at(member.hired),
        id=member.id,
        contact_id=member.contact,
        team_id=world.codes["team"][member.team],
        manager_id=None if manager is member else manager.id,
        home_area_id=world.codes["area"][
            chance.pick(["kaanapali", "south-kihei", "napili", "wailea", "maalaea"])
        ],
        preferred_language_code="en",
        timezone_code="Pacific/Honolulu",
        role=member.title,
        department=member.team.replace("_", " ").capitalize(),
        employment_type="employee",
        hire_date=member.hired,
        can_approve_expenses=leads,
        skills=chance.some(SKILLS.get(member.team, ["guest care", "spreadsheets"]), 1, 3),
        certifications=["CPR and first aid"] if chance.maybe(0.5) else [],
        display_name=member.name,
        compensation_type="salary" if member is director else "hourly",
        work_email=member.email,
        work_phone=world.phone(),
        max_weekly_hours=Decimal(40),
        hourly_rate=member.rate,
        overtime_rate=(member.rate * Decimal("1.5")).quantize(Decimal("0.01")),
        salary=Decimal("96000.00") if member is director else None,
        expense_limit=Decimal(1000 if leads else 150),
        status="paid_leave" if on_leave else "active",
    )


def retire_a_member(world: World) -> None:
    """Somebody who left: a former housekeeper whose old work still names her."""
    with world.about("left") as chance:
        left = world.today - timedelta(days=210)
        contact = world.contact(
            "Tiana", "Kepoo", at(left - timedelta(days=600)), email="tiana.kepoo@example.com",
            phone=world.phone(), phone_type="mobile", status="inactive",
        )  # fmt: skip
        world.add(
            TeamMember,
            at(left - timedelta(days=600)),
            contact_id=contact,
            team_id=world.codes["team"]["HOUSEKEEPING"],
            manager_id=world.team("HOUSEKEEPING")[0].id,
            role="Housekeeper",
            department="Housekeeping",
            employment_type="employee",
            hire_date=left - timedelta(days=600),
            termination_date=left,
            termination_reason="Moved to Hilo",
            is_active=False,
            display_name="Tiana Kepoo",
            compensation_type="hourly",
            hourly_rate=Decimal("21.50"),
            status="terminated",
            updated_at=at(left + chance.randint(0, 2) * ONE),
        )


def company_contact(world: World) -> None:
    """The company itself and a trust, as the directory knows them."""
    with world.about("company"):
        world.shelf["company_contact"] = world.add(
            Contact,
            contact_type="company",
            company_name="Halekai Maui LLC",
            dba_name="Halekai Maui",
            email="aloha@example.com",
            phone="+18085550100",
            phone_type="work",
            address_line1="181 Lahainaluna Rd, Suite 4",
            city="Lahaina",
            state="HI",
            postal_code="96761",
            country_code="US",
            timezone_code="Pacific/Honolulu",
            preferred_contact_method="email",
            external_source="manual",
        )
