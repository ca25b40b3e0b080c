"""Who sees what of the team schema."""

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

# Time
policy(Shift, "shifts", own=["member__user"], team=["team", "member__team"])
policy(TimeEntry, "time_entries", own=["member__user"], team=["member__team"])
policy(TimeEntryVerification, "time_entries", parent="time_entry")
policy(ShiftTimeEntry, "time_entries", parent="time_entry")
