"""Charges."""

from django.db import models

from core.models import (
    BaseModel,
    ChoiceField,
    CodeField,
    DecimalField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from ref.choices.charges import (
    ExpenseCategoryDefaultBearer,
    FeeRateScopeLevel,
    FeeRateType,
    FeeTypeCalculationMethod,
    FeeTypeFeeCategory,
    TaxTypeAppliesTo,
    TaxTypeFilingFrequency,
    TaxTypeLevel,
)


class FeeType(Lookup):
    """Fees and taxes that can appear on a reservation."""

    revenue_category = CodeField("ref.RevenueCategory", related_name="fee_types", null=True)
    tax_type = CodeField("ref.TaxType", related_name="fee_types", null=True)

    fee_category = ChoiceField(FeeTypeFeeCategory, default=FeeTypeFeeCategory.OPTIONAL)
    calculation_method = ChoiceField(
        FeeTypeCalculationMethod, default=FeeTypeCalculationMethod.FLAT
    )
    is_taxable = FlagField()
    is_refundable = FlagField(default=True)
    owner_revenue_share = RateField(null=True, help_text="fraction passed to the owner")

    default_amount = MoneyField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "fee_types")
        verbose_name = "fee type"
        verbose_name_plural = "fee types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("fee_types_search")]


class FeeRate(BaseModel):
    """Fee amounts by scope; narrowest valid scope wins."""

    fee_type = models.ForeignKey(
        "ref.FeeType", models.CASCADE, related_name="fee_rates", db_index=False
    )
    platform = CodeField("ref.Platform", related_name="fee_rates", null=True)
    resort = models.ForeignKey(
        "property.Resort", models.CASCADE, related_name="fee_rates", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="fee_rates", null=True, blank=True
    )

    scope_level = ChoiceField(
        FeeRateScopeLevel,
        default=FeeRateScopeLevel.GLOBAL,
        help_text="resolved property, resort, platform, global",
    )
    rate = DecimalField(
        max_digits=12, decimal_places=4, help_text="amount, or fraction when rate_type is percent"
    )
    rate_type = ChoiceField(FeeRateType, default=FeeRateType.FLAT)
    min_nights = IntegerField(null=True)
    max_nights = IntegerField(null=True)
    effective_date = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    is_active = FlagField(default=True)
    notes = TextField(null=True)

    label_fields = ("scope_level", "rate", "effective_date")
    search_through = ("property", "resort")

    class Meta:
        db_table = in_schema("ref", "fee_rates")
        verbose_name = "fee rate"
        verbose_name_plural = "fee rates"
        ordering = ["-effective_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(effective_to__isnull=True)
                | models.Q(effective_to__gte=models.F("effective_date")),
                name="fee_rates_effective_to_effective_date_check",
                violation_error_message="Effective to must not be before effective date.",
            ),
            models.CheckConstraint(
                condition=~models.Q(scope_level="property") | models.Q(property__isnull=False),
                name="fee_rates_scope_level_property_id_check",
                violation_error_message="Property is needed when scope level is property.",
            ),
            models.CheckConstraint(
                condition=~models.Q(scope_level="resort") | models.Q(resort__isnull=False),
                name="fee_rates_scope_level_resort_id_check",
                violation_error_message="Resort is needed when scope level is resort.",
            ),
            models.CheckConstraint(
                condition=~models.Q(scope_level="platform") | models.Q(platform__isnull=False),
                name="fee_rates_scope_level_platform_code_check",
                violation_error_message="Platform is needed when scope level is platform.",
            ),
            models.CheckConstraint(
                condition=models.Q(rate__gte=0),
                name="fee_rates_rate_check",
                violation_error_message="Rate cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=[
                    "fee_type",
                    "scope_level",
                    "platform",
                    "resort",
                    "property",
                    "effective_date",
                ],
                name="fee_rates_fee_type_scope_level_platform_resort_propert_45da2",
                nulls_distinct=False,
                violation_error_message="There is already a row with this fee type, scope level, platform, resort, property, effective date.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["fee_type", "-effective_date"], name="fee_rates_fee_type_effec_3dc16"
            )
        ]


class ExpenseCategory(Lookup):
    """Expense classes for tickets and accounting."""

    parent = CodeField("ref.ExpenseCategory", related_name="children", null=True)

    is_billable_default = FlagField()
    default_bearer = ChoiceField(
        ExpenseCategoryDefaultBearer, default=ExpenseCategoryDefaultBearer.COMPANY
    )
    qbo_account = LineField(null=True, help_text="QuickBooks account name")
    is_tax_deductible = FlagField(default=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "expense_categories")
        verbose_name = "expense category"
        verbose_name_plural = "expense categories"
        ordering = ["sort_order", "code"]
        indexes = [search_index("expense_categories_search")]


class RevenueCategory(Lookup):
    """Revenue classes."""

    is_owner_revenue = FlagField()
    is_taxable = FlagField(default=True)
    qbo_account = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "revenue_categories")
        verbose_name = "revenue category"
        verbose_name_plural = "revenue categories"
        ordering = ["sort_order", "code"]
        indexes = [search_index("revenue_categories_search")]


class TaxType(Lookup):
    """Taxes by jurisdiction; rates are entered by finance."""

    jurisdiction = LineField()
    level = ChoiceField(TaxTypeLevel)
    rate = RateField(null=True, help_text="fraction; empty until finance enters it")
    applies_to = ChoiceField(TaxTypeAppliesTo, default=TaxTypeAppliesTo.RENTAL)
    filing_frequency = ChoiceField(TaxTypeFilingFrequency, null=True)
    effective_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    authority_name = LineField(null=True)

    search_text = SearchTextField("code", "name", "authority_name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "tax_types")
        verbose_name = "tax type"
        verbose_name_plural = "tax types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("tax_types_search")]
