"""The delimiter of a text file: the one that cuts its rows most evenly."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

# Of two that cut equally well the one that is rarer in prose comes first.
DELIMITERS = ("\t", ";", "|", ",")
DECLARED = re.compile(r'"?sep=([^\r\n"])"?[\r\n]*', re.IGNORECASE)
FAVOURED = {"tsv": "\t", "tab": "\t", "psv": "|"}


def declared_delimiter(line: str) -> str | None:
    """The delimiter that Excel's line ``sep=;`` declares, None where the line is none."""
    found = DECLARED.fullmatch(line)
    return found[1] if found else None


def delimiter_of(
    lines: Sequence[str], name: str, *, cut: bool, among: Sequence[str] = DELIMITERS
) -> tuple[str, bool]:
    """The delimiter of some first lines, and whether blanks stand before its quotes.

    It is one of those ``among`` which to choose, or the comma. ``cut`` says that the file goes on after these lines, so that the last row may be half one.
    A file of one column has the comma.
    """
    favoured = FAVOURED.get(name.rpartition(".")[2].casefold())
    best = ((0.0, 0, 0), ",", False)
    for place, delimiter in enumerate(among):
        score, width = evenness(lines, delimiter, cut=cut)
        loose = False
        if score < 1.2 and any(f'{delimiter} "' in line for line in lines):
            skipping = evenness(lines, delimiter, cut=cut, blanks=True)
            if skipping[0] > score:
                (score, width), loose = skipping, True
        if delimiter == favoured:
            score += 0.3
        rank = (round(score, 2), width, -place)
        if width > 1 and rank > best[0]:
            best = (rank, delimiter, loose)
    return best[1], best[2]


def evenness(
    lines: Sequence[str], delimiter: str, *, cut: bool, blanks: bool = False
) -> tuple[float, int]:
    """How evenly a delimiter cuts the rows (more is better), and into how many cells."""
    widths: list[int] = []
    fault = 0.0
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=blanks)
    try:
        widths.extend(len(record) for record in reader if any(record))
    except csv.Error:
        if reader.line_num < len(lines):
            fault = 0.5
    if cut and len(widths) > 1:
        widths.pop()
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return 0.0, 1
    if sum(counts.values()) * 2 < len(widths):
        return 0.0, 1  # a sign of some texts, which most rows do without
    width, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return count / len(widths) + 0.25 * (widths[0] == width) - fault, width
