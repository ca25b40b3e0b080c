"""Inspections over the API."""

from core.api.resources import Resource
from ref.models import CleaningType, CleanRule, InspectionCategory, IssueSeverity


class InspectionCategoryResource(Resource):
    """Groups of inspection questions."""

    model = InspectionCategory
    fields = """
        id code name description sort_order is_active default_weight score_group created_at
        updated_at
    """


class IssueSeverityResource(Resource):
    """Issue severities with response hours and auto-ticket rule."""

    model = IssueSeverity
    fields = """
        id code name description sort_order is_active ticket_priority response_hours
        auto_creates_ticket color weight created_at updated_at
    """


class CleaningTypeResource(Resource):
    """Clean kinds with default duration and payer."""

    model = CleaningType
    fields = """
        id code name description sort_order is_active default_checklist default_duration_minutes
        default_billing requires_inspection created_at updated_at
    """


class CleanRuleResource(Resource):
    """Which kind of clean a departing stay gets: the first rule that fits, the narrowest before."""

    model = CleanRule
    fields = """
        id code name description sort_order is_active clean_type team resort property turn
        stay_type min_nights after_stays created_at updated_at
    """
