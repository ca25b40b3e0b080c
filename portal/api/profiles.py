"""Own details: what is read of a person and the contact behind, and where each change goes."""

from collections.abc import Iterable, Mapping
from typing import Any

from directory.models import Guest, Homeowner
from directory.services.profiles import profile_update

CONTACT = (
    "preferred_name",
    "email_secondary",
    "phone",
    "address_line1",
    "address_line2",
    "city",
    "state",
    "postal_code",
    "preferred_contact_method",
    "sms_opt_in",
    "email_opt_in",
)


def profile_of(person: Guest | Homeowner, names: Iterable[str]) -> dict[str, Any]:
    """The details of a person under ``names``, and those of the contact."""
    contact = person.contact
    details = {name: getattr(contact, name) for name in CONTACT}
    details |= {name: getattr(person, name) for name in names}
    return {**details, "number": person.number, "contact": contact}


def changed(person: Guest | Homeowner, values: Mapping[str, Any], actor) -> None:
    """Take the changes: to the contact what is the contact's, to the person the rest."""
    profile_update(
        profile=person,
        contact_values={name: value for name, value in values.items() if name in CONTACT},
        values={name: value for name, value in values.items() if name not in CONTACT},
        actor=actor,
    )
