"""Console pages: rooms."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin
from property.models import Bed, Room, RoomFeature

admin.site.register(
    [
        Room,
        RoomFeature,
    ],
    EntityAdmin,
)
admin.site.register(Bed, BaseAdmin)
