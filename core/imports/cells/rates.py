"""Rates as people keep them: percentages that a spreadsheet may hold as fractions."""

from decimal import Decimal

from core.imports.cells.base import Refused
from core.imports.cells.numbers import RateCell


def _mixed() -> Refused:
    return Refused(
        "The column holds percentages and fractions, and this may be either.",
        "Write it with a percent sign.",
        of_kind=True,
    )


class ShareCell(RateCell):
    """Percentage points: 50, 50% and, where the whole column is written so, 0.5 are half.

    For what is never as little as 1 %: shares of a home, commissions.
    """

    hint = "A percentage: 50%, or 50; 0.5 where the whole column is written so."
    example = "50%"

    def __init__(self) -> None:
        super().__init__(of=100)
        self.hint, self.example = type(self).hint, type(self).example

    def _plain_rate(self, number: Decimal, *, exact: bool) -> Decimal | int:
        if exact or not number or abs(number) > 1:
            return self.fitted(number)
        if self.has_large:
            raise _mixed()
        return self.fitted(number * 100)


class FeeCell(RateCell):
    """A fraction: 0.22, 22% and, where the whole column is written so, 22 are the same."""

    hint = "A percentage: 22%, or 0.22; 22 where the whole column is written so."
    example = "22%"

    def __init__(self) -> None:
        super().__init__(of=1)
        self.hint, self.example = type(self).hint, type(self).example

    def _plain_rate(self, number: Decimal, *, exact: bool) -> Decimal | int:
        if exact or not number:
            return self.fitted(number)
        if abs(number) > 1:
            return self.fitted(number / 100)
        if self.has_large:
            raise _mixed()
        return self.fitted(number)
