"""Console pages: rates."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from property_listings.models import (
    ListingAvailability,
    ListingPricing,
    ListingPromotion,
    MinimumStay,
)

admin.site.register(
    [
        ListingPricing,
        ListingAvailability,
        MinimumStay,
    ],
    BaseAdmin,
)
admin.site.register(ListingPromotion, EntityAdmin)
