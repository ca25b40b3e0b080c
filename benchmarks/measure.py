"""Timing ours against a floor, and the table that tells the result."""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass
class Line:
    """One measured thing. Times are milliseconds; goals are upper bounds.

    ``floor`` is what the database alone takes for the same rows, None where there is no such
    thing. ``goal`` bounds the ratio to it, ``least`` bounds it from below (where not ours is
    measured), ``goal_ms`` the time itself, ``goal_queries`` the statements of one request.
    ``unit`` is of ``ours`` and ``goal_ms``. ``fault`` is a broken promise that no figure shows.
    """

    what: str
    ours: float
    floor: float | None = None
    goal: float | None = None
    goal_ms: float | None = None
    queries: int | None = None
    goal_queries: int | None = None
    least: float | None = None
    unit: str = "ms"
    fault: str = ""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours over the floor."""
        return self.ours / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """ "ok", "over" with what is missed, or nothing where there is no goal."""
        bounds = (
            (self.ratio, self.goal, "ratio"),
            (self.ours, self.goal_ms, "time" if self.unit == "ms" else self.unit),
            (self.queries, self.goal_queries, "queries"),
        )
        missed = [name for value, bound, name in bounds if bound is not None and value > bound]
        if self.least is not None and (self.ratio or 0) < self.least:
            missed.append("ratio")
        if self.fault:
            missed.append(self.fault)
        if missed:
            return f"over: {', '.join(missed)}"
        asked = (self.least, *(bound for _, bound, _ in bounds))
        return "ok" if any(bound is not None for bound in asked) else ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as text, one cell a column of the table."""
        goals = []
        if self.goal is not None:
            goals.append(f"≤ {self.goal:g}×")
        if self.goal_ms is not None:
            goals.append(f"≤ {self.goal_ms:g} {self.unit}")
        if self.least is not None:
            goals.append(f"≥ {self.least:g}×")
        if self.goal_queries is not None:
            goals.append(f"≤ {self.goal_queries} q")
        return (
            self.what,
            "" if self.floor is None else figure(self.floor),
            figure(self.ours) + ("" if self.unit == "ms" else f" {self.unit}"),
            "" if self.ratio is None else f"{self.ratio:.1f}×",
            "" if self.queries is None else str(self.queries),
            ", ".join(goals),
            self.verdict or self.note,
        )


HEAD = ("", "floor ms", "ours ms", "ratio", "queries", "goal", "")


def figure(milliseconds: float) -> str:
    """A time with as many digits as it is worth."""
    return f"{milliseconds:,.{0 if milliseconds >= 100 else 1 if milliseconds >= 10 else 2}f}"


def table(title: str, lines: Iterable[Line]) -> str:
    """The lines of one part as an aligned table."""
    rows = [HEAD, *(line.cells for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    drawn = []
    for row in rows:
        cells = [
            cell.ljust(width) if column in (0, 5, 6) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        drawn.append("  ".join(cells).rstrip())
    return "\n".join([title, *drawn, ""])


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def best(*works: Callable[[], object], times: int = 7) -> list[float]:
    """The quickest of ``times`` calls of each, taken in turns so that all meet the same noise."""
    for work in works:
        work()  # the first call pays for caches, plans and compiled templates
    quickest = [float("inf")] * len(works)
    gc.collect()
    for _ in range(times):
        for position, work in enumerate(works):
            quickest[position] = min(quickest[position], timed(work))
    return quickest
