"""What kind of thing an event is: said by the channel's own words, never guessed.

Channels name a booking "Reserved", in the language of the account, and a closure "Not available".
Booking.com writes the same words for both; such an event is ``unclear``: its nights are held, a
guest is not invented, and a person may say what it is.
"""

import re
import unicodedata
from dataclasses import dataclass

from property_listings.choices.feeds import EventKind
from property_listings.services.feeds.reading import Read


@dataclass(frozen=True)
class Meaning:
    """What an event stands for; ``name`` and ``code`` only where the channel sent them."""

    kind: EventKind
    name: str = ""
    code: str = ""  # of the booking at the channel


def _words(text: str) -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(text.split())})\b".replace("_", r"\s+"))


# Without accents, in small letters; a "_" stands for a space.
BLOCKED = _words(
    "not_available unavailable blocked block indisponible non_disponible bloque bloquee"
    " nicht_verfugbar gesperrt blockiert belegt_durch_eigentumer no_disponible bloqueado bloqueada"
    " non_disponibile bloccato bloccata niet_beschikbaar geblokkeerd indisponivel nao_disponivel"
    " ej_tillganglig ikke_tilgjengelig ikke_tilgaengelig niedostepne maintenance owner_stay"
    " owner_block out_of_service"
)
TENTATIVE = _words(
    "tentative provisoire vorlaufig provisional provisorio provisoria provvisorio provvisoria"
    " voorlopig option optie preliminar forelopig midlertidig"
)
RESERVED = _words(
    "reserved reservation booked booking reserve reservee reserviert reservierung gebucht buchung"
    " reservado reservada reserva prenotato prenotata prenotazione riservato gereserveerd geboekt"
    " reservering bokad reservert reserveret bestilt zarezerwowane rezerwacja"
)
HEAD = re.compile(r"\s+[-–]\s+|:")
CLOSED = re.compile(r"^closed\b")
ARRIVAL_OR_DEPARTURE = re.compile(r"^check[- ]?(?:in|out)\b", re.IGNORECASE)
NIGHTS = re.compile(r"\s*\(\d+ nights?\)\s*$", re.IGNORECASE)
AFTER_MARK = re.compile(r"^[^-:–]{2,30}?\s*[-:–]\s+(?P<name>.+)$")
WITH_CODE = re.compile(r"^(?P<name>.+?)\s*\((?P<code>HM[A-Z0-9]{6,10}|[A-Z0-9]{6})\)$")
AIRBNB_CODE = re.compile(r"airbnb\.[a-z.]+/\S*?(?:details/|code=)(?P<code>[A-Z0-9]{6,12})\b")
NAME_LINE = re.compile(r"^guest(?: name)?:\s*(?P<name>.+)$", re.IGNORECASE | re.MULTILINE)
NO_NAMES = {"vrbo", "airbnb", "booking.com", "booking", "homeaway", "abritel", "guest", "expedia"}


def meaning_of(event: Read, *, platform: str, maker: str) -> Meaning:
    """What an event of a platform's calendar stands for; ``maker`` is the calendar's PRODID."""
    said = _folded(event.summary)
    source = f"{_folded(maker)} {event.uid.casefold()}"
    code = AIRBNB_CODE.search(event.description)
    known = code["code"] if code else ""
    if CLOSED.match(said) or platform == "BOOKING" or "booking.com" in source:
        return Meaning(EventKind.UNCLEAR)
    for part in (HEAD.split(said)[0], said):  # first the word, then what stands behind it
        if BLOCKED.search(part):
            return Meaning(EventKind.BLOCK)
        if event.is_tentative or TENTATIVE.search(part):
            return Meaning(EventKind.TENTATIVE, _name(event))
        if RESERVED.search(part):
            return Meaning(EventKind.STAY, _name(event), known)
    if "airbnb" in source and (old := WITH_CODE.match(event.summary)):
        return Meaning(EventKind.STAY, _plain_name(old["name"]), known or old["code"])
    if "smoobu" in source and NIGHTS.search(event.summary):
        return Meaning(EventKind.STAY, _plain_name(NIGHTS.sub("", event.summary)))
    return Meaning(EventKind.UNCLEAR)


def without_doubles(events: list[Read]) -> tuple[list[Read], list[Read]]:
    """The events, and those that only mark the arrival or departure of another one (Smoobu)."""
    marks = [
        event
        for event in events
        if ARRIVAL_OR_DEPARTURE.match(event.summary)
        and (event.check_out_date - event.check_in_date).days <= 1
    ]
    if not marks:
        return events, []
    whole = [event for event in events if event not in marks]
    days = {day for event in whole for day in (event.check_in_date, event.check_out_date)}
    doubles = [event for event in marks if event.check_in_date in days]
    return [event for event in events if event not in doubles], doubles


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold().strip()


def _name(event: Read) -> str:
    """The guest's name after the word ("Reserved - Kai"), or from a line of its own."""
    found = AFTER_MARK.match(event.summary) or NAME_LINE.search(event.description)
    return _plain_name(found["name"]) if found else ""


def _plain_name(text: str) -> str:
    name = WITH_CODE.sub(r"\g<name>", text.strip())[:80]
    return "" if name.casefold() in NO_NAMES else name
