"""Closed lists of items, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class InventoryItemCategory(models.TextChoices):
    LINENS = "linens"
    KITCHEN = "kitchen"
    BATHROOM = "bathroom"
    CLEANING = "cleaning"
    ELECTRONICS = "electronics"
    FURNITURE = "furniture"
    OUTDOOR = "outdoor"
    SAFETY = "safety"
    OFFICE = "office"
    DECOR = "decor"
    CONSUMABLES = "consumables"
    TOOLS = "tools"


class InventoryItemUnitOfMeasure(models.TextChoices):
    EACH = "each"
    SET = "set"
    PAIR = "pair"
    PACK = "pack"
    CASE = "case"
    ROLL = "roll"
    BOTTLE = "bottle"
    GALLON = "gallon"
    LB = "lb"


class InventoryItemStatus(models.TextChoices):
    ACTIVE = "active"
    INACTIVE = "inactive"
    DISCONTINUED = "discontinued"


class InventoryPurchaseStatus(models.TextChoices):
    REQUESTED = "requested"
    APPROVED = "approved"
    ORDERED = "ordered"
    SHIPPED = "shipped"
    PARTIAL = "partial"
    RECEIVED = "received"
    CANCELLED = "cancelled"


class InventoryPurchaseBillableTo(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    GUEST = "guest"


class InventoryEventType(models.TextChoices):
    RECEIPT = "receipt"
    ISSUE = "issue"
    TRANSFER = "transfer"
    ADJUSTMENT = "adjustment"
    COUNT = "count"
    DAMAGE = "damage"
    LOSS = "loss"
    RETURN = "return"
    DISPOSAL = "disposal"


class InventoryEventReferenceType(models.TextChoices):
    TICKET = "ticket"
    PURCHASE = "purchase"
    INSPECTION = "inspection"
    CLEAN = "clean"
    COUNT = "count"
    LINEN = "linen"
    MANUAL = "manual"


INVENTORY_PURCHASE_STATUS = Transitions(
    field="status",
    values=InventoryPurchaseStatus,
    moves={
        InventoryPurchaseStatus.REQUESTED: [
            InventoryPurchaseStatus.APPROVED,
            InventoryPurchaseStatus.CANCELLED,
        ],
        InventoryPurchaseStatus.APPROVED: [
            InventoryPurchaseStatus.ORDERED,
            InventoryPurchaseStatus.CANCELLED,
        ],
        InventoryPurchaseStatus.ORDERED: [
            InventoryPurchaseStatus.SHIPPED,
            InventoryPurchaseStatus.PARTIAL,
            InventoryPurchaseStatus.RECEIVED,
            InventoryPurchaseStatus.CANCELLED,
        ],
        InventoryPurchaseStatus.SHIPPED: [
            InventoryPurchaseStatus.PARTIAL,
            InventoryPurchaseStatus.RECEIVED,
        ],
        InventoryPurchaseStatus.PARTIAL: [
            InventoryPurchaseStatus.RECEIVED,
            InventoryPurchaseStatus.CANCELLED,
        ],
    },
    reason=frozenset(
        {
            (InventoryPurchaseStatus.REQUESTED, InventoryPurchaseStatus.CANCELLED),
            (InventoryPurchaseStatus.APPROVED, InventoryPurchaseStatus.CANCELLED),
            (InventoryPurchaseStatus.ORDERED, InventoryPurchaseStatus.CANCELLED),
            (InventoryPurchaseStatus.PARTIAL, InventoryPurchaseStatus.CANCELLED),
        }
    ),
    approval=frozenset({(InventoryPurchaseStatus.REQUESTED, InventoryPurchaseStatus.APPROVED)}),
)
