"""Spans of days, half-open as stays are: [first, end)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

Span = tuple[date, date]


def span_of(row: Any) -> Span:
    """The nights of a row with ``check_in_date`` and ``check_out_date``."""
    return row.check_in_date, row.check_out_date


def overlap(one: Span, other: Span) -> bool:
    """Whether the two have a night in common."""
    return one[0] < other[1] and other[0] < one[1]


def merged(spans: Iterable[Span], *, gap: timedelta = timedelta(0)) -> list[Span]:
    """The same nights as spans that neither touch nor overlap, in order; what lies no further
    apart than ``gap`` becomes one, with the days between."""
    found: list[Span] = []
    for first, end in sorted(spans):
        if found and first <= found[-1][1] + gap:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((first, end))
    return found


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The nights of ``spans`` that are none of ``taken``."""
    left = merged(spans)
    for first, end in taken:
        cut = []
        for a, b in left:
            if b <= first or a >= end:
                cut.append((a, b))
                continue
            if a < first:
                cut.append((a, first))
            if b > end:
                cut.append((end, b))
        left = cut
    return left
