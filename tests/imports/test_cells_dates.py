"""Days, times and instants: what can be read in two ways is refused."""

import datetime

import pytest

from core.imports.cells import DateCell, MomentCell, Refused, TimeCell
from tests.imports.columns import column

MARCH_3 = datetime.date(2024, 3, 3)
MARCH_4 = datetime.date(2024, 3, 4)
UTC = datetime.UTC
wall = datetime.datetime.fromisoformat  # what a spreadsheet holds has no zone


@pytest.mark.parametrize(
    "raw",
    [
        "2024-03-04", "2024-3-4", "2024/03/04", "2024.03.04", "20240304", 20240304, "04.03.2024",
        "4. 3. 2024", "Mar 4, 2024", "March 4, 2024", "March 4th, 2024", "4 March 2024",
        "4th of March 2024", "4-Mar-2024", "4/Mar/2024", "04-MAR-2024", "2024-Mar-04",
        "Mon, Mar 4, 2024", "Monday, 4 March 2024", "Mar. 4 2024", "2024-03-04T00:00:00",
        "2024-03-04T15:30:00.123", "2024-03-04 00:00:00", "2024-03-04T00:00:00Z",
        "4-Mar-2024 3:00 PM", datetime.date(2024, 3, 4), wall("2024-03-04T15:00"),
        " 2024-03-04 ", "'2024-03-04",
    ],
)  # fmt: skip
def test_dates_that_can_only_be_read_in_one_way(raw):
    if raw == "'2024-03-04":
        with pytest.raises(Refused):
            DateCell().clean(raw)
    else:
        assert DateCell().clean(raw) == MARCH_4


def test_day_and_month_are_settled_by_the_column_as_a_whole():
    for order, day in (("day first", datetime.date(2024, 4, 3)), ("month first", MARCH_4)):
        cell = DateCell().settled(column(order=order))
        assert cell.clean("03/04/2024") == day
        assert cell.clean("3-4-2024") == day
        assert cell.clean("03/04/2024 0:00") == day
    for order in (None, "both", "year first"):
        with pytest.raises(Refused, match="day/month or as month/day") as refused:
            DateCell().settled(column(order=order)).clean("03/04/2024")
        assert refused.value.of_kind
        assert refused.value.remedy
    assert DateCell("day first").settled(column(order="month first")).clean("03/04/2024").month == 4


def test_a_certain_day_needs_no_order_but_must_not_go_against_it():
    for order in (None, "both"):
        cell = DateCell().settled(column(order=order))
        assert cell.clean("31/12/2024") == cell.clean("12/31/2024") == datetime.date(2024, 12, 31)
        assert cell.clean("03/03/2024") == MARCH_3
    with pytest.raises(Refused, match="The column writes the day first"):
        DateCell().settled(column(order="day first")).clean("12/31/2024")
    with pytest.raises(Refused, match="The column writes the month first"):
        DateCell().settled(column(order="month first")).clean("31/12/2024")


def test_points_say_day_first_unless_the_column_says_otherwise():
    assert DateCell().clean("31.12.2024") == datetime.date(2024, 12, 31)
    assert DateCell().settled(column(order="month first")).clean("03.04.2024") == MARCH_4
    with pytest.raises(Refused):
        DateCell().settled(column(order="both")).clean("03.04.2024")


@pytest.mark.parametrize(
    "text", ["3/4/24", "31.12.24", "3-Mar-24", "Mar 3, 24", "24-03-04", "1/2/99"]
)
def test_two_digits_are_no_year(text):
    with pytest.raises(Refused, match="century") as refused:
        DateCell().settled(column(order="day first")).clean(text)
    assert refused.value.remedy == "Write the year with four digits."


@pytest.mark.parametrize("raw", [45292, 45292.0, "45292", 45292.625, "45292.625", "4.5E+4"])
def test_a_spreadsheets_count_of_days_is_no_date(raw):
    with pytest.raises(Refused, match="plain number") as refused:
        DateCell().clean(raw)
    assert "Format the cell as a date" in refused.value.remedy


@pytest.mark.parametrize(
    "raw",
    [
        "31.02.2024", "2023-02-29", "2024-13-01", "31/31/2024", "Feb 30, 2024", "0/0/2024",
        "2024-00-10", "1899-12-31", "2201-01-01", "20241332", datetime.date(1899, 12, 31),
        datetime.date(2999, 1, 1), "March 2024", "Mar 3", "3/4", "12/2024", "Tue, Mar 4, 2024",
        "tomorrow", "TBD", "2024-03/04", "4 März 2024", "4 March April 2024", "2024-03-04T25:00",
        "2024-03-04T10:00:00Z", "1/2/3/2024", "Monday", "May", "the", "#VALUE!", True, "99999999",
        datetime.time(3), "2024-03-04 and 2024-03-05", "12024-03-04", "٢٠٢٤-٠٣-٠٤", "x" * 500,
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(raw):
    with pytest.raises(Refused) as refused:
        DateCell().settled(column(order="day first")).clean(raw)
    assert refused.value.remedy


def test_blank_dates():
    assert DateCell().clean("n/a") is None
    assert DateCell().clean("–") is None


@pytest.mark.parametrize(
    ("raw", "time"),
    [
        ("15:00", (15,)), ("15:00:30", (15, 0, 30)), ("03:00", (3,)), ("3 pm", (15,)),
        ("3:00 PM", (15,)), ("3:30p", (15, 30)), ("3 p.m.", (15,)), ("12 am", (0,)),
        ("12:15 PM", (12, 15)), ("1500", (15,)), ("0900", (9,)), (1500, (15,)), ("noon", (12,)),
        ("0:30", (0, 30)), (datetime.time(15), (15,)), ("15:00:00.25", (15, 0, 0, 250000)),
        (wall("1899-12-31T15:00"), (15,)),
    ],
)  # fmt: skip
def test_times(raw, time):
    assert TimeCell().clean(raw) == datetime.time(*time)


@pytest.mark.parametrize(
    "raw",
    ["3", "930", 930, 0.625, "0.625", "24:00", "15:60", "13 pm", "0 am", "3:00", "15.00", "after 3",
     1575, "2500", wall("2024-03-04T15:00"), datetime.date(2024, 3, 4), True, "25 pm"],
)  # fmt: skip
def test_what_is_no_time_is_refused(raw):
    with pytest.raises(Refused) as refused:
        TimeCell().clean(raw)
    assert refused.value.remedy


def test_an_hour_before_or_after_noon_is_settled_by_the_column():
    assert TimeCell().settled(column(["9:00", "15:00"])).clean("9:00") == datetime.time(9)
    with pytest.raises(Refused, match="before or after noon"):
        TimeCell().settled(column(["9:00", "3:00"])).clean("3:00")


@pytest.mark.parametrize(
    "raw",
    [
        "2024-03-04T01:30:00Z", "2024-03-04T01:30Z", "2024-03-03 15:30", "2024-03-03 15:30:00-10:00",
        "2024-03-03T15:30:00.000000-1000", "Mar 3, 2024 3:30 PM", "Mar 3, 2024 at 3:30 pm",
        "3/3/2024 15:30", "2024-03-04 01:30 UTC", "3/3/2024, 3:30:00 PM",
        wall("2024-03-03T15:30"),
        datetime.datetime(2024, 3, 4, 1, 30, tzinfo=UTC),
    ],
)  # fmt: skip
def test_instants(raw):
    moment = MomentCell("Pacific/Honolulu").clean(raw)
    assert moment == datetime.datetime(2024, 3, 4, 1, 30, tzinfo=UTC)
    assert moment.tzinfo is UTC


def test_a_day_alone_is_its_start():
    cell = MomentCell("Pacific/Honolulu")
    start = datetime.datetime(2024, 3, 3, 10, tzinfo=UTC)
    assert cell.clean("2024-03-03") == cell.clean(MARCH_3) == start
    assert cell.clean(wall("2024-03-03T00:00")) == start
    assert cell.staged(start) == "2024-03-03T10:00:00Z"


def test_hours_that_are_there_twice_or_never_are_refused():
    cell = MomentCell("America/New_York")
    for text in ("2024-11-03 01:30", "2024-03-10 02:30"):
        with pytest.raises(Refused, match="clocks are changed") as refused:
            cell.clean(text)
        assert "offset" in refused.value.remedy
    assert cell.clean("2024-11-03 01:30-05:00").hour == 6


@pytest.mark.parametrize("raw", ["03/04/2024 10:00", "3/3/24 10:00", 45292.5, "2024-03-03 25:00",
                                 "2024-03-03T10:00+99:00", "10:00", datetime.time(3), "soon",
                                 "1899-01-01T00:00Z", False])  # fmt: skip
def test_what_is_no_instant_is_refused(raw):
    with pytest.raises(Refused) as refused:
        MomentCell("Pacific/Honolulu").clean(raw)
    assert refused.value.remedy
