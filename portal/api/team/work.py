"""Cleans, inspections and tickets of a member of the team."""

from django.db.models import Prefetch
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from portal.api.doors import found
from portal.api.team.base import WorkSpanSerializer, WorkViewSet
from portal.api.team.serializers import (
    AnswerSerializer,
    CleanDoneSerializer,
    CleanSerializer,
    InspectionDetailSerializer,
    InspectionSerializer,
    InspectionUploadSerializer,
    NotesSerializer,
    PhotoSerializer,
    QuestionSerializer,
    ResolveSerializer,
    TeamTicketDetailSerializer,
    TeamTicketSerializer,
    TicketUploadSerializer,
)
from portal.selectors.field_work import own_cleans, own_inspections, own_tickets
from property.models import Clean, Inspection, InspectionAnswer
from property.services.cleans import clean_complete, clean_start
from property.services.inspections import (
    inspection_answer,
    inspection_complete,
    inspection_start,
)
from service.choices.tickets import TicketStatus
from service.models import Ticket, TicketEvent
from service.services.tickets import ticket_move
from storage.models import TicketFile
from storage.services.uploads import inspection_photo_add, ticket_photo_add

ANSWER = OpenApiExample(
    "Passed", value={"response_bool": True, "notes": "Fresh linen"}, request_only=True
)


class CleanViewSet(WorkViewSet):
    """My cleans."""

    serializer_class = CleanSerializer
    queryset = Clean.objects.none()

    def get_queryset(self):
        """Cleans the caller does, or helps with."""
        return own_cleans(self.request.user)

    @extend_schema(parameters=[WorkSpanSerializer])
    def list(self, request, *args, **kwargs):
        """My cleans, in the order of their days."""
        return super().list(request, *args, **kwargs)

    @extend_schema(request=None, responses=CleanSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def start(self, request, pk):
        """Begin. Sent twice, it begins once."""
        clean_start(clean=self.get_object(), actor=request.user)
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=CleanDoneSerializer, responses=CleanSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def complete(self, request, pk):
        """It is done. Sent twice, it is done once."""
        said = self.sent(CleanDoneSerializer)
        clean_complete(clean=self.get_object(), actor=request.user, **said)
        return Response(self.get_serializer(self.get_object()).data)


class InspectionViewSet(WorkViewSet):
    """My inspections."""

    serializer_class = InspectionSerializer
    queryset = Inspection.objects.none()

    def get_queryset(self):
        """Inspections the caller makes; one of them with its questions."""
        rows = own_inspections(self.request.user)
        if self.action == "list":
            return rows
        questions = (
            InspectionAnswer.objects.for_user(self.request.user)
            .select_related("question", "room")
            .order_by("room__sort_order", "question__sort_order", "id")
        )
        return rows.prefetch_related(
            Prefetch("room_questions", questions, to_attr="shown_questions")
        )

    def get_serializer_class(self):
        """One inspection comes with its questions."""
        return InspectionSerializer if self.action == "list" else InspectionDetailSerializer

    @extend_schema(parameters=[WorkSpanSerializer])
    def list(self, request, *args, **kwargs):
        """My inspections, in the order of their days."""
        return super().list(request, *args, **kwargs)

    @extend_schema(request=None, responses=InspectionDetailSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def start(self, request, pk):
        """Begin: the questions are there from now on. Sent twice, it begins once."""
        inspection_start(inspection=self.get_object(), actor=request.user)
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=NotesSerializer, responses=InspectionDetailSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def complete(self, request, pk):
        """It is done: the score follows from the answers. Sent twice, it is done once."""
        said = self.sent(NotesSerializer)
        inspection_complete(inspection=self.get_object(), actor=request.user, **said)
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=AnswerSerializer, responses=QuestionSerializer, examples=[ANSWER])
    @action(
        detail=True,
        methods=["patch"],
        pagination_class=None,
        url_path="questions/<uuid:question>",
        url_name="answer",
    )
    def answer(self, request, pk, question):
        """Answer a question: the last answer sent stands."""
        rows = InspectionAnswer.objects.for_user(request.user)
        row = found(rows.filter(inspection=self.get_object()), pk=question)
        inspection_answer(answer=row, values=self.sent(AnswerSerializer), actor=request.user)
        shown = rows.select_related("question", "room").get(pk=row.pk)
        return Response(QuestionSerializer(shown).data)

    @extend_schema(request=InspectionUploadSerializer, responses={201: PhotoSerializer})
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser], pagination_class=None)
    def photos(self, request, pk):
        """Keep a photo. Sent twice under one id, it is kept once."""
        inspection, said = self.get_object(), self.sent(InspectionUploadSerializer)
        question = said.pop("question", None)
        answer = None
        if question is not None:
            rows = InspectionAnswer.objects.for_user(request.user)
            answer = found(rows.filter(inspection=inspection), pk=question)
        link = inspection_photo_add(
            inspection=inspection,
            upload=said.pop("file"),
            actor=request.user,
            key=said.pop("id", None),
            context=said.pop("kind"),
            answer_id=answer and answer.pk,
            room_id=answer and answer.room_id,
            **said,
        )
        return Response(PhotoSerializer(link).data, status=201)


class TeamTicketViewSet(WorkViewSet):
    """My tickets: those I work on, and those I reported."""

    serializer_class = TeamTicketSerializer
    queryset = Ticket.objects.none()

    def get_queryset(self):
        """The caller's tickets; one of them with its history and photos."""
        user = self.request.user
        rows = own_tickets(user)
        if self.action == "list":
            return rows
        events = TicketEvent.objects.for_user(user).order_by("created_at", "id")
        photos = TicketFile.objects.for_user(user).select_related("file").order_by("sort_order")
        return rows.prefetch_related(
            Prefetch("events", events, to_attr="shown_events"),
            Prefetch("files", photos, to_attr="shown_photos"),
        )

    def get_serializer_class(self):
        """One ticket comes with its history and photos."""
        return TeamTicketSerializer if self.action == "list" else TeamTicketDetailSerializer

    @extend_schema(parameters=[WorkSpanSerializer])
    def list(self, request, *args, **kwargs):
        """My tickets, newest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(request=None, responses=TeamTicketDetailSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def start(self, request, pk):
        """Begin. Sent twice, it begins once."""
        ticket_move(
            ticket=self.get_object(),
            to=TicketStatus.IN_PROGRESS,
            actor=request.user,
            source="api",
        )
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=ResolveSerializer, responses=TeamTicketDetailSerializer)
    @action(detail=True, methods=["post"], pagination_class=None)
    def complete(self, request, pk):
        """It is settled, and how. Sent twice, it is settled once."""
        said = self.sent(ResolveSerializer)
        ticket_move(
            ticket=self.get_object(),
            to=TicketStatus.RESOLVED,
            actor=request.user,
            source="api",
            values=said,
        )
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=TicketUploadSerializer, responses={201: PhotoSerializer})
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser], pagination_class=None)
    def photos(self, request, pk):
        """Keep a photo. Sent twice under one id, it is kept once."""
        ticket, said = self.get_object(), self.sent(TicketUploadSerializer)
        link = ticket_photo_add(
            ticket=ticket,
            upload=said.pop("file"),
            actor=request.user,
            key=said.pop("id", None),
            context=said.pop("kind"),
            **said,
        )
        return Response(PhotoSerializer(link).data, status=201)
