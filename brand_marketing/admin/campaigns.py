"""Console pages: campaigns."""

from django.contrib import admin

from brand_marketing.models import (
    CampaignAudience,
    CampaignChannel,
    CampaignContent,
    CampaignMetric,
    EmailList,
    EmailSubscriber,
    MarketingCampaign,
)
from core.admin import EntityAdmin, JoinAdmin, LogAdmin, Panel, inline


@admin.register(MarketingCampaign)
class MarketingCampaignAdmin(EntityAdmin):
    """Campaigns with their parts and results."""

    inlines = (inline(CampaignChannel), inline(CampaignContent), inline(CampaignAudience))
    panels = (
        Panel("campaign_metrics", title="Results"),
        "social_posts",
        "ad_campaigns",
        Panel("content_calendar", title="Calendar"),
    )


@admin.register(EmailList)
class EmailListAdmin(EntityAdmin):
    """Mailing lists."""

    panels = (Panel("email_subscribers", title="Subscribers"),)


admin.site.register(CampaignAudience, EntityAdmin)
admin.site.register(
    [
        CampaignContent,
        CampaignChannel,
        EmailSubscriber,
    ],
    JoinAdmin,
)
admin.site.register(CampaignMetric, LogAdmin)
