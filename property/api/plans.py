"""Decisions about planned cleans and inspections over the API."""

from django.db import transaction
from rest_framework import serializers
from rest_framework.decorators import action

from core.api.serializers import ApiSerializer
from property.services.pins import CHOICES, plan_decide


class PlanDecisionSerializer(ApiSerializer):
    """What is decided about one field that follows the stay."""

    field = serializers.CharField(max_length=100, help_text="e.g. scheduled_date")
    choice = serializers.ChoiceField(
        choices=[(choice, choice) for choice in CHOICES],
        help_text="accept: take what the stay asks for; keep: leave the own value, the difference "
        "has been seen; pin: do not follow; unpin: follow again",
    )


class PlanActions:
    """``plan``: decide about one field of a row that follows its stay."""

    @action(detail=True, methods=["post"], serializer_class=PlanDecisionSerializer)
    def plan(self, request, *args, **kwargs):
        """Decide what of the row follows its stay; 409 where there is nothing to decide any more."""
        asked = self.get_serializer(data=request.data)
        asked.is_valid(raise_exception=True)
        with transaction.atomic():
            row = plan_decide(
                row=self.get_object(), actor=request.user, source="api", **asked.validated_data
            )
            row.refresh_from_db()
        return self._written(self._whole()(row, context=self.get_serializer_context()), row)
