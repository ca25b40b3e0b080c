"""Console pages: journeys."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html

from core.admin import EntityAdmin, JournalAdmin
from core.admin.access import allowed
from reservations.models import GuestJourney, Review, Touchpoint
from reservations.selectors.timeline import timeline
from reservations.services.journeys import journey_move
from reservations.services.touchpoints import touchpoint_move, touchpoint_pin


def timeline_html(request, stay) -> str:
    """The journey of a stay as a line; "" where there is none, or none to be seen."""
    if not allowed(request, GuestJourney, "view"):
        return ""
    rows = GuestJourney.objects.for_user(request.user, "read").select_related(
        "reservation__property"
    )
    journey = rows.filter(reservation=stay).first()
    if journey is None:
        return ""
    line = timeline(journey, request.user)
    return render_to_string("console/journeys/timeline.html", {"line": line})


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

    class Media:
        css = {"all": ["console/journeys.css"]}

    def banner(self, request, obj):
        """The journey as a line."""
        return timeline_html(request, obj.reservation_id)

    def make_move(self, request, obj, name, to, reason):
        """What a person sets stays as they set it."""
        journey_move(journey=obj, to=to, actor=request.user, reason=reason)


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


@admin.register(Touchpoint)
class TouchpointAdmin(JournalAdmin):
    """Messages and talks along a journey; texts and times that a person writes are pinned."""

    list_display = (
        "number",
        "subject",
        "status",
        "channel",
        "due_at",
        "stage",
        "journey",
        "hold_reason",
    )

    def banner(self, request, obj):
        """The way to the queue."""
        address = reverse("admin:message_queue")
        return format_html('<a class="hk-button" href="{}">Message queue</a>', address)

    def make_move(self, request, obj, name, to, reason):
        """By the deed that goes with the status."""
        touchpoint_move(touchpoint=obj, to=to, actor=request.user, reason=reason)

    def save_model(self, request, obj, form, change):
        """Writes the row; what was typed no longer follows the stay."""
        touchpoint_pin(obj, form.changed_data)
        super().save_model(request, obj, form, change)
