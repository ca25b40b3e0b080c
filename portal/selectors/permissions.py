"""What a person's roles, teams and grants let them do."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model
from django.utils import timezone

from core.permissions.standing import NOTHING, Limited, kept

# The roles a user holds now, each with those it inherits from; UNION ends even a circle of them.
HELD = """
WITH RECURSIVE held AS (
    SELECT role.id, role.parent_role_id, granted.scope_type, granted.scope_id,
        role.role_type, role.role_name, role.role_name AS held_as, granted.expires_at
    FROM portal.user_roles AS granted
    JOIN portal.roles AS role ON role.id = granted.role_id AND role.is_active
    WHERE granted.user_id = %(user)s
      AND granted.is_active
      AND granted.revoked_at IS NULL
      AND (granted.expires_at IS NULL OR granted.expires_at > %(now)s)
      AND (granted.scope_type = 'global' OR granted.scope_id IS NOT NULL)
    UNION
    SELECT parent.id, parent.parent_role_id, held.scope_type, held.scope_id,
        parent.role_type, parent.role_name, held.held_as, held.expires_at
    FROM held
    JOIN portal.roles AS parent ON parent.id = held.parent_role_id AND parent.is_active
)
"""
# A permission under conditions is not one without: it does not count.
COUNTS = """permission.is_active
  AND (permission.conditions IS NULL OR permission.conditions = '{}'::jsonb)
"""
# What they give, and a row more with the types of the roles themselves.
SCOPES = f"""{HELD}
SELECT permission.resource, permission.action, held.scope_type,
    CASE WHEN held.scope_type <> 'global' THEN held.scope_id END,
    string_agg(DISTINCT permission.scope, ' ')
FROM held
JOIN portal.permissions AS permission ON permission.role_id = held.id
WHERE {COUNTS}
GROUP BY 1, 2, 3, 4
UNION ALL
SELECT NULL, NULL, NULL, NULL, string_agg(DISTINCT held.role_type, ' ') FROM held
"""  # noqa: S608  of constants

# The person's own team and those the person manages, each with all that are below.
MINE = """
WITH RECURSIVE mine AS (
    SELECT team.id
    FROM team.team_directory AS member
    JOIN team.teams AS team ON team.id = member.team_id OR team.manager_id = member.id
    WHERE member.id = %(member)s
    UNION
    SELECT below.id FROM mine JOIN team.teams AS below ON below.parent_team_id = mine.id
)
"""
TEAMS = f"{MINE}SELECT id FROM mine ORDER BY id"  # noqa: S608  of constants
# Permission and row of each grant of an anchor's rows to the person, or to one of those teams.
GRANTS = """{MINE}
SELECT permission.codename, granted.content_object_id
FROM {to_person} AS granted
JOIN auth_permission AS permission ON permission.id = granted.permission_id
WHERE granted.user_id = %(user)s AND (granted.expires_at IS NULL OR granted.expires_at > %(now)s)
UNION
SELECT permission.codename, granted.content_object_id
FROM mine
JOIN auth_group AS team ON team.name = 'team:' || mine.id
JOIN {to_team} AS granted ON granted.group_id = team.id
JOIN auth_permission AS permission ON permission.id = granted.permission_id
WHERE granted.expires_at IS NULL OR granted.expires_at > %(now)s
"""
# Django's words for actions, which grants use, and ours.
GRANTED = {"view": "read", "change": "write", "delete": "delete"}


class Held(NamedTuple):
    """What the roles of a person give now, and of which types they are, inherited ones too."""

    scopes: dict[str, dict[str, frozenset[str | Limited]]]
    types: frozenset[str]


Asked = Callable[[Any], Held]


def roles_held(user) -> Held:
    """What the roles of ``user`` give now. One query."""
    given: dict[str, dict[str, frozenset[str | Limited]]] = {}
    types: frozenset[str] = NOTHING
    for resource, action, within, key, words in _asked(user, SCOPES):
        found: frozenset[Any] = _set(words)
        if resource is None:
            types = found
            continue
        if key:
            found = frozenset(Limited(scope, within, key) for scope in found)
        actions = given.setdefault(resource, {})
        action = "read" if action == "view" else action
        actions[action] = actions[action] | found if action in actions else found
    return Held(given, types)


@cache
def _set(words: str | None) -> frozenset[str]:
    return frozenset((words or "").split())


def roles_kept(user) -> Held:
    """The same, asked once for an instance of a user."""
    return kept(user, "_held", roles_held)


def scopes_of(user) -> dict[str, dict[str, frozenset[str | Limited]]]:
    """Resource -> action -> scopes ("own", "team", "all") that the roles of ``user`` give now.

    Scopes of several roles add up; what a role gives within one property, resort or team only is
    a ``Limited``. To "view" is to "read": reports use the former word. One query for an instance
    of a user.
    """
    return roles_kept(user).scopes


def teams_of(user) -> tuple[UUID, ...]:
    """Keys of the teams whose rows scope "team" means for ``user``. One query."""
    return tuple(key for (key,) in _asked(user, TEAMS))


def grants_of(user, anchor: type[Model]) -> dict[str, tuple[UUID, ...]]:
    """Action -> keys of the rows of ``anchor`` granted to ``user`` or a team of theirs. One query."""
    found: dict[str, set[UUID]] = {}
    for code, key in _asked(user, _grants(anchor)):
        action = GRANTED.get(code.partition("_")[0])
        if action:
            found.setdefault(action, set()).add(key)
    return {action: tuple(sorted(keys)) for action, keys in found.items()}


@cache
def _grants(anchor: type[Model]) -> str:
    quoted = connections[DEFAULT_DB_ALIAS].ops.quote_name
    to_person, to_team = (
        quoted(anchor._meta.get_field(name).related_model._meta.db_table)  # type: ignore[union-attr]
        for name in ("user_grants", "team_grants")
    )
    return GRANTS.format(MINE=MINE, to_person=to_person, to_team=to_team)


def _asked(user, statement: str) -> list[tuple[Any, ...]]:
    values = {
        "user": user.pk,
        "member": getattr(user, "team_member_id", None),
        "now": timezone.now(),
    }
    with connections[user._state.db or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
