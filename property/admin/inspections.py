"""Console pages: inspections."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin, Panel, inline, sheet
from property.admin.cleans import PlannedMixin
from property.models import (
    Inspection,
    InspectionAnswer,
    InspectionInventoryLink,
    InspectionIssue,
    InspectionQuestion,
    InspectionRoomScore,
)


@admin.register(Inspection)
class InspectionAdmin(PlannedMixin, EntityAdmin):
    """Inspections with answers, issues and scores."""

    list_display = (
        "number",
        "scheduled_date",
        "status",
        "property",
        "inspection_type",
        "inspector",
        "overall_score",
        "pass_fail",
        "issues_count",
    )
    list_filter = (
        "status",
        "inspection_type",
        "pass_fail",
        "property",
        "inspector",
        "scheduled_date",
        "follow_up_required",
    )
    inlines = (
        inline(
            InspectionIssue,
            fields=("number", "room", "category", "severity", "location_detail", "status"),
        ),
        inline(
            InspectionAnswer,
            fields=("room", "question", "response_value", "response_rating", "issue_severity"),
            limit=30,
        ),
    )
    panels = (
        "room_scores",
        "ticket_inspections",
        "time_entries",
        "files",
        Panel("checklist_instances", title="Checklists"),
    )
    fieldsets = sheet(
        ("", "number property", "status inspection_type", "scheduled_date scheduled_time"),
        (
            "Visit",
            "inspector template_checklist",
            "clean_event reservation",
            "actual_start_at actual_end_at",
            "completed_at duration_minutes",
        ),
        (
            "Result",
            "overall_score pass_fail",
            "cleanliness_score maintenance_score inventory_score",
            "issues_count critical_issues_count issues_major_count",
            "issues_moderate_count issues_minor_count",
        ),
        ("Follow-up", "follow_up_required follow_up_ticket", "follow_up_notes", "notes"),
    )


@admin.register(InspectionQuestion)
class InspectionQuestionAdmin(EntityAdmin):
    """The questions that inspections ask."""

    is_large = False
    inlines = (
        inline(
            InspectionInventoryLink,
            fields=("inventory_item", "item_type", "expected_quantity", "count_tolerance"),
        ),
    )
    panels = ()


@admin.register(InspectionAnswer)
class InspectionAnswerAdmin(BaseAdmin):
    """Answers, room by room."""

    list_display = (
        "inspection",
        "room",
        "question",
        "response_value",
        "response_rating",
        "issue_severity",
        "answered_at",
    )


@admin.register(InspectionIssue)
class InspectionIssueAdmin(EntityAdmin):
    """Defects that inspections found."""

    list_display = (
        "number",
        "inspection",
        "status",
        "category",
        "severity",
        "location_detail",
        "generated_ticket",
        "estimated_cost",
        "resolved_at",
    )


admin.site.register(InspectionInventoryLink, JoinAdmin)
admin.site.register(InspectionRoomScore, BaseAdmin)
