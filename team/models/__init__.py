"""Models of the team schema, by topic."""

from team.models.members import Team, TeamMember
from team.models.time import Shift, ShiftTimeEntry, TimeEntry, TimeEntryVerification

__all__ = ["Shift", "ShiftTimeEntry", "Team", "TeamMember", "TimeEntry", "TimeEntryVerification"]
