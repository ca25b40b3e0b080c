"""Work."""

from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Log,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from service.choices.work import (
    InspectionTimeEntryRole,
    RecurringTaskFrequency,
    RecurringTaskScopeType,
    TicketMissReasonCode,
    TicketShiftRole,
    TicketTimeEntryRole,
)


class TicketTimeEntry(Join):
    """Share of a time entry spent on a ticket."""

    ticket = models.ForeignKey(
        "service.Ticket", models.PROTECT, related_name="time_entries", db_index=False
    )
    time_entry = models.ForeignKey(
        "team.TimeEntry", models.PROTECT, related_name="ticket_time_entries"
    )

    allocated_seconds = IntegerField()
    allocation_percentage = RateField(null=True, help_text="percentage points")
    role = ChoiceField(TicketTimeEntryRole, null=True)
    notes = TextField(null=True)

    label_fields = ("role",)
    search_through = ("ticket", "time_entry")

    class Meta:
        db_table = in_schema("service", "ticket_time_entries")
        verbose_name = "ticket time entry"
        verbose_name_plural = "ticket time entries"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(allocated_seconds__gte=0),
                name="ticket_time_entries_allocated_seconds_check",
                violation_error_message="Allocated seconds cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(allocation_percentage__gte=0, allocation_percentage__lte=100),
                name="ticket_time_entries_allocation_percentage_check",
                violation_error_message="Allocation percentage must lie between 0 and 100.",
            ),
            models.UniqueConstraint(
                fields=["ticket", "time_entry"],
                name="ticket_time_entries_ticket_time_entry_unique",
                violation_error_message="There is already a row with this ticket, time entry.",
            ),
        ]


class InspectionTimeEntry(Join):
    """Share of a time entry spent on an inspection."""

    inspection = models.ForeignKey(
        "property.Inspection", models.CASCADE, related_name="time_entries", db_index=False
    )
    time_entry = models.ForeignKey(
        "team.TimeEntry", models.PROTECT, related_name="inspection_time_entries"
    )

    allocated_seconds = IntegerField()
    role = ChoiceField(InspectionTimeEntryRole, null=True)
    notes = TextField(null=True)

    label_fields = ("role",)
    search_through = ("inspection", "time_entry")

    class Meta:
        db_table = in_schema("service", "inspection_time_entries")
        verbose_name = "inspection time entry"
        verbose_name_plural = "inspection time entries"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(allocated_seconds__gte=0),
                name="inspection_time_entries_allocated_seconds_check",
                violation_error_message="Allocated seconds cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["inspection", "time_entry"],
                name="inspection_time_entries_inspection_time_entry_unique",
                violation_error_message="There is already a row with this inspection, time entry.",
            ),
        ]


class TicketShift(Join):
    """Tickets planned into work shifts."""

    ticket = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="shifts", db_index=False
    )
    shift = models.ForeignKey("team.Shift", models.PROTECT, related_name="ticket_shifts")
    shift_agent = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_shifts", null=True, blank=True
    )

    shift_date = models.DateField(null=True, blank=True)
    role = ChoiceField(TicketShiftRole, default=TicketShiftRole.PRIMARY)
    assignment_notes = TextField(null=True)

    label_fields = ("shift_date", "role")
    search_through = ("ticket", "shift_agent")

    class Meta:
        db_table = in_schema("service", "ticket_shifts")
        verbose_name = "ticket shift"
        verbose_name_plural = "ticket shifts"
        ordering = ["-shift_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["ticket", "shift"],
                name="ticket_shifts_ticket_shift_unique",
                violation_error_message="There is already a row with this ticket, shift.",
            )
        ]
        indexes = [models.Index(fields=["shift_date"], name="ticket_shifts_shift_date")]


class TicketMiss(Log):
    """Planned service dates that were missed."""

    ticket = models.ForeignKey("service.Ticket", models.PROTECT, related_name="misses")
    shift = models.ForeignKey(
        "team.Shift", models.SET_NULL, related_name="ticket_misses", null=True, blank=True
    )
    member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_misses", null=True, blank=True
    )
    reported_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="ticket_misses_as_reported_by",
        null=True,
        blank=True,
    )

    scheduled_date = models.DateField()
    miss_date = models.DateField()
    miss_reason_code = ChoiceField(TicketMissReasonCode, null=True)
    rescheduled_date = models.DateField(null=True, blank=True)
    notes = TextField(null=True)

    label_fields = ("miss_date",)
    search_through = ("ticket", "member")

    class Meta:
        db_table = in_schema("service", "ticket_misses")
        verbose_name = "missed visit"
        verbose_name_plural = "missed visits"
        ordering = ["-miss_date"]
        indexes = [
            models.Index(fields=["miss_date"], name="ticket_misses_miss_date"),
            models.Index(fields=["miss_reason_code"], name="ticket_misses_miss_reason_code"),
        ]


class TicketRecurrence(Join):
    """Tickets produced by a recurring task."""

    ticket = models.ForeignKey("service.Ticket", models.CASCADE, related_name="recurring")
    recurring_task = models.ForeignKey(
        "service.RecurringTask",
        models.SET_NULL,
        related_name="ticket_recurring",
        null=True,
        blank=True,
    )
    knowledge_article = models.ForeignKey(
        "knowledge.Article", models.SET_NULL, related_name="ticket_recurring", null=True, blank=True
    )
    checklist_template = models.ForeignKey(
        "knowledge.Checklist",
        models.SET_NULL,
        related_name="ticket_recurring",
        null=True,
        blank=True,
    )

    scheduled_date = models.DateField(null=True, blank=True)
    is_on_schedule = models.BooleanField(null=True, blank=True)
    notes = TextField(null=True)
    completed_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("scheduled_date",)
    search_through = ("ticket",)

    class Meta:
        db_table = in_schema("service", "ticket_recurring")
        verbose_name = "recurring task run"
        verbose_name_plural = "recurring task runs"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recurring_task", "scheduled_date"],
                name="ticket_recurring_recurring_task_scheduled_date_unique",
                condition=models.Q(recurring_task__isnull=False),
                nulls_distinct=False,
                violation_error_message="There is already a row with this recurring task, scheduled date.",
            )
        ]


class RecurringTask(Entity):
    """Definition of repeating work that generates tickets."""

    number = BusinessIDField("RCT-", db_column="task_id")
    task_name = LineField()

    property = models.ForeignKey(
        "property.Property",
        models.CASCADE,
        related_name="recurring_tasks",
        null=True,
        blank=True,
        help_text="empty = all units in scope",
    )
    resort = models.ForeignKey(
        "property.Resort", models.CASCADE, related_name="recurring_tasks", null=True, blank=True
    )
    ticket_type = CodeField("ref.TicketType", related_name="recurring_tasks")
    category = CodeField("ref.TicketCategory", related_name="recurring_tasks")
    default_priority = CodeField(
        "ref.TicketPriority",
        db_column="default_priority",
        related_name="recurring_tasks",
        default="MEDIUM",
    )
    default_team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="recurring_tasks", null=True, blank=True
    )
    default_agent = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="recurring_tasks_as_default_agent",
        null=True,
        blank=True,
    )
    checklist_template = models.ForeignKey(
        "knowledge.Checklist",
        models.SET_NULL,
        related_name="recurring_tasks",
        null=True,
        blank=True,
    )
    knowledge_article = models.ForeignKey(
        "knowledge.Article", models.SET_NULL, related_name="recurring_tasks", null=True, blank=True
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="recurring_tasks_as_created_by",
        null=True,
        blank=True,
    )

    task_description = TextField(null=True)
    scope_type = ChoiceField(RecurringTaskScopeType, default=RecurringTaskScopeType.PROPERTY)
    frequency = ChoiceField(RecurringTaskFrequency)
    frequency_interval = IntegerField(default=1, help_text="every N periods")
    day_of_week = IntegerField(null=True, help_text="0 = Sunday")
    day_of_month = IntegerField(null=True)
    month_of_year = IntegerField(null=True)
    rrule = LineField(null=True, help_text="iCalendar rule when the simple fields do not suffice")
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)
    last_generated_date = models.DateField(null=True, blank=True)
    next_due_date = models.DateField(null=True, blank=True)
    lead_days = IntegerField(default=0, help_text="days before due to create the ticket")
    estimated_duration_minutes = IntegerField(null=True)
    avoid_occupied = FlagField(default=True, help_text="shift to the next vacant day")
    is_active = FlagField(default=True)

    search_text = SearchTextField("number", "task_name")

    label_fields = ("task_name", "number")
    search_through = ("property", "default_agent")

    class Meta:
        db_table = in_schema("service", "recurring_tasks")
        verbose_name = "recurring task"
        verbose_name_plural = "recurring tasks"
        ordering = ["next_due_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(frequency_interval__gte=1),
                name="recurring_tasks_frequency_interval_check",
                violation_error_message="Frequency interval cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("start_date")),
                name="recurring_tasks_end_date_start_date_check",
                violation_error_message="End date must not be before start date.",
            ),
            models.CheckConstraint(
                condition=models.Q(day_of_week__gte=0, day_of_week__lte=6),
                name="recurring_tasks_day_of_week_check",
                violation_error_message="Day of week must lie between 0 and 6.",
            ),
            models.CheckConstraint(
                condition=models.Q(day_of_month__gte=1, day_of_month__lte=31),
                name="recurring_tasks_day_of_month_check",
                violation_error_message="Day of month must lie between 1 and 31.",
            ),
            models.CheckConstraint(
                condition=models.Q(month_of_year__gte=1, month_of_year__lte=12),
                name="recurring_tasks_month_of_year_check",
                violation_error_message="Month of year must lie between 1 and 12.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_due_date"],
                condition=models.Q(is_active=True),
                name="recurring_task_next_due_e3609",
            ),
            search_index("recurring_tasks_search"),
        ]
