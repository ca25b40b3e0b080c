"""Console pages: cleans, and the plans that cleans and inspections follow."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from core.admin import EntityAdmin, Panel, sheet
from property.models import Clean
from property.selectors.plans import plan_lines
from property.services.pins import plan_decide
from property.services.planning import clean_follow, is_begun

SAID = {
    "accept": "The stay's wish was taken. It follows the stay again.",
    "keep": "It stays as it is, and does not follow the stay.",
    "pin": "It is pinned: it does not follow the stay any more.",
    "unpin": "It follows the stay again.",
}


class PlannedMixin:
    """The plan of a row on its page, with a button for each decision."""

    change_form_template = "console/planned_form.html"

    class Media:
        css = {"all": ["console/plans.css"]}

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(self.plan_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_plan"
        return [path("<path:object_id>/plan/", view, name=name), *super().get_urls()]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The page, with the plan above the form."""
        if obj is not None and obj.plan is not None and not context.get("is_popup"):
            lines = plan_lines(obj)
            context["plan"] = {
                "lines": lines,
                "why": obj.plan.get("why", ""),
                "differences": sum(line.state == "differs" for line in lines),
                "pinned": sum(line.state == "pinned" for line in lines),
                "is_off": obj.plan.get("status") == "cancelled",
                "can_decide": self.has_change_permission(request, obj),
                "is_begun": is_begun(obj),
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        """Saves; what hangs on a clean follows it."""
        super().save_model(request, obj, form, change)
        if change and form.changed_data and isinstance(obj, Clean):
            clean_follow(clean=Clean._base_manager.get(pk=obj.pk), actor=request.user)

    def plan_view(self, request, object_id):
        """POST: decide about one field; a refusal stands as a message."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404(f"There is no such {self.opts.verbose_name}.")
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        choice = request.POST.get("choice", "")
        try:
            plan_decide(
                row=obj, field=request.POST.get("field", ""), choice=choice, actor=request.user
            )
        except (ValidationError, DatabaseError) as error:
            refused = self.refusal(error)
            if refused is None:
                raise
            messages.error(request, " ".join(refused.messages))
        else:
            messages.success(request, SAID[choice])
        page = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(page, args=[object_id]))


@admin.register(Clean)
class CleanAdmin(PlannedMixin, EntityAdmin):
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
