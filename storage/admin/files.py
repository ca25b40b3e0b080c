"""Console pages: files."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin
from storage.models import InspectionFile, RoomFile, StoredFile, TicketFile


@admin.register(StoredFile)
class StoredFileAdmin(EntityAdmin):
    """Files, and what they hang on."""

    panels = ("ticket_files", "inspection_files", "room_files", "documents", "listing_photos")


admin.site.register(
    [
        TicketFile,
        InspectionFile,
        RoomFile,
    ],
    JoinAdmin,
)
