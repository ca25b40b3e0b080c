"""Closed lists of members, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class TeamMemberEmploymentType(models.TextChoices):
    EMPLOYEE = "employee"
    CONTRACTOR = "contractor"
    INTERN = "intern"
    VENDOR = "vendor"


class TeamMemberStatus(models.TextChoices):
    ONBOARDING = "onboarding"
    ACTIVE = "active"
    PAID_LEAVE = "paid_leave"
    UNPAID_LEAVE = "unpaid_leave"
    OFFBOARDING = "offboarding"
    INACTIVE = "inactive"
    TERMINATED = "terminated"


class TeamMemberCompensationType(models.TextChoices):
    HOURLY = "hourly"
    SALARY = "salary"
    PER_JOB = "per_job"


TEAM_MEMBER_STATUS = Transitions(
    field="status",
    values=TeamMemberStatus,
    moves={
        TeamMemberStatus.ONBOARDING: [TeamMemberStatus.ACTIVE, TeamMemberStatus.INACTIVE],
        TeamMemberStatus.ACTIVE: [
            TeamMemberStatus.PAID_LEAVE,
            TeamMemberStatus.UNPAID_LEAVE,
            TeamMemberStatus.OFFBOARDING,
            TeamMemberStatus.INACTIVE,
        ],
        TeamMemberStatus.PAID_LEAVE: [TeamMemberStatus.ACTIVE, TeamMemberStatus.OFFBOARDING],
        TeamMemberStatus.UNPAID_LEAVE: [TeamMemberStatus.ACTIVE, TeamMemberStatus.OFFBOARDING],
        TeamMemberStatus.OFFBOARDING: [TeamMemberStatus.INACTIVE, TeamMemberStatus.TERMINATED],
        TeamMemberStatus.INACTIVE: [TeamMemberStatus.ACTIVE, TeamMemberStatus.TERMINATED],
    },
    reason=frozenset(
        {
            (TeamMemberStatus.ACTIVE, TeamMemberStatus.OFFBOARDING),
            (TeamMemberStatus.PAID_LEAVE, TeamMemberStatus.OFFBOARDING),
            (TeamMemberStatus.UNPAID_LEAVE, TeamMemberStatus.OFFBOARDING),
            (TeamMemberStatus.OFFBOARDING, TeamMemberStatus.TERMINATED),
            (TeamMemberStatus.INACTIVE, TeamMemberStatus.TERMINATED),
        }
    ),
    approval=frozenset(
        {
            (TeamMemberStatus.OFFBOARDING, TeamMemberStatus.TERMINATED),
            (TeamMemberStatus.INACTIVE, TeamMemberStatus.TERMINATED),
        }
    ),
)
