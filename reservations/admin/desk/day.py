"""Today at the desk: arrivals, departures and turns of a day, checked in and out by one tap."""

from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from reservations.admin.desk.asking import for_readers, is_sane, may
from reservations.models import Reservation
from reservations.selectors.desk_day import desk_day
from reservations.services.stays import stay_check_in, stay_check_out, stay_confirm

UNDONE = "Tapped by mistake at the desk"
ONE = timedelta(days=1)


def _in_again(*, stay: Reservation, **told):
    """Back in house since the guest came, not since now."""
    return stay_check_in(stay=stay, at=stay.actual_check_in_at, **told)


#: What the buttons do: the service, what is kept as its reason, and what is said.
DEEDS = {
    "check-in": (stay_check_in, "", "{} is checked in."),
    "check-out": (stay_check_out, "", "{} is checked out."),
    "undo-check-in": (stay_confirm, UNDONE, "{} is expected again."),
    "undo-check-out": (_in_again, UNDONE, "{} is in house again."),
}


@require_GET
@for_readers
def page(request: HttpRequest, site):
    """The day of ``?day=``, today unless given; what is no day is today."""
    day = _day(request.GET.get("day"))
    today = timezone.localdate()
    found = desk_day(request.user, day)
    context = {
        **site.each_context(request),
        "title": "Today at the desk",
        "day": day,
        "today": today,
        "before": day - ONE,
        "after": day + ONE,
        "found": found,
        "may_change": may(request.user, "change", Reservation),
    }
    request.current_app = site.name
    return TemplateResponse(request, "console/desk/day.html", context)


@require_POST
@for_readers
def do(request: HttpRequest, key, deed: str, site):
    """One tap on a stay; leads back to its row."""
    if deed not in DEEDS:
        raise Http404(f"The desk does not {deed}.")
    stay = Reservation.objects.for_user(request.user, "write").filter(pk=key).first()
    if stay is None:
        raise Http404("There is no such stay that you may change.")
    service, reason, said = DEEDS[deed]
    try:
        service(stay=stay, actor=request.user, source="console", reason=reason)
        messages.success(request, said.format(stay.number))
    except (ValidationError, PermissionDenied) as error:
        told = error.messages if isinstance(error, ValidationError) else [str(error)]
        messages.error(request, " ".join(told))
    day = _day(request.POST.get("day"))
    return redirect(f"{reverse('admin:desk')}?day={day}#stay-{stay.pk}")


def _day(text: str | None) -> date:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return timezone.localdate()
    return day if is_sane(day) else timezone.localdate()
