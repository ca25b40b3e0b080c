"""Closed lists of places, and how their statuses move."""

from django.db import models


class LocalTipType(models.TextChoices):
    VIEWPOINT = "viewpoint"
    TIDE_POOL = "tide_pool"
    NATURAL_WONDER = "natural_wonder"
    PHOTO_SPOT = "photo_spot"
    LOCAL_FOOD = "local_food"
    CULTURE = "culture"
    SAFETY = "safety"
    PARKING = "parking"
    SEASONAL = "seasonal"
    SHOPPING = "shopping"
    KIDS = "kids"


class LocalTipAccessType(models.TextChoices):
    ROADSIDE = "roadside"
    SHORT_HIKE = "short_hike"
    HIKE = "hike"
    BOAT = "boat"
    DRIVE = "drive"


class LocalTipRiskLevel(models.TextChoices):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    EXTREME = "extreme"


class AttractionType(models.TextChoices):
    BEACH = "beach"
    LANDMARK = "landmark"
    MUSEUM = "museum"
    GARDEN = "garden"
    PARK = "park"
    SHOP = "shop"
    SHOPPING_CENTER = "shopping_center"
    AQUARIUM = "aquarium"
    FARM = "farm"
    VIEWPOINT = "viewpoint"
    OTHER = "other"


class AttractionPriceLevel(models.TextChoices):
    BUDGET = "$"
    MODERATE = "$$"
    UPSCALE = "$$$"
    LUXURY = "$$$$"


class AttractionParkingType(models.TextChoices):
    FREE = "free"
    LOT = "lot"
    GARAGE = "garage"
    STREET = "street"
    NONE = "none"


class AttractionSnorkelingQuality(models.TextChoices):
    NONE = "none"
    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"
    EXCELLENT = "excellent"


class AttractionStatus(models.TextChoices):
    ACTIVE = "active"
    INACTIVE = "inactive"
    SEASONAL = "seasonal"
    CLOSED = "closed"


class RestaurantDressCode(models.TextChoices):
    CASUAL = "casual"
    RESORT_CASUAL = "resort_casual"
    SMART = "smart"
    FORMAL = "formal"


class ActivityType(models.TextChoices):
    HIKE = "hike"
    SNORKEL = "snorkel"
    SCUBA = "scuba"
    SURF = "surf"
    LUAU = "luau"
    BOAT_TOUR = "boat_tour"
    HELICOPTER = "helicopter"
    ZIPLINE = "zipline"
    GOLF = "golf"
    SPA = "spa"
    WHALE_WATCH = "whale_watch"
    KAYAK = "kayak"
    FISHING = "fishing"
    HORSEBACK = "horseback"
    FARM_TOUR = "farm_tour"
    CULTURAL = "cultural"
    SCENIC_DRIVE = "scenic_drive"
    OTHER = "other"


class ActivityDifficulty(models.TextChoices):
    EASY = "easy"
    MODERATE = "moderate"
    HARD = "hard"
    EXPERT = "expert"
