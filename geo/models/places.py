"""Places."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    DecimalField,
    EmailField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from geo.choices.places import (
    AreaType,
    CityType,
    County,
    PointOfInterestPoiType,
    PointOfInterestPriceLevel,
)


class Country(BaseModel):
    """Countries used in addresses and markets."""

    country_name = LineField()

    country = CodeField("ref.CountryCode", related_name="country", unique=True)
    currency = CodeField("ref.Currency", related_name="countries", null=True)

    calling_code = LineField(null=True)
    is_active = FlagField(default=True)
    slug = LineField(null=True, unique=True)
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("country_name", "calling_code", "slug")

    label_fields = ("country_name",)

    class Meta:
        db_table = in_schema("geo", "countries")
        verbose_name = "country"
        verbose_name_plural = "countries"
        ordering = ["sort_order", "country_name"]
        indexes = [search_index("countries_search")]


class State(BaseModel):
    """States or provinces of a country."""

    country = models.ForeignKey(
        "geo.Country", models.PROTECT, related_name="states", db_index=False
    )
    timezone = CodeField("ref.TimeZone", db_column="timezone", related_name="states", null=True)
    iso = CodeField("ref.StateCode", related_name="state", unique=True, null=True)

    state_code = LineField()
    state_name = LineField()
    is_active = FlagField(default=True)
    slug = LineField(null=True, unique=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)

    search_text = SearchTextField("state_code", "state_name", "slug")

    label_fields = ("state_name",)
    search_through = ("country",)

    class Meta:
        db_table = in_schema("geo", "states")
        verbose_name = "state"
        verbose_name_plural = "states"
        ordering = ["state_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "state_code"],
                name="states_country_state_code_unique",
                violation_error_message="There is already a row with this country, state code.",
            )
        ]
        indexes = [search_index("states_search")]


class City(BaseModel):
    """Cities and towns."""

    city_name = LineField()
    number = BusinessIDField("CTY-", width=4, db_column="city_id")

    state = models.ForeignKey("geo.State", models.PROTECT, related_name="cities", db_index=False)
    timezone = CodeField("ref.TimeZone", db_column="timezone", related_name="cities", null=True)

    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    population = IntegerField(null=True)
    is_active = FlagField(default=True)
    slug = LineField()
    city_code = LineField(null=True)
    city_type = ChoiceField(CityType, null=True)
    zone_slug = LineField(null=True, help_text="slug of the zone row in geo.areas")
    postal_codes = ArrayField(LineField(), null=True, blank=True)
    short_description = TextField(null=True)
    description = TextField(null=True)
    is_ai_visible = FlagField(default=True)
    is_featured = FlagField()
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("number", "city_name", "slug", "city_code", "zone_slug")

    label_fields = ("city_name",)
    search_through = ("state",)

    class Meta:
        db_table = in_schema("geo", "cities")
        verbose_name = "city"
        verbose_name_plural = "cities"
        ordering = ["city_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["state", "slug"],
                name="cities_state_slug_unique",
                violation_error_message="There is already a row with this state, slug.",
            )
        ]
        indexes = [
            models.Index(fields=["zone_slug"], name="cities_zone_slug"),
            search_index("cities_search"),
        ]


class Area(Entity):
    """Zones, resort districts and neighbourhoods."""

    number = BusinessIDField("AREA-", width=4, db_column="area_id")
    area_name = LineField()

    city = models.ForeignKey(
        "geo.City", models.PROTECT, related_name="areas", null=True, blank=True
    )
    state = models.ForeignKey(
        "geo.State",
        models.PROTECT,
        related_name="areas",
        null=True,
        blank=True,
        help_text="set on zones, which span cities",
    )
    parent_area = models.ForeignKey(
        "geo.Area",
        models.PROTECT,
        related_name="children",
        null=True,
        blank=True,
        help_text="the zone of a district",
    )

    area_type = ChoiceField(AreaType, null=True)
    county = ChoiceField(
        County, null=True, help_text="set on zones; whose taxes the homes there are under"
    )
    description = TextField(null=True)
    boundary_geojson = models.JSONField(null=True, blank=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    is_active = FlagField(default=True)
    slug = LineField(unique=True)
    area_code = LineField(null=True, unique=True)
    short_description = TextField(null=True)
    vibe_tags = ArrayField(LineField(), null=True, blank=True)
    highlights = ArrayField(LineField(), null=True, blank=True)
    best_for = ArrayField(LineField(), null=True, blank=True)
    postal_codes = ArrayField(LineField(), null=True, blank=True)
    drive_to_airport_minutes = IntegerField(null=True)
    nearest_airport_code = LineField(null=True, help_text="IATA")
    walkability_score = IntegerField(null=True)
    is_resort_area = FlagField()
    is_ai_visible = FlagField(default=True)
    is_featured = FlagField()
    sort_order = IntegerField(default=0)
    notes = TextField(null=True)

    search_text = SearchTextField(
        "number", "area_name", "slug", "area_code", "nearest_airport_code"
    )

    label_fields = ("area_name",)

    class Meta:
        db_table = in_schema("geo", "areas")
        verbose_name = "area"
        verbose_name_plural = "areas"
        ordering = ["sort_order", "area_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(area_type="zone") | models.Q(city__isnull=False),
                name="areas_area_type_city_id_check",
                violation_error_message="Must hold: area type is zone or city is given.",
            ),
            models.CheckConstraint(
                condition=models.Q(parent_area__isnull=True)
                | ~models.Q(parent_area=models.F("id")),
                name="areas_parent_area_id_id_check",
                violation_error_message="Parent area cannot be the row itself.",
            ),
        ]
        indexes = [
            models.Index(fields=["area_type"], name="areas_area_type"),
            search_index("areas_search"),
        ]


class PointOfInterest(Entity):
    """Points of interest for guests and field teams."""

    number = BusinessIDField("POI-", db_column="poi_id")
    poi_name = LineField()

    area = models.ForeignKey("geo.Area", models.SET_NULL, related_name="poi", null=True, blank=True)
    activity_level = CodeField("ref.ActivityLevel", related_name="poi", null=True)
    company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="poi", null=True, blank=True
    )

    poi_type = ChoiceField(PointOfInterestPoiType)
    description = TextField(null=True)
    address = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    phone = LineField(null=True)
    website = LineField(null=True)
    hours = models.JSONField(null=True, blank=True)
    rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    price_level = ChoiceField(PointOfInterestPriceLevel, null=True)
    tags = ArrayField(LineField(), null=True, blank=True)
    is_recommended = FlagField()
    is_active = FlagField(default=True)
    poi_category = LineField(null=True)
    email = EmailField(null=True)
    google_place_id = LineField(null=True)
    yelp_id = LineField(null=True)
    tripadvisor_id = LineField(null=True)
    cuisines = ArrayField(LineField(), null=True, blank=True)
    duration_minutes = IntegerField(null=True)
    booking_required = FlagField()
    booking_url = LineField(null=True)
    amenities = ArrayField(LineField(), null=True, blank=True)
    accessibility_features = ArrayField(LineField(), null=True, blank=True)
    parking_info = LineField(null=True)
    review_count = IntegerField(null=True)
    is_partner = FlagField()
    commission_rate = RateField(null=True, help_text="fraction when partner")
    is_family_friendly = FlagField(default=True)
    is_romantic = FlagField()
    is_ai_visible = FlagField(default=True)
    seasonal_availability = models.JSONField(null=True, blank=True)
    highlights = ArrayField(LineField(), null=True, blank=True)
    notes = TextField(null=True)

    search_text = SearchTextField("number", "poi_name", "phone", "email")

    label_fields = ("poi_name",)
    search_through = ("company",)

    class Meta:
        db_table = in_schema("geo", "poi")
        verbose_name = "point of interest"
        verbose_name_plural = "points of interest"
        ordering = ["poi_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=0, rating__lte=5),
                name="poi_rating_check",
                violation_error_message="Rating must lie between 0 and 5.",
            )
        ]
        indexes = [
            models.Index(fields=["poi_type"], name="poi_poi_type"),
            models.Index(
                fields=["google_place_id"],
                condition=models.Q(google_place_id__isnull=False),
                name="poi_google_place_id_partial",
            ),
            models.Index(
                fields=["is_recommended"],
                condition=models.Q(is_recommended=True),
                name="poi_is_recommended_partial",
            ),
            search_index("poi_search"),
        ]
