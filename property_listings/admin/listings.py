"""Console pages: listings."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin, Panel, inline
from property_listings.models import (
    Listing,
    ListingAmenity,
    ListingBadge,
    ListingPhoto,
    ListingRule,
    ListingTitle,
)


@admin.register(Listing)
class ListingAdmin(EntityAdmin):
    """Listings: what every channel shows of a home."""

    is_large = False
    list_display = (
        "number",
        "internal_name",
        "property",
        "status",
        "quality_score",
        "completeness_score",
        "published_at",
    )
    inlines = (
        inline(ListingTitle, fields=("title", "platform", "version", "status")),
        inline(ListingPhoto, fields=("file", "caption", "room_type", "sort_order", "status")),
        inline(
            ListingAmenity, fields=("amenity_type", "display_name", "is_highlighted", "sort_order")
        ),
        inline(ListingRule, fields=("rule_type", "rule_text", "is_allowed", "sort_order")),
    )
    panels = (
        "channel_listings",
        "descriptions",
        Panel("pricing", title="Prices"),
        Panel("availability", title="Availability"),
        "minimum_stays",
        "promotions",
        "badges",
        "scores",
        Panel("performance", title="Performance"),
        Panel("reviews_summary", title="Reviews"),
    )


admin.site.register(
    [
        ListingAmenity,
        ListingRule,
    ],
    JoinAdmin,
)
admin.site.register(ListingBadge, BaseAdmin)
