"""Console pages: places."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from geo.models import Area, City, Country, PointOfInterest, State

admin.site.register(
    [
        Country,
        State,
        City,
    ],
    BaseAdmin,
)
admin.site.register(
    [
        Area,
        PointOfInterest,
    ],
    EntityAdmin,
)
