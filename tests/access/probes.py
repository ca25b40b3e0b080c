"""What the probes share: counting, comparing, and a database that refuses to be written."""

import os
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Model
from django.test import RequestFactory

from tests.access.oracle import Person
from tests.access.world import World
from tests.conformance.registry import VIEWS

ACTIONS = ("read", "create", "write", "delete", "export", "approve", "admin", "import")
WORDS = {"read": "view", "create": "add", "write": "change"}  # Django's
WRITING = {"INSERT", "UPDATE", "DELETE", "MERGE", "COPY", "TRUNCATE"}
#: Ask everybody everything, where otherwise some are asked in turn.
THOROUGH = os.environ.get("HALEKEEPER_PROBES") == "all"
SHOWN = 12  # mistakes that a failure lists; the others are counted


class Probes:
    """Questions asked of one model, and the answers that were wrong.

    One probe is one decision: may this person do this to this row here?
    """

    def __init__(self, world: World, model: type[Model]) -> None:
        self.world, self.model = world, model
        self.count = 0
        self.wrong: list[str] = []

    def same(self, got, expected, *what) -> None:
        """One answer."""
        self.count += 1
        if got != expected:
            self.wrong.append(f"{_words(what)}: {got!r} instead of {expected!r}")

    def rows(self, got: set, expected: set, *what, of: int | None = None) -> None:
        """Keys of rows: a decision about each row that there is (``of`` of them)."""
        self.count += max(1, len(self.every_row) if of is None else of)
        if got != expected:
            more, less = got - expected, expected - got
            self.wrong.append(
                f"{_words(what)}: {len(more)} too many {_few(more)}, {len(less)} missing {_few(less)}"
            )

    def inside(self, got: set, allowed: set, *what) -> None:
        """Nothing beyond what is allowed."""
        self.rows(got - allowed, set(), *what, of=len(got) or 1)

    @property
    def every_row(self) -> dict:
        """All rows of the model."""
        return self.world.records.rows(self.model)

    def reach(self, person: Person, action: str, model=None) -> set:
        """What the oracle says."""
        return self.world.oracle.reach(person, model or self.model, action)

    def keys(self, rows) -> set:
        """The keys of a queryset; of figures, which are many, only those that the oracle knows."""
        if rows.model in VIEWS:
            rows = rows.filter(pk__in=self.world.records.rows(rows.model))
        return set(rows.values_list("pk", flat=True))

    def foreign(self, person: Person, action: str = "read", model=None, count: int = 1) -> list:
        """Keys of rows on which the person may not do it."""
        model = model or self.model
        keys = set(self.world.records.rows(model)) - self.reach(person, action, model)
        return self.world.sample(model, keys, count)

    def near(self, person: Person, action: str = "read", count: int = 1) -> list:
        """Keys of rows on which the person may do it."""
        return self.world.sample(self.model, self.reach(person, action), count)

    def people(self, *, of_the_house: bool = False) -> list[Person]:
        """Whom to ask: all to whom some rows are open and some shut; in turn one of those who
        may do all, and one of those who may read nothing. ``rows`` asks them all."""
        found = [p for p in self.world.asked() if p.is_staff or not of_the_house]
        oracle = self.world.oracle
        free = [
            person
            for person in found
            if oracle.has_all(person, self.model, "read")
            and oracle.has_all(person, self.model, "write")
        ]
        shut = [person for person in found if not oracle.has_door(person, self.model, "read")]
        if THOROUGH:
            return found
        asked = [person for person in found if person not in free and person not in shut]
        return [*asked, *(turn(self.model, group) for group in (free, shut) if group)]

    def finish(self, record_property) -> None:
        """Tell how many were asked; fail with what was wrong."""
        record_property("probes", self.count)
        assert not self.wrong, f"{len(self.wrong)} wrong:\n" + "\n".join(self.wrong[:SHOWN])


def _words(parts) -> str:
    return " · ".join(str(getattr(part, "name", part)) for part in parts)


def _few(keys: set) -> str:
    return ", ".join(map(str, list(keys)[:2]))


def asked_by(person: Person, **query) -> Any:
    """A console request by that person."""
    request = RequestFactory().get("/console/", query)
    request.user = person.user
    return request


@contextmanager
def untouched():
    """Inside, nothing may be written: what is denied does not even try."""

    def watched(execute, sql, params, many, context):
        assert sql.split(None, 1)[0].upper() not in WRITING, f"Written: {sql[:200]}"
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watched):
        yield


def turn(model: type[Model], people: list[Person], what: str = "") -> Person:
    """One of several persons, another for each model and surface, the same in each run."""
    return people[sum(f"{model._meta.label}{what}".encode()) % len(people)]
