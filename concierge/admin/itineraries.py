"""Console pages: itineraries."""

from django.contrib import admin

from concierge.models import (
    ActivityRecommendation,
    ExperienceRating,
    Itinerary,
    ItineraryItem,
    RecommendationFeedback,
)
from core.admin import BaseAdmin, EntityAdmin, JournalAdmin, inline


@admin.register(Itinerary)
class ItineraryAdmin(EntityAdmin):
    """Trips, day by day."""

    inlines = (
        inline(
            ItineraryItem,
            limit=40,
            fields=(
                "day_number",
                "start_time",
                "title",
                "item_type",
                "booking_status",
                "estimated_cost",
            ),
        ),
    )


admin.site.register(ItineraryItem, BaseAdmin)
admin.site.register(ActivityRecommendation, EntityAdmin)
admin.site.register(
    [
        RecommendationFeedback,
        ExperienceRating,
    ],
    JournalAdmin,
)
