"""Places."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from concierge.choices.places import (
    ActivityDifficulty,
    ActivityType,
    AttractionParkingType,
    AttractionPriceLevel,
    AttractionSnorkelingQuality,
    AttractionStatus,
    AttractionType,
    LocalTipAccessType,
    LocalTipRiskLevel,
    LocalTipType,
    RestaurantDressCode,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class LocalTip(Entity):
    """Insider tips and experience spots of an area."""

    number = BusinessIDField("EXP-", width=4, db_column="tip_id")
    title = LineField()
    slug = LineField(null=True, unique=True)

    area = models.ForeignKey("geo.Area", models.PROTECT, related_name="local_tips")
    poi = models.ForeignKey(
        "geo.PointOfInterest", models.SET_NULL, related_name="local_tips", null=True, blank=True
    )
    author = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="local_tips", null=True, blank=True
    )

    tip_type = ChoiceField(LocalTipType)
    body = TextField()
    best_time_to_visit = LineField(null=True)
    access_type = ChoiceField(LocalTipAccessType, null=True)
    street_address = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    vibe_tags = ArrayField(LineField(), null=True, blank=True)
    safety_notes = TextField(null=True)
    risk_level = ChoiceField(LocalTipRiskLevel, null=True)
    good_for_photos = FlagField()
    season_start = LineField(null=True, help_text="MM-DD")
    season_end = LineField(null=True, help_text="MM-DD")
    source = LineField(null=True)
    is_ai_visible = FlagField(default=True)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number", "title", "slug")

    label_fields = ("title", "number")
    search_through = ("author", "area")

    class Meta:
        db_table = in_schema("concierge", "local_tips")
        verbose_name = "local tip"
        verbose_name_plural = "local tips"
        ordering = ["title"]
        indexes = [
            models.Index(fields=["tip_type"], name="local_tips_tip_type"),
            search_index("local_tips_search"),
        ]


class Attraction(Entity):
    """Beaches, sights, shops and shopping centres."""

    number = BusinessIDField("ATT-", db_column="attraction_id")

    area = models.ForeignKey("geo.Area", models.PROTECT, related_name="attractions")
    poi = models.ForeignKey(
        "geo.PointOfInterest", models.SET_NULL, related_name="attractions", null=True, blank=True
    )

    attraction_type = ChoiceField(AttractionType)
    name = LineField()
    slug = LineField(unique=True)
    description = TextField(null=True)
    street_address = LineField(null=True)
    city = LineField(null=True)
    postal_code = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    phone = LineField(null=True)
    website = LineField(null=True)
    hours = models.JSONField(null=True, blank=True)
    price_level = ChoiceField(AttractionPriceLevel, null=True)
    parking_type = ChoiceField(AttractionParkingType, null=True)
    parking_fee_note = TextField(null=True)
    has_parking_validation = FlagField()
    restrooms = models.BooleanField(null=True, blank=True)
    showers = models.BooleanField(null=True, blank=True)
    lifeguards = models.BooleanField(null=True, blank=True)
    swimming_conditions = LineField(null=True)
    snorkeling_quality = ChoiceField(AttractionSnorkelingQuality, null=True)
    typical_surf = LineField(null=True)
    specialties = ArrayField(LineField(), null=True, blank=True, help_text="shops")
    store_count = IntegerField(null=True, help_text="shopping centres")
    amenities = ArrayField(LineField(), null=True, blank=True)
    accessibility = ArrayField(LineField(), null=True, blank=True)
    vibe_tags = ArrayField(LineField(), null=True, blank=True)
    best_time_to_visit = LineField(null=True)
    requires_reservation = FlagField()
    reservation_url = LineField(null=True)
    weather_sensitive = FlagField()
    risk_level = ChoiceField(LocalTipRiskLevel, null=True)
    family_safety_tips = LineField(null=True)
    family_friendly = FlagField(default=True)
    romantic = FlagField()
    average_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    our_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    is_recommended = FlagField()
    is_featured = FlagField()
    is_ai_visible = FlagField(default=True)
    photo_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)

    admission_fee = MoneyField(null=True)

    status = ChoiceField(AttractionStatus, default=AttractionStatus.ACTIVE)

    search_text = SearchTextField("number", "name", "slug", "postal_code", "phone")

    label_fields = ("name", "number")
    search_through = ("area",)

    class Meta:
        db_table = in_schema("concierge", "attractions")
        verbose_name = "attraction"
        verbose_name_plural = "attractions"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(average_rating__gte=0, average_rating__lte=5),
                name="attractions_average_rating_check",
                violation_error_message="Average rating must lie between 0 and 5.",
            )
        ]
        indexes = [
            models.Index(fields=["attraction_type"], name="attractions_attraction_type"),
            models.Index(
                fields=["is_recommended"],
                condition=models.Q(is_recommended=True),
                name="attractions_is_recommend_03c4a",
            ),
            search_index("attractions_search"),
        ]


class Restaurant(Entity):
    """Restaurants recommended to guests."""

    number = BusinessIDField("RSTR-", db_column="restaurant_id")
    name = LineField()
    slug = LineField(unique=True)

    area = models.ForeignKey("geo.Area", models.PROTECT, related_name="restaurants")
    poi = models.ForeignKey(
        "geo.PointOfInterest", models.SET_NULL, related_name="restaurants", null=True, blank=True
    )
    company = models.ForeignKey(
        "directory.Company",
        models.SET_NULL,
        related_name="restaurants",
        null=True,
        blank=True,
        help_text="when partner",
    )

    description = TextField(null=True)
    cuisine_types = ArrayField(LineField(), null=True, blank=True)
    price_level = ChoiceField(AttractionPriceLevel, null=True)
    street_address = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    phone = LineField(null=True)
    website = LineField(null=True)
    menu_url = LineField(null=True)
    hours = models.JSONField(null=True, blank=True)
    meal_periods = ArrayField(LineField(), null=True, blank=True)
    dress_code = ChoiceField(RestaurantDressCode, null=True)
    reservation_required = FlagField()
    reservation_url = LineField(null=True)
    dietary_options = ArrayField(LineField(), null=True, blank=True)
    has_parking_validation = FlagField()
    good_for_couples = FlagField()
    good_for_families = FlagField()
    good_for_groups = FlagField()
    has_ocean_view = FlagField()
    live_music = FlagField()
    highlights = ArrayField(LineField(), null=True, blank=True)
    best_time_to_visit = LineField(null=True)
    insider_tips = LineField(null=True)
    average_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    review_count = IntegerField(null=True)
    our_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    is_partner = FlagField()
    commission_rate = RateField(null=True, help_text="fraction 0-1")
    is_recommended = FlagField()
    is_ai_visible = FlagField(default=True)
    photo_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)

    status = ChoiceField(AttractionStatus, default=AttractionStatus.ACTIVE)

    search_text = SearchTextField("number", "name", "slug", "phone")

    label_fields = ("name", "number")
    search_through = ("company", "area")

    class Meta:
        db_table = in_schema("concierge", "restaurants")
        verbose_name = "restaurant"
        verbose_name_plural = "restaurants"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(average_rating__gte=0, average_rating__lte=5),
                name="restaurants_average_rating_check",
                violation_error_message="Average rating must lie between 0 and 5.",
            )
        ]
        indexes = [
            models.Index(fields=["price_level"], name="restaurants_price_level"),
            models.Index(
                fields=["is_recommended"],
                condition=models.Q(is_recommended=True),
                name="restaurants_is_recommend_aaf76",
            ),
            search_index("restaurants_search"),
        ]


class Activity(Entity):
    """Tours, hikes, lessons and other things to do."""

    number = BusinessIDField("ACT-", db_column="activity_id")

    area = models.ForeignKey("geo.Area", models.PROTECT, related_name="activities")
    poi = models.ForeignKey(
        "geo.PointOfInterest", models.SET_NULL, related_name="activities", null=True, blank=True
    )
    company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="activities", null=True, blank=True
    )
    service_provider = models.ForeignKey(
        "concierge.ServiceProvider",
        models.SET_NULL,
        related_name="activities",
        null=True,
        blank=True,
    )
    interest = CodeField("ref.InterestType", models.SET_NULL, related_name="activities", null=True)
    activity_level = CodeField("ref.ActivityLevel", related_name="activities", null=True)

    activity_type = ChoiceField(ActivityType)
    name = LineField()
    slug = LineField(unique=True)
    description = TextField(null=True)
    duration_minutes = IntegerField(null=True)
    duration_note = TextField(null=True)
    price_level = ChoiceField(AttractionPriceLevel, null=True)
    requires_reservation = FlagField()
    booking_url = LineField(null=True)
    meeting_point = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    min_age = IntegerField(null=True)
    max_age = IntegerField(null=True)
    difficulty = ChoiceField(ActivityDifficulty, null=True)
    distance_miles = DecimalField(max_digits=6, decimal_places=2, null=True, help_text="hikes")
    elevation_gain_ft = IntegerField(null=True, help_text="hikes")
    is_loop = models.BooleanField(null=True, blank=True, help_text="hikes")
    terrain = LineField(null=True)
    permit_required = FlagField()
    permit_notes = TextField(null=True)
    highlights = ArrayField(LineField(), null=True, blank=True)
    what_to_bring = ArrayField(LineField(), null=True, blank=True)
    limitation_codes_excluded = ArrayField(LineField(), null=True, blank=True)
    best_time_to_visit = LineField(null=True)
    weather_sensitive = FlagField()
    risk_level = ChoiceField(LocalTipRiskLevel, null=True)
    average_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    our_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    is_recommended = FlagField()
    is_ai_visible = FlagField(default=True)
    photo_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)

    price_from = MoneyField(null=True, help_text="per person")

    status = ChoiceField(AttractionStatus, default=AttractionStatus.ACTIVE)

    search_text = SearchTextField("number", "name", "slug")

    label_fields = ("name", "number")
    search_through = ("company", "area")

    class Meta:
        db_table = in_schema("concierge", "activities")
        verbose_name = "activity"
        verbose_name_plural = "activities"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(max_age__isnull=True)
                | models.Q(max_age__gte=models.F("min_age")),
                name="activities_max_age_min_age_check",
                violation_error_message="Max age must not be below min age.",
            ),
            models.CheckConstraint(
                condition=models.Q(average_rating__gte=0, average_rating__lte=5),
                name="activities_average_rating_check",
                violation_error_message="Average rating must lie between 0 and 5.",
            ),
        ]
        indexes = [
            models.Index(fields=["activity_type"], name="activities_activity_type"),
            models.Index(
                fields=["is_recommended"],
                condition=models.Q(is_recommended=True),
                name="activities_is_recommende_09160",
            ),
            search_index("activities_search"),
        ]
