"""What a year has brought an owner, from the statements that went out."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.db.models import Sum

from finance.choices.statements import OwnerPayoutStatus, OwnerStatementStatus
from finance.models import OwnerPayout, OwnerStatement

ZERO = Decimal("0.00")
OUT = (OwnerStatementStatus.SENT, OwnerStatementStatus.PAID)
SUMS = (
    "total_revenue",
    "total_fees",
    "total_expenses",
    "total_taxes",
    "management_fee",
    "net_to_owner",
)


@dataclass
class YearFigures:
    """Sums of a year, in USD; expenses and fees as positive amounts, as on statements."""

    statements: int = 0
    nights_booked: int = 0
    total_revenue: Decimal = ZERO
    total_fees: Decimal = ZERO
    total_expenses: Decimal = ZERO
    total_taxes: Decimal = ZERO
    management_fee: Decimal = ZERO
    net_to_owner: Decimal = ZERO
    paid_out: Decimal = ZERO

    def add(self, other: "YearFigures") -> None:
        """Take another's figures into these."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class OwnerYear:
    """A year: its sums, and those of each property (key -> figures)."""

    year: int
    total: YearFigures = field(default_factory=YearFigures)
    properties: dict[UUID, YearFigures] = field(default_factory=dict)


def owner_year(user, year: int) -> OwnerYear:
    """The year of the user as a homeowner: statements whose period ends in it, payouts of it.

    Only what went out counts, as it stands on the statements. Two queries.
    """
    by_home: dict[UUID, YearFigures] = defaultdict(YearFigures)
    statements = OwnerStatement.objects.for_user(user).filter(
        homeowner=user.homeowner_id, status__in=OUT, period_end__year=year
    )
    for row in statements.order_by().iterator():
        figures = by_home[row.property_id]
        figures.statements += 1
        figures.nights_booked += row.nights_booked
        for name in SUMS:
            setattr(figures, name, getattr(figures, name) + getattr(row, name))
    payouts = (
        OwnerPayout.objects.for_user(user)
        .filter(homeowner=user.homeowner_id, paid_date__year=year, status=OwnerPayoutStatus.PAID)
        .order_by()
        .values_list("property_id")
        .annotate(n=Sum("amount"))
    )
    for home, amount in payouts:
        by_home[home].paid_out += amount
    found = OwnerYear(year, properties=dict(by_home))
    for figures in by_home.values():
        found.total.add(figures)
    return found
