"""Console pages: journeys."""

from django.contrib import admin

from core.admin import EntityAdmin, JournalAdmin
from reservations.models import GuestJourney, Review, Touchpoint


@admin.register(GuestJourney)
class GuestJourneyAdmin(EntityAdmin):
    """Where a stay stands on its way."""

    list_display = (
        "number",
        "reservation",
        "journey_status",
        "current_stage",
        "assigned_type",
        "stage_entered_at",
        "sentiment_score",
        "touchpoint_count",
    )
    panels = ("touchpoints", "reviews")


@admin.register(Review)
class ReviewAdmin(EntityAdmin):
    """Reviews and our replies."""

    list_display = (
        "number",
        "review_date",
        "property",
        "guest",
        "source",
        "overall_rating",
        "review_title",
        "response_status",
    )


admin.site.register(Touchpoint, JournalAdmin)
