"""Console pages: files."""

from django.contrib import admin
from django.http import Http404
from django.urls import path, reverse
from django.utils.html import format_html

from core.admin import EntityAdmin, JoinAdmin
from storage.api.downloads import file_answer
from storage.choices.files import StoredFileStorageBackend
from storage.models import InspectionFile, RoomFile, StoredFile, TicketFile


@admin.register(StoredFile)
class StoredFileAdmin(EntityAdmin):
    """Files, and what they hang on."""

    panels = ("ticket_files", "inspection_files", "room_files", "documents", "listing_photos")

    def get_readonly_fields(self, request, obj=None):
        """Where the bytes of a file lie is not changed by hand: they may be another file's."""
        names = super().get_readonly_fields(request, obj)
        return (*names, "storage_key", "storage_backend") if obj else names

    def get_urls(self):
        view = self.admin_site.admin_view(self.download_view)
        here = path("<uuid:pk>/download/", view, name="storage_storedfile_download")
        return [here, *super().get_urls()]

    def banner(self, request, obj):
        """The way to the file itself, where it is kept here."""
        if obj.storage_backend != StoredFileStorageBackend.LOCAL:
            return ""
        address = reverse("admin:storage_storedfile_download", args=[obj.pk])
        return format_html('<a class="move" href="{}">Download</a>', address)

    def download_view(self, request, pk):
        """The file itself, for whoever may read its row."""
        row = self.get_queryset(request).filter(pk=pk).first()
        if row is None or not self.has_view_permission(request, row):
            raise Http404("There is no such file.")
        return file_answer(row)


admin.site.register(
    [
        TicketFile,
        InspectionFile,
        RoomFile,
    ],
    JoinAdmin,
)
