"""Closed lists of homes, and how their statuses move."""

from django.db import models


class InventoryItemTypeCategory(models.TextChoices):
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


class RoomTypeRoomGroup(models.TextChoices):
    BEDROOM = "bedroom"
    BATHROOM = "bathroom"
    KITCHEN = "kitchen"
    LIVING = "living"
    OUTDOOR = "outdoor"
    UTILITY = "utility"
    OTHER = "other"


class AmenityTypeCategory(models.TextChoices):
    TECHNOLOGY = "technology"
    RECREATION = "recreation"
    CLIMATE = "climate"
    ACCESS = "access"
    OUTDOOR = "outdoor"
    LAUNDRY = "laundry"
    KITCHEN = "kitchen"
    VIEW = "view"
    POLICY = "policy"
    ACCESSIBILITY = "accessibility"
    FAMILY = "family"
    SAFETY = "safety"
    BEACH = "beach"
    COMFORT = "comfort"


class ApplianceTypeCategory(models.TextChoices):
    KITCHEN = "kitchen"
    LAUNDRY = "laundry"
    CLIMATE = "climate"
    PLUMBING = "plumbing"
    ELECTRONICS = "electronics"
    OUTDOOR = "outdoor"


class FixtureTypeCategory(models.TextChoices):
    SINK = "sink"
    TOILET = "toilet"
    BATHING = "bathing"
    FAUCET = "faucet"
    OUTDOOR = "outdoor"
    OTHER = "other"


class SurfaceTypeCategory(models.TextChoices):
    FLOOR = "floor"
    COUNTER = "counter"
    WALL = "wall"
    CEILING = "ceiling"
    CABINET = "cabinet"
    GLASS = "glass"
    DOOR = "door"
    OUTDOOR = "outdoor"
