"""Texts, ids, business numbers and lists: kept to the letter, or refused."""

import datetime

import pytest

from core.imports.cells import IdCell, ListCell, NumberedCell, Refused, TextCell
from tests.imports.columns import column

wall = datetime.datetime.fromisoformat  # what a spreadsheet holds has no zone


@pytest.mark.parametrize(
    "text",
    [
        "=Free Parking!=",
        "+1 808 555 0142",
        "@ Wailea",
        "'tis the season",
        "<b>Bold</b><br />",
        "🌺 Aloha ʻōhana",
        "  two spaces before, one after ",
        "line\r\nline\n",
        "n/a",
        "-",
        "NULL",
        "5.5E+17",
        "#1 of the island",
    ],
)
def test_text_is_kept_to_the_letter(text):
    assert TextCell().clean(text) == text


def test_the_guard_of_the_export_is_undone_in_text_files_only():
    assert TextCell().clean("'=x") == "=x"
    assert TextCell().clean("''=x") == "'=x"
    assert TextCell().settled(column(), guarded=False).clean("'=x") == "'=x"


@pytest.mark.parametrize("blank", [None, "", " ", "\t\n", "\xa0\u200b"])
def test_nothing_but_white_space_is_blank(blank):
    assert TextCell().clean(blank) is None
    assert IdCell().clean(blank) is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (101.0, "101"),
        (101, "101"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (True, "true"),
        (False, "false"),
        (datetime.date(2024, 3, 4), "2024-03-04"),
        (wall("2024-03-04T00:00"), "2024-03-04"),
        (wall("2024-03-04T15:30"), "2024-03-04 15:30:00"),
        (datetime.time(15, 0), "15:00:00"),
    ],
)
def test_other_cells_become_text_as_people_see_them(raw, text):
    assert TextCell().clean(raw) == text


@pytest.mark.parametrize("raw", ["a\x00b", "\ud800", "#REF!", " #N/A ", "#div/0!", 5.5e17, 10**15])
def test_text_refuses_what_is_none(raw):
    with pytest.raises(Refused) as refused:
        TextCell().clean(raw)
    assert refused.value.remedy


def test_text_longer_than_the_column_is_refused_and_names_the_limit():
    assert TextCell(longest=3).clean("abc") == "abc"
    with pytest.raises(Refused, match="4 characters; 3 are allowed"):
        TextCell(longest=3).clean("abcd")


def test_trimmed_text_loses_the_space_around_it():
    assert TextCell(trimmed=True).clean("  Kihei \xa0") == "Kihei"


@pytest.mark.parametrize(
    ("raw", "text"),
    [(43656551.0, "43656551"), (7, "7"), ("0042", "0042"), (" AB-1 ", "AB-1"), ("1.0", "1.0"),
     ("722101234567890123", "722101234567890123"), ("HM5E12", "HM5E12"), ("n/a", None), ("-", None)],
)  # fmt: skip
def test_ids_are_exact(raw, text):
    assert IdCell().clean(raw) == text


@pytest.mark.parametrize(
    "raw",
    [7.213401975143895e17, 10**15, "5.5E+17", "5,5E+17", "7E+17", "5.5e+17", -1e16],
)
def test_ids_rounded_by_a_spreadsheet_are_refused(raw):
    with pytest.raises(Refused, match="15 digits") as refused:
        IdCell().clean(raw)
    assert refused.value.of_kind
    assert "source" in refused.value.remedy


@pytest.mark.parametrize("raw", [1.5, True, datetime.date(2024, 3, 4), datetime.time(1), "#REF!"])
def test_ids_are_not_made_of_other_cells(raw):
    with pytest.raises(Refused):
        IdCell().clean(raw)


def test_a_long_text_is_no_id():
    with pytest.raises(Refused, match="long text"):
        IdCell().clean("9" * 501)


def test_ids_cut_by_a_spreadsheet_show_in_the_column_as_a_whole():
    cut = ["551234567890123000", "722101234567890000", "630000111122223000"]
    with pytest.raises(Refused, match="rounded"):
        IdCell().settled(column(cut)).clean(cut[0])
    exact = [*cut[:1], "722101234567890123", "630000111122223333"]
    assert IdCell().settled(column(exact)).clean(cut[0]) == cut[0]


def test_ids_that_a_program_wrote_as_decimals_are_whole_if_all_are():
    assert IdCell().settled(column(["43656551.0", "53910106.0"])).clean("43656551.0") == "43656551"
    assert IdCell().settled(column(["4365.0", "A1"])).clean("4365.0") == "4365.0"


def test_business_numbers_bear_their_prefix():
    assert NumberedCell("PRP-").clean(" prp-000123 ") == "PRP-000123"
    assert NumberedCell("RES-{year}-").clean("RES-2026-000123") == "RES-2026-000123"
    assert NumberedCell("PRP-", width=6).clean("PRP-000123") == "PRP-000123"
    with pytest.raises(Refused):
        NumberedCell("PRP-", width=6).clean("PRP-0001")
    assert NumberedCell("RES-{year}-").example == "RES-2026-000123"
    assert NumberedCell("PRP-").clean("") is None
    for other in ("123", 123, "CON-000123", "PRP-", "PRP-12a"):
        with pytest.raises(Refused, match="PRP-000123"):
            NumberedCell("PRP-").clean(other)


@pytest.mark.parametrize(
    ("raw", "items"),
    [
        ('["Wifi", "Hot tub; outside"]', ["Wifi", "Hot tub; outside"]),
        ("[]", []),
        ("['email', 'phone']", ["email", "phone"]),
        ('{TV,"Hot tub"}', ["TV", "Hot tub"]),
        ("Wifi; Kitchen, large ;Pool", ["Wifi", "Kitchen, large", "Pool"]),
        ("Wifi | Pool", ["Wifi", "Pool"]),
        ("Wifi, Pool,", ["Wifi", "Pool"]),
        ("Wifi\nPool, heated", ["Wifi", "Pool, heated"]),
        ("Wifi", ["Wifi"]),
        (12.0, ["12"]),
        ("", None),
    ],
)
def test_lists(raw, items):
    assert ListCell().clean(raw) == items


@pytest.mark.parametrize(
    "raw", ["[1, [2]]", '[{"a": 1}]', "[null]", "[" * 5000 + "]" * 5000, "[a b]", "[NaN]",
            '{"a}', "{{a}}", '["\\u0000"]', '["\\ud800"]', "[1e999]"],
)  # fmt: skip
def test_lists_that_are_none_are_refused(raw):
    with pytest.raises(Refused):
        ListCell().clean(raw)
