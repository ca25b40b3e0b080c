"""Quotes over the API: reckoned, kept, taken over by stays; refunds looked at beforehand."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.response import Response

from core.api.resources import Resource
from core.api.serializers import ApiSerializer, InstantField, ScopedCodeField, ScopedRelatedField
from directory.models import Guest
from property.models import Property
from ref.models import Platform
from reservations.choices.quotes import QuoteLineKind
from reservations.choices.reservations import ReservationStatus
from reservations.models import Quote, QuoteLine, Reservation
from reservations.selectors.quotes import differences
from reservations.selectors.quoting import reckon
from reservations.selectors.refunds import refund_preview
from reservations.selectors.what_if import WARNINGS
from reservations.services.quotes import (
    quote_accept,
    quote_again,
    quote_create,
    quote_of,
    rows_of,
)
from reservations.services.stays import stay_book

COUNTS = ("adults", "children", "infants", "pets")


def money(**more) -> serializers.DecimalField:
    """An amount in the currency of the quote."""
    return serializers.DecimalField(max_digits=12, decimal_places=2, **more)


class AskSerializer(ApiSerializer):
    """A stay that is thought of."""

    property = ScopedRelatedField(queryset=Property._base_manager.all())
    check_in_date = serializers.DateField()
    check_out_date = serializers.DateField(help_text="the day of departure, no night of the stay")
    adults = serializers.IntegerField(min_value=1, max_value=999, default=2)
    children = serializers.IntegerField(min_value=0, max_value=999, default=0)
    infants = serializers.IntegerField(min_value=0, max_value=999, default=0)
    pets = serializers.IntegerField(min_value=0, max_value=999, default=0)
    booking_source = ScopedCodeField(
        slug_field="code",
        queryset=Platform._base_manager.all(),
        required=False,
        help_text="DIRECT unless another is named",
    )
    options = serializers.ListField(
        child=serializers.CharField(max_length=50),
        required=False,
        max_length=50,
        help_text="codes of optional fees",
    )
    quoted_on = serializers.DateField(
        required=False, help_text="the day of booking; today at the property unless named"
    )

    def asked(self) -> dict[str, Any]:
        """What ``reckon`` takes."""
        said = dict(self.validated_data)
        source = said.pop("booking_source", None)
        return {
            "home": said["property"],
            "check_in_date": said["check_in_date"],
            "check_out_date": said["check_out_date"],
            **{name: said[name] for name in COUNTS},
            "platform": source.code if source is not None else "DIRECT",
            "options": said.get("options", ()),
            "on": said.get("quoted_on"),
        }


class NewQuoteSerializer(AskSerializer):
    """A stay that is thought of, for whom and until when."""

    guest = ScopedRelatedField(
        queryset=Guest._base_manager.all(), required=False, allow_null=True, default=None
    )
    valid_until = InstantField(required=False, allow_null=True, default=None)
    notes = serializers.CharField(required=False, allow_blank=True, default="")


class LineSerializer(ApiSerializer):
    """One amount, with the rule and the inputs that it came from."""

    kind = serializers.ChoiceField(QuoteLineKind.choices)
    name = serializers.CharField()
    code = serializers.CharField(allow_null=True)
    stay_date = serializers.DateField(allow_null=True)
    due_on = serializers.DateField(allow_null=True)
    quantity = serializers.DecimalField(max_digits=10, decimal_places=2)
    unit_amount = money()
    amount = money()
    is_taxable = serializers.BooleanField()
    is_optional = serializers.BooleanField()
    why = serializers.CharField(help_text="in a sentence")
    rule_model = serializers.CharField(allow_null=True)
    rule_id = serializers.UUIDField(allow_null=True)
    rule = serializers.DictField(allow_null=True, help_text="the rule as it was then")
    inputs = serializers.DictField(allow_null=True)


class ReckonedSerializer(ApiSerializer):
    """What a stay would cost; nothing is kept."""

    property = serializers.UUIDField(source="property_id")
    booking_source = serializers.CharField(source="booking_source_code")
    currency = serializers.CharField(source="currency_code")
    check_in_date = serializers.DateField()
    check_out_date = serializers.DateField()
    nights = serializers.SerializerMethodField()
    adults = serializers.IntegerField()
    children = serializers.IntegerField()
    infants = serializers.IntegerField()
    pets = serializers.IntegerField()
    quoted_on = serializers.DateField()
    options = serializers.ListField(child=serializers.CharField(), allow_null=True)
    warnings = serializers.ListField(child=serializers.CharField(), allow_null=True)
    accommodation_total = money()
    discount_total = money()
    fees_total = money()
    taxes_total = money()
    gross_total = money()
    deposit_amount = money()
    lines = serializers.SerializerMethodField()

    def get_nights(self, quote: Quote) -> int:
        """How many."""
        return (quote.check_out_date - quote.check_in_date).days

    @extend_schema_field(LineSerializer(many=True))
    def get_lines(self, quote: Quote):
        """All lines, in order."""
        return LineSerializer(self.context["lines"], many=True).data


class QuoteSerializer(ReckonedSerializer):
    """A quote that is kept, with its lines."""

    id = serializers.UUIDField()
    number = serializers.CharField()
    guest = serializers.UUIDField(source="guest_id", allow_null=True)
    reservation = serializers.UUIDField(source="reservation_id", allow_null=True)
    created_by = serializers.UUIDField(source="created_by_id", allow_null=True)
    valid_until = InstantField(allow_null=True)
    accepted_at = InstantField(allow_null=True)
    notes = serializers.CharField(allow_null=True)
    created_at = InstantField()
    updated_at = InstantField()


class DifferenceSerializer(ApiSerializer):
    """An amount as the stay has it and as the quote would make it."""

    name = serializers.CharField()
    before = money()
    after = money()
    change = money()


class QuotedAgainSerializer(QuoteSerializer):
    """A stay reckoned anew, and what that would change."""

    differences = serializers.SerializerMethodField()

    @extend_schema_field(DifferenceSerializer(many=True))
    def get_differences(self, quote: Quote):
        """Amount by amount, then the total."""
        return DifferenceSerializer(self.context["differences"], many=True).data


class AcceptSerializer(ApiSerializer):
    """The stay that takes a quote's amounts over."""

    reservation = ScopedRelatedField(queryset=Reservation._base_manager.all())


class BookSerializer(ApiSerializer):
    """How a stay is made of a quote."""

    guest = ScopedRelatedField(queryset=Guest._base_manager.all(), required=False)
    status = serializers.ChoiceField(
        [ReservationStatus.INQUIRY, ReservationStatus.PENDING, ReservationStatus.CONFIRMED],
        default=ReservationStatus.CONFIRMED,
    )
    despite = serializers.MultipleChoiceField(choices=WARNINGS, required=False, default=set)


class RefundLineSerializer(ApiSerializer):
    """One charge, and what of it goes back."""

    name = serializers.CharField()
    charged = money()
    refunded = money()
    kept = money()
    why = serializers.CharField()


class RefundSerializer(ApiSerializer):
    """What a guest who cancels gets back."""

    amount = money(help_text="goes back: paid beyond what is kept")
    charged = money()
    refundable = money(help_text="of the charges, whether it was paid or not")
    kept = money()
    paid = money()
    still_due = money()
    is_grace = serializers.BooleanField()
    policy = serializers.CharField(source="policy.code", default=None, allow_null=True)
    sentence = serializers.CharField()
    lines = RefundLineSerializer(many=True)


class QuoteResource(Resource):
    """What was offered for a stay, as it was reckoned then."""

    model = Quote
    read_only = True  # rows are reckoned, never written
    fields = """
        id number property guest reservation booking_source currency created_by check_in_date
        check_out_date nights adults children infants pets valid_until accepted_at notes
        quoted_on options warnings
        accommodation_total fees_total discount_total taxes_total gross_total deposit_amount
        created_at updated_at
    """
    brief = "id number property check_in_date check_out_date gross_total"

    @classmethod
    def get_extra_actions(cls):
        """Those declared here; there is no status to move."""
        found = super(Resource, cls).get_extra_actions()
        return [one for one in found if one.__name__ != "move"]

    @extend_schema(responses=QuoteSerializer)
    def retrieve(self, request, *args, **kwargs):
        """A quote with its lines; with ``fields`` or ``expand`` only what is asked for."""
        answer = super().retrieve(request, *args, **kwargs)
        if "fields" not in request.query_params:
            rows = QuoteLine.objects.for_user(request.user).filter(quote=self.kwargs["pk"])
            answer.data["lines"] = LineSerializer(rows.order_by("sort_order"), many=True).data
        return answer

    @extend_schema(request=NewQuoteSerializer, responses={201: QuoteSerializer})
    def create(self, request, *args, **kwargs):
        """Reckon a stay and keep the quote."""
        asked = self._asked(NewQuoteSerializer, request)
        more = {name: asked.validated_data[name] for name in ("guest", "valid_until", "notes")}
        with transaction.atomic():
            quote = quote_create(**asked.asked(), **more, actor=request.user, source="api")
        here = request.build_absolute_uri(request.path)
        answer = self._quote(quote, status.HTTP_201_CREATED)
        answer["Location"] = f"{here}{quote.pk}/"
        return answer

    @extend_schema(request=AskSerializer, responses=ReckonedSerializer)
    @action(detail=False, methods=["post"], serializer_class=AskSerializer)
    def preview(self, request, *args, **kwargs):
        """Reckon a stay; nothing is kept."""
        found = reckon(**self._asked(AskSerializer, request).asked())
        quote = quote_of(found)
        context = {"lines": rows_of(quote, found.lines)}
        return Response(ReckonedSerializer(quote, context=context).data)

    @extend_schema(responses=QuoteSerializer)
    @action(detail=True, methods=["post"], serializer_class=AcceptSerializer)
    def accept(self, request, *args, **kwargs):
        """Let a stay take the amounts over. 409 where the quote is not for the stay as it is."""
        asked = self._asked(AcceptSerializer, request)
        with transaction.atomic():
            quote = self.get_object()
            stay = asked.validated_data["reservation"]
            quote_accept(quote=quote, stay=stay, actor=request.user, source="api")
        quote.refresh_from_db()
        return self._quote(quote)

    @extend_schema(responses={201: QuoteSerializer})
    @action(detail=True, methods=["post"], serializer_class=BookSerializer)
    def book(self, request, *args, **kwargs):
        """Make a stay of the quote; the answer names it. 409 names the stay in the way."""
        said = self._asked(BookSerializer, request).validated_data
        rows = self.get_queryset().filter(pk=self.kwargs["pk"])
        quote = rows.select_related("property", "guest").first()
        if quote is None:
            self._refuse_row()
        with transaction.atomic():
            stay_book(
                home=quote.property,
                check_in_date=quote.check_in_date,
                check_out_date=quote.check_out_date,
                booking_source=quote.booking_source_code,
                guest=said.get("guest") or quote.guest,
                status=said["status"],
                **{name: getattr(quote, name) for name in COUNTS},
                quote=quote,
                despite=said["despite"],
                follows=False,
                actor=request.user,
                source="api",
            )
        quote.refresh_from_db()
        return self._quote(quote, status.HTTP_201_CREATED)

    def _asked(self, serializer_class, request):
        asked = serializer_class(data=request.data, context=self.get_serializer_context())
        asked.is_valid(raise_exception=True)
        return asked

    def _quote(self, quote, code=status.HTTP_200_OK):
        context = {"lines": quote.lines.order_by("sort_order")}
        return Response(QuoteSerializer(quote, context=context).data, code)


QuoteResource.http_method_names = ["get", "head", "post"]


class QuoteLineResource(Resource):
    """One amount of a quote, with the rule and the inputs that it came from."""

    model = QuoteLine
    read_only = True
    fields = """
        id quote kind sort_order name code stay_date due_on quantity is_taxable is_optional why
        rule_model rule_id rule inputs unit_amount amount created_at
    """


class StayMoney:
    """What a stay costs now, and what is given back if it is cancelled."""

    request: Any
    kwargs: dict[str, Any]
    _refuse_row: Any

    @extend_schema(
        responses=RefundSerializer,
        parameters=[
            OpenApiParameter("at", OpenApiTypes.DATETIME, description="now unless named"),
        ],
    )
    @action(detail=True, methods=["get"], url_path="refund-preview", serializer_class=ApiSerializer)
    def refund_preview(self, request, *args, **kwargs):
        """What the guest gets back who cancels at an instant. Nothing is written."""
        stay = self._read()
        at = request.query_params.get("at")
        instant = InstantField().run_validation(at) if at else timezone.now()
        return Response(RefundSerializer(refund_preview(stay=stay, at=instant)).data)

    @extend_schema(request=None, responses={201: QuotedAgainSerializer})
    @action(detail=True, methods=["post"], serializer_class=ApiSerializer)
    def quote(self, request, *args, **kwargs):
        """Reckon the stay as it stands now, and say what that would change. The stay keeps its
        amounts until the quote is accepted."""
        stay = self._read()
        with transaction.atomic():
            quote = quote_again(stay=stay, actor=request.user, source="api")
        context = {
            "lines": quote.lines.order_by("sort_order"),
            "differences": differences(quote, stay),
        }
        data = QuotedAgainSerializer(quote, context=context).data
        return Response(data, status.HTTP_201_CREATED)

    def _read(self) -> Reservation:
        rows = Reservation.objects.for_user(self.request.user, "read")
        stay = (
            rows.filter(pk=self.kwargs["pk"])
            .select_related("property", "booking_channel_listing", "guest")
            .first()
        )
        if stay is None:
            self._refuse_row()
        return stay
