"""Payables."""

from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    TodayField,
    in_schema,
    search_index,
)
from finance.choices.payables import (
    INVOICE_STATUS,
    ExpensePaymentMethod,
    ExpenseStatus,
    InvoiceStatus,
    InvoiceType,
    VendorPaymentBillableTo,
    VendorPaymentMethod,
    VendorPaymentStatus,
)


class VendorPayment(Entity):
    """Bills owed and paid to vendors."""

    number = BusinessIDField("VPY-", db_column="payment_id")

    company = models.ForeignKey("directory.Company", models.PROTECT, related_name="vendor_payments")
    ticket = models.ForeignKey(
        "service.Ticket", models.PROTECT, related_name="vendor_payments", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="vendor_payments", null=True, blank=True
    )
    currency = CodeField("ref.Currency", related_name="vendor_payments", default="USD")
    expense_category = CodeField("ref.ExpenseCategory", related_name="vendor_payments", null=True)
    approved_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="vendor_payments", null=True, blank=True
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="vendor_payments", null=True, blank=True
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.PROTECT, related_name="vendor_payments", null=True, blank=True
    )

    invoice_number = LineField(null=True)
    invoice_date = models.DateField(null=True, blank=True)
    due_date = models.DateField(null=True, blank=True)
    billable_to = ChoiceField(VendorPaymentBillableTo, default=VendorPaymentBillableTo.COMPANY)
    payment_method = ChoiceField(VendorPaymentMethod, null=True)
    payment_reference = LineField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    paid_at = models.DateTimeField(null=True, blank=True)
    qbo_bill_id = LineField(null=True)
    is_1099_reportable = FlagField()
    notes = TextField(null=True)

    amount = MoneyField()
    amount_paid = MoneyField(default=0)
    tax_amount = MoneyField(default=0)

    status = ChoiceField(VendorPaymentStatus, default=VendorPaymentStatus.RECEIVED)

    search_text = SearchTextField("number", "invoice_number")

    label_fields = ("number", "invoice_number")
    search_through = ("company", "property")

    class Meta:
        db_table = in_schema("finance", "vendor_payments")
        verbose_name = "vendor payment"
        verbose_name_plural = "vendor payments"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="vendor_payments_amount_check",
                violation_error_message="Amount cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_paid__gte=0),
                name="vendor_payments_amount_paid_check",
                violation_error_message="Amount paid cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["company", "invoice_number"],
                name="vendor_payments_company_invoice_number_unique",
                condition=models.Q(invoice_number__isnull=False),
                violation_error_message="There is already a row with this company, invoice number.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "due_date"], name="vendor_payment_status_due_date"),
            search_index("vendor_payments_search"),
        ]


class Invoice(Entity):
    """Invoices issued to guests, owners or others."""

    number = BusinessIDField("INV-", db_column="invoice_id")

    contact = models.ForeignKey("directory.Contact", models.PROTECT, related_name="invoices")
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="invoices", null=True, blank=True
    )
    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="invoices", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="invoices", null=True, blank=True
    )
    damage_claim = models.ForeignKey(
        "service.DamageClaim", models.PROTECT, related_name="invoices", null=True, blank=True
    )
    currency = CodeField("ref.Currency", related_name="invoices", default="USD")
    file = models.ForeignKey(
        "storage.StoredFile", models.PROTECT, related_name="invoices", null=True, blank=True
    )
    created_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="invoices", null=True, blank=True
    )

    invoice_type = ChoiceField(InvoiceType)
    invoice_date = TodayField()
    due_date = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    paid_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    void_reason = TextField(null=True)
    terms = TextField(null=True)
    notes = TextField(null=True)
    qbo_invoice_id = LineField(null=True)

    subtotal_amount = MoneyField(default=0)
    tax_amount = MoneyField(default=0)
    discount_amount = MoneyField(default=0)
    total_amount = MoneyField(default=0)
    amount_paid = MoneyField(default=0)

    status = ChoiceField(InvoiceStatus, default=InvoiceStatus.DRAFT)

    balance_due = models.GeneratedField(
        expression=models.F("total_amount") - models.F("amount_paid"),
        output_field=MoneyField(),
        db_persist=True,
    )
    search_text = SearchTextField("number")

    label_fields = ("number", "invoice_date")
    search_through = ("contact", "property")

    class Meta:
        db_table = in_schema("finance", "invoices")
        verbose_name = "invoice"
        verbose_name_plural = "invoices"
        ordering = ["-invoice_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(total_amount__gte=0),
                name="invoices_total_amount_check",
                violation_error_message="Total amount cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(due_date__isnull=True)
                | models.Q(due_date__gte=models.F("invoice_date")),
                name="invoices_due_date_invoice_date_check",
                violation_error_message="Due date must not be before invoice date.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "due_date"], name="invoices_status_due_date"),
            models.Index(fields=["invoice_date"], name="invoices_invoice_date"),
            search_index("invoices_search"),
        ]
        triggers = [INVOICE_STATUS.guard()]


class InvoiceLine(BaseModel):
    """Lines of an invoice."""

    invoice = models.ForeignKey(
        "finance.Invoice", models.CASCADE, related_name="lines", db_index=False
    )
    tax_type = CodeField("ref.TaxType", related_name="invoice_lines", null=True)
    revenue_category = CodeField("ref.RevenueCategory", related_name="invoice_lines", null=True)
    ticket = models.ForeignKey(
        "service.Ticket", models.PROTECT, related_name="invoice_lines", null=True, blank=True
    )
    reservation_fee = models.ForeignKey(
        "reservations.ReservationFee",
        models.PROTECT,
        related_name="invoice_lines",
        null=True,
        blank=True,
    )
    account = models.ForeignKey(
        "finance.LedgerAccount", models.PROTECT, related_name="invoice_lines", null=True, blank=True
    )

    line_number = IntegerField()
    description = TextField()
    notes = TextField(null=True)

    quantity = MoneyField(default=1)
    unit_price = MoneyField(default=0)
    tax_amount = MoneyField(default=0)

    amount = models.GeneratedField(
        expression=models.F("quantity") * models.F("unit_price"),
        output_field=MoneyField(),
        db_persist=True,
    )

    label_fields = ("line_number", "description")
    search_through = ("ticket", "invoice")

    class Meta:
        db_table = in_schema("finance", "invoice_lines")
        verbose_name = "invoice line"
        verbose_name_plural = "invoice lines"
        ordering = ["invoice_id", "line_number"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(quantity=0),
                name="invoice_lines_quantity_check",
                violation_error_message="Quantity and 0 cannot be the same.",
            ),
            models.UniqueConstraint(
                fields=["invoice", "line_number"],
                name="invoice_lines_invoice_line_number_unique",
                violation_error_message="There is already a row with this invoice, line number.",
            ),
        ]


class Expense(Entity):
    """Company, owner or unit expense with approval."""

    number = BusinessIDField("EXN-", db_column="expense_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="expenses", null=True, blank=True
    )
    submitted_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="expenses_as_submitted_by"
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.PROTECT, related_name="expenses", null=True, blank=True
    )
    company = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="expenses", null=True, blank=True
    )
    expense_category = CodeField("ref.ExpenseCategory", related_name="expenses")
    currency = CodeField("ref.Currency", related_name="expenses", default="USD")
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.PROTECT,
        related_name="expenses_as_approved_by",
        null=True,
        blank=True,
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="expenses", null=True, blank=True
    )

    expense_date = TodayField()
    description = TextField()
    billable_to = ChoiceField(VendorPaymentBillableTo, default=VendorPaymentBillableTo.COMPANY)
    markup_percentage = RateField(null=True, help_text="percentage points")
    payment_method = ChoiceField(ExpensePaymentMethod, default=ExpensePaymentMethod.COMPANY_CARD)
    is_reimbursable = FlagField()
    reimbursed_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    rejection_reason = TextField(null=True)
    qbo_expense_id = LineField(null=True)
    notes = TextField(null=True)

    amount = MoneyField()
    tax_amount = MoneyField(default=0)

    status = ChoiceField(ExpenseStatus, default=ExpenseStatus.DRAFT)

    search_text = SearchTextField("number")

    label_fields = ("number", "description")
    search_through = ("property", "company")

    class Meta:
        db_table = in_schema("finance", "expenses")
        verbose_name = "expense"
        verbose_name_plural = "expenses"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="expenses_amount_check",
                violation_error_message="Amount cannot be less than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["status", "expense_date"], name="expenses_status_expense_date"),
            search_index("expenses_search"),
        ]


class ExpenseReceipt(Join):
    """Receipt files of an expense."""

    expense = models.ForeignKey(
        "finance.Expense", models.CASCADE, related_name="receipts", db_index=False
    )
    file = models.ForeignKey("storage.StoredFile", models.PROTECT, related_name="expense_receipts")
    verified_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="expense_receipts", null=True, blank=True
    )

    receipt_date = models.DateField(null=True, blank=True)
    vendor_name = LineField(null=True)
    ocr_data = models.JSONField(null=True, blank=True)
    is_verified = FlagField()

    receipt_total = MoneyField(null=True)

    search_text = SearchTextField("vendor_name")

    label_fields = ("vendor_name", "receipt_date")
    search_through = ("expense", "file")

    class Meta:
        db_table = in_schema("finance", "expense_receipts")
        verbose_name = "expense receipt"
        verbose_name_plural = "expense receipts"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["expense", "file"],
                name="expense_receipts_expense_file_unique",
                violation_error_message="There is already a row with this expense, file.",
            )
        ]
        indexes = [search_index("expense_receipts_search")]
