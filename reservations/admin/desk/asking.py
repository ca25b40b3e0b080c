"""What the front desk's pages are asked, and how they answer: in JSON, never with a fault."""

import json
from datetime import date
from functools import wraps

import orjson
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse

from directory.models import Guest
from property.models import Property
from reservations.choices.reservations import ReservationStatus, ReservationType
from reservations.models import Reservation
from reservations.selectors.chart import LENGTHS, Asked
from reservations.selectors.what_if import WARNINGS

# Days that a calendar can mean; beyond them a day before or after may not be there.
EARLIEST, LATEST = date(1990, 1, 1), date(2199, 12, 31)
LONGEST = 366  # nights, so that a slip of the year is caught
NO_GUEST = (ReservationType.OWNER, ReservationType.MAINTENANCE, ReservationType.HOLD)
NEW = (ReservationStatus.CONFIRMED, ReservationStatus.PENDING)


def may(user, verb: str, model: type[Model]) -> bool:
    """Whether there is a way for the person to do that to any row of the model."""
    return user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")


def for_readers(page):
    """Let in those who read stays."""

    @wraps(page)
    def shown(request, *args, **kwargs):
        if not may(request.user, "view", Reservation):
            raise PermissionDenied
        return page(request, *args, **kwargs)

    return shown


def answered(page):
    """Answer in JSON: 404 and 403 with a sentence, what is refused with sentences; 409 where
    another row stands in the way."""

    @wraps(page)
    def shown(request, *args, **kwargs):
        try:
            return as_json(page(request, *args, **kwargs))
        except Http404 as error:
            return as_json({"said": [str(error)]}, 404)
        except PermissionDenied as error:
            return as_json({"said": [str(error) or "That is not yours to do."]}, 403)
        except ValidationError as error:
            return as_json(refusal(error), 409 if is_conflict(error) else 400)

    return shown


def as_json(answer, status: int = 200) -> HttpResponse:
    """The answer as JSON; dates and keys as text."""
    body = orjson.dumps(answer, default=str)
    return HttpResponse(body, status=status, content_type="application/json")


def is_conflict(error: ValidationError) -> bool:
    """Whether anything in the error is a row in the way."""
    return any(one.code == "conflict" for one in _flat(error))


def refusal(error: ValidationError) -> dict:
    """Sentences of an error: all of them, and by field."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {}
    return {"said": error.messages, "fields": by_field}


def _flat(error: ValidationError):
    if hasattr(error, "error_dict"):
        for errors in error.error_dict.values():
            for one in errors:
                yield from _flat(one)
    elif hasattr(error, "message"):
        yield error
    else:
        for one in error.error_list:
            yield from _flat(one)


def sent(form: type["AskedForm"], request: HttpRequest) -> dict:
    """What was sent as JSON (POST) or in the address (GET), cleaned; or ``ValidationError``."""
    if request.method == "POST":
        try:
            values = json.loads(request.body)
        except ValueError:
            raise ValidationError("That is no JSON.") from None
        if not isinstance(values, dict):
            raise ValidationError("A JSON object is needed.")
    else:
        values = request.GET.dict()
    filled = form(values, user=request.user)
    if not filled.is_valid():
        raise ValidationError(filled.errors.as_data())
    return filled.cleaned_data


def is_sane(day: date) -> bool:
    """Whether the day is one that a calendar can mean."""
    return EARLIEST <= day <= LATEST


class DayField(forms.DateField):
    """A day that a calendar can mean."""

    def validate(self, value):
        """Refuse slips of the year."""
        super().validate(value)
        if value is not None and not is_sane(value):
            raise ValidationError("That year cannot be meant.")


class AskedForm(forms.Form):
    """A form of rows that the person reads."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = field.queryset.model.objects.for_user(user, "read")


class ChartForm(AskedForm):
    """The window of days and the filters of a chart; what is nonsense is left out."""

    first = DayField(required=False)
    days = forms.TypedChoiceField(
        choices=[(days, days) for days in LENGTHS], coerce=int, required=False, empty_value=None
    )
    resort = forms.UUIDField(required=False)
    area = forms.UUIDField(required=False)
    bedrooms = forms.IntegerField(required=False, min_value=0, max_value=99)
    q = forms.CharField(required=False, max_length=200)
    gaps = forms.BooleanField(required=False)

    def asked(self, first) -> Asked:
        """What is asked for, from ``first`` on where no day is named."""
        self.is_valid()
        told = self.cleaned_data
        return Asked(
            first=told.get("first") or first,
            days=told.get("days") or 30,
            resort=told.get("resort"),
            area=told.get("area"),
            bedrooms=told.get("bedrooms"),
            text=told.get("q") or "",
            with_gaps=bool(told.get("gaps")),
        )


class SpanForm(AskedForm):
    """Nights [check_in, check_out) of a home."""

    home = forms.ModelChoiceField(Property.objects.none())
    check_in = DayField()
    check_out = DayField()

    def clean(self):
        """A stay has a night, and not more than a year of them."""
        told = super().clean()
        first, end = told.get("check_in"), told.get("check_out")
        if first and end and end <= first:
            self.add_error("check_out", "That is not after the day of arrival.")
        elif first and end and (end - first).days > LONGEST:
            self.add_error("check_out", f"At most {LONGEST} nights, please.")
        return told


class PartyForm(SpanForm):
    """The same with who comes, and of what kind the stay is."""

    kind = forms.ChoiceField(choices=ReservationType.choices, required=False)
    adults = forms.IntegerField(required=False, min_value=1, max_value=99)
    children = forms.IntegerField(required=False, min_value=0, max_value=99)
    infants = forms.IntegerField(required=False, min_value=0, max_value=99)
    pets = forms.IntegerField(required=False, min_value=0, max_value=99)


class LookForm(PartyForm):
    """What would be if a stay stood there: a new one, or ``stay`` moved."""

    stay = forms.ModelChoiceField(Reservation.objects.none(), required=False)


class ConfirmedForm(SpanForm):
    """The same with the warnings that the person has seen and takes on."""

    despite = forms.MultipleChoiceField(
        choices=[(topic, topic) for topic in sorted(WARNINGS)], required=False
    )


class ChangeForm(ConfirmedForm):
    """Where a stay is to stand, and why."""

    reason = forms.CharField(required=False, max_length=2_000)


class BookForm(PartyForm, ConfirmedForm):
    """A new stay, or a block of the calendar; ``key`` is made by the sender: sent twice, one stay."""

    status = forms.ChoiceField(choices=[(s.value, s.label) for s in NEW], required=False)
    guest = forms.ModelChoiceField(Guest.objects.none(), required=False)
    hold_hours = forms.IntegerField(min_value=1, max_value=24 * 90, required=False)
    notes = forms.CharField(required=False, max_length=5_000)
    key = forms.UUIDField(required=False)

    def clean(self):
        """A guest's stay has a guest, a block has none; only holds and pending stays expire."""
        told = super().clean()
        kind = told["kind"] = told.get("kind") or ReservationType.GUEST
        if kind == ReservationType.GUEST and not told.get("guest"):
            self.add_error("guest", "Whose stay is it? Choose a guest.")
        if kind in NO_GUEST:
            told["guest"] = None
        if kind != ReservationType.HOLD and told.get("status") != ReservationStatus.PENDING:
            told["hold_hours"] = None
        return told
