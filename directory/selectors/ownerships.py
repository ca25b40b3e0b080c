"""Who owned what, on which days."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from directory.models import Ownership


@dataclass(frozen=True)
class Share:
    """What a homeowner holds of a property: percentage points, on the days [start, end)."""

    percent: Decimal
    start: date
    end: date | None
    ownership_type: str
    role: str
    is_payee: bool


def shares_of(homeowner_id, property_ids) -> dict:
    """Property key -> the shares that a homeowner has held of it, in order of their days.

    One query.
    """
    rows = Ownership._base_manager.filter(homeowner=homeowner_id, property__in=property_ids)
    found: dict = {key: [] for key in property_ids}
    for row in rows.order_by("effective_date"):
        share = Share(
            percent=row.ownership_percentage,
            start=row.effective_date,
            end=row.end_date,
            ownership_type=row.ownership_type,
            role=row.role,
            is_payee=row.is_payee,
        )
        found[row.property_id].append(share)
    return found


def share_on(shares: list[Share], day: date) -> Share | None:
    """The share in force on a day; the largest, should there be several."""
    held = [s for s in shares if s.start <= day and (s.end is None or day < s.end)]
    return max(held, key=lambda s: s.percent, default=None)


def spans(shares: list[Share]) -> list[tuple[date, date | None]]:
    """The days [start, end) on which any of the shares is held, joined where they meet."""
    joined: list[tuple[date, date | None]] = []
    for start, end in sorted(((s.start, s.end) for s in shares), key=lambda span: span[0]):
        if end is not None and end <= start:
            continue
        if joined and (joined[-1][1] is None or start <= joined[-1][1]):
            before, until = joined[-1]
            last = None if until is None or end is None else max(until, end)
            joined[-1] = (before, last)
        else:
            joined.append((start, end))
    return joined


__all__ = ["Share", "share_on", "shares_of", "spans"]
