"""Time."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    Log,
    MoneyField,
    ScoreField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.expressions import TimeRange
from team.choices.time import (
    SHIFT_STATUS,
    TIME_ENTRY_TIMESHEET_STATUS,
    ShiftStatus,
    ShiftType,
    TimeEntryBillableTo,
    TimeEntryMethod,
    TimeEntryTimesheetStatus,
    TimeEntryVerificationStatus,
)


class Shift(Entity):
    """Planned work shift of a member."""

    number = BusinessIDField("SHFT-", db_column="shift_id")

    member = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="shifts", db_index=False
    )
    team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="shifts", null=True, blank=True
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="shifts", null=True, blank=True
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="shifts_as_created_by",
        null=True,
        blank=True,
    )

    shift_date = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    scheduled_hours = ScoreField(null=True)
    actual_hours = ScoreField(null=True)
    shift_type = ChoiceField(ShiftType, null=True)
    notes = TextField(null=True)
    clock_in_at = models.DateTimeField(null=True, blank=True)
    clock_out_at = models.DateTimeField(null=True, blank=True)
    break_minutes = IntegerField(default=0)
    published_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(ShiftStatus, default=ShiftStatus.SCHEDULED)

    search_text = SearchTextField("number")

    label_fields = ("number", "shift_date")
    search_through = ("member",)

    class Meta:
        db_table = in_schema("team", "shifts")
        verbose_name = "shift"
        verbose_name_plural = "shifts"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="shifts_ends_at_starts_at_check",
                violation_error_message="Ends at must be after starts at.",
            ),
            models.CheckConstraint(
                condition=models.Q(scheduled_hours__gte=0),
                name="shifts_scheduled_hours_check",
                violation_error_message="Scheduled hours cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(actual_hours__gte=0),
                name="shifts_actual_hours_check",
                violation_error_message="Actual hours cannot be less than 0.",
            ),
            ExclusionConstraint(
                name="shifts_of_a_member_do_not_overlap",
                expressions=[
                    ("member", RangeOperators.EQUAL),
                    (TimeRange("starts_at", "ends_at"), RangeOperators.OVERLAPS),
                ],
                condition=~models.Q(status__in=["CANCELLED", "NO_SHOW"]),
                violation_error_message="The member already has a shift at this time.",
            ),
        ]
        indexes = [
            models.Index(fields=["member", "shift_date"], name="shifts_member_shift_date"),
            models.Index(fields=["status"], name="shifts_status"),
            search_index("shifts_search"),
        ]
        triggers = [SHIFT_STATUS.guard()]


class TimeEntry(Entity):
    """Canonical record of labour time for payroll and costing."""

    number = BusinessIDField("TIME-", width=8, db_column="time_entry_id")

    member = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="time_entries", db_index=False
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="time_entries", null=True, blank=True
    )
    activity_type = CodeField("ref.ActivityType", related_name="time_entries", null=True)
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="time_entries_as_approved_by",
        null=True,
        blank=True,
    )
    payroll_item = models.ForeignKey(
        "finance.PayrollItem", models.SET_NULL, related_name="time_entries", null=True, blank=True
    )

    work_date = models.DateField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    duration_seconds = IntegerField(null=True)
    is_billable = FlagField()
    billable_to = ChoiceField(TimeEntryBillableTo, null=True)
    requires_verification = FlagField()
    notes = TextField(null=True)
    entry_method = ChoiceField(TimeEntryMethod, default=TimeEntryMethod.TIMER)
    start_latitude = CoordinateField(null=True)
    start_longitude = CoordinateField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    is_overtime = FlagField()
    is_paid_break = FlagField()

    hourly_rate = MoneyField(null=True, help_text="rate frozen at work time")
    labor_cost = MoneyField(null=True, help_text="duration x hourly_rate")

    timesheet_status = ChoiceField(TimeEntryTimesheetStatus, default=TimeEntryTimesheetStatus.START)

    search_text = SearchTextField("number")

    label_fields = ("number", "work_date")
    search_through = ("member", "property")

    class Meta:
        db_table = in_schema("team", "time_entries")
        verbose_name = "time entry"
        verbose_name_plural = "time entries"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True)
                | models.Q(ended_at__gte=models.F("started_at")),
                name="time_entries_ended_at_started_at_check",
                violation_error_message="Ended at must not be before started at.",
            ),
            models.CheckConstraint(
                condition=models.Q(duration_seconds__gte=0),
                name="time_entries_duration_seconds_check",
                violation_error_message="Duration seconds cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(labor_cost__gte=0),
                name="time_entries_labor_cost_check",
                violation_error_message="Labor cost cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["member", "work_date"], name="time_entries_member_work_date"),
            models.Index(fields=["timesheet_status"], name="time_entries_timesheet_status"),
            models.Index(
                fields=["requires_verification"],
                condition=models.Q(requires_verification=True),
                name="time_entries_requires_ve_1cb9f",
            ),
            search_index("time_entries_search"),
        ]
        triggers = [TIME_ENTRY_TIMESHEET_STATUS.guard()]


class TimeEntryVerification(Log):
    """Checks and corrections made to a time entry."""

    time_entry = models.ForeignKey(
        "team.TimeEntry", models.PROTECT, related_name="verifications", db_index=False
    )
    verified_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="time_entry_verifications",
        null=True,
        blank=True,
    )

    verification_number = IntegerField()
    verified_at = models.DateTimeField(null=True, blank=True)
    original_duration_seconds = IntegerField(null=True)
    adjusted_duration_seconds = IntegerField(null=True)
    adjustment_reason = TextField(null=True)
    notes = TextField(null=True)

    verification_status = ChoiceField(TimeEntryVerificationStatus)

    label_fields = ("verification_number", "verification_status")
    search_through = ("time_entry",)

    class Meta:
        db_table = in_schema("team", "time_entry_verifications")
        verbose_name = "time entry check"
        verbose_name_plural = "time entry checks"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(adjusted_duration_seconds__gte=0),
                name="time_entry_verifications_adjusted_duration_seconds_check",
                violation_error_message="Adjusted duration seconds cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["time_entry", "verification_number"],
                name="time_entry_verifications_time_entry_verification_numbe_ba983",
                violation_error_message="There is already a row with this time entry, verification number.",
            ),
        ]


class ShiftTimeEntry(Join):
    """Share of a time entry that falls in a shift."""

    shift = models.ForeignKey(
        "team.Shift", models.CASCADE, related_name="time_entries", db_index=False
    )
    time_entry = models.ForeignKey(
        "team.TimeEntry", models.CASCADE, related_name="shift_time_entries"
    )

    allocated_seconds = IntegerField()
    notes = TextField(null=True)

    search_through = ("shift", "time_entry")

    class Meta:
        db_table = in_schema("team", "shift_time_entries")
        verbose_name = "shift time entry"
        verbose_name_plural = "shift time entries"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(allocated_seconds__gte=0),
                name="shift_time_entries_allocated_seconds_check",
                violation_error_message="Allocated seconds cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["shift", "time_entry"],
                name="shift_time_entries_shift_time_entry_unique",
                violation_error_message="There is already a row with this shift, time entry.",
            ),
        ]
