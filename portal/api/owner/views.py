"""What owners may ask for: homes, calendars, own stays, statements, work to approve, the year."""

from datetime import date, timedelta

from django.db.models import Prefetch, Q
from django.utils import timezone
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiTypes,
    extend_schema,
)
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.response import Response

from core.api.serializers import ApiSerializer
from core.api.views import PortalView, PortalViewSet
from directory.selectors.ownerships import share_on, shares_of, spans
from finance.models import OwnerStatement, OwnerStatementLine
from finance.selectors.owner_years import OUT, owner_year
from knowledge.choices.documents import DocumentStatus
from knowledge.models import Document
from portal.api.doors import ClashMixin, IsHomeowner, doors, file_answer
from portal.api.owner.serializers import (
    ApprovalSerializer,
    CalendarSerializer,
    DeclineSerializer,
    NewStaySerializer,
    OwnerDocumentSerializer,
    OwnerProfileSerializer,
    OwnerPropertySerializer,
    OwnStaySerializer,
    StatementDetailSerializer,
    StatementSerializer,
    YearSerializer,
)
from portal.api.profiles import changed, profile_of
from property.models import Property
from property.selectors.clock import today_at
from reservations.choices.reservations import OWNERS
from reservations.models import Reservation
from reservations.selectors.calendar import taken_nights
from reservations.services.owner_stays import owner_stay_request
from service.choices.tickets import TicketHomeownerApprovalStatus
from service.models import TicketHomeowner
from service.selectors.approvals import approvals_of
from service.services.approvals import work_approve, work_decline

DAYS, MOST_DAYS = 90, 731  # of a calendar, when not asked for, and at most
PAPERS_OUT = (DocumentStatus.SENT, DocumentStatus.SIGNED, DocumentStatus.EXECUTED)
OWN_FIELDS = (
    "communication_preference",
    "communication_frequency",
    "statement_delivery",
    "report_detail_level",
)
ASKED = OpenApiExample(
    "A week at home",
    value={"check_in_date": "2027-02-01", "check_out_date": "2027-02-08", "adults": 2},
    request_only=True,
)
SPAN = [
    OpenApiParameter("first", OpenApiTypes.DATE, description="first day; today unless given"),
    OpenApiParameter("end", OpenApiTypes.DATE, description="day after the last; 90 days on"),
]


class SpanSerializer(ApiSerializer):
    """The days of a calendar."""

    first = serializers.DateField(required=False)
    end = serializers.DateField(required=False)


def own_homes(user):
    """The homes of which the user holds a share today."""
    today = timezone.localdate()
    held = shares_of_user(user)
    keys = [key for key, shares in held.items() if share_on(shares, today)]
    return Property.objects.for_user(user).filter(pk__in=keys).order_by("property_code")


def shares_of_user(user):
    """Property key -> shares that the user has held, of the homes in reach."""
    keys = Property.objects.for_user(user).filter(ownerships__homeowner=user.homeowner_id)
    return shares_of(user.homeowner_id, list(keys.order_by().values_list("pk", flat=True)))


class PropertyViewSet(ClashMixin, ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """My homes."""

    permission_classes = doors(IsHomeowner)
    serializer_class = OwnerPropertySerializer
    queryset = Property.objects.none()

    def get_queryset(self):
        """Homes of which the caller holds a share today."""
        return own_homes(self.request.user)

    def get_serializer(self, *args, **kwargs):
        """Rows come with the caller's shares."""
        rows = args[0] if args else []
        homes = [rows] if isinstance(rows, Property) else rows
        held = (
            shares_of(self.request.user.homeowner_id, [home.pk for home in homes]) if homes else {}
        )
        for home in homes:
            home.shares = held[home.pk]
            home.share = share_on(home.shares, timezone.localdate())
        return super().get_serializer(*args, **kwargs)

    @extend_schema(parameters=SPAN, responses=CalendarSerializer)
    @action(detail=True, pagination_class=None)
    def calendar(self, request, pk):
        """Nights that are taken on the days [first, end), as far as they are the caller's."""
        home = self.get_object()
        asked = SpanSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        first: date = asked.validated_data.get("first") or today_at(home)
        end: date = asked.validated_data.get("end") or first + timedelta(days=DAYS)
        if not 0 < (end - first).days <= MOST_DAYS:
            raise ValidationError({"end": f"1 to {MOST_DAYS} days after the first."})
        owned = spans(shares_of(request.user.homeowner_id, [home.pk])[home.pk])
        shown = {
            "property": home.pk,
            "first": first,
            "end": end,
            "stays": taken_nights(request.user, home.pk, first, end, owned),
        }
        return Response(CalendarSerializer(shown).data)

    @extend_schema(request=NewStaySerializer, responses={201: OwnStaySerializer}, examples=[ASKED])
    @action(detail=True, methods=["post"], pagination_class=None)
    def stays(self, request, pk):
        """Ask for a stay in an own home: it waits for the office. 409 names nights taken."""
        home = self.get_object()
        asked = NewStaySerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        values = dict(asked.validated_data)
        stay = owner_stay_request(
            home=home, key=values.pop("id", None), actor=request.user, **values
        )
        return Response(OwnStaySerializer(stay).data, status=201)


class OwnStayViewSet(ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """Stays of mine and my guests' in my homes."""

    permission_classes = doors(IsHomeowner)
    serializer_class = OwnStaySerializer
    queryset = Reservation.objects.none()

    def get_queryset(self):
        """Own stays that arrive on a day on which the caller holds a share."""
        user, today = self.request.user, timezone.localdate()
        mine = Q(pk__in=[])
        for home, shares in shares_of_user(user).items():
            for start, until in spans(shares) if share_on(shares, today) else ():
                days = Q(property=home, check_in_date__gte=start)
                mine |= days if until is None else days & Q(check_in_date__lt=until)
        rows = Reservation.objects.for_user(user).filter(mine, reservation_type__in=OWNERS)
        return rows.order_by("-check_in_date", "-id")


class StatementViewSet(ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """My statements, newest first."""

    permission_classes = doors(IsHomeowner)
    serializer_class = StatementSerializer
    queryset = OwnerStatement.objects.none()

    def get_queryset(self):
        """The caller's own statements that went out; one of them with its lines."""
        user = self.request.user
        rows = OwnerStatement.objects.for_user(user).filter(
            homeowner=user.homeowner_id, status__in=OUT
        )
        rows = rows.select_related("property").order_by("-period_start", "-id")
        if self.action != "retrieve":
            return rows
        lines = OwnerStatementLine.objects.for_user(user).filter(is_visible=True)
        return rows.prefetch_related(
            Prefetch("lines", lines.order_by("line_number"), to_attr="shown_lines")
        )

    def get_serializer_class(self):
        """One statement comes with its lines."""
        is_one = self.action == "retrieve"
        return StatementDetailSerializer if is_one else StatementSerializer

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, pagination_class=None)
    def file(self, request, pk):
        """The statement's paper: of this owner alone, whoever else owns a share of the home."""
        return file_answer(self.get_object().file)


class DocumentViewSet(ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """Papers between me and the company: agreements, permits, tax forms."""

    permission_classes = doors(IsHomeowner)
    serializer_class = OwnerDocumentSerializer
    queryset = Document.objects.none()

    def get_queryset(self):
        """The caller's own papers that were sent or signed."""
        user = self.request.user
        rows = Document.objects.for_user(user)
        return rows.filter(homeowner=user.homeowner_id, status__in=PAPERS_OUT).order_by("-id")

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, pagination_class=None)
    def file(self, request, pk):
        """The paper itself."""
        return file_answer(self.get_object().file)


class ApprovalViewSet(ClashMixin, ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """Work that I was asked about; ``?status=requested`` for what waits for my word."""

    permission_classes = doors(IsHomeowner)
    serializer_class = ApprovalSerializer
    queryset = TicketHomeowner.objects.none()

    def get_queryset(self):
        """What the caller was asked."""
        rows = approvals_of(self.request.user)
        status = self.request.query_params.get("status") if self.action == "list" else None
        if status is None:
            return rows
        if status not in TicketHomeownerApprovalStatus.values:
            known = ", ".join(TicketHomeownerApprovalStatus.values)
            raise ValidationError({"status": f"One of {known}."})
        return rows.filter(approval_status=status)

    @extend_schema(
        parameters=[OpenApiParameter("status", enum=TicketHomeownerApprovalStatus.values)]
    )
    def list(self, request, *args, **kwargs):
        """What I was asked, newest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(request=None, responses=ApprovalSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def approve(self, request, pk):
        """Agree to the work at its estimate. 409 when it was declined before."""
        work_approve(request=self.get_object(), actor=request.user)
        return Response(ApprovalSerializer(self.get_object()).data)

    @extend_schema(request=DeclineSerializer, responses=ApprovalSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def decline(self, request, pk):
        """Do not agree, and say why. 409 when it was approved before."""
        sent = DeclineSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        work_decline(
            request=self.get_object(), actor=request.user, reason=sent.validated_data["reason"]
        )
        return Response(ApprovalSerializer(self.get_object()).data)


class YearView(PortalView):
    """My year to date."""

    permission_classes = doors(IsHomeowner)

    @extend_schema(
        parameters=[
            OpenApiParameter("year", OpenApiTypes.INT, description="this one unless given")
        ],
        responses=YearSerializer,
    )
    def get(self, request):
        """Sums of the year, in all and by home."""
        asked = request.query_params.get("year", str(timezone.localdate().year))
        if not (asked.isascii() and asked.isdecimal() and 2000 <= int(asked[:5]) <= 2999):
            raise ValidationError({"year": "A year of four digits."})
        found = owner_year(request.user, int(asked))
        names = dict(
            Property._base_manager.filter(pk__in=[k for k in found.properties if k]).values_list(
                "pk", "property_name"
            )
        )
        for key, figures in found.properties.items():
            figures.property, figures.property_name = key, names.get(key)
        shown = {
            "year": found.year,
            "currency": "USD",
            "total": found.total,
            "properties": sorted(
                found.properties.values(), key=lambda figures: figures.property_name or ""
            ),
        }
        return Response(YearSerializer(shown).data)


class ProfileView(ClashMixin, PortalView):
    """My details."""

    permission_classes = doors(IsHomeowner)

    @extend_schema(responses=OwnerProfileSerializer)
    def get(self, request):
        """My details as they are."""
        return self._shown(request.user)

    @extend_schema(request=OwnerProfileSerializer(partial=True), responses=OwnerProfileSerializer)
    def patch(self, request):
        """Change some of them."""
        sent = OwnerProfileSerializer(data=request.data, partial=True)
        sent.is_valid(raise_exception=True)
        changed(request.user.homeowner, sent.validated_data, request.user)
        request.user.homeowner.refresh_from_db()
        return self._shown(request.user)

    def _shown(self, user):
        return Response(OwnerProfileSerializer(profile_of(user.homeowner, OWN_FIELDS)).data)
