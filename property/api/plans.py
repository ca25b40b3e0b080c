"""Decisions about planned cleans and inspections over the API."""

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
        return self._done(plan_decide, "row", self._said())
