"""What is done with stays over the API: the services, called by what came in."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.response import Response

from core.api.resources import MoveSerializer
from core.api.serializers import ApiSerializer, InstantField, RecordSerializer, ScopedRelatedField
from property.models import Property
from reservations.choices.reservations import (
    ReservationCancelledBy,
    ReservationStatus,
    ReservationType,
)
from reservations.models import Reservation
from reservations.selectors.what_if import WARNINGS, what_if
from reservations.services.calendars import calendars_lock
from reservations.services.stay_moves import stay_move
from reservations.services.stays import (
    stay_cancel,
    stay_change,
    stay_check_in,
    stay_check_out,
    stay_confirm,
    stay_enter,
    stay_no_show,
    stay_restore,
    stay_revise,
    stay_split,
)


def despite_field() -> serializers.MultipleChoiceField:
    """Warnings of the what-if that the caller's person has confirmed."""
    return serializers.MultipleChoiceField(
        choices=WARNINGS,
        required=False,
        write_only=True,
        help_text="warnings that somebody has confirmed",
    )


def homes_field(**more) -> ScopedRelatedField:
    """A property within the caller's reach."""
    return ScopedRelatedField(queryset=Property._base_manager.all(), **more)


class StaySerializer(RecordSerializer):
    """A stay; written by the services of stays, whose refusals name the stay in the way."""

    def get_fields(self):
        """What is declared, and what a writer may confirm."""
        fields = super().get_fields()
        if self.Meta.shape.is_whole:
            fields["despite"] = despite_field()
        return fields

    def create(self, validated_data):
        """A stay booked by the caller."""
        book = partial(stay_enter, follows=False)
        return self._written(book, self.Meta.model(), dict(validated_data))

    def update(self, instance, validated_data):
        """Dates and property through what-if and lock; the rest as in any row."""
        return self._written(stay_revise, instance, dict(validated_data))

    def _written(self, deed, row, values):
        despite = values.pop("despite", ())
        for name, value in values.items():
            setattr(row, name, value)
        actor = self.context["request"].user
        row = deed(stay=row, despite=despite, actor=actor, source="api")
        row.refresh_from_db()  # also what the database keeps by itself
        return row


class WhatIfSerializer(ApiSerializer):
    """A stay that is thought of."""

    property = homes_field()
    check_in_date = serializers.DateField()
    check_out_date = serializers.DateField(help_text="the day of departure, no night of the stay")
    guests = serializers.IntegerField(min_value=0, max_value=999, default=0)
    kind = serializers.ChoiceField(ReservationType.choices, default=ReservationType.GUEST)
    reservation = ScopedRelatedField(
        queryset=Reservation._base_manager.all(),
        required=False,
        help_text="the stay that is to be changed so",
    )


class InTheWaySerializer(ApiSerializer):
    """A stay in the way."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    reservation_type = serializers.ChoiceField(ReservationType.choices)
    status = serializers.ChoiceField(ReservationStatus.choices)
    check_in_date = serializers.DateField()
    check_out_date = serializers.DateField()


class TurnSerializer(ApiSerializer):
    """A same-day turn; minutes on the home's own clock."""

    number = serializers.CharField(help_text="of the other stay")
    day = serializers.DateField()
    available_minutes = serializers.IntegerField()
    needed_minutes = serializers.IntegerField()
    is_ok = serializers.BooleanField()
    sentence = serializers.CharField()


class RemarkSerializer(ApiSerializer):
    """One thing to know."""

    topic = serializers.CharField()
    severity = serializers.ChoiceField(["refuse", "warn"])
    sentence = serializers.CharField()


class SeenSerializer(ApiSerializer):
    """What stands against it, and what should be known of it."""

    is_possible = serializers.BooleanField()
    conflicts = InTheWaySerializer(many=True)
    turn_before = TurnSerializer(allow_null=True)
    turn_after = TurnSerializer(allow_null=True)
    minimum_nights = serializers.DictField(child=serializers.IntegerField())
    guests = serializers.IntegerField()
    sleeps = serializers.IntegerField(allow_null=True)
    remarks = RemarkSerializer(many=True)


class ReasonSerializer(ApiSerializer):
    """Why."""

    reason = serializers.CharField(required=False, allow_blank=True, default="")


class DespiteSerializer(ReasonSerializer):
    """Why, and what was confirmed."""

    despite = despite_field()


class ChangeSerializer(DespiteSerializer):
    """Other dates, another home; what is left out stays."""

    property = homes_field(required=False)
    check_in_date = serializers.DateField(required=False)
    check_out_date = serializers.DateField(required=False)
    reckons = serializers.BooleanField(
        default=False, help_text="make the price anew and take it over"
    )


class SplitSerializer(DespiteSerializer):
    """Where a stay is cut, and where the rest of it goes."""

    at = serializers.DateField(help_text="the first night elsewhere")
    property = homes_field()


class CheckInSerializer(ReasonSerializer):
    """When they came."""

    at = InstantField(required=False, help_text="now, when left out")


class CheckOutSerializer(CheckInSerializer):
    """When they left."""

    frees_nights = serializers.BooleanField(
        default=False, help_text="give the nights after an early departure back"
    )


class CancelSerializer(ApiSerializer):
    """Why, by whom, and what is given back."""

    reason = serializers.CharField()
    cancelled_by = serializers.ChoiceField(
        ReservationCancelledBy.choices, default=ReservationCancelledBy.GUEST
    )
    refund = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=0, required=False, allow_null=True
    )


class StayActions:
    """Deeds on stays; a row's each lock its calendar before the row, as the services do."""

    get_serializer: Any

    def get_object(self):
        """The row to be changed; its calendar, and that of the home it may go to, are locked."""
        row = self.get_queryset().filter(pk=self.kwargs["pk"]).values("property_id").first()
        if row is not None:
            calendars_lock({row["property_id"], *_keys(self.request.data)})
        return super().get_object()

    @extend_schema(responses=SeenSerializer)
    @action(detail=False, methods=["post"], url_path="what-if", serializer_class=WhatIfSerializer)
    def what_if(self, request, *args, **kwargs):
        """What stands against a stay before it is saved: conflicts, turns, minimums, occupancy."""
        asked = self._said()
        home, ignore = asked.pop("property"), asked.pop("reservation", None)
        return Response(what_if(home=home, ignore=ignore, **asked).as_json())

    @action(detail=True, methods=["post"], serializer_class=ChangeSerializer)
    def change(self, request, *args, **kwargs):
        """Other dates or another home. 409 names the stay in the way."""
        said = self._said()
        if "property" in said:
            said["home"] = said.pop("property")
        return self._done(stay_change, "stay", said)

    @extend_schema(responses={201: None})
    @action(detail=True, methods=["post"], serializer_class=SplitSerializer)
    def split(self, request, *args, **kwargs):
        """Move the rest of a stay to another home: the answer is the new stay's row."""
        said = self._said()
        said["home"] = said.pop("property")
        with transaction.atomic():
            row = self.get_object()
            _, second = stay_split(stay=row, actor=request.user, source="api", **said)
        return self._shown(second, status.HTTP_201_CREATED)

    @action(detail=True, methods=["post"], serializer_class=ReasonSerializer)
    def confirm(self, request, *args, **kwargs):
        """An inquiry or a request confirmed."""
        return self._done(stay_confirm, "stay", self._said())

    @action(detail=True, methods=["post"], url_path="check-in", serializer_class=CheckInSerializer)
    def check_in(self, request, *args, **kwargs):
        """The guests are in."""
        return self._done(stay_check_in, "stay", self._said())

    @action(
        detail=True, methods=["post"], url_path="check-out", serializer_class=CheckOutSerializer
    )
    def check_out(self, request, *args, **kwargs):
        """The guests are gone."""
        return self._done(stay_check_out, "stay", self._said())

    @action(detail=True, methods=["post"], url_path="no-show", serializer_class=ReasonSerializer)
    def no_show(self, request, *args, **kwargs):
        """Nobody came: the nights are free."""
        return self._done(stay_no_show, "stay", self._said())

    @action(detail=True, methods=["post"], serializer_class=CancelSerializer)
    def cancel(self, request, *args, **kwargs):
        """Cancelled: the nights are free."""
        return self._done(stay_cancel, "stay", self._said())

    @action(detail=True, methods=["post"], serializer_class=ReasonSerializer)
    def restore(self, request, *args, **kwargs):
        """A cancelled or no-show stay brought back. 409 names the stay in the way."""
        return self._done(stay_restore, "stay", self._said())

    @action(detail=True, methods=["post"], serializer_class=MoveSerializer)
    def move(self, request, *args, **kwargs):
        """A status moved along its map, by the deed that goes with it."""
        said = self._said()
        if said.get("field", "status") != "status":
            raise serializers.ValidationError({"field": "One of status."})
        given = {"to": said["to"], "reason": said.get("reason", "")}
        return self._done(stay_move, "stay", given)


def _keys(data) -> list[UUID]:
    """The property that a request names, where it is a key at all."""
    try:
        return [UUID(str(data["property"]))]
    except (KeyError, TypeError, ValueError):
        return []
