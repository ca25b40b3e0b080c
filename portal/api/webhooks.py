"""Webhooks over the API."""

from django.db import transaction
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.response import Response

from core.api.resources import Resource
from core.api.serializers import ApiSerializer, InstantField, RecordSerializer
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookEvent, WebhookProgress
from portal.services.webhooks import (
    deliveries_replay,
    endpoint_change,
    endpoint_create,
    endpoint_delete,
    endpoint_disable,
    endpoint_enable,
    endpoint_rotate_secret,
    endpoint_test,
)


class WebhookEndpointSerializer(RecordSerializer):
    """Writes by the services of webhooks."""

    def create(self, validated_data):
        """A new endpoint of the caller; its secret is on the row for this answer."""
        user = self.context["request"].user
        endpoint, secret = endpoint_create(actor=user, source="api", **validated_data)
        endpoint.refresh_from_db()
        endpoint.new_secret = secret
        return endpoint

    def update(self, instance, validated_data):
        """A changed endpoint."""
        user = self.context["request"].user
        row = endpoint_change(endpoint=instance, actor=user, source="api", **validated_data)
        row.refresh_from_db()
        return row


class Nothing(ApiSerializer):
    """An empty body."""


class EnableSerializer(ApiSerializer):
    """How an endpoint is switched on."""

    catch_up = serializers.BooleanField(default=True, help_text="told of what it missed")


class DisableSerializer(ApiSerializer):
    """Why an endpoint is switched off."""

    reason = serializers.CharField(max_length=500)


class ReplaySerializer(ApiSerializer):
    """Which events are sent again."""

    since = InstantField()
    until = InstantField(required=False)
    only_undelivered = serializers.BooleanField(default=True)
    missed = serializers.BooleanField(default=False, help_text="also what was never told")


class WebhookEndpointResource(Resource):
    """An address of another system that is told of changes. The answer to its creation, and that
    of ``rotate_secret``, has the ``secret``: this once."""

    model = WebhookEndpoint
    fields = """
        id created_by name url event_types is_active disabled_at disabled_reason
        previous_secret_until created_at updated_at
    """
    read_only_fields = """
        created_by is_active disabled_at disabled_reason previous_secret_until
    """
    serializer_base = WebhookEndpointSerializer
    idempotent = False  # its answers are kept nowhere: they may hold a secret

    @classmethod
    def get_extra_actions(cls):
        """Those declared here; there is no status to move."""
        found = super(Resource, cls).get_extra_actions()
        return [one for one in found if one.__name__ != "move"]

    def destroy(self, request, *args, **kwargs):
        """An endpoint less, with what was still to be sent to it."""
        with transaction.atomic():
            endpoint_delete(endpoint=self.get_object(), actor=request.user, source="api")
        return Response(status=status.HTTP_204_NO_CONTENT)

    @action(detail=True, methods=["post"], serializer_class=Nothing)
    def test(self, request, *args, **kwargs):
        """Send a webhook.test event."""
        with transaction.atomic():
            endpoint_test(endpoint=self.get_object(), actor=request.user, source="api")
        return Response(status=status.HTTP_202_ACCEPTED)

    @action(detail=True, methods=["post"], serializer_class=Nothing)
    def rotate_secret(self, request, *args, **kwargs):
        """A new secret; for a day the one before it signs as well."""
        with transaction.atomic():
            row = self.get_object()
            secret = endpoint_rotate_secret(endpoint=row, actor=request.user, source="api")
        return Response({"secret": secret}, headers={"Cache-Control": "no-store"})

    @action(detail=True, methods=["post"], serializer_class=EnableSerializer)
    def enable(self, request, *args, **kwargs):
        """Switch it on."""
        return self._done(endpoint_enable, "endpoint", self._said())

    @action(detail=True, methods=["post"], serializer_class=DisableSerializer)
    def disable(self, request, *args, **kwargs):
        """Switch it off."""
        return self._done(endpoint_disable, "endpoint", self._said())

    @action(detail=True, methods=["post"], serializer_class=ReplaySerializer)
    def replay(self, request, *args, **kwargs):
        """Send the events of a span of time again; the answer says how many."""
        asked = self._said()
        with transaction.atomic():
            row = self.get_object()
            count = deliveries_replay(endpoint=row, actor=request.user, source="api", **asked)
        return Response({"count": count}, status.HTTP_202_ACCEPTED)

    def _written(self, serializer, row, status_code=200, **headers):
        answer = super()._written(serializer, row, status_code, **headers)
        if secret := getattr(row, "new_secret", None):
            answer.data = {**answer.data, "secret": secret}
            answer["Cache-Control"] = "no-store"
        return answer


class WebhookProgressResource(Resource):
    """How far an endpoint has come: apart from it, for this changes all the time."""

    model = WebhookProgress
    fields = """
        id endpoint drained_to failure_count failing_since last_delivered_at created_at
        updated_at
    """


class WebhookEventResource(Resource):
    """The outbox: a change that other systems are to be told of."""

    model = WebhookEvent
    fields = """
        id event_type table_name record_id occurred_at actor_id position created_at updated_at
    """


class WebhookDeliveryResource(Resource):
    """One event on its way to one address."""

    model = WebhookDelivery
    fields = """
        id endpoint event position attempts next_attempt_at last_status_code last_duration_ms
        last_error delivered_at status created_at updated_at
    """
