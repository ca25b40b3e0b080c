"""Itineraries."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from concierge.choices.itineraries import (
    ActivityRecommendationStatus,
    ActivityRecommendationType,
    ExperienceRatingSentiment,
    ExperienceRatingSource,
    ItineraryItemBookingStatus,
    ItineraryItemTimeSlot,
    ItineraryItemType,
    ItineraryStatus,
    ItineraryThemeCode,
    RecommendationFeedbackReaction,
    RecommendationFeedbackSource,
)
from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    NowField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class Itinerary(Entity):
    """Day-by-day plan offered to a guest."""

    number = BusinessIDField("ITN-", db_column="itinerary_id")
    title = LineField()

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="itineraries", db_index=False
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="itineraries", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="itineraries", null=True, blank=True
    )
    survey = models.ForeignKey(
        "concierge.GuestSurvey", models.SET_NULL, related_name="itineraries", null=True, blank=True
    )
    generated_by_agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="itineraries", null=True, blank=True
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="itineraries", null=True, blank=True
    )

    introduction = LineField(null=True)
    theme_code = ChoiceField(ItineraryThemeCode, null=True)
    theme_weights = models.JSONField(
        null=True, blank=True, help_text="interest code to weight 0-100"
    )
    excluded_limitations = ArrayField(LineField(), null=True, blank=True)
    trip_start_date = models.DateField()
    trip_end_date = models.DateField()
    total_days = IntegerField(null=True)
    version = IntegerField(default=1)
    compatibility_score = ScoreField(null=True, help_text="0-100")
    generated_at = models.DateTimeField(null=True, blank=True)
    generation_params = models.JSONField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    guest_rating = IntegerField(null=True)
    guest_feedback = TextField(null=True)
    share_token = LineField(null=True, unique=True)

    status = ChoiceField(ItineraryStatus, default=ItineraryStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("number", "title")
    search_through = ("reservation", "property")

    class Meta:
        db_table = in_schema("concierge", "itineraries")
        verbose_name = "itinerary"
        verbose_name_plural = "itineraries"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(trip_end_date__gte=models.F("trip_start_date")),
                name="itineraries_trip_end_date_trip_start_date_check",
                violation_error_message="Trip end date must not be before trip start date.",
            ),
            models.CheckConstraint(
                condition=models.Q(guest_rating__gte=1, guest_rating__lte=5),
                name="itineraries_guest_rating_check",
                violation_error_message="Guest rating must lie between 1 and 5.",
            ),
            models.UniqueConstraint(
                fields=["reservation", "version"],
                name="itineraries_reservation_version_unique",
                violation_error_message="There is already a row with this reservation, version.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="itineraries_status"),
            search_index("itineraries_search"),
        ]


class ItineraryItem(BaseModel):
    """One planned activity, meal or rest in an itinerary."""

    itinerary = models.ForeignKey(
        "concierge.Itinerary", models.CASCADE, related_name="items", db_index=False
    )
    poi = models.ForeignKey(
        "geo.PointOfInterest",
        models.SET_NULL,
        related_name="itinerary_items",
        null=True,
        blank=True,
    )
    activity = models.ForeignKey(
        "concierge.Activity", models.SET_NULL, related_name="itinerary_items", null=True, blank=True
    )
    attraction = models.ForeignKey(
        "concierge.Attraction",
        models.SET_NULL,
        related_name="itinerary_items",
        null=True,
        blank=True,
    )
    restaurant = models.ForeignKey(
        "concierge.Restaurant",
        models.SET_NULL,
        related_name="itinerary_items",
        null=True,
        blank=True,
    )
    service_offering = models.ForeignKey(
        "concierge.ServiceOffering",
        models.SET_NULL,
        related_name="itinerary_items",
        null=True,
        blank=True,
    )
    interest = CodeField(
        "ref.InterestType", models.SET_NULL, related_name="itinerary_items", null=True
    )

    day_number = IntegerField()
    day_date = models.DateField(null=True, blank=True)
    day_title = LineField(null=True)
    item_order = IntegerField()
    item_type = ChoiceField(ItineraryItemType)
    time_slot = ChoiceField(ItineraryItemTimeSlot, null=True)
    start_time = models.TimeField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    duration_minutes = IntegerField(null=True)
    title = LineField()
    description = TextField(null=True)
    why_recommended = LineField(null=True)
    tips = LineField(null=True)
    booking_required = FlagField()
    booking_url = LineField(null=True)
    drive_time_minutes = IntegerField(null=True, help_text="from the previous item")
    alternatives = models.JSONField(null=True, blank=True)
    guest_modified = FlagField()
    guest_removed = FlagField()

    estimated_cost = MoneyField(null=True)
    cost_per_person = MoneyField(null=True)

    booking_status = ChoiceField(
        ItineraryItemBookingStatus, default=ItineraryItemBookingStatus.NOT_REQUIRED
    )

    search_text = SearchTextField("day_title", "title")

    label_fields = ("day_number", "title")
    search_through = ("itinerary",)

    class Meta:
        db_table = in_schema("concierge", "itinerary_items")
        verbose_name = "itinerary item"
        verbose_name_plural = "itinerary items"
        ordering = ["itinerary_id", "day_number", "item_order"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(day_number__gte=1),
                name="itinerary_items_day_number_check",
                violation_error_message="Day number cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(duration_minutes__gte=0),
                name="itinerary_items_duration_minutes_check",
                violation_error_message="Duration minutes cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["itinerary", "day_number", "item_order"],
                name="itinerary_items_itinerary_day_number_item_order_unique",
                violation_error_message="There is already a row with this itinerary, day number, item order.",
            ),
        ]
        indexes = [
            models.Index(fields=["itinerary"], name="itinerary_item_itinerary"),
            models.Index(fields=["item_type"], name="itinerary_item_item_type"),
            search_index("itinerary_items_search"),
        ]


class ActivityRecommendation(Entity):
    """Suggestion made to a guest by an agent or concierge."""

    number = BusinessIDField("RCM-", db_column="recommendation_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="recommendations"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="recommendations", null=True, blank=True
    )
    restaurant = models.ForeignKey(
        "concierge.Restaurant",
        models.CASCADE,
        related_name="recommendations",
        null=True,
        blank=True,
    )
    activity = models.ForeignKey(
        "concierge.Activity", models.CASCADE, related_name="recommendations", null=True, blank=True
    )
    attraction = models.ForeignKey(
        "concierge.Attraction",
        models.CASCADE,
        related_name="recommendations",
        null=True,
        blank=True,
    )
    service_offering = models.ForeignKey(
        "concierge.ServiceOffering",
        models.CASCADE,
        related_name="recommendations",
        null=True,
        blank=True,
    )
    local_tip = models.ForeignKey(
        "concierge.LocalTip", models.CASCADE, related_name="recommendations", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="recommendations", null=True, blank=True
    )
    recommended_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="recommendations", null=True, blank=True
    )
    touchpoint = models.ForeignKey(
        "reservations.Touchpoint",
        models.SET_NULL,
        related_name="recommendations",
        null=True,
        blank=True,
    )

    recommendation_type = ChoiceField(ActivityRecommendationType)
    title = LineField()
    reason = TextField(null=True)
    match_score = ScoreField(null=True, help_text="0-100")
    interest_weights = models.JSONField(null=True, blank=True)
    excluded_by_limitations = ArrayField(LineField(), null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    viewed_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(ActivityRecommendationStatus, default=ActivityRecommendationStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("number", "title")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "recommendations")
        verbose_name = "recommendation"
        verbose_name_plural = "recommendations"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(match_score__gte=0, match_score__lte=100),
                name="recommendations_match_score_check",
                violation_error_message="Match score must lie between 0 and 100.",
            )
        ]
        indexes = [
            models.Index(fields=["status"], name="recommendation_status"),
            models.Index(fields=["recommendation_type"], name="recommendation_recommend_347f3"),
            search_index("recommendations_search"),
        ]


class RecommendationFeedback(Log):
    """Guest reaction to a recommendation."""

    recommendation = models.ForeignKey(
        "concierge.ActivityRecommendation", models.CASCADE, related_name="recommendation_feedback"
    )
    guest = models.ForeignKey(
        "directory.Guest",
        models.SET_NULL,
        related_name="recommendation_feedback",
        null=True,
        blank=True,
    )

    rating = IntegerField(null=True)
    reaction = ChoiceField(RecommendationFeedbackReaction, null=True)
    comment = TextField(null=True)
    visited_on = models.DateField(null=True, blank=True)
    source = ChoiceField(RecommendationFeedbackSource, default=RecommendationFeedbackSource.GUEST)

    label_fields = ("rating", "reaction")
    search_through = ("guest", "recommendation")

    class Meta:
        db_table = in_schema("concierge", "recommendation_feedback")
        verbose_name = "recommendation feedback"
        verbose_name_plural = "recommendation feedback"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=1, rating__lte=5),
                name="recommendation_feedback_rating_check",
                violation_error_message="Rating must lie between 1 and 5.",
            )
        ]


class ExperienceRating(Log):
    """Guest rating of a booked experience."""

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="experience_ratings"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="experience_ratings", null=True, blank=True
    )
    booking = models.ForeignKey(
        "concierge.ConciergeBooking",
        models.SET_NULL,
        related_name="experience_ratings",
        null=True,
        blank=True,
    )
    service_provider = models.ForeignKey(
        "concierge.ServiceProvider",
        models.SET_NULL,
        related_name="experience_ratings",
        null=True,
        blank=True,
    )
    restaurant = models.ForeignKey(
        "concierge.Restaurant",
        models.SET_NULL,
        related_name="experience_ratings",
        null=True,
        blank=True,
    )
    activity = models.ForeignKey(
        "concierge.Activity",
        models.SET_NULL,
        related_name="experience_ratings",
        null=True,
        blank=True,
    )
    attraction = models.ForeignKey(
        "concierge.Attraction",
        models.SET_NULL,
        related_name="experience_ratings",
        null=True,
        blank=True,
    )

    rating = IntegerField()
    value_rating = IntegerField(null=True)
    would_recommend = models.BooleanField(null=True, blank=True)
    comment = TextField(null=True)
    sentiment = ChoiceField(ExperienceRatingSentiment, null=True)
    rated_at = NowField()
    source = ChoiceField(ExperienceRatingSource, default=ExperienceRatingSource.SURVEY)
    is_public = FlagField()

    label_fields = ("rating", "rated_at")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "experience_ratings")
        verbose_name = "experience rating"
        verbose_name_plural = "experience ratings"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=1, rating__lte=5),
                name="experience_ratings_rating_check",
                violation_error_message="Rating must lie between 1 and 5.",
            )
        ]
        indexes = [models.Index(fields=["rating"], name="experience_rat_rating")]
