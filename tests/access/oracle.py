"""Who reaches which rows, worked out row by row: the matrix and the policies by their words.

Slow and plain on purpose. It shares nothing with ``core.permissions.scoping`` but the policies as
they were declared: no query is narrowed, no path is joined. All rows are read once, and relations
are followed one by one.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils import timezone

from core.permissions.policies import REGISTRY
from portal.models import User
from team.models import Team
from tests.access import matrix

PERSONS = {"team_member": "staff", "guest": "guest", "homeowner": "homeowner", "contact": "contact"}
OUTSIDE = {"guest", "homeowner", "contact"}
FIGURES = 60  # rows of a view that are enough
READING = {"read", "export"}
Row = dict[str, Any]
Chain = dict[str, tuple[type[Model], Row]]


@dataclass
class Person:
    """One person of the test: the account, its role, whose rows are the person's own."""

    name: str
    user: User
    role: str = ""
    keys: dict[str, Any] = field(default_factory=dict)
    teams: set = field(default_factory=set)

    @property
    def is_staff(self) -> bool:
        """Whether the console and the tables of the API open at all."""
        return self.user.is_staff

    def anew(self) -> User:
        """The account as a new request has it: with nothing remembered."""
        user = User.objects.get(pk=self.user.pk)
        user.is_staff = self.user.is_staff
        return user


@dataclass(frozen=True)
class Owner:
    """Somebody whose row it is: kind of person, key, and whether for reading alone."""

    kind: str
    key: Any
    only_reads: bool = False


def declared(model: type[Model]):
    """The policy of a model as it was declared."""
    return REGISTRY[model._meta.label_lower][0]


class Records:
    """All rows of the database, and the steps from row to row."""

    def __init__(self) -> None:
        self._rows: dict = {}
        self._by: dict = {}
        self._owners: dict = {}
        self._teams: dict = {}
        self.today = timezone.localdate()

    def rows(self, model) -> dict[Any, Row]:
        """Key -> values of all rows of a model, of the first ones of a view of figures."""
        if model not in self._rows:
            key = model._meta.pk.attname
            rows = model._base_manager.order_by("pk").values()
            rows = rows if model._meta.managed else rows[:FIGURES]
            self._rows[model] = {row[key]: row for row in rows}
        return self._rows[model]

    def by(self, model, attname: str, value) -> list[Row]:
        """The rows of a model that have the value in the column."""
        if (model, attname) not in self._by:
            index = self._by[model, attname] = defaultdict(list)
            for row in self.rows(model).values():
                index[row[attname]].append(row)
        return self._by[model, attname].get(value, []) if value is not None else []

    def step(self, model, row: Row, name: str) -> Iterator[tuple[type[Model], Row]]:
        """The rows one relation further, forwards or backwards."""
        relation = model._meta.get_field(name)
        other = relation.related_model
        if relation.auto_created:
            link = relation.field
            found = self.by(other, link.attname, row[link.target_field.attname])
        else:
            found = self.by(other, relation.target_field.attname, row[relation.attname])
        for related in found:
            yield other, related

    def chains(self, model, row: Row, steps: list[str], made: Chain | None = None):
        """Every way along the steps: dotted place -> the row that stands there."""
        made = made or {"": (model, row)}
        if not steps:
            yield made
            return
        place = "__".join([*filter(None, [list(made)[-1]]), steps[0]])
        for further in self.step(model, row, steps[0]):
            yield from self.chains(*further, steps[1:], {**made, place: further})

    def in_force(self, chain: Chain) -> bool:
        """Whether the dated links on the way hold today."""
        for place, (model, row) in chain.items():
            dates = declared(model).in_force if place else None
            if dates:
                first, end = (row[name] for name in dates)
                if first > self.today or (end is not None and end <= self.today):
                    return False
        return True

    def holds(self, chain: Chain, conditions) -> bool:
        """Whether every condition holds, of the rows of the chain where it passes through them."""
        return all(self._holds(chain, lookup, wanted) for lookup, wanted in conditions.items())

    def _holds(self, chain: Chain, lookup: str, wanted) -> bool:
        steps = lookup.split("__")
        is_list = steps[-1] == "in"
        steps = steps[:-1] if is_list else steps
        *way, name = steps
        place = 0
        while place < len(way) and "__".join(way[: place + 1]) in chain:
            place += 1
        start = chain["__".join(way[:place])]
        for end in self.chains(*start, way[place:], {"": start}):
            value = list(end.values())[-1][1][name]
            if value in wanted if is_list else value == wanted:
                return True
        return False

    def owners(self, model, row: Row) -> set[Owner]:
        """Everybody whose row it is."""
        known = self._owners.setdefault(model, {})
        key = row[model._meta.pk.attname]
        if key not in known:
            known[key] = set(self._owners_of(model, row))
        return known[key]

    def _owners_of(self, model, row: Row) -> Iterator[Owner]:
        policy = declared(model)
        for path in policy.own:
            if path == "pk":
                yield Owner("user", row["id"])
                continue
            *way, last = path.split("__")
            for chain in self.chains(model, row, way):
                end, reached = list(chain.values())[-1]
                relation = end._meta.get_field(last)
                if relation.auto_created:
                    kind, key = PERSONS[relation.field.name], reached[end._meta.pk.attname]
                else:
                    kind, key = "user", reached[relation.attname]
                if (
                    key is not None
                    and self.in_force(chain)
                    and self.holds(chain, policy.visible_if.get(kind, {}))
                ):
                    yield Owner(kind, key, kind in OUTSIDE and not policy.outsiders_write)
        for above, parent in self._parents(model, row):
            chain = {"": (model, row), policy.parent: (above, parent)}
            for owner in self.owners(above, parent):
                if policy.inherit == "staff" and owner.kind != "staff":
                    continue
                if self.holds(chain, policy.visible_if.get(owner.kind, {})):
                    shut = owner.kind in OUTSIDE and not policy.outsiders_write
                    yield Owner(owner.kind, owner.key, owner.only_reads or shut)

    def _parents(self, model, row: Row):
        parent = declared(model).parent
        return self.step(model, row, parent) if parent else ()

    def teams(self, model, row: Row) -> set:
        """Keys of the teams whose row it is."""
        known = self._teams.setdefault(model, {})
        key = row[model._meta.pk.attname]
        if key not in known:
            known[key] = set(self._teams_of(model, row))
        return known[key]

    def _teams_of(self, model, row: Row):
        for path in declared(model).team:
            if path == "pk":
                yield row["id"]
                continue
            *way, last = path.split("__")
            for chain in self.chains(model, row, way):
                end, reached = list(chain.values())[-1]
                if self.in_force(chain):
                    yield reached[end._meta.get_field(last).attname]
        for above, parent in self._parents(model, row):
            yield from self.teams(above, parent)

    def teams_below(self, mine: set) -> set:
        """These teams and all below them."""
        found = set(mine)
        while True:
            below = {
                key for key, team in self.rows(Team).items() if team["parent_team_id"] in found
            }
            if below <= found:
                return found
            found |= below


class Oracle:
    """What the matrix and the policies say; ``records`` are the rows of the world."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._known: dict = {}

    def scopes(self, person: Person, model, action: str) -> set[str]:
        """Scopes of the person on what the model is a part of."""
        resource = declared(model).resource
        if action != "import":
            return matrix.scopes(person.role, resource, action)
        if not matrix.scopes(person.role, "imports", "create"):
            return set()
        return matrix.scopes(person.role, f"imports.{resource}", "create")

    def reach(self, person: Person, model, action: str) -> set:
        """Keys of the rows of ``model`` on which the person may do ``action``."""
        known = (person.name, model, action)
        if known not in self._known:
            self._known[known] = self._reach(person, model, action)
        return self._known[known]

    def _reach(self, person: Person, model, action: str) -> set:
        rows = self.records.rows(model)
        if self.has_all(person, model, action):
            return set(rows)
        scopes, found = self.scopes(person, model, action), set()
        for key, row in rows.items():
            if "own" in scopes:
                for owner in self.records.owners(model, row):
                    is_open = action in READING or not owner.only_reads
                    if is_open and person.keys.get(owner.kind) == owner.key:
                        found.add(key)
            if "team" in scopes and person.teams & self.records.teams(model, row):
                found.add(key)
        return found

    def has_all(self, person: Person, model, action: str) -> bool:
        """Whether no row at all is kept from the person."""
        if person.user.is_superuser:
            return True
        if declared(model).public and action == "read" and person.is_staff:
            return True
        return "all" in self.scopes(person, model, action)

    def has_door(self, person: Person, model, action: str) -> bool:
        """Whether the person may do ``action`` to any row that there might be."""
        if self.has_all(person, model, action):
            return True
        scopes = self.scopes(person, model, action)
        if "team" in scopes and person.teams and self._has_teams(model):
            return True
        kinds = self._kinds(model)
        return "own" in scopes and any(
            person.keys.get(kind) is not None and (action in READING or not only_reads)
            for kind, only_reads in kinds
        )

    def _has_teams(self, model) -> bool:
        policy = declared(model)
        above = policy.parent and model._meta.get_field(policy.parent).related_model
        return bool(policy.team) or bool(above and self._has_teams(above))

    def _kinds(self, model) -> set[tuple[str, bool]]:
        """Kinds of persons who can own rows of the model, and whether for reading alone."""
        policy, found = declared(model), set()
        for path in policy.own:
            end, last = model, None
            for step in () if path == "pk" else path.split("__"):
                last = end._meta.get_field(step)
                end = last.related_model
            is_link = last is not None and last.auto_created
            found.add((PERSONS[last.field.name] if is_link else "user", False))
        if policy.parent:
            above = model._meta.get_field(policy.parent).related_model
            for kind, shut in self._kinds(above):
                if policy.inherit == "all" or kind == "staff":
                    found.add((kind, shut))
        return {
            (kind, shut or (kind in OUTSIDE and not policy.outsiders_write)) for kind, shut in found
        }
