"""Data rows told from titles, totals, sections, repeated headers, footers and hidden rows.

A row is skipped only on strong evidence; whatever is doubtful stays data, and is refused later,
in the open, if it is none.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from core.spreadsheets.facts import Layout
from core.spreadsheets.header import filled, shape, value_kind
from core.spreadsheets.labels import FOOTER, GONE, OF_TOTAL, TOTAL, TOTAL_HINT, TOTAL_OF
from core.spreadsheets.sheets import NumberedRow, Sheet
from core.spreadsheets.values import Value, as_text

AGAIN = "the header again"
LONGEST_LABEL = 120
MOST_HELD = 64


class Judged(NamedTuple):
    """A row with its reason to be skipped (None: data).

    ``evidence`` is set where a lone cell may be a section: merged, gone (a word for those who
    left), colon, blank (after a blank row), unlike (written in another manner than the cells of its column) or plain; whether it is
    one, the whole sheet decides.
    """

    number: int
    cells: Sequence[Value]
    reason: str | None = None
    evidence: str | None = None
    is_adjacent: bool = False


class Judge:
    """Tells the rows of one sheet apart, in one pass with a short look ahead."""

    def __init__(self, layout: Layout, sheet: Sheet):
        self.layout = layout
        self.is_hidden = sheet.hides
        self.header = [text.strip() for text in layout.header]
        self.texts = frozenset(layout.texts)
        self.first_heading = next((text for text in self.header if text), None)
        self.merged_rows = {
            first[0] + 1
            for first, last in sheet.merged
            if last[1] > first[1] and last[0] == first[0]
        }
        self.section = ""

    def rows(self, rows: Iterable[NumberedRow]) -> Iterator[Judged]:
        """Every row but blank ones and the header, in order."""
        held: list[tuple[NumberedRow, bool]] = []
        after_blank = True
        few = 2 if self.layout.typical > 2 else 1
        header_row = self.layout.header_row
        for number, row in rows:
            count = len(row) - row.count("")
            if not count:
                after_blank = True
                continue
            first = row[0]
            if count <= few or first == "" or (first.__class__ is str and not first.strip()):
                places = filled(row)
                if not places:
                    after_blank = True
                    continue
                count, first = len(places), row[places[0]]
            if number <= header_row:
                if number < header_row:
                    yield Judged(number, row, "title")
                after_blank = False
                continue
            if self.is_hidden(number):
                yield from self.release(held, followed=False)
                yield Judged(number, row, "hidden row")
                continue
            if first.__class__ is str:
                reason = self.special(row, first)
                if reason:
                    above = "title" if reason == AGAIN else None
                    yield from self.release(held, followed=False, otherwise=above)
                    yield Judged(number, row, reason)
                    after_blank = False
                    continue
            if count == 1 and self.may_be_label(first, number):
                if len(held) >= MOST_HELD:
                    yield from self.release(held, followed=False)
                held.append(((number, row), after_blank))
            else:
                if held:
                    yield from self.release(held, followed=True)
                yield Judged(number, row)
            after_blank = False
        yield from self.footers(held)

    def special(self, row: Sequence[Value], first: str) -> str | None:
        """Whether a row is a total or the header again, by its first filled cell."""
        first = first.strip()
        if first == self.first_heading and self.is_header(row):
            return AGAIN
        if len(first) <= LONGEST_LABEL and TOTAL_HINT.search(first) and self.is_total(row, first):
            return "total"
        return None

    def is_header(self, row: Sequence[Value]) -> bool:
        """Whether a row repeats the headings, each in its place."""
        cells = [as_text(value).strip() for value in row]
        while cells and not cells[-1]:
            cells.pop()
        return cells == self.header and sum(map(bool, cells)) > 1

    def is_total(self, row: Sequence[Value], label: str) -> bool:
        """Whether a row sums up others: a label, else only numbers, and none of the texts."""
        places = filled(row)
        others = [row[place] for place in places[1:]]
        numbers = all(value_kind(value) == "number" or is_error(value) for value in others)
        if not numbers:
            return False
        # All but the label are numbers, so that a column of text has none here.
        missing = self.texts - {places[0]}
        lacks = bool(missing) or self.layout.typical > len(places)
        if TOTAL.fullmatch(label):
            return lacks or not others or not self.texts
        if not others or not lacks:
            return False
        if TOTAL_OF.fullmatch(label) or OF_TOTAL.fullmatch(label):
            rest = label.casefold()
            if self.section and self.section.casefold() in rest:
                return True
            return len(missing) >= 2 or (bool(missing) and len(self.texts) <= 2)
        return False

    def may_be_label(self, value: Value, number: int) -> bool:
        """Whether a lone cell can be a section or a footer."""
        if value.__class__ is not str or len(value) > 400 or not self.layout.header_row:
            return False
        if value_kind(value) != "text" and not FOOTER.fullmatch(value.strip()):
            return False
        return self.layout.typical > 2 or number in self.merged_rows

    def release(
        self,
        held: list[tuple[NumberedRow, bool]],
        *,
        followed: bool,
        otherwise: str | None = None,
    ) -> Iterator[Judged]:
        """The held lone cells, as sections where data rows follow the last of them.

        ``otherwise`` is the reason to skip those that are none.
        """
        last = len(held) - 1
        for place, ((number, row), after_blank) in enumerate(held):
            evidence = None
            if followed and place == last:
                evidence = self.evidence(number, row, after_blank=after_blank)
            elif number in self.merged_rows:
                evidence = "merged"
            if evidence:
                self.section = lone(row)
            if evidence in self.layout.sections:
                yield Judged(number, row, f"section: {self.section}", evidence)
            else:
                yield Judged(number, row, otherwise, evidence, last > 0)
        held.clear()

    def evidence(self, number: int, row: Sequence[Value], *, after_blank: bool) -> str | None:
        """Why a lone cell before data rows may be a section."""
        places = filled(row)
        text = lone(row)
        if len(text) > LONGEST_LABEL:
            return None
        if number in self.merged_rows:
            return "merged"
        if places[0] > 1:
            return None
        if GONE.fullmatch(text):
            return "gone"
        if text.endswith(":"):
            return "colon"
        if after_blank:
            return "blank"
        known = self.layout.shapes[places[0]]
        return "plain" if known is None or shape(text) in known else "unlike"

    def footers(self, held: list[tuple[NumberedRow, bool]]) -> Iterator[Judged]:
        """The lone cells at the end: remarks below the table, else data."""
        below = False
        for (number, row), after_blank in held:
            text = lone(row)
            below = below or after_blank or number in self.merged_rows
            is_footer = bool(FOOTER.fullmatch(text)) or (below and len(text) > LONGEST_LABEL // 2)
            yield Judged(number, row, "footer" if is_footer else None)
        held.clear()


def lone(row: Sequence[Value]) -> str:
    """The text of a row that has but one filled cell."""
    return " ".join(next(as_text(row[place]) for place in filled(row)).split())


def is_error(value: Value) -> bool:
    """Whether a cell holds the error of a formula."""
    return isinstance(value, str) and value.startswith("#") and value.rstrip("!?")[1:2].isalpha()


class Sections:
    """Candidates for section rows, collected over a sheet, and what they turn out to be."""

    MOST = 20_000

    def __init__(self) -> None:
        self.candidates: list[Judged] = []
        self.followers: list[int] = []  # data rows after each candidate
        self.before = 0  # data rows before the first candidate
        self.overflown = False

    def add(self, row: Judged) -> bool:
        """Takes a candidate; False where there are too many to be sections."""
        if len(self.candidates) >= self.MOST:
            self.overflown = True
            return False
        self.candidates.append(row)
        self.followers.append(0)
        return True

    @property
    def has_adjacent(self) -> bool:
        """Whether lone cells follow one another."""
        return any(row.is_adjacent for row in self.candidates)

    def follow(self, count: int = 1) -> None:
        """Counts data rows."""
        if self.followers:
            self.followers[-1] += count
        else:
            self.before += count

    def accepted(self) -> list[str]:
        """The kinds of evidence that count in this sheet.

        Merged cells and words for those who left always do. A table divided by lone cells is so from its top and more than
        once, and they are not written as the cells of their column are; any other lone cell is
        a row that lacks its values.
        """
        kinds = [row.evidence for row in self.candidates]
        accepted: list[str] = [kind for kind in ("merged", "gone") if kind in kinds]
        rows = self.before + sum(self.followers)
        plausible = len(kinds) * 2 <= rows + 1 and not self.overflown
        if not plausible or len(kinds) == kinds.count("merged"):
            return accepted
        if kinds.count("colon") > 1 or ("colon" in kinds and not self.before):
            accepted.append("colon")
        if len(kinds) > 1 and not self.before:
            accepted.extend(["colon", "blank", "unlike"])
            # Written like the names below them, lone cells may be names that stand alone.
            if kinds.count("plain") * 2 <= len(kinds) and not self.has_adjacent:
                accepted.append("plain")
        elif kinds.count("blank") > 1:
            accepted.append("blank")
        return list(dict.fromkeys(accepted))
