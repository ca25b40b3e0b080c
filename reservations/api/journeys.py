"""Journeys over the API."""

from rest_framework import serializers
from rest_framework.decorators import action

from core.api.resources import MoveSerializer, Resource
from core.api.serializers import ApiSerializer, InstantField, RecordSerializer
from reservations.models import GuestJourney, Touchpoint
from reservations.services.journeys import journey_move
from reservations.services.touchpoints import (
    touchpoint_edit,
    touchpoint_move,
    touchpoint_pin,
    touchpoint_reschedule,
    touchpoint_send_by_hand,
    touchpoint_skip,
)


class TextSerializer(ApiSerializer):
    """A text of one's own."""

    subject = serializers.CharField(required=False)
    body = serializers.CharField()


class WhySerializer(ApiSerializer):
    """Why."""

    reason = serializers.CharField()


class WhenSerializer(ApiSerializer):
    """Another instant."""

    due_at = InstantField()


class NothingSerializer(ApiSerializer):
    """Nothing need be said."""


class TouchpointSerializer(RecordSerializer):
    """What is written of a message no longer follows the stay."""

    def update(self, instance, validated_data):
        """The row; what became another of its text and time is pinned."""
        changed = [
            name for name, value in validated_data.items() if getattr(instance, name) != value
        ]
        touchpoint_pin(instance, changed)
        return super().update(instance, validated_data)


class GuestJourneyResource(Resource):
    """Current journey state of a stay, one per reservation."""

    model = GuestJourney
    fields = """
        id number reservation current_stage previous_stage review next_touchpoint_type
        assigned_agent assigned_member stage_entered_at next_touchpoint_due_at journey_health
        sentiment_score sentiment_trend is_vip vip_reason touchpoint_count issue_count
        open_issues_count review_requested review_requested_at notes assigned_type
        current_sentiment needs_attention attention_reason is_repeat_guest previous_stay_count
        touchpoints_completed touchpoints_total completion_percentage survey_sent_at
        survey_completed_at survey_score review_received_at monday_item_id next_stage_at
        status_pinned journey_status created_at updated_at
    """

    @action(detail=True, methods=["post"], serializer_class=MoveSerializer)
    def move(self, request, *args, **kwargs):
        """The status of a journey as a person wants it; it stays so."""
        said = self._said()
        if said.pop("field", "journey_status") != "journey_status":
            raise serializers.ValidationError({"field": "One of journey_status."})
        return self._done(journey_move, "journey", said)


class TouchpointResource(Resource):
    """Every planned or logged interaction along a guest journey."""

    model = Touchpoint
    serializer_base = TouchpointSerializer
    fields = """
        id number journey rule team_member handled_by linked_ticket linked_message touchpoint_type
        stage channel actor_agent template linked_review linked_survey linked_itinerary subject body
        hold_reason skipped_reason pinned_fields summary
        sentiment sentiment_score follow_up_required follow_up_due_at metadata direction
        initiated_by scheduled_at due_at occurred_at sent_at delivered_at opened_at completed_at
        failed_at failure_reason content_preview response_received response_at response_content
        response_sentiment outcome outcome_notes status created_at updated_at
    """
    deletes = False
    read_only_fields = (
        "sent_at handled_by hold_reason skipped_reason pinned_fields rule scheduled_at"
    )

    @action(detail=True, methods=["post"], serializer_class=TextSerializer)
    def edit(self, request, *args, **kwargs):
        """A text of one's own, which no longer follows the template."""
        return self._done(touchpoint_edit, "touchpoint", self._said())

    @action(detail=True, methods=["post"], serializer_class=NothingSerializer)
    def sent(self, request, *args, **kwargs):
        """Noted as sent by hand, by the caller, now. 409 where it went out already."""
        return self._done(touchpoint_send_by_hand, "touchpoint", self._said())

    @action(detail=True, methods=["post"], serializer_class=WhySerializer)
    def skip(self, request, *args, **kwargs):
        """Let be, with a reason."""
        return self._done(touchpoint_skip, "touchpoint", self._said())

    @action(detail=True, methods=["post"], serializer_class=WhenSerializer)
    def reschedule(self, request, *args, **kwargs):
        """Due at another instant, which no longer moves with the stay."""
        return self._done(touchpoint_reschedule, "touchpoint", self._said())

    @action(detail=True, methods=["post"], serializer_class=MoveSerializer)
    def move(self, request, *args, **kwargs):
        """A status moved along its map, by the deed that goes with it."""
        said = self._said()
        if said.pop("field", "status") != "status":
            raise serializers.ValidationError({"field": "One of status."})
        return self._done(touchpoint_move, "touchpoint", said)
