"""The tape chart: homes down, days across, stays as bars that are moved by hand."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from core.services import writing
from geo.models import Area
from property.models import Property, Resort
from reservations.admin.desk.asking import (
    BookForm,
    ChangeForm,
    ChartForm,
    LookForm,
    answered,
    for_readers,
    may,
    sent,
)
from reservations.choices.reservations import (
    OFF,
    ReservationPaymentStatus,
    ReservationStatus,
    ReservationType,
)
from reservations.models import Reservation
from reservations.selectors import chart as selected
from reservations.selectors.quoting import reckon
from reservations.selectors.what_if import what_if
from reservations.services.quotes import quote_create
from reservations.services.stays import stay_book, stay_change

DAYS_BEFORE = 2  # of today, with which the chart begins
NOBODY = "00000000-0000-0000-0000-000000000000"  # stands for a key in the script's addresses


@require_GET
@for_readers
def page(request: HttpRequest, site):
    """The page; its rows are asked for by its script."""
    homes = Property.objects.for_user(request.user).filter(status__in=selected.ON_CHART).order_by()
    resorts = Resort.objects.for_user(request.user).filter(pk__in=homes.values("resort"))
    areas = Area.objects.for_user(request.user).filter(pk__in=homes.values("area"))
    bedrooms = homes.exclude(bedrooms=None).order_by("bedrooms")
    context = {
        **site.each_context(request),
        "title": "Tape chart",
        "resorts": resorts.order_by("resort_name").values_list("pk", "resort_name"),
        "areas": areas.order_by("area_name").values_list("pk", "area_name"),
        "bedrooms": bedrooms.values_list("bedrooms", flat=True).distinct(),
        "lengths": selected.LENGTHS,
        "statuses": [one for one in ReservationStatus if one not in OFF],
        "kinds": ReservationType,
        "settings": _settings(request),
    }
    request.current_app = site.name
    return TemplateResponse(request, "console/desk/chart.html", context)


def _settings(request: HttpRequest) -> dict:
    """What the script needs to know."""
    return {
        "data": reverse("admin:chart_data"),
        "look": reverse("admin:chart_look"),
        "book": reverse("admin:chart_book"),
        "change": reverse("admin:chart_change", args=[NOBODY]),
        "stay": reverse("admin:reservations_reservation_change", args=[NOBODY]),
        "home": reverse("admin:property_property_change", args=[NOBODY]),
        "guests": reverse("admin:autocomplete"),
        "newGuest": reverse("admin:directory_guest_add"),
        "nobody": NOBODY,
        "mayBook": may(request.user, "add", Reservation),
        "mayChange": may(request.user, "change", Reservation),
        "today": timezone.localdate(),
        "before": DAYS_BEFORE,
        "kinds": dict(ReservationType.choices),
        "statuses": dict(ReservationStatus.choices),
        "payments": dict(ReservationPaymentStatus.choices),
    }


@require_GET
@for_readers
@answered
def data(request: HttpRequest, site):
    """Rows of the window: homes, stays, cleans, inspections, taken nights, gaps if asked for."""
    today = timezone.localdate()
    form = ChartForm(request.GET, user=request.user)
    asked = form.asked(today - timedelta(days=DAYS_BEFORE))
    return {
        "first": asked.first,
        "days": asked.days,
        "today": today,
        "columns": {
            "homes": selected.HOME_COLUMNS,
            "stays": selected.STAY_COLUMNS,
            "cleans": selected.CLEAN_COLUMNS,
            "inspections": selected.INSPECTION_COLUMNS,
            "calendars": selected.CALENDAR_COLUMNS,
            "gaps": selected.GAP_COLUMNS,
        },
        **selected.chart(request.user, asked, today),
    }


@require_GET
@for_readers
@answered
def look(request: HttpRequest, site):
    """What would be if a stay stood there, in sentences; nothing is written."""
    told = sent(LookForm, request)
    stay = told["stay"]
    party = stay.adults + stay.children if stay else (told["adults"] or 0) + (told["children"] or 0)
    found = what_if(
        home=told["home"],
        check_in_date=told["check_in"],
        check_out_date=told["check_out"],
        guests=party,
        ignore=stay,
        kind=stay.reservation_type if stay else told["kind"] or ReservationType.GUEST,
    )
    turns = [turn.sentence for turn in (found.turn_before, found.turn_after) if turn and turn.is_ok]
    return {**found.as_json(), "notes": turns, "total": None if stay else _total(told)}


def _total(told: dict) -> str | None:
    """What a guest would pay, in words; None for blocks and where no rate is."""
    if told["kind"] != ReservationType.GUEST:
        return None
    try:
        found = reckon(home=told["home"], **_nights_and_party(told))
    except ValidationError:
        return None
    nights = (told["check_out"] - told["check_in"]).days
    rent = (found.accommodation_total - found.discount_total) / nights
    return (
        f"${found.gross_total:,.2f} with fees and taxes, rent ${rent:,.2f} a night;"
        f" ${found.deposit_amount:,.2f} due at booking"
    )


def _nights_and_party(told: dict) -> dict:
    return {
        "check_in_date": told["check_in"],
        "check_out_date": told["check_out"],
        "adults": told["adults"] or 1,
        "children": told["children"] or 0,
        "infants": told["infants"] or 0,
        "pets": told["pets"] or 0,
    }


@require_POST
@for_readers
@answered
def change(request: HttpRequest, key, site):
    """Move, stretch or shorten a stay. 409 names the stay that stands in the way."""
    stay = Reservation.objects.for_user(request.user, "write").filter(pk=key).first()
    if stay is None:
        raise Http404("There is no such stay that you may change.")
    told = sent(ChangeForm, request)
    stay = stay_change(
        stay=stay,
        check_in_date=told["check_in"],
        check_out_date=told["check_out"],
        home=told["home"],
        despite=told["despite"],
        actor=request.user,
        source="console",
        reason=told["reason"],
    )
    return {"id": stay.pk, "number": stay.number}


@require_POST
@for_readers
@answered
def book(request: HttpRequest, site):
    """A new stay or block. 409 names the stay that stands in the way."""
    if not may(request.user, "add", Reservation):
        raise PermissionDenied("Making stays is not yours to do.")
    told = sent(BookForm, request)
    hours, kind = told["hold_hours"], told["kind"]
    with writing(request.user, "console"):  # no quote is left of a stay that is refused
        stay = stay_book(
            home=told["home"],
            **_nights_and_party(told),
            kind=kind,
            status=told["status"] or ReservationStatus.CONFIRMED,
            booking_source="OWNER" if kind.startswith("owner") else "DIRECT",
            guest=told["guest"],
            hold_expires_at=timezone.now() + timedelta(hours=hours) if hours else None,
            values={"internal_notes": told["notes"]} if told["notes"] else {},
            quote=_quote(told, request.user),
            key=told["key"],
            despite=told["despite"],
            actor=request.user,
            source="console",
        )
    return {"id": stay.pk, "number": stay.number}


def _quote(told: dict, user):
    """The quote that a guest's stay takes over; None for blocks and where no rate is."""
    if told["kind"] != ReservationType.GUEST:
        return None
    try:
        return quote_create(
            home=told["home"],
            **_nights_and_party(told),
            guest=told["guest"],
            key=told["key"],
            actor=user,
            source="console",
        )
    except ValidationError:
        return None
