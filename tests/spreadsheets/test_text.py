"""Text files: encodings, delimiters, quotes, and what they are refused for."""

import pytest

from core.spreadsheets import Unreadable, read_rows, survey
from tests.spreadsheets.making import csv_text, data, found, rows_of, surveyed

ROWS = [
    ["Unit", "Owner", "Rate", "Notes"],
    ["Hale Kai", "José Núñez", "1.089,00", 'Said "aloha"'],
    ["Ka’anapali “B”", "Zoë Müller", "95,50", "two\nlines"],
    ["Château 5", "François Éluard", "7,25", "a, b; c\td|e"],
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_reads_every_encoding_and_delimiter(tmp_path, encoding, ends, delimiter):
    path = tmp_path / "owners.csv"
    text = csv_text(ROWS, delimiter=delimiter, lineterminator=ends)
    path.write_bytes(text.encode(encoding))
    survey = found(path)
    assert survey.delimiter == delimiter
    assert [column.heading for column in survey.sheet().columns] == ROWS[0]
    assert data(path) == ROWS[1:]


def test_the_line_sep_declares_the_delimiter_and_is_no_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=^\nname^rate\nKai^1,5\nMoana^2,5\n")
    survey = found(path)
    assert (survey.delimiter, survey.sheet().header_row) == ("^", 1)
    assert data(path) == [["Kai", "1,5"], ["Moana", "2,5"]]
    assert [row.number for row in rows_of(path)] == [2, 3]


def test_decimal_commas_do_not_pass_for_delimiters(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Name;Low;High\nKai;1,5;2,5\nMoana;3,5;4,5\nNalu;5,5;6,5\n")
    assert found(path).delimiter == ";"


def test_a_file_of_one_column_stays_one_column(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["text"], ["a;b"], ["Kihei, HI"], ["c"], ["d"], ["e|f"], ["g"]]))
    assert data(path) == [["a;b"], ["Kihei, HI"], ["c"], ["d"], ["e|f"], ["g"]]


def test_blanks_before_quotes_are_no_text(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('name, place, beds\n"Kai", "Kihei, HI", 2\n"Moana", "Hana, HI", 3\n')
    assert data(path) == [["Kai", "Kihei, HI", "2"], ["Moana", "Hana, HI", "3"]]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('name,note\n\nKai,"a\nb\nc"\n,\nMoana,d\n')
    assert [row.number for row in rows_of(path)] == [3, 5]


def test_ragged_rows_widen_the_table(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name,beds\nKai,2\nMoana,3,extra\nNalu\n")
    assert [column.heading for column in surveyed(path).columns] == ["name", "beds", "Column C"]
    assert data(path) == [["Kai", "2", None], ["Moana", "3", "extra"], ["Nalu", None, None]]


def test_trailing_delimiters_make_no_columns(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name,beds,,\nKai,2,,\nMoana,3,,\n")
    assert len(surveyed(path).columns) == 2


def test_what_is_given_overrides_what_is_found(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("name;note\nKai;1|2\nZoë;3|4\n".encode("mac_roman"))
    rows = data(path, delimiter="|", encoding="mac_roman", header_row=0)
    assert rows == [["name;note", None], ["Kai;1", "2"], ["Zoë;3", "4"]]


@pytest.mark.parametrize(
    ("content", "sentence", "row"),
    [
        (b"name,beds\nKai,2\nMo\0ana,3\n", "NUL", 3),
        (b'name,beds\nKai,2\n"Moana,3\nNalu,4\n', "never closed", 3),
        (b'name,beds\nKai,2\n"Moana" Villa,3\nNalu,4\n', "closing quotation mark", 3),
        ("name,owner\nKai,Zoë\nMoana,Jos".encode() + b"\xc3", "broken character", None),
        (b"", "empty", None),
        (b"\r\n \r\n", "nothing but blanks", None),
        (b",,\n,,\n", "no rows", None),
        (bytes(range(256)) * 40, "no text", None),
        ("氏名,部屋\n山田太郎,海側\n".encode("shift_jis") * 20, "encoding", None),
        ("name,beds\nKai,2\n".encode("utf-16-le") + b"a", "breaks off", 1),
    ],
)
def test_refuses_what_is_no_clean_text(tmp_path, content, sentence, row):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=sentence) as caught:
        found(path)
    assert caught.value.row == row
    assert caught.value.remedy


def test_a_mostly_utf8_file_is_refused_naming_the_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"name\n" + "Zoë Núñez\n".encode() * 50 + b"Jos\xe9\n")
    with pytest.raises(Unreadable, match="Line 52"):
        found(path)


def test_a_cell_past_the_limit_is_refused_naming_its_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name,note\nKai,ok\nMoana," + "x" * 1_000_001 + "\n")
    with pytest.raises(Unreadable, match="row 3"):
        survey(path, name="a.csv")
    with pytest.raises(Unreadable, match="row 3"):
        list(read_rows(path, name="a.csv"))


def test_too_many_columns_are_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n" + ",".join("x" * 2001) + "\n")
    with pytest.raises(Unreadable, match=r"Row 3 has 2,001 cells"):
        found(path)


def test_control_characters_and_markup_are_data(tmp_path):
    nasty = [
        "=1+1",
        "+1 808 555",
        "@ Wailea",
        "-2",
        "\x01\x02",
        "<b>x</b>",
        "'tis",
        " x ",
        "\u202e",
    ]
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["name", "text"], *[["n", text] for text in nasty]]), newline="")
    assert [cells[1] for cells in data(path)] == nasty


def test_a_text_file_has_no_sheet_to_choose(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name,beds\nKai,2\n")
    assert data(path, sheet="") == [["Kai", "2"]]
    with pytest.raises(Unreadable, match="no sheets"):
        found(path, sheet="Units")
