"""Files, as records: the pictures and papers themselves are not made."""

from hashlib import sha256

from config.demo.world import World, at
from storage.models import InspectionFile, RoomFile, StoredFile, TicketFile

MIMES = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf", "mp4": "video/mp4"}


def keep(world: World, path: str, kind: str = "document", when=None, **values):
    """A file's record; ``path`` is its key in the store."""
    ending = path.rsplit(".", 1)[-1]
    return world.add(
        StoredFile, when, file_type=kind, mime_type=MIMES.get(ending),
        original_filename=path.rsplit("/", 1)[-1], storage_key=f"demo/{world.branch}/{path}",
        file_size_bytes=world.chance.randint(40_000, 3_800_000), uploaded_at=when or world.founded,
        sha256=sha256(path.encode()).hexdigest(), virus_scan_status="clean",
        width_px=2048 if kind == "image" else None, height_px=1365 if kind == "image" else None,
        captured_at=when if kind == "image" else None,
        uploaded_by_id=values.pop("uploaded_by_id", world.members[0].id), **values,
    )  # fmt: skip


def photograph(world: World) -> None:
    """Reference pictures of rooms, pictures of recent tickets and inspections."""
    with world.about("photos"):
        for home in world.homes:
            for place, room in enumerate(home.rooms[:4]):
                file = keep(
                    world, f"rooms/{home.code}/{place}.jpg", "image", at(home.since),
                    property_id=home.id, room_id=room.id, visibility="public",
                    description=f"{room.name}, {home.name}",
                )  # fmt: skip
                home.photos.append((file, room))
                world.add(
                    RoomFile, at(home.since), room_id=room.id, file_id=file, sort_order=place,
                    context_type="reference", is_reference=True, taken_at=at(home.since),
                )  # fmt: skip
            for job in home.tickets[-3:]:
                file = keep(
                    world, f"tickets/{job.id}.jpg", "image", job.opened, property_id=home.id,
                    uploaded_by_id=job.agent.id,
                )  # fmt: skip
                world.add(
                    TicketFile, job.opened, ticket_id=job.id, file_id=file, context_type="before",
                    caption=job.title, is_owner_visible=True,
                )  # fmt: skip
            for clean in [c for c in home.cleans if c.inspection][-2:]:
                file = keep(
                    world, f"inspections/{clean.inspection}.jpg", "image", at(clean.day, 14),
                    property_id=home.id, uploaded_by_id=home.inspector.id,
                )  # fmt: skip
                world.add(
                    InspectionFile, at(clean.day, 14), inspection_id=clean.inspection, file_id=file,
                    room_id=home.rooms[2].id, context_type="room", caption="Living room, ready",
                )  # fmt: skip
