"""What a person can see, and why: the role, the path or the grant that decides, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format

from core.permissions.policies import REGISTRY, Arm, Policy, policy_of
from core.permissions.scoping import Way, narrowed, scoped, ways_of
from core.permissions.standing import is_live, is_onlooker, teams_of
from portal.selectors.grants import grants_of_row
from portal.selectors.permissions import COUNTS, HELD
from portal.selectors.roles import resource_title
from property.models import Property, Resort
from team.models import Team

ACTIONS = ("read", "write", "delete", "approve", "export", "admin")
CAP = 10_000  # rows that are counted at most
PLACES: dict[str, type[Model]] = {"property": Property, "resort": Resort, "team": Team}
REACHES = {"own": "what is one's own", "team": "the team's rows", "all": "all rows"}

GIVEN = f"""{HELD}
SELECT permission.resource, permission.action, permission.scope, held.role_name, held.held_as,
    CASE WHEN held.scope_type <> 'global' THEN held.scope_type END,
    CASE WHEN held.scope_type <> 'global' THEN held.scope_id END,
    held.expires_at
FROM held
JOIN portal.permissions AS permission ON permission.role_id = held.id
WHERE {COUNTS}
ORDER BY 1, 2, 3, 4, 5
"""  # noqa: S608  of constants


@dataclass(frozen=True)
class Given:
    """A line of a role that counts for a person.

    ``role`` has the line, ``held_as`` is the role that the person holds (the same, or one that
    inherits it). ``within`` ("property", "resort", "team") and ``key`` say where alone it counts.
    """

    resource: str
    action: str
    scope: str
    role: str
    held_as: str
    within: str | None = None
    key: UUID | None = None
    expires_at: datetime | None = None

    def __str__(self) -> str:
        through = "" if self.role == self.held_as else f" (by {self.held_as})"
        place = f", within {_place(self.within, self.key)}" if self.within else ""
        until = f", until {_day(self.expires_at)}" if self.expires_at else ""
        what = f"{self.resource}.{self.action} for {REACHES[self.scope]}"
        return f"{self.role}{through} gives {what}{place}{until}"


@dataclass(frozen=True)
class Verdict:
    """Whether a person may do an action to a row, and every reason for it (or what is missing)."""

    action: str
    allowed: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Held:
    """What a person may do with a resource: the lines behind it, and the models it is about."""

    resource: str
    action: str
    lines: tuple[Given, ...]
    models: tuple[type[Model], ...]

    @property
    def title(self) -> str:
        """The resource in words."""
        return resource_title(self.resource)


def given_to(user) -> list[Given]:
    """Every line of the roles of ``user`` that counts now. One query."""
    with connections[user._state.db or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(GIVEN, {"user": user.pk, "now": timezone.now()})
        return [
            Given(resource, "read" if action == "view" else action, *rest)
            for resource, action, *rest in cursor.fetchall()
        ]


def explain(user, row: Model) -> list[Verdict]:
    """For each action, whether ``user`` may do it to ``row`` and why, or what is missing."""
    shut = _shut(user)
    if shut:
        return [Verdict(action, False, (shut,)) for action in ACTIONS]
    lines = given_to(user)
    verdicts = []
    for action in ACTIONS:
        if is_onlooker(user) and action != "read":
            verdicts.append(Verdict(action, False, ("Looking as somebody else, nobody writes.",)))
            continue
        reasons = tuple(dict.fromkeys(_reasons(user, row, action, lines)))
        missing = () if reasons else (_missing(user, row, action, lines),)
        verdicts.append(Verdict(action, bool(reasons), reasons or missing))
    return verdicts


def summary(user) -> list[Held]:
    """What roles let a person do, by resource and action. ``rows_reached`` counts."""
    if _shut(user):
        return []
    models: dict[str, list[type[Model]]] = {}
    for (found,) in REGISTRY.values():
        models.setdefault(found.resource, []).append(apps.get_model(found.label))
    lines: dict[tuple[str, str], list[Given]] = {}
    for line in given_to(user):
        lines.setdefault((line.resource, line.action), []).append(line)
    return [
        Held(resource, action, tuple(found), tuple(models.get(resource, ())))
        for (resource, action), found in sorted(lines.items())
    ]


def rows_reached(user, model: type[Model], action: str = "read") -> tuple[int, bool]:
    """How many rows of a model a person reaches, and whether there are more than were counted."""
    found = scoped(model._default_manager.order_by(), user, action)[: CAP + 1].count()
    return min(found, CAP), found > CAP


def _shut(user) -> str:
    if is_live(user):
        return ""
    return f"The account is shut ({getattr(user, 'status', 'unknown')}): it reaches nothing."


def _reasons(user, row: Model, action: str, lines: list[Given]) -> Iterator[str]:
    """Every reason why an action is allowed."""
    if user.is_superuser:
        yield "A superuser reaches everything."
        return
    policy = policy_of(type(row))
    if policy is None:
        return
    if policy.public and action == "read" and user.is_staff:
        yield f"Whoever is staff may read all {type(row)._meta.verbose_name_plural}."
    mine = [line for line in lines if (line.resource, line.action) == (policy.resource, action)]
    yield from (f"{line}." for line in mine if line.scope == "all" and not line.within)
    for way in ways_of(user, policy, action):
        rows = type(row)._base_manager.filter(pk=row.pk)
        if not narrowed(rows, [(way.arm, way.key)], is_one_row=True).exists():
            continue
        if way.scope == "grant":
            yield from _grant(user, row, way, action)
            continue
        path = _path(row, way)
        limits = (way.limited.within, way.limited.key) if way.limited else (None, None)
        for line in mine:
            if line.scope == way.scope and (line.within, line.key) == limits:
                yield f"{line}; {path}."


def _missing(user, row: Model, action: str, lines: list[Given]) -> str:
    """What is missing, where an action is not allowed."""
    policy = policy_of(type(row))
    if policy is None:
        return "No policy tells whose rows these are: superusers alone reach them."
    mine = [line for line in lines if (line.resource, line.action) == (policy.resource, action)]
    if not mine:
        return f"No role gives {policy.resource}.{action}, and no grant does."
    told = "; ".join(map(str, mine))
    scopes = {line.scope for line in mine}
    ways = (("own", policy.own_arms, "a person"), ("team", policy.team_arms, "a team"))
    none = [to for scope, arms, to in ways if scope in scopes and not arms]
    if none and not scopes - {"own", "team"}:
        return f"{told}, but no path leads from {_many(policy)} to {' or '.join(none)}."
    return f"{told}, but none of its paths leads from this row to {user}."


def _path(row: Model, way: Way) -> str:
    """By which way the row is reached: the relations gone through, and what stands at their end."""
    if way.scope == "all" and way.limited and way.arm.lookup == "pk":
        return f"it is this {type(row)._meta.verbose_name}"
    names, model = [], type(row)
    value: Any = row
    for step in way.arm.lookup.split("__"):
        if step == "pk":
            continue
        field: Any = model._meta.get_field(step)
        names.append(str(getattr(field, "verbose_name", None) or _name_of(field)))
        value = getattr(value, step, None) if field.concrete and value is not None else None
        model = field.related_model or model
    told = " → ".join(names) or f"it is this {type(row)._meta.verbose_name}"
    if isinstance(value, Model) and names:
        told = f"{told} is {value}"
    return f"{told}{_conditions(way.arm)}"


def _conditions(arm: Arm) -> str:
    told = [f"{name.replace('__', ' ').replace('_', ' ')} fits" for name, _ in arm.conditions]
    told += ["the share is in force today"] if arm.in_force else []
    return f" ({', '.join(told)})" if told else ""


def _grant(user, row: Model, way: Way, action: str) -> Iterator[str]:
    """Who granted it, when, why and until when; of the row itself or of what it belongs to."""
    model = type(row)
    keys = model._base_manager.filter(pk=row.pk, **{f"{way.arm.lookup}__in": way.key})
    anchor = _end(model, way.arm.lookup)
    word = {"write": "change"}.get(action, action)
    teams = set(teams_of(user))
    for granted in anchor._base_manager.filter(pk__in=keys.values(way.arm.lookup)):
        for one in grants_of_row(granted):
            holder = one.holder
            mine = holder is not None and (holder.pk == user.pk or holder.pk in teams)
            if mine and one.is_in_force and one.action == word:
                by = one.grant.granted_by or "the system"
                until = f" until {_day(one.grant.expires_at)}" if one.grant.expires_at else ""
                since, what = _day(one.grant.created_at), "It" if granted == row else f"{granted}"
                to = f" to {holder}" if isinstance(holder, Team) else ""
                why = f", because: {one.grant.reason}"
                yield f"{what} was granted{to} by {by} on {since}{until}{why}"


def _end(model: type[Model], lookup: str) -> type[Model]:
    """The model at the end of a look-up."""
    found: Any = model
    for step in lookup.split("__"):
        found = found if step == "pk" else found._meta.get_field(step).related_model
    return found


def _name_of(field) -> str:
    return str(field.related_model._meta.verbose_name)


def _many(policy: Policy) -> str:
    return str(policy.model._meta.verbose_name_plural)


def _place(within: str | None, key: UUID | None) -> str:
    model = PLACES.get(within or "")
    found = model._base_manager.filter(pk=key).first() if model else None
    return f"the {within} {found or key}"


def _day(instant: datetime | None) -> str:
    return date_format(timezone.localtime(instant), "DATE_FORMAT") if instant else ""
