"""What the views of the team's portal have in common."""

from datetime import date

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin

from core.api.serializers import ApiSerializer
from core.api.views import PortalViewSet
from portal.api.doors import ClashMixin, IsTeamMember, doors


class WorkSpanSerializer(ApiSerializer):
    """Which work is asked for."""

    first = serializers.DateField(required=False, help_text="planned for this day or later")
    end = serializers.DateField(required=False, help_text="planned for a day before this one")
    status = serializers.CharField(required=False, max_length=40)


class WorkViewSet(ClashMixin, ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """Rows of work that are the caller's own, by day."""

    permission_classes = doors(IsTeamMember)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Those of the days [first, end) and the status asked for; of a list alone."""
        if self.action != "list":
            return queryset
        asked = WorkSpanSerializer(data=self.request.query_params.dict())
        asked.is_valid(raise_exception=True)
        first: date | None = asked.validated_data.get("first")
        end: date | None = asked.validated_data.get("end")
        if first is not None:
            queryset = queryset.filter(scheduled_date__gte=first)
        if end is not None:
            queryset = queryset.filter(scheduled_date__lt=end)
        if status := asked.validated_data.get("status"):
            queryset = queryset.filter(status=status)
        return queryset

    def sent(self, kind: type[ApiSerializer]) -> dict:
        """What was sent, as ``kind`` understands it."""
        given = kind(data=self.request.data, context=self.get_serializer_context())
        given.is_valid(raise_exception=True)
        return dict(given.validated_data)
