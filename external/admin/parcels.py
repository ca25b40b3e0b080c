"""Console pages: parcels."""

from django.contrib import admin

from core.admin import BaseAdmin, LogAdmin
from external.models import MarketProperty, ParcelManager, ParcelPricing, ParcelReview, ParcelSale

admin.site.register(MarketProperty, BaseAdmin)
admin.site.register(
    [
        ParcelManager,
        ParcelSale,
        ParcelReview,
        ParcelPricing,
    ],
    LogAdmin,
)
