"""Parcels."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    DecimalField,
    FlagField,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    NowField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from external.choices.parcels import (
    MarketPropertyOurStatus,
    MarketPropertyOwnershipStatus,
    MarketPropertyRentalStatus,
    MarketPropertyType,
    MarketPropertyViewType,
    ParcelManagerSource,
    ParcelReviewSentiment,
    ParcelSaleSource,
    ParcelSaleType,
)


class MarketProperty(BaseModel):
    """Market property registry keyed by Tax Map Key."""

    our_property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="external_properties",
        null=True,
        blank=True,
        help_text="when managed by us",
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="external_properties", null=True, blank=True
    )

    tmk = LineField(unique=True, help_text="Hawaii Tax Map Key; natural key used by FKs")
    property_name = LineField(null=True)
    street_address = LineField(null=True)
    city = LineField(null=True)
    state = LineField(null=True)
    postal_code = LineField(null=True)
    county = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    resort_name = LineField(null=True)
    building = LineField(null=True)
    unit_number = LineField(null=True)
    bedrooms = IntegerField(null=True)
    bathrooms = DecimalField(max_digits=3, decimal_places=1, null=True)
    square_feet = IntegerField(null=True)
    land_sqft = IntegerField(null=True)
    year_built = IntegerField(null=True)
    property_type = ChoiceField(MarketPropertyType, null=True)
    view_type = ChoiceField(MarketPropertyViewType, null=True)
    is_managed_by_us = FlagField()
    is_prospect = FlagField()
    is_competitor = FlagField()
    is_hot_lead = FlagField(help_text="set on recent sale or manager change")
    is_vacation_rental = models.BooleanField(null=True, blank=True)
    rental_pool_name = LineField(null=True)
    rental_pool_url = LineField(null=True)
    airbnb_listing_id = LineField(null=True)
    airbnb_url = LineField(null=True)
    airbnb_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    airbnb_review_count = IntegerField(null=True)
    vrbo_listing_id = LineField(null=True)
    vrbo_url = LineField(null=True)
    vrbo_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    vrbo_review_count = IntegerField(null=True)
    owner_name = LineField(null=True)
    owner_mailing_address = LineField(null=True)
    owner_mailing_city = LineField(null=True)
    owner_mailing_state = LineField(null=True)
    owner_mailing_zip = LineField(null=True)
    last_sale_date = models.DateField(null=True, blank=True)
    current_manager_name = LineField(null=True)
    estimated_occupancy = RateField(null=True, help_text="fraction")
    data_sources = ArrayField(LineField(), null=True, blank=True)
    first_seen_at = NowField()
    last_enriched_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    last_sale_price = MoneyField(null=True)
    assessed_value = MoneyField(null=True)
    estimated_annual_revenue = MoneyField(null=True)
    estimated_adr = MoneyField(null=True)

    rental_status = ChoiceField(
        MarketPropertyRentalStatus, default=MarketPropertyRentalStatus.UNKNOWN
    )
    ownership_status = ChoiceField(
        MarketPropertyOwnershipStatus, default=MarketPropertyOwnershipStatus.STABLE
    )
    our_status = ChoiceField(MarketPropertyOurStatus, default=MarketPropertyOurStatus.WATCHING)

    search_text = SearchTextField(
        "tmk",
        "property_name",
        "postal_code",
        "resort_name",
        "unit_number",
        "rental_pool_name",
        "owner_name",
        "current_manager_name",
    )

    label_fields = ("tmk", "property_name")
    search_through = ("our_property",)

    class Meta:
        db_table = in_schema("external", "properties")
        verbose_name = "market property"
        verbose_name_plural = "market properties"
        ordering = ["tmk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(estimated_occupancy__gte=0, estimated_occupancy__lte=1),
                name="properties_estimated_occupancy_check",
                violation_error_message="Estimated occupancy must lie between 0 and 1.",
            )
        ]
        indexes = [
            models.Index(
                fields=["is_hot_lead"],
                condition=models.Q(is_hot_lead=True),
                name="properties_is_hot_lead_partial",
            ),
            models.Index(fields=["our_status"], name="properties_our_status"),
            models.Index(fields=["rental_status"], name="properties_rental_status"),
            models.Index(fields=["owner_name"], name="properties_owner_name"),
            search_index("properties_search_13"),
        ]


class ParcelManager(Log):
    """Manager history of market properties."""

    number = BusinessIDField("EXT-MGR-", db_column="manager_id")
    manager_name = LineField()

    market_property = CodeField(
        "external.MarketProperty",
        models.CASCADE,
        to_field="tmk",
        db_column="tmk",
        related_name="property_managers",
    )
    company = models.ForeignKey(
        "directory.Company",
        models.SET_NULL,
        related_name="property_managers",
        null=True,
        blank=True,
    )
    data_source = models.ForeignKey(
        "external.DataSource",
        models.SET_NULL,
        related_name="property_managers",
        null=True,
        blank=True,
    )

    manager_contact = LineField(null=True)
    started_at = models.DateField(null=True, blank=True)
    ended_at = models.DateField(null=True, blank=True, help_text="empty = current manager")
    first_seen_date = models.DateField(null=True, blank=True)
    last_seen_date = models.DateField(null=True, blank=True)
    change_detected_at = models.DateTimeField(null=True, blank=True)
    is_hot_lead = FlagField(help_text="true after a manager change")
    source = ChoiceField(ParcelManagerSource, default=ParcelManagerSource.SCRAPE)
    notes = TextField(null=True)

    search_text = SearchTextField("number", "manager_name")

    label_fields = ("manager_name", "number")
    search_through = ("company",)

    class Meta:
        db_table = in_schema("external", "property_managers")
        verbose_name = "parcel manager"
        verbose_name_plural = "parcel managers"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True)
                | models.Q(ended_at__gte=models.F("started_at")),
                name="property_managers_ended_at_started_at_check",
                violation_error_message="Ended at must not be before started at.",
            ),
            models.UniqueConstraint(
                fields=["market_property"],
                name="property_managers_market_property_unique",
                condition=models.Q(ended_at__isnull=True),
                violation_error_message="There is already a row with this market property.",
            ),
        ]
        indexes = [
            models.Index(fields=["manager_name"], name="property_manag_manager_name"),
            models.Index(
                fields=["is_hot_lead"],
                condition=models.Q(is_hot_lead=True),
                name="property_manag_is_hot_le_b474d",
            ),
            search_index("property_managers_search"),
        ]


class ParcelSale(Log):
    """Recorded sales of market properties."""

    number = BusinessIDField("EXT-SALE-", db_column="sale_id")

    market_property = CodeField(
        "external.MarketProperty",
        models.CASCADE,
        to_field="tmk",
        db_column="tmk",
        related_name="property_sales",
    )
    data_source = models.ForeignKey(
        "external.DataSource", models.SET_NULL, related_name="property_sales", null=True, blank=True
    )

    sale_date = models.DateField()
    buyer_name = LineField(null=True)
    buyer_mailing_address = LineField(null=True)
    buyer_mailing_city = LineField(null=True)
    buyer_mailing_state = LineField(null=True)
    buyer_mailing_zip = LineField(null=True)
    seller_name = LineField(null=True)
    document_number = LineField(null=True)
    sale_type = ChoiceField(ParcelSaleType, null=True)
    is_hot_lead = FlagField(default=True, help_text="recent sale marks a lead")
    source = ChoiceField(ParcelSaleSource, default=ParcelSaleSource.COUNTY_SCRAPE)

    sale_price = MoneyField(null=True)

    search_text = SearchTextField("number", "buyer_name", "seller_name", "document_number")

    label_fields = ("number", "sale_date")

    class Meta:
        db_table = in_schema("external", "property_sales")
        verbose_name = "parcel sale"
        verbose_name_plural = "parcel sales"
        ordering = ["-sale_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sale_price__gte=0),
                name="property_sales_sale_price_check",
                violation_error_message="Sale price cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["market_property", "document_number"],
                name="property_sales_market_property_document_number_unique",
                condition=models.Q(document_number__isnull=False),
                violation_error_message="There is already a row with this market property, document number.",
            ),
        ]
        indexes = [
            models.Index(fields=["-sale_date"], name="property_sales_sale_date"),
            models.Index(
                fields=["is_hot_lead"],
                condition=models.Q(is_hot_lead=True),
                name="property_sales_is_hot_le_e6b46",
            ),
            search_index("property_sales_search"),
        ]


class ParcelReview(Log):
    """Public reviews of rival properties with sentiment."""

    number = BusinessIDField("EXT-REV-", db_column="review_id")

    market_property = CodeField(
        "external.MarketProperty",
        models.CASCADE,
        to_field="tmk",
        db_column="tmk",
        related_name="property_reviews",
    )
    platform = CodeField("ref.Platform", related_name="property_reviews")
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="property_reviews", null=True, blank=True
    )
    data_source = models.ForeignKey(
        "external.DataSource",
        models.SET_NULL,
        related_name="property_reviews",
        null=True,
        blank=True,
    )

    external_review_id = LineField(null=True)
    review_date = models.DateField()
    rating = IntegerField(null=True)
    review_text = TextField(null=True)
    reviewer_name = LineField(null=True)
    host_response = TextField(null=True)
    host_response_date = models.DateField(null=True, blank=True)
    sentiment = ChoiceField(ParcelReviewSentiment, null=True)
    pain_points = ArrayField(LineField(), null=True, blank=True)
    opportunity_score = IntegerField(null=True, help_text="1-100, higher suits outreach")
    processed_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("number", "reviewer_name")

    label_fields = ("number", "review_date")

    class Meta:
        db_table = in_schema("external", "property_reviews")
        verbose_name = "parcel review"
        verbose_name_plural = "parcel reviews"
        ordering = ["-review_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=1, rating__lte=5),
                name="property_reviews_rating_check",
                violation_error_message="Rating must lie between 1 and 5.",
            ),
            models.CheckConstraint(
                condition=models.Q(opportunity_score__gte=1, opportunity_score__lte=100),
                name="property_reviews_opportunity_score_check",
                violation_error_message="Opportunity score must lie between 1 and 100.",
            ),
            models.UniqueConstraint(
                fields=["platform", "external_review_id"],
                name="property_reviews_platform_external_review_id_unique",
                condition=models.Q(external_review_id__isnull=False),
                violation_error_message="There is already a row with this platform, external review id.",
            ),
        ]
        indexes = [
            models.Index(fields=["-review_date"], name="property_revie_review_date"),
            models.Index(fields=["-opportunity_score"], name="property_revie_opportuni_39501"),
            search_index("property_reviews_search"),
        ]


class ParcelPricing(Log):
    """Price snapshots of rival properties."""

    number = BusinessIDField("EXT-PRC-", db_column="pricing_id")

    market_property = CodeField(
        "external.MarketProperty",
        models.CASCADE,
        to_field="tmk",
        db_column="tmk",
        related_name="property_pricing",
        db_index=False,
    )
    platform = CodeField("ref.Platform", related_name="property_pricing")
    currency = CodeField("ref.Currency", related_name="property_pricing", default="USD")
    data_source = models.ForeignKey(
        "external.DataSource",
        models.SET_NULL,
        related_name="property_pricing",
        null=True,
        blank=True,
    )

    captured_at = NowField()
    check_in_date = models.DateField()
    check_out_date = models.DateField()
    minimum_nights = IntegerField(null=True)
    is_available = models.BooleanField(null=True, blank=True)
    source_url = LineField(null=True)

    nightly_rate = MoneyField(null=True)
    cleaning_fee = MoneyField(null=True)
    service_fee = MoneyField(null=True)
    total_price = MoneyField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "check_in_date")

    class Meta:
        db_table = in_schema("external", "property_pricing")
        verbose_name = "parcel pricing"
        verbose_name_plural = "parcel pricing"
        ordering = ["-captured_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(check_out_date__gt=models.F("check_in_date")),
                name="property_pricing_check_out_date_check_in_date_check",
                violation_error_message="Check out date must be after check in date.",
            ),
            models.CheckConstraint(
                condition=models.Q(nightly_rate__gte=0),
                name="property_pricing_nightly_rate_check",
                violation_error_message="Nightly rate cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["market_property", "check_in_date"], name="property_prici_market_pr_d6374"
            ),
            models.Index(fields=["-captured_at"], name="property_prici_captured_at"),
            search_index("property_pricing_search"),
        ]
