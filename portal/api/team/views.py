"""The day, checklists, files, the clock, and issues of a member of the team."""

from datetime import timedelta

from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiTypes, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from core.api.serializers import ApiSerializer
from core.api.views import PortalView, PortalViewSet
from knowledge.models import ChecklistAnswer, ChecklistItem, ChecklistRun
from knowledge.services.checklists import checklist_answer
from portal.api.doors import ClashMixin, IsTeamMember, doors, file_answer, found
from portal.api.team.serializers import (
    ChecklistDetailSerializer,
    ChecklistSerializer,
    ClockInSerializer,
    ClockOutSerializer,
    ClockSerializer,
    DaySerializer,
    EntrySerializer,
    IssueSerializer,
    ItemAnswerInSerializer,
    ItemSerializer,
    TeamTicketSerializer,
    UploadSerializer,
)
from portal.selectors.field_work import day_of, own_checklists, own_tickets
from service.services.requests import issue_report
from storage.models import StoredFile
from storage.services.uploads import photo_keep
from team.models import TimeEntry
from team.selectors.clock import open_entry
from team.services.clock import clock_in, clock_out

LATELY = timedelta(days=14)  # of which the clock shows entries
STAMPED = OpenApiExample(
    "Stamped without a network",
    value={"id": "019c0d5e-0000-7000-8000-000000000001", "at": "2026-11-20T17:31:00Z"},
    request_only=True,
)
LEAK = OpenApiExample(
    "A leak",
    value={
        "property": "019c0d5e-0000-7000-8000-000000000002",
        "title": "Water under the kitchen sink",
        "category": "PC-PLUMBING",
    },
    request_only=True,
)


class DayAskedSerializer(ApiSerializer):
    """Which day."""

    date = serializers.DateField(required=False)


class DayView(PortalView):
    """My day."""

    permission_classes = doors(IsTeamMember)

    @extend_schema(
        parameters=[OpenApiParameter("date", OpenApiTypes.DATE, description="today unless given")],
        responses=DaySerializer,
    )
    def get(self, request):
        """Cleans, inspections, shifts and tickets of a day, by the clock of each property."""
        asked = DayAskedSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        day = asked.validated_data.get("date") or timezone.localdate()
        return Response(DaySerializer({"date": day, "jobs": day_of(request.user, day)}).data)


class ChecklistViewSet(ClashMixin, ListModelMixin, RetrieveModelMixin, PortalViewSet):
    """My checklists."""

    permission_classes = doors(IsTeamMember)
    serializer_class = ChecklistSerializer
    queryset = ChecklistRun.objects.none()

    def get_queryset(self):
        """Checklists of the caller, and of the caller's work."""
        return own_checklists(self.request.user)

    @extend_schema(responses=ChecklistDetailSerializer)
    def retrieve(self, request, pk):
        """A checklist with its items and their answers."""
        run = self.get_object()
        answers = {
            answer.checklist_item_id: answer
            for answer in ChecklistAnswer.objects.for_user(request.user).filter(
                checklist_instance=run
            )
        }
        run.shown_items = list(self._items(run))
        for item in run.shown_items:
            item.answer = answers.get(item.pk)
        return Response(ChecklistDetailSerializer(run, context=self.get_serializer_context()).data)

    @extend_schema(request=ItemAnswerInSerializer, responses=ItemSerializer)
    @action(
        detail=True,
        methods=["patch"],
        pagination_class=None,
        url_path="items/<uuid:item>",
        url_name="answer",
    )
    def answer(self, request, pk, item):
        """Answer an item: the last answer sent stands, so that sending twice does no harm."""
        run = self.get_object()
        sent = ItemAnswerInSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        return self._answered(run, found(self._items(run), pk=item), sent.validated_data)

    @extend_schema(request=UploadSerializer, responses={200: ItemSerializer})
    @action(
        detail=True,
        methods=["post"],
        pagination_class=None,
        parser_classes=[MultiPartParser],
        url_path="items/<uuid:item>/photo",
        url_name="photo",
    )
    def photo(self, request, pk, item):
        """Answer an item by a photo; sent twice under one id, it is kept once."""
        run = self.get_object()
        row = found(self._items(run), pk=item)
        sent = UploadSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        said = sent.validated_data
        file = photo_keep(
            upload=said["file"],
            actor=request.user,
            home_id=run.property_id,
            key=said.get("id"),
            description=said["caption"],
        )
        return self._answered(run, row, {"file": file})

    def _items(self, run):
        rows = ChecklistItem.objects.for_user(self.request.user)
        return rows.filter(checklist=run.checklist_id).order_by("item_order")

    def _answered(self, run, item, values):
        item.answer = checklist_answer(run=run, item=item, values=values, actor=self.request.user)
        return Response(ItemSerializer(item, context=self.get_serializer_context()).data)


class TeamFileView(PortalView):
    """A file that the team may see."""

    permission_classes = doors(IsTeamMember)

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    def get(self, request, pk):
        """The file itself."""
        return file_answer(found(StoredFile.objects.for_user(request.user), pk=pk))


class ClockView(PortalView):
    """My clock."""

    permission_classes = doors(IsTeamMember)

    @extend_schema(responses=ClockSerializer)
    def get(self, request):
        """What runs, and my entries of the last two weeks."""
        rows = TimeEntry.objects.for_user(request.user).filter(
            member=request.user.team_member_id, work_date__gte=timezone.localdate() - LATELY
        )
        shown = {
            "open": open_entry(request.user.team_member),
            "entries": rows.order_by("-started_at", "-id")[:200],
        }
        return Response(ClockSerializer(shown).data)


class ClockInView(ClashMixin, PortalView):
    """Starting to work."""

    permission_classes = doors(IsTeamMember)

    @extend_schema(request=ClockInSerializer, responses={201: EntrySerializer}, examples=[STAMPED])
    def post(self, request):
        """Clock in. Sent twice under one id, it counts once; 409 while an entry runs."""
        sent = ClockInSerializer(data=request.data, context={"request": request})
        sent.is_valid(raise_exception=True)
        said = dict(sent.validated_data)
        entry = clock_in(
            actor=request.user,
            key=said.pop("id", None),
            at=said.pop("at", None),
            home=said.pop("property", None),
            activity_type=said.pop("activity", None),
            start_latitude=said.pop("latitude", None),
            start_longitude=said.pop("longitude", None),
            **said,
        )
        return Response(EntrySerializer(entry).data, status=201)


class ClockOutView(ClashMixin, PortalView):
    """Stopping."""

    permission_classes = doors(IsTeamMember)

    @extend_schema(request=ClockOutSerializer, responses=EntrySerializer)
    def post(self, request):
        """Clock out. Sent twice with the entry's id, it counts once."""
        sent = ClockOutSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        said = dict(sent.validated_data)
        entry = clock_out(actor=request.user, key=said.pop("id", None), **said)
        return Response(EntrySerializer(entry).data)


class IssueView(ClashMixin, PortalView):
    """Something is wrong."""

    permission_classes = doors(IsTeamMember)

    @extend_schema(request=IssueSerializer, responses={201: TeamTicketSerializer}, examples=[LEAK])
    def post(self, request):
        """Report an issue of a property. Sent twice under one id, it is one ticket."""
        sent = IssueSerializer(data=request.data, context={"request": request})
        sent.is_valid(raise_exception=True)
        said = dict(sent.validated_data)
        ticket = issue_report(
            home=said.pop("property"), key=said.pop("id", None), actor=request.user, **said
        )
        shown = own_tickets(request.user).get(pk=ticket.pk)
        return Response(TeamTicketSerializer(shown).data, status=201)
