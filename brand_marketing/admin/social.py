"""Console pages: social."""

from django.contrib import admin

from brand_marketing.models import SocialAccount, SocialMetric, SocialPost
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        SocialAccount,
        SocialPost,
    ],
    EntityAdmin,
)
admin.site.register(SocialMetric, LogAdmin)
