"""The way in: what the rows are, and the file that holds them."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from core.imports.labels import label_of
from core.imports.template import documented
from staging.admin.pages import MEDIA
from staging.selectors.batches import importable
from staging.services import batch_upload

ACCEPTED = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt"


class UploadForm(forms.Form):
    """What the rows are, and the file."""

    resource = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": "Say what the rows are.",
            "invalid_choice": "There is no such import that is open to you.",
        },
    )
    file = forms.FileField(
        allow_empty_file=True,  # the service says what is wrong with it
        error_messages={"required": "Choose the file with the rows."},
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *args, resources, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["resource"].choices = [(r.name, capfirst(r.title())) for r in resources]


def upload(admin, request):
    """GET the page; POST keeps the file and leads to its own page."""
    open_to = importable(request.user)
    if not open_to:
        raise PermissionDenied
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES, resources=open_to)
        if form.is_valid() and (batch := _kept(request, form)) is not None:
            return redirect("admin:staging_importbatch_change", batch.pk)
    else:
        asked = request.GET.get("resource") or (open_to[0].name if len(open_to) == 1 else "")
        form = UploadForm(resources=open_to, initial={"resource": asked})
    context = {"form": form, "kinds": [_kind(resource) for resource in open_to]}
    return _page(admin, request, "console/imports/upload.html", "Import a spreadsheet", context)


def _kept(request, form):
    """The new batch; None where it is refused, which the form then says."""
    file = form.cleaned_data["file"]
    try:
        return batch_upload(
            resource=form.cleaned_data["resource"],
            file=file,
            file_name=file.name,
            actor=request.user,
        )
    except ValidationError as error:
        form.add_error("file", error.messages)
    except PermissionDenied as error:
        form.add_error("resource", str(error))
    return None


def templates(admin, request):
    """The template sheets, each with what it asks for."""
    open_to = importable(request.user)
    if not open_to:
        raise PermissionDenied
    context = {
        "kinds": [{**_kind(resource), "lines": documented(resource)} for resource in open_to]
    }
    return _page(admin, request, "console/imports/templates.html", "Template sheets", context)


def _kind(resource) -> dict:
    columns = resource.columns().values()
    return {
        "name": resource.name,
        "title": capfirst(resource.title()),
        "needed": [label_of(column) for column in columns if column.required],
        "count": len(columns),
    }


def _page(admin, request, template, title, context):
    request.current_app = admin.admin_site.name
    return TemplateResponse(
        request,
        template,
        {
            **admin.admin_site.each_context(request),
            "title": title,
            "opts": admin.opts,
            "media": MEDIA,
            **context,
        },
    )
