"""Closed lists of places, and how their statuses move."""

from django.db import models


class CityType(models.TextChoices):
    CITY = "city"
    TOWN = "town"
    DISTRICT = "district"
    VILLAGE = "village"


class County(models.TextChoices):
    """Counties that levy taxes of their own."""

    HONOLULU = "honolulu"
    MAUI = "maui"
    HAWAII = "hawaii"
    KAUAI = "kauai"


class AreaType(models.TextChoices):
    ZONE = "zone"
    RESORT_DISTRICT = "resort_district"
    DISTRICT = "district"
    NEIGHBORHOOD = "neighborhood"
    CITY_WIDE = "city_wide"


class PointOfInterestPoiType(models.TextChoices):
    BEACH = "beach"
    RESTAURANT = "restaurant"
    ACTIVITY = "activity"
    ATTRACTION = "attraction"
    SHOP = "shop"
    SERVICE = "service"
    LANDMARK = "landmark"
    AIRPORT = "airport"
    GROCERY = "grocery"
    HOSPITAL = "hospital"
    PARK = "park"
    GOLF = "golf"
    SPA = "spa"


class PointOfInterestPriceLevel(models.TextChoices):
    BUDGET = "$"
    MODERATE = "$$"
    UPSCALE = "$$$"
    LUXURY = "$$$$"
