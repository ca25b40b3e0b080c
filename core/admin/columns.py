"""Cells of a list: one compiled function a column, instead of asking each cell what it is."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from html import escape
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.utils import label_for_field
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format, localize
from django.utils.html import conditional_escape
from django.utils.timezone import get_current_timezone

from core.admin.access import allowed
from core.admin.describe import is_lookup, naming_path, status_fields
from core.models import BaseModel, IntegerField, MoneyField
from core.models.base import naming_relation
from core.models.fields import field_or_none

EMPTY = '<span class="cell-empty">–</span>'
LONGEST = 60  # characters of a text in a cell; the rest is in its title
LONGEST_TITLE = 400

# The colour of a status follows from its words; the first family with a word of it wins.
FAMILIES = {
    "danger": (
        "cancel", "void", "fail", "reject", "denied", "declin", "overdue", "blocked", "emergency",
        "urgent", "critical", "lost", "terminat", "suspend", "damag", "bounced", "error", "expired",
        "written_off", "no_show", "out_of", "severe",
    ),
    "warning": (
        "pending", "wait", "hold", "draft", "review", "high", "partial", "flag", "late", "attention",
        "paused", "submitted", "tentative", "needs", "poor", "requested", "appeal", "dispute",
    ),
    "success": (
        "complet", "done", "paid", "active", "approv", "confirm", "resolved", "closed", "passed",
        "live", "published", "verified", "won", "success", "good", "excellent", "signed", "deliver",
        "received", "posted", "sent", "recovered", "reconciled", "managed", "checked_out",
    ),
    "info": (
        "progress", "open", "scheduled", "new", "checked_in", "in_house", "assigned", "started",
        "medium", "sync", "planned", "upcoming", "occupied", "running", "invited", "quoted",
    ),
}  # fmt: skip
NOT_WORDS = ("inactive", "unpaid", "unlisted", "unverified", "not_", "incomplete", "unconfirmed")


@cache
def family(value: str) -> str:
    """The colour family of a value: danger, warning, success, info or plain."""
    word = str(value).lower()
    if word.startswith(NOT_WORDS):
        return "plain"
    for name, words in FAMILIES.items():
        if any(part in word for part in words):
            return name
    return "plain"


@cache
def pill(value: str, label: str, *, coloured: bool = True) -> str:
    """A value of a closed list as a label."""
    name = family(value) if coloured else "plain"
    return f'<span class="pill pill-{name}">{escape(label)}</span>'


@dataclass(frozen=True)
class Column:
    """One column of a list: its heading, how a row shows in it, and its CSS class."""

    name: str
    label: str
    cell: Callable[[models.Model], str]
    css: str = ""


def compiled(model_admin, names: Iterable[str], request) -> list[Column]:
    """The columns of a list as functions of a row; all look-ups of types are done here."""
    names = list(names)
    zone = _zone_of(model_admin.model, names)
    return [
        _column(model_admin, name, None if position == 0 else request, zone)
        for position, name in enumerate(names)
    ]


def _column(model_admin, name, request, zone):
    label = str(label_for_field(name, model_admin.model, model_admin))
    field = None if callable(name) else field_or_none(model_admin.model, name)
    if field is None or not field.concrete:
        return Column(str(name), label, *_own(model_admin, name))
    return Column(name, label, *cell_of(field, request, zone))


def cell_of(field: models.Field, request, zone=None) -> tuple[Callable[[models.Model], str], str]:
    """How a column shows, and its CSS class.

    Without ``request`` related rows are named, not linked (the cell links to its own row).
    """
    attribute = field.attname
    if field.is_relation:
        return _relation(field, request), ""
    if field.choices:
        return _closed_list(field), ""
    for types, made, css in (
        (MoneyField, _money, "cell-number"),
        (models.BooleanField, _flag, "cell-flag"),
        (models.DateTimeField, lambda field: _instant(field, zone or _company_zone), "cell-date"),
        (models.DateField, _date, "cell-date"),
        (models.TimeField, _time, "cell-date"),
        ((models.DecimalField, models.FloatField), _decimal, "cell-number"),
        ((IntegerField, models.IntegerField), _integer, "cell-number"),
        (ArrayField, _list, ""),
    ):
        if isinstance(field, types):
            return made(field), css
    return lambda row: text(getattr(row, attribute)), ""


def text(value) -> str:
    """Words, cut where they are too long for a cell."""
    if value is None or value == "":
        return EMPTY
    words = str(value)
    if len(words) <= LONGEST:
        return escape(words)
    whole = escape(words[:LONGEST_TITLE])
    return f'<span title="{whole}">{escape(words[:LONGEST].rstrip())}…</span>'


def _own(model_admin, name):
    """A method of the admin or the model, with what ``@display`` says of it."""
    if name == "__str__":
        return (lambda row: text(row)), ""
    method = name if callable(name) else getattr(model_admin, name, None)
    on_model = method is None
    if on_model:
        method = getattr(model_admin.model, name)
    is_flag = getattr(method, "boolean", False)
    empty = getattr(method, "empty_value_display", None) or EMPTY

    def cell(row):
        try:
            value = getattr(row, name) if on_model else method(row)
        except ObjectDoesNotExist:
            return empty
        value = value() if on_model and callable(value) else value
        if is_flag:
            return FLAGS[value]
        if value is None or value == "":
            return empty
        if isinstance(value, (datetime.date, datetime.time, Decimal, int)):
            value = localize(value)
        return conditional_escape(value) if hasattr(value, "__html__") else text(value)

    return cell, getattr(method, "css", "")


FLAGS = {
    True: '<span class="flag flag-yes" role="img" aria-label="yes">✓</span>',
    False: '<span class="flag flag-no" role="img" aria-label="no">–</span>',
    None: EMPTY,
}


def _flag(field):
    attribute = field.attname
    return lambda row: FLAGS[getattr(row, attribute)]


def _closed_list(field):
    attribute, labels = field.attname, {value: str(label) for value, label in field.flatchoices}
    coloured = field.name in status_fields(field.model) or field.name.endswith(
        ("priority", "severity", "result", "outcome", "grade", "condition")
    )

    def cell(row):
        value = getattr(row, attribute)
        if value is None:
            return EMPTY
        return pill(value, labels.get(value, value), coloured=coloured)

    return cell


def _relation(field, request):
    """The name of the related row, linked to its page where the person may open it."""
    name, attribute, target = field.name, field.attname, field.related_model
    if is_lookup(target):
        coloured = name.endswith(("priority", "severity", "status"))

        named = {None: EMPTY}

        def lookup(row):
            key = getattr(row, attribute)
            if key not in named:
                label = getattr(row, name).name
                named[key] = pill(str(key), label, coloured=True) if coloured else text(label)
            return named[key]

        return lookup
    linked = (
        request is not None
        and admin.site.is_registered(target)
        and allowed(request, target, "view")
    )
    before, after = page_address(target) if linked else ("", "")
    shown = {None: EMPTY}

    def cell(row):
        key = getattr(row, attribute)
        if key not in shown:
            related = getattr(row, name)
            label = EMPTY if related is None else text(related)
            if linked and related is not None:
                label = f'<a class="cell-link" href="{before}{related.pk}{after}">{label}</a>'
            shown[key] = label
        return shown[key]

    return cell


@cache
def page_address(model: type[models.Model]) -> tuple[str, str]:
    """What stands before and after the key in the address of a row's page."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=["~"])
    before, _, after = address.partition("~")
    return before, after


def _money(field):
    attribute, currency = field.attname, currency_field(field.model)
    if currency is None:
        return lambda row: (
            EMPTY if getattr(row, attribute) is None else money(getattr(row, attribute))
        )
    code = currency.attname

    def cell(row):
        amount = getattr(row, attribute)
        return EMPTY if amount is None else money(amount, getattr(row, code))

    return cell


@cache
def currency_field(model: type[models.Model]) -> models.Field | None:
    """The column that keeps the row's currency code, if the table has one."""
    return field_or_none(model, "currency") or field_or_none(model, "currency_code")


def money(amount: Decimal, currency: str | None = "USD") -> str:
    """An amount with its currency: $1,234.50, -$20.00, JPY 9,000.00."""
    sign, figure = "-" if amount < 0 else "", f"{abs(amount):,.2f}"
    if currency in (None, "", "USD"):
        return f"{sign}${figure}"
    return f"{sign}{escape(currency)} {figure}"


def _decimal(field):
    attribute = field.attname

    def cell(row):
        value = getattr(row, attribute)
        return EMPTY if value is None else f"{value.normalize():f}" if value else "0"

    return cell


def _integer(field):
    attribute = field.attname
    plain = field.name.endswith(("year", "order", "_id"))

    def cell(row):
        value = getattr(row, attribute)
        if value is None:
            return EMPTY
        return str(value) if plain else f"{value:,}"

    return cell


def _list(field):
    attribute = field.attname
    return lambda row: text(", ".join(map(str, getattr(row, attribute) or ())))


def _date(field):
    attribute, shown = field.attname, {}

    def cell(row):
        value = getattr(row, attribute)
        if value is None:
            return EMPTY
        if value not in shown:
            shown[value] = date_format(value, "M j, Y")
        return shown[value]

    return cell


def _time(field):
    attribute = field.attname

    def cell(row):
        value = getattr(row, attribute)
        return EMPTY if value is None else f"{value:%H:%M}"

    return cell


MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _instant(field, zone_of):
    attribute = field.attname

    def cell(row):
        value = getattr(row, attribute)
        if value is None:
            return EMPTY
        at = value.astimezone(zone_of(row))
        return f"{MONTHS[at.month]} {at.day}, {at.year}, {at:%H:%M}"

    return cell


def _company_zone(row):
    return get_current_timezone()


@cache
def zone(name: str | None):
    """The time zone of that name; the company's for none or a wrong one."""
    try:
        return ZoneInfo(name) if name else get_current_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return get_current_timezone()


def _zone_of(model, names):
    """How to find a row's time zone: its property's where the list shows the property."""
    if field_or_none(model, "timezone") is not None:
        attribute = model._meta.get_field("timezone").attname
        return lambda row: zone(getattr(row, attribute))
    field = field_or_none(model, "property")
    if "property" in names and field is not None and field_or_none(field.related_model, "timezone"):
        return lambda row: zone(row.property.timezone_code if row.property_id else None)
    return _company_zone


def needed(model: type[models.Model], names: Iterable[str]) -> tuple[list[str], list[str] | None]:
    """Relations and columns that the columns read, for ``select_related`` and ``only``.

    The columns are None where some column is a method, which may read any of them.
    """
    relations, columns, methods = [], {model._meta.pk.name}, False
    for name in names:
        field = None if callable(name) else field_or_none(model, name)
        if field is None or not field.concrete:
            methods = True
            continue
        columns.add(field.name)
        if isinstance(field, MoneyField) and (currency := currency_field(model)):
            columns.add(currency.name)
        if field.is_relation:
            relations.append(name)
            relations += [f"{name}__{step}" for step in naming_path(field.related_model)]
            columns.update(_label_columns(field))
    if field_or_none(model, "timezone") is not None:
        columns.add("timezone")
    return relations, None if methods else sorted(columns)


def _label_columns(field) -> set[str]:
    """What the name of a related row is made of, and its time zone."""
    target = field.related_model
    names = label_columns(target) | {field.target_field.name}
    if field_or_none(target, "timezone") is not None:
        names.add("timezone")
    return {f"{field.name}__{name}" for name in names}


def label_columns(model: type[models.Model]) -> set[str]:
    """The columns that ``str`` of a row reads, with those of the rows that name it."""
    if model.__str__ is not BaseModel.__str__:
        return {column.name for column in model._meta.concrete_fields}
    names = {model._meta.pk.name, *model.label_fields}
    if step := naming_relation(model):
        target = model._meta.get_field(step).related_model
        names |= {step, *(f"{step}__{name}" for name in label_columns(target))}
    return names


def row_link(model_admin, request, preserved_filters: str) -> Callable[[models.Model, str], str]:
    """Wraps a cell in the link to its row."""
    before, after = page_address(model_admin.model)
    suffix = ""
    if preserved_filters:
        context = {"preserved_filters": preserved_filters, "opts": model_admin.opts}
        suffix = escape(add_preserved_filters(context, f"{before}~{after}").partition("?")[2])
        suffix = f"?{suffix}" if suffix else ""
    return lambda row, cell: (
        f'<a class="row-link" href="{before}{row.pk}{after}{suffix}">{cell}</a>'
    )
