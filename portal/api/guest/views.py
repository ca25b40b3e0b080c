"""What guests may ask for: their stays, the house, the codes in time, requests, papers."""

from django.db.models import Prefetch
from django.http import Http404
from drf_spectacular.utils import OpenApiExample, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.response import Response

from core.api.views import PortalView, PortalViewSet
from core.services.security import security_event
from finance.choices.payables import InvoiceStatus
from finance.models import Invoice
from knowledge.choices.documents import DocumentStatus
from knowledge.models import Document
from knowledge.selectors.house_guide import house_guide
from portal.api.doors import ClashMixin, IsGuest, doors, file_answer, found
from portal.api.guest.serializers import (
    AccessSerializer,
    FolioSerializer,
    GuestDocumentSerializer,
    GuestFileSerializer,
    GuestProfileSerializer,
    GuideSerializer,
    NewRequestSerializer,
    RequestDetailSerializer,
    RequestSerializer,
    StaySerializer,
)
from portal.api.profiles import changed, profile_of
from property.selectors.access import access_window, codes_of_stay, told
from reservations.models import Reservation, ReservationFee
from service.models import Ticket, TicketEvent
from service.services.requests import guest_request_create
from storage.models import StoredFile

# Papers that left the house.
OUT = (DocumentStatus.SENT, DocumentStatus.SIGNED, DocumentStatus.EXECUTED)
OWN_FIELDS = ("birthday", "travels_with_pets", "dietary_restrictions", "special_requests_default")
CRIB = OpenApiExample(
    "Ask for something",
    value={
        "title": "A crib, please",
        "category": "RSV-AMENITY",
        "description": "For a one-year-old.",
    },
    request_only=True,
)


def own_stays(user):
    """The stays that the user booked as a guest."""
    rows = Reservation.objects.for_user(user).filter(guest=user.guest_id)
    return rows.select_related("property").order_by("-check_in_date", "-id")


def own_requests(user):
    """What the user asked for as a guest, of any stay."""
    rows = Ticket.objects.for_user(user).filter(
        ticket_type="RSV", reservation__guest=user.guest_id, is_guest_visible=True
    )
    return rows.select_related("reservation").order_by("-id")


class StayViewSet(ClashMixin, ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """My stays."""

    permission_classes = doors(IsGuest)
    serializer_class = StaySerializer
    queryset = Reservation.objects.none()

    def get_queryset(self):
        """The caller's own stays."""
        return own_stays(self.request.user)

    @extend_schema(responses=GuideSerializer)
    @action(detail=True, pagination_class=None)
    def guide(self, request, pk):
        """The facts of the house; 404 unless the stay is confirmed or under way."""
        guide = house_guide(request.user, self.get_object())
        if guide is None:
            raise Http404
        return Response(GuideSerializer(guide).data)

    @extend_schema(responses=AccessSerializer)
    @action(detail=True, pagination_class=None)
    def access(self, request, pk):
        """The codes of the stay inside their window; outside it from when they are shown."""
        stay = self.get_object()
        window = access_window(stay)
        codes = list(codes_of_stay(request.user, stay))
        for code in codes:
            code.code = told(request.user, code, "code_value")
        if told_of := [code for code in codes if code.code is not None]:
            security_event(
                event="data_access",
                action="read",
                description=f"Saw the codes of {stay.number}",
                actor=request.user,
                row=stay,
                count=len(told_of),
            )
        shown = {
            "is_available": window.is_open(),
            "available_from": window.opens_at,
            "available_until": window.closes_at,
            "codes": codes,
        }
        answer = Response(AccessSerializer(shown).data)
        answer["Cache-Control"] = "private, no-store"
        return answer

    @extend_schema(responses=FolioSerializer)
    @action(detail=True, pagination_class=None)
    def folio(self, request, pk):
        """What the stay costs and what was paid."""
        stay, user = self.get_object(), request.user
        stay.folio_fees = (
            ReservationFee.objects.for_user(user)
            .filter(reservation=stay, billable_to="guest", waived=False)
            .select_related("fee_type")
            .order_by("id")
        )
        stay.folio_invoices = (
            Invoice.objects.for_user(user)
            .filter(reservation=stay, contact=user.contact_id)
            .exclude(status__in=(InvoiceStatus.DRAFT, InvoiceStatus.VOID))
            .order_by("invoice_date", "id")
        )
        return Response(FolioSerializer(stay, context=self.get_serializer_context()).data)

    @extend_schema(responses=GuestFileSerializer(many=True))
    @action(detail=True, pagination_class=None)
    def files(self, request, pk):
        """Files about the home that are meant for guests, newest first (at most 200)."""
        stay = self.get_object()
        rows = guest_files(request.user).filter(property=stay.property_id)[:200]
        return Response(GuestFileSerializer(rows, many=True).data)

    @extend_schema(
        methods=["GET"], responses=RequestSerializer(many=True), operation_id="guest_stay_requests"
    )
    @extend_schema(
        methods=["POST"],
        request=NewRequestSerializer,
        responses={201: RequestSerializer},
        examples=[CRIB],
        operation_id="guest_stay_request_create",
    )
    @action(detail=True, methods=["get", "post"], pagination_class=None)
    def requests(self, request, pk):
        """What was asked for during the stay; POST asks for something."""
        stay = self.get_object()
        if request.method == "GET":
            rows = own_requests(request.user).filter(reservation=stay)[:200]
            return Response(RequestSerializer(rows, many=True).data)
        asked = NewRequestSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        values = dict(asked.validated_data)
        ticket = guest_request_create(
            stay=stay, key=values.pop("id", None), actor=request.user, **values
        )
        shown = own_requests(request.user).get(pk=ticket.pk)
        return Response(RequestSerializer(shown).data, status=201)


class RequestViewSet(ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """What I asked for, and what became of it."""

    permission_classes = doors(IsGuest)
    serializer_class = RequestSerializer
    queryset = Ticket.objects.none()

    def get_queryset(self):
        """The caller's requests; one of them with what guests may see of its history."""
        rows = own_requests(self.request.user)
        if self.action != "retrieve":
            return rows
        events = TicketEvent.objects.for_user(self.request.user).filter(is_internal=False)
        return rows.prefetch_related(
            Prefetch("events", events.order_by("created_at", "id"), to_attr="shown_events")
        )

    def get_serializer_class(self):
        """One request comes with its history."""
        return RequestDetailSerializer if self.action == "retrieve" else RequestSerializer


class DocumentViewSet(ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """Papers of my stays."""

    permission_classes = doors(IsGuest)
    serializer_class = GuestDocumentSerializer
    queryset = Document.objects.none()

    def get_queryset(self):
        """Papers of the caller's stays that were sent or signed."""
        rows = Document.objects.for_user(self.request.user)
        rows = rows.filter(
            reservation__guest=self.request.user.guest_id, is_sensitive=False, status__in=OUT
        )
        return rows.select_related("reservation").order_by("-id")

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, pagination_class=None)
    def file(self, request, pk):
        """The paper itself."""
        return file_answer(self.get_object().file)


class FileView(PortalView):
    """A file that is meant for guests of a home."""

    permission_classes = doors(IsGuest)

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request, pk):
        """The file itself."""
        return file_answer(found(guest_files(request.user), pk=pk))


class ProfileView(ClashMixin, PortalView):
    """My details."""

    permission_classes = doors(IsGuest)

    @extend_schema(responses=GuestProfileSerializer)
    def get(self, request):
        """My details as they are."""
        return self._shown(request.user)

    @extend_schema(request=GuestProfileSerializer(partial=True), responses=GuestProfileSerializer)
    def patch(self, request):
        """Change some of them."""
        sent = GuestProfileSerializer(data=request.data, partial=True)
        sent.is_valid(raise_exception=True)
        changed(request.user.guest, sent.validated_data, request.user)
        request.user.guest.refresh_from_db()
        return self._shown(request.user)

    def _shown(self, user):
        return Response(GuestProfileSerializer(profile_of(user.guest, OWN_FIELDS)).data)


def guest_files(user):
    """Files of homes that guests may see, of the user's own stays that stand."""
    rows = StoredFile.objects.for_user(user).filter(
        visibility__in=("guest", "public"), is_archived=False, is_sensitive=False
    )
    return rows.order_by("-uploaded_at", "-id")
