"""What guests say of their stays."""

from decimal import Decimal

import pytest

from core.testing.factories import factory_of
from reservations.models import Review
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db

# As listing sites give them away: no platform, no rating.
BARE = [
    ["listing_id", "id", "date", "reviewer_id", "reviewer_name"],
    ["2992450", "15066586", "2014-07-01", "r2", "Ann"],
    ["2992450", "21810844", "2014-10-24", "r4", "Bo"],
    ["9", "27434334", "2015-03-04", "r6", "Cy"],
]
RATED = [
    ["Listing", "Review ID", "Platform", "Date", "Rating", "Out of", "Comments", "Reply"],
    ["Honu 1", "1", "Booking.com", "2026-01-03", "9", "10", "=Lovely!=", ""],
    ["Honu 1", "2", "Airbnb", "2026-01-04", "4.5", "5", "<b>Fine</b>", "Mahalo"],
    ["Honu 1", "3", "Airbnb", "2026-01-05", "", "", "No stars", ""],
    ["Honu 1", "4", "Airbnb", "2026-01-05", "7", "5", "Too many", ""],
]


@pytest.fixture(autouse=True)
def home():
    """The home of both sheets."""
    return factory_of("property.Property").create(property_code="2992450", property_name="Honu 1")


def test_ratings_are_never_invented():
    batch = uploaded("reviews", RATED)
    assert counted(batch) == {"new": 2, "refused": 2}
    assert reasons(batch) == {
        4: [("Rating", "A new review needs its overall rating.")],
        5: [("", "Must hold: overall rating between 0 and rating max.")],
    }
    applied(batch)
    nine, fine = Review.objects.order_by("external_review_id")
    assert (nine.overall_rating, nine.rating_max, nine.normalized_rating) == (9, 10, Decimal("4.5"))
    assert (nine.source_code, nine.review_text) == ("BOOKING", "=Lovely!=")
    assert (fine.review_text, fine.response_text, fine.needs_response) == (
        "<b>Fine</b>",
        "Mahalo",
        False,
    )


def test_what_a_sheet_lacks_is_refused_until_somebody_says_it():
    batch = uploaded("reviews", BARE)
    assert counted(batch) == {"refused": 3}
    said = {reason for rows in reasons(batch).values() for _, reason in rows}
    assert "A new review needs its source, and no column of the sheet gives it." in said
    told = uploaded("reviews", BARE, defaults={"source": "Airbnb", "overall_rating": "5"})
    assert told.unknown_columns == ["reviewer_id"]
    assert counted(applied(told)) == {"new": 2, "refused": 1}
    review = Review.objects.get(external_review_id="15066586")
    assert (review.guest_name_public, review.overall_rating) == ("Ann", 5)
    assert not review.needs_response  # nobody waits for a reply of 2014


@pytest.mark.parametrize(
    ("sheet", "options"),
    [(RATED, {}), (BARE, {"defaults": {"source": "Airbnb", "overall_rating": "5"}})],
)
def test_a_second_time_changes_nothing_and_undo_leaves_nothing(sheet, options):
    batch = applied(uploaded("reviews", sheet, **options))
    again = counted(uploaded("reviews", sheet, **options))
    assert again == {"unchanged": batch.counts["new"], "refused": batch.counts["refused"]}
    undone(batch)
    assert not Review.objects.exists()


def test_a_reply_that_came_later_is_a_change():
    applied(uploaded("reviews", RATED[:2]))
    later = uploaded("reviews", [RATED[0], [*RATED[1][:7], "Thank you"]])
    assert counted(applied(later)) == {"changed": 1}
    assert Review.objects.get().response_text == "Thank you"
