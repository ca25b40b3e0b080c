"""Factories of the team models."""

from datetime import timedelta

from core.testing.factories import DAY, NOON, Counted, ModelFactory, Numbered, Parent


class TeamFactory(ModelFactory):
    class Meta:
        model = "team.Team"

    name = Numbered("Team {}")
    team_code = Numbered("CODE-{}")


class TeamMemberFactory(ModelFactory):
    class Meta:
        model = "team.TeamMember"

    contact = Parent("directory.Contact")
    display_name = Numbered("Team member {}")


class ShiftFactory(ModelFactory):
    class Meta:
        model = "team.Shift"

    member = Parent("team.TeamMember")
    shift_date = DAY
    starts_at = NOON
    ends_at = NOON + timedelta(hours=8)


class TimeEntryFactory(ModelFactory):
    class Meta:
        model = "team.TimeEntry"

    member = Parent("team.TeamMember")
    work_date = DAY


class TimeEntryVerificationFactory(ModelFactory):
    class Meta:
        model = "team.TimeEntryVerification"

    time_entry = Parent("team.TimeEntry")
    verification_number = Counted()
    verification_status = "PENDING"


class ShiftTimeEntryFactory(ModelFactory):
    class Meta:
        model = "team.ShiftTimeEntry"

    shift = Parent("team.Shift")
    time_entry = Parent("team.TimeEntry")
    allocated_seconds = 1800
