"""Closed lists of properties, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class ResortPropertyType(models.TextChoices):
    CONDO = "condo"
    TOWNHOUSE = "townhouse"
    RESORT = "resort"
    HOTEL = "hotel"
    VILLA_COMPLEX = "villa_complex"


class ResortStatus(models.TextChoices):
    ACTIVE = "active"
    INACTIVE = "inactive"


class PropertyType(models.TextChoices):
    CONDO = "condo"
    HOUSE = "house"
    TOWNHOUSE = "townhouse"
    VILLA = "villa"
    COTTAGE = "cottage"
    STUDIO = "studio"
    ESTATE = "estate"


class PropertyViewType(models.TextChoices):
    OCEAN_FRONT = "ocean_front"
    OCEAN_VIEW = "ocean_view"
    PARTIAL_OCEAN = "partial_ocean"
    GARDEN = "garden"
    MOUNTAIN = "mountain"
    POOL = "pool"
    GOLF = "golf"
    CITY = "city"
    NONE = "none"


class PropertyParkingType(models.TextChoices):
    COVERED = "covered"
    UNCOVERED = "uncovered"
    GARAGE = "garage"
    STREET = "street"
    VALET = "valet"
    NONE = "none"


class PropertyPetPolicy(models.TextChoices):
    NO_PETS = "no_pets"
    SMALL_DOGS = "small_dogs"
    DOGS_OK = "dogs_ok"
    CATS_OK = "cats_ok"
    PETS_OK = "pets_ok"
    SERVICE_ANIMALS_ONLY = "service_animals_only"


class PropertySmokingPolicy(models.TextChoices):
    NO_SMOKING = "no_smoking"
    LANAI_ONLY = "lanai_only"
    ALLOWED = "allowed"


class PropertyStatus(models.TextChoices):
    ACTIVE = "active"
    INACTIVE = "inactive"
    ONBOARDING = "onboarding"
    OFFBOARDING = "offboarding"
    MAINTENANCE_HOLD = "maintenance_hold"
    LONG_TERM_RENTAL = "long_term_rental"
    OWNER_HOLD = "owner_hold"
    CHURNED = "churned"


class PropertyManagementStatus(models.TextChoices):
    MANAGED = "managed"
    OWNER_HOLD = "owner_hold"
    OFF_MARKET = "off_market"
    OFFBOARDING = "offboarding"
    TERMINATED = "terminated"


class PropertyClass(models.TextChoices):
    LUXURY = "luxury"
    PREMIUM = "premium"
    STANDARD = "standard"


class PropertyListingStatus(models.TextChoices):
    LISTED = "listed"
    UNLISTED = "unlisted"
    OWNER_HOLD = "owner_hold"
    SUSPENDED = "suspended"


class PropertyRuleCategory(models.TextChoices):
    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    NOISE = "noise"
    PARKING = "parking"
    POOL = "pool"
    PETS = "pets"
    SMOKING = "smoking"
    EVENTS = "events"
    TRASH = "trash"
    GENERAL = "general"


PROPERTY_STATUS = Transitions(
    field="status",
    values=PropertyStatus,
    moves={
        PropertyStatus.ONBOARDING: [PropertyStatus.ACTIVE, PropertyStatus.INACTIVE],
        PropertyStatus.ACTIVE: [
            PropertyStatus.INACTIVE,
            PropertyStatus.MAINTENANCE_HOLD,
            PropertyStatus.LONG_TERM_RENTAL,
            PropertyStatus.OWNER_HOLD,
            PropertyStatus.OFFBOARDING,
        ],
        PropertyStatus.MAINTENANCE_HOLD: [
            PropertyStatus.ACTIVE,
            PropertyStatus.INACTIVE,
            PropertyStatus.OFFBOARDING,
        ],
        PropertyStatus.LONG_TERM_RENTAL: [
            PropertyStatus.ACTIVE,
            PropertyStatus.INACTIVE,
            PropertyStatus.OFFBOARDING,
        ],
        PropertyStatus.OWNER_HOLD: [
            PropertyStatus.ACTIVE,
            PropertyStatus.INACTIVE,
            PropertyStatus.OFFBOARDING,
        ],
        PropertyStatus.INACTIVE: [PropertyStatus.ACTIVE, PropertyStatus.OFFBOARDING],
        PropertyStatus.OFFBOARDING: [PropertyStatus.CHURNED, PropertyStatus.ACTIVE],
    },
    reason=frozenset(
        {
            (PropertyStatus.ACTIVE, PropertyStatus.OFFBOARDING),
            (PropertyStatus.MAINTENANCE_HOLD, PropertyStatus.OFFBOARDING),
            (PropertyStatus.LONG_TERM_RENTAL, PropertyStatus.OFFBOARDING),
            (PropertyStatus.OWNER_HOLD, PropertyStatus.OFFBOARDING),
            (PropertyStatus.INACTIVE, PropertyStatus.OFFBOARDING),
        }
    ),
    approval=frozenset(
        {
            (PropertyStatus.ACTIVE, PropertyStatus.MAINTENANCE_HOLD),
            (PropertyStatus.ACTIVE, PropertyStatus.LONG_TERM_RENTAL),
        }
    ),
)
