"""People outside the office who keep their own details up to date."""

from collections.abc import Mapping
from typing import Any

from core.services import record_save, writing
from directory.models import Guest, Homeowner


def profile_update(
    *,
    profile: Guest | Homeowner,
    values: Mapping[str, Any],
    contact_values: Mapping[str, Any],
    actor,
    source: str = "api",
) -> Guest | Homeowner:
    """Change a guest's or homeowner's own fields, and those of the contact behind.

    Raises ``ValidationError`` for fields that are not theirs to change and values that are none.
    """
    with writing(actor, source):
        if contact_values:
            contact = profile.contact
            for name, value in contact_values.items():
                setattr(contact, name, value)
            record_save(instance=contact, actor=actor, source=source)
        if values:
            for name, value in values.items():
                setattr(profile, name, value)
            record_save(instance=profile, actor=actor, source=source)
    return profile
