"""Interests over the API."""

from core.api.resources import Resource
from ref.models import (
    ActivityLevel,
    BudgetLevel,
    DrivingTolerance,
    InterestCategory,
    InterestType,
    LimitationType,
    ScheduleDensity,
)


class ActivityLevelResource(Resource):
    """How active guests like their days."""

    model = ActivityLevel
    fields = "id code name description sort_order is_active level_order created_at updated_at"


class BudgetLevelResource(Resource):
    """Guest daily spending bands."""

    model = BudgetLevel
    fields = """
        id code name description sort_order is_active level_order daily_range_min
        daily_range_max created_at updated_at
    """


class ScheduleDensityResource(Resource):
    """How full guests want their schedule."""

    model = ScheduleDensity
    fields = """
        id code name description sort_order is_active level_order activities_per_day_min
        activities_per_day_max created_at updated_at
    """


class DrivingToleranceResource(Resource):
    """How far guests are willing to drive."""

    model = DrivingTolerance
    fields = """
        id code name description sort_order is_active level_order max_drive_minutes created_at
        updated_at
    """


class InterestTypeResource(Resource):
    """Specific guest interests such as snorkelling."""

    model = InterestType
    fields = """
        id code name description sort_order is_active category typical_activity_level icon
        created_at updated_at
    """


class InterestCategoryResource(Resource):
    """Groups of guest interests."""

    model = InterestCategory
    fields = "id code name description sort_order is_active icon created_at updated_at"


class LimitationTypeResource(Resource):
    """Mobility, dietary, allergy and other guest limitations."""

    model = LimitationType
    fields = """
        id code name description sort_order is_active limitation_group affects_mobility
        is_dietary created_at updated_at
    """
