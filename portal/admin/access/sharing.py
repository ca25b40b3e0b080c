"""Shares of a row: who was granted it, by whom, why and until when; giving and taking back."""

from datetime import date, datetime, time

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from core.admin.forms import RowField, RowSelect
from core.permissions.standing import is_onlooker, scopes_on
from portal.models import SavedView, User
from portal.selectors.grants import anchors, grant_models, grants_of_row
from portal.services.grants import grant_give, grant_take_back
from team.models import Team

CHOICES = (("view", "see it"), ("change", "change it"), ("delete", "delete it"))


def may_share(user) -> bool:
    """Whether the person may grant rows to others, and take grants back."""
    if is_onlooker(user):
        return False
    return user.is_superuser or "all" in scopes_on(user, "permissions", "write")


def link(request: HttpRequest, row: Model) -> tuple[str, str] | None:
    """The button on the page of a row that can be shared: its label and address."""
    if type(row) not in anchors() or not _may_look(request.user):
        return None
    meta = type(row)._meta
    return "Shares", reverse("admin:shares", args=[meta.app_label, meta.model_name, row.pk])


def end_of(day: date) -> datetime:
    """The instant at which a day is over, by the company's clock."""
    return timezone.make_aware(datetime.combine(day, time.max))


class ShareForm(forms.Form):
    """To whom a row is granted, for what, why and until when."""

    person = RowField(queryset=User.objects.none(), required=False)
    team = RowField(queryset=Team.objects.none(), required=False)
    actions = forms.MultipleChoiceField(
        choices=CHOICES, widget=forms.CheckboxSelectMultiple, initial=["view"], label="may"
    )
    until = forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="the last day; empty: until taken back",
    )
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        for name, model in (("person", User), ("team", Team)):
            source = SavedView._meta.get_field("owner" if model is User else "team")
            self.fields[name].queryset = model.objects.for_user(user, "read")
            self.fields[name].widget = RowSelect(source, admin.site)
            self.fields[name].widget.choices = self.fields[name].choices

    def clean(self):
        """One person or one team."""
        told = super().clean()
        if bool(told.get("person")) == bool(told.get("team")) and not self.errors:
            raise ValidationError("Choose a person or a team.")
        return told

    @property
    def expires_at(self) -> datetime | None:
        """When it ends; None until it is taken back."""
        day = self.cleaned_data["until"]
        return day and end_of(day)


def shares(request, app_label: str, model_name: str, key, site):
    """GET the shares of a row; POST gives one or takes one back."""
    row = _row(request, app_label, model_name, key)
    may_change = may_share(request.user)
    form = ShareForm(user=request.user)
    if request.method == "POST":
        if not may_change:
            raise PermissionDenied
        if "take_back" in request.POST:
            _take_back(request, row)
            return redirect(request.path)
        form = ShareForm(request.POST, user=request.user)
        if form.is_valid() and _given(request, row, form):
            return redirect(request.path)
    context = {
        **site.each_context(request),
        "title": f"Shares of {row}",
        "row": row,
        "kind": type(row)._meta.verbose_name,
        "address": reverse(f"admin:{app_label}_{model_name}_change", args=[row.pk]),
        "shares": grants_of_row(row),
        "form": form,
        "may_change": may_change,
        "media": form.media,
    }
    request.current_app = site.name
    return TemplateResponse(request, "console/access/shares.html", context)


def _may_look(user) -> bool:
    return may_share(user) or "all" in scopes_on(user, "permissions", "read")


def _row(request, app_label: str, model_name: str, key) -> Model:
    """The row, where its kind can be shared and the person reads it; 404 otherwise."""
    try:
        model = apps.get_model(app_label, model_name)
        grant_models(model)
    except LookupError as problem:
        raise Http404(str(problem)) from problem
    row = get_object_or_404(model.objects.for_user(request.user, "read"), pk=key)
    if not _may_look(request.user):
        raise PermissionDenied
    return row


def _given(request, row: Model, form: ShareForm) -> bool:
    told = form.cleaned_data
    to = told["person"] or told["team"]
    try:
        grant_give(
            actor=request.user,
            row=row,
            to=to,
            actions=told["actions"],
            reason=told["reason"],
            expires_at=form.expires_at,
        )
    except ValidationError as error:
        names = {"to": "person" if told["person"] else "team", "expires_at": "until"}
        told_by = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, said in told_by.items():
            field = names.get(name, name)
            form.add_error(field if field in form.fields else None, said)
        return False
    except PermissionDenied as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"{row} is shared with {to}.")
    return True


def _take_back(request, row: Model) -> None:
    key = request.POST["take_back"]
    found = next((one for one in grants_of_row(row) if str(one.grant.pk) == key), None)
    if found is None:
        messages.warning(request, "Somebody took it back already.")
        return
    try:
        grant_take_back(
            actor=request.user, grant=found.grant, reason=request.POST.get("reason", "")
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, "It was taken back.")
