"""Console pages: content."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from property_listings.models import (
    FloorPlan,
    ListingDescription,
    ListingPhoto,
    ListingSeoContent,
    ListingTitle,
    NeighborhoodContent,
    VirtualTour,
)

admin.site.register(
    [
        ListingTitle,
        ListingDescription,
        ListingPhoto,
        ListingSeoContent,
        VirtualTour,
    ],
    EntityAdmin,
)
admin.site.register(
    [
        FloorPlan,
        NeighborhoodContent,
    ],
    BaseAdmin,
)
