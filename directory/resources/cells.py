"""Cells that only sheets of people and owners have."""

from core.imports.cells import PersonNameCell
from core.imports.cells.people import COMPANY
from directory.choices.contacts import ContactType
from directory.choices.people import HomeownerOwnerType

# Words of a name that is not a person's -> what bears it.
BEARERS: dict[str, tuple[ContactType, HomeownerOwnerType | None]] = {
    "trust": (ContactType.TRUST, HomeownerOwnerType.TRUST),
    "trustee": (ContactType.TRUST, HomeownerOwnerType.TRUST),
    "trustees": (ContactType.TRUST, HomeownerOwnerType.TRUST),
    "estate": (ContactType.ESTATE, HomeownerOwnerType.ESTATE),
    "llc": (ContactType.COMPANY, HomeownerOwnerType.LLC),
    "llp": (ContactType.COMPANY, HomeownerOwnerType.PARTNERSHIP),
    "lp": (ContactType.COMPANY, HomeownerOwnerType.PARTNERSHIP),
    "partners": (ContactType.COMPANY, HomeownerOwnerType.PARTNERSHIP),
    "inc": (ContactType.COMPANY, HomeownerOwnerType.CORPORATION),
    "incorporated": (ContactType.COMPANY, HomeownerOwnerType.CORPORATION),
    "corp": (ContactType.COMPANY, HomeownerOwnerType.CORPORATION),
    "corporation": (ContactType.COMPANY, HomeownerOwnerType.CORPORATION),
}
BEARERS = dict.fromkeys(COMPANY, (ContactType.COMPANY, None)) | BEARERS


class PartyCell(PersonNameCell):
    """A person's name, or a company's, a trust's or an estate's: "Kealoha Family Trust"."""

    wanted = "a name"
    hint = "One person, company, trust or estate: Leilani Kealoha, or Kealoha Family Trust."
    example = "Leilani Kealoha"

    def from_text(self, text: str) -> dict[str, str | None]:
        for word in reversed(text.lower().replace(".", "").replace(",", " ").split()):
            if word in BEARERS:
                kind, owner = BEARERS[word]
                return {
                    "company_name": text,
                    "contact_type": kind.value,
                    "owner_type": owner.value if owner else None,
                }
        return super().from_text(text)
