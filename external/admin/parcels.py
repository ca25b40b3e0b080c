"""Console pages: parcels."""

from django.contrib import admin

from core.admin import BaseAdmin, LogAdmin, Panel
from external.models import MarketProperty, ParcelManager, ParcelPricing, ParcelReview, ParcelSale


@admin.register(MarketProperty)
class MarketPropertyAdmin(BaseAdmin):
    """Homes of the market, ours or not."""

    panels = (
        Panel("property_managers", title="Managers"),
        Panel("property_sales", title="Sales"),
        Panel("property_reviews", title="Reviews"),
        Panel("property_pricing", title="Prices"),
        "market_listings",
    )


admin.site.register(
    [
        ParcelManager,
        ParcelSale,
        ParcelReview,
        ParcelPricing,
    ],
    LogAdmin,
)
