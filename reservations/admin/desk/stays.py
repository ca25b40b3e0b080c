"""The page "Change this stay": dates, home, split, arrival, departure, cancelling, coming back.

What would become of a change is shown while it is typed (``what-if/``, JSON); nothing is saved
before the button. Every form is posted here and done by the services of stays.
"""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from core.admin.forms import RowField, RowSelect, errors_by_field
from core.clock import now
from property.models import Property
from property.selectors.clock import zone_of
from reservations.choices.reservations import (
    NOT_BEGUN,
    OFF,
    ReservationCancelledBy,
    ReservationStatus,
)
from reservations.models import Reservation
from reservations.selectors.refunds import refund_preview
from reservations.selectors.what_if import WARNINGS, what_if
from reservations.services.stays import (
    stay_cancel,
    stay_change,
    stay_check_in,
    stay_check_out,
    stay_confirm,
    stay_no_show,
    stay_restore,
    stay_split,
)

IN = ReservationStatus.CHECKED_IN
CLOCK = "%Y-%m-%dT%H:%M"


def _day(**more) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **more)


def _moment(**more) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=CLOCK)
    return forms.DateTimeField(widget=widget, input_formats=[CLOCK, f"{CLOCK}:%S"], **more)


def _reason(*, required: bool = False) -> forms.CharField:
    return forms.CharField(required=required, widget=forms.Textarea(attrs={"rows": 2}))


class StayForm(forms.Form):
    """One deed; ``do`` does it by its service and gives the sentence to show."""

    title = ""
    button = ""
    hint = ""
    whatif = False

    def __init__(self, *args, stay: Reservation, user, **kwargs):
        self.stay, self.user = stay, user
        super().__init__(*args, prefix=self.name(), **kwargs)
        if "home" in self.fields:
            field: Any = self.fields["home"]
            field.queryset = Property.objects.for_user(user, "read")
            field.widget = RowSelect(Reservation._meta.get_field("property"), admin.site)
            field.widget.choices = field.choices
            field.widget.chosen = lambda: self.stay.property

    @classmethod
    def name(cls) -> str:
        """The deed's name in addresses and on the page."""
        return cls.__name__.removesuffix("Form").lower()

    def now(self) -> str:
        """This minute by the home's clock, for a box of date and time."""
        return now().astimezone(zone_of(self.stay.property)).strftime(CLOCK)

    def local(self, name: str) -> datetime | None:
        """What was typed, as an instant of the home's clock."""
        typed = self.cleaned_data.get(name)
        if typed is None:
            return None
        return timezone.make_naive(typed).replace(tzinfo=zone_of(self.stay.property))

    def do(self) -> str:
        """Do it."""
        raise NotImplementedError


class ChangeForm(StayForm):
    """Dates and home."""

    title, button = "Dates and home", "Change the stay"
    hint = "Shorten, stretch or move it: nights that it leaves are free at once."
    whatif = True
    check_in_date = _day(label="arrival")
    check_out_date = _day(label="departure")
    home = RowField(queryset=Property.objects.none())
    reckons = forms.BooleanField(required=False, label="reckon the price anew")
    reason = _reason()
    despite = forms.BooleanField(required=False, label="nevertheless")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {
            "check_in_date": self.stay.check_in_date,
            "check_out_date": self.stay.check_out_date,
            "home": self.stay.property_id,
        }

    def do(self) -> str:
        """Change it."""
        told = self.cleaned_data
        stay = stay_change(
            stay=self.stay,
            check_in_date=told["check_in_date"],
            check_out_date=told["check_out_date"],
            home=told["home"],
            reckons=told["reckons"],
            despite=WARNINGS if told["despite"] else (),
            actor=self.user,
            reason=told["reason"],
        )
        return f"{stay} stands in {stay.property} until {stay.check_out_date} now."


class SplitForm(StayForm):
    """The rest of it elsewhere."""

    title, button = "Move the rest to another home", "Split the stay"
    hint = "The nights from that day on become a stay of their own in the other home."
    whatif = True
    at = _day(label="from the night of")
    home = RowField(queryset=Property.objects.none(), label="to")
    reason = _reason()
    despite = forms.BooleanField(required=False, label="nevertheless")

    def do(self) -> str:
        """Split it."""
        told = self.cleaned_data
        _, second = stay_split(
            stay=self.stay,
            at=told["at"],
            home=told["home"],
            despite=WARNINGS if told["despite"] else (),
            actor=self.user,
            reason=told["reason"],
        )
        return f"{second.number} has the nights from {told['at']} on, in {second.property}."


class ConfirmForm(StayForm):
    """Confirmed."""

    title, button = "Confirm", "Confirm the stay"
    hint = "The nights are kept for good; a hold on them no longer expires."

    def do(self) -> str:
        """Confirm it."""
        return f"{stay_confirm(stay=self.stay, actor=self.user)} is confirmed."


class CheckInForm(StayForm):
    """They came."""

    title, button = "Check in", "Check in"
    at = _moment(label="at", help_text="by the home's clock")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"at": self.now()}

    def do(self) -> str:
        """Check in."""
        stay = stay_check_in(stay=self.stay, at=self.local("at"), actor=self.user)
        return f"{stay} is checked in."


class CheckOutForm(StayForm):
    """They left."""

    title, button = "Check out", "Check out"
    at = _moment(label="at", help_text="by the home's clock")
    frees_nights = forms.BooleanField(
        required=False,
        label="give the nights that are left back",
        help_text="of an early departure",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"at": self.now()}

    def do(self) -> str:
        """Check out."""
        stay = stay_check_out(
            stay=self.stay,
            at=self.local("at"),
            frees_nights=self.cleaned_data["frees_nights"],
            actor=self.user,
        )
        return f"{stay} is checked out."


class CancelForm(StayForm):
    """Cancelled, with what goes back."""

    title, button = "Cancel", "Cancel the stay"
    hint = "The nights are free at once."
    cancelled_by = forms.ChoiceField(choices=ReservationCancelledBy.choices, label="by")
    refund = forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        help_text="what goes back to the guest; empty: nothing is set",
    )
    reason = _reason(required=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.preview = refund_preview(stay=self.stay, at=now())
        self.initial = {"cancelled_by": "guest", "refund": self.preview.amount}

    def do(self) -> str:
        """Cancel it."""
        told = self.cleaned_data
        stay = stay_cancel(
            stay=self.stay,
            reason=told["reason"],
            cancelled_by=told["cancelled_by"],
            refund=told["refund"],
            actor=self.user,
        )
        return f"{stay} is cancelled."


class NoShowForm(StayForm):
    """Nobody came."""

    title, button = "No-show", "Nobody came"
    hint = "The nights are free at once."
    reason = _reason(required=True)

    def do(self) -> str:
        """Say so."""
        stay = stay_no_show(stay=self.stay, reason=self.cleaned_data["reason"], actor=self.user)
        return f"{stay} is a no-show."


class RestoreForm(StayForm):
    """Back again."""

    title, button = "Bring back", "Bring the stay back"
    hint = "It is confirmed again, if its nights are still free."
    reason = _reason(required=True)

    def do(self) -> str:
        """Bring it back."""
        stay = stay_restore(stay=self.stay, reason=self.cleaned_data["reason"], actor=self.user)
        return f"{stay} is confirmed again."


FORMS: tuple[tuple[type[StayForm], tuple[str, ...]], ...] = (
    (ConfirmForm, (ReservationStatus.INQUIRY, ReservationStatus.PENDING)),
    (ChangeForm, (*NOT_BEGUN, IN)),
    (CheckInForm, (ReservationStatus.CONFIRMED,)),
    (CheckOutForm, (IN,)),
    (SplitForm, (ReservationStatus.PENDING, ReservationStatus.CONFIRMED, IN)),
    (CancelForm, NOT_BEGUN),
    (NoShowForm, (ReservationStatus.CONFIRMED,)),
    (RestoreForm, OFF),
)


class StayPageMixin:
    """The page of deeds of a stay, and the JSON that it asks."""

    def get_urls(self):
        """The page, what it asks, and the rest."""
        view = self.admin_site.admin_view
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("<path:object_id>/stay/what-if/", view(self.what_if_view), name=f"{name}_what_if"),
            path("<path:object_id>/stay/", view(self.stay_view), name=f"{name}_stay"),
            *super().get_urls(),
        ]

    def stay_view(self, request, object_id):
        """GET what can be done with the stay; POST does one of it."""
        stay = self._stay(request, object_id)
        offered = [made for made, statuses in FORMS if stay.status in statuses]
        shown = []
        for made in offered:
            is_asked = request.method == "POST" and request.POST.get("deed") == made.name()
            form = made(request.POST if is_asked else None, stay=stay, user=request.user)
            if is_asked and form.is_valid() and self._done(request, form):
                page = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_change"
                return HttpResponseRedirect(reverse(page, args=[stay.pk]))
            shown.append(form)
        if request.method == "POST" and request.POST.get("deed") not in {f.name() for f in offered}:
            messages.error(request, "Somebody changed this stay meanwhile. Look at it again.")
        media = sum((form.media for form in shown), forms.Media())
        context = {
            **self.admin_site.each_context(request),
            "title": f"Change {stay}",
            "opts": self.opts,
            "stay": stay,
            "forms": shown,
            "changes": stay.changes.for_user(request.user).select_related(
                "old_property", "new_property", "actor"
            )[:20],
            "media": media,
            "what_if": reverse("admin:reservations_reservation_what_if", args=[stay.pk]),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "console/stays/stay.html", context)

    def what_if_view(self, request, object_id):
        """GET: what stands against the dates and the home in the address, as JSON."""
        stay = self._stay(request, object_id)
        asked = WhatIfForm(request.GET)
        asked.fields["home"].queryset = Property.objects.for_user(request.user, "read")
        if not asked.is_valid():
            return JsonResponse({"errors": asked.errors}, status=400)
        told = asked.cleaned_data
        seen = what_if(
            home=told["home"] or stay.property,
            check_in_date=told["at"] or told["check_in_date"] or stay.check_in_date,
            check_out_date=told["check_out_date"] or stay.check_out_date,
            guests=stay.adults + stay.children,
            ignore=stay,
            kind=stay.reservation_type,
        )
        return JsonResponse(seen.as_json())

    def _stay(self, request, object_id) -> Reservation:
        stay = self.get_object(request, unquote(object_id))
        if stay is None:
            raise Http404("There is no such reservation.")
        if not self.has_change_permission(request, stay):
            raise PermissionDenied
        return stay

    def _done(self, request, form: StayForm) -> bool:
        try:
            messages.success(request, form.do())
        except (ValidationError, DatabaseError) as error:
            refused = self.refusal(error)
            if refused is None:
                raise
            for name, said in errors_by_field(refused).items():
                field = {"property": "home"}.get(name or "", name)
                form.add_error(field if field in form.fields else None, said)
            return False
        return True


class WhatIfForm(forms.Form):
    """What is asked of a stay before it is changed; what is left out stays."""

    home = forms.ModelChoiceField(queryset=Property.objects.none(), required=False)
    check_in_date = forms.DateField(required=False)
    check_out_date = forms.DateField(required=False)
    at = forms.DateField(required=False)


def link(request, row) -> tuple[str, str] | None:
    """The button on a stay's page that leads here."""
    if not isinstance(row, Reservation):
        return None
    model_admin = admin.site._registry[Reservation]
    if not model_admin.has_change_permission(request, row):
        return None
    return "Change, split, cancel …", reverse("admin:reservations_reservation_stay", args=[row.pk])
