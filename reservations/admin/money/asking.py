"""A new quote: reckoned as often as one likes, kept when it is right."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from core.admin.forms import RowSelect, errors_by_field
from directory.models import Guest
from property.models import Property
from ref.choices.charges import FeeTypeFeeCategory
from ref.models import FeeType, Platform
from reservations.admin.desk.asking import AskedForm, may
from reservations.models import Quote
from reservations.selectors.quotes import sections
from reservations.selectors.quoting import Reckoned, reckon
from reservations.services.quotes import quote_create, quote_of, rows_of

#: Names that the reckoning calls otherwise than the form.
NAMES = {"platform": "booking_source", "home": "property", "on": "quoted_on"}


def row_box(model, name: str, site) -> RowSelect:
    """A search box for the rows that a column may name."""
    return RowSelect(model._meta.get_field(name), site, attrs={"data-width": "100%"})


class QuoteForm(AskedForm):
    """What is asked for."""

    property = forms.ModelChoiceField(Property.objects.none(), label="home")
    check_in_date = forms.DateField(label="arrival", widget=forms.DateInput(attrs={"type": "date"}))
    check_out_date = forms.DateField(
        label="departure", widget=forms.DateInput(attrs={"type": "date"})
    )
    adults = forms.IntegerField(min_value=1, max_value=99, initial=2)
    children = forms.IntegerField(min_value=0, max_value=99, initial=0, required=False)
    infants = forms.IntegerField(min_value=0, max_value=99, initial=0, required=False)
    pets = forms.IntegerField(min_value=0, max_value=99, initial=0, required=False)
    booking_source = forms.ModelChoiceField(
        Platform.objects.none(), label="platform", to_field_name="code", empty_label=None
    )
    guest = forms.ModelChoiceField(Guest.objects.none(), required=False)
    options = forms.ModelMultipleChoiceField(
        FeeType.objects.none(), required=False, to_field_name="code"
    )

    def __init__(self, *args, site, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["booking_source"].queryset = Platform.objects.filter(is_active=True)
        self.fields["booking_source"].initial = "DIRECT"
        self.fields["options"].queryset = FeeType.objects.filter(
            is_active=True, fee_category=FeeTypeFeeCategory.OPTIONAL
        ).exclude(code="CANCELLATION")
        for name in ("property", "guest"):
            field = self.fields[name]
            field.widget = row_box(Quote, name, site)
            field.widget.choices = field.choices
            field.widget.is_required = field.required

    def asked(self) -> dict:
        """The same for the reckoning."""
        told = self.cleaned_data
        return {
            "home": told["property"],
            "check_in_date": told["check_in_date"],
            "check_out_date": told["check_out_date"],
            **{name: told[name] or 0 for name in ("adults", "children", "infants", "pets")},
            "platform": told["booking_source"].code,
            "options": [kind.code for kind in told["options"]],
        }

    def refuse(self, error: ValidationError) -> None:
        """Say what the reckoning refused beside its field."""
        for field, said in errors_by_field(error).items():
            name = NAMES.get(field or "", field)
            self.add_error(name if name in self.fields else None, said)


def page(request: HttpRequest, site):
    """GET reckons what the address asks for; POST keeps it and leads to the quote."""
    if not may(request.user, "add", Quote):
        raise PermissionDenied
    told = request.POST if request.method == "POST" else request.GET
    is_asked = "property" in told and "check_in_date" in told
    today = timezone.localdate()
    start = {
        "check_in_date": today + timedelta(days=30),
        "check_out_date": today + timedelta(days=37),
        **{name: told[name] for name in told},
    }
    form = QuoteForm(told if is_asked else None, initial=start, user=request.user, site=site)
    context = {**site.each_context(request), "title": "New quote", "form": form}
    if is_asked and form.is_valid():
        try:
            if request.method == "POST":
                guest = form.cleaned_data["guest"]
                quote = quote_create(**form.asked(), guest=guest, actor=request.user)
                messages.success(request, f"{quote.number} is kept.")
                return redirect("admin:reservations_quote_change", quote.pk)
            context |= shown(reckon(**form.asked()))
            context["told"] = [pair for pair in told.lists() if pair[0] in form.fields]
        except ValidationError as error:
            form.refuse(error)
    request.current_app = site.name
    return TemplateResponse(request, "console/money/new.html", context)


def shown(found: Reckoned) -> dict:
    """A reckoned stay for the templates; nothing is kept."""
    quote = quote_of(found)
    return {
        "quote": quote,
        "nights": found.asked.nights,
        "sections": sections(rows_of(quote, found.lines)),
    }
