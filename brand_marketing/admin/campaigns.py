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
from core.admin import EntityAdmin, JoinAdmin, LogAdmin

admin.site.register(
    [
        MarketingCampaign,
        CampaignAudience,
        EmailList,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        CampaignContent,
        CampaignChannel,
        EmailSubscriber,
    ],
    JoinAdmin,
)
admin.site.register(CampaignMetric, LogAdmin)
