"""Closed lists of providers, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ConciergeBookingType(models.TextChoices):
    ACTIVITY = "activity"
    TOUR = "tour"
    DINING = "dining"
    SPA = "spa"
    TRANSPORT = "transport"
    RENTAL = "rental"
    GROCERY = "grocery"
    CHEF = "chef"
    OTHER = "other"


class ConciergeBookingStatus(models.TextChoices):
    REQUESTED = "requested"
    PENDING = "pending"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    COMPLETED = "completed"
    NO_SHOW = "no_show"


class ConciergeBookingPaidBy(models.TextChoices):
    GUEST = "guest"
    COMPANY = "company"
    OWNER = "owner"


class BookingConfirmationType(models.TextChoices):
    INITIAL = "initial"
    REMINDER = "reminder"
    UPDATED = "updated"
    CANCELLED = "cancelled"


class BookingConfirmationStatus(models.TextChoices):
    PENDING = "pending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    CONFIRMED = "confirmed"


class ServiceProviderPaymentTerms(models.TextChoices):
    PREPAID = "prepaid"
    ON_SITE = "on_site"
    INVOICE = "invoice"
    COMMISSION_ONLY = "commission_only"


class ServiceProviderStatus(models.TextChoices):
    PROSPECT = "prospect"
    ACTIVE = "active"
    PAUSED = "paused"
    INACTIVE = "inactive"


class ServiceOfferingPriceType(models.TextChoices):
    PER_PERSON = "per_person"
    PER_GROUP = "per_group"
    PER_HOUR = "per_hour"
    PER_ITEM = "per_item"
    QUOTE = "quote"


CONCIERGE_BOOKING_STATUS = Transitions(
    field="status",
    values=ConciergeBookingStatus,
    moves={
        ConciergeBookingStatus.REQUESTED: [
            ConciergeBookingStatus.PENDING,
            ConciergeBookingStatus.CONFIRMED,
            ConciergeBookingStatus.CANCELLED,
        ],
        ConciergeBookingStatus.PENDING: [
            ConciergeBookingStatus.CONFIRMED,
            ConciergeBookingStatus.CANCELLED,
        ],
        ConciergeBookingStatus.CONFIRMED: [
            ConciergeBookingStatus.COMPLETED,
            ConciergeBookingStatus.CANCELLED,
            ConciergeBookingStatus.NO_SHOW,
        ],
    },
    reason=frozenset(
        {
            (ConciergeBookingStatus.REQUESTED, ConciergeBookingStatus.CANCELLED),
            (ConciergeBookingStatus.PENDING, ConciergeBookingStatus.CANCELLED),
            (ConciergeBookingStatus.CONFIRMED, ConciergeBookingStatus.CANCELLED),
            (ConciergeBookingStatus.CONFIRMED, ConciergeBookingStatus.NO_SHOW),
        }
    ),
)
