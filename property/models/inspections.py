"""Inspections."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    MoneyField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import numbered_by
from property.choices.inspections import (
    FOLLOWING,
    INSPECTION_ISSUE_STATUS,
    INSPECTION_STATUS,
    OPEN,
    InspectionIssueStatus,
    InspectionPassFail,
    InspectionQuestionType,
    InspectionStatus,
    InspectionType,
)
from property.models.cleans import FollowsStay


class Inspection(FollowsStay, Entity):
    """Quality or condition inspection of a unit, with scores."""

    number = BusinessIDField("INS-", db_column="inspection_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="inspections", db_index=False
    )
    clean_event = models.ForeignKey(
        "property.Clean",
        models.SET_NULL,
        related_name="inspections",
        db_column="clean_id",
        null=True,
        blank=True,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="inspections",
        null=True,
        blank=True,
    )
    inspector = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="inspections", db_index=False
    )
    follow_up_ticket = models.ForeignKey(
        "service.Ticket",
        models.SET_NULL,
        related_name="property_inspections",
        null=True,
        blank=True,
    )
    template_checklist = models.ForeignKey(
        "knowledge.Checklist", models.SET_NULL, related_name="inspections", null=True, blank=True
    )

    inspection_type = ChoiceField(InspectionType)
    scheduled_date = models.DateField()
    scheduled_time = models.TimeField(null=True, blank=True)
    actual_start_at = models.DateTimeField(null=True, blank=True)
    actual_end_at = models.DateTimeField(null=True, blank=True)
    duration_minutes = IntegerField(null=True)
    overall_score = ScoreField(null=True, help_text="0-100, weighted mean of question scores")
    cleanliness_score = ScoreField(null=True)
    maintenance_score = ScoreField(null=True)
    inventory_score = ScoreField(null=True)
    pass_fail = ChoiceField(InspectionPassFail, null=True)
    issues_count = IntegerField(default=0)
    critical_issues_count = IntegerField(default=0)
    follow_up_required = FlagField()
    notes = TextField(null=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    issues_major_count = IntegerField(default=0)
    issues_moderate_count = IntegerField(default=0)
    issues_minor_count = IntegerField(default=0)
    follow_up_notes = TextField(null=True)

    status = ChoiceField(InspectionStatus, default=InspectionStatus.SCHEDULED)

    search_text = SearchTextField("number")

    label_fields = ("number", "scheduled_date")
    search_through = ("property", "inspector")

    class Meta:
        db_table = in_schema("property", "inspections")
        verbose_name = "inspection"
        verbose_name_plural = "inspections"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(overall_score__gte=0, overall_score__lte=100),
                name="inspections_overall_score_check",
                violation_error_message="Overall score must lie between 0 and 100.",
            ),
            models.CheckConstraint(
                condition=models.Q(pinned_fields__contained_by=["status", *FOLLOWING]),
                name="inspections_pinned_fields_check",
                violation_error_message="Only fields that follow the stay can be pinned.",
            ),
            models.UniqueConstraint(
                fields=["reservation"],
                condition=models.Q(plan__isnull=False, status__in=OPEN),
                name="inspections_one_plan_a_stay",
                violation_error_message="The stay has another inspection planned.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["property", "scheduled_date"], name="inspections_property_sch_6cf4f"
            ),
            models.Index(fields=["status"], name="inspections_status"),
            models.Index(
                fields=["inspector", "scheduled_date"], name="inspections_inspector_sc_b419a"
            ),
            models.Index(
                fields=["follow_up_required"],
                condition=models.Q(follow_up_required=True),
                name="inspections_follow_up_re_55468",
            ),
            models.Index(
                fields=["property"],
                condition=models.Q(plan_changes__isnull=False),
                name="inspections_plan_changes",
            ),
            search_index("inspections_search"),
        ]
        triggers = [INSPECTION_STATUS.guard()]


class InspectionQuestion(Entity):
    """Question bank used to build inspections."""

    number = BusinessIDField("INSPQ-{category}-", width=4, db_column="question_code")

    category = CodeField(
        "ref.InspectionCategory", db_column="category", related_name="inspection_questions"
    )
    room_type = CodeField("ref.RoomType", related_name="inspection_questions", null=True)
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="inspection_questions",
        null=True,
        blank=True,
    )
    default_severity_on_fail = CodeField(
        "ref.IssueSeverity",
        db_column="default_severity_on_fail",
        related_name="inspection_questions",
        null=True,
    )
    default_ticket_category = CodeField(
        "ref.TicketCategory", related_name="inspection_questions", null=True
    )

    question_text = TextField()
    question_type = ChoiceField(InspectionQuestionType)
    options = ArrayField(LineField(), null=True, blank=True)
    is_required = FlagField(default=True)
    is_critical = FlagField()
    weight = DecimalField(max_digits=3, decimal_places=2, default=Decimal("1.0"))
    guidance_text = TextField(null=True)
    photo_required = FlagField()
    sort_order = IntegerField(default=0)
    is_active = FlagField(default=True)
    applies_to_property_types = ArrayField(LineField(), null=True, blank=True)
    is_ac_unit_question = FlagField()
    photo_required_on_fail = FlagField()
    auto_create_ticket_on_fail = FlagField()
    links_to_inventory = FlagField()
    version = IntegerField(default=1)

    search_text = SearchTextField("number")

    label_fields = ("number", "question_text")

    class Meta:
        db_table = in_schema("property", "inspection_questions")
        verbose_name = "inspection question"
        verbose_name_plural = "inspection questions"
        ordering = ["sort_order", "number"]
        indexes = [
            models.Index(fields=["is_active"], name="inspection_que_is_active"),
            search_index("inspection_questions_search"),
        ]
        triggers = [
            numbered_by(
                "question_code",
                "'INSPQ-' || upper(regexp_replace(NEW.category, '[^A-Za-z0-9]+', '', 'g')) || '-'",
                4,
            )
        ]


class InspectionAnswer(BaseModel):
    """Answer to one question for one room of one inspection."""

    inspection = models.ForeignKey(
        "property.Inspection", models.CASCADE, related_name="room_questions", db_index=False
    )
    room = models.ForeignKey(
        "property.Room",
        models.SET_NULL,
        related_name="inspection_room_questions",
        null=True,
        blank=True,
    )
    question = models.ForeignKey(
        "property.InspectionQuestion", models.PROTECT, related_name="inspection_room_questions"
    )
    issue_severity = CodeField(
        "ref.IssueSeverity",
        db_column="issue_severity",
        related_name="inspection_room_questions",
        null=True,
    )
    issue = models.ForeignKey(
        "property.InspectionIssue",
        models.SET_NULL,
        related_name="inspection_room_questions",
        null=True,
        blank=True,
    )
    generated_ticket = models.ForeignKey(
        "service.Ticket",
        models.SET_NULL,
        related_name="inspection_room_questions",
        null=True,
        blank=True,
    )
    answered_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="inspection_room_questions",
        null=True,
        blank=True,
    )
    ac_unit = models.ForeignKey(
        "property.AcUnit",
        models.SET_NULL,
        related_name="inspection_room_questions",
        null=True,
        blank=True,
        help_text="when the question concerns an AC unit",
    )

    response_value = LineField(null=True)
    response_bool = models.BooleanField(null=True, blank=True)
    response_number = DecimalField(max_digits=10, decimal_places=2, null=True)
    response_rating = IntegerField(null=True)
    is_issue = FlagField()
    photo_file_ids = ArrayField(
        models.UUIDField(),
        null=True,
        blank=True,
        help_text="storage.files ids; links live in storage.inspection_files",
    )
    notes = TextField(null=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    passed = models.BooleanField(null=True, blank=True)
    score = ScoreField(null=True, help_text="0-100")

    label_fields = ("response_value",)
    search_through = ("generated_ticket", "inspection")

    class Meta:
        db_table = in_schema("property", "inspection_room_questions")
        verbose_name = "inspection answer"
        verbose_name_plural = "inspection answers"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(response_rating__gte=1, response_rating__lte=5),
                name="inspection_room_questions_response_rating_check",
                violation_error_message="Response rating must lie between 1 and 5.",
            ),
            models.UniqueConstraint(
                fields=["inspection", "room", "question", "ac_unit"],
                name="inspection_room_questions_inspection_room_question_ac_6c45b",
                nulls_distinct=False,
                violation_error_message="There is already a row with this inspection, room, question, ac unit.",
            ),
        ]
        indexes = [
            models.Index(fields=["inspection"], name="inspection_roo_inspection"),
            models.Index(
                fields=["is_issue"],
                condition=models.Q(is_issue=True),
                name="inspection_roo_is_issue_f8d49",
            ),
        ]


class InspectionInventoryLink(Join):
    """Which catalogue item an inspection question counts."""

    question = models.ForeignKey(
        "property.InspectionQuestion",
        models.CASCADE,
        related_name="inventory_links",
        db_index=False,
    )
    inventory_item = models.ForeignKey(
        "inventory.InventoryItem",
        models.PROTECT,
        related_name="inspection_question_inventory_links",
    )
    item_type = CodeField(
        "ref.InventoryItemType", related_name="inspection_question_inventory_links", null=True
    )

    expected_quantity = IntegerField(null=True)
    count_tolerance = IntegerField(default=0)

    label_fields = ("expected_quantity",)
    search_through = ("inventory_item", "question")

    class Meta:
        db_table = in_schema("property", "inspection_question_inventory_links")
        verbose_name = "question inventory link"
        verbose_name_plural = "question inventory links"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expected_quantity__gte=0),
                name="inspection_question_inventory_links_expected_quantity_check",
                violation_error_message="Expected quantity cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["question", "inventory_item"],
                name="inspection_question_inventory_links_question_inventory_d0c96",
                violation_error_message="There is already a row with this question, inventory item.",
            ),
        ]


class InspectionIssue(Entity):
    """Defect found during an inspection, tracked to resolution."""

    number = BusinessIDField("ISS-", db_column="issue_id")

    inspection = models.ForeignKey("property.Inspection", models.CASCADE, related_name="issues")
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="inspection_issues", null=True, blank=True
    )
    category = CodeField(
        "ref.InspectionCategory", db_column="category", related_name="inspection_issues"
    )
    severity = CodeField(
        "ref.IssueSeverity", db_column="severity", related_name="inspection_issues"
    )
    generated_ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="inspection_issues", null=True, blank=True
    )
    resolved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="inspection_issues_as_resolved_by",
        null=True,
        blank=True,
    )
    reported_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="inspection_issues_as_reported_by",
        null=True,
        blank=True,
    )

    description = TextField()
    location_detail = TextField(null=True)
    photo_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)
    resolution = TextField(null=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    is_guest_caused = FlagField()

    estimated_cost = MoneyField(null=True)

    status = ChoiceField(InspectionIssueStatus, default=InspectionIssueStatus.OPEN)

    search_text = SearchTextField("number")

    label_fields = ("number", "location_detail")
    search_through = ("generated_ticket", "inspection")

    class Meta:
        db_table = in_schema("property", "inspection_issues")
        verbose_name = "inspection issue"
        verbose_name_plural = "inspection issues"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="resolved") | models.Q(resolved_at__isnull=False),
                name="inspection_issues_status_resolved_at_check",
                violation_error_message="Resolved at is needed when status is resolved.",
            )
        ]
        indexes = [
            models.Index(fields=["status"], name="inspection_iss_status"),
            search_index("inspection_issues_search"),
        ]
        triggers = [INSPECTION_ISSUE_STATUS.guard()]


class InspectionRoomScore(BaseModel):
    """Calculated per-room scores for an inspection."""

    inspection = models.ForeignKey(
        "property.Inspection", models.CASCADE, related_name="room_scores", db_index=False
    )
    room = models.ForeignKey("property.Room", models.CASCADE, related_name="inspection_room_scores")

    cleanliness_score = ScoreField(null=True)
    maintenance_score = ScoreField(null=True)
    inventory_score = ScoreField(null=True)
    overall_score = ScoreField(null=True)
    issues_count = IntegerField(default=0)
    notes = TextField(null=True)
    questions_total = IntegerField(default=0)
    questions_passed = IntegerField(default=0)
    questions_failed = IntegerField(default=0)
    calculated_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("overall_score",)
    search_through = ("inspection", "room")

    class Meta:
        db_table = in_schema("property", "inspection_room_scores")
        verbose_name = "room score"
        verbose_name_plural = "room scores"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "room"],
                name="inspection_room_scores_inspection_room_unique",
                violation_error_message="There is already a row with this inspection, room.",
            )
        ]
