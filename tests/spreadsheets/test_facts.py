"""Facts of columns: kinds, the order of dates, decimal marks, distinct texts."""

import pytest

from core.spreadsheets.kinds import date_order, decimal_mark, kind_of, kind_of_all, number_of
from tests.spreadsheets.making import csv_text, surveyed


def column(tmp_path, cells):
    """The facts of a column of a CSV file."""
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["name", "value"], *[[f"n{n}", c] for n, c in enumerate(cells)]]))
    return surveyed(path, header_row=1).columns[1]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2024", "13/01/2024", "05/06/2024"], "day first"),
        (["03/04/2024", "01/13/2024"], "month first"),
        (["13/01/2024", "01/13/2024"], "both"),
        (["03/04/2024", "05/06/24"], None),
        (["2024-01-13", "2024-02-01 10:30"], "year first"),
        (["2024-01-13", "03/04/2024"], None),
        (["13 Jan 2024", "March 4, 2024"], None),
        (["13.01.2024", "1.2.2024 14:30"], "day first"),
        (["hello", "5"], None),
    ],
)
def test_the_column_as_a_whole_settles_the_order_of_dates(tmp_path, cells, order):
    assert column(tmp_path, cells).date_order == order


def test_one_date_among_many_settles_the_order(tmp_path):
    cells = [f"{n % 12 + 1:02}/{n % 11 + 1:02}/2024" for n in range(9_000)]
    assert column(tmp_path, cells).date_order is None
    assert column(tmp_path, [*cells, "31/12/2024"]).date_order == "day first"


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1,089.00", "5"], "."),
        (["1.089,00", "5"], ","),
        (["1,234"], None),
        (["1.234"], None),
        (["1,234", "12.5"], "."),
        (["1,234,567"], "."),
        (["$1,089.00", "(12.50)", "12%"], "."),
        (["€ 12,50"], ","),
        (["12,5", "12.5"], None),
        (["0.125"], "."),
        ([f"{n}.25" for n in range(500)], "."),
        ([f"{n}.125" for n in range(500)], "."),
        ([f"{n}" for n in range(500)], None),
    ],
)
def test_the_column_as_a_whole_settles_the_decimal_mark(tmp_path, cells, mark):
    assert column(tmp_path, cells).decimal_mark == mark


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12", "number"),
        ("-1,234.50", "number"),
        ("$1,089.00", "number"),
        ("(12.50)", "number"),
        ("12 %", "number"),
        ("5.5E+17", "number"),
        ("1 089,50", "number"),
        ("1'089.50", "number"),
        (".5", "number"),
        ("007", "text"),
        ("808-555-0101", "text"),
        ("+1 808 555 0101", "text"),
        ("12 beds", "text"),
        ("1.2.3", "text"),
        ("VEND-001", "text"),
        ("13/01/2024", "date"),
        ("2024-01-13T10:00:00Z", "date"),
        ("Jan 5, 2024", "date"),
        ("5-Jan-24", "date"),
        ("Sat, 5 January 2024", "date"),
        ("99/99/2024", "text"),
        ("Yes", "flag"),
        ("t", "flag"),
        ("maybe", "text"),
        ("=1+1", "text"),
        ("#N/A", "text"),
    ],
)
def test_kinds(text, kind):
    assert kind_of(text)[0] == kind


@pytest.mark.parametrize(
    "texts",
    [
        ["1", "2.5", "-3.25", "0.1250", "44"],
        ["1", "20", "300"],
        ["2024-01-13", "2023-12-31"],
    ],
)
def test_judging_many_at_once_agrees_with_judging_each(texts):
    kind, settles = kind_of_all(texts)
    assert {kind_of(text)[0] for text in texts} == {kind}
    assert settles in {kind_of(text)[1] for text in texts} | {None}
    assert {kind_of(text)[1] for text in texts} <= {settles, None}


@pytest.mark.parametrize("texts", [["1", "x"], ["007"], ["1\n2"], ["2024-13-01"], ["1.234"]])
def test_what_is_not_simple_is_judged_each(texts):
    assert kind_of_all(texts) is None


def test_a_number_needs_digits():
    assert number_of("-") is None
    assert number_of("$") is None
    assert decimal_mark(number_of("12.50")) == "."
    assert date_order("0/0/2024") is None


def test_distinct_texts_are_counted_up_to_a_bound(tmp_path):
    facts = column(tmp_path, ["Maui"] * 30 + ["Oahu"] * 20 + [""] * 5 + ["Kauaʻi"])
    assert facts.distinct == [["Maui", 30], ["Oahu", 20], ["Kauaʻi", 1]]
    assert (facts.filled, facts.longest) == (51, 6)
    assert facts.samples == ["Maui", "Oahu", "Kauaʻi"]
    assert column(tmp_path, [f"x{n}" for n in range(200)]).distinct is not None
    assert column(tmp_path, [f"x{n}" for n in range(201)]).distinct is None


def test_kinds_count_every_filled_cell(tmp_path):
    cells = ["1", "2", "x", "Yes", "2024-01-05", "", "  ", "1", "y"] * 700
    facts = column(tmp_path, cells)
    assert facts.kinds == {"text": 700, "number": 2100, "date": 700, "flag": 1400}
    assert facts.filled == 4900
