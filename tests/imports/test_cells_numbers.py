"""Numbers, amounts, rates and coordinates: read as the column settles it, or refused."""

import datetime
from decimal import Decimal

import pytest

from core.imports.cells import (
    CoordinateCell,
    MoneyCell,
    NumberCell,
    RateCell,
    Refused,
    WholeCell,
)
from tests.imports.columns import column


@pytest.mark.parametrize(
    ("raw", "mark", "number"),
    [
        ("12", None, "12"),
        ("12.5", None, "12.5"),
        ("12,50", ",", "12.50"),
        ("12,50", None, "12.50"),
        (".5", None, "0.5"),
        ("-3", None, "-3"),
        ("−3", None, "-3"),
        ("+3", None, "3"),
        ("1,089.00", None, "1089.00"),
        ("1.089,00", None, "1089.00"),
        ("1,234,567", None, "1234567"),
        ("1.234.567", None, "1234567"),
        ("1 234 567,8", None, "1234567.8"),
        ("1\u202f234,5", None, "1234.5"),
        ("1'234.50", None, "1234.50"),
        ("1’234’567", None, "1234567"),
        ("1.234", ".", "1.234"),
        ("1.234", ",", "1234"),
        ("1,234", ".", "1234"),
        ("1,234", ",", "1.234"),
        ("0.125", None, "0.125"),
        ("1234.567", None, "1234.567"),
        ("1E-7", None, "0.0000001"),
        (3, None, "3"),
        (21.284374, None, "21.284374"),
        ("'-5", None, "-5"),
    ],
)
def test_numbers(raw, mark, number):
    assert NumberCell().settled(column(mark=mark)).clean(raw) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1.234", None),
        ("1,234", None),
        ("12,50", "."),
        ("12.50", ","),
        ("1.089,00", "."),
        ("1,089.00", ","),
        ("1.234.567", "."),
    ],
)
def test_numbers_to_be_read_in_two_ways_are_refused(text, mark):
    with pytest.raises(Refused) as refused:
        NumberCell().settled(column(mark=mark)).clean(text)
    assert refused.value.of_kind
    assert refused.value.remedy


def test_how_many_decimals_there_may_be_settles_what_the_column_does_not():
    assert NumberCell(places=4).clean("1.234") == Decimal("1.234")
    assert WholeCell().clean("1,234") == 1234
    assert MoneyCell().clean("1,234") == 1234
    for cell in (NumberCell(places=2), WholeCell(), MoneyCell()):
        with pytest.raises(Refused, match="thousands or decimals"):
            cell.clean("1.234")


@pytest.mark.parametrize(
    "raw",
    [
        "TBD", "3 (sofa)", "3 beds", "three", "12%", "12.", "1,23,456", "1,2345.6", "1.2.3", "--5",
        "1 2", "٣", "½", "#REF!", "#VALUE!", "inf", "nan5", float("inf"), float("nan"), "1e400",
        "5.5E+17", 1e15, "0x10", "1_000", "none", "9" * 50, True, datetime.date(2024, 1, 1),
        datetime.time(3), b"3", object(),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(raw):
    with pytest.raises(Refused) as refused:
        NumberCell().clean(raw)
    assert refused.value.remedy


@pytest.mark.parametrize("blank", [None, "", "  ", "-", "–", "—", "n/a", "N/A", "NULL", "NaN"])
def test_what_stands_for_no_value_is_blank(blank):
    for cell in (NumberCell(), WholeCell(), MoneyCell(), RateCell(), CoordinateCell()):
        assert cell.clean(blank) is None


def test_whole_numbers():
    cell = WholeCell(0, 40)
    assert cell.clean("3.0") == 3
    assert cell.clean(3.0) == 3
    assert isinstance(cell.clean(3.0), int)
    with pytest.raises(Refused, match="whole number"):
        cell.clean("2.5")
    with pytest.raises(Refused) as refused:
        cell.clean(41)
    assert refused.value.remedy == "Write a number from 0 to 40."
    assert "From 0 to 40." in cell.hint
    assert "Up to 9." in NumberCell(most=9).hint
    assert "From 1 on." in NumberCell(least=1).hint
    assert "From" not in WholeCell().hint
    with pytest.raises(Refused):
        WholeCell().clean(2**31)


def test_more_decimals_than_the_column_keeps_are_refused_or_rounded():
    with pytest.raises(Refused, match="more than 1 decimal"):
        NumberCell(places=1).clean("1.25")
    assert str(NumberCell(places=1, rounds=True).clean("1.27")) == "1.3"
    assert str(NumberCell(places=2).clean(4.6)) == "4.60"


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (21.284, "21.2840000"),
        ("21.284", "21.2840000"),
        ("-157.838", "-157.8380000"),
        (19.56980448909463, "19.5698045"),
        ("21.284°", "21.2840000"),
        ("1E-7", "1E-7"),
    ],
)
def test_coordinates_always_have_a_point(raw, number):
    assert CoordinateCell(-180, 180).settled(column(mark=",")).clean(raw) == Decimal(number)


@pytest.mark.parametrize("raw", ["21,284", "21°17'3\"N", "21.2 N", 181, "-180.1", "1 234"])
def test_coordinates_of_another_kind_are_refused(raw):
    with pytest.raises(Refused):
        CoordinateCell(-180, 180).clean(raw)


@pytest.mark.parametrize(
    ("raw", "amount"),
    [
        ("$1,089.00", "1089.00"),
        ("USD 12", "12.00"),
        ("12 USD", "12.00"),
        ("US$ 12.50", "12.50"),
        ("12.50-", "-12.50"),
        ("(12.50)", "-12.50"),
        ("($1,089.00)", "-1089.00"),
        ("$(12.50)", "-12.50"),
        ("-$5", "-5.00"),
        ("$-5", "-5.00"),
        ("$ 5 -", "-5.00"),
        ("€ 12,50", "12.50"),
        ("12,50 €", "12.50"),
        ("€1.089,00", "1089.00"),
        ("£3", "3.00"),
        (" $ - ", "0.00"),
        ("-", None),
        (565.1500000000001, "565.15"),
        ("565.1500000000001", "565.15"),
        (199, "199.00"),
        ("12.5000", "12.50"),
    ],
)
def test_amounts(raw, amount):
    cleaned = MoneyCell().clean(raw)
    assert cleaned == (None if amount is None else Decimal(amount))
    assert cleaned is None or cleaned.as_tuple().exponent == -2


@pytest.mark.parametrize(
    "raw",
    ["33.333", "-5-", "(5", "12$50", "$(-5)", "USDA 5", 33.333333, "$1,089.005", "$$5", "$5 EUR", "(-5)", "-(5)", "--5", "12 XYZ", "free",
     "$", "USD", "5/night", "$1-2", 10**10, "10000000000", "1e5", "50%", True],
)  # fmt: skip
def test_what_is_no_amount_is_refused(raw):
    with pytest.raises(Refused):
        MoneyCell().clean(raw)


def test_amounts_in_another_currency():
    assert MoneyCell(currency="USD").clean("$5") == 5
    with pytest.raises(Refused, match="EUR") as refused:
        MoneyCell(currency="USD").clean("€5")
    assert refused.value.remedy == "Write the amount in USD."
    mixed = MoneyCell().settled(column(["$5", "€5", "7"]))
    with pytest.raises(Refused, match="mixes currencies"):
        mixed.clean("€5")
    assert mixed.clean("7") == 7


def test_rates():
    fraction, points = RateCell(), RateCell(of=100)
    assert fraction.clean("12%") == Decimal("0.12")
    assert fraction.clean("12.5 %") == Decimal("0.125")
    assert fraction.clean(0.12) == Decimal("0.12")
    assert fraction.clean("100%") == 1
    assert points.clean("12%") == 12
    assert points.clean("0.5%") == Decimal("0.5")
    assert points.clean("12.5") == Decimal("12.5")
    assert points.clean(100.0) == 100
    for cell, raw in ((fraction, "12"), (fraction, "120%"), (points, "101"), (points, "-1")):
        with pytest.raises(Refused):
            cell.clean(raw)


def test_rates_that_may_be_fractions_or_points_are_settled_by_the_column():
    points = RateCell(of=100)
    for raw in (0.5, "0.5", 1):
        with pytest.raises(Refused, match="fraction or a percentage"):
            points.clean(raw)
    assert points.clean("0.5000") == Decimal("0.5")  # as the export writes it
    assert points.settled(column(["12", "0.5"])).clean(0.5) == Decimal("0.5")
    assert RateCell(of=100, small=True).clean(0.5) == Decimal("0.5")
    with pytest.raises(Refused, match="above 1"):
        RateCell().settled(column(["12", "1"])).clean("1")


def test_what_is_staged_is_canonical():
    assert MoneyCell().staged(MoneyCell().clean("$1,089")) == "1089.00"
    assert CoordinateCell().staged(Decimal("1E-7")) == "0.0000001"
    assert WholeCell().staged(3) == 3
    assert str(NumberCell().clean("-0")) == "0"
