"""Files."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CoordinateField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    NowField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from storage.choices.files import (
    InspectionFileContextType,
    RoomFileContextType,
    StoredFileStorageBackend,
    StoredFileType,
    StoredFileVirusScanStatus,
    StoredFileVisibility,
    TicketFileContextType,
)


class StoredFile(Entity):
    """Registry of every stored file and its metadata."""

    number = BusinessIDField("FILE-", width=8, db_column="file_id")

    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="files", null=True, blank=True
    )
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="storage_files", null=True, blank=True
    )
    uploaded_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="files", null=True, blank=True
    )

    file_url = LineField(null=True, help_text="resolved link; signed on demand")
    thumbnail_url = LineField(null=True)
    file_type = ChoiceField(StoredFileType)
    mime_type = LineField(null=True)
    original_filename = LineField(null=True)
    uploaded_at = NowField()
    description = TextField(null=True)
    tags = ArrayField(LineField(), null=True, blank=True)
    is_archived = FlagField()
    file_size_bytes = models.BigIntegerField(null=True, blank=True)
    storage_backend = ChoiceField(StoredFileStorageBackend, default=StoredFileStorageBackend.LOCAL)
    storage_key = LineField(unique=True, help_text="path or object key")
    sha256 = LineField(null=True)
    width_px = IntegerField(null=True)
    height_px = IntegerField(null=True)
    duration_seconds = IntegerField(null=True)
    captured_at = models.DateTimeField(null=True, blank=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    visibility = ChoiceField(StoredFileVisibility, default=StoredFileVisibility.INTERNAL)
    is_sensitive = FlagField()
    expires_at = models.DateTimeField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    virus_scan_status = ChoiceField(
        StoredFileVirusScanStatus, default=StoredFileVirusScanStatus.PENDING
    )

    search_text = SearchTextField("number")

    label_fields = ("original_filename", "number")

    class Meta:
        db_table = in_schema("storage", "files")
        verbose_name = "file"
        verbose_name_plural = "files"
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(file_size_bytes__gte=0),
                name="files_file_size_bytes_check",
                violation_error_message="File size bytes cannot be less than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["-uploaded_at"], name="files_uploaded_at"),
            models.Index(fields=["sha256"], name="files_sha256"),
            models.Index(fields=["file_type"], name="files_file_type"),
            search_index("files_search"),
        ]


class TicketFile(Join):
    """Files attached to tickets with visibility flags."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="files", db_index=False
    )
    file = models.ForeignKey("storage.StoredFile", models.CASCADE, related_name="ticket_files")
    added_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_files", null=True, blank=True
    )

    context_type = ChoiceField(TicketFileContextType, null=True)
    caption = LineField(null=True)
    is_owner_visible = FlagField()
    is_guest_visible = FlagField()
    sort_order = IntegerField(default=0)

    label_fields = ("caption", "context_type")
    search_through = ("ticket", "file")

    class Meta:
        db_table = in_schema("storage", "ticket_files")
        verbose_name = "ticket file"
        verbose_name_plural = "ticket files"
        ordering = ["ticket_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "file", "context_type"],
                name="ticket_files_ticket_file_context_type_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this ticket, file, context type.",
            )
        ]


class InspectionFile(Join):
    """Files attached to inspections, optionally per room or answer."""

    inspection = models.ForeignKey(
        "property.Inspection", models.CASCADE, related_name="files", db_index=False
    )
    file = models.ForeignKey("storage.StoredFile", models.CASCADE, related_name="inspection_files")
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="inspection_files", null=True, blank=True
    )
    inspection_room_question = models.ForeignKey(
        "property.InspectionAnswer",
        models.CASCADE,
        related_name="inspection_files",
        null=True,
        blank=True,
    )
    inspection_issue = models.ForeignKey(
        "property.InspectionIssue",
        models.SET_NULL,
        related_name="inspection_files",
        null=True,
        blank=True,
    )

    context_type = ChoiceField(InspectionFileContextType, null=True)
    caption = LineField(null=True)
    sort_order = IntegerField(default=0)

    label_fields = ("caption", "context_type")
    search_through = ("inspection", "file")

    class Meta:
        db_table = in_schema("storage", "inspection_files")
        verbose_name = "inspection file"
        verbose_name_plural = "inspection files"
        ordering = ["inspection_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "file", "room"],
                name="inspection_files_inspection_file_room_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this inspection, file, room.",
            )
        ]


class RoomFile(Join):
    """Reference and current photos of rooms."""

    room = models.ForeignKey(
        "property.Room", models.CASCADE, related_name="room_files", db_index=False
    )
    file = models.ForeignKey("storage.StoredFile", models.CASCADE, related_name="room_files")

    context_type = ChoiceField(RoomFileContextType, null=True)
    is_reference = FlagField()
    caption = LineField(null=True)
    sort_order = IntegerField(default=0)
    taken_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("caption", "context_type")
    search_through = ("room", "file")

    class Meta:
        db_table = in_schema("storage", "room_files")
        verbose_name = "room file"
        verbose_name_plural = "room files"
        ordering = ["room_id", "sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "file"],
                name="room_files_room_file_unique",
                violation_error_message="There is already a row with this room, file.",
            )
        ]
        indexes = [
            models.Index(
                fields=["room"],
                condition=models.Q(is_reference=True),
                name="room_files_room_partial",
            )
        ]
