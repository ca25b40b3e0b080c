"""Models of the homeowner_acquisition schema, by topic."""

from homeowner_acquisition.models.onboarding import (
    OnboardingProgress,
    OnboardingTask,
    PropertyAssessment,
)
from homeowner_acquisition.models.proposals import (
    ManagementContract,
    Proposal,
    ProposalVersion,
    RevenueProjection,
)
from homeowner_acquisition.models.prospects import (
    LeadActivity,
    LeadSource,
    Prospect,
    ProspectProperty,
)

__all__ = [
    "LeadActivity",
    "LeadSource",
    "ManagementContract",
    "OnboardingProgress",
    "OnboardingTask",
    "PropertyAssessment",
    "Proposal",
    "ProposalVersion",
    "Prospect",
    "ProspectProperty",
    "RevenueProjection",
]
