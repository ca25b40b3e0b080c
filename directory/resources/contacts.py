"""The address book: people and companies, whatever they are to us."""

from core.imports.cells import ChoiceCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Reference, SourceId
from directory.choices.contacts import ContactPreferredContactMethod, ContactStatus
from directory.resources.cells import PartyCell
from directory.resources.people import ContactColumns, contact_part
from staging.models import StagedContact

METHODS = {
    "text": ContactPreferredContactMethod.SMS,
    "text message": ContactPreferredContactMethod.SMS,
    "call": ContactPreferredContactMethod.PHONE,
    "mobile": ContactPreferredContactMethod.PHONE,
    "mail": ContactPreferredContactMethod.EMAIL,
}


@spreadsheet("contacts")
class ContactResource(ContactColumns):
    """One person or company a row."""

    name = Column(
        None,
        PartyCell(),
        heads=("full name", "contact name", "contact", "display name", "person"),
        gives={
            "first_name": "first_name",
            "last_name": "last_name",
            "company_name": "company_name",
            "contact_type": "contact_type",
        },
        note="For sheets that have the whole name in one column.",
    )
    source_id = SourceId(heads=("id", "contact id", "external id", "customer id", "record id"))
    dba_name = Column("dba_name", heads=("dba", "doing business as"))
    preferred_language = Reference(
        "preferred_language", ("code", "name"), heads=("language",), example="en"
    )
    timezone = Reference("timezone", ("code",), heads=("time zone",))
    preferred_contact_method = Column(
        "preferred_contact_method",
        ChoiceCell(ContactPreferredContactMethod, also=METHODS),
        heads=("preferred method", "contact method", "best way to reach"),
    )
    do_not_contact = Column("do_not_contact", heads=("dnc",))
    do_not_email = Column("do_not_email", heads=("email opt out", "unsubscribed"))
    do_not_sms = Column("do_not_sms", heads=("sms opt out",))
    do_not_call = Column("do_not_call", heads=("call opt out",))
    email_opt_in = Column("email_opt_in", heads=("subscribed", "newsletter", "marketing consent"))
    sms_opt_in = Column("sms_opt_in")
    email_verified = Column("email_verified")
    sms_capable = Column("sms_capable")
    external_source = Column("external_source")
    external_id = Column("external_id")
    streamline_id = Column("streamline_id")
    quickbooks_id = Column("quickbooks_id", heads=("qbo id", "quickbooks"))
    notes = Column("notes", heads=("note", "comments", "remarks"))
    status = Column("status", ChoiceCell(ContactStatus, also={"yes": "active", "no": "inactive"}))

    class Meta:
        title = "contacts"
        staged = StagedContact
        parts = {
            "contact": contact_part(
                Key("id and name", ("full_name",), folded=("full_name",), is_source=True),
                is_alike=True,
            )
        }
        matched = {"matched_contact": "contact"}
