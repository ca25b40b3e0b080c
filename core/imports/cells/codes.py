"""Rows of our lists, named by code or name or by what others call them."""

from collections.abc import Mapping
from typing import Any

from core.imports.cells.base import folded
from core.imports.cells.texts import IdCell


class CodeCell(IdCell):
    """The code or the name of a row of a list; ``also``: further words for a code.

    Whether there is such a row is found out by the column (``Reference``), not here.
    """

    wanted = "a code or a name"

    def __init__(self, also: Mapping[str, str] | None = None, *, example: str = "") -> None:
        super().__init__()
        self._by_word = {folded(word): code for word, code in (also or {}).items()}
        self.example = example
        self.hint = "The code or the name, as the list has it."
        if also:
            self.hint += f" These are known too: {', '.join(also)}."

    def from_text(self, text: str) -> Any:
        return self._by_word.get(folded(text), text)
