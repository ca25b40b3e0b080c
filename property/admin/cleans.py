"""Console pages: cleans."""

from django.contrib import admin

from core.admin import EntityAdmin, Panel, sheet
from property.models import Clean


@admin.register(Clean)
class CleanAdmin(EntityAdmin):
    """Cleans: when, by whom, for which stay."""

    list_display = (
        "number",
        "scheduled_date",
        "scheduled_time",
        "status",
        "property",
        "clean_type",
        "assigned_to",
        "reservation",
        "team",
        "passed_inspection",
    )
    list_filter = (
        "status",
        "scheduled_date",
        "clean_type",
        "property",
        "assigned_to",
        "team",
        "is_billable",
    )
    panels = (
        "inspections",
        Panel("ticket_cleans", title="Tickets"),
        Panel("checklist_instances", title="Checklists"),
        "linen_deliveries",
        "cleans_as_reclean_of",
    )
    fieldsets = sheet(
        ("", "number property", "status clean_type", "scheduled_date scheduled_time"),
        ("Stay", "reservation checkin_reservation", "special_requests"),
        (
            "People",
            "assigned_to secondary_cleaner",
            "supervisor team",
            "completed_by verified_by",
            "vendor_company",
        ),
        (
            "Work",
            "actual_start_at actual_end_at",
            "duration_minutes verified_at",
            "passed_inspection issues_found",
            "reclean_of",
            "supplies_used",
            "notes",
        ),
        ("Money", "clean_fee clean_cost", "is_billable billable_to"),
        ("Elsewhere", "streamline_clean_id"),
    )
