"""Closed lists of assets, and how their statuses move."""

from django.db import models


class ApplianceCondition(models.TextChoices):
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class ApplianceOwnership(models.TextChoices):
    OWNER = "owner"
    COMPANY = "company"
    HOA = "hoa"


class ApplianceStatus(models.TextChoices):
    ACTIVE = "active"
    NEEDS_REPAIR = "needs_repair"
    OUT_OF_SERVICE = "out_of_service"
    REPLACED = "replaced"


class SurfaceMaterial(models.TextChoices):
    GRANITE = "granite"
    QUARTZ = "quartz"
    MARBLE = "marble"
    TILE = "tile"
    HARDWOOD = "hardwood"
    LAMINATE = "laminate"
    VINYL = "vinyl"
    CARPET = "carpet"
    CONCRETE = "concrete"
    GLASS = "glass"
    WOOD = "wood"
    STONE = "stone"
    DRYWALL = "drywall"
    OTHER = "other"


class LightFixtureType(models.TextChoices):
    CEILING = "ceiling"
    RECESSED = "recessed"
    PENDANT = "pendant"
    SCONCE = "sconce"
    LAMP = "lamp"
    UNDER_CABINET = "under_cabinet"
    FAN_LIGHT = "fan_light"
    OUTDOOR = "outdoor"


class LightBulbType(models.TextChoices):
    LED = "led"
    INCANDESCENT = "incandescent"
    FLUORESCENT = "fluorescent"
    HALOGEN = "halogen"
    SMART_LED = "smart_led"


class WindowCoveringType(models.TextChoices):
    BLINDS = "blinds"
    CURTAINS = "curtains"
    SHADES = "shades"
    SHUTTERS = "shutters"
    DRAPES = "drapes"


class SafetyItemType(models.TextChoices):
    SMOKE_DETECTOR = "smoke_detector"
    CO_DETECTOR = "co_detector"
    FIRE_EXTINGUISHER = "fire_extinguisher"
    FIRST_AID = "first_aid"
    FLASHLIGHT = "flashlight"
    POOL_ALARM = "pool_alarm"
    DOOR_ALARM = "door_alarm"
    LIFE_RING = "life_ring"
    AED = "aed"
    SAFE = "safe"
    ESCAPE_LADDER = "escape_ladder"


class SafetyItemStatus(models.TextChoices):
    ACTIVE = "active"
    NEEDS_REPLACEMENT = "needs_replacement"
    EXPIRED = "expired"
    MISSING = "missing"
    RETIRED = "retired"
