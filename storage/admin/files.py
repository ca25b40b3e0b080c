"""Console pages: files."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin
from storage.models import InspectionFile, RoomFile, StoredFile, TicketFile

admin.site.register(StoredFile, EntityAdmin)
admin.site.register(
    [
        TicketFile,
        InspectionFile,
        RoomFile,
    ],
    JoinAdmin,
)
