"""Closed lists of claims, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class TicketDamageStatus(models.TextChoices):
    FLAGGED = "flagged"
    ASSESSED = "assessed"
    CLAIMED = "claimed"
    WAIVED = "waived"
    REPAIRED = "repaired"


class DamageClaimDiscoverySource(models.TextChoices):
    INSPECTION = "INSPECTION"
    CLEAN = "CLEAN"
    GUEST = "GUEST"
    OWNER = "OWNER"
    SYSTEM = "SYSTEM"
    VENDOR = "VENDOR"


class DamageClaimStatusCode(models.TextChoices):
    OPEN = "OPEN"
    SUBMITTED = "SUBMITTED"
    PARTIAL = "PARTIAL"
    APPEALED = "APPEALED"
    RECOVERED = "RECOVERED"
    DENIED = "DENIED"
    WRITTEN_OFF = "WRITTEN_OFF"
    CLOSED = "CLOSED"


class DamageClaimResponsibleParty(models.TextChoices):
    GUEST = "GUEST"
    OWNER = "OWNER"
    COMPANY = "COMPANY"
    OTA = "OTA"
    INSURER = "INSURER"
    MIXED = "MIXED"
    WRITTEN_OFF = "WRITTEN_OFF"


class ClaimSubmissionStatusCode(models.TextChoices):
    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    PENDING = "PENDING"
    APPROVED = "APPROVED"
    PARTIAL = "PARTIAL"
    DENIED = "DENIED"
    COLLECTED = "COLLECTED"
    WITHDRAWN = "WITHDRAWN"


class ClaimSubmissionOutcome(models.TextChoices):
    FULL_APPROVAL = "FULL_APPROVAL"
    PARTIAL_APPROVAL = "PARTIAL_APPROVAL"
    FULL_DENIAL = "FULL_DENIAL"
    WITHDRAWN = "WITHDRAWN"


class ClaimApprovalPaymentMethod(models.TextChoices):
    CHECK = "CHECK"
    ACH = "ACH"
    CREDIT = "CREDIT"
    OTA_CREDIT = "OTA_CREDIT"
    CARD_CREDIT = "CARD_CREDIT"


class ClaimAppealStatusCode(models.TextChoices):
    PENDING = "PENDING"
    UPHELD = "UPHELD"
    OVERTURNED = "OVERTURNED"
    PARTIAL = "PARTIAL"
    WITHDRAWN = "WITHDRAWN"


DAMAGE_CLAIM_STATUS = Transitions(
    field="status_code",
    values=DamageClaimStatusCode,
    moves={
        DamageClaimStatusCode.OPEN: [
            DamageClaimStatusCode.SUBMITTED,
            DamageClaimStatusCode.RECOVERED,
            DamageClaimStatusCode.WRITTEN_OFF,
            DamageClaimStatusCode.CLOSED,
        ],
        DamageClaimStatusCode.SUBMITTED: [
            DamageClaimStatusCode.PARTIAL,
            DamageClaimStatusCode.RECOVERED,
            DamageClaimStatusCode.DENIED,
        ],
        DamageClaimStatusCode.PARTIAL: [
            DamageClaimStatusCode.SUBMITTED,
            DamageClaimStatusCode.APPEALED,
            DamageClaimStatusCode.RECOVERED,
            DamageClaimStatusCode.WRITTEN_OFF,
            DamageClaimStatusCode.CLOSED,
        ],
        DamageClaimStatusCode.DENIED: [
            DamageClaimStatusCode.APPEALED,
            DamageClaimStatusCode.SUBMITTED,
            DamageClaimStatusCode.WRITTEN_OFF,
            DamageClaimStatusCode.CLOSED,
        ],
        DamageClaimStatusCode.APPEALED: [
            DamageClaimStatusCode.PARTIAL,
            DamageClaimStatusCode.RECOVERED,
            DamageClaimStatusCode.DENIED,
        ],
        DamageClaimStatusCode.RECOVERED: [DamageClaimStatusCode.CLOSED],
        DamageClaimStatusCode.WRITTEN_OFF: [DamageClaimStatusCode.CLOSED],
    },
    reason=frozenset(
        {
            (DamageClaimStatusCode.OPEN, DamageClaimStatusCode.WRITTEN_OFF),
            (DamageClaimStatusCode.SUBMITTED, DamageClaimStatusCode.DENIED),
            (DamageClaimStatusCode.PARTIAL, DamageClaimStatusCode.WRITTEN_OFF),
            (DamageClaimStatusCode.DENIED, DamageClaimStatusCode.WRITTEN_OFF),
            (DamageClaimStatusCode.APPEALED, DamageClaimStatusCode.DENIED),
        }
    ),
    approval=frozenset(
        {
            (DamageClaimStatusCode.OPEN, DamageClaimStatusCode.WRITTEN_OFF),
            (DamageClaimStatusCode.PARTIAL, DamageClaimStatusCode.WRITTEN_OFF),
            (DamageClaimStatusCode.DENIED, DamageClaimStatusCode.WRITTEN_OFF),
        }
    ),
)

CLAIM_SUBMISSION_STATUS = Transitions(
    field="status_code",
    values=ClaimSubmissionStatusCode,
    moves={
        ClaimSubmissionStatusCode.DRAFT: [
            ClaimSubmissionStatusCode.SUBMITTED,
            ClaimSubmissionStatusCode.WITHDRAWN,
        ],
        ClaimSubmissionStatusCode.SUBMITTED: [
            ClaimSubmissionStatusCode.PENDING,
            ClaimSubmissionStatusCode.APPROVED,
            ClaimSubmissionStatusCode.PARTIAL,
            ClaimSubmissionStatusCode.DENIED,
            ClaimSubmissionStatusCode.WITHDRAWN,
        ],
        ClaimSubmissionStatusCode.PENDING: [
            ClaimSubmissionStatusCode.APPROVED,
            ClaimSubmissionStatusCode.PARTIAL,
            ClaimSubmissionStatusCode.DENIED,
            ClaimSubmissionStatusCode.WITHDRAWN,
        ],
        ClaimSubmissionStatusCode.APPROVED: [ClaimSubmissionStatusCode.COLLECTED],
        ClaimSubmissionStatusCode.PARTIAL: [ClaimSubmissionStatusCode.COLLECTED],
    },
    reason=frozenset(
        {
            (ClaimSubmissionStatusCode.DRAFT, ClaimSubmissionStatusCode.WITHDRAWN),
            (ClaimSubmissionStatusCode.SUBMITTED, ClaimSubmissionStatusCode.DENIED),
            (ClaimSubmissionStatusCode.SUBMITTED, ClaimSubmissionStatusCode.WITHDRAWN),
            (ClaimSubmissionStatusCode.PENDING, ClaimSubmissionStatusCode.DENIED),
            (ClaimSubmissionStatusCode.PENDING, ClaimSubmissionStatusCode.WITHDRAWN),
        }
    ),
    approval=frozenset({(ClaimSubmissionStatusCode.DRAFT, ClaimSubmissionStatusCode.SUBMITTED)}),
)
