"""Change of chosen fields of many rows at once: choose, preview, change.

It writes through ``core.services.records_update``: one transaction, the person's scope, refusals
row by row; the history is written by the database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.admin import helpers
from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.utils import display_for_value, flatten_fieldsets
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from core.admin.access import hidden
from core.admin.describe import is_discreet, shown_fields
from core.permissions.policies import policy_of
from core.permissions.scoping import scopes_on
from core.services import BulkOutcome, records_update
from core.transitions import transitions_of

PREFIX = "set"
NAMED_REFUSALS = 5  # rows named in the message; the others are counted


@dataclass(frozen=True)
class Line:
    """One field of the page: whether it is picked, its input, what is wrong with it."""

    name: str
    label: str
    help_text: str
    field: forms.BoundField
    is_picked: bool
    errors: list[str]


@dataclass(frozen=True)
class Preview:
    """What the change would do; counts are of rows."""

    values: list[tuple[str, str]]
    selected: int
    changing: int
    unchanged: int
    closed: int


def open_fields(admin: ModelAdmin, request: HttpRequest) -> list[models.Field]:
    """The fields that may be given the same value in many rows.

    Not statuses with moves of their own, not numbers or anything else that is unique, nothing
    generated or secret, and of the person's own rows no more than the policy opens.
    """
    model = admin.model
    offered = set(flatten_fieldsets(admin.get_fieldsets(request, None)))
    offered -= set(admin.get_readonly_fields(request, None))
    offered -= hidden(request, model, "write")
    moved = transitions_of(model)
    if not request.user.is_superuser:
        policy = policy_of(model)
        scopes = scopes_on(request.user, policy.resource, "write") if policy else ()
        if policy and policy.own_fields is not None and "all" not in scopes:
            offered &= policy.own_fields
    return [
        field
        for field in shown_fields(model)
        if field.name in offered
        and field.name not in moved
        and field.editable
        and not getattr(field, "generated", False)
        and not field.unique
        and not is_discreet(field)
        and not isinstance(field, models.JSONField | models.FileField)
    ]


def bulk_change(admin: ModelAdmin, request: HttpRequest, queryset: QuerySet) -> HttpResponse:
    """The admin action: shows the fields, then the preview, then changes the rows.

    Every step is a POST to the list with the same selection; the last one leads back there.
    """
    form = BulkForm(admin, request)
    step = request.POST.get("step")
    if step in ("preview", "change") and form.is_ready():
        writable = _writable(request, queryset)
        if step == "preview":
            return _page(admin, request, queryset, form, _preview(queryset, writable, form.values))
        try:
            outcome = records_update(
                queryset=writable, values=form.values, actor=request.user, source="console"
            )
        except ValidationError as error:
            form.add_errors(error)
        except PermissionDenied as error:
            messages.error(request, f"Nothing was changed. {error}")
            return HttpResponseRedirect(request.get_full_path())
        else:
            _report(admin, request, outcome, queryset.count() - writable.count())
            return HttpResponseRedirect(request.get_full_path())
    return _page(admin, request, queryset, form)


class BulkForm:
    """The inputs of all fields that may be changed; only those picked are read."""

    def __init__(self, admin: ModelAdmin, request: HttpRequest) -> None:
        self.fields = {field.name: field for field in open_fields(admin, request)}
        inputs = {name: _input(admin, request, field) for name, field in self.fields.items()}
        picked = [n for n in request.POST.getlist("fields") if n in self.fields]
        self.picked = list(dict.fromkeys(picked))
        self.blank = _form(inputs, None)
        self.filled = _form({n: inputs[n] for n in self.picked}, request.POST)
        self.errors: dict[str, list[str]] = {}

    def is_ready(self) -> bool:
        """Whether fields are picked and their values are values."""
        if not self.picked:
            self.errors[NON_FIELD_ERRORS] = ["Pick at least one field to change."]
        self.errors.update(
            {name: list(map(str, said)) for name, said in self.filled.errors.items()}
        )
        for name in self.picked:
            field, value = self.fields[name], self.values.get(name)
            if value in field.empty_values and not field.null and not field.blank:
                self.errors.setdefault(name, ["This field cannot be empty."])
        return not self.errors

    @property
    def values(self) -> dict[str, Any]:
        """The values of the picked fields, as the model takes them."""
        return self.filled.cleaned_data

    def add_errors(self, error: ValidationError) -> None:
        """Show what the service refused beside the fields."""
        said = getattr(error, "message_dict", None) or {NON_FIELD_ERRORS: error.messages}
        for name, texts in said.items():
            place = name if name in self.fields else NON_FIELD_ERRORS
            self.errors.setdefault(place, []).extend(texts)

    def lines(self) -> Iterable[Line]:
        """All fields for the page."""
        for name, field in self.fields.items():
            is_picked = name in self.picked
            bound = (self.filled if is_picked else self.blank)[name]
            label, help_text = capfirst(str(field.verbose_name)), str(field.help_text)
            yield Line(name, label, help_text, bound, is_picked, self.errors.get(name, []))

    @property
    def faults(self) -> list[str]:
        """What is wrong with no field in particular."""
        return self.errors.get(NON_FIELD_ERRORS, [])

    @property
    def media(self) -> forms.Media:
        """What the inputs need."""
        return self.blank.media


def _input(admin: ModelAdmin, request: HttpRequest, field: models.Field) -> forms.Field:
    """The field's own input without the links to add a row, and never required: picking is."""
    found = cast(forms.Field, admin.formfield_for_dbfield(field, request))
    found.widget = getattr(found.widget, "widget", found.widget)
    found.widget.is_required = False
    found.initial = None
    found.required = False
    return found


def _form(fields: Mapping[str, forms.Field], data) -> forms.Form:
    form = forms.Form(data, prefix=PREFIX)
    form.fields.update(fields)
    return form


def _writable(request: HttpRequest, queryset: QuerySet) -> QuerySet:
    """The selected rows that the person may write."""
    if request.user.is_superuser:
        return queryset
    rows = queryset.model.objects.for_user(request.user, "write")
    return queryset.filter(pk__in=rows.order_by().values("pk"))


def _preview(queryset: QuerySet, writable: QuerySet, values: Mapping[str, Any]) -> Preview:
    same = Q()
    for name, value in values.items():
        field = queryset.model._meta.get_field(name)
        empty = value in field.empty_values and field.null
        same &= Q(**{f"{name}__isnull": True}) if empty else Q(**{name: value})
    selected, open_rows = queryset.count(), writable.count()
    unchanged = writable.filter(same).count()
    shown = [
        (capfirst(str(queryset.model._meta.get_field(n).verbose_name)), _text(queryset, n, v))
        for n, v in values.items()
    ]
    return Preview(shown, selected, open_rows - unchanged, unchanged, selected - open_rows)


def _text(queryset: QuerySet, name: str, value: Any) -> str:
    field = queryset.model._meta.get_field(name)
    if value is None or value in field.empty_values:
        return "empty"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(display_for_value(value, "empty"))


def _page(admin, request, queryset, form: BulkForm, preview: Preview | None = None):
    """The page of fields, or with ``preview`` the one that asks before it changes."""
    context = {
        **admin.admin_site.each_context(request),
        "title": f"Change {admin.opts.verbose_name_plural}",
        "opts": admin.opts,
        "media": admin.media + form.media,
        "count": preview.selected if preview else queryset.count(),
        "form": form,
        "preview": preview,
        "action": request.POST.get("action", ""),
        # Django wants at least one, though it reads none when all that match are chosen.
        "keys": request.POST.getlist(helpers.ACTION_CHECKBOX_NAME),
        "select_across": request.POST.get("select_across", "0"),
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
        "address": request.get_full_path(),
    }
    request.current_app = admin.admin_site.name
    return TemplateResponse(request, "admin/shell/bulk.html", context)


def _report(admin, request, outcome: BulkOutcome, closed: int) -> None:
    """Say how many rows were changed, and why others were not."""
    one, many = admin.opts.verbose_name, admin.opts.verbose_name_plural
    parts = [f"{outcome.changed} {one if outcome.changed == 1 else many} changed"]
    if outcome.unchanged:
        parts.append(f"{outcome.unchanged} had these values already")
    if closed:
        parts.append(f"{closed} are not yours to change")
    level = messages.SUCCESS if outcome.changed else messages.WARNING
    messages.add_message(request, level, f"{', '.join(parts)}.")
    if outcome.refused:
        keys = list(outcome.refused)[:NAMED_REFUSALS]
        names = {row.pk: str(row) for row in admin.model._base_manager.filter(pk__in=keys)}
        said = "; ".join(f"{names.get(k, k)}: {outcome.refused[k].message}" for k in keys)
        more = len(outcome.refused) - len(keys)
        tail = f" And {more} more." if more else ""
        messages.error(request, f"{len(outcome.refused)} refused. {said}{tail}")
