"""Bases of views that show more than a table: the portals, sessions, the caller's own account."""

from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from core.api.idempotency import IdempotentMixin

METHODS = ["get", "post", "patch", "delete", "head", "options"]


class PortalView(IdempotentMixin, APIView):
    """A view for anybody who is signed in; what they reach is up to the rows' scope."""

    permission_classes = [IsAuthenticated]
    http_method_names = METHODS


class PortalViewSet(IdempotentMixin, GenericViewSet):
    """Several actions on the rows of one queryset, for anybody who is signed in."""

    permission_classes = [IsAuthenticated]
    http_method_names = METHODS
    lookup_value_converter = "uuid"
