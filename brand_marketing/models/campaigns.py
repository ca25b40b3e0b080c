"""Campaigns."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from brand_marketing.choices.campaigns import (
    MARKETING_CAMPAIGN_STATUS,
    CampaignAudienceSegmentType,
    CampaignAudienceStatus,
    CampaignChannelChannel,
    CampaignChannelStatus,
    CampaignContentRole,
    CampaignContentStatus,
    CampaignMetricAttributionModel,
    CampaignMetricChannel,
    EmailListType,
    EmailSubscriberSource,
    EmailSubscriberStatus,
    MarketingCampaignGoal,
    MarketingCampaignStatus,
    MarketingCampaignType,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    EmailField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Log,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class MarketingCampaign(Entity):
    """Guest marketing campaign: goal, budget, schedule."""

    number = BusinessIDField("MCMP-", db_column="campaign_id")
    campaign_name = LineField()

    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="campaigns", null=True, blank=True
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="campaigns", null=True, blank=True
    )
    currency = CodeField("ref.Currency", related_name="campaigns", default="USD")
    owner_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="campaigns_as_owner_member",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="campaigns_as_approved_by",
        null=True,
        blank=True,
    )

    campaign_type = ChoiceField(MarketingCampaignType)
    goal = ChoiceField(MarketingCampaignGoal, null=True)
    description = TextField(null=True)
    strategy_notes = TextField(null=True)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    promo_code = LineField(null=True)
    target_metrics = models.JSONField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    utm_campaign = LineField(null=True)

    budget_amount = MoneyField(null=True)
    spent_amount = MoneyField(default=0)

    status = ChoiceField(MarketingCampaignStatus, default=MarketingCampaignStatus.DRAFT)

    search_text = SearchTextField("number", "campaign_name", "promo_code")

    label_fields = ("campaign_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("brand_marketing", "campaigns")
        verbose_name = "marketing campaign"
        verbose_name_plural = "marketing campaigns"
        ordering = ["-start_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("start_date")),
                name="campaigns_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            ),
            models.CheckConstraint(
                condition=models.Q(budget_amount__gte=0),
                name="campaigns_budget_amount_check",
                violation_error_message="Budget amount cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="campaigns_status_75"),
            models.Index(fields=["start_date", "end_date"], name="campaigns_start_date_end_date"),
            models.Index(fields=["campaign_type"], name="campaigns_campaign_type"),
            search_index("campaigns_search_78"),
        ]
        triggers = [MARKETING_CAMPAIGN_STATUS.guard()]


class CampaignAudience(Entity):
    """Audience segment a campaign addresses."""

    number = BusinessIDField("SEG-", db_column="segment_id")
    segment_name = LineField()

    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign", models.CASCADE, related_name="campaign_audiences"
    )
    contact_group = models.ForeignKey(
        "directory.ContactGroup",
        models.SET_NULL,
        related_name="campaign_audiences",
        null=True,
        blank=True,
    )

    segment_type = ChoiceField(
        CampaignAudienceSegmentType, default=CampaignAudienceSegmentType.DYNAMIC
    )
    description = TextField(null=True)
    criteria = models.JSONField(null=True, blank=True)
    member_count = IntegerField(default=0)
    excluded_count = IntegerField(default=0)
    auto_refresh = FlagField()
    last_calculated_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(CampaignAudienceStatus, default=CampaignAudienceStatus.ACTIVE)

    search_text = SearchTextField("number", "segment_name")

    label_fields = ("segment_name", "number")
    search_through = ("campaign",)

    class Meta:
        db_table = in_schema("brand_marketing", "campaign_audiences")
        verbose_name = "campaign audience"
        verbose_name_plural = "campaign audiences"
        ordering = ["segment_name"]
        indexes = [search_index("campaign_audiences_search")]


class CampaignContent(Join):
    """Creative pieces used in a campaign."""

    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign", models.CASCADE, related_name="campaign_content"
    )
    content_piece = models.ForeignKey(
        "brand_marketing.ContentPiece",
        models.SET_NULL,
        related_name="campaign_content",
        null=True,
        blank=True,
    )
    brand_asset = models.ForeignKey(
        "brand_marketing.BrandAsset",
        models.SET_NULL,
        related_name="campaign_content",
        null=True,
        blank=True,
    )
    brand_template = models.ForeignKey(
        "brand_marketing.BrandTemplate",
        models.SET_NULL,
        related_name="campaign_content",
        null=True,
        blank=True,
    )
    language = CodeField("ref.Language", related_name="campaign_content", default="en")
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="campaign_content", null=True, blank=True
    )

    content_role = ChoiceField(CampaignContentRole)
    headline = LineField(null=True)
    body = TextField(null=True)
    call_to_action = LineField(null=True)
    destination_url = LineField(null=True)
    variant = LineField(default="A")
    sort_order = IntegerField(default=0)

    status = ChoiceField(CampaignContentStatus, default=CampaignContentStatus.DRAFT)

    search_text = SearchTextField("headline")

    label_fields = ("headline", "content_role")
    search_through = ("campaign",)

    class Meta:
        db_table = in_schema("brand_marketing", "campaign_content")
        verbose_name = "campaign content"
        verbose_name_plural = "campaign content"
        ordering = ["campaign_id", "sort_order"]
        indexes = [search_index("campaign_content_search")]


class CampaignChannel(Join):
    """Channels a campaign runs on with budget share."""

    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.CASCADE,
        related_name="campaign_channels",
        db_index=False,
    )
    comms_campaign = models.ForeignKey(
        "comms.MessageCampaign",
        models.SET_NULL,
        related_name="campaign_channels",
        null=True,
        blank=True,
    )
    ad_campaign = models.ForeignKey(
        "brand_marketing.AdCampaign",
        models.SET_NULL,
        related_name="campaign_channels",
        null=True,
        blank=True,
    )

    channel = ChoiceField(CampaignChannelChannel)
    schedule = models.JSONField(null=True, blank=True)
    utm_source = LineField(null=True)
    utm_medium = LineField(null=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    allocated_budget = MoneyField(default=0)
    spent_amount = MoneyField(default=0)

    status = ChoiceField(CampaignChannelStatus, default=CampaignChannelStatus.PLANNED)

    label_fields = ("channel", "status")
    search_through = ("campaign",)

    class Meta:
        db_table = in_schema("brand_marketing", "campaign_channels")
        verbose_name = "campaign channel"
        verbose_name_plural = "campaign channels"
        ordering = ["campaign_id", "channel"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(allocated_budget__gte=0),
                name="campaign_channels_allocated_budget_check",
                violation_error_message="Allocated budget cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["campaign", "channel"],
                name="campaign_channels_campaign_channel_unique",
                violation_error_message="There is already a row with this campaign, channel.",
            ),
        ]


class CampaignMetric(Log):
    """Daily campaign results."""

    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.CASCADE,
        related_name="campaign_metrics",
        db_index=False,
    )

    metric_date = models.DateField()
    channel = ChoiceField(CampaignMetricChannel)
    variant = LineField(default="all")
    sent = IntegerField(default=0)
    delivered = IntegerField(default=0)
    opened = IntegerField(default=0)
    clicked = IntegerField(default=0)
    bounced = IntegerField(default=0)
    unsubscribed = IntegerField(default=0)
    complained = IntegerField(default=0)
    impressions = IntegerField(default=0)
    sessions = IntegerField(default=0)
    inquiries = IntegerField(default=0)
    bookings = IntegerField(default=0)
    attribution_model = ChoiceField(
        CampaignMetricAttributionModel, default=CampaignMetricAttributionModel.LAST_TOUCH
    )

    revenue_attributed = MoneyField(default=0)
    cost_amount = MoneyField(default=0)

    label_fields = ("metric_date", "channel")
    search_through = ("campaign",)

    class Meta:
        db_table = in_schema("brand_marketing", "campaign_metrics")
        verbose_name = "campaign metric"
        verbose_name_plural = "campaign metrics"
        ordering = ["-metric_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "metric_date", "channel", "variant"],
                name="campaign_metrics_campaign_metric_date_channel_variant_unique",
                violation_error_message="There is already a row with this campaign, metric date, channel, variant.",
            )
        ]
        indexes = [models.Index(fields=["metric_date"], name="campaign_metri_metric_date")]


class EmailList(Entity):
    """Mailing lists."""

    number = BusinessIDField("ELS-", width=4, db_column="list_id")
    list_name = LineField()

    list_type = ChoiceField(EmailListType, default=EmailListType.MARKETING)
    description = TextField(null=True)
    is_double_opt_in = FlagField(default=True)
    from_name = LineField(null=True)
    from_email = EmailField(null=True)
    subscriber_count = IntegerField(default=0)
    external_list_id = LineField(null=True)

    status = ChoiceField(CampaignAudienceStatus, default=CampaignAudienceStatus.ACTIVE)

    search_text = SearchTextField("number", "list_name", "from_name", "from_email")

    label_fields = ("list_name", "number")

    class Meta:
        db_table = in_schema("brand_marketing", "email_lists")
        verbose_name = "email list"
        verbose_name_plural = "email lists"
        ordering = ["list_name"]
        indexes = [search_index("email_lists_search")]


class EmailSubscriber(Join):
    """Subscriptions of contacts to mailing lists."""

    email_list = models.ForeignKey(
        "brand_marketing.EmailList",
        models.CASCADE,
        related_name="email_subscribers",
        db_index=False,
    )
    contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="email_subscribers",
        null=True,
        blank=True,
    )

    email = EmailField()
    subscribed_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    unsubscribed_at = models.DateTimeField(null=True, blank=True)
    unsubscribe_reason = TextField(null=True)
    source = ChoiceField(EmailSubscriberSource, default=EmailSubscriberSource.WEBSITE)
    consent_ip = models.GenericIPAddressField(null=True, blank=True)
    consent_text = TextField(null=True)
    open_count = IntegerField(default=0)
    click_count = IntegerField(default=0)
    last_engaged_at = models.DateTimeField(null=True, blank=True)
    interests = ArrayField(LineField(), null=True, blank=True)

    status = ChoiceField(EmailSubscriberStatus, default=EmailSubscriberStatus.PENDING)

    search_text = SearchTextField("email")

    label_fields = ("email", "status")
    search_through = ("contact", "email_list")

    class Meta:
        db_table = in_schema("brand_marketing", "email_subscribers")
        verbose_name = "email subscriber"
        verbose_name_plural = "email subscribers"
        ordering = ["email_list_id", "email"]
        constraints = [
            models.UniqueConstraint(
                fields=["email_list", "email"],
                name="email_subscribers_email_list_email_unique",
                violation_error_message="There is already a row with this email list, email.",
            )
        ]
        indexes = [
            models.Index(fields=["status"], name="email_subscrib_status"),
            search_index("email_subscribers_search"),
        ]
