"""Lists: counted to a cap, sorted by index, shown in words; and the checks that keep them so."""

from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.test import RequestFactory

from core.admin import changelist
from core.admin.base import BaseAdmin
from core.admin.changelist import CappedPaginator, Estimate
from core.admin.checks import console_stays_quick, faults
from core.admin.columns import compiled, family, money, text
from core.testing.factories import factory_of
from core.testing.pages import address
from property.models import Property
from reservations.models import Reservation
from service.models import Ticket

pytestmark = pytest.mark.django_db


def numbers(found):
    return sorted({number for number, _, _ in found})


class TestCount:
    def test_a_short_list_is_counted(self, make):
        factory_of("service.Ticket").create_batch(4)
        count = CappedPaginator(Ticket.objects.filter(is_archived=False), 2).count
        assert (count, str(count)) == (4, "4")

    def test_a_long_filtered_list_is_estimated_and_says_so(self, make, monkeypatch):
        monkeypatch.setattr(changelist, "EXACT_TO", 3)
        factory_of("service.Ticket").create_batch(6)
        count = CappedPaginator(Ticket.objects.filter(is_archived=False), 2).count
        assert isinstance(count, Estimate)
        assert count >= 4
        assert str(count) == f"~{int(count)}"

    def test_a_short_table_is_counted_each_time(self, make):
        for count in (2, 4):
            factory_of("service.Ticket").create_batch(2)
            assert CappedPaginator(Ticket.objects.all(), 2).count == count

    def test_pages_follow_on_each_other(self, browse, manager, make):
        factory_of("service.Ticket").create_batch(7)
        page = admin.site.get_model_admin(Ticket)
        seen = []
        for number in ("1", "2", "3"):
            request = RequestFactory().get("/", {"p": number})
            request.user = manager
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(page, "list_per_page", 3)
                seen += [row.number for row in page.get_changelist_instance(request).result_list]
        assert len(seen) == len(set(seen)) == 7
        assert seen == list(
            Ticket.objects.order_by("-created_at", "-pk").values_list("number", flat=True)
        )


class TestCells:
    @pytest.mark.parametrize(
        ("amount", "currency", "shown"),
        [
            ("1234.5", "USD", "$1,234.50"),
            ("-20", None, "-$20.00"),
            ("9000", "JPY", "JPY 9,000.00"),
        ],
    )
    def test_money(self, amount, currency, shown):
        assert money(Decimal(amount), currency) == shown

    @pytest.mark.parametrize(
        ("value", "colour"),
        [("CANCELLED", "danger"), ("on_hold", "warning"), ("paid", "success"), ("OPEN", "info"),
         ("inactive", "plain"), ("unpaid", "plain"), ("LOW", "plain")],
    )  # fmt: skip
    def test_colours_follow_the_word(self, value, colour):
        assert family(value) == colour

    def test_texts_are_escaped_and_cut(self):
        assert text("<b>") == "&lt;b&gt;"
        cut = text('"' + "a" * 80)
        assert cut.startswith('<span title="&quot;aaa')
        assert cut.endswith("…</span>")

    def test_a_guest_is_shown_by_name_in_one_query_more_for_none(self, browse, manager, make):
        contact = make("directory.Contact", first_name="Leilani", last_name="Kahale")
        guest = make("directory.Guest", contact=contact)
        make("reservations.Reservation", guest=guest)
        page = browse(manager).get(address(Reservation, "changelist"))
        assert f"Leilani Kahale · {guest.number}" in page.content.decode()

    def test_instants_are_those_of_the_property(self, manager, make):
        home = make("property.Property", timezone_code="America/New_York")
        visit = make(
            "property.Clean", property=home, actual_start_at=datetime(2026, 3, 1, 22, tzinfo=UTC)
        )
        request = RequestFactory().get("/")
        request.user = manager
        page = admin.site.get_model_admin(type(visit))
        columns = compiled(page, ["number", "property", "actual_start_at"], request)
        assert columns[2].cell(visit) == "Mar 1, 2026, 17:00"
        columns = compiled(page, ["number", "actual_start_at"], request)
        assert columns[1].cell(visit) == "Mar 1, 2026, 12:00"


class TestSorting:
    def test_a_large_list_sorts_by_what_an_index_serves(self, manager):
        request = SimpleNamespace(user=manager, GET={})
        page = admin.site.get_model_admin(Ticket)
        assert {"number", "created_at", "scheduled_date"} <= set(page.get_sortable_by(request))
        assert not {"title", "property"} & set(page.get_sortable_by(request))
        homes = admin.site.get_model_admin(Property)
        assert "property_name" in homes.get_sortable_by(request)


class TestChecks:
    def test_the_console_passes(self):
        assert console_stays_quick() == []

    @pytest.mark.parametrize(
        ("number", "options"),
        [
            ("E020", {"get_autocomplete_fields": lambda self, request: ()}),
            ("E021", {"get_search_results": lambda self, request, rows, term: (rows, False)}),
            ("E022", {"list_display": ("number", "agent"), "agent": lambda self, row: ""}),
            ("E023", {"sortable_by": ("title",)}),
            ("E025", {"panels": ("nonsense",)}),
            ("E026", {"fieldsets": ((None, {"fields": ("nonsense",)}),)}),
        ],
    )
    def test_what_would_be_slow_or_wrong_is_found(self, number, options):
        page = type("TicketPage", (BaseAdmin,), options)(Ticket, admin.site)
        assert number in numbers(faults(page))
