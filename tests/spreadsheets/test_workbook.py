"""Workbooks: values, dates, errors, hidden rows and sheets, merged cells."""

import datetime
import json
import struct

import openpyxl
import pytest
import xlsxwriter

from core.spreadsheets import Survey, Unreadable
from tests.spreadsheets.making import (
    data,
    found,
    label,
    ods,
    raw_xlsx,
    record,
    rows_of,
    skipped,
    surveyed,
    xls,
    xlsx,
)

HEAD = ["Unit", "Owner", "Beds", "Since"]


def test_values_come_with_their_types(tmp_path):
    path = tmp_path / "a.xlsx"
    day = datetime.datetime(2024, 3, 1)  # noqa: DTZ001 - a spreadsheet knows no zone
    moment = datetime.datetime(2024, 3, 1, 9, 59, 59)  # noqa: DTZ001
    book = xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm:ss"})
    sheet = book.add_worksheet()
    clock = book.add_format({"num_format": "hh:mm"})
    length = book.add_format({"num_format": "[h]:mm:ss"})
    sheet.write_row(0, 0, ["Unit", "Beds", "Rate", "Open", "Since", "At", "For"])
    for place, when in enumerate((day, moment), 1):
        sheet.write_row(place, 0, ["Kai", 2, 99.5, True])
        sheet.write_datetime(place, 4, when)
        sheet.write_number(place, 5, 0.5, clock)
        sheet.write_number(place, 6, 1.5625, length)
    sheet.write_row(3, 0, ["Nalu", 3, 5.5e17, False])
    book.close()
    noon = datetime.time(12)
    assert data(path) == [
        ["Kai", 2, 99.5, True, day.date(), noon, "37:30:00"],
        ["Kai", 2, 99.5, True, moment, noon, "37:30:00"],
        ["Nalu", 3, 5.5e17, False, None, None, None],
    ]
    assert [type(cell) for cell in data(path)[2][:3]] == [str, int, float]


def test_dates_of_the_1904_system_are_the_same_days(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path, {"date_1904": True, "default_date_format": "d/m/yyyy"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Unit", "Since"])
    sheet.write_row(1, 0, ["Kai", datetime.datetime(2024, 3, 1)])  # noqa: DTZ001
    book.close()
    assert data(path) == [["Kai", datetime.date(2024, 3, 1)]]


def test_errors_of_formulas_are_texts(tmp_path):
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(["Kai", "#N/A", "#REF!", None])
    book.active.append(["Moana", "Ana", 2, "#DIV/0!"])
    book.save(path)
    assert data(path) == [["Kai", "#N/A", "#REF!", None], ["Moana", "Ana", 2, "#DIV/0!"]]


def test_errors_in_rows_and_columns_of_their_own_are_not_lost(tmp_path):
    cells = (
        '<row r="1"><c r="B1" t="inlineStr"><is><t>Unit</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>Beds</t></is></c></row>'
        '<row><c r="B2" t="inlineStr"><is><t>Kai</t></is></c><c t="e"><v>#VALUE!</v></c></row>'
        '<row r="5"><c r="D5" t="e"><v>#N/A</v></c></row>'
    )
    path = raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{cells}</sheetData>")
    rows = rows_of(path)
    assert [(row.number, row.cells) for row in rows] == [
        (2, [None, "Kai", "#VALUE!", None]),
        (5, [None, None, None, "#N/A"]),
    ]


def test_hidden_rows_are_skipped_with_the_reason(tmp_path):
    rows = [HEAD, *[[f"Unit {n}", "Ana", n, "x"] for n in range(2, 8)]]
    path = xlsx(tmp_path / "a.xlsx", rows, hidden=[3, 4, 7])
    assert skipped(path) == dict.fromkeys((3, 4, 7), "hidden row")
    sheet = surveyed(path)
    assert (sheet.row_count, sheet.skipped_count) == (3, 3)
    assert sheet.columns[0].samples == ["Unit 2", "Unit 5", "Unit 6"]


def test_hidden_sheets_are_flagged_and_never_chosen(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    for name, count, state in (("Big", 50, "hide"), ("Deep", 60, "very_hidden"), ("Seen", 2, "")):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, HEAD)
        for n in range(count):
            sheet.write_row(n + 1, 0, [f"Unit {n}", "Ana", n, "x"])
        if state:
            getattr(sheet, state)()
        else:
            sheet.activate()
            sheet.set_first_sheet()
    book.close()
    survey = found(path)
    assert [(sheet.name, sheet.is_hidden) for sheet in survey.sheets] == [
        ("Big", True),
        ("Deep", True),
        ("Seen", False),
    ]
    assert survey.sheet().name == "Seen"
    assert len(data(path)) == 2
    assert len(data(path, sheet="Big")) == 50


def test_a_file_whose_sheets_are_all_hidden_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Empty")
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, HEAD)
    sheet.hide()
    book.close()
    with pytest.raises(Unreadable, match="hidden"):
        found(path)


def test_a_sheet_that_is_not_there_is_named(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEAD, ["Kai", "Ana", 1, "x"]])
    with pytest.raises(Unreadable, match=r"no sheet “Units”.*“Data”"):
        rows_of(path, sheet="Units")


def test_merged_texts_count_for_every_row_and_merged_numbers_once(tmp_path):
    rows = [
        ["Resort", "Unit", "Beds", "Fee"],
        [None, "A1", 1, None],
        [None, "A2", 2, None],
        ["Nalu", "B1", 3, 70],
    ]
    path = xlsx(tmp_path / "a.xlsx", rows, merged={"A2:A3": "Kai", "D2:D3": 500})
    assert data(path) == [["Kai", "A1", 1, 500], ["Kai", "A2", 2, None], ["Nalu", "B1", 3, 70]]


def test_a_table_may_begin_anywhere(tmp_path):
    blank = [None, None]
    rows = [[], [], [*blank, *HEAD], [*blank, "Kai", "Ana", 2, "x"], [*blank, "Nalu", "Bo", 3, "y"]]
    path = xlsx(tmp_path / "a.xlsx", rows)
    sheet = surveyed(path)
    assert (sheet.header_row, [column.is_blank for column in sheet.columns]) == (
        3,
        [True, True, False, False, False, False],
    )
    assert data(path)[0] == [None, None, "Kai", "Ana", 2, "x"]


def test_the_sheet_with_the_data_is_chosen(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    about = book.add_worksheet("Instructions")
    for n in range(80):
        about.write_row(n, 0, [f"Step {n}", "do this", "then that", "and so on", "or not"])
    units = book.add_worksheet("Units")
    units.write_row(0, 0, HEAD)
    for n in range(20):
        units.write_row(n + 1, 0, [f"Unit {n}", "Ana", n, "x"])
    book.close()
    assert found(path).sheet().name == "Units"


def test_a_survey_survives_json(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEAD, ["Kai", "Ana", 2, "x"], ["Nalu", "Bo", 3, "y"]])
    survey = found(path)
    again = Survey.from_json(json.loads(json.dumps(survey.as_json())))
    assert again == survey


ODS_ROWS = """
<table:table table:name="Units">
<table:table-row><table:table-cell office:value-type="string"><text:p>Unit</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>Beds</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2" table:visibility="collapse">
<table:table-cell office:value-type="string"><text:p>Kai</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>
</table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Nalu</text:p></table:table-cell>
<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">
<text:p>#N/A</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="unknown"><text:p>Moana</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell>
</table:table-row>
</table:table>"""


def test_open_document_marks_are_read(tmp_path):
    path = ods(tmp_path / "a.ods", ODS_ROWS.replace("\n", ""))
    assert data(path) == [["Nalu", "#N/A"], ["Moana", 4]]
    assert skipped(path) == {2: "hidden row", 3: "hidden row"}


def test_formulas_that_nobody_worked_out_are_no_blanks(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(["Kai", "Ana", "=1+1", "x"])
    book.save(tmp_path / "a.xlsx")
    assert data(tmp_path / "a.xlsx") == [["Kai", "Ana", "#CALC!", "x"]]


def test_a_nul_in_a_cell_is_refused_naming_the_row(tmp_path):
    cell = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    rows = (
        f'<row r="1">{cell.format("A1", "Unit")}</row><row r="2">{cell.format("A2", "a_x0000_b")}'
    )
    path = raw_xlsx(tmp_path / "a.xlsx", f"<sheetData>{rows}</row></sheetData>")
    with pytest.raises(Unreadable, match="NUL") as caught:
        found(path)
    assert caught.value.row == 2


def test_headings_below_headings_of_groups_are_the_headings(tmp_path):
    rows = [
        ["Unit", None, None, "Owner"],
        [None, "Home", "Cell", None],
        ["Kai", "555-0101", "555-0102", "Ana"],
        ["Nalu", "555-0103", "555-0104", "Bo"],
    ]
    merged = {"A1:A2": "Unit", "B1:C1": "Phone", "D1:D2": "Owner"}
    path = xlsx(tmp_path / "a.xlsx", rows, merged=merged)
    sheet = surveyed(path)
    assert [column.heading for column in sheet.columns] == ["Unit", "Home", "Cell", "Owner"]
    assert skipped(path) == {1: "title"}


def test_dates_that_a_spreadsheet_program_may_have_swapped_are_pointed_out(tmp_path):
    day = datetime.date(2024, 4, 3)
    path = xlsx(tmp_path / "a.xlsx", [["Unit", "Since"], ["Kai", day], ["Nalu", "13/01/2024"]])
    assert surveyed(path).columns[1].maybe_swapped
    late = datetime.date(2024, 4, 23)
    path = xlsx(tmp_path / "b.xlsx", [["Unit", "Since"], ["Kai", late], ["Nalu", "13/01/2024"]])
    assert not surveyed(path).columns[1].maybe_swapped


def test_hidden_rows_and_errors_of_old_workbooks_are_read(tmp_path):
    formula = struct.pack("<HHHBBBBHHHLH", 2, 1, 0, 2, 0, 0x2A, 0, 0, 0xFFFF, 0, 0, 0)
    cells = [
        *[label(0, 0, "Unit"), label(0, 1, "Beds")],
        *[label(1, 0, "Kai"), record(0x205, struct.pack("<HHHBB", 1, 1, 0, 0x17, 1))],
        *[label(2, 0, "Nalu"), record(0x06, formula)],
        record(0x208, struct.pack("<HHHHHHL", 3, 0, 2, 255, 0, 0, 0x20)),
        *[label(3, 0, "Moana"), record(0x203, struct.pack("<HHHd", 3, 1, 0, 4))],
        *[label(4, 0, "Hale"), record(0x203, struct.pack("<HHHd", 4, 1, 0, 5))],
    ]
    path = xls(tmp_path / "a.xls", b"".join(cells))
    assert data(path) == [["Kai", "#REF!"], ["Nalu", "#N/A"], ["Hale", 5]]
    assert skipped(path) == {4: "hidden row"}


def test_an_old_workbook_under_a_password_is_told(tmp_path):
    path = xls(tmp_path / "a.xls", record(0x0A))
    content = path.read_bytes().replace(record(0x85, b"")[:2], record(0x2F, b"")[:2])
    path.write_bytes(content)
    with pytest.raises(Unreadable, match="password"):
        found(path)
