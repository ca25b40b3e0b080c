"""Cleans."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property.choices.cleans import (
    CLEAN_STATUS,
    FOLLOWING,
    OPEN,
    CleanBillableTo,
    CleanStatus,
)


class FollowsStay(BaseModel):
    """Work planned from a stay: what was asked of it last, what a person pinned, what differs."""

    plan = models.JSONField(
        null=True, blank=True, editable=False, help_text="field: what the stay asks for"
    )
    pinned_fields = ArrayField(
        LineField(),
        default=list,
        blank=True,
        editable=False,
        help_text="fields that do not follow the stay",
    )
    plan_changes = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="pinned field: [kept, what the stay asks for], to be looked at",
    )

    class Meta:
        abstract = True


class Clean(FollowsStay, Entity):
    """Scheduled or performed cleaning of a unit."""

    number = BusinessIDField("CLN-", db_column="clean_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="cleans", db_index=False
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="cleans",
        null=True,
        blank=True,
        help_text="departing stay",
    )
    clean_type = CodeField("ref.CleaningType", db_column="clean_type", related_name="cleans")
    assigned_to = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="cleans_as_assigned_to",
        null=True,
        blank=True,
        db_index=False,
    )
    secondary_cleaner = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="cleans_as_secondary_cleaner",
        null=True,
        blank=True,
    )
    supervisor = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="cleans_as_supervisor",
        null=True,
        blank=True,
    )
    completed_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="cleans_as_completed_by",
        null=True,
        blank=True,
    )
    verified_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="cleans_as_verified_by",
        null=True,
        blank=True,
    )
    checkin_reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="cleans_as_checkin_reservation",
        null=True,
        blank=True,
        help_text="stay arriving after the clean",
    )
    team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="cleans", null=True, blank=True
    )
    vendor_company = models.ForeignKey(
        "directory.Company",
        models.SET_NULL,
        related_name="cleans",
        null=True,
        blank=True,
        help_text="when outsourced",
    )
    reclean_of = models.ForeignKey(
        "property.Clean",
        models.SET_NULL,
        related_name="cleans_as_reclean_of",
        null=True,
        blank=True,
        help_text="original clean when redone",
    )

    scheduled_date = models.DateField()
    scheduled_time = models.TimeField(null=True, blank=True)
    actual_start_at = models.DateTimeField(null=True, blank=True)
    actual_end_at = models.DateTimeField(null=True, blank=True)
    duration_minutes = IntegerField(null=True)
    supplies_used = models.JSONField(null=True, blank=True)
    special_requests = TextField(null=True)
    notes = TextField(null=True)
    issues_found = LineField(null=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    passed_inspection = models.BooleanField(null=True, blank=True)
    is_billable = FlagField(default=True)
    billable_to = ChoiceField(CleanBillableTo, default=CleanBillableTo.GUEST)
    streamline_clean_id = LineField(null=True)

    clean_fee = MoneyField(null=True)
    clean_cost = MoneyField(null=True)

    status = ChoiceField(CleanStatus, default=CleanStatus.SCHEDULED)

    search_text = SearchTextField("number")

    label_fields = ("number", "scheduled_date")
    search_through = ("property", "vendor_company")

    class Meta:
        db_table = in_schema("property", "cleans")
        verbose_name = "clean"
        verbose_name_plural = "cleans"
        ordering = ["-scheduled_date", "scheduled_time"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(actual_end_at__isnull=True)
                | models.Q(actual_end_at__gte=models.F("actual_start_at")),
                name="cleans_actual_end_at_actual_start_at_check",
                violation_error_message="Actual end at must not be before actual start at.",
            ),
            models.CheckConstraint(
                condition=models.Q(duration_minutes__gte=0),
                name="cleans_duration_minutes_check",
                violation_error_message="Duration minutes cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(pinned_fields__contained_by=["status", *FOLLOWING]),
                name="cleans_pinned_fields_check",
                violation_error_message="Only fields that follow the stay can be pinned.",
            ),
            models.UniqueConstraint(
                fields=["reservation"],
                condition=models.Q(plan__isnull=False, status__in=OPEN),
                name="cleans_one_plan_a_stay",
                violation_error_message="The stay has another clean planned.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["property", "scheduled_date"], name="cleans_property_scheduled_date"
            ),
            models.Index(fields=["scheduled_date", "status"], name="cleans_scheduled_date_status"),
            models.Index(
                fields=["assigned_to", "scheduled_date"], name="cleans_assigned_to_sched_15c59"
            ),
            models.Index(
                fields=["property"],
                condition=models.Q(plan_changes__isnull=False),
                name="cleans_plan_changes",
            ),
            search_index("cleans_search"),
        ]
        triggers = [CLEAN_STATUS.guard()]
