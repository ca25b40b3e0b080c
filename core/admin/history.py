"""The history of a row: every change of it, by whomever and through whatever."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.db.backends.utils import split_identifier
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime

from core.admin.access import hidden
from core.admin.columns import money
from core.admin.describe import is_secret
from core.models import MoneyField, RowChange, SearchTextField

PER_PAGE = 50
LONGEST = 300  # characters shown of a long text
UNSHOWN = {"id", "created_at", "updated_at"}


@dataclass(frozen=True)
class Difference:
    """One column of a change: how it reads now, and before."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One change: when (UTC), by whom, through what, why, and what."""

    at: datetime.datetime
    actor: str
    source: str
    reason: str
    action: str
    differences: list[Difference]


def entries(
    model: type[models.Model], changes: Iterable[RowChange], closed: Collection[str] = ()
) -> list[Entry]:
    """Changes of rows of ``model`` in words; a query for the actors and one a table named.

    Columns named by ``closed`` are left out.
    """
    changes = list(changes)
    columns = {field.column: field for field in model._meta.concrete_fields}
    names = _names_of(columns, changes)
    actors = _actors(changes)
    return [
        Entry(
            at=change.at,
            actor=actors.get(change.actor_id, "The system" if change.actor_id is None else "?"),
            source=change.source or "SQL",
            reason=change.reason or "",
            action=change.get_action_display(),
            differences=[
                Difference(
                    capfirst(str(columns[name].verbose_name)) if name in columns else name,
                    _shown(columns.get(name), pair[0], names),
                    _shown(columns.get(name), pair[1], names),
                )
                for name, pair in (change.changed or {}).items()
                if name not in UNSHOWN
                and (name not in columns or columns[name].name not in closed)
                and not isinstance(columns.get(name), SearchTextField)
                and not (change.action == "D" and pair[0] in (None, "", False))
            ],
        )
        for change in changes
    ]


def _actors(changes) -> dict:
    keys = {change.actor_id for change in changes if change.actor_id}
    if not keys:
        return {}
    users = get_user_model()._base_manager.filter(pk__in=keys)
    return {user.pk: _person(user) for user in users}


def _person(user) -> str:
    names = (getattr(user, part, None) for part in ("first_name", "last_name"))
    return " ".join(name for name in names if name) or user.get_username()


def _names_of(columns, changes) -> dict[tuple, str]:
    """(model, key) as text of the rows that foreign keys named, a query for each model."""
    wanted: dict[type[models.Model], set] = defaultdict(set)
    for change in changes:
        for column, pair in (change.changed or {}).items():
            field = columns.get(column)
            if field is not None and field.is_relation:
                wanted[field].update(str(key) for key in pair if key is not None)
    names = {}
    for field, keys in wanted.items():
        target, key = field.related_model, field.target_field.attname
        for row in target._base_manager.filter(**{f"{key}__in": keys}):
            names[target, str(getattr(row, key))] = str(row)
    return names


def _shown(field, value, names) -> str:
    if value is None:
        return "–"
    if field is None:
        return _cut(value)
    if is_secret(field):
        return "•••"
    if field.is_relation:
        return names.get((field.related_model, str(value)), f"{value} (gone)")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.BooleanField):
        return "yes" if value else "no"
    if isinstance(field, MoneyField):
        try:
            return money(Decimal(str(value)))
        except InvalidOperation:
            return _cut(value)
    if isinstance(field, models.DateTimeField) and isinstance(value, str):
        at = parse_datetime(value)
        return date_format(localtime(at), "M j, Y, H:i") if at else value
    return _cut(value)


def _cut(value) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


class HistoryMixin:
    """The history page of a row, from ``core.row_changes``."""

    def history_view(self, request, object_id, extra_context=None):
        """What happened to the row, newest first."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        schema, table = split_identifier(self.opts.db_table)
        changes = RowChange.objects.none()
        if isinstance(obj.pk, uuid.UUID):
            changes = RowChange.objects.filter(
                row_id=obj.pk, schema_name=schema, table_name=table
            ).order_by("-id")
        page = Paginator(changes, PER_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {obj}",
            "subtitle": None,
            "entries": entries(self.model, page.object_list, hidden(request, self.model, row=obj)),
            "page": page,
            "module_name": str(capfirst(self.opts.verbose_name_plural)),
            "object": obj,
            "original": obj,
            "opts": self.opts,
            "preserved_filters": self.get_preserved_filters(request),
            "media": self.media,
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "console/history.html", context)
