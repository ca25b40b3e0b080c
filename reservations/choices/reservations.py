"""Closed lists of reservations, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ReservationStatus(models.TextChoices):
    INQUIRY = "inquiry"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


#: Statuses of stays whose guests have not come yet.
NOT_BEGUN = (ReservationStatus.INQUIRY, ReservationStatus.PENDING, ReservationStatus.CONFIRMED)
#: Statuses of stays that do not take place.
OFF = (ReservationStatus.CANCELLED, ReservationStatus.NO_SHOW)
#: Statuses that leave the nights to others; the same as in the exclusion constraint.
NOT_BLOCKING = (*OFF, ReservationStatus.INQUIRY)


class ReservationDepositStatus(models.TextChoices):
    NONE = "none"
    AUTHORIZED = "authorized"
    HELD = "held"
    RELEASED = "released"
    PARTIAL_CHARGE = "partial_charge"
    CHARGED = "charged"


class ReservationType(models.TextChoices):
    GUEST = "guest"
    OWNER = "owner"
    OWNER_GUEST = "owner_guest"
    MAINTENANCE = "maintenance"
    HOLD = "hold"
    COMPLIMENTARY = "complimentary"


#: Stays of owners: no commission, and their own clean.
OWNERS = (ReservationType.OWNER, ReservationType.OWNER_GUEST)


class ReservationPaymentStatus(models.TextChoices):
    PENDING = "pending"
    DEPOSIT_PAID = "deposit_paid"
    PARTIAL = "partial"
    PAID = "paid"
    REFUNDED = "refunded"
    PARTIALLY_REFUNDED = "partially_refunded"
    FAILED = "failed"


class ReservationCancellationPolicy(models.TextChoices):
    FLEXIBLE = "flexible"
    MODERATE = "moderate"
    FIRM = "firm"
    STRICT = "strict"
    NON_REFUNDABLE = "non_refundable"


class ReservationCancelledBy(models.TextChoices):
    GUEST = "guest"
    HOST = "host"
    PLATFORM = "platform"
    OWNER = "owner"
    SYSTEM = "system"


class ReservationTransportationMethod(models.TextChoices):
    CAR = "car"
    RENTAL = "rental"
    SHUTTLE = "shuttle"
    RIDESHARE = "rideshare"
    OTHER = "other"


class ReservationFeeCalculationType(models.TextChoices):
    FLAT = "flat"
    PERCENT = "percent"
    PER_NIGHT = "per_night"
    PER_GUEST = "per_guest"
    PER_PET = "per_pet"


class ReservationFeeBillableTo(models.TextChoices):
    GUEST = "guest"
    OWNER = "owner"
    COMPANY = "company"


class ReservationFeeSource(models.TextChoices):
    CHANNEL = "channel"
    RULE = "rule"
    MANUAL = "manual"


class StayGuestType(models.TextChoices):
    ADULT = "adult"
    CHILD = "child"
    INFANT = "infant"


class StayGuestRelationshipToPrimary(models.TextChoices):
    SPOUSE = "spouse"
    FAMILY = "family"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    CHILD = "child"
    OTHER = "other"


class ReservationFinancialsOwnerPayoutStatus(models.TextChoices):
    PENDING = "pending"
    SCHEDULED = "scheduled"
    PAID = "paid"
    HELD = "held"


class LegacyDamageClaimStatus(models.TextChoices):
    OPEN = "open"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PAID = "paid"
    DENIED = "denied"
    WRITTEN_OFF = "written_off"
    CLOSED = "closed"


class LegacyDamageClaimRecoveredFrom(models.TextChoices):
    GUEST = "guest"
    INSURANCE = "insurance"
    PLATFORM = "platform"
    OWNER = "owner"


RESERVATION_STATUS = Transitions(
    field="status",
    values=ReservationStatus,
    moves={
        ReservationStatus.INQUIRY: [
            ReservationStatus.PENDING,
            ReservationStatus.CONFIRMED,
            ReservationStatus.CANCELLED,
        ],
        ReservationStatus.PENDING: [ReservationStatus.CONFIRMED, ReservationStatus.CANCELLED],
        ReservationStatus.CONFIRMED: [
            ReservationStatus.CHECKED_IN,
            ReservationStatus.CANCELLED,
            ReservationStatus.NO_SHOW,
        ],
        # Back again: what was tapped by mistake, and stays that a channel brings back.
        ReservationStatus.CHECKED_IN: [ReservationStatus.CHECKED_OUT, ReservationStatus.CONFIRMED],
        ReservationStatus.CHECKED_OUT: [ReservationStatus.CHECKED_IN],
        ReservationStatus.NO_SHOW: [ReservationStatus.CANCELLED, ReservationStatus.CONFIRMED],
        ReservationStatus.CANCELLED: [ReservationStatus.CONFIRMED],
    },
    reason=frozenset(
        {
            (ReservationStatus.INQUIRY, ReservationStatus.CANCELLED),
            (ReservationStatus.PENDING, ReservationStatus.CANCELLED),
            (ReservationStatus.CONFIRMED, ReservationStatus.CANCELLED),
            (ReservationStatus.CONFIRMED, ReservationStatus.NO_SHOW),
            (ReservationStatus.NO_SHOW, ReservationStatus.CANCELLED),
            (ReservationStatus.NO_SHOW, ReservationStatus.CONFIRMED),
            (ReservationStatus.CHECKED_IN, ReservationStatus.CONFIRMED),
            (ReservationStatus.CHECKED_OUT, ReservationStatus.CHECKED_IN),
            (ReservationStatus.CANCELLED, ReservationStatus.CONFIRMED),
        }
    ),
)
