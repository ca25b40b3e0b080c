"""Statements."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.expressions import ClosedDates
from finance.choices.statements import (
    OWNER_STATEMENT_STATUS,
    OwnerPayoutPaymentMethod,
    OwnerPayoutStatus,
    OwnerStatementLineType,
    OwnerStatementStatus,
)


class OwnerStatement(Entity):
    """Owner statement per unit and period."""

    number = BusinessIDField("STMT-", db_column="statement_id")

    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="owner_statements", db_index=False
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="owner_statements"
    )
    trust_account = models.ForeignKey(
        "finance.TrustAccount",
        models.PROTECT,
        related_name="owner_statements",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="owner_statements", null=True, blank=True
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.PROTECT, related_name="owner_statements", null=True, blank=True
    )

    period_start = models.DateField()
    period_end = models.DateField()
    nights_booked = IntegerField(default=0)
    occupancy_rate = RateField(null=True, help_text="fraction")
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    viewed_at = models.DateTimeField(null=True, blank=True)
    qbo_invoice_id = LineField(null=True)
    version = IntegerField(default=1)
    notes = TextField(null=True)

    opening_balance = MoneyField(default=0)
    total_revenue = MoneyField(default=0)
    total_fees = MoneyField(default=0)
    total_expenses = MoneyField(default=0)
    total_taxes = MoneyField(default=0)
    management_fee = MoneyField(default=0)
    reserve_change = MoneyField(default=0)
    net_to_owner = MoneyField(default=0)
    closing_balance = MoneyField(default=0)

    status = ChoiceField(OwnerStatementStatus, default=OwnerStatementStatus.DRAFT)

    search_text = SearchTextField("number")

    label_fields = ("number", "period_start")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("finance", "owner_statements")
        verbose_name = "owner statement"
        verbose_name_plural = "owner statements"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_end__gte=models.F("period_start")),
                name="owner_statements_period_end_period_start_check",
                violation_error_message="Period end must not be before period start.",
            ),
            models.CheckConstraint(
                condition=models.Q(total_expenses__gte=0),
                name="owner_statements_total_expenses_check",
                violation_error_message="Total expenses cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["homeowner", "property", "period_start"],
                name="owner_statements_homeowner_property_period_start_unique",
                violation_error_message="There is already a row with this homeowner, property, period start.",
            ),
            ExclusionConstraint(
                name="owner_statements_do_not_overlap",
                expressions=[
                    ("property", RangeOperators.EQUAL),
                    ("homeowner", RangeOperators.EQUAL),
                    (ClosedDates("period_start", "period_end"), RangeOperators.OVERLAPS),
                ],
                condition=~models.Q(status="void"),
                violation_error_message="Another statement already covers part of this period.",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "period_end"], name="owner_statemen_status_pe_1a8ae"),
            search_index("owner_statements_search"),
        ]
        triggers = [OWNER_STATEMENT_STATUS.guard()]


class OwnerStatementLine(BaseModel):
    """Lines of an owner statement."""

    owner_statement = models.ForeignKey(
        "finance.OwnerStatement", models.CASCADE, related_name="lines", db_index=False
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.PROTECT,
        related_name="owner_statement_lines",
        null=True,
        blank=True,
    )
    ticket = models.ForeignKey(
        "service.Ticket",
        models.PROTECT,
        related_name="owner_statement_lines",
        null=True,
        blank=True,
    )
    transaction = models.ForeignKey(
        "finance.Transaction",
        models.PROTECT,
        related_name="owner_statement_lines",
        null=True,
        blank=True,
    )

    line_number = IntegerField()
    line_type = ChoiceField(OwnerStatementLineType)
    line_date = models.DateField(null=True, blank=True)
    description = TextField()
    category_code = LineField(null=True, help_text="expense or revenue category")
    is_visible = FlagField(default=True)
    notes = TextField(null=True)

    amount = MoneyField(help_text="signed, positive to the owner")
    quantity = MoneyField(null=True)

    search_text = SearchTextField("category_code")

    label_fields = ("line_number", "description")
    search_through = ("reservation", "ticket")

    class Meta:
        db_table = in_schema("finance", "owner_statement_lines")
        verbose_name = "statement line"
        verbose_name_plural = "statement lines"
        ordering = ["owner_statement_id", "line_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner_statement", "line_number"],
                name="owner_statement_lines_owner_statement_line_number_unique",
                violation_error_message="There is already a row with this owner statement, line number.",
            )
        ]
        indexes = [search_index("owner_statement_lines_search")]


class OwnerPayout(Entity):
    """Payment of net proceeds to an owner."""

    number = BusinessIDField("OPY-", db_column="payout_id")

    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="owner_payouts"
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="owner_payouts", null=True, blank=True
    )
    owner_statement = models.ForeignKey(
        "finance.OwnerStatement",
        models.PROTECT,
        related_name="owner_payouts",
        null=True,
        blank=True,
    )
    trust_account = models.ForeignKey(
        "finance.TrustAccount", models.PROTECT, related_name="owner_payouts", null=True, blank=True
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="owner_payouts", null=True, blank=True
    )
    currency = CodeField("ref.Currency", related_name="owner_payouts", default="USD")
    bank_account = models.ForeignKey(
        "secure.BankAccount", models.PROTECT, related_name="owner_payouts", null=True, blank=True
    )
    approved_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="owner_payouts", null=True, blank=True
    )

    payment_method = ChoiceField(OwnerPayoutPaymentMethod, default=OwnerPayoutPaymentMethod.ACH)
    scheduled_date = models.DateField(null=True, blank=True)
    paid_date = models.DateField(null=True, blank=True)
    reference_number = LineField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    failure_reason = TextField(null=True)
    notes = TextField(null=True)

    amount = MoneyField()

    status = ChoiceField(OwnerPayoutStatus, default=OwnerPayoutStatus.PENDING)

    search_text = SearchTextField("number", "reference_number")

    label_fields = ("number", "amount")
    search_through = ("homeowner", "property")

    class Meta:
        db_table = in_schema("finance", "owner_payouts")
        verbose_name = "owner payout"
        verbose_name_plural = "owner payouts"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="owner_payouts_amount_check",
                violation_error_message="Amount cannot be less than 0.",
            )
        ]
        indexes = [
            models.Index(
                fields=["status", "scheduled_date"], name="owner_payouts_status_sch_5f817"
            ),
            search_index("owner_payouts_search"),
        ]
