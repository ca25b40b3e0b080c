"""Interests."""

from django.db import models

from core.models import (
    ChoiceField,
    CodeField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    MoneyField,
    SearchTextField,
    in_schema,
    search_index,
)
from ref.choices.interests import LimitationTypeLimitationGroup


class ActivityLevel(Lookup):
    """How active guests like their days."""

    level_order = IntegerField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "activity_levels")
        verbose_name = "activity level"
        verbose_name_plural = "activity levels"
        ordering = ["sort_order", "code"]
        indexes = [search_index("activity_levels_search")]


class BudgetLevel(Lookup):
    """Guest daily spending bands."""

    level_order = IntegerField()

    daily_range_min = MoneyField(null=True)
    daily_range_max = MoneyField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "budget_levels")
        verbose_name = "budget level"
        verbose_name_plural = "budget levels"
        ordering = ["sort_order", "code"]
        indexes = [search_index("budget_levels_search")]


class ScheduleDensity(Lookup):
    """How full guests want their schedule."""

    level_order = IntegerField()
    activities_per_day_min = IntegerField(null=True)
    activities_per_day_max = IntegerField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "schedule_density_levels")
        verbose_name = "schedule density"
        verbose_name_plural = "schedule densities"
        ordering = ["sort_order", "code"]
        indexes = [search_index("schedule_density_levels_search")]


class DrivingTolerance(Lookup):
    """How far guests are willing to drive."""

    level_order = IntegerField()
    max_drive_minutes = IntegerField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "driving_tolerance_levels")
        verbose_name = "driving tolerance"
        verbose_name_plural = "driving tolerances"
        ordering = ["sort_order", "code"]
        indexes = [search_index("driving_tolerance_level_search")]


class InterestType(Lookup):
    """Specific guest interests such as snorkelling."""

    category = CodeField("ref.InterestCategory", related_name="interest_types")
    typical_activity_level = CodeField(
        "ref.ActivityLevel", models.SET_NULL, related_name="interest_types", null=True
    )

    icon = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "interest_types")
        verbose_name = "interest"
        verbose_name_plural = "interests"
        ordering = ["sort_order", "code"]
        indexes = [search_index("interest_types_search")]


class InterestCategory(Lookup):
    """Groups of guest interests."""

    icon = LineField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "interest_categories")
        verbose_name = "interest category"
        verbose_name_plural = "interest categories"
        ordering = ["sort_order", "code"]
        indexes = [search_index("interest_categories_search")]


class LimitationType(Lookup):
    """Mobility, dietary, allergy and other guest limitations."""

    limitation_group = ChoiceField(LimitationTypeLimitationGroup)
    affects_mobility = FlagField()
    is_dietary = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "limitation_types")
        verbose_name = "limitation"
        verbose_name_plural = "limitations"
        ordering = ["sort_order", "code"]
        indexes = [search_index("limitation_types_search")]
