"""Reviews: linked, answered, published, followed up."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from core.clock import clock_at
from core.testing.factories import factory_of
from core.testing.fixtures import person
from reservations.models import Review
from reservations.services.reviews import (
    reply_draft,
    reply_publish,
    review_enter,
    review_move,
    review_publish,
    reviews_catch_up,
)
from service.models import Ticket

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 20, 20, tzinfo=UTC)


def make(label, **values):
    return factory_of(label).create(**values)


@pytest.fixture(autouse=True)
def march():
    with clock_at(MARCH):
        yield


@pytest.fixture
def stay():
    return make(
        "reservations.Reservation", status="checked_out", check_in_date=date(2026, 3, 10),
        check_out_date=date(2026, 3, 14),
    )  # fmt: skip


@pytest.fixture
def clean(stay):
    """The clean before the stay; there is one after it too."""
    cleaner = make("team.TeamMember")
    values = {"property": stay.property, "status": "verified", "completed_by": cleaner}
    make("property.Clean", **values, scheduled_date=date(2026, 3, 14), reservation=stay)
    make("property.Clean", **values, scheduled_date=date(2026, 3, 2))
    return make("property.Clean", **values, scheduled_date=date(2026, 3, 9))


def review(stay, **values):
    given = {
        "property": stay.property, "source_code": "BOOKING", "review_date": date(2026, 3, 16),
        "overall_rating": Decimal(9), "rating_max": Decimal(10),
        "stay_check_in_date": stay.check_in_date,
    } | values  # fmt: skip
    return Review(**given)


def test_an_entered_review_finds_its_stay_guest_clean_and_stars(stay, clean):
    row = review_enter(review=review(stay, is_published=True), actor=None)
    assert (row.reservation, row.guest, row.clean_event) == (stay, stay.guest, clean)
    assert (row.normalized_rating, row.is_verified) == (Decimal("4.50"), True)
    assert (row.is_published, row.follow_up_ticket) == (False, None)


@pytest.mark.parametrize(
    ("scores", "category"),
    [
        ({"overall_rating": Decimal(6)}, "RSV-REVIEW"),
        ({"cleanliness_rating": Decimal(5)}, "PC-CLEANING"),
        ({"cleanliness_rating": Decimal(7)}, None),
        ({"overall_rating": Decimal(2), "review_date": date(2025, 3, 1)}, None),
    ],
)
def test_a_low_score_opens_one_ticket(stay, scores, category):
    row = review_enter(review=review(stay, **scores), actor=None)
    review_enter(review=row, actor=None, created=False)
    reviews_catch_up(at=MARCH)
    tickets = list(Ticket._base_manager.filter(reservation=stay))
    assert [ticket.category.code for ticket in tickets] == ([category] if category else [])
    if category:
        assert Review._base_manager.get(pk=row.pk).follow_up_ticket == tickets[0]


def test_what_an_import_wrote_is_linked_later(stay, clean):
    row = review(stay, overall_rating=Decimal(3), response_text="We are sorry.")
    row.save()
    assert reviews_catch_up(at=MARCH) == 1
    row.refresh_from_db()
    assert (row.reservation, row.clean_event, row.response_status) == (stay, clean, "published")
    assert row.follow_up_ticket.category.code == "RSV-REVIEW"
    assert reviews_catch_up(at=MARCH) == 0


def test_a_reply_goes_from_draft_to_published_and_back(stay):
    row = review_enter(review=review(stay), actor=None)
    member = make("team.TeamMember")
    user = person("MANAGER", is_staff=True, team_member=member)
    with pytest.raises(ValidationError, match="needs its text"):
        reply_publish(review=row, actor=user)
    reply_draft(review=row, text="Mahalo.", actor=user)
    row = reply_publish(review=row, actor=user)
    assert (row.response_text, row.responded_by, row.needs_response) == ("Mahalo.", member, False)
    assert (row.response_status, row.published_at) == ("published", None)  # the review's own
    with pytest.raises(ValidationError, match="back to a draft"):
        reply_draft(review=row, text="Another.", actor=user)
    move = {"review": row, "field": "response_status", "to": "drafted", "actor": user}
    with pytest.raises(ValidationError, match="reason"):
        review_move(**move)
    row = review_move(**move, reason="A name was wrong.")
    assert (row.responded_at, row.needs_response) == (None, True)


def test_publishing_needs_somebody_who_approves(stay):
    row = review_enter(review=review(stay), actor=None)
    with pytest.raises(PermissionDenied):
        review_publish(review=row, actor=person("MANAGER", is_staff=True))
    boss = person("SUPER_ADMIN", is_staff=True)
    assert review_publish(review=row, actor=boss).published_at == MARCH
    row = review_move(review=row, field="status", to="hidden", actor=boss, reason="Names staff.")
    assert (row.is_published, row.published_at) == (False, None)
    with pytest.raises(ValidationError, match="hidden"):
        review_publish(review=row, actor=boss)


def test_console_and_api_do_the_same_and_keep_strangers_out(client, stay):
    row = review_enter(review=review(stay), actor=None)
    page = reverse("admin:reservations_review_change", args=[row.pk])

    def send(name, **said):
        address = reverse(f"reservations-reviews-{name}", args=[row.pk])
        return client.post(address, said, content_type="application/json").status_code

    client.force_login(person("TEAM_MEMBER"))
    assert {send("reply", text="No"), send("publish")} <= {403, 404}
    client.force_login(person("MANAGER", is_staff=True))
    assert client.get(page).status_code == 200
    deed = reverse("admin:reservations_review_deed", args=[row.pk, "draft"])
    client.post(deed, {"reason": "Mahalo nui."})
    row.refresh_from_db()
    assert (row.response_status, row.response_text) == ("drafted", "Mahalo nui.")
    assert send("publish") == 403
    assert send("reply", text="Mahalo!", publish=True) == 200
    assert send("reply", text="Again") == 409
    assert send("move", field="response_status", to="skipped", reason="x") == 409
    row.refresh_from_db()
    assert (row.response_text, row.is_published) == ("Mahalo!", False)
