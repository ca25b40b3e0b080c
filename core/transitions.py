"""How a status may move: declared once, used by services, database, console and docs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pgtrigger
from django.db import models


@dataclass(frozen=True)
class Transitions:
    """The moves of one status field.

    ``moves`` maps a stored value to the values it may become. ``initial`` lists the values a new
    row may start with; ``reason`` and ``approval`` hold the (from, to) pairs that ask for either.
    """

    field: str
    values: type[models.TextChoices]
    moves: Mapping[str, Iterable[str]]
    reason: frozenset[tuple[str, str]] = frozenset()
    approval: frozenset[tuple[str, str]] = frozenset()

    @property
    def edges(self) -> list[tuple[str, str]]:
        """All (from, to) pairs, in the order in which they are declared."""
        return [(str(start), str(end)) for start, ends in self.moves.items() for end in ends]

    def next(self, status: str) -> list[str]:
        """The values that ``status`` may become."""
        return [str(value) for value in self.moves.get(status, ())]

    def allows(self, start: str, end: str) -> bool:
        """Whether the field may go from ``start`` to ``end``."""
        return start == end or end in self.next(start)

    def label(self, status: str) -> str:
        """The value as people read it."""
        return str(self.values(status).label)

    def guard(self) -> "StatusGuard":
        """The database's own guard of the same moves, for ``Meta.triggers``."""
        return StatusGuard(self)


class StatusGuard(pgtrigger.FSM):
    """Refuses, in the database, a move that the map does not have."""

    def __init__(self, declared: Transitions):
        self.declared = declared
        super().__init__(
            name=f"{declared.field}_moves", field=declared.field, transitions=declared.edges
        )


def transitions_of(model: type[models.Model]) -> dict[str, Transitions]:
    """The maps of a model by field: what its Meta's guards declare."""
    guards = (t for t in getattr(model._meta, "triggers", ()) if isinstance(t, StatusGuard))
    return {guard.declared.field: guard.declared for guard in guards}
