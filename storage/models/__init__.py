"""Models of the storage schema, by topic."""

from storage.models.files import InspectionFile, RoomFile, StoredFile, TicketFile

__all__ = ["InspectionFile", "RoomFile", "StoredFile", "TicketFile"]
