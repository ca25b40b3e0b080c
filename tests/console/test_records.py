"""The page of a row: moves of its status, refusals in words, its history, what belongs to it."""

import uuid
from datetime import date

import pytest
from django.contrib import admin
from django.db import connection

from core.admin.panels import NEWEST
from core.models import RowChange
from core.services import writing
from core.testing.factories import factory_of
from core.testing.pages import address, fields_of
from property.models import Property
from service.models import Ticket, TicketCost

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(browse, manager):
    return browse(manager)


def form_of(page, row):
    return fields_of(page.content.decode(), f"{row._meta.model_name}_form")


def move(client, row, to, **more):
    url = address(type(row), "move", row.pk)
    return client.post(url, {"field": "status", "to": to, **more}, follow=True)


def messages_of(response):
    return " ".join(str(message) for message in response.context["messages"])


class TestMoves:
    def test_the_page_offers_the_moves_of_the_map_and_no_field(self, client, make):
        ticket = make("service.Ticket", status="ON_HOLD")
        page = client.get(address(Ticket, "change", ticket.pk))
        moves = {m.to: m.asks_reason for m in page.context["moves"]}
        assert moves == {"IN_PROGRESS": False, "RESOLVED": False, "CANCELLED": True}
        assert "status" not in page.context["adminform"].form.fields

    def test_a_move_is_made_by_the_service_in_the_persons_name(self, client, manager, make):
        ticket = make("service.Ticket", status="OPEN")
        response = move(client, ticket, "CANCELLED", reason="Guest mended it.")
        assert "is now cancelled" in messages_of(response)
        ticket.refresh_from_db()
        assert (ticket.status, ticket.cancelled_reason) == ("CANCELLED", "Guest mended it.")
        change = RowChange.objects.filter(row_id=ticket.pk, action="U").first()
        assert (change.actor_id, change.source) == (manager.pk, "console")
        assert (change.reason, change.changed["status"]) == (
            "Guest mended it.",
            ["OPEN", "CANCELLED"],
        )

    @pytest.mark.parametrize(
        ("to", "says"),
        [("CANCELLED", "needs a reason"), ("OPEN", "meanwhile"), ("nonsense", "meanwhile")],
    )
    def test_what_the_map_refuses_is_said(self, client, make, to, says):
        ticket = make("service.Ticket", status="OPEN")
        assert says in messages_of(move(client, ticket, to))
        ticket.refresh_from_db()
        assert ticket.status == "OPEN"

    def test_reading_the_address_moves_nothing(self, client, make):
        ticket = make("service.Ticket", status="OPEN")
        assert client.get(address(Ticket, "move", ticket.pk)).status_code == 405

    def test_a_row_out_of_reach_is_not_there(self, browse, member, make):
        ticket = make("service.Ticket", status="OPEN")
        assert move(browse(member), ticket, "IN_PROGRESS").status_code == 404
        ticket.refresh_from_db()
        assert ticket.status == "OPEN"


class TestRefusals:
    def test_an_overlapping_stay_comes_back_as_an_error_of_the_form(self, client, make):
        home = make("property.Property")
        _first, second = (
            make(
                "reservations.Reservation",
                property=home,
                status="confirmed",
                check_in_date=date(2026, 5, start),
                check_out_date=date(2026, 5, start + 4),
            )
            for start in (1, 10)
        )
        url = address(type(second), "change", second.pk)
        data = form_of(client.get(url), second)
        data |= {"check_in_date": "2026-05-03", "check_out_date": "2026-05-12"}
        response = client.post(url, data)
        assert response.status_code == 200
        assert response.context["errors"]
        second.refresh_from_db()
        assert second.check_in_date == date(2026, 5, 10)

    def test_a_row_that_others_need_is_kept_and_it_is_said(self, client, make):
        home = make("property.Property")
        make("service.Ticket", property=home)
        response = client.post(address(Property, "delete", home.pk), {"post": "yes"}, follow=True)
        assert Property.objects.filter(pk=home.pk).exists()
        assert response.status_code in (200, 403)

    def test_a_child_that_is_refused_is_named(self, client, make):
        ticket = make("service.Ticket")
        cost = make("service.TicketCost", ticket=ticket, cost_type="labor")
        url = address(Ticket, "change", ticket.pk)
        data = form_of(client.get(url), ticket) | {"costs-0-cost_type": "nonsense"}
        response = client.post(url, data)
        assert response.status_code == 200
        formsets = response.context["inline_admin_formsets"]
        assert any("cost_type" in errors for f in formsets for errors in f.formset.errors)
        cost.refresh_from_db()
        assert cost.cost_type == "labor"


class TestChildren:
    def test_children_are_written_in_the_persons_name(self, client, manager, make):
        ticket = make("service.Ticket")
        cost = make("service.TicketCost", ticket=ticket, amount=10)
        url = address(Ticket, "change", ticket.pk)
        data = form_of(client.get(url), ticket) | {"costs-0-amount": "12.50"}
        assert client.post(url, data).status_code == 302
        change = RowChange.objects.filter(row_id=cost.pk, action="U").first()
        assert change.changed["amount"] == [10, 12.5]
        assert change.actor_id == manager.pk

    def test_a_parent_with_many_children_shows_the_newest_and_the_way_to_all(self, client, make):
        ticket = make("service.Ticket")
        factory_of("service.TicketCost").create_batch(20, ticket=ticket)
        url = address(Ticket, "change", ticket.pk)
        page = client.get(url)
        (costs,) = [
            f.formset
            for f in page.context["inline_admin_formsets"]
            if f.formset.model is TicketCost
        ]
        assert len(costs.forms) == costs.limit == 15
        assert costs.has_more
        assert client.get(costs.listed).context["cl"].result_count == 20
        assert client.post(url, form_of(page, ticket)).status_code == 302
        assert ticket.costs.count() == 20

    def test_a_tab_shows_the_newest_rows_and_links_to_the_list(self, client, make):
        home = make("property.Property")
        factory_of("service.Ticket").create_batch(NEWEST + 3, property=home)
        page = client.get(address(Property, "change", home.pk))
        tabs = {tab.title: tab.contents for tab in page.context["datasets"]}
        assert tabs["Tickets"].count('class="row"') == NEWEST
        link = f"{address(Ticket, 'changelist')}?property__id__exact={home.pk}"
        assert link in tabs["Tickets"]
        assert client.get(link).context["cl"].result_count == NEWEST + 3
        assert f"{address(Ticket, 'add')}?property={home.pk}" in tabs["Tickets"]
        assert link in tabs["Related"]

    def test_tabs_hold_only_rows_in_reach(self, browse, member, make):
        home = make("property.Property")
        mine = make("service.Ticket", property=home, current_agent=member.team_member)
        make("service.Ticket", property=home, title="Somebody else's")
        page = browse(member).get(address(Ticket, "change", mine.pk))
        assert page.status_code == 200
        assert "Somebody else" not in page.content.decode()

    def test_a_person_in_several_roles_has_links_both_ways(self, client, make):
        contact = make("directory.Contact")
        guest = make("directory.Guest", contact=contact)
        owner = make("directory.Homeowner", contact=contact)
        for row, others in ((contact, (guest, owner)), (guest, (contact, owner))):
            page = client.get(address(type(row), "change", row.pk)).context["banner"]
            for other in others:
                assert address(type(other), "change", other.pk) in page


class TestHistory:
    def test_changes_in_bulk_and_by_sql_are_told_in_words(self, client, manager, make):
        home, other = make("property.Property"), make("property.Resort", resort_name="Lani Cove")
        with writing(manager, "import"):
            Property.objects.filter(pk=home.pk).update(resort=other, has_pool=True)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE property.properties SET base_cleaning_fee = 250 WHERE id = %s", [home.pk]
            )
        page = client.get(address(Property, "history", home.pk))
        by_sql, in_bulk, added = page.context["entries"]
        assert [(d.label, d.new) for d in by_sql.differences] == [("Base cleaning fee", "$250.00")]
        assert (by_sql.actor, by_sql.source) == ("The system", "SQL")
        told = {d.label: (d.old, d.new) for d in in_bulk.differences}
        assert told["Resort"][1] == str(other)
        assert told["Has pool"] == ("no", "yes")
        assert in_bulk.source == "import"
        assert added.action == "added"

    def test_the_history_of_a_row_out_of_reach_is_not_there(self, browse, member, make):
        ticket = make("service.Ticket")
        response = browse(member).get(address(Ticket, "history", ticket.pk))
        assert response.status_code == 404


class TestScope:
    def test_a_row_out_of_reach_cannot_be_chosen(self, browse, person, make):
        lead = person("TEAM_MEMBER")
        mine = make("service.Ticket", current_agent=lead.team_member)
        foreign = make("reservations.Reservation")
        client, url = browse(lead), address(Ticket, "change", mine.pk)
        data = form_of(client.get(url), mine) | {"reservation": str(foreign.pk)}
        response = client.post(url, data)
        mine.refresh_from_db()
        assert mine.reservation_id is None
        assert "reservation" in response.context["adminform"].form.errors

    def test_a_row_out_of_reach_that_stands_there_stays(self, browse, member, make):
        foreign = make("reservations.Reservation")
        mine = make("service.Ticket", current_agent=member.team_member, reservation=foreign)
        client, url = browse(member), address(Ticket, "change", mine.pk)
        data = form_of(client.get(url), mine)
        assert data["reservation"] == str(foreign.pk)
        assert client.post(url, data | {"title": "Drips again"}).status_code == 302
        mine.refresh_from_db()
        assert (mine.title, mine.reservation_id) == ("Drips again", foreign.pk)

    def test_the_search_box_of_a_key_finds_only_rows_in_reach(self, browse, member, make):
        mine = make("service.Ticket", title="Kettle", current_agent=member.team_member)
        make("service.Ticket", title="Kettle")
        found = browse(member).get(
            "/console/autocomplete/",
            {
                "app_label": "service",
                "model_name": "ticketcost",
                "field_name": "ticket",
                "term": "kettle",
            },
        )
        assert [row["id"] for row in found.json()["results"]] == [str(mine.pk)]

    @pytest.mark.parametrize(
        "lookup",
        [
            "password__startswith=a",
            "mfa_secret_encrypted__isnull=0",
            "contact__notes__contains=x",
            "team_member__hourly_rate__gte=30",
        ],
    )
    def test_filters_tell_nothing_of_secrets_or_of_other_tables(self, client, lookup):
        assert client.get(f"/console/portal/user/?{lookup}").status_code == 400

    def test_a_filter_names_no_row_out_of_reach(self, browse, member, make):
        make("service.Ticket", current_agent=member.team_member)
        guest = make("reservations.Reservation", number="RES-SECRET")
        page = browse(member).get(
            address(Ticket, "changelist"), {"reservation__id__exact": guest.pk}
        )
        assert page.status_code == 200
        assert "RES-SECRET" not in page.content.decode()


def test_accounts_get_a_password_that_is_never_shown(browse, person, make):
    boss = person("SUPER_ADMIN", is_superuser=True)
    user, client = make("portal.User", password="argon2$of-old"), browse(boss)
    page = client.get(address(type(user), "change", user.pk))
    assert "password" not in page.context["adminform"].form.fields
    assert "argon2$of-old" not in page.content.decode()
    url = f"/console/portal/user/{user.pk}/password/"
    sent = {"password": "a heron at low tide", "again": "a heron at low tide"}
    assert client.post(url, sent).status_code == 302
    user.refresh_from_db()
    assert user.check_password("a heron at low tide")


def test_a_manager_makes_no_superuser(client, manager):
    page = admin.site.get_model_admin(type(manager))
    request = client.get("/console/").wsgi_request
    assert "is_superuser" in page.get_readonly_fields(request, manager)


def test_a_page_that_is_not_there_says_so(client):
    response = client.get(address(Ticket, "change", uuid.uuid4()))
    assert response.status_code == 404
