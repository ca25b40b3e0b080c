"""Cleans over the API."""

from core.api.resources import Resource
from property.models import Clean


class CleanResource(Resource):
    """Scheduled or performed cleaning of a unit."""

    model = Clean
    fields = """
        id number property reservation clean_type assigned_to secondary_cleaner supervisor
        completed_by verified_by checkin_reservation team vendor_company reclean_of
        scheduled_date scheduled_time actual_start_at actual_end_at duration_minutes
        supplies_used special_requests notes issues_found verified_at passed_inspection
        is_billable billable_to streamline_clean_id plan pinned_fields plan_changes clean_fee clean_cost status created_at
        updated_at
    """
    read_only_fields = "plan pinned_fields plan_changes"
    expand = "property.resort"
    through = "property__resort"
