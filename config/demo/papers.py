"""What the demo accounts meet in their portals: papers that open, a request, work to do."""

from datetime import timedelta
from decimal import Decimal
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from config.demo.logins import ACCOUNTS
from config.demo.world import ONE, World
from knowledge.models import Document
from property.models import Inspection
from service.models import Ticket, TicketEvent
from storage.models import StoredFile


def paper(world: World, path: str, title: str, lines: list[str], when, **values):
    """A page with a title and lines, kept in the store of files; returns its key."""
    body = _pdf(title, lines)
    place, store = f"demo/{world.branch}/{path}", storages["files"]
    if store.exists(place):  # of a company made here before
        store.delete(place)
    store.save(place, ContentFile(body))
    return world.add(
        StoredFile, when, file_type="document", mime_type="application/pdf", storage_key=place,
        original_filename=path.rsplit("/", 1)[-1], file_size_bytes=len(body), uploaded_at=when,
        sha256=sha256(body).hexdigest(), virus_scan_status="clean", description=title, **values,
    )  # fmt: skip


def statement_paper(world: World, home, share, month, lines, net: Decimal, when):
    """The page of a statement; None but for the owner people sign in as.

    It stays internal and of no home: it is handed out with its statement, to its owner alone.
    """
    if world.branch or share.owner is not world.owners[1]:
        return None
    rows = [f"{day}   {text}   {amount:,.2f}" for _, day, text, amount, _ in lines]
    return paper(
        world, f"statements/{home.code}-{month:%Y-%m}.pdf",
        f"Owner statement {month:%B %Y}, {home.name}",
        [f"For {share.owner.name}, {share.percent} percent", "", *rows, "", f"Net {net:,.2f} USD"],
        when,
    )  # fmt: skip


def contract_paper(world: World, home, name: str, when):
    """The page of an agreement or permit; None but for the owner people sign in as."""
    owner = home.shares[0].owner
    if world.branch or owner is not world.owners[1]:
        return None
    path = f"papers/{home.code}-{name.lower().replace(' ', '-')}.pdf"
    return paper(world, path, f"{name}, {home.name}", [f"For {owner.name}", f"{home.since}"], when)


def for_the_guest(world: World) -> None:
    """The agreement that the demo guest signed, and something the guest has asked for."""
    stay = next(
        s for h in world.homes for s in h.stays if s.vip and s.guest.email == ACCOUNTS["GUEST"]
    )
    with world.about("papers"):
        signed = stay.booked + timedelta(hours=5)
        file = paper(
            world, f"agreements/{stay.code}.pdf", f"Rental agreement {stay.code}",
            [f"{stay.guest.name}, {stay.home.name}", f"{stay.start} to {stay.end}", "Signed"], signed,
        )  # fmt: skip
        world.add(
            Document, signed, title="Rental agreement", document_type_code="RENTAL_AGREEMENT",
            file_id=file, property_id=stay.home.id, reservation_id=stay.id, status="signed",
            issued_on=stay.booked.date(), expires_on=stay.end,
        )  # fmt: skip
        asked = world.now - timedelta(hours=20)
        ticket = world.add(
            Ticket, asked, title="A crib and a high chair, please", ticket_type_code="RSV",
            category_code="RSV-AMENITY", priority_code="MEDIUM", property_id=stay.home.id,
            reservation_id=stay.id, requestor_contact_id=stay.guest.contact, source="GUEST",
            current_team_id=world.codes["team"]["GUEST_SERVICES"], status="IN_PROGRESS",
            current_agent_id=world.team("GUEST_SERVICES")[0].id, is_guest_visible=True,
            description="For a one-year-old.", first_response_at=asked + timedelta(hours=1),
            started_at=asked + timedelta(hours=1), scheduled_date=world.today,
        )  # fmt: skip
        world.add(
            TicketEvent, asked, ticket_id=ticket, event_type="CREATED", new_status="OPEN",
            actor_contact_id=stay.guest.contact, is_internal=False,
        )  # fmt: skip
        world.add(
            TicketEvent, asked + timedelta(hours=1), ticket_id=ticket, event_type="COMMENT",
            comment_body="Both will stand in the bedroom when you arrive.", is_internal=False,
            actor_member_id=world.team("GUEST_SERVICES")[0].id,
        )  # fmt: skip


def for_the_team(world: World) -> None:
    """A look around before the first arrival, for the demo housekeeper."""
    home = world.homes[0]
    with world.about("look around"):
        world.add(
            Inspection, world.now - ONE, property_id=home.id, scheduled_date=world.today,
            inspector_id=world.team("HOUSEKEEPING")[1].id, inspection_type="pre_arrival",
            scheduled_time="14:00", status="scheduled",
        )  # fmt: skip


def _pdf(title: str, lines: list[str]) -> bytes:
    """A PDF of one page, in Helvetica."""
    text = [f"BT /F1 14 Tf 50 790 Td ({_escaped(title)}) Tj /F1 9 Tf 0 -24 Td 13 TL"]
    text += [f"({_escaped(line)}) Tj T*" for line in lines[:55]]
    stream = "\n".join([*text, "ET"]).encode("latin-1", "replace")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(parts) + 1, table, len(parts) + 1, len(body))
    )


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
