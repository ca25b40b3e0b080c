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
    CleanRuleStayType,
    CleanRuleTurn,
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


class CleanRule(Lookup):
    """Which kind of clean a departing stay gets; the first rule that fits, the narrowest before.

    ``description`` says why, and stands on the plan of the clean. Rules without ``stay_type`` are
    for guests and owners; maintenance and holds get a clean only by a rule of their own.
    """

    clean_type = CodeField("ref.CleaningType", db_column="clean_type", related_name="rules")
    team = models.ForeignKey(
        "team.Team",
        models.SET_NULL,
        related_name="clean_rules",
        null=True,
        blank=True,
        help_text="who does it; empty: the property's primary team",
    )
    resort = models.ForeignKey(
        "property.Resort", models.CASCADE, related_name="clean_rules", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="clean_rules", null=True, blank=True
    )

    turn = ChoiceField(
        CleanRuleTurn,
        default=CleanRuleTurn.ANY,
        help_text="back-to-back: somebody arrives that day; departure: nobody does",
    )
    stay_type = ChoiceField(CleanRuleStayType, null=True, help_text="of the stay that departs")
    min_nights = IntegerField(null=True, help_text="the departing stay has so many or more")
    after_stays = IntegerField(
        null=True, help_text="so many stays or more have departed since the last clean of this kind"
    )

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")
    search_through = ("property", "resort")

    class Meta:
        db_table = in_schema("ref", "clean_rules")
        verbose_name = "clean rule"
        verbose_name_plural = "clean rules"
        ordering = ["sort_order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(min_nights__gte=1),
                name="clean_rules_min_nights_check",
                violation_error_message="Min nights cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(after_stays__gte=1),
                name="clean_rules_after_stays_check",
                violation_error_message="After stays cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(property__isnull=True) | models.Q(resort__isnull=True),
                name="clean_rules_property_id_resort_id_check",
                violation_error_message="A rule is for a property or for a resort, not both.",
            ),
        ]
        indexes = [search_index("clean_rules_search")]
