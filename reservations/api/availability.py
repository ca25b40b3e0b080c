"""The API's search of free homes."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response

from core.api.permissions import PolicyPermission
from core.api.serializers import ApiSerializer
from core.api.views import PortalView
from reservations.models import PropertyCalendar
from reservations.selectors.availability import (
    Wanted,
    available,
    rules_broken,
    spans_in,
    spans_of,
)

LONGEST = 366  # nights
MOST = 500  # homes of one answer


class WantedSerializer(ApiSerializer):
    """What is looked for."""

    check_in = serializers.DateField(help_text="first night, or first day of the span")
    check_out = serializers.DateField(help_text="day after the last night")
    nights = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=LONGEST,
        help_text="so many nights in a row, anywhere from check_in to check_out",
    )
    bedrooms = serializers.IntegerField(
        required=False, min_value=0, max_value=99, help_text="at least"
    )
    guests = serializers.IntegerField(required=False, min_value=1, max_value=99)
    pets = serializers.IntegerField(required=False, min_value=0, max_value=99)
    area = serializers.UUIDField(required=False)
    resort = serializers.UUIDField(required=False)
    amenities = serializers.CharField(
        required=False,
        max_length=500,
        help_text="codes with commas between them; all must be there",
    )
    limit = serializers.IntegerField(required=False, min_value=1, max_value=MOST, default=100)

    def validate(self, told):
        """The span has a night, and as many as are looked for."""
        nights = (told["check_out"] - told["check_in"]).days
        if nights < 1:
            raise serializers.ValidationError({"check_out": "That is not after check_in."})
        if nights > LONGEST:
            raise serializers.ValidationError({"check_out": f"At most {LONGEST} nights, please."})
        if told.get("nights", 0) > nights:
            raise serializers.ValidationError({"nights": "So many nights are not in the span."})
        return told

    def wanted(self) -> Wanted:
        """The same for the selector."""
        told = self.validated_data
        codes = told.get("amenities", "").split(",")
        return Wanted(
            first=told["check_in"],
            end=told["check_out"],
            nights=told.get("nights"),
            bedrooms=told.get("bedrooms"),
            guests=told.get("guests"),
            area=told.get("area"),
            resort=told.get("resort"),
            amenities=tuple(code.strip() for code in codes if code.strip()),
            pets=told.get("pets", 0),
        )


class SpanSerializer(ApiSerializer):
    """Free nights [check_in, check_out)."""

    check_in = serializers.DateField()
    check_out = serializers.DateField()


class FreeHomeSerializer(ApiSerializer):
    """A free home; ``rules`` are sentences on minimums that the stay would fall below."""

    id = serializers.UUIDField()
    property_code = serializers.CharField()
    property_name = serializers.CharField()
    area = serializers.UUIDField(allow_null=True)
    resort = serializers.UUIDField(allow_null=True)
    bedrooms = serializers.IntegerField(allow_null=True)
    sleeps = serializers.IntegerField(allow_null=True)
    min_stay_nights = serializers.IntegerField()
    free = SpanSerializer(many=True)
    rules = serializers.ListField(child=serializers.CharField())


class AvailabilitySerializer(ApiSerializer):
    """``count`` of all free homes; ``results`` are the first of them, the smallest first."""

    count = serializers.IntegerField()
    results = FreeHomeSerializer(many=True)


class AvailabilityView(PortalView):
    """Free homes."""

    permission_classes = [PolicyPermission]
    model = PropertyCalendar
    throttle_scope = "search"

    @extend_schema(
        parameters=[WantedSerializer],
        responses=AvailabilitySerializer,
    )
    def get(self, request):
        """Homes that are free from one day to another, or for some nights within a span.

        Only homes that the caller reads. A home is free when no pending, confirmed or running
        stay, owner stay, hold, block of a channel or maintenance has one of the nights.
        """
        asked = WantedSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        wanted = asked.wanted()
        rows = available(request.user, wanted)
        limit = asked.validated_data["limit"]
        homes = list(spans_of(rows, wanted).order_by("bedrooms", "property_code")[: limit + 1])
        count = rows.order_by().count() if len(homes) > limit else len(homes)
        return Response({"count": count, "results": [_shown(h, wanted) for h in homes[:limit]]})


def _shown(home, wanted: Wanted) -> dict:
    spans = [
        {"check_in": first, "check_out": end}
        for first, end in spans_in(home.free_spans)
        if (end - first).days >= wanted.length
    ]
    return {
        "id": home.pk,
        "property_code": home.property_code,
        "property_name": home.property_name,
        "area": home.area_id,
        "resort": home.resort_id,
        "bedrooms": home.bedrooms,
        "sleeps": home.sleeps,
        "min_stay_nights": home.min_stay_nights,
        "free": spans,
        "rules": rules_broken(home, wanted.length),
    }
