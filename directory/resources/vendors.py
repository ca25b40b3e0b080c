"""Companies, and those of them that work for us: vendors."""

from core.imports.cells import ChoiceCell, CodeCell, RateCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId, SpreadsheetResource
from directory.choices.vendors import (
    CompanyPaymentTerms,
    CompanyStatus,
    CompanyType,
    VendorType,
)
from directory.models import Company, Vendor
from staging.models import StagedCompany

TERMS = {
    "due on receipt": CompanyPaymentTerms.DUE_ON_RECEIPT,
    "on receipt": CompanyPaymentTerms.DUE_ON_RECEIPT,
    "cod": CompanyPaymentTerms.DUE_ON_RECEIPT,
    **{
        word.format(days): terms
        for days, terms in (
            (15, CompanyPaymentTerms.NET15),
            (30, CompanyPaymentTerms.NET30),
            (60, CompanyPaymentTerms.NET60),
        )
        for word in ("net {}", "{} days", "{}")
    },
}
TRADES = {
    "janitorial": "CLEANING",
    "housekeeping": "CLEANING",
    "air conditioning": "HVAC",
    "a/c": "HVAC",
    "electric": "ELECTRICAL",
    "electrician": "ELECTRICAL",
    "plumber": "PLUMBING",
    "gardening": "LANDSCAPING",
    "repairs & maintenance": "HANDYMAN",
    "maintenance": "HANDYMAN",
    "security": "SECURITY",
    "professional services": "PROFESSIONAL",
    "accounting": "PROFESSIONAL",
    "legal": "PROFESSIONAL",
    "laundry": "LINEN",
    "pest": "PEST",
    "exterminator": "PEST",
}
STATES = {
    "yes": CompanyStatus.ACTIVE,
    "true": CompanyStatus.ACTIVE,
    "no": CompanyStatus.INACTIVE,
    "false": CompanyStatus.INACTIVE,
    "on hold": CompanyStatus.SUSPENDED,
    "closed": CompanyStatus.INACTIVE,
}
COMPANY_KEYS = (
    Key("number", ("number",)),
    Key("sender's id", (), is_source=True),
    Key("name", ("company_name",), folded=("company_name",)),
)


class CompanyColumns(SpreadsheetResource):
    """What both lists say of a company."""

    company_name = Column(
        "company__company_name",
        heads=("name", "company", "vendor name", "vendor", "supplier", "supplier name"),
        note="Companies are recognised by their name where no number is given.",
        example="Aloha Plumbing LLC",
    )
    dba_name = Column("company__dba_name", heads=("dba", "doing business as", "trading name"))
    company_type = Column(
        "company__company_type",
        ChoiceCell(CompanyType, also={"owners association": "hoa", "laundry": "linen_service"}),
    )
    tax_id = Column("company__tax_id", heads=("tax id last four",), note="The last four digits.")
    business_license = Column("company__business_license", heads=("license number", "license no"))
    website = Column("company__website", heads=("web", "url", "homepage"))
    billing_email = Column("company__billing_email", heads=("email", "accounts email"))
    payment_terms = Column(
        "company__payment_terms", ChoiceCell(CompanyPaymentTerms, also=TERMS), heads=("terms",)
    )
    service_areas = Column("company__service_areas", heads=("areas", "areas served"))
    is_preferred = Column("company__is_preferred", heads=("preferred",))
    is_emergency_capable = Column("company__is_emergency_capable", heads=("emergency", "24/7"))
    insurance_verified = Column("company__insurance_verified")
    insurance_expiry = Column(
        "company__insurance_expiry", heads=("insurance expires", "coi expiry", "coi expires")
    )
    internal_rating = Column("company__internal_rating", heads=("rating", "stars"))
    rating_notes = Column("company__rating_notes")
    qbo_vendor_id = Column("company__qbo_vendor_id", heads=("quickbooks id", "qbo id"))
    industry = Column("company__industry")
    license_state = Column("company__license_state")
    license_expiry = Column("company__license_expiry", heads=("license expires",))
    insurance_carrier = Column("company__insurance_carrier", heads=("insurer",))
    insurance_policy = Column("company__insurance_policy", heads=("policy number",))
    coi_on_file = Column("company__coi_on_file", heads=("coi", "certificate of insurance"))
    coi_date = Column("company__coi_date")
    tax_exempt = Column("company__tax_exempt")
    is_1099_eligible = Column("company__is_1099_eligible", heads=("1099", "send 1099"))
    w9_on_file = Column("company__w9_on_file", heads=("w9", "w-9"))
    credit_limit = Column("company__credit_limit")
    status = Column("company__status", ChoiceCell(CompanyStatus, also=STATES), heads=("active",))


@spreadsheet("companies")
class CompanyResource(CompanyColumns):
    """Organisations of all kinds, one a row."""

    number = Column("number")
    source_id = SourceId(
        heads=("id", "company id", "supplier id", "vendor id", "vendor no", "external id")
    )
    vendor_category = Reference(
        "vendor_category", ("code", "name"), cell=CodeCell(TRADES), heads=("trade", "category")
    )
    notes = Column("notes", heads=("comments", "remarks"))

    class Meta:
        title = "companies"
        staged = StagedCompany
        parts = {"company": Part(Company, keys=COMPANY_KEYS, alike=("billing_email", "website"))}
        matched = {"matched_company": "company"}


@spreadsheet("vendors")
class VendorResource(CompanyColumns):
    """Companies that work for us, with what they do and charge; one a row."""

    number = Column("number")
    company_number = Column("company__number", column_name="company_id")
    source_id = SourceId(
        heads=("id", "vendor id", "vendor no", "vendor code", "supplier id", "external id")
    )
    vendor_category = Reference(
        "vendor_category", ("code", "name"), cell=CodeCell(TRADES), heads=("trade", "category")
    )
    vendor_type = Column("vendor_type", ChoiceCell(VendorType, also={"services": "service"}))
    service_categories = Column("service_categories", heads=("services", "trades"))
    hourly_rate = Column("hourly_rate", heads=("rate", "rate per hour"))
    minimum_charge = Column("minimum_charge")
    trip_charge = Column("trip_charge", heads=("call-out fee",))
    emergency_rate_multiplier = Column("emergency_rate_multiplier")
    response_time_hours = Column("response_time_hours", heads=("response hours",))
    service_area_miles = Column("service_area_miles")
    certifications = Column("certifications")
    specialties = Column("specialties")
    on_time_percentage = Column("on_time_percentage", RateCell(of=100))
    vendor_tier = Column("vendor_tier", heads=("tier",))
    emergency_available = Column("emergency_available")
    is_approved = Column("is_approved", heads=("approved",))
    approved_date = Column("approved_date")
    dispatch_notes = Column("dispatch_notes")
    is_active = Column("is_active")
    notes = Column("notes", heads=("comments", "remarks"))

    class Meta:
        title = "vendors"
        staged = StagedCompany
        parts = {
            "company": Part(
                Company,
                keys=COMPANY_KEYS,
                constants={"company_type": CompanyType.VENDOR},
                alike=("billing_email", "website"),
            ),
            "vendor": Part(
                Vendor,
                keys=(Key("number", ("number",)), Key("company", ("company",))),
                links={"company": "company"},
                constants={"vendor_type": VendorType.SERVICE},
            ),
        }
        matched = {"matched_company": "company"}
