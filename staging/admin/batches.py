"""Console pages: batches."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST
from unfold.decorators import display

from core.admin import ReadOnlyAdmin
from staging.admin.pages import actions, batch, files, upload
from staging.models import ImportBatch, ImportRecipe
from staging.selectors.batches import batches_for, importable


def counted(row: ImportBatch, verdict: str) -> str | None:
    """Rows of a verdict; None as long as nothing was checked."""
    count = (row.counts or {}).get(verdict)
    return None if count is None else f"{count:,}"


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    """Imports: begun on the upload page, looked through and carried out on the batch's own."""

    list_display = (
        "number",
        "file_name",
        "resource",
        "status",
        "phase",
        "new_rows",
        "changed_rows",
        "refused_rows",
        "sender",
        "asked_at",
    )
    list_filter = ("status", "sender", "asked_at")
    list_select_related = ()
    hidden_columns = (
        "survey",
        "columns",
        "value_maps",
        "decisions",
        "unknown_columns",
        "counts",
        "file",
        "transaction_id",
        "is_cancel_requested",
    )

    def get_queryset(self, request):
        """The person's own imports, and those of others into tables that are wholly the person's."""
        rows = super().get_queryset(request)
        if request.user.is_superuser:
            return rows
        return rows.filter(pk__in=batches_for(request.user).order_by().values("pk"))

    def annotated(self, rows):
        """What a file holds is long, and no column of the list."""
        return rows.defer("survey")

    @display(description="new")
    def new_rows(self, row):
        """Rows that an import adds."""
        return counted(row, "new")

    @display(description="changed")
    def changed_rows(self, row):
        """Rows that it changes."""
        return counted(row, "changed")

    @display(description="refused")
    def refused_rows(self, row):
        """Rows that it does not take."""
        return counted(row, "refused")

    for column in (new_rows, changed_rows, refused_rows):
        column.css = "cell-number"
    del column

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("new/", view(self.upload_view), name=f"{name}_new"),
            path("templates/", view(self.templates_view), name=f"{name}_templates"),
            path("templates/<slug:resource>/", view(self.template_view), name=f"{name}_template"),
            path("<uuid:pk>/progress/", view(self.progress_view), name=f"{name}_progress"),
            path("<uuid:pk>/refused/", view(self.refused_view), name=f"{name}_refused"),
            path(
                "<uuid:pk>/do/<slug:action>/",
                view(require_POST(self.action_view)),
                name=f"{name}_do",
            ),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        """The list, with the way in."""
        address = reverse("admin:staging_importbatch_new") if importable(request.user) else ""
        return super().changelist_view(
            request, {"import_address": address, **(extra_context or {})}
        )

    def upload_view(self, request):
        """GET asks what the rows are and for the file; POST takes it in."""
        return upload.upload(self, request)

    def templates_view(self, request):
        """All template sheets that the person may use."""
        return upload.templates(self, request)

    def template_view(self, request, resource):
        """One template sheet as a file."""
        return files.template(request, resource)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """An import's own page; what is done there is posted elsewhere."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        found = self.get_object(request, object_id)
        if found is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, found):
            raise PermissionDenied
        return batch.page(self, request, found)

    def progress_view(self, request, pk):
        """How far the work is, asked for every second."""
        return batch.progress(self, request, self.batch(request, pk))

    def refused_view(self, request, pk):
        """The refused rows as a sheet."""
        found = self.batch(request, pk)
        if found is None:
            raise Http404("This import is not there, or not yours.")
        return files.refused(found)

    def action_view(self, request, pk, action):
        """POST: one thing that is done with an import."""
        found = self.batch(request, pk)
        if found is None:
            messages.error(request, "This import is not there, or not yours.")
            return redirect("admin:staging_importbatch_changelist")
        return actions.act(request, found, action)

    def batch(self, request, pk):
        """The import, if the person may see it; else None."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self.get_queryset(request).filter(pk=pk).first()


@admin.register(ImportRecipe)
class ImportRecipeAdmin(ReadOnlyAdmin):
    """How sheets were read the last time."""

    list_display = ("resource", "sender", "used_at")
    list_filter = ("used_at",)

    def get_queryset(self, request):
        """One's own recipes."""
        rows = super().get_queryset(request)
        return rows if request.user.is_superuser else rows.filter(sender=request.user)
