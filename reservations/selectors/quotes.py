"""Quotes and the stays that they are for: whether they still fit, and what would change."""

from dataclasses import dataclass
from decimal import Decimal

from core.money import ZERO
from reservations.choices.quotes import QuoteLineKind
from reservations.models import Quote, QuoteLine, Reservation

#: Amounts that are compared, as people call them.
AMOUNTS = (
    ("Rent", "accommodation_total"),
    ("Discount", "discount_total"),
    ("Fees", "fees_total"),
    ("Taxes", "taxes_total"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """An amount as the stay has it and as the quote would make it."""

    name: str
    before: Decimal
    after: Decimal

    @property
    def change(self) -> Decimal:
        """More (or less, below 0) than before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind with what they add up to."""

    title: str
    lines: list[QuoteLine]
    total: Decimal


def misfit(quote: Quote, stay: Reservation) -> str:
    """Why a quote is not for the stay as it stands, to follow its number; empty when it is."""
    if quote.property_id != stay.property_id:
        return "is for another home."
    mine = (quote.check_in_date, quote.check_out_date)
    theirs = (stay.check_in_date, stay.check_out_date)
    if mine != theirs:
        return (
            f"is for {mine[0]} to {mine[1]}, and the stay is from {theirs[0]} to {theirs[1]} now."
        )
    counts = ("adults", "children", "pets")
    if any(getattr(quote, name) != getattr(stay, name) for name in counts):
        return "is for another party than the stay has."
    return ""


def last_accepted(stay: Reservation) -> Quote | None:
    """The quote that the stay's amounts came from."""
    taken = stay.quotes.filter(accepted_at__isnull=False)
    return taken.order_by("-accepted_at", "-id").first()


def differences(quote: Quote, stay: Reservation) -> list[Difference]:
    """What the stay's amounts are and would be, and the total; with those that stay the same."""
    rows = [
        Difference(name, getattr(stay, column) or ZERO, getattr(quote, column))
        for name, column in AMOUNTS
    ]
    before = (stay.gross_total or ZERO) - (stay.discount_total or ZERO)
    return [*rows, Difference("Total", before, quote.gross_total)]


def sections(lines: list[QuoteLine]) -> list[Section]:
    """Lines by kind, in the order they are shown; empty kinds are left out."""
    titles = (
        (QuoteLineKind.NIGHT, "Nights"),
        (QuoteLineKind.DISCOUNT, "Discounts"),
        (QuoteLineKind.FEE, "Fees"),
        (QuoteLineKind.TAX, "Taxes"),
        (QuoteLineKind.PAYMENT, "Payments"),
    )
    found = []
    for kind, title in titles:
        own = [line for line in lines if line.kind == kind]
        if own:
            found.append(Section(title, own, sum((line.amount for line in own), ZERO)))
    return found
