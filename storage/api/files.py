"""Files over the API."""

from core.api.resources import Resource
from storage.models import InspectionFile, RoomFile, StoredFile, TicketFile


class StoredFileResource(Resource):
    """Registry of every stored file and its metadata."""

    model = StoredFile
    fields = """
        id number property room uploaded_by file_url thumbnail_url file_type mime_type
        original_filename uploaded_at description tags is_archived file_size_bytes
        storage_backend storage_key sha256 width_px height_px duration_seconds captured_at
        latitude longitude visibility is_sensitive expires_at archived_at virus_scan_status
        created_at updated_at
    """


class TicketFileResource(Resource):
    """Files attached to tickets with visibility flags."""

    model = TicketFile
    fields = """
        id ticket file added_by context_type caption is_owner_visible is_guest_visible
        sort_order created_at updated_at
    """


class InspectionFileResource(Resource):
    """Files attached to inspections, optionally per room or answer."""

    model = InspectionFile
    fields = """
        id inspection file room inspection_room_question inspection_issue context_type caption
        sort_order created_at updated_at
    """


class RoomFileResource(Resource):
    """Reference and current photos of rooms."""

    model = RoomFile
    fields = """
        id room file context_type is_reference caption sort_order taken_at created_at updated_at
    """
