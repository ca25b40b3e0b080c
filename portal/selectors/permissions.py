"""What a person's roles let them do."""

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils import timezone

# The roles a user holds now, each with those it inherits from; UNION ends even a circle of them.
# A grant for one property, resort or team is not a grant for everything, and a permission under
# conditions is not one without: neither counts here.
SCOPES = """
WITH RECURSIVE held AS (
    SELECT role.id, role.parent_role_id
    FROM portal.user_roles AS granted
    JOIN portal.roles AS role ON role.id = granted.role_id AND role.is_active
    WHERE granted.user_id = %(user)s
      AND granted.is_active
      AND granted.revoked_at IS NULL
      AND (granted.expires_at IS NULL OR granted.expires_at > %(now)s)
      AND granted.scope_type = 'global'
    UNION
    SELECT parent.id, parent.parent_role_id
    FROM held
    JOIN portal.roles AS parent ON parent.id = held.parent_role_id AND parent.is_active
)
SELECT permission.resource, permission.action, array_agg(DISTINCT permission.scope)
FROM held
JOIN portal.permissions AS permission ON permission.role_id = held.id
WHERE permission.is_active
  AND (permission.conditions IS NULL OR permission.conditions = '{}'::jsonb)
GROUP BY permission.resource, permission.action
"""


def scopes_of(user) -> dict[str, dict[str, frozenset[str]]]:
    """Resource -> action -> scopes ("own", "team", "all") that the roles of ``user`` give now.

    Scopes of several roles add up. To "view" is to "read": reports use the former word.
    One query.
    """
    given: dict[str, dict[str, frozenset[str]]] = {}
    with connections[user._state.db or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(SCOPES, {"user": user.pk, "now": timezone.now()})
        for resource, action, scopes in cursor.fetchall():
            actions = given.setdefault(resource, {})
            action = "read" if action == "view" else action
            actions[action] = actions.get(action, frozenset()) | frozenset(scopes)
    return given
