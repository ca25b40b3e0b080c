"""Closed lists of content, and how their statuses move."""

from django.db import models


class ListingTitleStatus(models.TextChoices):
    DRAFT = "draft"
    APPROVED = "approved"
    LIVE = "live"
    RETIRED = "retired"


class ListingDescriptionSection(models.TextChoices):
    SUMMARY = "summary"
    SPACE = "space"
    ACCESS = "access"
    NEIGHBORHOOD = "neighborhood"
    INTERACTION = "interaction"
    RULES = "rules"
    OTHER_NOTES = "other_notes"
    HEADLINE = "headline"
    TRANSIT = "transit"


class ListingDescriptionStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_REVIEW = "pending_review"
    ACTIVE = "active"
    ARCHIVED = "archived"


class ListingPhotoSeason(models.TextChoices):
    ALL = "all"
    SUMMER = "summer"
    WINTER = "winter"
    HOLIDAY = "holiday"


class ListingPhotoStatus(models.TextChoices):
    PENDING = "pending"
    ACTIVE = "active"
    HIDDEN = "hidden"
    REJECTED = "rejected"


class ListingSeoContentStatus(models.TextChoices):
    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class VirtualTourType(models.TextChoices):
    MATTERPORT = "matterport"
    VIDEO = "video"
    N360_PHOTO = "360_photo"
    SLIDESHOW = "slideshow"
    DRONE = "drone"


class FloorPlanType(models.TextChoices):
    N2D = "2d"
    N3D = "3d"
    INTERACTIVE = "interactive"
    SKETCH = "sketch"


class NeighborhoodContentSection(models.TextChoices):
    OVERVIEW = "overview"
    BEACHES = "beaches"
    DINING = "dining"
    ACTIVITIES = "activities"
    SHOPPING = "shopping"
    GETTING_AROUND = "getting_around"
    SAFETY = "safety"
