"""Closed lists of webhooks, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class DeliveryStatus(models.TextChoices):
    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    ABANDONED = "abandoned"


DELIVERY_STATUS = Transitions(
    field="status",
    values=DeliveryStatus,
    moves={
        DeliveryStatus.PENDING: [
            DeliveryStatus.DELIVERED,
            DeliveryStatus.FAILED,
            DeliveryStatus.ABANDONED,
        ],
        DeliveryStatus.FAILED: [
            DeliveryStatus.PENDING,
            DeliveryStatus.DELIVERED,
            DeliveryStatus.ABANDONED,
        ],
        # A replay starts over.
        DeliveryStatus.DELIVERED: [DeliveryStatus.PENDING],
        DeliveryStatus.ABANDONED: [DeliveryStatus.PENDING],
    },
)
