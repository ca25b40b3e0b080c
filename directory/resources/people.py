"""What sheets say of a person or a company, whatever the sheet is about."""

from core.imports.cells import EmailCell, IdCell, PhoneCell
from core.imports.resource import Column, Key, Part, Reference, SpreadsheetResource
from directory.models import Contact

NAMES = "nullif(concat_ws(' ', {first_name}, {middle_name}, {last_name}, {suffix}), '')"
KIND = (
    "CASE WHEN {company_name} IS NOT NULL AND {first_name} IS NULL AND {last_name} IS NULL"
    " THEN 'company' ELSE 'person' END"
)
# As the database keeps it (directory.contacts.full_name).
FULL_NAME = (
    f"CASE WHEN coalesce({{contact_type}}, 'person') = 'person'"
    f" THEN coalesce({NAMES}, {{company_name}}) ELSE coalesce({{company_name}}, {NAMES}) END"
)
# An address that a family shares, or a name that two people have, says nothing by itself.
BY_NAME_AND = (
    Key("number", ("number",)),
    Key("e-mail and name", ("email", "full_name"), folded=("full_name",)),
    Key("phone and name", ("phone", "full_name"), folded=("full_name",)),
    Key("address and name", ("address_line1", "full_name"), folded=("address_line1", "full_name")),
)


def contact_part(*keys: Key, is_shared: bool = False, is_alike: bool = False) -> Part:
    """The part of a resource that is the contact behind its rows; ``keys`` come before its own."""
    return Part(
        Contact,
        keys=(*keys, *BY_NAME_AND),
        derived={"contact_type": KIND, "full_name": FULL_NAME},
        alike=("full_name", "email", "phone") if is_alike else (),
        is_shared=is_shared,
    )


class ContactColumns(SpreadsheetResource):
    """Who it is, and how to reach them."""

    contact_number = Column("contact__number", note="Given here; leave it empty for somebody new.")
    first_name = Column(
        "contact__first_name", heads=("first", "given name", "forename", "first name 1")
    )
    middle_name = Column("contact__middle_name", heads=("middle", "middle initial", "mi"))
    last_name = Column(
        "contact__last_name", heads=("last", "surname", "family name", "last name 1")
    )
    suffix = Column("contact__suffix", heads=("name suffix",), example="Jr.")
    preferred_name = Column("contact__preferred_name", heads=("nickname", "goes by", "aka"))
    company_name = Column(
        "contact__company_name", heads=("company", "organization", "organisation", "business")
    )
    contact_type = Column("contact__contact_type", heads=("contact type",))
    email = Column(
        "contact__email",
        EmailCell(),
        heads=("e-mail", "email address", "primary email", "personal email", "home email"),
        note="People may share one: they are told apart by their names.",
    )
    email_secondary = Column(
        "contact__email_secondary",
        EmailCell(),
        heads=("email 2", "second email", "alternate email", "other email"),
    )
    phone = Column(
        "contact__phone",
        PhoneCell(),
        heads=("mobile", "cell", "phone number", "primary phone", "cell phone", "telephone"),
    )
    phone_secondary = Column(
        "contact__phone_secondary",
        PhoneCell(),
        heads=("phone 2", "home phone", "second phone", "alternate phone", "other phone"),
    )
    phone_type = Column("contact__phone_type")
    address_line1 = Column(
        "contact__address_line1",
        heads=("address", "street", "street address", "mailing address", "address 1"),
    )
    address_line2 = Column("contact__address_line2", heads=("address 2", "apt", "suite"))
    city = Column("contact__city", heads=("town", "mailing city"))
    state = Column("contact__state", heads=("province", "state/province"))
    postal_code = Column("contact__postal_code", IdCell(), heads=("zip", "zip code"))
    country = Reference("contact__country", ("code", "name", "iso3"), heads=("country",))
