"""Console pages: homes."""

from django.contrib import admin

from core.admin import LookupAdmin
from ref.models import (
    AmenityType,
    ApplianceType,
    BedType,
    FixtureType,
    InventoryItemType,
    RoomType,
    SurfaceType,
)

admin.site.register(
    [
        InventoryItemType,
        RoomType,
        BedType,
        AmenityType,
        ApplianceType,
        FixtureType,
        SurfaceType,
    ],
    LookupAdmin,
)
