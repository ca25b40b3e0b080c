"""From a person and an action to the rows they may reach.

Roles give scopes on resources (``settings.PERMISSION_SOURCE``); the policy of a model says which
of its rows a scope means: all of them, those whose team path leads to the person's team, those
whose own path leads to the person. What is not given is denied.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Exists, F, Func, Model, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from core.permissions.policies import PERSONS, Arm, Policy, joined, policy_of

# Django's words for what our permissions call otherwise.
DJANGO_ACTIONS = {"view": "read", "add": "create", "change": "write"}
ACTIONS = frozenset({"read", "create", "write", "delete", "approve", "export", "import", "admin"})
READING = frozenset({"read", "export"})
# Statuses of an account that closes every door, whatever its flag says.
CLOSED = frozenset({"suspended", "locked", "deactivated"})
NOTHING: frozenset[str] = frozenset()
FEW_KEYS = 2000  # that are looked up before the rows of a list


@dataclass(frozen=True)
class Reach:
    """How far a person gets: every row, or those that one of ``arms`` leads to."""

    everything: bool = False
    arms: tuple[tuple[Arm, Any], ...] = ()

    def __bool__(self) -> bool:
        return self.everything or bool(self.arms)


def action_named(word: str) -> str:
    """Our name of an action, which may be given in Django's; ValueError for neither."""
    action = DJANGO_ACTIONS.get(word, word)
    if action not in ACTIONS:
        raise ValueError(f"{word} is no action; there are {', '.join(sorted(ACTIONS))}.")
    return action


def is_live(user) -> bool:
    """Whether the account is signed in to anything at all: known, active, not shut."""
    return bool(
        user is not None
        and user.is_authenticated
        and user.is_active
        and getattr(user, "status", None) not in CLOSED
    )


def scoped(queryset: QuerySet, user, action: str = "read") -> QuerySet:
    """The rows of ``queryset`` on which ``user`` may do ``action``; nothing by default."""
    reach = reach_of(user, queryset.model, action)
    if reach.everything:
        return queryset.all()
    if not reach:
        return queryset.none()
    return narrowed(queryset, reach.arms)


def reach_of(user, model: type[Model], action: str) -> Reach:
    """How far ``user`` gets in the rows of ``model``; costs one query the first time, for roles."""
    action = action_named(action)
    if not is_live(user):
        return Reach()
    if user.is_superuser:
        return Reach(everything=True)
    policy = policy_of(model)
    if policy is None:
        return Reach()
    if policy.public and action == "read" and user.is_staff:
        return Reach(everything=True)
    scopes = scopes_on(user, policy.resource, action)
    if "all" in scopes:
        return Reach(everything=True)
    return Reach(arms=tuple(_arms(user, policy, scopes, action)))


def scopes_on(user, resource: str, action: str) -> frozenset[str]:
    """The scopes of an action on a resource: out of "own", "team" and "all".

    Importing is a permission of its own: creating on "imports" lets a person import at all, and
    creating on "imports.<resource>" says into what, and how far.
    """
    given = _scopes_of(user)
    if action != "import":
        return given.get(resource, {}).get(action, NOTHING)
    if not given.get("imports", {}).get("create"):
        return NOTHING
    return given.get(f"imports.{resource}", {}).get("create", NOTHING)


def open_fields(user, row: Model) -> frozenset[str] | None:
    """The fields of ``row`` that ``user`` may change; None where the policy sets no limit.

    A person who reaches the row as its owner alone changes no more than the policy's
    ``own_fields``: not, for one, the flags of the own account.
    """
    if not is_live(user):
        return NOTHING
    if user.is_superuser:
        return None
    policy = policy_of(type(row))
    if policy is None:
        return NOTHING
    if policy.own_fields is None:
        return None
    scopes = scopes_on(user, policy.resource, "write")
    if "all" in scopes:
        return None
    arms = tuple(_arms(user, policy, scopes - {"own"}, "write"))
    found = (
        arms and narrowed(type(row)._base_manager.filter(pk=row.pk), arms, is_one_row=True).exists()
    )
    return None if found else policy.own_fields


def narrowed(
    queryset: QuerySet, arms: Iterable[tuple[Arm, Any]], *, is_one_row: bool = False
) -> QuerySet:
    """The rows that one of the arms leads to, each with the key that its look-up must equal.

    Every arm becomes a condition on a column of the row itself, with an index of its own: an OR
    over joined tables is served by none. ``is_one_row`` says that the queryset is one row by its
    key, for which it is cheaper to follow the arms than to know all that they lead to.
    """
    among = is_one_of if is_one_row else AmongRows
    today = timezone.localdate()
    model = queryset.model
    steps: dict[tuple[str, str], list[tuple[Arm, Any]]] = {}
    here = []
    for arm, key in arms:
        if step := _step(model, arm):
            steps.setdefault((step, repr(_own_conditions(arm, step))), []).append((arm, key))
        else:
            here.append((arm, key))
    either = []
    for condition, joins in _conditions(model, tuple(here), today):
        if joins:
            found = model._base_manager.using(queryset.db).order_by().filter(condition)
            condition = Q(among("pk", found, "pk"))
        either.append(condition)
    for (step, _), pairs in steps.items():
        relation = model._meta.get_field(step)
        rows = relation.related_model._base_manager.using(queryset.db).order_by()
        further = [(_stripped(arm, step), key) for arm, key in pairs]
        found = narrowed(rows, further, is_one_row=is_one_row)
        own = Q(*_own_conditions(pairs[0][0], step))
        either.append(own & Q(among(step, found, relation.target_field.name)))
    return queryset.filter(Q(*either, _connector=Q.OR)) if either else queryset.none()


def is_one_of(name: str, rows: QuerySet, key: str) -> Exists:
    """Whether the column ``name`` names one of ``rows`` by their column ``key``."""
    return Exists(rows.filter(**{key: OuterRef(name)}))


class AmongRows(Func):
    """The same for a list of rows.

    Few keys are looked up when the statement is made and stand in it: the database then knows
    how many rows to expect, and finds them by index also where this is one arm of an OR. More are
    left to it, as ``EXISTS``.
    """

    output_field = BooleanField()

    def __init__(self, name: str, rows: QuerySet, key: str) -> None:
        self.keys = rows.values_list(key, flat=True).distinct()
        super().__init__(F(name), is_one_of(name, rows, key))

    def as_sql(self, compiler, connection, **context):  # type: ignore[override]
        """SQL and parameters; asks the database for the keys."""
        column, exists = self.get_source_expressions()
        keys = list(self.keys.using(connection.alias)[: FEW_KEYS + 1])
        if not keys:
            raise EmptyResultSet
        if len(keys) > FEW_KEYS:
            return compiler.compile(exists)
        sql, params = compiler.compile(column)
        return f"{sql} = ANY(%s)", (*params, keys)


def _scopes_of(user) -> dict[str, dict[str, frozenset[str]]]:
    """What the roles give, asked once for each user instance, which lives for one request."""
    # Not __dict__: request.user is a lazy object, whose own one never has it.
    if getattr(user, "_scopes", None) is None:
        user._scopes = import_string(settings.PERMISSION_SOURCE)(user)
    return user._scopes


def _arms(user, policy: Policy, scopes: frozenset[str], action: str):
    """The arms of the scopes that can apply to this person, each with the person's key."""
    if "own" in scopes:
        for arm in policy.own_arms:
            key = _key(user, arm.kind)
            if key is not None and (action in READING or not arm.read_only):
                yield arm, key
    if "team" in scopes and policy.team_arms:
        key = _key(user, "team")
        if key is not None:
            for arm in policy.team_arms:
                yield arm, key


def _key(user, kind: str):
    """The key of the person that the user is as that kind; None when there is none."""
    if kind == "user":
        return user.pk
    if kind == "team":
        return user.team_member.team_id if user.team_member_id else None
    return getattr(user, f"{_attribute(kind)}_id")


@lru_cache
def _attribute(kind: str) -> str:
    return next(name for name, person in PERSONS.items() if person == kind)


def _conditions(
    model: type[Model], arms: tuple[tuple[Arm, Any], ...], today: date
) -> list[tuple[Q, bool]]:
    """One condition for all arms that use the same joins, and whether there are any."""

    def joins(pair):
        arm, _ = pair
        return arm.lookup.rpartition("__")[0], repr(arm.conditions), arm.in_force

    conditions = []
    for (_, _, in_force), group in groupby(sorted(arms, key=joins), key=joins):
        pairs = list(group)
        either = Q(*((arm.lookup, key) for arm, key in pairs), _connector=Q.OR)
        condition = either & Q(*pairs[0][0].conditions)
        for first, end in in_force:
            condition &= Q((f"{first}__lte", today))
            condition &= Q((f"{end}__isnull", True)) | Q((f"{end}__gt", today))
        conditions.append((condition, any(_joins(model, arm) for arm, _ in pairs)))
    return conditions


def _names(arm: Arm) -> list[str]:
    """Every look-up of an arm."""
    dates = [name for pair in arm.in_force for name in pair]
    return [arm.lookup, *(name for name, _ in arm.conditions), *dates]


def _step(model: type[Model], arm: Arm) -> str | None:
    """The foreign key of the row through which an arm leads on, if there is one."""
    step, _, rest = arm.lookup.partition("__")
    relation = model._meta.get_field(step) if rest else None
    if relation is None or not relation.concrete or not relation.is_relation:
        return None
    dates = [name for pair in arm.in_force for name in pair]
    own = [name for name, _ in _own_conditions(arm, step)]
    others = [name for name in dates if not name.startswith(f"{step}__")]
    return step if not others and not any(_joins_by(model, name) for name in own) else None


def _own_conditions(arm: Arm, step: str) -> list[tuple[str, Any]]:
    """The conditions of an arm that do not go through ``step``."""
    return [(name, value) for name, value in arm.conditions if not name.startswith(f"{step}__")]


def _stripped(arm: Arm, step: str) -> Arm:
    """The arm as it looks from the row that ``step`` leads to."""
    start = len(joined(step, ""))
    return replace(
        arm,
        lookup=arm.lookup[start:],
        conditions=tuple(
            (name[start:], value) for name, value in arm.conditions if name.startswith(f"{step}__")
        ),
        in_force=tuple((first[start:], end[start:]) for first, end in arm.in_force),
    )


def _joins(model: type[Model], arm: Arm) -> bool:
    """Whether an arm needs more than the row itself."""
    return any(_joins_by(model, name) for name in _names(arm))


def _joins_by(model: type[Model], name: str) -> bool:
    """Whether a look-up needs more than the row itself."""
    first, _, rest = name.partition("__")
    if first == "pk":
        return False
    field = model._meta.get_field(first)
    return not field.concrete or bool(field.is_relation and rest)
