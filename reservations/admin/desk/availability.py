"""The search of free homes."""

from datetime import timedelta

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from geo.models import Area
from property.models import Property, Resort
from ref.models import AmenityType
from reservations.admin.desk.asking import LONGEST, AskedForm, DayField, may
from reservations.models import PropertyCalendar, Reservation
from reservations.selectors.availability import (
    Wanted,
    available,
    homes_to_let,
    rules_broken,
    spans_in,
    spans_of,
)
from reservations.selectors.quoting import reckon

MOST = 40  # homes that a page shows, each with its price


class WantedForm(AskedForm):
    """What a guest looks for."""

    check_in = DayField(label="from", widget=forms.DateInput(attrs={"type": "date"}))
    check_out = DayField(label="to", widget=forms.DateInput(attrs={"type": "date"}))
    nights = forms.IntegerField(
        required=False, min_value=1, max_value=LONGEST, help_text="any within the span"
    )
    bedrooms = forms.IntegerField(
        required=False, min_value=0, max_value=99, label="bedrooms, at least"
    )
    guests = forms.IntegerField(required=False, min_value=1, max_value=99)
    pets = forms.IntegerField(required=False, min_value=0, max_value=99)
    area = forms.ModelChoiceField(Area.objects.none(), required=False, empty_label="Any area")
    resort = forms.ModelChoiceField(Resort.objects.none(), required=False, empty_label="Any resort")
    amenities = forms.ModelMultipleChoiceField(
        AmenityType.objects.none(), required=False, to_field_name="code"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        homes = homes_to_let(self.user).order_by()
        self.fields["area"].queryset = Area.objects.filter(pk__in=homes.values("area"))
        self.fields["area"].label_from_instance = lambda area: area.area_name
        self.fields["resort"].queryset = self.fields["resort"].queryset.filter(
            pk__in=homes.values("resort")
        )
        self.fields["resort"].label_from_instance = lambda resort: resort.resort_name
        self.fields["amenities"].queryset = AmenityType.objects.filter(
            is_searchable=True, is_active=True
        )

    def clean(self):
        """The span has a night, and as many as are looked for."""
        told = super().clean()
        first, end = told.get("check_in"), told.get("check_out")
        if first and end:
            if end <= first:
                self.add_error("check_out", "That is not after the first day.")
            elif (end - first).days > LONGEST:
                self.add_error("check_out", f"At most {LONGEST} nights, please.")
            elif (told.get("nights") or 0) > (end - first).days:
                self.add_error("nights", "So many nights are not in the span.")
        return told

    def wanted(self) -> Wanted:
        """The same for the selector."""
        told = self.cleaned_data
        return Wanted(
            first=told["check_in"],
            end=told["check_out"],
            nights=told["nights"],
            bedrooms=told["bedrooms"],
            guests=told["guests"],
            area=told["area"] and told["area"].pk,
            resort=told["resort"] and told["resort"].pk,
            amenities=tuple(one.code for one in told["amenities"]),
            pets=told["pets"] or 0,
        )


@require_GET
def page(request: HttpRequest, site):
    """The form, and what is free."""
    if not may(request.user, "view", PropertyCalendar):
        raise PermissionDenied
    today = timezone.localdate()
    is_asked = "check_in" in request.GET
    start = {"check_in": today + timedelta(days=1), "check_out": today + timedelta(days=8)}
    form = WantedForm(request.GET if is_asked else None, initial=start, user=request.user)
    context = {
        **site.each_context(request),
        "title": "Availability",
        "form": form,
        "may_book": may(request.user, "add", Reservation),
    }
    if is_asked and form.is_valid():
        wanted = form.wanted()
        rows = available(request.user, wanted)
        homes = spans_of(rows, wanted).select_related("resort", "area")
        shown = list(homes.order_by("bedrooms", "property_code")[: MOST + 1])
        context |= {
            "wanted": wanted,
            "found": [_shown(home, wanted) for home in shown[:MOST]],
            "count": rows.order_by().count() if len(shown) > MOST else len(shown),
            "most": MOST,
        }
    request.current_app = site.name
    return TemplateResponse(request, "console/desk/availability.html", context)


def _price(home: Property, first, end, wanted: Wanted) -> dict | None:
    """Rent a night and the whole price of the first such stay; None where no rate is."""
    try:
        found = reckon(
            home=home,
            check_in_date=first,
            check_out_date=end,
            adults=wanted.guests or 2,
            pets=wanted.pets,
        )
    except ValidationError:
        return None
    rent = (found.accommodation_total - found.discount_total) / wanted.length
    return {"rent": rent, "total": found.gross_total}


def _shown(home: Property, wanted: Wanted) -> dict:
    """A home with its free spans that are long enough, and what speaks against it."""
    spans = [
        (first, end)
        for first, end in spans_in(home.free_spans)
        if (end - first).days >= wanted.length
    ]
    first = spans[0][0] if spans else wanted.first
    end = first + timedelta(days=wanted.length)
    chart = {"first": first - timedelta(days=3), "days": 30, "home": home.pk}
    if not home.legal_min_nights or wanted.length >= home.legal_min_nights:
        chart |= {"check_in": first, "check_out": end}
    return {
        "home": home,
        "price": _price(home, first, end, wanted),
        "spans": spans,
        "broken": rules_broken(home, wanted.length),
        "chart": urlencode(chart),
    }
