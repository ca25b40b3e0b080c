"""Closed lists of rooms, and how their statuses move."""

from django.db import models


class BedMattressSize(models.TextChoices):
    TWIN = "twin"
    TWIN_XL = "twin_xl"
    FULL = "full"
    QUEEN = "queen"
    KING = "king"
    CAL_KING = "cal_king"
    CRIB = "crib"


class BedCondition(models.TextChoices):
    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class RoomFeatureType(models.TextChoices):
    CLOSET = "closet"
    OWNER_CLOSET = "owner_closet"
    CABINET = "cabinet"
    SHELF = "shelf"
    BUILT_IN = "built_in"
    STORAGE = "storage"
    FIREPLACE = "fireplace"
    BAR = "bar"
    DESK = "desk"


class RoomFeatureDoorType(models.TextChoices):
    SLIDING = "sliding"
    HINGED = "hinged"
    FOLDING = "folding"
    POCKET = "pocket"
    NONE = "none"
