"""Closed lists and flags."""

from collections.abc import Iterable, Mapping
from typing import Any

from core.imports.cells.base import BLANKS, NO_VALUE, Cell, Refused, folded

MOST_LISTED = 12


class ChoiceCell(Cell):
    """One of a closed list, written as its value or its label; case and hyphens do not count.

    ``choices`` is a Django choices class or pairs of value and label; ``also`` further words for
    a value, ``{"hi": "high"}``, or for none, ``{"other": None}``. Gives the value.
    """

    def __init__(self, choices: Any, also: Mapping[str, Any] | None = None):
        super().__init__()
        pairs: Iterable[tuple[Any, Any]] = getattr(choices, "choices", choices)
        self.choices = [
            (getattr(value, "value", value), str(label))
            for value, label in pairs
            if value not in (None, "")
        ]
        self._by_word: dict[str, Any] = {}
        twice: set[str] = set()
        for value, label in self.choices:  # a label that two values have names neither
            word = folded(label)
            if word in self._by_word and self._by_word[word] != value:
                twice.add(word)
            self._by_word[word] = value
        for word in twice:
            del self._by_word[word]
        self._by_word |= {folded(word): value for word, value in (also or {}).items()}
        self._by_word |= {folded(str(value)): value for value, _label in self.choices}
        self._exact = {str(value): value for value, _label in self.choices}
        self.blanks = frozenset(word for word in BLANKS if folded(word) not in self._by_word)
        labels = [label for _value, label in self.choices]
        self.wanted = "one of the list"
        self.example = labels[0] if labels else ""
        self.allowed = ", ".join(labels[:MOST_LISTED])
        if len(labels) > MOST_LISTED:
            self.allowed += f" and {len(labels) - MOST_LISTED} more"
        self.hint = f"One of: {self.allowed}."
        if self.blanks == BLANKS:
            self.hint += f" {NO_VALUE}"

    @property
    def remedy(self) -> str:
        return f"Write one of: {self.allowed}."

    def from_text(self, text: str) -> Any:
        if text in self._exact:
            return self._exact[text]
        word = folded(text)
        if word not in self._by_word:
            raise Refused("The list has no such value.", self.remedy, of_kind=len(text) <= 60)
        return self._by_word[word]

    def from_number(self, value: int | float) -> Any:
        return self.from_text(str(int(value)) if value == int(value) else str(value))

    def from_flag(self, value: bool) -> Any:
        return self.from_text("true" if value else "false")


class FlagCell(Cell):
    """Yes or no. ``yes`` and ``no`` are further words: ``FlagCell(yes=["active"])``."""

    wanted = "yes or no"
    hint = f"yes or no; y, true, t, 1, x, ✓ and n, false, f, 0 are read too. {NO_VALUE}"
    example = "yes"
    YES = ("yes", "y", "true", "t", "1", "1.0", "x", "✓", "✔", "☑", "✅", "on")
    NO = ("no", "n", "false", "f", "0", "0.0", "✗", "✘", "☐", "❌", "off")

    def __init__(self, yes: Iterable[str] = (), no: Iterable[str] = ()):
        super().__init__()
        self._by_word = dict.fromkeys(self.YES, True) | dict.fromkeys(self.NO, False)
        self._by_word |= {folded(word): True for word in yes}
        self._by_word |= {folded(word): False for word in no}

    def from_text(self, text: str) -> bool:
        value = self._by_word.get(folded(text.replace("\ufe0f", "")))
        if value is None:
            raise Refused("This is neither yes nor no.", "Write yes or no.")
        return value

    def from_number(self, value: int | float) -> bool:
        if value not in (0, 1):
            raise Refused("This is neither yes nor no.", "Write yes or no.")
        return bool(value)

    def from_flag(self, value: bool) -> bool:
        return value
