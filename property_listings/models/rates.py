"""Rates."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    TodayField,
    in_schema,
    search_index,
)
from property_listings.choices.rates import (
    ListingAvailabilityBlockType,
    ListingAvailabilitySource,
    ListingPromotionStatus,
    ListingPromotionType,
)


class ListingPricing(BaseModel):
    """Base price setup of a listing per channel."""

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="pricing", db_index=False
    )
    platform = CodeField(
        "ref.Platform", related_name="listing_pricing", null=True, help_text="empty = every channel"
    )
    currency = CodeField("ref.Currency", related_name="listing_pricing", default="USD")

    extra_guest_threshold = IntegerField(null=True)
    weekly_discount_percent = RateField(null=True, help_text="percentage points")
    monthly_discount_percent = RateField(null=True, help_text="percentage points")
    channel_markup_percent = RateField(
        null=True, help_text="percentage points to offset commission"
    )
    effective_date = TodayField()
    end_date = models.DateField(null=True, blank=True)
    is_active = FlagField(default=True)

    base_rate = MoneyField()
    weekend_rate = MoneyField(null=True)
    min_rate = MoneyField(null=True)
    max_rate = MoneyField(null=True)
    cleaning_fee = MoneyField(null=True)
    pet_fee = MoneyField(null=True)
    extra_guest_fee = MoneyField(null=True)
    security_deposit = MoneyField(null=True)

    label_fields = ("base_rate", "effective_date")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_pricing")
        verbose_name = "listing pricing"
        verbose_name_plural = "listing pricing"
        ordering = ["-effective_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(base_rate__gt=0),
                name="listing_pricing_base_rate_check",
                violation_error_message="Base rate must be more than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("effective_date")),
                name="listing_pricing_end_date_effective_date_check",
                violation_error_message="End date must not be before effective date.",
            ),
            models.UniqueConstraint(
                fields=["listing", "platform", "effective_date"],
                name="listing_pricing_listing_platform_effective_date_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this listing, platform, effective date.",
            ),
        ]


class ListingAvailability(BaseModel):
    """Availability rules and blocks of a listing."""

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="availability", db_index=False
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.CASCADE,
        related_name="listing_availability",
        null=True,
        blank=True,
    )
    ticket = models.ForeignKey(
        "service.Ticket",
        models.SET_NULL,
        related_name="listing_availability",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="listing_availability",
        null=True,
        blank=True,
    )

    start_date = models.DateField()
    end_date = models.DateField()
    is_available = FlagField()
    block_type = ChoiceField(
        ListingAvailabilityBlockType, default=ListingAvailabilityBlockType.HOLD
    )
    reason = TextField(null=True)
    booking_window_days = IntegerField(null=True, help_text="how far ahead bookings open")
    advance_notice_hours = IntegerField(null=True)
    turnaround_days = IntegerField(default=0)
    checkin_days = ArrayField(
        models.IntegerField(), null=True, blank=True, help_text="allowed weekdays"
    )
    checkout_days = ArrayField(models.IntegerField(), null=True, blank=True)
    source = ChoiceField(ListingAvailabilitySource, default=ListingAvailabilitySource.MANUAL)

    label_fields = ("start_date", "end_date", "block_type")
    search_through = ("reservation", "ticket")

    class Meta:
        db_table = in_schema("property_listings", "listing_availability")
        verbose_name = "availability block"
        verbose_name_plural = "availability blocks"
        ordering = ["-start_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__gte=models.F("start_date")),
                name="listing_availability_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            )
        ]
        indexes = [
            models.Index(fields=["listing", "start_date"], name="listing_availa_listing_s_97303"),
            models.Index(fields=["block_type"], name="listing_availa_block_type"),
        ]


class MinimumStay(BaseModel):
    """Minimum stay rules by date and weekday."""

    rule_name = LineField(null=True)

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="minimum_stays", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="listing_minimum_stays", null=True)

    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    day_of_week = IntegerField(null=True, help_text="0 = Sunday; empty = every day")
    minimum_nights = IntegerField()
    maximum_nights = IntegerField(null=True)
    lead_time_days = IntegerField(null=True, help_text="applies when arrival is within")
    gap_fill_allowed = FlagField(default=True)
    priority = IntegerField(default=5)
    is_active = FlagField(default=True)

    search_text = SearchTextField("rule_name")

    label_fields = ("rule_name", "minimum_nights")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_minimum_stays")
        verbose_name = "minimum stay"
        verbose_name_plural = "minimum stays"
        ordering = ["priority", "start_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minimum_nights__gte=1),
                name="listing_minimum_stays_minimum_nights_check",
                violation_error_message="Minimum nights cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(maximum_nights__isnull=True)
                | models.Q(maximum_nights__gte=models.F("minimum_nights")),
                name="listing_minimum_stays_maximum_nights_minimum_nights_check",
                violation_error_message="Maximum nights must not be below minimum nights.",
            ),
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("start_date")),
                name="listing_minimum_stays_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            ),
        ]
        indexes = [
            models.Index(fields=["listing", "start_date"], name="listing_minimu_listing_s_cea25"),
            search_index("listing_minimum_stays_search"),
        ]


class ListingPromotion(Entity):
    """Discounts and offers on a listing."""

    number = BusinessIDField("LPR-", db_column="promotion_id")
    promotion_name = LineField()

    listing = models.ForeignKey(
        "property_listings.Listing", models.CASCADE, related_name="promotions", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="listing_promotions", null=True)
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="listing_promotions", null=True, blank=True
    )
    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.SET_NULL,
        related_name="listing_promotions",
        null=True,
        blank=True,
    )

    promotion_type = ChoiceField(ListingPromotionType)
    discount_percent = RateField(null=True, help_text="percentage points")
    promo_code = LineField(null=True)
    start_date = models.DateField(help_text="booking window")
    end_date = models.DateField()
    stay_start = models.DateField(null=True, blank=True)
    stay_end = models.DateField(null=True, blank=True)
    min_nights = IntegerField(null=True)
    max_redemptions = IntegerField(null=True)
    redemption_count = IntegerField(default=0)
    headline = LineField(null=True)
    terms = TextField(null=True)
    external_promotion_id = LineField(null=True)

    discount_amount = MoneyField(null=True)

    status = ChoiceField(ListingPromotionStatus, default=ListingPromotionStatus.DRAFT)

    search_text = SearchTextField("number", "promotion_name", "promo_code", "headline")

    label_fields = ("promotion_name", "number")
    search_through = ("listing",)

    class Meta:
        db_table = in_schema("property_listings", "listing_promotions")
        verbose_name = "listing promotion"
        verbose_name_plural = "listing promotions"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__gte=models.F("start_date")),
                name="listing_promotions_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            ),
            models.CheckConstraint(
                condition=models.Q(discount_percent__gte=0, discount_percent__lte=100),
                name="listing_promotions_discount_percent_check",
                violation_error_message="Discount percent must lie between 0 and 100.",
            ),
            models.CheckConstraint(
                condition=models.Q(stay_end__isnull=True)
                | models.Q(stay_end__gte=models.F("stay_start")),
                name="listing_promotions_stay_end_stay_start_check",
                violation_error_message="Stay end must not be before stay start.",
            ),
        ]
        indexes = [
            models.Index(fields=["listing", "start_date"], name="listing_promot_listing_s_cc96a"),
            models.Index(fields=["status"], name="listing_promot_status"),
            search_index("listing_promotions_search"),
        ]
