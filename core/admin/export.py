"""Rows of a list as a file: those in scope, filtered and searched as the list is."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.timezone import localdate

from core.admin.access import hidden
from core.admin.describe import is_discreet, shown_fields
from core.resources.columns import file_columns
from core.resources.files import csv_chunks, xlsx_file
from core.services.security import security_event

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHUNK = 2000


class ExportForm(forms.Form):
    """Which columns, as what kind of file."""

    kind = forms.ChoiceField(
        choices=[("csv", "CSV"), ("xlsx", "Excel (XLSX)")], initial="csv", label="File"
    )
    columns = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one column."},
    )
    chosen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, columns, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["columns"].choices = columns

    def clean_chosen(self):
        """The keys of the ticked rows; none means the whole list."""
        field = forms.UUIDField()
        return [field.clean(key) for key in self.cleaned_data["chosen"].split(",") if key]


class ExportMixin:
    """The export page of a list."""

    actions = ("export_ticked",)

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        """The list, with the way to its file."""
        may = self.has_export_permission(request)
        return super().changelist_view(
            request, {"has_export_permission": may, **(extra_context or {})}
        )

    @admin.action(description="Export the ticked %(verbose_name_plural)s", permissions=["export"])
    def export_ticked(self, request, queryset):
        """Asks for the columns of the ticked rows."""
        chosen = ""
        if request.POST.get("select_across") != "1":
            chosen = ",".join(str(key) for key in queryset.values_list("pk", flat=True))
        return self._page(request, self._form(request, initial={"chosen": chosen}))

    def export_view(self, request):
        """GET asks which columns; POST gives the file."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._page(request, self._form(request))
        form = self._form(request, data=request.POST)
        if not form.is_valid():
            return self._page(request, form)
        try:
            return self._file(request, form.cleaned_data)
        except IncorrectLookupParameters:
            form.add_error(
                None, "A filter in the address cannot be read. Set it again in the list."
            )
        except ValidationError as error:
            form.add_error(None, error)
        return self._page(request, form)

    def export_fields(self, request) -> list:
        """The columns that a file may hold."""
        closed = hidden(request, self.model, "export")
        shown = [f for f in shown_fields(self.model) if f.name not in closed]
        return [self.opts.pk, *(f for f in shown if not is_discreet(f))]

    def export_rows(self, request):
        """The rows of the list as it is filtered and sorted, less those not to be exported."""
        whole = type("Whole", (self.get_changelist(request),), {"get_results": lambda *args: None})
        original, self.get_changelist = self.get_changelist, lambda *args, **kwargs: whole
        try:
            rows = self.get_changelist_instance(request).queryset
        finally:
            self.get_changelist = original
        allowed = self.model._default_manager.for_user(request.user, "export")
        return rows if request.user.is_superuser else rows.filter(pk__in=allowed.values("pk"))

    def _file(self, request, asked) -> HttpResponseBase:
        columns = file_columns(self.model, asked["columns"])
        rows = self.export_rows(request)
        if asked["chosen"]:
            rows = rows.filter(pk__in=asked["chosen"])
        security_event(
            event="export",
            action="export",
            description=f"{capfirst(self.opts.verbose_name_plural)} as {asked['kind'].upper()}.",
            actor=request.user,
            row=self.model,
            columns=asked["columns"],
            count=rows.order_by().count(),
            metadata={"query": request.GET.urlencode()} if request.GET else None,
        )
        rows = rows.select_related(None).values_list(*(column.lookup for column in columns))
        rows = rows.iterator(chunk_size=CHUNK)
        headings = [column.heading for column in columns]
        name = f"{self.opts.db_table.partition('.')[2].strip(chr(34))}-{localdate():%Y-%m-%d}"
        if asked["kind"] == "xlsx":
            file = xlsx_file(headings, rows, name)
            return FileResponse(
                file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE
            )
        return StreamingHttpResponse(
            csv_chunks(headings, rows),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
        )

    def _form(self, request, **kwargs):
        fields = self.export_fields(request)
        labels = [(field.name, capfirst(str(field.verbose_name))) for field in fields]
        names = [name for name, _ in labels]
        listed = [name for name in self.get_list_display(request) if name in names]
        initial = {"columns": names if len(names) < 15 else listed, **kwargs.pop("initial", {})}
        return ExportForm(columns=labels, initial=initial, **kwargs)

    def _page(self, request, form):
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_export")
        query = request.GET.urlencode()
        for error in form.non_field_errors() if form.is_bound else ():
            messages.error(request, error)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Export {self.opts.verbose_name_plural}",
            "opts": self.opts,
            "form": form,
            "action": f"{address}?{query}" if query else address,
            "ticked": len([k for k in str(form["chosen"].value() or "").split(",") if k]),
            "media": self.media,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "console/export.html", context)
