"""What webhooks tell, and to whom."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.backends.utils import split_identifier
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.module_loading import import_string

from core.permissions.scoping import is_live, reach_of, scoped
from portal.choices.webhooks import EVENT_SOURCES, VERBS, DeliveryStatus, chosen
from portal.models import User, WebhookDelivery, WebhookEndpoint

WAITING = (DeliveryStatus.PENDING, DeliveryStatus.FAILED)
# A delivery that failed holds back those behind it so many times; then it steps aside.
HOLDING_BACK = 3


def sources(event_types: Iterable[str]) -> dict[tuple[str, str], tuple[str, type[Model], set[str]]]:
    """(schema, table) -> name, model and actions (I, U, D) that ``event_types`` ask for."""
    asked = chosen(event_types)
    found = {}
    for name, label in EVENT_SOURCES.items():
        actions = {action for action, verb in VERBS.items() if f"{name}.{verb}" in asked}
        if actions:
            model = apps.get_model(label)
            schema, table = split_identifier(model._meta.db_table)
            found[schema, table] = (name, model, actions)
    return found


def columns_shown(model: type[Model], user: User) -> dict[str, str]:
    """Column -> field name, for what the staff API shows of the model to ``user``."""
    shown: dict[str, str] = _rows_hook("fields_shown")(model, user)
    return shown


def row_shown(model: type[Model], key: UUID, user: User) -> dict[str, Any] | None:
    """The row as the staff API shows it to ``user``; None where it is not theirs to read."""
    if not may_be_told(user):
        return None
    found: dict[str, Any] | None = _rows_hook("rows_shown")(model, [key], user).get(key)
    return found


def as_json(told: dict[str, Any]) -> bytes:
    """JSON as the staff API writes it."""
    written: bytes = _rows_hook("as_json")(told)
    return written


def may_be_told(user: User) -> bool:
    """Whether the staff API answers this person at all."""
    return is_live(user) and (user.is_staff or user.user_type == "service")


def told_of(endpoint: WebhookEndpoint, model: type[Model], keys: Collection[UUID]) -> set[UUID]:
    """Those of the rows that the endpoint's owner may read; of rows that are gone, those that
    were told of before, or all where the owner reads the whole table."""
    owner = endpoint.created_by
    if not may_be_told(owner):
        return set()
    if reach_of(owner, model, "read").everything:
        return set(keys)
    rows = model._base_manager.filter(pk__in=keys)
    here = set(rows.values_list("pk", flat=True))
    seen = set(scoped(rows, owner, "read").values_list("pk", flat=True))
    before = WebhookDelivery.objects.filter(
        endpoint=endpoint,
        event__record_id__in=set(keys) - here,
        event__table_name=table_of(model),
    )
    return seen | set(before.values_list("event__record_id", flat=True))


def table_of(model: type[Model]) -> str:
    """ "schema.table" of a model."""
    return ".".join(split_identifier(model._meta.db_table))


def someone_listens() -> bool:
    """Whether there is an endpoint to tell anything."""
    return WebhookEndpoint.objects.filter(is_active=True).exists()


def waiting(endpoint_id: UUID | None = None) -> QuerySet[WebhookDelivery]:
    """Deliveries that are to be sent, now or later, to endpoints that listen."""
    rows = WebhookDelivery.objects.filter(status__in=WAITING, endpoint__is_active=True)
    return rows if endpoint_id is None else rows.filter(endpoint_id=endpoint_id)


def next_delivery(endpoint_id: UUID) -> WebhookDelivery | None:
    """The first delivery of an endpoint that may be sent now.

    In order, except that one which failed more than ``HOLDING_BACK`` times is passed by the
    others while it waits.
    """
    rows = waiting(endpoint_id)
    if rows.filter(_holds_back()).exists():
        return None
    due = rows.filter(next_attempt_at__lte=timezone.now()).order_by("position", "id")
    return due.select_related("endpoint__created_by", "event").first()


def due_endpoints() -> list[UUID]:
    """The endpoints that have something to send now."""
    rows = waiting().order_by()
    held_back = rows.filter(_holds_back()).values("endpoint_id")
    due = rows.filter(next_attempt_at__lte=timezone.now()).exclude(endpoint_id__in=held_back)
    return list(due.values_list("endpoint_id", flat=True).distinct())


def _holds_back() -> Q:
    now = timezone.now()
    return Q(attempts__gte=1, attempts__lte=HOLDING_BACK, next_attempt_at__gt=now)


def next_time():
    """The instant of the next try that is not due yet; None when nothing waits."""
    later = waiting().filter(next_attempt_at__gt=timezone.now()).order_by("next_attempt_at")
    return later.values_list("next_attempt_at", flat=True).first()


def settled_before(days: int) -> Q:
    """Events of which nothing waits to be sent any more, and that are older than ``days``."""
    return Q(occurred_at__lt=timezone.now() - timedelta(days=days)) & ~Q(
        deliveries__status__in=WAITING
    )


def _rows_hook(name: str):
    return import_string(f"{settings.WEBHOOK_ROWS}.{name}")
