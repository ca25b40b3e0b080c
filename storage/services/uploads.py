"""Files that people send: looked at, kept out of the web server's reach, written down."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation, ValidationError
from django.core.files.base import File
from django.core.files.storage import storages
from django.utils import timezone
from django.utils.text import get_valid_filename

from core.models.uuid7 import uuid7
from core.services import record_save, writing
from core.services.once import made_before
from property.models import Inspection
from service.models import Ticket
from storage.choices.files import StoredFileType
from storage.models import InspectionFile, StoredFile, TicketFile

STORE = "files"  # the name in settings.STORAGES
NAME_LENGTH = 120


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken, known by its first bytes (at ``offset``)."""

    mime_type: str
    ending: str
    signature: bytes
    offset: int = 0

    def fits(self, head: bytes) -> bool:
        """Whether a file that begins with ``head`` is of the kind."""
        return head[self.offset :].startswith(self.signature)


# What telephones take. By content: names and headers say what the sender wants them to.
PHOTOS = (
    Kind("image/jpeg", "jpg", b"\xff\xd8\xff"),
    Kind("image/png", "png", b"\x89PNG\r\n\x1a\n"),
    Kind("image/webp", "webp", b"WEBP", 8),
    Kind("image/heic", "heic", b"ftypheic", 4),
    Kind("image/heic", "heic", b"ftypheix", 4),
    Kind("image/heic", "heic", b"ftypmif1", 4),
)


def photo_keep(
    *,
    upload: File,
    actor,
    home_id: UUID | None,
    key: UUID | None = None,
    description: str = "",
    source: str = "api",
) -> StoredFile:
    """Keep a photo that a member of the team took, for the office alone until somebody shares it.

    ``key`` is the id that the sender made for it: sent twice, kept once. Raises
    ``ValidationError`` under ``file`` for what is no photo, empty, or over
    ``settings.UPLOAD_MOST_BYTES``.
    """
    kind, size, digest = _looked_at(upload)
    mine = {"uploaded_by_id": actor.team_member_id, "sha256": digest}
    if made := made_before(StoredFile, key, **mine):
        return made
    new = key or uuid7()
    now = timezone.now()
    place = f"uploads/{now:%Y/%m}/{new}.{kind.ending}"
    row = StoredFile(
        pk=new,
        property_id=home_id,
        file_type=StoredFileType.IMAGE,
        mime_type=kind.mime_type,
        original_filename=_named(upload.name, kind),
        file_size_bytes=size,
        storage_key=place,
        description=description or None,
        **mine,
    )
    with writing(actor, source):
        record_save(instance=row, actor=actor, source=source)
        _store(place, upload)
    return row


def ticket_photo_add(
    *,
    ticket: Ticket,
    upload: File,
    actor,
    key: UUID | None = None,
    context: str | None = None,
    caption: str = "",
    source: str = "api",
) -> TicketFile:
    """Keep a photo with a ticket; sent twice under one ``key``, kept once."""
    with writing(actor, source):
        file = photo_keep(
            upload=upload, actor=actor, home_id=ticket.property_id, key=key, source=source
        )
        place = {"ticket_id": ticket.pk, "file": file}
        link = TicketFile._base_manager.filter(**place).first()
        if link is None:
            link = TicketFile(
                context_type=context,
                caption=caption or None,
                added_by_id=actor.team_member_id,
                **place,
            )
            record_save(instance=link, actor=actor, source=source)
    return link


def inspection_photo_add(
    *,
    inspection: Inspection,
    upload: File,
    actor,
    key: UUID | None = None,
    answer_id: UUID | None = None,
    room_id: UUID | None = None,
    context: str | None = None,
    caption: str = "",
    source: str = "api",
) -> InspectionFile:
    """Keep a photo with an inspection, its answer or room; sent twice, kept once."""
    with writing(actor, source):
        file = photo_keep(
            upload=upload, actor=actor, home_id=inspection.property_id, key=key, source=source
        )
        place = {"inspection_id": inspection.pk, "file": file, "room_id": room_id}
        link = InspectionFile._base_manager.filter(**place).first()
        if link is None:
            link = InspectionFile(
                inspection_room_question_id=answer_id,
                context_type=context,
                caption=caption or None,
                **place,
            )
            record_save(instance=link, actor=actor, source=source)
    return link


def _looked_at(upload: File) -> tuple[Kind, int, str]:
    """Kind, size in bytes and SHA-256 of an upload that may be kept."""
    most = settings.UPLOAD_MOST_BYTES
    size = upload.size or 0
    if not size:
        raise ValidationError({"file": "The file is empty."})
    if size > most:
        raise ValidationError({"file": f"At most {most // 1_000_000} MB, please."})
    upload.seek(0)
    head = upload.read(32)
    kind = next((k for k in PHOTOS if k.fits(head)), None)
    if kind is None:
        raise ValidationError({"file": "Send a photo: JPEG, PNG, WebP or HEIC."})
    upload.seek(0)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    return kind, size, digest.hexdigest()


def _named(name: str | None, kind: Kind) -> str:
    """The sender's name of a file, without folders or odd characters, with the true ending."""
    try:
        stem = get_valid_filename((name or "photo").replace("\\", "/").rsplit("/", 1)[-1])
    except SuspiciousFileOperation:  # nothing is left of it
        stem = "photo"
    return f"{stem.rsplit('.', 1)[0][:NAME_LENGTH]}.{kind.ending}"


def _store(place: str, upload: File) -> None:
    """Write the bytes. What stands there was left by a try whose row was rolled back."""
    upload.seek(0)
    store = storages[STORE]
    if store.exists(place):
        store.delete(place)
    store.save(place, upload)
