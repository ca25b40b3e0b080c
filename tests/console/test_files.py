"""Lists as files: what is in them, for whom, and that no cell is a formula."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies
from python_calamine import load_workbook

from core.resources.files import csv_chunks, xlsx_file
from core.spreadsheets.cells import csv_cell, guarded, unguarded
from core.testing.pages import address
from service.models import Ticket

RISKY = ("=", "+", "-", "@", "\t", "\r")


@given(strategies.text())
def test_what_goes_out_guarded_comes_in_as_it_was(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(RISKY)


@pytest.mark.parametrize("text", ["'=x", "''+1", "'tis", "'", "=1+1", "+1 808 555 0100", "@a"])
def test_apostrophes_of_ones_own_survive(text):
    assert unguarded(guarded(text)) == text


def test_figures_are_no_texts():
    assert csv_cell(Decimal("-20.00")) == "-20.00"
    assert csv_cell(True) == "true"
    assert csv_cell(None) == ""
    assert csv_cell(["=a", "b;c"]) == '["=a", "b;c"]'


def test_a_csv_is_written_in_parts_and_known_as_utf8():
    parts = list(csv_chunks(["a"], ([n] for n in range(1200))))
    assert len(parts) == 3
    assert parts[0].startswith(b"\xef\xbb\xbfa")
    assert b"".join(parts).decode("utf-8-sig").split() == ["a", *map(str, range(1200))]


def test_a_workbook_holds_texts_dates_and_figures_as_such():
    row = ["=1+1", date(2026, 3, 1), Decimal("12.50"), True, "_x0041_", None]
    sheet = load_workbook(xlsx_file(list("abcdef"), [row], "Sheet")).get_sheet_by_index(0)
    assert sheet.to_python() == [
        list("abcdef"),
        ["=1+1", date(2026, 3, 1), 12.5, True, "_x0041_", ""],
    ]


def test_a_text_that_excel_cannot_hold_is_refused_in_words():
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match=r"Row 2, column notes.*take CSV"):
        xlsx_file(["notes"], [["x" * 32_768]], "Sheet")
    with pytest.raises(ValidationError, match=r"Row 2, column notes.*U\+FFFE.*take CSV"):
        xlsx_file(["notes"], [["a\ufffeb"]], "Sheet")


@pytest.mark.django_db
class TestExport:
    def rows(self, client, query="", **asked):
        asked = {"kind": "csv", "columns": ["number", "title", "property"], **asked}
        response = client.post(address(Ticket, "export") + query, asked)
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text)))

    def test_it_follows_filters_search_and_columns(self, browse, manager, make):
        home = make("property.Property")
        kettle = make("service.Ticket", title="=Kettle", property=home, status="ON_HOLD")
        make("service.Ticket", title="Kettle", status="OPEN")
        make("service.Ticket", title="Door", status="ON_HOLD")
        rows = self.rows(browse(manager), "?status__exact=ON_HOLD&q=kettle")
        assert rows == [
            ["ticket_id", "title", "property_id"],
            [kettle.number, "'=Kettle", home.number],
        ]

    def test_only_the_ticked_rows(self, browse, manager, make):
        first, _ = make("service.Ticket", title="One"), make("service.Ticket", title="Two")
        rows = self.rows(browse(manager), chosen=str(first.pk))
        assert [row[1] for row in rows] == ["title", "One"]

    def test_whoever_may_not_export_gets_no_page(self, browse, member):
        assert browse(member).get(address(Ticket, "export")).status_code == 403

    def test_a_foreign_column_is_refused(self, browse, manager):
        response = browse(manager).post(
            address(Ticket, "export"), {"kind": "csv", "columns": ["current_agent__hourly_rate"]}
        )
        assert "columns" in response.context["form"].errors

    def test_codes_of_doors_stay_in_the_house(self, browse, manager, make):
        make("property.Property", door_code="4711")
        url = address(make("property.Property").__class__, "export")
        offered = [n for n, _ in browse(manager).get(url).context["form"].fields["columns"].choices]
        assert "property_code" in offered
        assert not {"door_code", "gate_code", "lockbox_code", "wifi_password"} & set(offered)
