"""Cuts of the list of reviews: what somebody has to look at."""

from decimal import Decimal

from django.conf import settings
from django.db.models import F, Q, QuerySet

from core.focus import focus
from reservations.choices.journeys import ReviewStatus


def is_low(stars: Decimal) -> bool:
    """Whether so many stars of five ask for a ticket (``settings.REVIEW_LOW_RATING``)."""
    return stars <= Decimal(str(settings.REVIEW_LOW_RATING))


def low_scores() -> Q:
    """Reviews so low, all in all or for cleanliness, that somebody has to look."""
    lowest = Decimal(str(settings.REVIEW_LOW_RATING))
    dirty = Q(cleanliness_rating__lte=F("rating_max") * lowest / 5)
    return Q(normalized_rating__lte=lowest) | dirty


@focus("reservations.Review", "low", "Low scores")
def low(rows: QuerySet) -> QuerySet:
    """Visible reviews so low that they open a ticket."""
    return rows.filter(low_scores(), status=ReviewStatus.ACTIVE)


@focus("reservations.Review", "unpublished", "Reviews awaiting approval")
def unpublished(rows: QuerySet) -> QuerySet:
    """Visible reviews that nobody has published yet."""
    return rows.filter(is_published=False, status=ReviewStatus.ACTIVE)
