"""Factories of the storage models."""

from core.testing.factories import ModelFactory, Numbered, Parent


class StoredFileFactory(ModelFactory):
    class Meta:
        model = "storage.StoredFile"

    file_type = "image"
    storage_key = Numbered("files/{}.jpg")


class TicketFileFactory(ModelFactory):
    class Meta:
        model = "storage.TicketFile"

    ticket = Parent("service.Ticket")
    file = Parent("storage.StoredFile")


class InspectionFileFactory(ModelFactory):
    class Meta:
        model = "storage.InspectionFile"

    inspection = Parent("property.Inspection")
    file = Parent("storage.StoredFile")


class RoomFileFactory(ModelFactory):
    class Meta:
        model = "storage.RoomFile"

    room = Parent("property.Room")
    file = Parent("storage.StoredFile")
