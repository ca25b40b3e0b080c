"""Console pages: advertising."""

from django.contrib import admin

from brand_marketing.models import AdCampaign, AdCreative, AdPerformance, Referral, ReferralProgram
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        AdCampaign,
        AdCreative,
        ReferralProgram,
        Referral,
    ],
    EntityAdmin,
)
admin.site.register(AdPerformance, LogAdmin)
