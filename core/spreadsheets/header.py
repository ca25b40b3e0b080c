"""Where the headings of a sheet stand, and what its rows look like."""

import re
from collections import Counter
from collections.abc import Container, Sequence

from core.spreadsheets.facts import Layout
from core.spreadsheets.kinds import kind_of
from core.spreadsheets.labels import TOTAL
from core.spreadsheets.sheets import NumberedRow
from core.spreadsheets.values import Value, as_text, column_letter

HEAD_ROWS = 200
# The header stands among the first so many rows.
SEARCHED = 40
LONGEST_HEADING = 200
NO_HEADING = re.compile(r"\S+@\S+\.\S+|https?://|www\.", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
WORD = re.compile(r"\d+|[^\W\d_]+")


def is_blank(value: Value) -> bool:
    """Whether a cell shows nothing."""
    return value == "" or (isinstance(value, str) and not value.strip())


def filled(row: Sequence[Value]) -> list[int]:
    """The places of a row's filled cells."""
    return [place for place, value in enumerate(row) if not is_blank(value)]


def value_kind(value: Value) -> str:
    """The kind of a filled cell: number, date, flag or text."""
    if isinstance(value, str):
        return kind_of(value)[0]
    if isinstance(value, bool):
        return "flag"
    return "number" if isinstance(value, (int, float)) else "date"


def layout_of(
    head: Sequence[NumberedRow], header_row: int | None = None, grouped: Container[int] = ()
) -> Layout:
    """The layout by the first rows of a sheet; ``header_row`` is given (0: none) or looked for.

    ``grouped`` are the rows with cells merged over some of the columns.
    """
    if header_row is None:
        header_row = find_header(head, grouped)
    after = [row for number, row in head if number > header_row and filled(row)]
    typical = usual(Counter(len(filled(row)) for row in after))
    header: list[str] = []
    if header_row:
        row = next((row for number, row in head if number == header_row), [])
        header = [as_text(value) for value in row]
        while header and not header[-1].strip():
            header.pop()
    return Layout(
        header_row=header_row,
        header=header,
        typical=typical,
        texts=text_columns([row for row in after if not is_sum(row)], typical),
        shapes=[common_shapes(after, place) for place in (0, 1)],
    )


def common_shapes(rows: Sequence[Sequence[Value]], place: int) -> list[str] | None:
    """The manners of writing that the cells of a column share, rows of one cell apart.

    None where they are written in all manners, so that another one says nothing.
    """
    cells = [row[place] for row in rows if place < len(row) and len(filled(row)) > 1]
    counts = Counter(shape(cell) for cell in cells if not is_blank(cell))
    total = sum(counts.values())
    common = [text for text, count in counts.items() if count * 10 >= total]
    return common if sum(counts[text] for text in common) * 10 >= total * 8 else None


def is_sum(row: Sequence[Value]) -> bool:
    """Whether the first filled cell of a row is the label of a sum."""
    return bool(TOTAL.fullmatch(as_text(row[filled(row)[0]]).strip()))


def usual(counts: Counter) -> int:
    """How many cells a row usually fills: the median, rows of one cell left out; 0 for none."""
    wide = sorted(number for number in counts.elements() if number > 1)
    return wide[len(wide) // 2] if wide else max(counts, default=0)


def text_columns(rows: Sequence[Sequence[Value]], typical: int) -> list[int]:
    """The columns that nearly all full rows fill with text."""
    full = [row for row in rows if len(filled(row)) * 2 >= typical][:HEAD_ROWS]
    if len(full) < 2:
        return []
    columns = []
    for place in range(max(map(len, full))):
        cells = [row[place] for row in full if place < len(row) and not is_blank(row[place])]
        texts = [cell for cell in cells if value_kind(cell) == "text"]
        if len(cells) >= 0.9 * len(full) and len(texts) >= 0.8 * len(cells):
            columns.append(place)
    return columns


def find_header(head: Sequence[NumberedRow], grouped: Container[int] = ()) -> int:
    """The row of the headings (1-based), 0 where the sheet has none.

    It is the first row of mostly distinct texts that is about as wide as what follows it, unless
    its cells look like those below them. Where merged cells of it head groups of columns, and
    the next row heads more of them, it is the next.
    """
    rows = [(number, row, filled(row)) for number, row in head]
    rows = [entry for entry in rows if entry[2]]
    for place, (number, row, places) in enumerate(rows[:SEARCHED]):
        below = rows[place + 1 :]
        if fits_above(row, places, below):
            if below and is_only_above(row, places, below, is_grouped=number in grouped):
                continue
            return 0 if is_data(row, places, [entry[1] for entry in below[:60]]) else number
    return 0


def is_only_above(
    row: Sequence[Value], places: list[int], below: list, *, is_grouped: bool
) -> bool:
    """Whether the headings are in the next row: under headings of groups, or under a title.

    A title such as ``Staff | as of | 3/4/2024`` holds a number or a date, and below it stand
    nothing but texts, at least as many.
    """
    _, following, filled_there = below[0]
    if is_grouped and len(filled_there) > len(places):
        return True
    return (
        len(filled_there) >= len(places)
        and any(value_kind(row[place]) in ("number", "date") for place in places)
        and all(value_kind(following[place]) == "text" for place in filled_there)
        and fits_above(following, filled_there, below[1:])
    )


def fits_above(row: Sequence[Value], places: list[int], below: list) -> bool:
    """Whether a row can be the headings of the rows below it."""
    cells = [row[place] for place in places]
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and is_wordy(cell)]
    widths = Counter(len(entry[2]) for entry in below[:60])
    typical = usual(widths)
    if len(places) < 2 and (typical > 1 or max(widths, default=0) > 1):
        return False
    if len(places) * 10 < typical * 6:
        return False
    if len(texts) * 10 < len(places) * 6 or any(len(text) > LONGEST_HEADING for text in texts):
        return False
    distinct = {text.casefold() for text in texts}
    if len(distinct) * 2 < len(texts):
        return False
    reach = max((max(entry[2]) for entry in below[:60] if len(entry[2]) >= typical), default=0)
    return max(places) * 10 >= reach * 5 or len(places) >= typical


def is_wordy(text: str) -> bool:
    """Whether a text reads as neither a number nor a date."""
    return kind_of(text)[0] in ("text", "flag")


def is_data(row: Sequence[Value], places: list[int], below: list[Sequence[Value]]) -> bool:
    """Whether a row that could be the headings looks like the data below it instead."""
    points = 0.0
    below = [other for other in below if other != row]  # headings may be repeated inside
    for place in places:
        value = row[place]
        cells = [other[place] for other in below if place < len(other)]
        cells = [cell for cell in cells if not is_blank(cell)]
        kind = value_kind(value)
        if isinstance(value, str) and NO_HEADING.search(value):
            points -= 2
        if not cells:
            continue
        kinds = Counter(value_kind(cell) for cell in cells)
        common, count = kinds.most_common(1)[0]
        if common != "text" and count * 10 >= len(cells) * 6:
            is_year = bool(YEAR.fullmatch(as_text(value))) and not all(
                YEAR.fullmatch(as_text(cell)) for cell in cells
            )
            points += 1 if kind != common else 0 if is_year else -1
        elif isinstance(value, str) and kind == "text":
            same = sum(cell == value for cell in cells)
            if (same * 20 > len(cells) and len(cells) > 3) or is_like(value, cells):
                points -= 1
    return points <= -max(1, min(2, len(places) / 2))


def is_like(value: str, cells: list[Value]) -> bool:
    """Whether a text with digits is written as most of some cells are: VEND-001, VEND-002."""
    if not any(sign.isdigit() for sign in value):
        return False
    own = shape(value)
    return sum(shape(cell) == own for cell in cells) * 2 >= len(cells)


def shape(value: Value) -> str:
    """A text with its words and digits made alike: ``VEND-001`` is ``A-9``, ``Ana Ito`` ``Aa Aa``."""
    return WORD.sub(word_shape, str(value).strip()[:80])


def word_shape(found: re.Match) -> str:
    """One word as its manner: 9 digits, A capitals, Aa capitalised, a otherwise."""
    word = found[0]
    if word[0].isdigit():
        return "9"
    if word.isupper() and len(word) > 1:
        return "A"
    return "Aa" if word[0].isupper() else "a"


def headings(header: Sequence[str], width: int) -> list[tuple[str, bool]]:
    """The headings of all columns, and whether they are the sheet's own.

    A column without one is named by its letters; one that repeats gets " (2)".
    """
    named, seen = [], set()
    for place in range(width):
        own = " ".join(header[place].split()) if place < len(header) else ""
        text = own or f"Column {column_letter(place)}"
        unique, count = text, 1
        while unique.casefold() in seen:
            count += 1
            unique = f"{text} ({count})"
        seen.add(unique.casefold())
        named.append((unique, bool(own)))
    return named
