"""Bills of vendors."""

from core.imports.cells import ChoiceCell, CodeCell, IdCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId, SpreadsheetResource
from finance.choices.payables import (
    VendorPaymentBillableTo,
    VendorPaymentMethod,
    VendorPaymentStatus,
)
from finance.models import VendorPayment
from staging.models import StagedVendorInvoice

STATES = {
    "new": VendorPaymentStatus.RECEIVED,
    "open": VendorPaymentStatus.RECEIVED,
    "unpaid": VendorPaymentStatus.RECEIVED,
    "pending": VendorPaymentStatus.PENDING_APPROVAL,
    "awaiting approval": VendorPaymentStatus.PENDING_APPROVAL,
    "rejected": VendorPaymentStatus.DISPUTED,
    "partial": VendorPaymentStatus.PARTIALLY_PAID,
    "voided": VendorPaymentStatus.VOID,
    "cancelled": VendorPaymentStatus.VOID,
    "canceled": VendorPaymentStatus.VOID,
}
CATEGORIES = {
    "repairs & maintenance": "MAINTENANCE",
    "repairs and maintenance": "MAINTENANCE",
    "repairs": "MAINTENANCE",
    "janitorial": "CLEANING",
    "housekeeping": "CLEANING",
    "laundry": "LINEN",
    "professional services": "PROFESSIONAL",
    "legal and professional": "PROFESSIONAL",
    "administrative": "OFFICE",
    "office supplies": "OFFICE",
    "advertising": "MARKETING",
    "security": "OTHER",
}
METHODS = {
    "bank transfer": VendorPaymentMethod.ACH,
    "direct deposit": VendorPaymentMethod.ACH,
    "cheque": VendorPaymentMethod.CHECK,
    "credit card": VendorPaymentMethod.CARD,
    "debit card": VendorPaymentMethod.CARD,
    "wire transfer": VendorPaymentMethod.WIRE,
}


@spreadsheet("vendor-invoices")
class VendorInvoiceResource(SpreadsheetResource):
    """What vendors bill us, one invoice a row."""

    number = Column("number")
    source_id = SourceId(heads=("invoice id", "bill id", "id", "record id"))
    company = Reference(
        "company",
        ("number", "vendors__number", "company_name", "dba_name"),
        source=("staging.StagedCompany", "matched_company"),
        heads=("vendor id", "vendor", "vendor name", "supplier", "company", "payee", "billed by"),
        required=True,
        note="The company's number or name, or the sender's own id if the vendors were imported.",
        example="Aloha Plumbing LLC",
    )
    invoice_number = Column(
        "invoice_number",
        IdCell(),
        heads=("invoice no", "invoice", "bill number", "reference", "ref no"),
        note="Together with the company it says which invoice is meant.",
        example="INV-2043",
    )
    property = Reference(
        "property",
        ("number", "property_code", "property_name"),
        source=("staging.StagedProperty", "matched_property"),
        heads=("property", "unit", "home", "listing"),
    )
    ticket = Reference(
        "ticket",
        ("number",),
        source=("staging.StagedTicket", "matched_ticket"),
        heads=("work order", "work order id", "ticket"),
    )
    expense_category = Reference(
        "expense_category",
        ("code", "name"),
        cell=CodeCell(CATEGORIES, example="Cleaning"),
        heads=("invoice category", "category", "expense type"),
    )
    invoice_date = Column("invoice_date", heads=("date", "bill date", "billed on"))
    due_date = Column("due_date", heads=("due", "payment due"))
    amount = Column(
        "amount",
        heads=("invoice amount", "total", "total amount", "amount due", "bill amount"),
        required=True,
    )
    tax_amount = Column("tax_amount", heads=("tax", "get", "sales tax"))
    amount_paid = Column("amount_paid", heads=("paid amount",))
    currency = Reference("currency", ("code", "name"), cell=CodeCell(example="USD"))
    billable_to = Column(
        "billable_to",
        ChoiceCell(VendorPaymentBillableTo, also={"homeowner": VendorPaymentBillableTo.OWNER}),
        heads=("bill to", "charge to"),
    )
    payment_method = Column(
        "payment_method",
        ChoiceCell(VendorPaymentMethod, also=METHODS),
        heads=("paid by", "method"),
    )
    payment_reference = Column("payment_reference", heads=("check number", "check no"))
    status = Column(
        "status",
        ChoiceCell(VendorPaymentStatus, also=STATES),
        heads=("approval status", "payment status", "invoice status"),
        note="A rejected invoice is disputed.",
    )
    approved_at = Column("approved_at", heads=("approved", "approved date", "approval date"))
    paid_at = Column(
        "paid_at",
        heads=("paid date", "date paid", "paid on", "payment date"),
        note="A new invoice with this and no paid amount counts as paid in full.",
    )
    qbo_bill_id = Column("qbo_bill_id", IdCell(), heads=("quickbooks id",))
    is_1099_reportable = Column("is_1099_reportable", heads=("1099",))
    notes = Column("notes", heads=("memo", "comments", "description"))

    class Meta:
        title = "vendor invoices"
        staged = StagedVendorInvoice
        parts = {
            "invoice": Part(
                VendorPayment,
                keys=(
                    Key("number", ("number",)),
                    Key("company and invoice number", ("company", "invoice_number")),
                    Key("sender's id", (), is_source=True),
                ),
                alike=("invoice_number",),
                repeats=("invoice_number",),
                derived={"amount_paid": "CASE WHEN {paid_at} IS NOT NULL THEN {amount} END"},
            )
        }
        matched = {"matched_payment": "invoice"}
