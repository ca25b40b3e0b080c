"""Closed lists of prospects, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ProspectStatus(models.TextChoices):
    NEW = "new"
    CONTACTED = "contacted"
    QUALIFIED = "qualified"
    PROPOSAL_SENT = "proposal_sent"
    NEGOTIATING = "negotiating"
    WON = "won"
    LOST = "lost"
    NURTURE = "nurture"


class ProspectPriority(models.TextChoices):
    HOT = "hot"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ProspectLeadTemperature(models.TextChoices):
    COLD = "cold"
    WARM = "warm"
    HOT = "hot"


class ProspectType(models.TextChoices):
    INDIVIDUAL = "individual"
    LLC = "llc"
    TRUST = "trust"
    CORPORATION = "corporation"
    PARTNERSHIP = "partnership"


class ProspectLostReason(models.TextChoices):
    FEE = "fee"
    COMPETITOR = "competitor"
    SELF_MANAGE = "self_manage"
    NOT_RENTING = "not_renting"
    SOLD = "sold"
    TIMING = "timing"
    NO_RESPONSE = "no_response"
    OTHER = "other"


class ProspectPropertyStatus(models.TextChoices):
    IDENTIFIED = "identified"
    EVALUATING = "evaluating"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    WON = "won"
    LOST = "lost"


class ProspectPropertyLostReason(models.TextChoices):
    FEE = "fee"
    COMPETITOR = "competitor"
    SELF_MANAGE = "self_manage"
    CONDITION = "condition"
    REGULATION = "regulation"
    SOLD = "sold"
    TIMING = "timing"
    OTHER = "other"


class LeadSourceCategory(models.TextChoices):
    ORGANIC = "organic"
    PAID = "paid"
    REFERRAL = "referral"
    DATA_DRIVEN = "data_driven"
    PARTNER = "partner"
    EVENT = "event"


class LeadActivityType(models.TextChoices):
    CALL = "call"
    EMAIL = "email"
    SMS = "sms"
    MEETING = "meeting"
    SITE_VISIT = "site_visit"
    DIRECT_MAIL = "direct_mail"
    PROPOSAL_SENT = "proposal_sent"
    CONTRACT_SENT = "contract_sent"
    NOTE = "note"


class LeadActivityOutcome(models.TextChoices):
    CONNECTED = "connected"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no_answer"
    SCHEDULED_FOLLOWUP = "scheduled_followup"
    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    BOUNCED = "bounced"
    COMPLETED = "completed"


PROSPECT_STATUS = Transitions(
    field="status",
    values=ProspectStatus,
    moves={
        ProspectStatus.NEW: [ProspectStatus.CONTACTED, ProspectStatus.NURTURE, ProspectStatus.LOST],
        ProspectStatus.CONTACTED: [
            ProspectStatus.QUALIFIED,
            ProspectStatus.NURTURE,
            ProspectStatus.LOST,
        ],
        ProspectStatus.QUALIFIED: [
            ProspectStatus.PROPOSAL_SENT,
            ProspectStatus.NURTURE,
            ProspectStatus.LOST,
        ],
        ProspectStatus.PROPOSAL_SENT: [
            ProspectStatus.NEGOTIATING,
            ProspectStatus.WON,
            ProspectStatus.LOST,
            ProspectStatus.NURTURE,
        ],
        ProspectStatus.NEGOTIATING: [
            ProspectStatus.WON,
            ProspectStatus.LOST,
            ProspectStatus.NURTURE,
        ],
        ProspectStatus.NURTURE: [ProspectStatus.CONTACTED, ProspectStatus.LOST],
        ProspectStatus.LOST: [ProspectStatus.NURTURE, ProspectStatus.CONTACTED],
    },
    reason=frozenset(
        {
            (ProspectStatus.NEW, ProspectStatus.LOST),
            (ProspectStatus.CONTACTED, ProspectStatus.LOST),
            (ProspectStatus.QUALIFIED, ProspectStatus.LOST),
            (ProspectStatus.PROPOSAL_SENT, ProspectStatus.LOST),
            (ProspectStatus.NEGOTIATING, ProspectStatus.LOST),
            (ProspectStatus.NURTURE, ProspectStatus.LOST),
        }
    ),
)
