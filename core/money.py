"""Money to the cent: rounded half up, and parts that add up to their whole."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

CENT = Decimal("0.01")
ZERO = Decimal("0.00")

Number = Fraction | Decimal | int


def to_cents(amount: Number) -> Decimal:
    """The amount rounded to the cent, halves away from zero."""
    exact = Fraction(amount) * 100
    whole = int(abs(exact) + Fraction(1, 2))
    return Decimal(whole if exact >= 0 else -whole) * CENT + ZERO


def shared(total: Decimal, weights: Sequence[Number]) -> list[Decimal]:
    """``total`` (whole cents) in parts in proportion to ``weights`` (none below 0).

    By largest remainder: each part is within a cent of its exact share, and they add up. Equal
    remainders go to the earlier part; where no weight is above 0, all weigh the same.
    """
    if not weights:
        return []
    exact = [Fraction(weight) for weight in weights]
    if not any(exact):
        exact = [Fraction(1)] * len(exact)
    cents = int(abs(total) * 100)
    ideal = [cents * weight / sum(exact) for weight in exact]
    parts = [int(part) for part in ideal]
    late = sorted(range(len(parts)), key=lambda n: (parts[n] - ideal[n], n))
    for n in late[: cents - sum(parts)]:
        parts[n] += 1
    sign = 1 if total >= 0 else -1
    return [sign * part * CENT + ZERO for part in parts]
