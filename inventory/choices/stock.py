"""Closed lists of stock, and how their statuses move."""

from django.db import models


class RoomStockCondition(models.TextChoices):
    NEW = "new"
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class RoomStockStatus(models.TextChoices):
    GOOD = "good"
    DAMAGED = "damaged"
    MISSING = "missing"
    REPLACED = "replaced"
    REMOVED = "removed"


class OwnerItemCategory(models.TextChoices):
    FURNITURE = "furniture"
    ELECTRONICS = "electronics"
    ART = "art"
    DECOR = "decor"
    KITCHEN = "kitchen"
    OUTDOOR = "outdoor"
    OTHER = "other"


class OwnerItemCondition(models.TextChoices):
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class OwnerItemStatus(models.TextChoices):
    AT_PROPERTY = "at_property"
    IN_STORAGE = "in_storage"
    REMOVED = "removed"
    DAMAGED = "damaged"
    LOST = "lost"


class CompanyAssetStatus(models.TextChoices):
    AVAILABLE = "available"
    ASSIGNED = "assigned"
    IN_USE = "in_use"
    MAINTENANCE = "maintenance"
    LOST = "lost"
    RETIRED = "retired"


class CompanyAssetDepreciationMethod(models.TextChoices):
    STRAIGHT_LINE = "straight_line"
    DECLINING_BALANCE = "declining_balance"
    NONE = "none"


class StorageLocationType(models.TextChoices):
    WAREHOUSE = "warehouse"
    AREA = "area"
    ZONE = "zone"
    AISLE = "aisle"
    SHELF = "shelf"
    BIN = "bin"
    VEHICLE = "vehicle"
