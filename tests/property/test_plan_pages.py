"""The plan of a clean, on its page and over the API: who may decide, and what comes of it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.testing.factories import factory_of
from core.testing.fixtures import person
from property.models import Clean, Inspection
from property.services.planning import follow

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    """Works in the office."""
    return person("MANAGER", is_staff=True)


@pytest.fixture
def clean():
    """A planned clean whose day a person changed before the stay moved."""
    first = timezone.localdate() + timedelta(days=10)
    home = factory_of("property.Property").create(
        property_manager=factory_of("team.TeamMember").create()
    )
    stay = factory_of("reservations.Reservation").create(
        property=home, check_in_date=first, check_out_date=first + timedelta(days=3),
        status="confirmed",
    )  # fmt: skip
    _plan(stay)
    Clean._base_manager.filter(reservation=stay).update(scheduled_date=first)
    stay.check_out_date += timedelta(days=1)
    stay.save()
    _plan(stay)
    return Clean._base_manager.get(reservation=stay)


def _plan(stay):
    span = (stay.check_in_date, stay.check_out_date)
    follow(home=stay.property, windows=[span], actor=None, source="job")


def _asked(clean) -> date:
    return date.fromisoformat(clean.plan["scheduled_date"])


def test_the_page_shows_the_difference_and_takes_the_decision(client, manager, clean):
    client.force_login(manager)
    page = client.get(reverse("admin:property_clean_change", args=[clean.pk]))
    assert "1 plan difference" in page.content.decode()
    listed = client.get(reverse("admin:property_clean_changelist") + "?_focus=differences")
    assert clean.number in listed.content.decode()
    address = reverse("admin:property_clean_plan", args=[clean.pk])
    assert client.get(address).status_code == 405
    client.post(address, {"field": "scheduled_date", "choice": "accept"})
    clean.refresh_from_db()
    assert (clean.scheduled_date, clean.plan_changes) == (_asked(clean), None)
    again = client.post(address, {"field": "scheduled_date", "choice": "accept"}, follow=True)
    assert "no difference any more" in again.content.decode()


def test_strangers_decide_nothing(client, clean):
    looked_at = Inspection._base_manager.get(reservation=clean.reservation)
    client.force_login(person("TEAM_MEMBER"))
    for row in (clean, looked_at):
        name = row._meta.model_name
        address = reverse(f"admin:property_{name}_plan", args=[row.pk])
        answer = client.post(address, {"field": "scheduled_date", "choice": "accept"})
        assert answer.status_code in (302, 403, 404)
        address = reverse(f"property-{name}s-plan", args=[row.pk])
        answer = client.post(address, {"field": "scheduled_date", "choice": "pin"})
        assert answer.status_code in (403, 404)
        before = row.plan_changes, row.pinned_fields, row.scheduled_date
        row.refresh_from_db()
        assert (row.plan_changes, row.pinned_fields, row.scheduled_date) == before


def test_over_the_api(client, manager, clean):
    client.force_login(manager)
    address = reverse("property-cleans-plan", args=[clean.pk])

    def decide(**said):
        return client.post(address, said, content_type="application/json")

    answer = decide(field="scheduled_date", choice="keep")
    assert (answer.status_code, answer.json()["plan_changes"]) == (200, None)
    assert answer.json()["pinned_fields"] == ["scheduled_date"]
    assert decide(field="scheduled_date", choice="keep").status_code == 409
    assert decide(field="notes", choice="pin").status_code == 400
    one = reverse("property-cleans-detail", args=[clean.pk])
    moved = clean.scheduled_date + timedelta(days=1)
    body = {"scheduled_date": moved.isoformat(), "plan": {}, "pinned_fields": []}
    client.patch(one, body, content_type="application/json")
    clean.refresh_from_db()
    assert (clean.scheduled_date, clean.pinned_fields) == (moved, ["scheduled_date"])
    looked_at = Inspection._base_manager.get(reservation=clean.reservation)
    assert looked_at.scheduled_date == moved  # it follows the clean, whoever moved that
