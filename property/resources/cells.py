"""Cells that only sheets of homes have."""

import re
from typing import Any

from core.imports.cells import IdCell, Refused

LISTING = re.compile(r"(?:https?://)?(?:[a-z-]+\.)*(airbnb|vrbo|homeaway)\.[a-z.]+/\S*", re.I)
NUMBER = re.compile(r"(?:rooms/(?:plus/)?|/)([0-9]+(?:\.[0-9]+\.[0-9]+)?(?:ha)?)(?=[/?#]|$)")


class UnitCell(IdCell):
    """What a home goes by where a sheet has one word for it: its code, and its name too."""

    wanted = "what the home goes by"
    hint = "One word or name for the home; it becomes its code, and its name where there is none."
    example = "Kamaole Sands 5-204"

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> dict[str, str] | None:
        code = super().clean(value, row, **kwargs)
        return None if code is None else {"code": code, "name": code}


class ListingCell(IdCell):
    """A listing's id on Airbnb or Vrbo; its web address is read too."""

    wanted = "a listing's id"
    hint = "The listing's id, or its web address."
    example = "https://www.airbnb.com/rooms/43656551"

    def from_text(self, text: str) -> str:
        if not LISTING.fullmatch(text):
            return super().from_text(text)
        found = NUMBER.search(text)
        if found is None:
            raise Refused(
                "The address is not that of a listing.",
                "Write the listing's id, or the address of its own page.",
            )
        return found[1]
