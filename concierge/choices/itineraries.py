"""Closed lists of itineraries, and how their statuses move."""

from django.db import models


class ItineraryThemeCode(models.TextChoices):
    ADVENTURE = "adventure"
    ROMANCE = "romance"
    FAMILY = "family"
    RELAXATION = "relaxation"
    CULTURE = "culture"
    FOOD = "food"
    LUXURY = "luxury"
    CUSTOM = "custom"


class ItineraryStatus(models.TextChoices):
    DRAFT = "draft"
    SENT = "sent"
    OPENED = "opened"
    ACCEPTED = "accepted"
    REVISED = "revised"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class ItineraryItemType(models.TextChoices):
    ACTIVITY = "activity"
    MEAL = "meal"
    BEACH = "beach"
    ATTRACTION = "attraction"
    TRANSPORT = "transport"
    REST = "rest"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    FREE_TIME = "free_time"


class ItineraryItemTimeSlot(models.TextChoices):
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class ItineraryItemBookingStatus(models.TextChoices):
    NOT_REQUIRED = "not_required"
    NEEDED = "needed"
    PENDING = "pending"
    BOOKED = "booked"
    CANCELLED = "cancelled"


class ActivityRecommendationType(models.TextChoices):
    RESTAURANT = "restaurant"
    ACTIVITY = "activity"
    ATTRACTION = "attraction"
    BEACH = "beach"
    SERVICE = "service"
    TIP = "tip"
    UPSELL = "upsell"


class ActivityRecommendationStatus(models.TextChoices):
    DRAFT = "draft"
    SENT = "sent"
    VIEWED = "viewed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    BOOKED = "booked"
    EXPIRED = "expired"


class RecommendationFeedbackReaction(models.TextChoices):
    LIKED = "liked"
    DISLIKED = "disliked"
    VISITED = "visited"
    NOT_INTERESTED = "not_interested"
    ALREADY_KNOWN = "already_known"


class RecommendationFeedbackSource(models.TextChoices):
    GUEST = "guest"
    TEAM = "team"
    INFERRED = "inferred"


class ExperienceRatingSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class ExperienceRatingSource(models.TextChoices):
    SURVEY = "survey"
    MESSAGE = "message"
    CALL = "call"
    INFERRED = "inferred"
