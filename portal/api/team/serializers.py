"""What the team in the field sees and sends."""

from rest_framework import serializers

from core.api.serializers import ApiModelSerializer, ApiSerializer, InstantField, ScopedRelatedField
from knowledge.models import ChecklistAnswer, ChecklistItem, ChecklistRun
from portal.selectors.field_work import starts_at
from property.models import Clean, Inspection, InspectionAnswer, Property
from property.selectors.clock import zone_of
from ref.models import ActivityType
from service.models import Ticket, TicketEvent
from storage.choices.files import InspectionFileContextType, TicketFileContextType
from team.models import TimeEntry

CLIENT_ID = "made by the app, so that sending twice does it once"


class PlaceSerializer(ApiSerializer):
    """Where the work is."""

    id = serializers.UUIDField()
    code = serializers.CharField(source="property_code")
    name = serializers.CharField(source="property_name")
    address = serializers.SerializerMethodField()
    timezone = serializers.SerializerMethodField()
    latitude = serializers.DecimalField(10, 7, allow_null=True)
    longitude = serializers.DecimalField(10, 7, allow_null=True)

    def get_address(self, home) -> str:
        """Street, unit and place."""
        parts = [home.address_line1, home.address_line2, home.unit_number, home.city]
        return ", ".join(part for part in parts if part)

    def get_timezone(self, home) -> str:
        """The zone of its clock."""
        return str(zone_of(home))


class LocalInstantField(serializers.DateTimeField):
    """An instant with the offset of the place it is about."""

    def enforce_timezone(self, value):
        """As it came: the zone is the property's."""
        return value


class JobSerializer(ApiSerializer):
    """Something of a day."""

    kind = serializers.ChoiceField(["clean", "inspection", "ticket", "shift"])
    id = serializers.UUIDField()
    number = serializers.CharField()
    title = serializers.CharField()
    status = serializers.CharField()
    starts_at = LocalInstantField(allow_null=True)
    ends_at = LocalInstantField(allow_null=True)
    property = PlaceSerializer(source="home", allow_null=True)


class DaySerializer(ApiSerializer):
    """A day of work."""

    date = serializers.DateField()
    jobs = JobSerializer(many=True)


class ArrivalSerializer(ApiSerializer):
    """Who comes after the clean: when, and how many."""

    check_in_date = serializers.DateField()
    expected_arrival_time = serializers.TimeField(allow_null=True)
    adults = serializers.IntegerField()
    children = serializers.IntegerField()
    infants = serializers.IntegerField()
    pets = serializers.IntegerField()


class CleanSerializer(ApiModelSerializer):
    """A clean of one's own."""

    clean_type = serializers.CharField(source="clean_type.name")
    starts_at = serializers.SerializerMethodField()
    place = PlaceSerializer(source="property")
    next_arrival = ArrivalSerializer(source="checkin_reservation", allow_null=True)

    class Meta:
        model = Clean
        fields = (
            "id",
            "number",
            "status",
            "clean_type",
            "scheduled_date",
            "scheduled_time",
            "starts_at",
            "actual_start_at",
            "actual_end_at",
            "duration_minutes",
            "special_requests",
            "notes",
            "issues_found",
            "place",
            "next_arrival",
        )
        read_only_fields = fields

    def get_starts_at(self, clean) -> str | None:
        """Day and hour with the offset of the place."""
        found = starts_at(clean)
        return found.isoformat() if found else None


class CleanDoneSerializer(ApiSerializer):
    """What is said when a clean is done."""

    issues_found = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    notes = serializers.CharField(required=False, allow_blank=True, max_length=4000)


class InspectionSerializer(ApiModelSerializer):
    """An inspection of one's own."""

    starts_at = serializers.SerializerMethodField()
    place = PlaceSerializer(source="property")

    class Meta:
        model = Inspection
        fields: tuple[str, ...] = (
            "id",
            "number",
            "status",
            "inspection_type",
            "scheduled_date",
            "scheduled_time",
            "starts_at",
            "actual_start_at",
            "actual_end_at",
            "overall_score",
            "pass_fail",
            "issues_count",
            "critical_issues_count",
            "notes",
            "place",
        )
        read_only_fields: tuple[str, ...] = fields

    def get_starts_at(self, inspection) -> str | None:
        """Day and hour with the offset of the place."""
        found = starts_at(inspection)
        return found.isoformat() if found else None


class QuestionSerializer(ApiModelSerializer):
    """A question of an inspection and its answer so far."""

    room_name = serializers.CharField(source="room.room_name", default=None, allow_null=True)
    text = serializers.CharField(source="question.question_text")
    kind = serializers.CharField(source="question.question_type")
    options = serializers.ListField(source="question.options", allow_null=True)
    guidance = serializers.CharField(source="question.guidance_text", allow_null=True)
    is_required = serializers.BooleanField(source="question.is_required")
    is_critical = serializers.BooleanField(source="question.is_critical")
    photo_required = serializers.BooleanField(source="question.photo_required")

    class Meta:
        model = InspectionAnswer
        fields = (
            "id",
            "room_name",
            "text",
            "kind",
            "options",
            "guidance",
            "is_required",
            "is_critical",
            "photo_required",
            "response_bool",
            "response_value",
            "response_number",
            "response_rating",
            "passed",
            "score",
            "notes",
            "answered_at",
        )
        read_only_fields = fields


class AnswerSerializer(ApiSerializer):
    """An answer to a question: the one value that its kind asks for."""

    response_bool = serializers.BooleanField(required=False, allow_null=True)
    response_value = serializers.CharField(required=False, allow_null=True, max_length=1000)
    response_number = serializers.DecimalField(10, 2, required=False, allow_null=True)
    response_rating = serializers.IntegerField(
        required=False, allow_null=True, min_value=1, max_value=5
    )
    notes = serializers.CharField(required=False, allow_null=True, max_length=4000)


class InspectionDetailSerializer(InspectionSerializer):
    """An inspection with its questions."""

    questions = QuestionSerializer(many=True, source="shown_questions")

    class Meta(InspectionSerializer.Meta):
        fields = (*InspectionSerializer.Meta.fields, "questions")
        read_only_fields = fields


class NotesSerializer(ApiSerializer):
    """What is said at the end."""

    notes = serializers.CharField(required=False, allow_blank=True, max_length=4000)


class TeamTicketSerializer(ApiModelSerializer):
    """A ticket of one's own."""

    category = serializers.CharField(source="category.name")
    priority = serializers.CharField(source="priority_code")
    place = PlaceSerializer(source="property", allow_null=True)

    class Meta:
        model = Ticket
        fields: tuple[str, ...] = (
            "id",
            "number",
            "title",
            "description",
            "category",
            "priority",
            "status",
            "scheduled_date",
            "work_notes",
            "hold_reason",
            "hold_until",
            "resolution_summary",
            "started_at",
            "resolved_at",
            "created_at",
            "place",
        )
        read_only_fields: tuple[str, ...] = fields


class TeamEventSerializer(ApiModelSerializer):
    """What happened to a ticket."""

    class Meta:
        model = TicketEvent
        fields = ("event_type", "old_status", "new_status", "comment_body", "created_at")
        read_only_fields = fields


class PhotoSerializer(ApiSerializer):
    """A photo: its bytes are at files/<id>/."""

    id = serializers.UUIDField(source="file_id")
    caption = serializers.CharField(allow_null=True)
    kind = serializers.CharField(source="context_type", allow_null=True)
    name = serializers.CharField(source="file.original_filename", allow_null=True)
    mime_type = serializers.CharField(source="file.mime_type", allow_null=True)
    size = serializers.IntegerField(source="file.file_size_bytes", allow_null=True)


class TeamTicketDetailSerializer(TeamTicketSerializer):
    """A ticket with its history and photos."""

    events = TeamEventSerializer(many=True, source="shown_events")
    photos = PhotoSerializer(many=True, source="shown_photos")

    class Meta(TeamTicketSerializer.Meta):
        fields = (*TeamTicketSerializer.Meta.fields, "events", "photos")
        read_only_fields = fields


class ResolveSerializer(ApiSerializer):
    """How a ticket was settled."""

    resolution_summary = serializers.CharField(max_length=4000)


class UploadSerializer(ApiSerializer):
    """A photo on its way in."""

    id = serializers.UUIDField(required=False, help_text=CLIENT_ID)
    file = serializers.FileField(help_text="JPEG, PNG, WebP or HEIC")
    caption = serializers.CharField(required=False, default="", allow_blank=True, max_length=300)


class TicketUploadSerializer(UploadSerializer):
    """A photo of a ticket."""

    kind = serializers.ChoiceField(
        TicketFileContextType.choices, required=False, default=TicketFileContextType.OTHER
    )


class InspectionUploadSerializer(UploadSerializer):
    """A photo of an inspection: of a question, a room, or all of it."""

    question = serializers.UUIDField(required=False, help_text="the id of the question's row")
    kind = serializers.ChoiceField(
        InspectionFileContextType.choices,
        required=False,
        default=InspectionFileContextType.CHECKLIST_ITEM,
    )


class ItemAnswerSerializer(ApiModelSerializer):
    """The answer to an item so far."""

    class Meta:
        model = ChecklistAnswer
        fields = (
            "is_checked",
            "is_failed",
            "response_value",
            "number_value",
            "notes",
            "file",
            "answered_at",
        )
        read_only_fields = fields


class ItemSerializer(ApiModelSerializer):
    """An item of a checklist and its answer."""

    answer = ItemAnswerSerializer(allow_null=True)

    class Meta:
        model = ChecklistItem
        fields = (
            "id",
            "item_order",
            "section",
            "item_text",
            "response_type",
            "is_required",
            "requires_photo",
            "help_text",
            "answer",
        )
        read_only_fields = fields


class ChecklistSerializer(ApiModelSerializer):
    """A checklist being worked."""

    title = serializers.CharField(source="checklist.title")
    clean = serializers.UUIDField(source="clean_event_id", allow_null=True)

    class Meta:
        model = ChecklistRun
        fields: tuple[str, ...] = (
            "id",
            "number",
            "title",
            "status",
            "completion_percentage",
            "due_at",
            "started_at",
            "completed_at",
            "property",
            "ticket",
            "clean",
            "inspection",
        )
        read_only_fields: tuple[str, ...] = fields


class ChecklistDetailSerializer(ChecklistSerializer):
    """A checklist with its items."""

    items = ItemSerializer(many=True, source="shown_items")

    class Meta(ChecklistSerializer.Meta):
        fields = (*ChecklistSerializer.Meta.fields, "items")
        read_only_fields = fields


class ItemAnswerInSerializer(ApiSerializer):
    """An answer to an item."""

    is_checked = serializers.BooleanField(required=False)
    is_failed = serializers.BooleanField(required=False)
    response_value = serializers.CharField(required=False, allow_null=True, max_length=1000)
    number_value = serializers.DecimalField(12, 2, required=False, allow_null=True)
    notes = serializers.CharField(required=False, allow_null=True, max_length=4000)


class EntrySerializer(ApiModelSerializer):
    """Time on the clock."""

    activity = serializers.CharField(source="activity_type_code", allow_null=True)

    class Meta:
        model = TimeEntry
        fields = (
            "id",
            "number",
            "property",
            "activity",
            "work_date",
            "started_at",
            "ended_at",
            "duration_seconds",
            "timesheet_status",
            "notes",
        )
        read_only_fields = fields


class ClockSerializer(ApiSerializer):
    """The clock: what runs, and the entries of the last days, newest first."""

    open = EntrySerializer(allow_null=True)
    entries = EntrySerializer(many=True)


class ClockInSerializer(ApiSerializer):
    """Starting to work."""

    id = serializers.UUIDField(required=False, help_text=CLIENT_ID)
    at = InstantField(required=False, help_text="when it was stamped; now unless given")
    property = ScopedRelatedField(queryset=Property.objects.all(), required=False, allow_null=True)
    activity = serializers.SlugRelatedField(
        slug_field="code", queryset=ActivityType.objects.all(), required=False, allow_null=True
    )
    latitude = serializers.DecimalField(10, 7, required=False, min_value=-90, max_value=90)
    longitude = serializers.DecimalField(10, 7, required=False, min_value=-180, max_value=180)
    notes = serializers.CharField(required=False, max_length=2000)


class ClockOutSerializer(ApiSerializer):
    """Stopping."""

    id = serializers.UUIDField(required=False, help_text="the entry to end; else the open one")
    at = InstantField(required=False, help_text="when it was stamped; now unless given")
    notes = serializers.CharField(required=False, default="", allow_blank=True, max_length=2000)


class IssueSerializer(ApiSerializer):
    """Something that is wrong at a property."""

    id = serializers.UUIDField(required=False, help_text=CLIENT_ID)
    property = ScopedRelatedField(queryset=Property.objects.all())
    title = serializers.CharField(max_length=200)
    description = serializers.CharField(
        required=False, default="", allow_blank=True, max_length=4000
    )
    category = serializers.CharField(
        required=False, default="PC-GENERAL", max_length=64, help_text="PC-PLUMBING, PC-HVAC …"
    )
