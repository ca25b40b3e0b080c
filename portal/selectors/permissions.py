"""What a person's roles, teams and grants let them do."""

from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from core.permissions.standing import Limited, teams_of as teams_kept

# The roles a user holds now, each with those it inherits from; UNION ends even a circle of them.
HELD = """
WITH RECURSIVE held AS (
    SELECT role.id, role.parent_role_id, granted.scope_type, granted.scope_id,
        role.role_name, role.role_name AS held_as, granted.expires_at
    FROM portal.user_roles AS granted
    JOIN portal.roles AS role ON role.id = granted.role_id AND role.is_active
    WHERE granted.user_id = %(user)s
      AND granted.is_active
      AND granted.revoked_at IS NULL
      AND (granted.expires_at IS NULL OR granted.expires_at > %(now)s)
      AND (granted.scope_type = 'global' OR granted.scope_id IS NOT NULL)
    UNION
    SELECT parent.id, parent.parent_role_id, held.scope_type, held.scope_id,
        parent.role_name, held.held_as, held.expires_at
    FROM held
    JOIN portal.roles AS parent ON parent.id = held.parent_role_id AND parent.is_active
)
"""
# A permission under conditions is not one without: it does not count.
COUNTS = """permission.is_active
  AND (permission.conditions IS NULL OR permission.conditions = '{}'::jsonb)
"""
SCOPES = f"""{HELD}
SELECT permission.resource, permission.action, held.scope_type,
    CASE WHEN held.scope_type <> 'global' THEN held.scope_id END,
    array_agg(DISTINCT permission.scope)
FROM held
JOIN portal.permissions AS permission ON permission.role_id = held.id
WHERE {COUNTS}
GROUP BY 1, 2, 3, 4
"""  # noqa: S608  of constants

# A role of administrators among those, however far up it is inherited from.
ADMINISTERS = f"""{HELD}
SELECT EXISTS (
    SELECT FROM held JOIN portal.roles AS role ON role.id = held.id WHERE role.role_type = %(type)s
)
"""  # noqa: S608  of constants

# The person's own team and those the person manages, each with all that are below.
TEAMS = """
WITH RECURSIVE mine AS (
    SELECT team.id
    FROM team.team_directory AS member
    JOIN team.teams AS team ON team.id = member.team_id OR team.manager_id = member.id
    WHERE member.id = %(member)s
    UNION
    SELECT below.id FROM mine JOIN team.teams AS below ON below.parent_team_id = mine.id
)
SELECT id FROM mine ORDER BY id
"""
# Django's words for actions, which grants use, and ours.
GRANTED = {"view": "read", "change": "write", "delete": "delete"}


def scopes_of(user) -> dict[str, dict[str, frozenset[str | Limited]]]:
    """Resource -> action -> scopes ("own", "team", "all") that the roles of ``user`` give now.

    Scopes of several roles add up; what a role gives within one property, resort or team only is
    a ``Limited``. To "view" is to "read": reports use the former word. One query.
    """
    given: dict[str, dict[str, frozenset[str | Limited]]] = {}
    with connections[user._state.db or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(SCOPES, {"user": user.pk, "now": timezone.now()})
        for resource, action, within, key, scopes in cursor.fetchall():
            found = (Limited(scope, within, key) for scope in scopes) if key else scopes
            actions = given.setdefault(resource, {})
            action = "read" if action == "view" else action
            actions[action] = actions.get(action, frozenset()) | frozenset(found)
    return given


def holds_role_type(user, role_type: str) -> bool:
    """Whether ``user`` holds now, or inherits, a role of that type. One query."""
    with connections[user._state.db or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(ADMINISTERS, {"user": user.pk, "now": timezone.now(), "type": role_type})
        (holds,) = cursor.fetchone()
    return bool(holds)


def teams_of(user) -> tuple[UUID, ...]:
    """Keys of the teams whose rows scope "team" means for ``user``. One query."""
    with connections[user._state.db or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(TEAMS, {"member": user.team_member_id})
        return tuple(key for (key,) in cursor.fetchall())


def grants_of(user, anchor: type[Model]) -> dict[str, tuple[UUID, ...]]:
    """Action -> keys of the rows of ``anchor`` granted to ``user`` or a team of theirs. One query."""
    found: dict[str, set[UUID]] = {}
    rows = grants_in_force(anchor, user)
    for code, key in rows:
        action = GRANTED.get(code.partition("_")[0])
        if action:
            found.setdefault(action, set()).add(key)
    return {action: tuple(sorted(keys)) for action, keys in found.items()}


def grants_in_force(anchor: type[Model], user) -> QuerySet:
    """Permission code and row of each grant of a row of ``anchor`` that ``user`` has now."""
    now = Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now())
    to_person, to_team = (
        anchor._meta.get_field(name).related_model._base_manager.order_by()  # type: ignore[union-attr]
        for name in ("user_grants", "team_grants")
    )
    wanted = ("permission__codename", "content_object_id")
    rows = to_person.filter(now, user=user.pk).values_list(*wanted)
    if teams := teams_kept(user):
        groups = [f"team:{key}" for key in teams]
        rows = rows.union(to_team.filter(now, group__name__in=groups).values_list(*wanted))
    return rows.order_by()
