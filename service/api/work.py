"""Work over the API."""

from core.api.resources import Resource
from service.models import (
    InspectionTimeEntry,
    RecurringTask,
    TicketMiss,
    TicketRecurrence,
    TicketShift,
    TicketTimeEntry,
)


class TicketTimeEntryResource(Resource):
    """Share of a time entry spent on a ticket."""

    model = TicketTimeEntry
    fields = """
        id ticket time_entry allocated_seconds allocation_percentage role notes created_at
        updated_at
    """


class InspectionTimeEntryResource(Resource):
    """Share of a time entry spent on an inspection."""

    model = InspectionTimeEntry
    fields = "id inspection time_entry allocated_seconds role notes created_at updated_at"


class TicketShiftResource(Resource):
    """Tickets planned into work shifts."""

    model = TicketShift
    fields = "id ticket shift shift_agent shift_date role assignment_notes created_at updated_at"


class TicketMissResource(Resource):
    """Planned service dates that were missed."""

    model = TicketMiss
    fields = """
        id ticket shift member reported_by scheduled_date miss_date miss_reason_code
        rescheduled_date notes created_at updated_at
    """
    read_only = False
    deletes = False


class TicketRecurrenceResource(Resource):
    """Tickets produced by a recurring task."""

    model = TicketRecurrence
    fields = """
        id ticket recurring_task knowledge_article checklist_template scheduled_date
        is_on_schedule notes completed_at created_at updated_at
    """


class RecurringTaskResource(Resource):
    """Definition of repeating work that generates tickets."""

    model = RecurringTask
    fields = """
        id number task_name property resort ticket_type category default_priority default_team
        default_agent checklist_template knowledge_article created_by task_description
        scope_type frequency frequency_interval day_of_week day_of_month month_of_year rrule
        start_date end_date last_generated_date next_due_date lead_days
        estimated_duration_minutes avoid_occupied is_active created_at updated_at
    """
