"""Closed lists of preferences, and how their statuses move."""

from django.db import models


class GuestPreferenceGroupComposition(models.TextChoices):
    SOLO = "solo"
    COUPLE = "couple"
    FAMILY = "family"
    GROUP = "group"
    MULTI_GENERATION = "multi_generation"


class GuestPreferenceWakePreference(models.TextChoices):
    EARLY_BIRD = "early_bird"
    NORMAL = "normal"
    LATE_RISER = "late_riser"


class GuestPreferenceDinnerPreference(models.TextChoices):
    EARLY = "early"
    NORMAL = "normal"
    LATE = "late"


class GuestPreferenceRentalCarType(models.TextChoices):
    SEDAN = "sedan"
    SUV = "suv"
    N4WD = "4wd"
    CONVERTIBLE = "convertible"
    VAN = "van"
    NONE = "none"


class GuestPreferenceTravelStyle(models.TextChoices):
    ADVENTURE = "adventure"
    RELAXED = "relaxed"
    MIXED = "mixed"
    LUXURY = "luxury"
    CULTURAL = "cultural"


class GuestPreferenceSource(models.TextChoices):
    SURVEY = "survey"
    STATED = "stated"
    INFERRED = "inferred"
    IMPORT = "import"


class GuestSurveyType(models.TextChoices):
    PRE_ARRIVAL = "pre_arrival"
    MID_STAY = "mid_stay"
    POST_STAY = "post_stay"
    PREFERENCE = "preference"
    NPS = "nps"


class GuestSurveyStatus(models.TextChoices):
    DRAFT = "draft"
    SENT = "sent"
    STARTED = "started"
    COMPLETED = "completed"
    EXPIRED = "expired"
    ABANDONED = "abandoned"


class GuestSurveyTripPurpose(models.TextChoices):
    VACATION = "vacation"
    CELEBRATION = "celebration"
    HONEYMOON = "honeymoon"
    ANNIVERSARY = "anniversary"
    BUSINESS = "business"
    RELOCATION = "relocation"
    OTHER = "other"


class GuestSurveyCelebrationType(models.TextChoices):
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    WEDDING = "wedding"
    GRADUATION = "graduation"
    OTHER = "other"


class SurveyQuestionType(models.TextChoices):
    SINGLE_CHOICE = "single_choice"
    MULTI_CHOICE = "multi_choice"
    TEXT = "text"
    NUMBER = "number"
    RATING = "rating"
    NPS = "nps"
    RANKING = "ranking"
    DATE = "date"
    YES_NO = "yes_no"


class SpecialOccasionType(models.TextChoices):
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    HONEYMOON = "honeymoon"
    WEDDING = "wedding"
    PROPOSAL = "proposal"
    GRADUATION = "graduation"
    BABYMOON = "babymoon"
    RETIREMENT = "retirement"
    MEMORIAL = "memorial"
    OTHER = "other"


class SpecialOccasionStatus(models.TextChoices):
    NOTED = "noted"
    PLANNED = "planned"
    PREPARED = "prepared"
    DELIVERED = "delivered"
    DECLINED = "declined"
