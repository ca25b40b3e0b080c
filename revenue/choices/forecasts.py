"""Closed lists of forecasts, and how their statuses move."""

from django.db import models


class CompetitorRateSource(models.TextChoices):
    SCRAPE = "scrape"
    API = "api"
    MANUAL = "manual"
    IMPORT = "import"


class MarketMeasurePeriodType(models.TextChoices):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class MarketMeasurePropertyType(models.TextChoices):
    ALL = "all"
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    OTHER = "other"


class MarketMeasureSegment(models.TextChoices):
    FAMILY = "family"
    COUPLE = "couple"
    GROUP = "group"
    BUSINESS = "business"
    LUXURY = "luxury"
    ALL = "all"


class MarketMeasureSource(models.TextChoices):
    AIRDNA = "airdna"
    KEYDATA = "keydata"
    SCRAPE = "scrape"
    COUNTY = "county"
    TOURISM_AUTHORITY = "tourism_authority"
    MANUAL = "manual"


class RevenueForecastScenario(models.TextChoices):
    CONSERVATIVE = "conservative"
    BASE = "base"
    OPTIMISTIC = "optimistic"
