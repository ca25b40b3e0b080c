"""Console pages: itineraries."""

from django.contrib import admin

from concierge.models import (
    ActivityRecommendation,
    ExperienceRating,
    Itinerary,
    ItineraryItem,
    RecommendationFeedback,
)
from core.admin import BaseAdmin, EntityAdmin, LogAdmin

admin.site.register(
    [
        Itinerary,
        ActivityRecommendation,
    ],
    EntityAdmin,
)
admin.site.register(ItineraryItem, BaseAdmin)
admin.site.register(
    [
        RecommendationFeedback,
        ExperienceRating,
    ],
    LogAdmin,
)
