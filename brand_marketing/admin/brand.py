"""Console pages: brand."""

from django.contrib import admin

from brand_marketing.models import BrandAsset, BrandColor, BrandFont, BrandGuideline, BrandTemplate
from core.admin import BaseAdmin, EntityAdmin, inline


@admin.register(BrandGuideline)
class BrandGuidelineAdmin(EntityAdmin):
    """Guidelines with colours and fonts."""

    inlines = (inline(BrandColor), inline(BrandFont))


admin.site.register(
    [
        BrandAsset,
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
