"""Which reviews are so low that somebody has to look."""

from decimal import Decimal

from django.conf import settings
from django.db.models import F, Q


def is_low(stars: Decimal) -> bool:
    """Whether so many stars of five ask for a ticket (``settings.REVIEW_LOW_RATING``)."""
    return stars <= Decimal(str(settings.REVIEW_LOW_RATING))


def low_scores() -> Q:
    """Reviews so low, all in all or for cleanliness, that somebody has to look."""
    lowest = Decimal(str(settings.REVIEW_LOW_RATING))
    dirty = Q(cleanliness_rating__lte=F("rating_max") * lowest / 5)
    return Q(normalized_rating__lte=lowest) | dirty
