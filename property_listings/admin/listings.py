"""Console pages: listings."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin
from property_listings.models import Listing, ListingAmenity, ListingBadge, ListingRule

admin.site.register(Listing, EntityAdmin)
admin.site.register(
    [
        ListingAmenity,
        ListingRule,
    ],
    JoinAdmin,
)
admin.site.register(ListingBadge, BaseAdmin)
