"""Closed lists of parcels, and how their statuses move."""

from django.db import models


class MarketPropertyType(models.TextChoices):
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    LAND = "land"


class MarketPropertyViewType(models.TextChoices):
    OCEAN_FRONT = "ocean_front"
    OCEAN_VIEW = "ocean_view"
    PARTIAL_OCEAN = "partial_ocean"
    GARDEN = "garden"
    MOUNTAIN = "mountain"
    POOL = "pool"
    NONE = "none"


class MarketPropertyRentalStatus(models.TextChoices):
    ACTIVE_STR = "active_str"
    RENTAL_POOL = "rental_pool"
    LONG_TERM = "long_term"
    OWNER_OCCUPIED = "owner_occupied"
    VACANT = "vacant"
    UNKNOWN = "unknown"


class MarketPropertyOwnershipStatus(models.TextChoices):
    STABLE = "stable"
    RECENTLY_SOLD = "recently_sold"
    FOR_SALE = "for_sale"
    PENDING_SALE = "pending_sale"


class MarketPropertyOurStatus(models.TextChoices):
    WATCHING = "watching"
    TARGET = "target"
    IN_PURSUIT = "in_pursuit"
    PROPOSAL_SENT = "proposal_sent"
    CONVERTED = "converted"
    DECLINED = "declined"
    LOST = "lost"
    NOT_PURSUING = "not_pursuing"


class ParcelManagerSource(models.TextChoices):
    SCRAPE = "scrape"
    COUNTY = "county"
    MANUAL = "manual"
    REFERRAL = "referral"


class ParcelSaleType(models.TextChoices):
    ARMS_LENGTH = "arms_length"
    FAMILY = "family"
    FORECLOSURE = "foreclosure"
    TRUST_TRANSFER = "trust_transfer"
    UNKNOWN = "unknown"


class ParcelSaleSource(models.TextChoices):
    COUNTY_API = "county_api"
    COUNTY_SCRAPE = "county_scrape"
    MANUAL = "manual"


class ParcelReviewSentiment(models.TextChoices):
    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"
