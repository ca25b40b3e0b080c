"""Closed lists of proposals, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ProposalStatus(models.TextChoices):
    DRAFT = "draft"
    INTERNAL_REVIEW = "internal_review"
    SENT = "sent"
    VIEWED = "viewed"
    UNDER_REVIEW = "under_review"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class ManagementContractStatus(models.TextChoices):
    DRAFT = "draft"
    SENT = "sent"
    SIGNED = "signed"
    ACTIVE = "active"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    DECLINED = "declined"


class RevenueProjectionScenario(models.TextChoices):
    CONSERVATIVE = "conservative"
    BASE = "base"
    OPTIMISTIC = "optimistic"


PROPOSAL_STATUS = Transitions(
    field="status",
    values=ProposalStatus,
    moves={
        ProposalStatus.DRAFT: [
            ProposalStatus.INTERNAL_REVIEW,
            ProposalStatus.SENT,
            ProposalStatus.WITHDRAWN,
        ],
        ProposalStatus.INTERNAL_REVIEW: [
            ProposalStatus.DRAFT,
            ProposalStatus.SENT,
            ProposalStatus.WITHDRAWN,
        ],
        ProposalStatus.SENT: [
            ProposalStatus.VIEWED,
            ProposalStatus.UNDER_REVIEW,
            ProposalStatus.ACCEPTED,
            ProposalStatus.REJECTED,
            ProposalStatus.EXPIRED,
            ProposalStatus.WITHDRAWN,
        ],
        ProposalStatus.VIEWED: [
            ProposalStatus.UNDER_REVIEW,
            ProposalStatus.ACCEPTED,
            ProposalStatus.REJECTED,
            ProposalStatus.EXPIRED,
            ProposalStatus.WITHDRAWN,
        ],
        ProposalStatus.UNDER_REVIEW: [
            ProposalStatus.ACCEPTED,
            ProposalStatus.REJECTED,
            ProposalStatus.EXPIRED,
            ProposalStatus.WITHDRAWN,
        ],
        ProposalStatus.EXPIRED: [ProposalStatus.SENT],
    },
    reason=frozenset(
        {
            (ProposalStatus.DRAFT, ProposalStatus.WITHDRAWN),
            (ProposalStatus.INTERNAL_REVIEW, ProposalStatus.WITHDRAWN),
            (ProposalStatus.SENT, ProposalStatus.REJECTED),
            (ProposalStatus.SENT, ProposalStatus.WITHDRAWN),
            (ProposalStatus.VIEWED, ProposalStatus.REJECTED),
            (ProposalStatus.VIEWED, ProposalStatus.WITHDRAWN),
            (ProposalStatus.UNDER_REVIEW, ProposalStatus.REJECTED),
            (ProposalStatus.UNDER_REVIEW, ProposalStatus.WITHDRAWN),
        }
    ),
)

MANAGEMENT_CONTRACT_STATUS = Transitions(
    field="status",
    values=ManagementContractStatus,
    moves={
        ManagementContractStatus.DRAFT: [
            ManagementContractStatus.SENT,
            ManagementContractStatus.DECLINED,
        ],
        ManagementContractStatus.SENT: [
            ManagementContractStatus.SIGNED,
            ManagementContractStatus.DECLINED,
            ManagementContractStatus.EXPIRED,
        ],
        ManagementContractStatus.SIGNED: [ManagementContractStatus.ACTIVE],
        ManagementContractStatus.ACTIVE: [
            ManagementContractStatus.TERMINATED,
            ManagementContractStatus.EXPIRED,
        ],
        ManagementContractStatus.EXPIRED: [ManagementContractStatus.ACTIVE],
    },
    reason=frozenset(
        {
            (ManagementContractStatus.DRAFT, ManagementContractStatus.DECLINED),
            (ManagementContractStatus.SENT, ManagementContractStatus.DECLINED),
            (ManagementContractStatus.ACTIVE, ManagementContractStatus.TERMINATED),
        }
    ),
    approval=frozenset(
        {
            (ManagementContractStatus.SIGNED, ManagementContractStatus.ACTIVE),
            (ManagementContractStatus.ACTIVE, ManagementContractStatus.TERMINATED),
            (ManagementContractStatus.EXPIRED, ManagementContractStatus.ACTIVE),
        }
    ),
)
