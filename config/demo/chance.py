"""Chance that repeats itself."""

import random
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

CENT = Decimal("0.01")


def cents(amount) -> Decimal:
    """An amount of money, to the cent (banker's halves do not matter here)."""
    return Decimal(amount).quantize(CENT)


class Chance(random.Random):
    """A stream of chance of its own for each topic, so that one topic never shifts another."""

    def __init__(self, *path):
        super().__init__("/".join(str(part) for part in path))

    def maybe(self, probability: float) -> bool:
        """True with this probability."""
        return self.random() < probability

    def pick[T](self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[int(self.random() * len(items))]

    def weighed[T](self, weights: dict[T, float]) -> T:
        """One of the keys, by weight."""
        return self.choices(list(weights), list(weights.values()))[0]

    def some[T](self, items: Sequence[T], low: int, high: int) -> list[T]:
        """Between ``low`` and ``high`` different items, in their order."""
        count = min(len(items), self.randint(low, high))
        chosen = sorted(self.sample(range(len(items)), count))
        return [items[i] for i in chosen]

    def money(self, low: float, high: float, step: str = "0.01") -> Decimal:
        """An amount between, in steps (5 for round prices)."""
        unit = Decimal(step)
        return (
            (Decimal(str(self.uniform(low, high))) / unit).quantize(Decimal(1)) * unit
        ).quantize(CENT)

    def score(self, low: float, high: float, places: str = "0.01") -> Decimal:
        """A number between, with decimals."""
        return Decimal(str(self.uniform(low, high))).quantize(Decimal(places))

    def digits(self, count: int) -> str:
        """So many digits, leading zeros included."""
        return str(self.randrange(10**count)).zfill(count)

    def uuid(self, at: datetime) -> UUID:
        """A UUIDv7 of that instant."""
        number = (int(at.timestamp() * 1000) << 80) | self.getrandbits(80)
        number = number & ~(0xF << 76) | (0x7 << 76)
        number = number & ~(0x3 << 62) | (0x2 << 62)
        return UUID(int=number)
