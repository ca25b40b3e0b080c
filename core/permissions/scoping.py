"""From a person and an action to the rows they may reach.

Roles give scopes on resources (``settings.PERMISSION_SOURCE``); the policy of a model says which
of its rows a scope means: all of them, those whose team path leads to the person's team, those
whose own path leads to the person. What is not given is denied.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Exists, F, Func, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from core.models.expressions import Among
from core.permissions.paging import Reached
from core.permissions.policies import PERSONS, Arm, Policy, joined, policy_of
from core.permissions.standing import (
    NOTHING,
    Limited,
    granted_to,
    held_on,
    is_inside,
    is_live,
    is_onlooker,
    kept,
    scopes_on,
    teams_of,
)

# Django's words for what our permissions call otherwise.
DJANGO_ACTIONS = {"view": "read", "add": "create", "change": "write"}
ACTIONS = frozenset({"read", "create", "write", "delete", "approve", "export", "import", "admin"})
READING = frozenset({"read", "export"})
MANY_KEYS = 50  # that stand in a statement as one list
FEW_KEYS = 2000  # that are looked up before the rows of a list


@dataclass(frozen=True)
class Way:
    """One way to rows that a person has: an arm, and the key (or keys) it must lead to.

    ``scope`` is "own", "team", "all" (then ``limited`` says within what) or "grant".
    """

    scope: str
    arm: Arm
    key: Any
    limited: Limited | None = None


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


def scoped(
    queryset: QuerySet, user, action: str = "read", *, resource: str | None = None
) -> QuerySet:
    """The rows of ``queryset`` on which ``user`` may do ``action``; nothing by default.

    The scopes of ``resource`` count instead of those of the model's own, where it is named.
    """
    reach = reach_of(user, queryset.model, action, resource=resource)
    if reach.everything:
        return queryset.all()
    if not reach:
        return queryset.none()
    return queryset.filter(Reached(*_either(queryset, reach.arms)))


def reach_of(user, model: type[Model], action: str, *, resource: str | None = None) -> Reach:
    """How far ``user`` gets in the rows of ``model``.

    Costs a query the first time for roles; for teams and grants, where they can matter, one more
    each. Kept for the life of the instance of the user, as those are.
    """
    action = action_named(action)
    if not is_live(user) or (is_onlooker(user) and action != "read"):
        return Reach()
    if user.is_superuser:
        return Reach(everything=True)
    policy = policy_of(model)
    if policy is None:
        return Reach()
    known = kept(user, "_reaches", lambda _: {})
    asked = (policy.label, id(policy), action, resource)
    if asked not in known:
        known[asked] = _reach(user, policy, action, resource)
    return known[asked]


def reaches_any(user, model: type[Model], action: str) -> bool:
    """Whether there is a way for ``user`` to any rows of ``model`` at all, taken or not.

    Asks no more than it needs: teams only where no own way is there, grants only after them.
    """
    action = action_named(action)
    if not is_live(user) or (is_onlooker(user) and action != "read"):
        return False
    policy = policy_of(model)
    if user.is_superuser or policy is None:
        return user.is_superuser
    if (policy.public and action == "read" and user.is_staff) or action == "import":
        return bool(reach_of(user, model, action))
    if "all" in scopes_on(user, policy.resource, action):
        return True
    return next(ways_of(user, policy, action), None) is not None


def _reach(user, policy: Policy, action: str, resource: str | None) -> Reach:
    if policy.public and action == "read" and user.is_staff:
        return Reach(everything=True)
    if "all" in scopes_on(user, resource or policy.resource, action):
        return Reach(everything=True)
    if action == "import":
        arms = _import_arms(user, policy)
    else:
        arms = ((way.arm, way.key) for way in ways_of(user, policy, action, resource))
    return Reach(arms=tuple(arms))


def _import_arms(user, policy: Policy) -> Iterator[tuple[Arm, Any]]:
    """Importing has permissions of its own, which no grant and no limited role gives."""
    scopes = scopes_on(user, policy.resource, "import")
    if "own" in scopes:
        yield from _own(user, policy, "import")
    if "team" in scopes:
        yield from _team(user, policy)


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
    if "all" in scopes_on(user, policy.resource, "write"):
        return None
    ways = ways_of(user, policy, "write")
    arms = tuple((way.arm, way.key) for way in ways if way.scope != "own")
    found = (
        arms and narrowed(type(row)._base_manager.filter(pk=row.pk), arms, is_one_row=True).exists()
    )
    return None if found else policy.own_fields


def reaches(user, row: Model, action: str, *, resource: str | None = None) -> bool:
    """Whether ``row`` is in the person's reach for ``action`` (by the scopes of ``resource``).

    Told by the columns that are loaded where they suffice; the rest is one query for all the rows
    that were read together with this one.
    """
    if row._state.adding:
        return False
    reach = reach_of(user, type(row), action, resource=resource)
    if reach.everything or not reach:
        return reach.everything
    asked = []
    for arm, key in reach.arms:
        answer = _told_by(row, arm, key)
        if answer:
            return True
        if answer is None:
            asked.append((arm, key))
    return bool(asked) and _found_with_peers(row, (user.pk, action, resource), asked)


def _told_by(row: Model, arm: Arm, key) -> bool | None:
    """What the loaded columns of a row say of an arm; None when they do not suffice."""
    pairs = [_leads_to(arm, key), *arm.conditions]
    if arm.in_force or _joins(type(row), arm):
        return None
    here = True
    for name, wanted in pairs:
        first, _, lookup = name.partition("__")
        field: Any = row._meta.pk if first == "pk" else row._meta.get_field(first)
        if lookup not in ("", "in") or field.attname in row.get_deferred_fields():
            return None
        value = getattr(row, field.attname)
        wanted = getattr(wanted, "pk", wanted)
        here = here and (value in wanted if lookup else value == wanted)
    return here


def _found_with_peers(row: Model, asker: tuple[Any, ...], arms: list[tuple[Arm, Any]]) -> bool:
    """Whether the database finds a row by one of the arms; asked once for a whole page of rows."""
    kept = vars(row._state).setdefault("reached", {})
    if asker in kept:
        return kept[asker]
    peers = [peer for ref in row._state.peers if (peer := ref()) is not None and peer.pk]
    rows = type(row)._base_manager.using(row._state.db)
    if len(peers) < 2:
        return narrowed(rows.filter(pk=row.pk), arms, is_one_row=True).exists()
    keys = [peer.pk for peer in peers]
    found = set(narrowed(rows.filter(pk__in=keys), arms).values_list("pk", flat=True))
    for peer in peers:
        vars(peer._state).setdefault("reached", {})[asker] = peer.pk in found
    return row.pk in found


def narrowed(
    queryset: QuerySet, arms: Iterable[tuple[Arm, Any]], *, is_one_row: bool = False
) -> QuerySet:
    """The rows that one of the arms leads to, each with the key that its look-up must equal.

    Every arm becomes a condition on a column of the row itself, with an index of its own: an OR
    over joined tables is served by none. ``is_one_row`` says that the queryset is one row by its
    key, for which it is cheaper to follow the arms than to know all that they lead to.
    """
    condition, _ = _either(queryset, arms, is_one_of if is_one_row else AmongRows)
    return queryset.filter(condition)


def _either(
    queryset: QuerySet, arms: Iterable[tuple[Arm, Any]], among: Any = None
) -> tuple[Q, list[tuple[str, Any, Q]] | None]:
    """The condition of :func:`narrowed`, and the same as arms for a :class:`Reached`."""
    among = among or AmongRows
    today = timezone.localdate()
    model = queryset.model
    steps: dict[tuple[str, str], list[tuple[Arm, Any]]] = {}
    here = []
    for arm, key in arms:
        if step := _step(model, arm):
            steps.setdefault((step, repr(_own_conditions(arm, step))), []).append((arm, key))
        else:
            here.append((arm, key))
    either, columns = [], []
    for condition, joins in _conditions(model, tuple(here), today):
        if joins:
            found = model._base_manager.using(queryset.db).order_by().filter(condition)
            keys = among("pk", found, "pk")
            condition = Q(keys)
            columns.append(("pk", keys, Q()))
        either.append(condition)
    for arm, key in here:
        if not _joins(model, arm):
            keys = key if isinstance(key, tuple) else (getattr(key, "pk", key),)
            columns.append((arm.lookup, keys, Q(*arm.conditions)))
    for (step, _), pairs in steps.items():
        relation = model._meta.get_field(step)
        rows = relation.related_model._base_manager.using(queryset.db).order_by()
        further = [(_stripped(arm, step), key) for arm, key in pairs]
        found = _found(rows, further, among, today)
        own = Q(*_own_conditions(pairs[0][0], step))
        keys = among(step, found, relation.target_field.name)
        either.append(own & Q(keys))
        columns.append((step, keys, own))
    is_told = among is AmongRows and not any(
        arm.in_force and not _joins(model, arm) for arm, _ in here
    )
    return Q(*either, _connector=Q.OR) if either else Q(pk__in=[]), columns if is_told else None


def _found(rows: QuerySet, arms: list[tuple[Arm, Any]], among: Any, today: date) -> QuerySet:
    """The rows that arms lead to, of which only the keys are wanted: once or more each."""
    conditions = _conditions(rows.model, tuple(arms), today)
    if among is AmongRows and len(conditions) == 1:
        return rows.filter(conditions[0][0])  # one join is quicker than a look-up of its own
    return narrowed(rows, arms, is_one_row=among is is_one_of)


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
        self.keys = rows.values_list(key).distinct()[: FEW_KEYS + 1]
        super().__init__(F(name), is_one_of(name, rows, key))

    def known(self, connection) -> list[Any] | None:
        """The keys, asked of the database now; None where they are too many."""
        compiler = self.keys.query.get_compiler(connection=connection)
        try:
            keys = [key for (key,) in compiler.results_iter()]
        except EmptyResultSet:
            keys = []
        return keys if len(keys) <= FEW_KEYS else None

    def as_sql(self, compiler, connection, **context):  # type: ignore[override]
        """SQL and parameters; asks the database for the keys."""
        column, exists = self.get_source_expressions()
        keys = self.known(connection)
        if keys is None:
            return compiler.compile(exists)
        if not keys:
            raise EmptyResultSet
        sql, params = compiler.compile(column)
        return f"{sql} = ANY(%s)", (*params, keys)


def ways_of(user, policy: Policy, action: str, resource: str | None = None) -> Iterator[Way]:
    """Every way by which the person may do ``action`` to rows of the policy's model.

    The scopes of ``resource`` count instead of the policy's own, where it is named.
    """
    for scope in sorted(held_on(user, resource or policy.resource, action), key=str):
        if isinstance(scope, Limited):
            yield from _limited(user, policy, scope, action)
        elif scope == "own":
            yield from (Way(scope, arm, key) for arm, key in _own(user, policy, action))
        elif scope == "team":
            yield from (Way(scope, arm, key) for arm, key in _team(user, policy))
    if resource is not None:
        return  # a grant is of the row, not of what else is kept about it
    inside = is_inside(user)
    for arm in policy.grant_arms:
        if (inside or arm.shared) and (keys := granted_to(user, arm.anchor, action)):
            conditions = () if inside else tuple(policy.visible_if.get("grant", {}).items())
            yield Way("grant", Arm("grant", arm.lookup, conditions), keys)


def _own(user, policy: Policy, action: str) -> Iterator[tuple[Arm, Any]]:
    """The arms of scope "own" that can apply to this person, each with the person's key."""
    for arm in policy.own_arms:
        key = user.pk if arm.kind == "user" else getattr(user, f"{_attribute(arm.kind)}_id")
        if key is not None and (action in READING or not arm.read_only):
            yield arm, key


def _team(user, policy: Policy) -> Iterator[tuple[Arm, Any]]:
    """The arms of scope "team", each with the keys of the person's teams."""
    if policy.team_arms and (teams := teams_of(user)):
        for arm in policy.team_arms:
            yield arm, teams


def _limited(user, policy: Policy, limited: Limited, action: str) -> Iterator[Way]:
    """What a role gives within one property, resort or team; nothing where rows have none."""
    place = policy.place(limited.within)
    if place is None:
        return
    if limited.scope == "all":
        arms = policy.team_arms if limited.within == "team" else (Arm(limited.within, place),)
        yield from (Way("all", arm, limited.key, limited) for arm in arms)
        return
    pairs = _own(user, policy, action) if limited.scope == "own" else _team(user, policy)
    for arm, key in pairs:
        within = replace(arm, conditions=(*arm.conditions, (place, limited.key)))
        yield Way(limited.scope, within, key, limited)


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
        either = Q(*(_asked(arm, key) for arm, key in pairs), _connector=Q.OR)
        condition = either & Q(*pairs[0][0].conditions)
        for first, end in in_force:
            condition &= Q((f"{first}__lte", today))
            condition &= Q((f"{end}__isnull", True)) | Q((f"{end}__gt", today))
        conditions.append((condition, any(_joins(model, arm) for arm, _ in pairs)))
    return conditions


def _asked(arm: Arm, key) -> tuple[str, Any] | Among:
    """The condition that an arm leads to a key; thousands of granted keys are one parameter."""
    if isinstance(key, tuple) and len(key) > MANY_KEYS and "__" not in arm.lookup:
        return Among(arm.lookup, list(key))
    return _leads_to(arm, key)


def _leads_to(arm: Arm, key) -> tuple[str, Any]:
    """The look-up by which an arm leads to a key, or to one of several."""
    if isinstance(key, tuple):
        return (arm.lookup, key[0]) if len(key) == 1 else (f"{arm.lookup}__in", key)
    return arm.lookup, key


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
