"""The courier: what a worker runs to take events and send them, every endpoint at its own pace."""

import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import structlog
from django.db import close_old_connections, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from portal.selectors.webhooks import due_endpoints, next_delivery, next_time, someone_listens
from portal.services.webhooks.delivery import delivery_send
from portal.services.webhooks.outbox import events_take_all

JOB = "portal.webhooks"
LATER = "portal.webhooks later"
SHIFT = 40.0  # seconds after which a courier hands over, so that other jobs get their turn
AT_ONCE = 32  # endpoints that one courier serves at the same time
LOOK_AGAIN = 1.0  # seconds between two looks while an endpoint is being served
SOON = timedelta(seconds=90)  # tries due later than that are found by the minute's look
# How long a process remembers whether anybody listens.
MEMORY = 5.0
_remembered: tuple[float, bool] = (0.0, False)
log = structlog.get_logger(__name__)


def courier_run() -> int:
    """Take what happened, send what is due, until nothing is or the shift is over.

    Each endpoint has a thread of its own: a slow one keeps nobody waiting but itself. Returns how
    many deliveries were tried.
    """
    close_old_connections()
    ends = time.monotonic() + SHIFT
    busy: dict[UUID, Future[int]] = {}
    tried = 0
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="webhook") as pool:
        while time.monotonic() < ends:
            events_take_all()
            for endpoint_id in due_endpoints():
                if endpoint_id not in busy and len(busy) < AT_ONCE:
                    busy[endpoint_id] = pool.submit(_serve_apart, endpoint_id, ends)
            if not busy:
                break
            wait(busy.values(), timeout=LOOK_AGAIN, return_when=FIRST_COMPLETED)
            for endpoint_id in [key for key, future in busy.items() if future.done()]:
                tried += busy.pop(endpoint_id).result()
        tried += sum(future.result() for future in busy.values())
    call_again()
    return tried


def serve(endpoint_id: UUID, ends: float) -> int:
    """Send what is due to one endpoint, in order, until ``ends`` (monotonic); the tries made."""
    tried = 0
    while time.monotonic() < ends and (delivery := next_delivery(endpoint_id)):
        delivery_send(delivery=delivery)
        tried += 1
    return tried


def call_courier() -> None:
    """Have a worker look at once; cheap where one was called already."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(JOB, queue="webhooks", queueing_lock=JOB).defer()


def call_again() -> None:
    """Have a worker look when the next try is due, if that is soon."""
    now = timezone.now()
    if due_endpoints():
        call_courier()
    elif (at := next_time()) is not None and at < now + SOON:
        with suppress(AlreadyEnqueued), transaction.atomic():
            job = app.configure_task(
                JOB, queue="webhooks", queueing_lock=LATER, schedule_at=max(at, now)
            )
            job.defer()


def something_written() -> None:
    """Called after each commit (``settings.AFTER_WRITING``): call a courier if anybody listens."""
    if listens():
        call_courier()


def listens() -> bool:
    """Whether anybody listens, as far as this process remembers; asked every ``MEMORY`` seconds."""
    global _remembered
    until, known = _remembered
    if time.monotonic() >= until:
        known = someone_listens()
        _remembered = (time.monotonic() + MEMORY, known)
    return known


def _serve_apart(endpoint_id: UUID, ends: float) -> int:
    try:
        return serve(endpoint_id, ends)
    except Exception:  # of one endpoint; what it claimed is tried again, and the others go on
        log.exception("webhook_endpoint_failed", endpoint=str(endpoint_id))
        return 0
    finally:
        connections.close_all()
