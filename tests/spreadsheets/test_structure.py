"""Sheets as people keep them: titles, sections, totals, repeated headers, remarks."""

import pytest

from tests.spreadsheets.making import csv_text, data, skipped, surveyed, xlsx

HEAD = ["Name", "Role", "Phone", "Rate"]
TEAM = [
    ["Ana Ito", "Housekeeper", "808-555-0101", "25.50"],
    ["Ben Kahale", "Housekeeper", "808-555-0102", "24.00"],
    ["Cid Souza", "Driver", "808-555-0103", "22.00"],
    ["Dana Lee", "Manager", "808-555-0104", "41.00"],
    ["Eli Park", "Driver", "808-555-0105", "22.50"],
    ["Fay Cruz", "Housekeeper", "808-555-0106", "25.00"],
]


def written(tmp_path, rows):
    """The rows as a CSV file, as wide as the header."""
    path = tmp_path / "team.csv"
    path.write_text(csv_text([row + [""] * (4 - len(row)) for row in rows]))
    return path


def test_title_rows_and_blank_rows_stand_above_the_header(tmp_path):
    top = [["Aloha Rentals — Team"], ["As of 3/4/2024", "", "", "page 1"], []]
    path = written(tmp_path, [*top, HEAD, *TEAM])
    assert surveyed(path).header_row == 4
    assert skipped(path) == {1: "title", 2: "title"}
    assert data(path) == TEAM


def test_a_group_heading_above_the_header_is_a_title(tmp_path):
    path = written(tmp_path, [["", "", "Contact", "Pay"], HEAD, *TEAM])
    assert surveyed(path).header_row == 2
    assert data(path) == TEAM


@pytest.mark.parametrize(
    "label",
    ["TOTAL", "Total:", "Grand Total", "Subtotal", "Average", "Count", "Totals (6)", "SUM"],
)
def test_total_rows_are_skipped_at_the_end_and_inside(tmp_path, label):
    total = [label, "", "", "160.00"]
    path = written(tmp_path, [HEAD, *TEAM[:3], total, *TEAM[3:], [], total])
    assert skipped(path) == {5: "total", 10: "total"}
    assert data(path) == TEAM


def test_totals_of_sections_are_skipped(tmp_path):
    rows = [HEAD, ["Housekeeping"], *TEAM[:3], ["Housekeeping total", "", "", "71.50"]]
    rows += [["Front desk"], *TEAM[3:], ["Total Front desk", "", "", "88.50"]]
    path = written(tmp_path, rows)
    assert skipped(path) == {
        2: "section: Housekeeping",
        6: "total",
        7: "section: Front desk",
        11: "total",
    }


@pytest.mark.parametrize(
    "row",
    [
        ["Total Relaxation Villa", "Villa", "808-555-0107", "199"],
        ["Count Basie", "Driver", "808-555-0107", "20"],
        ["Sum Yung", "", "808-555-0107", "20"],
        ["Max", "", "", "20"],
        ["Average Joe", "", "", "20"],
        ["Ana Ito", "", "", "20"],
    ],
)
def test_names_that_sound_like_totals_stay_data(tmp_path, row):
    path = written(tmp_path, [HEAD, *TEAM[:3], row, *TEAM[3:]])
    assert skipped(path) == {}
    assert len(data(path)) == 7


def test_lone_cells_divide_a_table_into_sections(tmp_path):
    rows = [HEAD, ["HOUSEKEEPING"], *TEAM[:2], ["DRIVERS"], *TEAM[2:4], ["OFFICE"], *TEAM[4:]]
    path = written(tmp_path, rows)
    assert skipped(path) == {
        2: "section: HOUSEKEEPING",
        5: "section: DRIVERS",
        8: "section: OFFICE",
    }
    column = surveyed(path).columns[-1]
    assert (column.heading, column.filled) == ("(section)", 6)
    assert dict(map(tuple, column.distinct)) == {"HOUSEKEEPING": 2, "DRIVERS": 2, "OFFICE": 2}
    assert data(path) == [
        [*row, section]
        for row, section in zip(
            TEAM, [s for s in ("HOUSEKEEPING", "DRIVERS", "OFFICE") for _ in "ab"], strict=True
        )
    ]


def test_sections_after_blank_rows_and_with_colons(tmp_path):
    rows = [HEAD, [], ["Housekeeping:"], *TEAM[:3], [], ["Drivers:"], *TEAM[3:]]
    path = written(tmp_path, rows)
    assert list(skipped(path).values()) == ["section: Housekeeping:", "section: Drivers:"]


@pytest.mark.parametrize("word", ["Leavers", "FORMER EMPLOYEES", "Inactive:", "Ex-Staff"])
def test_a_word_for_those_who_left_is_a_section_even_once(tmp_path, word):
    path = written(tmp_path, [HEAD, *TEAM[:4], [word], *TEAM[4:]])
    assert skipped(path) == {6: f"section: {word}"}
    assert [cells[4] for cells in data(path)] == [*[None] * 4, word, word]


def test_a_name_that_begins_like_such_a_word_is_data(tmp_path):
    path = written(tmp_path, [HEAD, *TEAM[:4], ["Former Rectory"], *TEAM[4:]])
    assert skipped(path) == {}


def test_merged_cells_make_a_section_even_once(tmp_path):
    rows = [HEAD, TEAM[0], [None], *TEAM[1:]]
    path = xlsx(tmp_path / "team.xlsx", rows, merged={"A3:D3": "Part time"})
    assert skipped(path) == {3: "section: Part time"}
    assert [cells[4] for cells in data(path)] == [None, *["Part time"] * 5]


def test_rows_that_lack_all_but_the_name_are_data(tmp_path):
    sparse = [["Gil Moe"], ["Hao Ng"]]
    path = written(tmp_path, [HEAD, *TEAM[:2], *sparse, *TEAM[2:], ["Ivy Oda"]])
    assert skipped(path) == {}
    assert [cells[0] for cells in data(path)] == [
        *["Ana Ito", "Ben Kahale", "Gil Moe", "Hao Ng"],
        *["Cid Souza", "Dana Lee", "Eli Park", "Fay Cruz", "Ivy Oda"],
    ]


def test_names_that_stand_alone_among_names_are_data(tmp_path):
    path = written(tmp_path, [HEAD, ["Gil Moe"], *TEAM[:3], ["Hao Ng"], *TEAM[3:]])
    assert skipped(path) == {}
    assert len(data(path)) == 8


def test_a_first_row_with_a_name_only_is_no_section(tmp_path):
    path = written(tmp_path, [HEAD, ["Gil Moe"], *TEAM])
    assert skipped(path) == {}


def test_lone_cells_of_narrow_tables_are_data(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Name,Phone\nAna,\nBen,555-0101\nCid,\nDana,555-0102\n")
    assert len(data(path)) == 4


def test_the_header_again_is_skipped(tmp_path):
    path = written(tmp_path, [HEAD, *TEAM[:3], HEAD, *TEAM[3:]])
    assert skipped(path) == {5: "the header again"}
    assert data(path) == TEAM


@pytest.mark.parametrize(
    "text",
    ["Printed 3/4/2024", "* seasonal", "Page 1 of 2", "6 records", "Generated by ResortSys 4.1"],
)
def test_remarks_at_the_end_are_skipped(tmp_path, text):
    path = written(tmp_path, [HEAD, *TEAM, [], [text]])
    assert skipped(path) == {9: "footer"}
    assert data(path) == TEAM


def test_files_without_header_get_letters(tmp_path):
    path = written(tmp_path, TEAM)
    sheet = surveyed(path)
    assert sheet.header_row == 0
    assert [column.heading for column in sheet.columns] == [f"Column {c}" for c in "ABCD"]
    assert data(path) == TEAM


def test_codes_that_run_on_are_no_header(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("".join(f"VEND-{n:03},Vendor {n},Repairs\n" for n in range(9)))
    assert surveyed(path).header_row == 0


def test_headings_with_digits_are_headings(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "Name,Line 1,Line 2,City\nAna,Unit 5,x,Hana\nBo,Suite 7,y,Paia\nCy,9 A St,,Hana\n"
    )
    assert surveyed(path).header_row == 1


def test_headings_may_be_years(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Unit,Owner,Area,2023,2024\nKai,Ana,Maui,5,6\nNalu,Bo,Oahu,7,8\n")
    assert surveyed(path).header_row == 1


def test_repeated_and_missing_headings_are_told_apart(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Name,Phone,,Phone,phone\nAna,1 2,x,3 4,5 6\nBo,1 2,y,3 4,5 6\n")
    columns = surveyed(path).columns
    assert [column.heading for column in columns] == [
        *["Name", "Phone", "Column C", "Phone (2)", "phone (3)"]
    ]
    assert [column.named for column in columns] == [True, True, False, True, True]


def test_a_chosen_header_row_is_kept(tmp_path):
    path = written(tmp_path, [["Team", "of", "all", "islands"], HEAD, *TEAM])
    sheet = surveyed(path, header_row=2)
    assert [column.heading for column in sheet.columns] == HEAD
    assert data(path, header_row=2) == TEAM


def test_the_first_skipped_rows_are_listed_and_all_counted(tmp_path):
    rows = [HEAD]
    for n in range(1_500):
        rows += [TEAM[n % 6], ["Total", "", "", "9"]]
    sheet = surveyed(written(tmp_path, rows))
    assert (sheet.row_count, sheet.skipped_count, len(sheet.skipped)) == (1_500, 1_500, 1_000)
    assert sheet.skipped[0] == {"row": 3, "reason": "total"}


def test_padded_cells_of_fixed_width_are_blank(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("name  ,role  ,rate  \nAna   ,cook  ,5     \n      ,      ,      \n")
    assert data(path) == [["Ana   ", "cook  ", "5     "]]
    assert [column.heading for column in surveyed(path).columns] == ["name", "role", "rate"]


def test_a_printed_list_repeats_its_title_and_header_on_every_page(tmp_path):
    title = "Employee Roster - Page {}"
    rows = [[title.format(1)], HEAD, *TEAM[:3], [title.format(2)], HEAD, *TEAM[3:]]
    path = written(tmp_path, [*rows, ["End of report"]])
    assert skipped(path) == {1: "title", 6: "title", 7: "the header again", 11: "footer"}
    assert data(path) == TEAM


def test_a_total_may_count_in_the_place_of_a_name(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        "First;Last;Mobile;Rate\nAna;Ito;808 555 0101;25,50\nBen;Kahale;;24,00\nCid;Souza;;22,00\n"
        "Total;3;;71,50\n"
    )
    assert skipped(path) == {5: "total"}


def test_many_sections_do_not_hide_the_header(tmp_path):
    path = xlsx(
        tmp_path / "team.xlsx",
        [
            ["Aloha Rentals"],
            ["Staff", None, "as of", "3/4/2024"],
            HEAD,
            [None],
            TEAM[0],
            TEAM[1],
            ["Gil Moe"],
            [None],
            TEAM[2],
            [None],
            TEAM[3],
            ["Total", None, None, 99],
        ],
        merged={"A4:D4": "Rooms", "A8:D8": "Cars", "A10:D10": "Left in 2023"},
    )
    assert surveyed(path).header_row == 3
    assert skipped(path) == {
        1: "title",
        2: "title",
        4: "section: Rooms",
        8: "section: Cars",
        10: "section: Left in 2023",
        12: "total",
    }
    assert [cells[0] for cells in data(path)] == [
        *["Ana Ito", "Ben Kahale", "Gil Moe", "Cid Souza", "Dana Lee"]
    ]


def test_the_header_may_be_chosen_far_down(tmp_path):
    path = written(tmp_path, [*[[f"note {n}"] for n in range(300)], HEAD, *TEAM])
    assert data(path, header_row=301) == TEAM
