"""Who sees what of the team schema."""

from core.permissions.fields import guarded
from core.permissions.policies import policy
from team.models import (
    Shift,
    ShiftTimeEntry,
    Team,
    TeamMember,
    TimeEntry,
    TimeEntryVerification,
)

# Members
policy(Team, "team", own=["manager__user"], team=["pk"], public=True)
policy(TeamMember, "team", own=["user"], team=["team"])
guarded(TeamMember, "payroll", "compensation_type", "hourly_rate", "overtime_rate", "salary")

# Time
policy(Shift, "shifts", own=["member__user"], team=["team", "member__team"])
policy(TimeEntry, "time_entries", own=["member__user"], team=["member__team"])
guarded(TimeEntry, "payroll", "hourly_rate", "labor_cost")
policy(TimeEntryVerification, "time_entries", parent="time_entry")
policy(ShiftTimeEntry, "time_entries", parent="time_entry")
