"""Who is clocked in."""

from team.choices.time import TimeEntryTimesheetStatus
from team.models import TeamMember, TimeEntry


def open_entry(member: TeamMember) -> TimeEntry | None:
    """The entry that runs on the member's clock, the newest if a load brought several."""
    rows = TimeEntry._base_manager.filter(
        member=member,
        started_at__isnull=False,
        ended_at=None,
        timesheet_status=TimeEntryTimesheetStatus.START,
    )
    return rows.order_by("-started_at").first()
