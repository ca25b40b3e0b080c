"""Budgets."""

from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from finance.choices.budgets import (
    PAYROLL_RUN_STATUS,
    BudgetScopeType,
    BudgetStatus,
    PayrollItemType,
    PayrollRunStatus,
    PayrollRunType,
)


class Budget(Entity):
    """Budget for a unit, team or the company per year."""

    number = BusinessIDField("BUD-", db_column="budget_id")
    budget_name = LineField()

    property = models.ForeignKey(
        "property.Property",
        models.PROTECT,
        related_name="budgets",
        null=True,
        blank=True,
        db_index=False,
    )
    team = models.ForeignKey(
        "team.Team", models.PROTECT, related_name="budgets", null=True, blank=True
    )
    project = models.ForeignKey(
        "service.Project", models.PROTECT, related_name="budgets", null=True, blank=True
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.PROTECT,
        related_name="budgets_as_approved_by",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.PROTECT,
        related_name="budgets_as_created_by",
        null=True,
        blank=True,
    )

    scope_type = ChoiceField(BudgetScopeType, default=BudgetScopeType.PROPERTY)
    fiscal_year = IntegerField()
    period_start = models.DateField()
    period_end = models.DateField()
    version = IntegerField(default=1)
    approved_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    total_revenue = MoneyField(default=0)
    total_expense = MoneyField(default=0)

    status = ChoiceField(BudgetStatus, default=BudgetStatus.DRAFT)

    search_text = SearchTextField("number", "budget_name")

    label_fields = ("budget_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("finance", "budgets")
        verbose_name = "budget"
        verbose_name_plural = "budgets"
        ordering = ["-fiscal_year", "budget_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_end__gte=models.F("period_start")),
                name="budgets_period_end_period_start_check",
                violation_error_message="Period end must not be before period start.",
            ),
            models.UniqueConstraint(
                fields=["property", "team", "fiscal_year", "version"],
                name="budgets_property_team_fiscal_year_version_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this property, team, fiscal year, version.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="budgets_status"),
            models.Index(fields=["fiscal_year"], name="budgets_fiscal_year"),
            search_index("budgets_search"),
        ]


class BudgetLine(BaseModel):
    """Monthly budget amounts by account."""

    budget = models.ForeignKey(
        "finance.Budget", models.CASCADE, related_name="lines", db_index=False
    )
    account = models.ForeignKey(
        "finance.LedgerAccount", models.PROTECT, related_name="budget_lines"
    )
    expense_category = CodeField("ref.ExpenseCategory", related_name="budget_lines", null=True)
    revenue_category = CodeField("ref.RevenueCategory", related_name="budget_lines", null=True)

    period_month = models.DateField(help_text="first day of the month")
    notes = TextField(null=True)

    budgeted_amount = MoneyField(default=0)
    actual_amount = MoneyField(default=0)
    forecast_amount = MoneyField(null=True)

    variance_amount = models.GeneratedField(
        expression=models.F("budgeted_amount") - models.F("actual_amount"),
        output_field=MoneyField(),
        db_persist=True,
    )

    label_fields = ("period_month",)
    search_through = ("budget", "account")

    class Meta:
        db_table = in_schema("finance", "budget_lines")
        verbose_name = "budget line"
        verbose_name_plural = "budget lines"
        ordering = ["budget_id", "period_month"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_month__day=1),
                name="budget_lines_period_month_check",
                violation_error_message="Must hold: extract(day from period month) is 1.",
            ),
            models.UniqueConstraint(
                fields=["budget", "account", "period_month"],
                name="budget_lines_budget_account_period_month_unique",
                violation_error_message="There is already a row with this budget, account, period month.",
            ),
        ]


class PayrollRun(Entity):
    """Payroll run for a pay period."""

    number = BusinessIDField("PAY-", db_column="payroll_run_id")

    prepared_by = models.ForeignKey(
        "team.TeamMember",
        models.PROTECT,
        related_name="payroll_runs_as_prepared_by",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.PROTECT,
        related_name="payroll_runs_as_approved_by",
        null=True,
        blank=True,
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="payroll_runs", null=True, blank=True
    )

    run_type = ChoiceField(PayrollRunType, default=PayrollRunType.REGULAR)
    period_start = models.DateField()
    period_end = models.DateField()
    pay_date = models.DateField()
    employee_count = IntegerField(default=0)
    total_hours = DecimalField(max_digits=10, decimal_places=2, default=0)
    approved_at = models.DateTimeField(null=True, blank=True)
    processed_at = models.DateTimeField(null=True, blank=True)
    external_provider = LineField(null=True)
    external_id = LineField(null=True)
    notes = TextField(null=True)

    gross_total = MoneyField(default=0)
    tax_total = MoneyField(default=0)
    deduction_total = MoneyField(default=0)
    net_total = MoneyField(default=0)
    employer_tax_total = MoneyField(default=0)

    status = ChoiceField(PayrollRunStatus, default=PayrollRunStatus.DRAFT)

    search_text = SearchTextField("number")

    label_fields = ("number", "period_start")

    class Meta:
        db_table = in_schema("finance", "payroll_runs")
        verbose_name = "payroll run"
        verbose_name_plural = "payroll runs"
        ordering = ["-period_start"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_end__gte=models.F("period_start")),
                name="payroll_runs_period_end_period_start_check",
                violation_error_message="Period end must not be before period start.",
            ),
            models.CheckConstraint(
                condition=models.Q(pay_date__gte=models.F("period_end")),
                name="payroll_runs_pay_date_period_end_check",
                violation_error_message="Pay date must not be before period end.",
            ),
            models.UniqueConstraint(
                fields=["period_start", "period_end", "run_type"],
                name="payroll_runs_period_start_period_end_run_type_unique",
                violation_error_message="There is already a row with this period start, period end, run type.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="payroll_runs_status"),
            models.Index(fields=["pay_date"], name="payroll_runs_pay_date"),
            search_index("payroll_runs_search"),
        ]
        triggers = [PAYROLL_RUN_STATUS.guard()]


class PayrollItem(BaseModel):
    """Pay of one member in a run."""

    payroll_run = models.ForeignKey(
        "finance.PayrollRun", models.PROTECT, related_name="payroll_items", db_index=False
    )
    member = models.ForeignKey("team.TeamMember", models.PROTECT, related_name="payroll_items")
    expense_category = CodeField("ref.ExpenseCategory", related_name="payroll_items", null=True)

    item_type = ChoiceField(PayrollItemType, default=PayrollItemType.REGULAR)
    hours = DecimalField(max_digits=8, decimal_places=2, default=0)
    property_allocations = models.JSONField(
        null=True, blank=True, help_text="property business ID to amount"
    )
    adjustment_reason = TextField(null=True)
    is_paid = FlagField()
    paid_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    hourly_rate = MoneyField(null=True)
    gross_amount = MoneyField(default=0)
    tax_withheld = MoneyField(default=0)
    deductions_amount = MoneyField(default=0)
    net_amount = MoneyField(default=0)
    employer_tax_amount = MoneyField(default=0)

    label_fields = ("item_type", "gross_amount")
    search_through = ("member", "payroll_run")

    class Meta:
        db_table = in_schema("finance", "payroll_items")
        verbose_name = "payroll item"
        verbose_name_plural = "payroll items"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hours__gte=0),
                name="payroll_items_hours_check",
                violation_error_message="Hours cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(gross_amount__gte=0),
                name="payroll_items_gross_amount_check",
                violation_error_message="Gross amount cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["payroll_run", "member", "item_type"],
                name="payroll_items_payroll_run_member_item_type_unique",
                violation_error_message="There is already a row with this payroll run, member, item type.",
            ),
        ]
