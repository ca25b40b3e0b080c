"""Reviews over the API: entered, answered, published."""

from django.db import transaction
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
        asked = self._asked(request)
        verb = reply_publish if asked["publish"] else reply_draft
        with transaction.atomic():
            row = verb(
                review=self.get_object(), text=asked["text"], actor=request.user, source="api"
            )
        return self._shown(row)

    @action(detail=True, methods=["post"], serializer_class=PublishSerializer)
    def publish(self, request, *args, **kwargs):
        """Show the review to owners, or take it off; for who may approve reviews."""
        asked = self._asked(request)
        with transaction.atomic():
            row = review_publish(
                review=self.get_object(), actor=request.user, source="api", **asked
            )
        return self._shown(row)

    @action(detail=True, methods=["post"], serializer_class=MoveSerializer)
    def move(self, request, *args, **kwargs):
        """A status moved along its map; 409 where the map has no such move."""
        asked, maps = self._asked(request), transitions_of(self.model)
        name = asked.get("field") or "status"
        if name not in maps:
            raise serializers.ValidationError({"field": f"One of {', '.join(maps)}."})
        with transaction.atomic():
            row = review_move(
                review=self.get_object(),
                field=name,
                to=asked["to"],
                actor=request.user,
                reason=asked.get("reason", ""),
                source="api",
            )
        return self._shown(row)

    def _asked(self, request):
        asked = self.get_serializer(data=request.data)
        asked.is_valid(raise_exception=True)
        return asked.validated_data

    def _shown(self, row):
        row.refresh_from_db()
        return self._written(self._whole()(row, context=self.get_serializer_context()), row)
