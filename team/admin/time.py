"""Console pages: time."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, JournalAdmin, Panel, inline
from team.models import Shift, ShiftTimeEntry, TimeEntry, TimeEntryVerification


@admin.register(Shift)
class ShiftAdmin(EntityAdmin):
    """Who works when."""

    list_display = (
        "number",
        "shift_date",
        "status",
        "member",
        "team",
        "shift_type",
        "starts_at",
        "ends_at",
        "scheduled_hours",
        "actual_hours",
    )
    inlines = (inline(ShiftTimeEntry, fields=("time_entry", "allocated_seconds")),)
    panels = (Panel("ticket_shifts", title="Tickets"),)


@admin.register(TimeEntry)
class TimeEntryAdmin(EntityAdmin):
    """Hours worked, on what, and whether they are approved."""

    list_display = (
        "number",
        "work_date",
        "member",
        "timesheet_status",
        "activity_type",
        "property",
        "started_at",
        "ended_at",
        "duration_seconds",
    )
    panels = (
        Panel("ticket_time_entries", title="Tickets"),
        Panel("inspection_time_entries", title="Inspections"),
        "verifications",
    )


admin.site.register(TimeEntryVerification, JournalAdmin)
admin.site.register(ShiftTimeEntry, JoinAdmin)
