"""Console pages: journeys."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html

from core.admin import EntityAdmin, JournalAdmin, sheet
from core.admin.access import allowed
from core.admin.deeds import Deed
from reservations.choices.journeys import ReviewResponseStatus, ReviewStatus
from reservations.models import GuestJourney, Review, Touchpoint
from reservations.selectors.timeline import timeline
from reservations.services.journeys import journey_move
from reservations.services.reviews import (
    reply_draft,
    reply_publish,
    review_enter,
    review_move,
    review_publish,
)
from reservations.services.touchpoints import touchpoint_move, touchpoint_pin

WRITTEN = (ReviewResponseStatus.DRAFTED, ReviewResponseStatus.PUBLISHED)


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
    """Reviews, what they tell of, and our replies."""

    list_display = (
        "number",
        "review_date",
        "property",
        "guest",
        "source",
        "overall_rating",
        "cleanliness_rating",
        "review_title",
        "response_status",
        "is_published",
    )
    list_filter = (
        "response_status",
        "status",
        "source",
        "property",
        "review_date",
        "sentiment",
        "is_published",
        "requires_follow_up",
    )
    readonly_fields = (
        "is_published",
        "published_at",
        "normalized_rating",
        "follow_up_ticket",
        "response_text",
        "responded_by",
        "responded_at",
        "cleaner",
    )
    fieldsets = sheet(
        ("", "number status", "property source", "review_date external_review_id", "review_url"),
        (
            "What it tells of",
            "reservation guest",
            "stay_check_in_date stay_check_out_date",
            "clean_event cleaner",
            "journey is_verified",
        ),
        (
            "Review",
            "guest_name_public is_anonymous submitted_at",
            "review_title",
            "review_text",
            "private_feedback",
        ),
        (
            "Scores",
            "overall_rating rating_max normalized_rating",
            "cleanliness_rating communication_rating check_in_rating",
            "accuracy_rating location_rating value_rating",
        ),
        (
            "Reply",
            "response_status needs_response response_priority",
            "response_text",
            "responded_by responded_at",
            "suggested_response",
        ),
        (
            "Following up",
            "requires_follow_up follow_up_ticket",
            "follow_up_notes",
        ),
        (
            "Shown",
            "is_published published_at is_featured",
            "shared_with_owner shared_at",
        ),
    )

    def get_fields(self, request, obj=None):
        """All columns, and who cleaned before the stay."""
        return [*super().get_fields(request, obj), *(["cleaner"] if obj is not None else [])]

    @admin.display(description="cleaner")
    def cleaner(self, review):
        """Who did the clean before the stay."""
        clean = review.clean_event
        if clean is None:
            return None
        return clean.completed_by or clean.assigned_to or clean.vendor_company

    def save_model(self, request, obj, form, change):
        """Writes by the service, which links it and follows it up."""
        if change and not form.changed_data:
            return
        review_enter(review=obj, actor=request.user, created=not change)

    def moves(self, request, obj):
        """The moves that need no text; a reply is written by the deeds."""
        return [
            move
            for move in super().moves(request, obj)
            if move.field == "status"
            or move.to not in WRITTEN
            or obj.response_status == ReviewResponseStatus.PUBLISHED
        ]

    def make_move(self, request, obj, name, to, reason):
        """Moves by the service."""
        review_move(review=obj, field=name, to=to, actor=request.user, reason=reason)

    def deeds(self, request, obj):
        """Reply, and publish for who may approve."""
        found = []
        is_answered = obj.response_status == ReviewResponseStatus.PUBLISHED
        if self.has_change_permission(request, obj) and not is_answered:
            text = obj.response_text or obj.suggested_response or ""
            found += [
                Deed("draft", "Draft a reply", "It is kept here until it is published.",
                     asks_reason=True, asks="Reply", given=text),
                Deed("reply", "Publish the reply", "It is marked as published, with your name.",
                     asks_reason=True, asks="Reply", given=text),
            ]  # fmt: skip
        if allowed(request, self.model, "approve", obj):
            if obj.is_published:
                found.append(Deed("withdraw", "Take it off", "Owners do not see it any more."))
            elif obj.status == ReviewStatus.ACTIVE:
                found.append(Deed("publish", "Publish the review", "Owners of the home see it."))
        return found

    def do_draft(self, request, obj, reason):
        """Keeps the reply."""
        reply_draft(review=obj, text=reason, actor=request.user)
        return "The draft is kept."

    def do_reply(self, request, obj, reason):
        """Publishes the reply."""
        reply_publish(review=obj, text=reason, actor=request.user)
        return "The reply is published."

    def do_publish(self, request, obj, reason):
        """Publishes the review."""
        review_publish(review=obj, actor=request.user)
        return "The review is published."

    def do_withdraw(self, request, obj, reason):
        """Takes the review off again."""
        review_publish(review=obj, actor=request.user, is_published=False)
        return "The review is not published any more."


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
