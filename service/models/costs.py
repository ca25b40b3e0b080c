"""Costs."""

from django.db import models

from core.models import (
    BaseModel,
    ChoiceField,
    CodeField,
    DecimalField,
    FlagField,
    IntegerField,
    Join,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from service.choices.costs import (
    TicketCostAllocation,
    TicketCostType,
    TicketPurchasePaymentMethod,
    TicketPurchaseStatus,
    TicketVendorRole,
    TicketVendorStatus,
    TicketVendorType,
)


class TicketVendor(Join):
    """Vendor engagement on a ticket: quote, visit, cost, score."""

    ticket = models.ForeignKey("service.Ticket", models.PROTECT, related_name="vendors")
    vendor = models.ForeignKey(
        "directory.Company",
        models.PROTECT,
        related_name="ticket_vendors",
        help_text="points at the company, as in the seed document",
    )
    vendor_contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="ticket_vendors", null=True, blank=True
    )
    vendor_category = CodeField(
        "ref.VendorCategory", db_column="vendor_category", related_name="ticket_vendors", null=True
    )
    quote_approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_vendors", null=True, blank=True
    )
    invoice_file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="ticket_vendors", null=True, blank=True
    )

    role = ChoiceField(TicketVendorRole, default=TicketVendorRole.PRIMARY)
    vendor_type = ChoiceField(TicketVendorType, null=True)
    scheduled_date = models.DateField(null=True, blank=True)
    actual_date = models.DateField(null=True, blank=True)
    invoice_number = LineField(null=True)
    internal_score = IntegerField(null=True)
    score_notes = TextField(null=True)
    notes = TextField(null=True)
    quote_received_at = models.DateTimeField(null=True, blank=True)
    quote_approved_at = models.DateTimeField(null=True, blank=True)
    arrival_window_start = models.DateTimeField(null=True, blank=True)
    arrival_window_end = models.DateTimeField(null=True, blank=True)

    cost_estimate = MoneyField(null=True)
    actual_cost = MoneyField(null=True)

    status = ChoiceField(TicketVendorStatus, default=TicketVendorStatus.SCHEDULED)

    search_text = SearchTextField("invoice_number")

    label_fields = ("role", "scheduled_date")
    search_through = ("vendor", "ticket")

    class Meta:
        db_table = in_schema("service", "ticket_vendors")
        verbose_name = "ticket vendor"
        verbose_name_plural = "ticket vendors"
        ordering = ["-scheduled_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(internal_score__gte=1, internal_score__lte=5),
                name="ticket_vendors_internal_score_check",
                violation_error_message="Internal score must lie between 1 and 5.",
            ),
            models.CheckConstraint(
                condition=models.Q(cost_estimate__gte=0),
                name="ticket_vendors_cost_estimate_check",
                violation_error_message="Cost estimate cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(actual_cost__gte=0),
                name="ticket_vendors_actual_cost_check",
                violation_error_message="Actual cost cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="ticket_vendors_status"),
            models.Index(fields=["scheduled_date"], name="ticket_vendors_scheduled_date"),
            search_index("ticket_vendors_search"),
        ]


class TicketCost(BaseModel):
    """Cost lines of a ticket and who bears them."""

    ticket = models.ForeignKey("service.Ticket", models.PROTECT, related_name="costs")
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="ticket_costs", null=True, blank=True
    )
    vendor = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="ticket_costs", null=True, blank=True
    )
    purchase = models.ForeignKey(
        "service.TicketPurchase",
        models.SET_NULL,
        related_name="ticket_costs",
        null=True,
        blank=True,
    )
    time_entry = models.ForeignKey(
        "team.TimeEntry", models.PROTECT, related_name="ticket_costs", null=True, blank=True
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="ticket_costs", null=True, blank=True
    )
    expense_category = CodeField("ref.ExpenseCategory", related_name="ticket_costs", null=True)
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_costs", null=True, blank=True
    )

    cost_type = ChoiceField(TicketCostType)
    description = TextField(null=True)
    quantity = DecimalField(max_digits=10, decimal_places=2, null=True)
    allocation = ChoiceField(TicketCostAllocation, default=TicketCostAllocation.COMPANY)
    allocation_percentage = RateField(null=True, help_text="percentage points")
    is_posted = FlagField()
    notes = TextField(null=True)
    markup_percentage = RateField(null=True, help_text="percentage points")
    incurred_date = models.DateField(null=True, blank=True)
    posted_at = models.DateTimeField(null=True, blank=True)

    amount = MoneyField()
    unit_cost = MoneyField(null=True)

    label_fields = ("cost_type", "amount")
    search_through = ("ticket", "homeowner")

    class Meta:
        db_table = in_schema("service", "ticket_costs")
        verbose_name = "ticket cost"
        verbose_name_plural = "ticket costs"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(allocation_percentage__gte=0, allocation_percentage__lte=100),
                name="ticket_costs_allocation_percentage_check",
                violation_error_message="Allocation percentage must lie between 0 and 100.",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__isnull=True) | models.Q(quantity__gte=0),
                name="ticket_costs_quantity_check",
                violation_error_message="Quantity must not be below 0.",
            ),
            models.CheckConstraint(
                condition=~models.Q(allocation="owner") | models.Q(homeowner__isnull=False),
                name="ticket_costs_allocation_homeowner_id_check",
                violation_error_message="Homeowner is needed when allocation is owner.",
            ),
        ]
        indexes = [
            models.Index(fields=["allocation"], name="ticket_costs_allocation"),
            models.Index(
                fields=["is_posted"],
                condition=models.Q(is_posted=False),
                name="ticket_costs_is_posted_partial",
            ),
        ]


class TicketPurchase(BaseModel):
    """Items bought to complete a ticket."""

    ticket = models.ForeignKey("service.Ticket", models.PROTECT, related_name="purchases")
    supplier = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="ticket_purchases", null=True, blank=True
    )
    receipt_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="ticket_purchases",
        null=True,
        blank=True,
    )
    ordered_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_purchases", null=True, blank=True
    )
    inventory_item = models.ForeignKey(
        "inventory.InventoryItem",
        models.SET_NULL,
        related_name="ticket_purchases",
        null=True,
        blank=True,
    )

    brand_manufacturer = LineField(null=True)
    order_platform = LineField(null=True)
    order_number = LineField(null=True)
    order_date = models.DateField(null=True, blank=True)
    expected_delivery_date = models.DateField(null=True, blank=True)
    actual_delivery_date = models.DateField(null=True, blank=True)
    shipping_carrier = LineField(null=True)
    tracking_number = LineField(null=True)
    item_description = TextField(null=True)
    quantity = IntegerField(default=1)
    notes = TextField(null=True)
    payment_method = ChoiceField(TicketPurchasePaymentMethod, null=True)

    unit_cost = MoneyField(null=True)
    total_cost = MoneyField(null=True)
    shipping_cost = MoneyField(null=True)
    tax_amount = MoneyField(null=True)

    status = ChoiceField(TicketPurchaseStatus, default=TicketPurchaseStatus.ORDERED)

    search_text = SearchTextField("order_number", "tracking_number")

    label_fields = ("item_description", "order_number")
    search_through = ("ticket", "supplier")

    class Meta:
        db_table = in_schema("service", "ticket_purchases")
        verbose_name = "ticket purchase"
        verbose_name_plural = "ticket purchases"
        ordering = ["-order_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0),
                name="ticket_purchases_quantity_check",
                violation_error_message="Quantity must be more than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(total_cost__gte=0),
                name="ticket_purchases_total_cost_check",
                violation_error_message="Total cost cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="ticket_purchas_status"),
            models.Index(fields=["order_date"], name="ticket_purchas_order_date"),
            search_index("ticket_purchases_search"),
        ]
