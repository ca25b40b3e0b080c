"""What can this person see, and why: the roles and grants of a person, and the verdict on a row."""

import re
from uuid import UUID

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from core.admin.forms import RowField, RowSelect
from core.checks import house_models
from core.models import BusinessIDField
from core.models.fields import field_or_none
from core.permissions.standing import scopes_on
from portal.admin.access.sharing import end_of, may_share
from portal.models import SavedView, User
from portal.selectors.grants import anchors, grants_of_person
from portal.selectors.why import explain, rows_reached, summary
from portal.services.grants import delegation_give

ADDRESS = re.compile(r"/(\w+)/(\w+)/([0-9a-f-]{36})/")
LABELLED = re.compile(r"^(\w+)\.(\w+):([0-9a-f-]{36})$")


def may_ask(user) -> bool:
    """Whether the person may see what others can see: who reads all accounts and permissions."""
    if user.is_superuser:
        return True
    return all("all" in scopes_on(user, name, "read") for name in ("users", "permissions"))


def link(request: HttpRequest, row: Model) -> tuple[str, str] | None:
    """The button on the page of a row; on that of an account it asks about the person."""
    if not may_ask(request.user):
        return None
    asked = {"person": row.pk} if isinstance(row, User) else {"row": f"{row._meta.label}:{row.pk}"}
    label = "What they can see" if isinstance(row, User) else "Who can see this"
    return label, f"{reverse('admin:reach')}?{urlencode(asked)}"


class AskForm(forms.Form):
    """Whom, and which row."""

    person = RowField(queryset=User.objects.none())
    row = forms.CharField(
        required=False,
        label="a row of any table",
        help_text="its number (TIK-PC-000123), or the address of its page",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        people_field(self.fields["person"], user)
        self.user = user

    def clean_row(self):
        """The row that is meant; it must be one that the asker may read."""
        text = self.cleaned_data["row"].strip()
        if not text:
            return None
        found = row_named(text, self.user)
        if found is None:
            raise forms.ValidationError("You reach no row of that number or address.")
        return found


class HandOverForm(forms.Form):
    """To whom the work of somebody who is away goes, until when, and why."""

    to = RowField(queryset=User.objects.none())
    until = forms.DateField(
        widget=forms.DateInput(attrs={"type": "date"}), help_text="the last day away"
    )
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        people_field(self.fields["to"], user)


def people_field(field: RowField, user) -> None:
    """Make a field a search box of the people whom ``user`` may read."""
    field.queryset = User.objects.for_user(user, "read")
    field.widget = RowSelect(SavedView._meta.get_field("owner"), admin.site)
    field.widget.choices = field.choices


def row_named(text: str, user) -> Model | None:
    """The row of a number, of a page's address or of ``app.Model:key``, if ``user`` reads it."""
    match = LABELLED.match(text) or ADDRESS.search(text)
    if match is not None:
        app, name, key = match.groups()
        try:
            model = apps.get_model(app, name)
            return model.objects.for_user(user, "read").filter(pk=UUID(key)).first()
        except (LookupError, ValueError, AttributeError):
            return None
    for model in house_models():
        number = field_or_none(model, "number")
        if isinstance(number, BusinessIDField) and text.upper().startswith(_start(number)):
            found = model.objects.for_user(user, "read").filter(number=text.upper()).first()
            if found is not None:
                return found
    return None


def _start(number: BusinessIDField) -> str:
    """What every number of the kind begins with."""
    return number.prefix.partition("{")[0]


def reach(request, site):
    """GET with ``person`` and perhaps ``row``; POST hands the person's work over."""
    if not may_ask(request.user):
        raise PermissionDenied
    may_hand_over = may_share(request.user)
    hand_over = HandOverForm(request.POST or None, user=request.user, prefix="over")
    is_asked = bool(request.GET.get("person"))
    person = row = None
    asked = request.GET.dict()
    if not is_asked and asked.get("row"):
        row = row_named(asked["row"], request.user)
        asked["row"] = getattr(row, "number", None) or asked["row"]
    form = AskForm(request.GET if is_asked else None, initial=asked, user=request.user)
    if is_asked and form.is_valid():
        person, row = form.cleaned_data["person"], form.cleaned_data["row"]
    if request.method == "POST":
        if not may_hand_over or person is None:
            raise PermissionDenied
        if hand_over.is_valid() and _handed_over(request, person, hand_over):
            return redirect(request.get_full_path())
    context = {
        **site.each_context(request),
        "title": "Who can see what, and why",
        "form": form,
        "media": form.media,
        "hand_over": hand_over if may_hand_over else None,
        "person": person,
        "row": row,
        "address": row and _address(row),
        "shares": row and type(row) in anchors() and _shares(row),
    }
    if person is not None and row is not None:
        context["verdicts"] = explain(person, row)
    elif person is not None:
        context |= {
            "held": summary(person),
            "grants": grants_of_person(person),
            "counted": _counted(person, request.GET.get("resource")),
            "resource": request.GET.get("resource"),
        }
    request.current_app = site.name
    return TemplateResponse(request, "console/access/reach.html", context)


def _handed_over(request, person: User, form: HandOverForm) -> bool:
    told = form.cleaned_data
    try:
        given = delegation_give(
            actor=request.user,
            absent=person,
            to=told["to"],
            until=end_of(told["until"]),
            reason=told["reason"],
        )
    except (ValidationError, PermissionDenied) as error:
        said = error.messages if isinstance(error, ValidationError) else [str(error)]
        form.add_error(None, said)
        return False
    what = (
        ", ".join(f"{count:,} {name}" for name, count in given.items()) or "nothing: no open work"
    )
    messages.success(request, f"Handed over to {told['to']}: {what}.")
    return True


def _counted(person: User, resource: str | None) -> list[tuple[str, int, bool]]:
    """How many rows of each table of a resource the person reads; only of the one asked for."""
    if not resource:
        return []
    models = {
        model for held in summary(person) if held.resource == resource for model in held.models
    }
    titles = sorted(models, key=lambda model: str(model._meta.verbose_name_plural))
    return [
        (str(model._meta.verbose_name_plural), *rows_reached(person, model)) for model in titles
    ]


def _address(row: Model) -> str:
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])


def _shares(row: Model) -> str:
    meta = row._meta
    return reverse("admin:shares", args=[meta.app_label, meta.model_name, row.pk])
