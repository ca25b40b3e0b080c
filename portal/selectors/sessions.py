"""Who is signed in, and where."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import Col
from django.utils import timezone

from portal.models import PortalSession, Role, User

# How exactly it is known when a session was last used. Each write costs, so not to the second.
ACTIVITY_STEP = timedelta(minutes=5)

# The limits of the roles a person holds now, for whatever they hold them. A role without a limit
# has that of the role it inherits from; UNION ends even a circle of them.
LIMIT = """
WITH RECURSIVE held AS (
    SELECT role.id, role.parent_role_id, role.max_sessions
    FROM portal.user_roles AS granted
    JOIN portal.roles AS role ON role.id = granted.role_id AND role.is_active
    WHERE granted.user_id = %(user)s
      AND granted.is_active
      AND granted.revoked_at IS NULL
      AND (granted.expires_at IS NULL OR granted.expires_at > %(now)s)
    UNION
    SELECT parent.id, parent.parent_role_id, parent.max_sessions
    FROM held
    JOIN portal.roles AS parent ON parent.id = held.parent_role_id AND parent.is_active
    WHERE held.max_sessions IS NULL
)
SELECT count(*), min(max_sessions) FROM held
"""


def session_limit(*, user: User) -> int | None:
    """On how many devices ``user`` may be signed in at a time; None for any number.

    The strictest of the person's roles counts (``portal.roles.max_sessions``). Somebody without a
    role has the limit of the built-in roles for that type of user.
    """
    with connections[user._state.db or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(LIMIT, {"user": user.pk, "now": timezone.now()})
        roles, limit = cursor.fetchone()
    if roles:
        return limit
    built_in = Role.objects.filter(
        is_system=True, is_active=True, role_type=user.user_type, max_sessions__isnull=False
    )
    return built_in.order_by("max_sessions").values_list("max_sessions", flat=True).first()


def standing(at: datetime | None = None) -> Q:
    """The condition of sessions that are neither ended nor over at ``at`` (now)."""
    return Q(is_active=True, revoked_at=None, expires_at__gt=at or timezone.now())


def sessions_standing(*, user: User) -> QuerySet[PortalSession]:
    """Where ``user`` is signed in now, newest first."""
    return PortalSession.objects.filter(standing(), user=user).order_by("-started_at", "-id")


def session_with_user(*, session_id: UUID, user_id: UUID) -> PortalSession | None:
    """The standing session of that user, with the user, in one query.

    Every call with a token asks this, and building the query and its rows by the ORM would take
    five times as long as PostgreSQL does; so the statement is built once.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    statement, converters = _with_user()
    with connection.cursor() as cursor:
        cursor.execute(statement, [session_id, user_id, timezone.now()])
        row = cursor.fetchone()
    if row is None:
        return None
    values = list(row)
    for place, convert, column in converters:
        values[place] = convert(values[place], column, connection)
    width = len(PortalSession._meta.concrete_fields)
    session = PortalSession.from_db(DEFAULT_DB_ALIAS, _names(PortalSession), values[:width])
    session.user = User.from_db(DEFAULT_DB_ALIAS, _names(User), values[width:])
    return session


@cache
def _names(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@cache
def _with_user() -> tuple[str, list[tuple[int, Callable[..., Any], Col]]]:
    """The statement, and what makes Python values of the columns that need it."""
    connection = connections[DEFAULT_DB_ALIAS]
    columns = [
        field.get_col(name, field)
        for model, name in ((PortalSession, "session"), (User, "account"))
        for field in model._meta.concrete_fields
    ]
    statement = f"""
        SELECT {", ".join(f'{col.alias}."{col.target.column}"' for col in columns)}
        FROM portal.sessions AS session
        JOIN portal.users AS account ON account.id = session.user_id
        WHERE session.id = %s AND session.user_id = %s
          AND session.is_active AND session.revoked_at IS NULL AND session.expires_at > %s
    """  # noqa: S608  names of our own columns
    found = [
        (place, convert, column)
        for place, column in enumerate(columns)
        for convert in (
            *connection.ops.get_db_converters(column),
            *column.target.get_db_converters(connection),
        )
    ]
    return statement, found
