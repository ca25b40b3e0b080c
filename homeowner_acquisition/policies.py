"""Who sees what of the homeowner_acquisition schema."""

from core.permissions.policies import policy
from homeowner_acquisition.models import (
    LeadActivity,
    LeadSource,
    ManagementContract,
    OnboardingProgress,
    OnboardingTask,
    PropertyAssessment,
    Proposal,
    ProposalVersion,
    Prospect,
    ProspectProperty,
    RevenueProjection,
)

# Onboarding
policy(OnboardingTask, "onboarding", team=["default_team"], public=True)
policy(
    OnboardingProgress,
    "onboarding",
    own=["assigned_to_member__user", "prospect__converted_homeowner__user"],
    team=["assigned_to_member__team", "prospect__assigned_to_member__team"],
    outsiders_write=False,
)
policy(
    PropertyAssessment,
    "prospects",
    own=["assessed_by_member__user"],
    team=["assessed_by_member__team"],
    parent="prospect",
)

# Proposals
policy(
    Proposal,
    "proposals",
    own=["prepared_by_member__user"],
    team=["prepared_by_member__team"],
    parent="prospect",
)
policy(ProposalVersion, "proposals", parent="proposal")
policy(
    ManagementContract,
    "contracts",
    own=["homeowner__user"],
    visible_if={"homeowner": {"status__in": ["sent", "signed", "active", "terminated", "expired"]}},
    outsiders_write=False,
)
policy(
    RevenueProjection,
    "proposals",
    own=["created_by_member__user"],
    team=["created_by_member__team"],
    parent="prospect",
)

# Prospects
policy(Prospect, "prospects", own=["assigned_to_member__user"], team=["assigned_to_member__team"])
policy(ProspectProperty, "prospects", parent="prospect")
policy(LeadSource, "prospects", public=True)
policy(
    LeadActivity,
    "prospects",
    own=["performed_by_member__user"],
    team=["performed_by_member__team"],
    parent="prospect",
)
