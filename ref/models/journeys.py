"""Journeys."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    ChoiceField,
    CodeField,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Lookup,
    SearchTextField,
    in_schema,
    search_index,
)
from ref.choices.journeys import (
    JourneyStageTriggerEvent,
    JourneyStageTriggerType,
    TouchpointTypeCategory,
    TouchpointTypeDirection,
)


class JourneyStage(Lookup):
    """The fourteen stages of a guest journey."""

    next_stage = models.ForeignKey(
        "ref.JourneyStage",
        models.SET_NULL,
        related_name="journey_stages_as_next_stage",
        null=True,
        blank=True,
    )

    sequence_order = IntegerField(unique=True)
    trigger_type = ChoiceField(JourneyStageTriggerType)
    trigger_days_before_arrival = IntegerField(null=True)
    trigger_days_after_departure = IntegerField(null=True)
    trigger_event = ChoiceField(JourneyStageTriggerEvent, null=True)
    typical_duration_hours = IntegerField(null=True)
    is_terminal = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "journey_stages")
        verbose_name = "journey stage"
        verbose_name_plural = "journey stages"
        ordering = ["sort_order", "code"]
        indexes = [search_index("journey_stages_search")]


class TouchpointType(Lookup):
    """Kinds of guest interactions in a journey."""

    default_channel = CodeField("ref.ChannelType", related_name="touchpoint_types", null=True)
    template = models.ForeignKey(
        "comms.MessageTemplate",
        models.SET_NULL,
        related_name="touchpoint_types",
        null=True,
        blank=True,
    )

    category = ChoiceField(TouchpointTypeCategory)
    direction = ChoiceField(TouchpointTypeDirection, default=TouchpointTypeDirection.OUTBOUND)
    is_automated = FlagField(default=True)
    requires_response = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "touchpoint_types")
        verbose_name = "touchpoint type"
        verbose_name_plural = "touchpoint types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("touchpoint_types_search")]


class StageTouchpoint(Join):
    """Which touchpoints each stage requires and when."""

    stage = models.ForeignKey(
        "ref.JourneyStage",
        models.CASCADE,
        related_name="stage_required_touchpoints",
        db_index=False,
    )
    touchpoint_type = models.ForeignKey(
        "ref.TouchpointType", models.CASCADE, related_name="stage_required_touchpoints"
    )

    is_required = FlagField(default=True)
    sequence_in_stage = IntegerField(default=1)
    hours_into_stage = IntegerField(null=True)
    send_at_local_time = models.TimeField(null=True, blank=True)
    applies_to_platforms = ArrayField(
        LineField(), null=True, blank=True, help_text="empty = every platform"
    )
    is_active = FlagField(default=True)
    catches_up = FlagField(
        help_text="stays booked after its time get it at once; the others skip it"
    )

    label_fields = ("sequence_in_stage",)

    class Meta:
        db_table = in_schema("ref", "stage_required_touchpoints")
        verbose_name = "stage touchpoint"
        verbose_name_plural = "stage touchpoints"
        ordering = ["stage_id", "sequence_in_stage"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "touchpoint_type"],
                name="stage_required_touchpoints_stage_touchpoint_type_unique",
                violation_error_message="There is already a row with this stage, touchpoint type.",
            )
        ]
