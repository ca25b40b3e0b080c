"""The queue of messages to guests: what is overdue, due now and due next, and what is done to it.

Nothing is sent by the house yet: people send what stands here and say so.
"""

from datetime import datetime
from functools import partial, update_wrapper

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from core.admin.access import allowed, hidden
from core.clock import now
from property.models import Property
from property.selectors.clock import zone_of
from ref.models import ChannelType, JourneyStage
from reservations.models import Touchpoint
from reservations.selectors import message_queue
from reservations.services.touchpoints import (
    touchpoint_edit,
    touchpoint_reschedule,
    touchpoint_send_by_hand,
    touchpoint_skip,
)

PER_PAGE = 50
CLOCK = "%Y-%m-%dT%H:%M"
TABS = {
    "overdue": ("Overdue", message_queue.overdue),
    "due": ("Due now", message_queue.due),
    "next": ("Next 24 hours", message_queue.ahead),
    "held": ("Waiting for the stay", message_queue.held_up),
}
FILTERS = {"channel": "channel", "property": "journey__reservation__property", "stage": "stage"}
#: Columns of a touchpoint that the page shows; who may not read one sees no queue.
SHOWN = {"subject", "body", "hold_reason", "due_at"}


def console_pages(site) -> list:
    """The page, and where its forms are posted."""

    def for_staff(view):
        return site.admin_view(update_wrapper(partial(view, site=site), view))

    return [
        path("messages/queue/", for_staff(page), name="message_queue"),
        path("messages/queue/<uuid:key>/<slug:deed>/", for_staff(do), name="message_deed"),
    ]


@require_GET
def page(request: HttpRequest, site):
    """The messages of ``?show=`` (due unless given), narrowed by channel, property and stage."""
    if not allowed(request, Touchpoint, "view") or SHOWN & hidden(request, Touchpoint):
        raise PermissionDenied
    instant = now()
    asked = request.GET.get("show", "due")
    shown = asked if asked in TABS else "due"
    rows = Touchpoint.objects.for_user(request.user, "read")
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    for name, column in FILTERS.items():
        if chosen[name]:
            try:
                rows = rows.filter(**{column: chosen[name]})
            except (ValidationError, ValueError):
                rows = rows.none()
    tabs = [(key, title, cut(rows, instant).count()) for key, (title, cut) in TABS.items()]
    found = TABS[shown][1](rows, instant).select_related(
        "touchpoint_type", "stage", "channel", "linked_ticket",
        "journey__reservation__property", "journey__reservation__guest__contact",
    )  # fmt: skip
    pages = Paginator(found.order_by("due_at", "id"), PER_PAGE)
    part = pages.get_page(request.GET.get("page"))
    writable = set(
        Touchpoint.objects.for_user(request.user, "write")
        .filter(pk__in=[row.pk for row in part])
        .values_list("pk", flat=True)
    )
    late = set(
        message_queue.overdue(
            Touchpoint._base_manager.filter(pk__in=[row.pk for row in part]), instant
        ).values_list("pk", flat=True)
    )
    for row in part:
        row.zone = zone_of(row.journey.reservation.property)
        row.may_change, row.is_late = row.pk in writable, row.pk in late
    context = {
        **site.each_context(request),
        "title": "Message queue",
        "tabs": tabs,
        "shown": shown,
        "chosen": chosen,
        "page": part,
        "here": request.get_full_path(),
        "query": "&".join(f"{k}={v}" for k, v in _query(chosen).items()),
        "channels": ChannelType._base_manager.filter(is_active=True),
        "stages": JourneyStage._base_manager.filter(is_active=True),
        "homes": Property.objects.for_user(request.user, "read").order_by("property_code"),
    }
    request.current_app = site.name
    return TemplateResponse(request, "console/journeys/queue.html", context)


def _query(chosen: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if value.replace("-", "").isalnum()}


@require_POST
def do(request: HttpRequest, key, deed, site):
    """POST: edit, send, skip or put off a message, then back to where one was."""
    row = Touchpoint.objects.for_user(request.user, "read").filter(pk=key).first()
    if row is None or deed not in DEEDS:
        raise Http404("There is no such message.")
    try:
        messages.success(request, DEEDS[deed](row, request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("admin:message_queue")
    return HttpResponseRedirect(back)


def _edit(row, request) -> str:
    body = request.POST.get("body", "").replace("\r\n", "\n")
    subject = request.POST.get("subject")
    touchpoint_edit(touchpoint=row, body=body, subject=subject, actor=request.user)
    return f"{row} has your text; it does not change any more."


def _send(row, request) -> str:
    touchpoint_send_by_hand(touchpoint=row, actor=request.user)
    return f"{row} is noted as sent by you."


def _skip(row, request) -> str:
    touchpoint_skip(touchpoint=row, reason=request.POST.get("reason", ""), actor=request.user)
    return f"{row} is skipped."


def _put_off(row, request) -> str:
    zone = zone_of(row.journey.reservation.property)
    try:
        moment = datetime.strptime(request.POST.get("due_at", ""), CLOCK).replace(tzinfo=zone)
    except ValueError as error:
        raise ValidationError({"due_at": "Say day and time: 2027-03-05T09:00."}) from error
    touchpoint_reschedule(touchpoint=row, due_at=moment, actor=request.user)
    return f"{row} is due {moment:%b %-d, %H:%M} on the property's clock."


DEEDS = {"edit": _edit, "send": _send, "skip": _skip, "reschedule": _put_off}
