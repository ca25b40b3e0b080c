"""Inspections."""

from decimal import Decimal

from django.db import models

from core.models import (
    ChoiceField,
    CodeField,
    DecimalField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    SearchTextField,
    in_schema,
    search_index,
)
from ref.choices.inspections import (
    CleaningTypeDefaultBilling,
    InspectionCategoryScoreGroup,
    IssueSeverityAutoCreatesTicket,
)


class InspectionCategory(Lookup):
    """Groups of inspection questions."""

    default_weight = DecimalField(max_digits=3, decimal_places=2, default=Decimal("1.00"))
    score_group = ChoiceField(
        InspectionCategoryScoreGroup,
        default=InspectionCategoryScoreGroup.OTHER,
        help_text="score column fed",
    )

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "inspection_categories")
        verbose_name = "inspection category"
        verbose_name_plural = "inspection categories"
        ordering = ["sort_order", "code"]
        indexes = [search_index("inspection_categories_search")]


class IssueSeverity(Lookup):
    """Issue severities with response hours and auto-ticket rule."""

    ticket_priority = CodeField(
        "ref.TicketPriority", related_name="issue_severity_types", null=True
    )

    response_hours = IntegerField(null=True)
    auto_creates_ticket = ChoiceField(
        IssueSeverityAutoCreatesTicket, default=IssueSeverityAutoCreatesTicket.OPTIONAL
    )
    color = LineField(null=True)
    weight = DecimalField(
        max_digits=4, decimal_places=2, default=Decimal("1.00"), help_text="score deduction factor"
    )

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "issue_severity_types")
        verbose_name = "issue severity"
        verbose_name_plural = "issue severities"
        ordering = ["sort_order", "code"]
        indexes = [search_index("issue_severity_types_search")]


class CleaningType(Lookup):
    """Clean kinds with default duration and payer."""

    default_checklist = models.ForeignKey(
        "knowledge.Checklist", models.SET_NULL, related_name="cleaning_types", null=True, blank=True
    )

    default_duration_minutes = IntegerField(null=True)
    default_billing = ChoiceField(
        CleaningTypeDefaultBilling, default=CleaningTypeDefaultBilling.GUEST
    )
    requires_inspection = FlagField(default=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "cleaning_types")
        verbose_name = "cleaning type"
        verbose_name_plural = "cleaning types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("cleaning_types_search")]
