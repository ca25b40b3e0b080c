"""What the export writes comes in as the very same, and no cell ever fails but by refusing."""

import datetime
import json
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from core.imports.cells import (
    Cell,
    ChoiceCell,
    CoordinateCell,
    DateCell,
    EmailCell,
    FlagCell,
    IdCell,
    ListCell,
    MomentCell,
    MoneyCell,
    NumberCell,
    NumberedCell,
    PersonNameCell,
    PhoneCell,
    RateCell,
    Refused,
    TextCell,
    TimeCell,
    WholeCell,
)
from core.imports.cells.base import BLANKS, EDGES, ERRORS
from core.spreadsheets.cells import csv_cell
from tests.imports.columns import column

CELLS: list[Cell] = [
    TextCell(),
    TextCell(longest=5, trimmed=True),
    IdCell(),
    NumberedCell("PRP-"),
    NumberedCell("RES-{year}-"),
    ListCell(),
    NumberCell(),
    NumberCell(2, 0, 10),
    WholeCell(),
    CoordinateCell(),
    MoneyCell(),
    MoneyCell(currency="USD"),
    RateCell(),
    RateCell(of=100),
    FlagCell(),
    ChoiceCell([("a", "A"), ("b", "B")]),
    DateCell(),
    TimeCell(),
    MomentCell("Pacific/Honolulu"),
    MomentCell("America/New_York"),
    EmailCell(),
    PhoneCell(),
    PersonNameCell(),
    PersonNameCell(("first_name", "middle_name", "last_name", "suffix"), single=True),
]

# Text that PostgreSQL can keep.
kept = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), min_size=1)
texts = kept.filter(lambda text: text.strip(EDGES) and text.strip(EDGES).upper() not in ERRORS)
risky = st.builds(
    str.__add__, st.sampled_from(["=", "+", "-", "@", "'", "''=", "'-", "\t=", "\r"]), texts
)
moments = st.datetimes(
    datetime.datetime.fromisoformat("1901-01-01"),
    datetime.datetime.fromisoformat("2199-01-01"),
    timezones=st.just(datetime.UTC),
)


def decimals(least, most, places):
    return st.decimals(least, most, places=places, allow_nan=False)


def back(cell, value):
    """The value that comes in where ``value`` went out, in each state a column may have."""
    found = {repr(cell.clean(csv_cell(value)))}
    for order in (None, "day first", "month first", "both"):
        found.add(
            repr(
                cell.settled(column([csv_cell(value)], order=order, mark=".")).clean(
                    csv_cell(value)
                )
            )
        )
    assert len(found) == 1
    return cell.clean(csv_cell(value))


@given(texts | risky)
def test_texts(text):
    assert back(TextCell(), text) == text


@given(texts | risky)
def test_texts_in_workbooks(text):
    """A workbook is not guarded: texts stand there as they are."""
    assert TextCell().settled(column(), guarded=False).clean(text) == text


@given(decimals("-9999999999.99", "9999999999.99", 2))
def test_money(value):
    assert back(MoneyCell(), value) == value
    assert float(value) == pytest.approx(float(MoneyCell().clean(float(value))))


@given(decimals(-180, 180, 7))
def test_coordinates(value):
    assert back(CoordinateCell(), value) == value
    assert CoordinateCell().clean(float(value)) == value


@given(decimals(0, 1, 4), decimals(0, 100, 4))
def test_rates(fraction, points):
    assert back(RateCell(), fraction) == fraction
    assert back(RateCell(of=100), points) == points


@given(decimals(-99999, 99999, 4) | decimals(-99999, 99999, 2) | decimals(-999, 999, 1))
def test_numbers(value):
    places = -value.as_tuple().exponent
    assert back(NumberCell(places=places), value) == value


@given(st.integers(-(2**31), 2**31 - 1))
def test_whole_numbers(value):
    assert back(WholeCell(), value) == value
    assert WholeCell().clean(float(value)) == value


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)))
def test_dates(value):
    assert back(DateCell(), value) == value


@given(st.times())
def test_times(value):
    assert back(TimeCell(), value) == value


@given(moments)
def test_instants(value):
    assert back(MomentCell("America/New_York"), value) == value


@given(st.booleans())
def test_flags(value):
    assert back(FlagCell(), value) is value


@given(st.lists(kept | st.integers() | st.floats(allow_nan=False, allow_infinity=False)))
def test_lists(value):
    assert back(ListCell(), value) == value


@given(st.from_regex(r"\A[A-Za-z0-9_./:=+@-]{1,30}\Z"))
def test_ids(text):
    if text.lower() in BLANKS or text.startswith("'"):
        return
    if re.fullmatch(r"[+-]?[0-9]+e[+][0-9]{1,3}", text, re.I):
        with pytest.raises(Refused, match="15 digits"):
            IdCell().clean(csv_cell(text))
    else:
        assert IdCell().clean(csv_cell(text)) == text


@given(st.from_regex(r"\A\+1[2-9][0-9]{2}[2-9][0-9]{6}( x[0-9]{1,5})?\Z"))
def test_telephone_numbers(number):
    assert back(PhoneCell(), number) == number


@given(st.emails().map(str.lower))
def test_addresses(address):
    try:
        assert back(EmailCell(), address) == address
    except Refused:
        assert not address.isascii() or any(char in address for char in "'!#$%&*/=?^`{|}~+")


anything = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.times()
    | st.datetimes()
    | moments
    | st.text()
    | st.text("0123456789.,-+'/: ()$€%eEapmTZx#&@", max_size=25)
    | st.from_regex(r"\A[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/., ]{1,2}[0-9]{1,4}( [0-9:]{1,8})?\Z")
)


def check(cell, raw):
    """The cell gives what JSON and the database can keep, or refuses with reason and remedy."""
    try:
        value = cell.clean(raw)
    except Refused as refused:
        told = refused
    else:
        document = json.dumps(cell.staged(value), allow_nan=False, ensure_ascii=False).encode()
        assert b"\\u0000" not in document
        return
    assert told.reason.endswith(".")
    assert told.remedy.endswith(".")


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: type(cell).__name__)
@settings(max_examples=150, deadline=None)
@given(raw=anything, order=st.sampled_from([None, "day first", "month first", "both"]),
       mark=st.sampled_from([None, ".", ","]))  # fmt: skip
def test_a_cell_gives_a_value_or_refuses(cell, raw, order, mark):
    cell = cell.settled(column([raw], order=order, mark=mark))
    check(cell, raw)


NAUGHTY = [
    "", "undefined", "NULL", "(null)", "nil", "true", "\\", "1.00", "$1.00", "1/2", "1E2", "1E02",
    "-1.00", "-$1.00", "0/0", "-2147483648/-1", "0.00", "0..0", ".", "0.0.0", "--1", "-.", ",",
    "123456789012345678901234567890", "NaN", "Infinity", "INF", "1#IND", "0xffffffff", "1e1000",
    "1 000.00", "1'000,00", "1 000 000,00", "1,000,000.00", "²", "⁰⁴⁵", "٣٤٥", "−5", "½", "Ω≈ç√∫˜µ≤≥÷",
    "()", "(1", "1)", "( )", "[", "]", "{}", "{", "[]", "[[", '"', "'", "''", "'=", "=", "@", "+", "-",
    "\ufeff", "\u202e123", "ﾟ･✿ヾ╲(｡◕‿◕｡)╱✿･ﾟ", "👾 🙇 💁", "🇺🇸", "Ṱ̺̺̕o͞ ̷", "<script>alert(0)</script>",
    "1;DROP TABLE users", "../../etc/passwd%00", "\x00", "a\x00b", "\ud800", "\x1b[31m", "$HOME", "%d%s",
    "{0}", "File:///", "Mar", "Mon", "st", "1st", "Mar st 1", "0000-00-00", "9999-99-99", "00/00/0000",
    "1-1-1", "12:99", "24:00", "99 pm", "T", "2024-01-01T", "2024-01-01 at", "24:00:00.999999999Z",
    "2024-01-01T00:00+24:00", "0001-01-01T00:00Z", "9999-12-31T23:59-23:59", "1" * 5000, "9" * 400 + ".5",
    "," * 3000, "(" * 3000, "a" * 100_000, "1 " * 3000, "-" * 3000, "é" * 3000 + "@x", "+" + "1" * 3000,
    b"bytes", [], {}, object(), 10**400, -(10**400), 1e308, -0.0, 5e-324, Decimal("NaN"),
]  # fmt: skip


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: type(cell).__name__)
def test_naughty_cells_are_values_or_refused(cell):
    for raw in NAUGHTY:
        check(cell, raw)
