"""What a sheet is, whatever file it comes from."""

from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from core.spreadsheets.values import Value

NumberedRow = tuple[int, Sequence[Value]]
Area = tuple[tuple[int, int], tuple[int, int]]


class Sheet(Protocol):
    """Rows with their numbers, readable more than once, and what is known beside the cells."""

    name: str
    is_hidden: bool
    is_text: bool
    merged: Sequence[Area]  # first and last cell as (row, column), 0-based
    grouped: Container[int]  # numbers of rows with cells merged over some columns

    def load(self) -> None:
        """Makes ready what is known beside the cells."""

    def free(self) -> None:
        """Gives memory back; the sheet can be loaded again."""

    def hides(self, number: int) -> bool:
        """Whether the row of a number is hidden."""

    def rows(self) -> Iterator[tuple[int, list[Value]]]:
        """Rows with their numbers (1-based), "" for a blank cell."""
