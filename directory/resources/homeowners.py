"""Owners and what they own: a row for each owner of each home."""

from django.conf import settings

from core.imports.cells import ChoiceCell, IdCell
from core.imports.cells.rates import FeeCell, ShareCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId
from directory.choices.people import (
    HomeownerCommunicationPreference,
    HomeownerOwnerStatus,
    HomeownerOwnerType,
    HomeownerPaymentMethod,
    HomeownerStatementDelivery,
    HomeownerTaxClassification,
    OwnershipRole,
    OwnershipType,
)
from directory.models import Homeowner, Ownership
from directory.resources.cells import PartyCell
from directory.resources.people import FULL_NAME, ContactColumns, contact_part
from staging.models import StagedHomeowner

KINDS = {
    "person": HomeownerOwnerType.INDIVIDUAL,
    "natural person": HomeownerOwnerType.INDIVIDUAL,
    "couple": HomeownerOwnerType.INDIVIDUAL,
    "joint": HomeownerOwnerType.INDIVIDUAL,
    "corp": HomeownerOwnerType.CORPORATION,
    "inc": HomeownerOwnerType.CORPORATION,
    "company": HomeownerOwnerType.CORPORATION,
    "partners": HomeownerOwnerType.PARTNERSHIP,
    "family trust": HomeownerOwnerType.TRUST,
    "revocable trust": HomeownerOwnerType.TRUST,
}
PAYMENTS = {
    "direct deposit": HomeownerPaymentMethod.ACH,
    "eft": HomeownerPaymentMethod.ACH,
    "bank transfer": HomeownerPaymentMethod.ACH,
    "cheque": HomeownerPaymentMethod.CHECK,
    "wire transfer": HomeownerPaymentMethod.WIRE,
}
STATES = {
    "current": HomeownerOwnerStatus.ACTIVE,
    "yes": HomeownerOwnerStatus.ACTIVE,
    "no": HomeownerOwnerStatus.INACTIVE,
    "former": HomeownerOwnerStatus.CHURNED,
    "past": HomeownerOwnerStatus.CHURNED,
    "left": HomeownerOwnerStatus.CHURNED,
    "new": HomeownerOwnerStatus.ONBOARDING,
}
TODAY = f"(now() AT TIME ZONE '{settings.TIME_ZONE}')::date"


class OwnerColumns(ContactColumns):
    """The owner: contract, tax and how they like to be dealt with."""

    number = Column("number", note="Given here; leave it empty for a new owner.")
    name = Column(
        None,
        PartyCell(),
        heads=("owner", "owner name", "homeowner", "full name", "owner(s)", "name on title"),
        gives={
            "first_name": "first_name",
            "last_name": "last_name",
            "company_name": "company_name",
            "contact_type": "contact_type",
            "owner_type": "owner_type",
        },
        note="For sheets that have the whole name in one column.",
    )
    source_id = SourceId(heads=("owner id", "owner code", "owner number", "homeowner id", "id"))
    owner_type = Column(
        "owner_type",
        ChoiceCell(HomeownerOwnerType, also=KINDS),
        heads=("type of owner", "entity type"),
    )
    legal_name = Column("legal_name", heads=("legal owner", "title holder", "vesting"))
    entity_name = Column("entity_name", heads=("entity", "trust name", "llc name"))
    entity_state = Column("entity_state", heads=("state of formation",))
    owner_since = Column("owner_since", heads=("client since", "owner start"))
    contract_start_date = Column(
        "contract_start_date", heads=("contract start", "agreement date", "pma date")
    )
    contract_end_date = Column("contract_end_date", heads=("contract end", "contract expires"))
    commission_rate = Column(
        "commission_rate", ShareCell(), heads=("commission", "commission %", "mgmt fee %")
    )
    approval_required_threshold = Column(
        "approval_required_threshold",
        heads=("approval limit", "spend limit", "approval threshold", "repair limit"),
    )
    communication_preference = Column(
        "communication_preference",
        ChoiceCell(
            HomeownerCommunicationPreference,
            also={"text": "sms", "call": "phone", "e mail": "email"},
        ),
        heads=("preferred contact", "contact preference"),
    )
    communication_frequency = Column("communication_frequency")
    trust_level = Column("trust_level")
    escalation_priority = Column("escalation_priority")
    auto_approve_categories = Column("auto_approve_categories")
    tax_classification = Column(
        "tax_classification",
        ChoiceCell(
            HomeownerTaxClassification,
            also={
                "c corporation": "c_corp",
                "s corporation": "s_corp",
                "sole proprietor": "individual",
            },
        ),
        heads=("tax class",),
    )
    w9_on_file = Column("w9_on_file", heads=("w9", "w-9", "w-9 received"))
    w9_date = Column("w9_date", heads=("w-9 date",))
    payment_method = Column(
        "payment_method",
        ChoiceCell(HomeownerPaymentMethod, also=PAYMENTS),
        heads=("payout method", "pay by", "paid by"),
    )
    statement_delivery = Column(
        "statement_delivery",
        ChoiceCell(HomeownerStatementDelivery, also={"paper": "mail", "post": "mail"}),
        heads=("statement by",),
    )
    statement_frequency = Column("statement_frequency")
    report_detail_level = Column("report_detail_level")
    qbo_customer_id = Column("qbo_customer_id")
    qbo_vendor_id = Column("qbo_vendor_id")
    streamline_owner_id = Column("streamline_owner_id")
    owner_status = Column(
        "owner_status",
        ChoiceCell(HomeownerOwnerStatus, also=STATES),
        heads=("status", "active"),
    )
    notes = Column("notes", heads=("note", "comments", "remarks"))


@spreadsheet("homeowners")
class HomeownerResource(OwnerColumns):
    """An owner and one home a row; a row without a home brings the owner only."""

    property_id = Reference(
        "ownership__property",
        ("number", "property_code", "property_name"),
        source=("staging.StagedProperty", "matched_property"),
        cell=IdCell(),
        heads=(
            "property",
            "property code",
            "unit",
            "unit code",
            "home",
            "property name",
            "unit name",
            "villa",
        ),
        note="One home; an owner of two has two rows.",
        example="KS-5204",
    )
    ownership_percentage = Column(
        "ownership__ownership_percentage",
        ShareCell(),
        heads=(
            "ownership",
            "share",
            "share %",
            "ownership share",
            "percent owned",
            "%",
            "interest",
        ),
    )
    ownership_type = Column(
        "ownership__ownership_type",
        ChoiceCell(OwnershipType, also={"sole": "primary", "co owner": "secondary"}),
        heads=("ownership kind",),
    )
    role = Column(
        "ownership__role",
        ChoiceCell(OwnershipRole, also={"poa": "attorney_in_fact", "co owner": "owner"}),
        heads=("owner role",),
    )
    effective_date = Column(
        "ownership__effective_date",
        heads=(
            "effective",
            "owned since",
            "purchase date",
            "acquired",
            "date acquired",
            "closing date",
        ),
        note="The contract's start, or today, where it is empty.",
    )
    end_date = Column("ownership__end_date", heads=("sold", "sold on", "ownership end"))
    is_primary_contact = Column(
        "ownership__is_primary_contact", heads=("primary", "primary owner", "main contact")
    )
    is_contract_contact = Column("ownership__is_contract_contact", heads=("signs contract",))
    is_maintenance_contact = Column("ownership__is_maintenance_contact")
    is_payee = Column("ownership__is_payee", heads=("payee", "receives payouts", "gets paid"))
    distribution_split = Column(
        "ownership__distribution_split", ShareCell(), heads=("payout split", "payout %", "split")
    )
    management_fee_rate = Column(
        "ownership__management_fee_rate", FeeCell(), heads=("management fee", "mgmt fee")
    )

    class Meta:
        title = "homeowners"
        staged = StagedHomeowner
        main = "homeowner"
        parts = {
            "contact": contact_part(
                Key("owner's id and name", ("full_name",), folded=("full_name",), is_source=True),
                is_shared=True,
                is_alike=True,
            ),
            "homeowner": Part(
                Homeowner,
                keys=(Key("number", ("number",)), Key("contact", ("contact",))),
                links={"contact": "contact"},
                derived={"legal_name": FULL_NAME},
                is_shared=True,
            ),
            "ownership": Part(
                Ownership,
                keys=(Key("owner and home", ("homeowner", "property")),),
                links={"homeowner": "homeowner"},
                constants={"ownership_type": OwnershipType.PRIMARY},
                derived={
                    "effective_date": f"coalesce({{contract_start_date}}, {{owner_since}}, {TODAY})"
                },
                needs=("property_id",),
                is_shared=True,
            ),
        }
        matched = {"matched_homeowner": "homeowner", "matched_contact": "contact"}
