"""Stays in the console: booked and changed by the forms, and the page of deeds."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from core.testing.factories import DAY, factory_of
from reservations.models import Reservation
from tests.core.test_permissions import person

pytestmark = pytest.mark.django_db


def day(number: int) -> str:
    return (DAY + timedelta(days=number)).isoformat()


def address(page: str, *args) -> str:
    return reverse(f"admin:reservations_reservation_{page}", args=args)


@pytest.fixture
def staff():
    """Somebody of the office."""
    return person("SUPER_ADMIN", is_staff=True, is_superuser=True)


@pytest.fixture
def client(staff):
    client = Client()
    client.force_login(staff)
    return client


@pytest.fixture
def stay():
    """A confirmed stay of three nights."""
    return factory_of(Reservation).create(status="confirmed", property__min_stay_nights=1)


@pytest.fixture
def neighbour(stay):
    """The next stay in the same home."""
    return factory_of(Reservation).create(
        property=stay.property,
        status="confirmed",
        check_in_date=DAY + timedelta(days=4),
        check_out_date=DAY + timedelta(days=8),
    )


def post(client, stay, deed, **values):
    data = {"deed": deed, **{f"{deed}-{name}": value for name, value in values.items()}}
    return client.post(address("stay", stay.pk), data)


def filled(page) -> dict:
    """What a browser would send of the form that a page shows."""
    sent = {}
    forms = [page.context["adminform"].form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.initial_forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            if value is True:
                sent[bound.html_name] = "on"
            elif value is not None and value is not False:
                sent[bound.html_name] = value
    return sent


class TestPage:
    def test_offers_what_the_status_allows(self, client, stay):
        page = client.get(address("stay", stay.pk))
        assert [form.name() for form in page.context["forms"]] == [
            "change", "checkin", "split", "cancel", "noshow",
        ]  # fmt: skip

    def test_changes_dates(self, client, stay):
        answer = post(
            client, stay, "change", check_in_date=day(0), check_out_date=day(2),
            home=stay.property_id, reason="Earlier flight.",
        )  # fmt: skip
        assert answer.status_code == 302
        stay.refresh_from_db()
        assert stay.nights == 2
        change = stay.changes.get()
        assert (change.source, change.reason) == ("console", "Earlier flight.")
        assert "Earlier flight." in client.get(address("stay", stay.pk)).content.decode()

    def test_a_conflict_is_named_and_nothing_changed(self, client, stay, neighbour):
        answer = post(
            client, stay, "change", check_in_date=day(0), check_out_date=day(6),
            home=stay.property_id,
        )  # fmt: skip
        assert neighbour.number in answer.content.decode()
        stay.refresh_from_db()
        assert stay.nights == 3

    def test_warnings_ask_and_are_confirmed(self, client, stay):
        type(stay.property).objects.filter(pk=stay.property_id).update(min_stay_nights=3)
        given = {"check_in_date": day(0), "check_out_date": day(2), "home": stay.property_id}
        asked = post(client, stay, "change", **given)
        assert "the home asks for 3" in asked.content.decode()
        assert post(client, stay, "change", **given, despite="on").status_code == 302

    def test_in_and_out_by_the_clock_of_the_home(self, client, stay):
        assert post(client, stay, "checkin", at=f"{day(0)}T15:30").status_code == 302
        stay.refresh_from_db()
        assert stay.actual_check_in_at.isoformat() == "2026-03-02T01:30:00+00:00"
        out = {"at": f"{day(2)}T09:00", "frees_nights": "on"}
        assert post(client, stay, "checkout", **out).status_code == 302
        stay.refresh_from_db()
        assert (stay.status, stay.nights) == ("checked_out", 2)

    def test_cancels_with_a_refund_and_back(self, client, stay):
        page = post(client, stay, "cancel", cancelled_by="guest", reason="").content
        assert b"This field is required" in page
        assert b"Paid: 0.00 USD. To be given back: <strong>0.00" in page
        given = {"cancelled_by": "owner", "refund": "20.00", "reason": "Sold."}
        assert post(client, stay, "cancel", **given).status_code == 302
        stay.refresh_from_db()
        assert (stay.status, stay.cancelled_by, str(stay.refund_total)) == (
            "cancelled", "owner", "20.00",
        )  # fmt: skip
        assert post(client, stay, "restore", reason="Not sold.").status_code == 302

    def test_splits(self, client, stay):
        home = factory_of("property.Property").create()
        assert post(client, stay, "split", at=day(1), home=home.pk).status_code == 302
        assert Reservation.objects.get(property=home).nights == 2

    def test_what_if_is_told_as_json(self, client, stay, neighbour):
        answer = client.get(address("what_if", stay.pk), {"check_out_date": day(6)})
        assert [one["number"] for one in answer.json()["conflicts"]] == [neighbour.number]
        assert client.get(address("what_if", stay.pk), {"home": "x"}).status_code == 400

    def test_strangers_find_nothing(self, stay):
        client = Client()
        client.force_login(person("TEAM_MEMBER", is_staff=True))
        for page in ("stay", "what_if"):
            assert client.get(address(page, stay.pk)).status_code in (403, 404)
        assert post(client, stay, "noshow", reason="x").status_code in (403, 404)
        stay.refresh_from_db()
        assert stay.status == "confirmed"


class TestForms:
    def test_the_add_form_books(self, client, stay, neighbour):
        page = client.get(address("add"))
        given = filled(page) | {
            "property": str(stay.property_id), "guest": str(stay.guest_id),
            "booking_source": "DIRECT", "check_in_date": day(3), "check_out_date": day(5),
            "status": "confirmed",
        }  # fmt: skip
        refused = client.post(address("add"), given)
        assert neighbour.number in refused.content.decode()
        booked = client.post(address("add"), given | {"check_out_date": day(4)})
        assert booked.status_code == 302, booked.context["errors"]
        made = Reservation.objects.get(check_in_date=day(3))
        assert made.booked_at is not None

    def test_the_add_form_asks_and_takes_a_yes(self, client, stay):
        type(stay.property).objects.filter(pk=stay.property_id).update(min_stay_nights=5)
        given = filled(client.get(address("add"))) | {
            "property": str(stay.property_id), "guest": str(stay.guest_id),
            "booking_source": "DIRECT", "check_in_date": day(3), "check_out_date": day(5),
            "status": "confirmed",
        }  # fmt: skip
        asked = client.post(address("add"), given)
        assert "the home asks for 5" in asked.content.decode()
        assert 'name="despite"' in asked.content.decode()
        assert client.post(address("add"), given | {"despite": "yes"}).status_code == 302

    def test_the_change_form_moves_by_the_service(self, client, stay, neighbour):
        given = filled(client.get(address("change", stay.pk)))
        refused = client.post(
            address("change", stay.pk), given | {"check_out_date": day(6), "guest_notes": "Hi."}
        )
        assert neighbour.number in refused.content.decode()
        done = client.post(
            address("change", stay.pk), given | {"check_out_date": day(4), "guest_notes": "Hi."}
        )
        assert done.status_code == 302, done.context["errors"]
        stay.refresh_from_db()
        assert (stay.nights, stay.guest_notes) == (4, "Hi.")
        assert stay.changes.count() == 1

    def test_cancelling_has_its_own_form(self, client, stay):
        page = client.get(address("change", stay.pk))
        assert {move.to for move in page.context["moves"]} == {"checked_in", "no_show"}
        assert address("stay", stay.pk) in page.content.decode()
