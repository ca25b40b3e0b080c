"""Closed lists of markets, and how their statuses move."""

from django.db import models


class MarketListingPropertyType(models.TextChoices):
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    COTTAGE = "cottage"
    OTHER = "other"


class MarketRatePropertyType(models.TextChoices):
    ALL = "all"
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    OTHER = "other"


class MarketOccupancyPeriodType(models.TextChoices):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class MarketTrendType(models.TextChoices):
    RATE = "rate"
    OCCUPANCY = "occupancy"
    SUPPLY = "supply"
    DEMAND = "demand"
    BOOKING_WINDOW = "booking_window"
    REGULATION = "regulation"
    TOURISM = "tourism"
    AIRLIFT = "airlift"
    EVENT = "event"


class MarketTrendDirection(models.TextChoices):
    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class MarketTrendConfidenceLevel(models.TextChoices):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class MarketTrendImpact(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class CompetitorPropertyType(models.TextChoices):
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    OTHER = "other"


class CompetitorPropertyViewType(models.TextChoices):
    OCEAN_FRONT = "ocean_front"
    OCEAN_VIEW = "ocean_view"
    PARTIAL_OCEAN = "partial_ocean"
    GARDEN = "garden"
    MOUNTAIN = "mountain"
    POOL = "pool"
    NONE = "none"


class CompetitorPropertyRentalStatus(models.TextChoices):
    ACTIVE_STR = "active_str"
    RENTAL_POOL = "rental_pool"
    LONG_TERM = "long_term"
    OWNER_OCCUPIED = "owner_occupied"
    VACANT = "vacant"
    UNKNOWN = "unknown"


class CompetitorPropertyOurStatus(models.TextChoices):
    WATCHING = "watching"
    TARGET = "target"
    IN_PURSUIT = "in_pursuit"
    PROPOSAL_SENT = "proposal_sent"
    CONVERTED = "converted"
    DECLINED = "declined"
    LOST = "lost"
    NOT_PURSUING = "not_pursuing"


class DataSourceType(models.TextChoices):
    API = "api"
    SCRAPE = "scrape"
    FILE = "file"
    MANUAL = "manual"
    COUNTY = "county"
    SUBSCRIPTION = "subscription"


class DataSourceRefreshFrequency(models.TextChoices):
    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    MANUAL = "manual"


class DataSourceLastStatus(models.TextChoices):
    NEVER_RUN = "never_run"
    SUCCESS = "success"
    PARTIAL = "partial"
    ERROR = "error"


class CompetitiveSetCompetitionLevel(models.TextChoices):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
