"""The outbox: events made of the history, which triggers write with each change.

Nothing is added to a write for it: ``core.row_changes`` is there already, in the same transaction,
also for changes of many rows, imports and plain SQL. An endpoint has taken every change of the
transactions before its ``drained_to``. That number is the oldest transaction that was still open
when it last looked (``pg_snapshot_xmin``): whatever commits later has that number or a higher one
and is looked at again. What was taken from there on already is known by the change's own number.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import batched
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from core.models import RowChange
from portal.choices.webhooks import VERBS
from portal.models import WebhookDelivery, WebhookEndpoint, WebhookEvent, WebhookProgress
from portal.selectors.webhooks import columns_shown, settled_before, sources, table_of, told_of

CHUNK = 1000
SNAPSHOT = """
SELECT pg_snapshot_xmin(now_open)::text::bigint, pg_snapshot_xmax(now_open)::text::bigint
FROM pg_current_snapshot() AS now_open
"""
log = structlog.get_logger(__name__)


def horizon() -> int:
    """The oldest transaction that is still open; all before it are settled."""
    return _snapshot()[0]


def events_take_all() -> int:
    """Take what happened for every endpoint that listens; the number of new deliveries."""
    keys = WebhookEndpoint.objects.filter(is_active=True).values_list("pk", flat=True)
    return sum(events_take(endpoint_id=key) for key in list(keys))


def events_take(*, endpoint_id: UUID) -> int:
    """Put what happened since the last time into the outbox, and as deliveries to the endpoint.

    Returns the number of new deliveries; 0 also when another process is at it. One transaction:
    when it is cut short, nothing was taken, and the next one takes it.
    """
    with transaction.atomic():
        progress = (
            WebhookProgress.objects.select_related("endpoint__created_by")
            .select_for_update(of=("self",), skip_locked=True)
            .filter(endpoint_id=endpoint_id, endpoint__is_active=True)
            .first()
        )
        if progress is None:
            return 0
        until, newest = _snapshot()
        if progress.drained_to > newest:
            # A database restored elsewhere counts its transactions anew.
            log.warning("webhook_numbers_restarted", endpoint=str(endpoint_id))
            progress.drained_to = until
        changes = RowChange.objects.filter(transaction_id__gte=progress.drained_to)
        count = _take(progress.endpoint, changes)
        if progress.drained_to != until:
            progress.drained_to = until
            progress.save(update_fields=["drained_to"])
        return count


def events_take_between(
    *, endpoint: WebhookEndpoint, since: datetime, until: datetime | None = None
) -> int:
    """The same for what happened in a span of time, where it was not taken before: changes from
    before the endpoint was there, or while it was disabled."""
    changes = RowChange.objects.filter(at__gte=since)
    if until is not None:
        changes = changes.filter(at__lt=until)
    with transaction.atomic():
        return _take(endpoint, changes)


def events_forget() -> int:
    """Delete events older than ``settings.WEBHOOK_KEEP_DAYS`` of which nothing waits to be sent."""
    old = WebhookEvent.objects.filter(settled_before(settings.WEBHOOK_KEEP_DAYS))
    count = 0
    while keys := list(old.values_list("pk", flat=True)[:CHUNK]):
        WebhookEvent.objects.filter(pk__in=keys).delete()
        count += len(keys)
    return count


def _take(endpoint: WebhookEndpoint, changes: QuerySet[RowChange]) -> int:
    """Events and deliveries for those of the changes that the endpoint asks for and may know."""
    asked = sources(endpoint.event_types)
    wanted = Q(pk__in=[])
    for (schema, table), (_, _, actions) in asked.items():
        wanted |= Q(schema_name=schema, table_name=table, action__in=actions)
    known = WebhookDelivery.objects.filter(endpoint=endpoint, event__position=OuterRef("pk"))
    rows = changes.filter(wanted).exclude(Exists(known)).order_by("pk")
    count = 0
    for chunk in batched(rows.iterator(chunk_size=CHUNK), CHUNK):
        count += _deliver(endpoint, _events(endpoint, chunk, asked))
    return count


def _events(
    endpoint: WebhookEndpoint, changes: Iterable[RowChange], asked
) -> Iterator[WebhookEvent]:
    """The changes as events, less those of which the endpoint's owner is not to know."""
    by_table: dict[tuple[str, str], list[RowChange]] = defaultdict(list)
    for change in changes:
        by_table[change.schema_name, change.table_name].append(change)
    for place, rows in by_table.items():
        name, model, _ = asked[place]
        shown = columns_shown(model, endpoint.created_by)
        told = told_of(endpoint, model, {change.row_id for change in rows})
        for change in rows:
            fields = sorted(shown[column] for column in change.changed or () if column in shown)
            if change.row_id not in told or (change.action == "U" and not fields):
                continue
            payload: dict[str, Any] = {"action": VERBS[change.action]}
            if change.action == "U":
                payload["changed"] = fields
            yield WebhookEvent(
                event_type=f"{name}.{VERBS[change.action]}",
                table_name=table_of(model),
                record_id=change.row_id,
                occurred_at=change.at,
                actor_id=change.actor_id,
                position=change.pk,
                payload=payload,
            )


def _deliver(endpoint: WebhookEndpoint, events: Iterable[WebhookEvent]) -> int:
    """Write the events that are not there yet, and a delivery of each; the number of those."""
    made = sorted(events, key=lambda event: event.position or 0)
    WebhookEvent.objects.bulk_create(made, ignore_conflicts=True)
    places = [event.position for event in made]
    keys = WebhookEvent.objects.filter(position__in=places).values_list("pk", "position")
    now = timezone.now()
    deliveries = [
        WebhookDelivery(endpoint=endpoint, event_id=key, position=place, next_attempt_at=now)
        for key, place in keys
    ]
    WebhookDelivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    return len(deliveries)


def _snapshot() -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(SNAPSHOT)
        oldest, newest = cursor.fetchone()
    return oldest, newest
