"""Closed lists of access, and how their statuses move."""

from django.db import models


class DoorType(models.TextChoices):
    ENTRY = "entry"
    INTERIOR = "interior"
    SLIDING = "sliding"
    CLOSET = "closet"
    GARAGE = "garage"
    GATE = "gate"


class DoorMaterial(models.TextChoices):
    WOOD = "wood"
    METAL = "metal"
    GLASS = "glass"
    FIBERGLASS = "fiberglass"
    COMPOSITE = "composite"


class LockType(models.TextChoices):
    DEADBOLT = "deadbolt"
    KNOB = "knob"
    SMART = "smart"
    KEYPAD = "keypad"
    BIOMETRIC = "biometric"
    LOCKBOX = "lockbox"
    PADLOCK = "padlock"


class LockStatus(models.TextChoices):
    ACTIVE = "active"
    LOW_BATTERY = "low_battery"
    OFFLINE = "offline"
    BROKEN = "broken"
    REPLACED = "replaced"


class KeyCheckoutStatus(models.TextChoices):
    OUT = "out"
    RETURNED = "returned"
    OVERDUE = "overdue"
    LOST = "lost"


class AccessCodeType(models.TextChoices):
    DOOR = "door"
    GATE = "gate"
    GARAGE = "garage"
    LOCKBOX = "lockbox"
    WIFI = "wifi"
    ALARM = "alarm"
    ELEVATOR = "elevator"
    POOL = "pool"


class AccessCodeAudience(models.TextChoices):
    MASTER = "master"
    GUEST = "guest"
    VENDOR = "vendor"
    OWNER = "owner"
    CLEANER = "cleaner"
