"""Calendars over the API."""

from core.api.resources import Resource
from reservations.models import StayChange


class StayChangeResource(Resource):
    """Dates, property or status of a stay as they changed."""

    model = StayChange
    fields = """
        id reservation old_property new_property actor changed_at old_check_in_date
        new_check_in_date old_check_out_date new_check_out_date source reason old_status
        new_status created_at
    """
