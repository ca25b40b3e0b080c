"""Messages as they would go out: a template filled in with a stay's facts, and what is amiss.

Nothing is ever left blank: a variable that nobody knows, or that has no value, stays in the text
as it is written in the template, and the message is held with the reason.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from django.conf import settings
from django.utils.formats import date_format, time_format

from directory.models import Contact
from ref.models import TouchpointType
from reservations.models import Reservation

VARIABLE = re.compile(r"\{\{\s*([A-Za-z_][\w.]*)\s*\}\}")
LEFT_OVER = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\}\}", re.DOTALL)
SPOKEN = ("PHONE", "VOICE", "IN_PERSON")  # channels where somebody speaks and nothing is written
INBOX = "OTA_MESSAGE"

#: Variable -> where its value is entered.
VARIABLES = {
    "first_name": "first name of the guest",
    "last_name": "last name of the guest",
    "guest_name": "name of the guest",
    "property": "name of the property",
    "address": "address of the property",
    "city": "city of the property",
    "unit": "unit number of the property",
    "stall": "parking stall numbers of the property",
    "wifi_network": "Wi-Fi network of the property",
    "beach": "closest beach of the property",
    "check_in": "day of arrival",
    "check_out": "day of departure",
    "check_in_time": "check-in time of the property",
    "check_out_time": "check-out time of the property",
    "nights": "nights of the stay",
    "guests": "party of the stay",
    "reservation": "number of the stay",
    "confirmation_code": "confirmation code of the stay",
    "amount_due": "amount due of the stay",
    "guest_page": "address of the guest portal",
}


class Text(Protocol):
    """What a template is here."""

    subject: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to be; ``hold`` says why it cannot go out as it is, "" if it can."""

    subject: str | None
    body: str | None
    hold: str = ""


def facts_of(stay: Reservation, first_name: str = "") -> dict[str, str]:
    """Variable -> text for a stay with its property and guest loaded; "" where nothing is known.

    ``first_name`` is that of the primary guest where a channel has sent it with the stay.
    """
    home, contact = stay.property, stay.guest.contact if stay.guest else None
    stalls = ", ".join(home.parking_stall_numbers or [])
    due = stay.amount_due
    return {
        "first_name": first_name or _text(contact, "first_name"),
        "last_name": _text(contact, "last_name"),
        "guest_name": _text(contact, "full_name") or first_name,
        "property": home.property_name,
        "address": home.address_line1 or "",
        "city": home.city or "",
        "unit": home.unit_number or "",
        "stall": stalls,
        "wifi_network": home.wifi_network or "",
        "beach": home.closest_beach or "",
        "check_in": day(stay.check_in_date),
        "check_out": day(stay.check_out_date),
        "check_in_time": clock(home.check_in_time),
        "check_out_time": clock(stay.late_checkout_time or home.check_out_time),
        "nights": str((stay.check_out_date - stay.check_in_date).days),
        "guests": str(stay.adults + stay.children + stay.infants),
        "reservation": str(stay.number),
        "confirmation_code": stay.confirmation_code or "",
        "amount_due": "" if due is None else f"{stay.currency_code} {due:,.2f}",
        "guest_page": settings.PORTAL_URL,
    }


def day(value: date) -> str:
    """A day as messages say it: Friday, March 5."""
    return date_format(value, "l, F j")


def clock(value: time) -> str:
    """A time of day as messages say it: 3 p.m."""
    return time_format(value, "P")


def drafted(template: Text | None, kind: TouchpointType, facts: Mapping[str, str]) -> Draft:
    """A template filled in. A touchpoint that somebody speaks needs none."""
    if template is None:
        if not kind.is_automated:
            return Draft(kind.name, None)
        return Draft(
            kind.name, None, f"There is no text: give “{kind.name}” a template, or write it."
        )
    missing: dict[str, str] = {}

    def fill(match: re.Match) -> str:
        if lack := _lack(match[1], facts):
            missing[match[1]] = lack
        return facts.get(match[1]) or match[0]

    subject = VARIABLE.sub(fill, template.subject or kind.name)
    body = VARIABLE.sub(fill, template.body)
    for name in getattr(template, "required_variables", None) or ():
        if lack := _lack(name, facts):
            missing[name] = lack
    return Draft(subject, body, " ".join(missing.values()) or amiss(subject, body))


def _lack(name: str, facts: Mapping[str, str]) -> str:
    """What is wrong with a variable, "" if nothing."""
    if name not in VARIABLES:
        return f"Nobody knows what {{{{ {name} }}}} stands for."
    return "" if facts.get(name) else f"{{{{ {name} }}}} is empty: enter the {VARIABLES[name]}."


def amiss(subject: str | None, body: str | None) -> str:
    """What keeps a written text from going out: no text, or a variable that is left in it."""
    if not (body or "").strip():
        return "There is no text."
    left = LEFT_OVER.search(f"{subject or ''}\n{body}")
    return f"{left[0]} was never filled in." if left else ""


def reachable(contact: Contact | None, channel: str | None) -> str:
    """Why the guest cannot be reached by a channel, "" if they can."""
    if contact is None:
        return "The stay has no guest."
    if contact.do_not_contact:
        return "The guest does not want to be contacted."
    if channel == "EMAIL":
        if contact.do_not_email:
            return "The guest wants no e-mail."
        return "" if contact.email else "The guest has no e-mail address."
    if channel == "SMS" and (contact.do_not_sms or not contact.sms_opt_in):
        return "The guest wants no text messages."
    if channel in ("PHONE", "VOICE") and contact.do_not_call:
        return "The guest wants no calls."
    if channel in ("SMS", "PHONE", "VOICE", "WHATSAPP"):
        return "" if contact.phone else "The guest has no phone number."
    return ""


def channel_for(channel: str | None, contact: Contact | None, has_inbox: bool) -> str | None:
    """The channel to use: the platform's inbox where the guest has no address of that kind."""
    known = contact is not None and (contact.email if channel == "EMAIL" else contact.phone)
    return INBOX if has_inbox and channel in ("EMAIL", "SMS") and not known else channel


def _text(row, name: str) -> str:
    return (getattr(row, name, None) or "") if row is not None else ""
