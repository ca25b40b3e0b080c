"""Time over the API."""

from core.api.resources import Resource
from team.models import Shift, ShiftTimeEntry, TimeEntry, TimeEntryVerification


class ShiftResource(Resource):
    """Planned work shift of a member."""

    model = Shift
    fields = """
        id number member team area created_by shift_date starts_at ends_at scheduled_hours
        actual_hours shift_type notes clock_in_at clock_out_at break_minutes published_at status
        created_at updated_at
    """


class TimeEntryResource(Resource):
    """Canonical record of labour time for payroll and costing."""

    model = TimeEntry
    fields = """
        id number member property activity_type approved_by payroll_item work_date started_at
        ended_at duration_seconds is_billable billable_to requires_verification notes
        entry_method start_latitude start_longitude approved_at is_overtime is_paid_break
        hourly_rate labor_cost timesheet_status created_at updated_at
    """


class TimeEntryVerificationResource(Resource):
    """Checks and corrections made to a time entry."""

    model = TimeEntryVerification
    fields = """
        id time_entry verified_by verification_number verified_at original_duration_seconds
        adjusted_duration_seconds adjustment_reason notes verification_status created_at
        updated_at
    """
    read_only = False
    deletes = False


class ShiftTimeEntryResource(Resource):
    """Share of a time entry that falls in a shift."""

    model = ShiftTimeEntry
    fields = "id shift time_entry allocated_seconds notes created_at updated_at"
