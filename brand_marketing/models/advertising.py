"""Advertising."""

from django.db import models

from brand_marketing.choices.advertising import (
    AdCampaignAdPlatform,
    AdCampaignObjective,
    AdCampaignStatus,
    AdCreativeStatus,
    AdCreativeType,
    ReferralAttributionModel,
    ReferralProgramAudience,
    ReferralProgramRefereeRewardType,
    ReferralProgramReferrerRewardType,
    ReferralProgramStatus,
    ReferralStatus,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    DecimalField,
    Entity,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class AdCampaign(Entity):
    """Paid advertising campaigns on ad platforms."""

    number = BusinessIDField("ADC-", db_column="ad_campaign_id")

    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.SET_NULL,
        related_name="ad_campaigns",
        null=True,
        blank=True,
    )
    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="ad_campaigns", null=True, blank=True
    )
    owner_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ad_campaigns", null=True, blank=True
    )

    ad_platform = ChoiceField(AdCampaignAdPlatform)
    external_campaign_id = LineField(null=True)
    name = LineField()
    objective = ChoiceField(AdCampaignObjective, null=True)
    targeting = models.JSONField(null=True, blank=True)
    bid_strategy = LineField(null=True)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    landing_url = LineField(null=True)

    daily_budget = MoneyField(null=True)
    total_budget = MoneyField(null=True)
    spent_amount = MoneyField(default=0)

    status = ChoiceField(AdCampaignStatus, default=AdCampaignStatus.DRAFT)

    search_text = SearchTextField("number", "name")

    label_fields = ("name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("brand_marketing", "ad_campaigns")
        verbose_name = "ad campaign"
        verbose_name_plural = "ad campaigns"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(daily_budget__gte=0),
                name="ad_campaigns_daily_budget_check",
                violation_error_message="Daily budget cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(total_budget__gte=0),
                name="ad_campaigns_total_budget_check",
                violation_error_message="Total budget cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["ad_platform", "external_campaign_id"],
                name="ad_campaigns_ad_platform_external_campaign_id_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this ad platform, external campaign id.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="ad_campaigns_status"),
            search_index("ad_campaigns_search"),
        ]


class AdCreative(Entity):
    """Creative variants of an ad campaign."""

    number = BusinessIDField("ADX-", db_column="creative_id")

    ad_campaign = models.ForeignKey(
        "brand_marketing.AdCampaign", models.CASCADE, related_name="ad_creatives"
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="ad_creatives", null=True, blank=True
    )
    brand_asset = models.ForeignKey(
        "brand_marketing.BrandAsset",
        models.SET_NULL,
        related_name="ad_creatives",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ad_creatives", null=True, blank=True
    )

    creative_type = ChoiceField(AdCreativeType)
    headline = LineField(null=True)
    description = TextField(null=True)
    call_to_action = LineField(null=True)
    destination_url = LineField(null=True)
    external_creative_id = LineField(null=True)
    variant = LineField(default="A")
    rejection_reason = TextField(null=True)

    status = ChoiceField(AdCreativeStatus, default=AdCreativeStatus.DRAFT)

    search_text = SearchTextField("number", "headline")

    label_fields = ("headline", "number")
    search_through = ("ad_campaign",)

    class Meta:
        db_table = in_schema("brand_marketing", "ad_creatives")
        verbose_name = "ad creative"
        verbose_name_plural = "ad creatives"
        ordering = ["-number"]
        indexes = [search_index("ad_creatives_search")]


class AdPerformance(Log):
    """Daily paid advertising results."""

    ad_campaign = models.ForeignKey(
        "brand_marketing.AdCampaign", models.CASCADE, related_name="ad_performance", db_index=False
    )
    ad_creative = models.ForeignKey(
        "brand_marketing.AdCreative",
        models.SET_NULL,
        related_name="ad_performance",
        null=True,
        blank=True,
    )

    metric_date = models.DateField()
    impressions = IntegerField(default=0)
    clicks = IntegerField(default=0)
    ctr = RateField(null=True, help_text="fraction")
    conversions = IntegerField(default=0)
    bookings = IntegerField(default=0)
    roas = DecimalField(max_digits=8, decimal_places=2, null=True, help_text="revenue over cost")
    video_views = IntegerField(default=0)
    frequency = DecimalField(max_digits=6, decimal_places=2, null=True)
    quality_score = DecimalField(max_digits=4, decimal_places=1, null=True)

    cost_amount = MoneyField(default=0)
    cost_per_click = MoneyField(null=True)
    revenue_amount = MoneyField(default=0)

    label_fields = ("metric_date",)
    search_through = ("ad_campaign",)

    class Meta:
        db_table = in_schema("brand_marketing", "ad_performance")
        verbose_name = "ad performance"
        verbose_name_plural = "ad performance"
        ordering = ["-metric_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["ad_campaign", "ad_creative", "metric_date"],
                name="ad_performance_ad_campaign_ad_creative_metric_date_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this ad campaign, ad creative, metric date.",
            )
        ]
        indexes = [models.Index(fields=["metric_date"], name="ad_performance_metric_date")]


class ReferralProgram(Entity):
    """Referral schemes and rewards."""

    number = BusinessIDField("RFP-", width=4, db_column="program_id")
    program_name = LineField()

    audience = ChoiceField(ReferralProgramAudience)
    referrer_reward_type = ChoiceField(ReferralProgramReferrerRewardType)
    referee_reward_type = ChoiceField(ReferralProgramRefereeRewardType, null=True)
    reward_percent = RateField(null=True, help_text="percentage points")
    terms = TextField(null=True)
    code_prefix = LineField(null=True)
    max_rewards_per_contact = IntegerField(null=True)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)

    referrer_reward_amount = MoneyField(null=True)
    referee_reward_amount = MoneyField(null=True)
    min_booking_amount = MoneyField(null=True)
    budget_amount = MoneyField(null=True)

    status = ChoiceField(ReferralProgramStatus, default=ReferralProgramStatus.DRAFT)

    search_text = SearchTextField("number", "program_name")

    label_fields = ("program_name", "number")

    class Meta:
        db_table = in_schema("brand_marketing", "referral_programs")
        verbose_name = "referral program"
        verbose_name_plural = "referral programs"
        ordering = ["program_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("start_date")),
                name="referral_programs_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            )
        ]
        indexes = [search_index("referral_programs_search")]


class Referral(Entity):
    """Individual referrals with attribution and reward."""

    number = BusinessIDField("RFL-", db_column="referral_id")

    referral_program = models.ForeignKey(
        "brand_marketing.ReferralProgram", models.PROTECT, related_name="referrals"
    )
    referrer_contact = models.ForeignKey(
        "directory.Contact", models.PROTECT, related_name="referrals_as_referrer_contact"
    )
    referred_contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="referrals_as_referred_contact",
        null=True,
        blank=True,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation", models.SET_NULL, related_name="referrals", null=True, blank=True
    )
    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect",
        models.SET_NULL,
        related_name="referrals",
        null=True,
        blank=True,
    )
    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.SET_NULL,
        related_name="referrals",
        null=True,
        blank=True,
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="referrals", null=True, blank=True
    )

    referral_code = LineField(null=True)
    source = LineField(null=True)
    medium = LineField(null=True)
    first_touch_at = models.DateTimeField(null=True, blank=True)
    first_touch_channel = LineField(null=True)
    last_touch_at = models.DateTimeField(null=True, blank=True)
    last_touch_channel = LineField(null=True)
    touchpoints = models.JSONField(null=True, blank=True)
    attribution_model = ChoiceField(ReferralAttributionModel, null=True)
    reward_issued_at = models.DateTimeField(null=True, blank=True)

    revenue_attributed = MoneyField(null=True)
    reward_amount = MoneyField(null=True)

    status = ChoiceField(ReferralStatus, default=ReferralStatus.INVITED)

    search_text = SearchTextField("number", "referral_code")

    label_fields = ("number", "referral_code")
    search_through = ("referrer_contact", "referred_contact")

    class Meta:
        db_table = in_schema("brand_marketing", "referrals")
        verbose_name = "referral"
        verbose_name_plural = "referrals"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(referrer_contact=models.F("referred_contact")),
                name="referrals_referrer_contact_id_referred_contact_id_check",
                violation_error_message="Referrer contact and referred contact cannot be the same.",
            ),
            models.UniqueConstraint(
                fields=["referral_program", "referral_code"],
                name="referrals_referral_program_referral_code_unique",
                condition=models.Q(referral_code__isnull=False),
                violation_error_message="There is already a row with this referral program, referral code.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="referrals_status"),
            search_index("referrals_search"),
        ]
