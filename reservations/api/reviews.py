"""Reviews over the API: entered, answered, published."""

from rest_framework import serializers
from rest_framework.decorators import action

from core.api.resources import MoveSerializer, Resource
from core.api.serializers import ApiSerializer, RecordSerializer
from core.transitions import transitions_of
from reservations.models import Review
from reservations.services.reviews import (
    reply_draft,
    reply_publish,
    review_enter,
    review_move,
    review_publish,
)


class ReviewSerializer(RecordSerializer):
    """Writes by the service, which links a review and follows it up."""

    def create(self, validated_data):
        """A new review."""
        user = self.context["request"].user
        return review_enter(review=Review(**validated_data), actor=user, source="api")

    def update(self, instance, validated_data):
        """A mended review."""
        for name, value in validated_data.items():
            setattr(instance, name, value)
        user = self.context["request"].user
        return review_enter(review=instance, actor=user, source="api", created=False)


class ReplySerializer(ApiSerializer):
    """What is replied."""

    text = serializers.CharField(max_length=5000, help_text="the reply")
    publish = serializers.BooleanField(default=False, help_text="false keeps it as a draft")


class PublishSerializer(ApiSerializer):
    """Whether owners see a review."""

    is_published = serializers.BooleanField(default=True)


class ReviewResource(Resource):
    """Review of a stay from any platform, with analysis and reply."""

    model = Review
    serializer_base = ReviewSerializer
    fields = """
        id number reservation journey guest property clean_event source responded_by
        follow_up_ticket external_review_id review_text review_title guest_name_public is_anonymous submitted_at
        is_published published_at response_text responded_at sentiment requires_follow_up
        follow_up_notes is_featured overall_rating rating_max normalized_rating
        cleanliness_rating communication_rating check_in_rating accuracy_rating location_rating
        value_rating review_url review_date stay_check_in_date stay_check_out_date
        private_feedback sentiment_score ai_summary extracted_themes extracted_issues
        extracted_compliments needs_response response_priority suggested_response is_verified
        shared_with_owner shared_at response_status status created_at updated_at
    """
    read_only_fields = """
        is_published published_at normalized_rating follow_up_ticket responded_by responded_at
        response_text
    """

    @action(detail=True, methods=["post"], serializer_class=ReplySerializer)
    def reply(self, request, *args, **kwargs):
        """Draft or publish the reply; 409 where one is published."""
        said = self._said()
        verb = reply_publish if said.pop("publish") else reply_draft
        return self._done(verb, "review", said)

    @action(detail=True, methods=["post"], serializer_class=PublishSerializer)
    def publish(self, request, *args, **kwargs):
        """Show the review to owners, or take it off; for who may approve reviews."""
        return self._done(review_publish, "review", self._said())

    @action(detail=True, methods=["post"], serializer_class=MoveSerializer)
    def move(self, request, *args, **kwargs):
        """A status moved along its map; 409 where the map has no such move."""
        said, maps = {"field": "status", **self._said()}, transitions_of(self.model)
        if said["field"] not in maps:
            raise serializers.ValidationError({"field": f"One of {', '.join(maps)}."})
        return self._done(review_move, "review", said)
