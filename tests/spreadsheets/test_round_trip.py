"""Any table of texts, written in any of our dialects and encodings, reads back the same."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from core.spreadsheets import Limits, read_rows, survey
from core.spreadsheets.surveying import SheetSurveyor, data_rows
from core.spreadsheets.text import TextSheet
from tests.spreadsheets.making import csv_text

# What no CSV holds: NUL, and halves of surrogate pairs, which are no characters.
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
PIECES = st.sampled_from(
    [
        *"aeiou ,;|\t\"'\n",
        "\r\n",
        "ʻ",
        "ā",
        "é",
        "日本",
        "🌺",
        "=1+1",
        "@x",
        "\u2028",
        "\x85",
        "\x0b",
    ]
)
PROSE = st.lists(PIECES, max_size=12).map("".join)


@st.composite
def tables(draw):
    """Rows of texts under plain headings; no row is blank, nor like a total or a section."""
    width = draw(st.integers(2, 6))
    row = st.tuples(*[st.one_of(TEXTS, PROSE)] * (width - 1), st.just("z"), st.just("y"))
    return [[f"head{n}" for n in range(width + 1)], *map(list, draw(st.lists(row, max_size=12)))]


def read(path, **options):
    """The data rows of a text file, "" for blanks, read in this process."""
    sheet = TextSheet(path, path.name, Limits(), **options)
    found = SheetSurveyor(sheet, Limits()).run(1)
    rows = list(data_rows(sheet, found.layout))
    assert not [reason for _, _, reason in rows if reason]
    assert len(rows) == found.row_count
    return [["" if cell is None else cell for cell in cells] for _, cells, _ in rows]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    table=tables(),
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(",;\t|"),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_any_table_reads_back_the_same(tmp_path_factory, table, encoding, delimiter, ends, quoting):
    text = csv_text(table, delimiter=delimiter, lineterminator=ends, quoting=quoting)
    path = tmp_path_factory.mktemp("tables") / "a.csv"
    path.write_bytes(text.encode(encoding))
    assert read(path) == table[1:]


WESTERN = st.sampled_from(
    [
        "Zoë",
        "José Núñez",
        "Ka’anapali",
        "“Hale”",
        "Müller",
        "Château",
        "café, bar",
        "naïve; yes",
        "Señor",
        "£5",
        "façade",
        "Grüße",
        "garçon",
        "plain",
        "a|b",
        "two\nlines",
    ]
)


@settings(max_examples=100, deadline=None)
@given(
    table=st.lists(st.tuples(WESTERN, WESTERN, st.just("z")), min_size=1, max_size=12),
    encoding=st.sampled_from(["cp1252", "mac_roman"]),
    delimiter=st.sampled_from(",;\t|"),
)
def test_western_words_read_back_in_the_encodings_of_old(
    tmp_path_factory, table, encoding, delimiter
):
    rows = [["Name", "Place", "Mark"], *map(list, table)]
    path = tmp_path_factory.mktemp("western") / "a.csv"
    path.write_bytes(csv_text(rows, delimiter=delimiter).encode(encoding))
    assert read(path) == rows[1:]


@pytest.mark.slow
def test_many_rows_stream_in_flat_memory(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w") as file:
        file.write("name,rate,note\n")
        for n in range(300_000):
            file.write(f"Villa {n},{n % 900}.5,note\n")
    found = survey(path, name="a.csv")
    rows = read_rows(path, name="a.csv", survey=found)
    peak = 0
    for count, _ in enumerate(rows, 1):
        if count % 50_000 == 25_000:
            peak = max(peak, peak_of(rows.gi_frame.f_locals["child"].process.pid))
    assert count == found.sheet().row_count == 300_000
    assert 0 < peak < 60


def peak_of(process: int) -> int:
    """The most memory a process has held, in megabytes."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024
