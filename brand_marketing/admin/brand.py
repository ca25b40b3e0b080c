"""Console pages: brand."""

from django.contrib import admin

from brand_marketing.models import BrandAsset, BrandColor, BrandFont, BrandGuideline, BrandTemplate
from core.admin import BaseAdmin, EntityAdmin

admin.site.register(
    [
        BrandAsset,
        BrandGuideline,
        BrandTemplate,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        BrandColor,
        BrandFont,
    ],
    BaseAdmin,
)
