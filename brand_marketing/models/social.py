"""Social."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from brand_marketing.choices.social import (
    SocialAccountPlatform,
    SocialAccountStatus,
    SocialPostStatus,
    SocialPostType,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class SocialAccount(Entity):
    """Social profiles of the company or a unit."""

    number = BusinessIDField("SA-", db_column="account_id")

    property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="social_accounts",
        null=True,
        blank=True,
        help_text="empty = company",
    )
    credential = models.ForeignKey(
        "secure.Credential", models.SET_NULL, related_name="social_accounts", null=True, blank=True
    )

    platform = ChoiceField(SocialAccountPlatform)
    account_name = LineField()
    handle = LineField(null=True)
    profile_url = LineField(null=True)
    external_account_id = LineField(null=True)
    follower_count = IntegerField(default=0)
    following_count = IntegerField(default=0)
    post_count = IntegerField(default=0)
    token_expires_at = models.DateTimeField(null=True, blank=True)
    last_synced_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(SocialAccountStatus, default=SocialAccountStatus.ACTIVE)

    search_text = SearchTextField("number")

    label_fields = ("account_name", "platform")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("brand_marketing", "social_accounts")
        verbose_name = "social account"
        verbose_name_plural = "social accounts"
        ordering = ["platform", "account_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["platform", "external_account_id"],
                name="social_accounts_platform_external_account_id_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this platform, external account id.",
            )
        ]
        indexes = [search_index("social_accounts_search")]


class SocialPost(Entity):
    """Social posts from draft to publication."""

    number = BusinessIDField("SP-", db_column="post_id")

    social_account = models.ForeignKey(
        "brand_marketing.SocialAccount", models.CASCADE, related_name="social_posts"
    )
    campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.SET_NULL,
        related_name="social_posts",
        null=True,
        blank=True,
    )
    content_piece = models.ForeignKey(
        "brand_marketing.ContentPiece",
        models.SET_NULL,
        related_name="social_posts",
        null=True,
        blank=True,
    )
    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="social_posts", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="social_posts", null=True, blank=True
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="social_posts_as_approved_by",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="social_posts_as_created_by",
        null=True,
        blank=True,
    )

    post_type = ChoiceField(SocialPostType)
    caption = LineField(null=True)
    media_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)
    hashtags = ArrayField(LineField(), null=True, blank=True)
    mentions = ArrayField(LineField(), null=True, blank=True)
    link_url = LineField(null=True)
    location_tag = LineField(null=True)
    scheduled_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    external_post_id = LineField(null=True)
    external_url = LineField(null=True)
    ai_generated = FlagField()
    approved_at = models.DateTimeField(null=True, blank=True)
    error_message = TextField(null=True)

    status = ChoiceField(SocialPostStatus, default=SocialPostStatus.DRAFT)

    search_text = SearchTextField("number", "location_tag")

    label_fields = ("number", "post_type")
    search_through = ("property", "social_account")

    class Meta:
        db_table = in_schema("brand_marketing", "social_posts")
        verbose_name = "social post"
        verbose_name_plural = "social posts"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["status", "scheduled_at"], name="social_posts_status_sche_83954"),
            search_index("social_posts_search"),
        ]


class SocialMetric(Log):
    """Daily post and account statistics."""

    social_post = models.ForeignKey(
        "brand_marketing.SocialPost",
        models.CASCADE,
        related_name="social_metrics",
        null=True,
        blank=True,
        help_text="empty = account-level row",
    )
    social_account = models.ForeignKey(
        "brand_marketing.SocialAccount",
        models.CASCADE,
        related_name="social_metrics",
        null=True,
        blank=True,
    )

    metric_date = models.DateField()
    impressions = IntegerField(default=0)
    reach = IntegerField(default=0)
    engagement = IntegerField(default=0)
    likes = IntegerField(default=0)
    comments = IntegerField(default=0)
    shares = IntegerField(default=0)
    saves = IntegerField(default=0)
    clicks = IntegerField(default=0)
    video_views = IntegerField(default=0)
    watch_time_seconds = IntegerField(default=0)
    engagement_rate = RateField(null=True, help_text="fraction")
    followers = IntegerField(null=True)
    follower_change = IntegerField(null=True)
    profile_views = IntegerField(null=True)
    website_clicks = IntegerField(null=True)

    label_fields = ("metric_date",)

    class Meta:
        db_table = in_schema("brand_marketing", "social_metrics")
        verbose_name = "social metric"
        verbose_name_plural = "social metrics"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(social_post__isnull=False)
                | models.Q(social_account__isnull=False),
                name="social_metrics_social_post_id_social_account_id_check",
                violation_error_message="Social post or social account is needed.",
            ),
            models.UniqueConstraint(
                fields=["social_post", "metric_date"],
                name="social_metrics_social_post_metric_date_unique",
                condition=models.Q(social_post__isnull=False),
                violation_error_message="There is already a row with this social post, metric date.",
            ),
            models.UniqueConstraint(
                fields=["social_account", "metric_date"],
                name="social_metrics_social_account_metric_date_unique",
                condition=models.Q(social_post__isnull=True),
                nulls_distinct=False,
                violation_error_message="There is already a row with this social account, metric date.",
            ),
        ]
