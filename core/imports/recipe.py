"""How one sheet is read: what its headings and cells mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SKIP = "skip"


class Cancelled(Exception):
    """Somebody asked for the work to stop; nothing of it stands."""


@dataclass(frozen=True)
class Recipe:
    """columns: heading -> column of the resource; value_maps: column -> {text: what it means};
    defaults: column -> text that stands where the sheet has no such cell or an empty one.

    key_name: by which key alone rows are matched; empty tries all. decisions: row of the sheet ->
    key of the row that it is, or ``SKIP``. clears_blanks: an empty cell empties what stands there.
    """

    columns: Mapping[str, str]
    value_maps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    key_name: str | None = None
    clears_blanks: bool = False
    decisions: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Report:
    """How far the work is; ``told`` is called with a phase, rows done and all rows, if known.

    It may raise ``Cancelled``.
    """

    told: Any = None

    def __call__(self, phase: str, done: int, total: int | None = None) -> None:
        if self.told is not None:
            self.told(phase, done, total)
