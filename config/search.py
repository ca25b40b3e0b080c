"""Global search: the things people look for, across tables, in one list.

Each kind is searched through its own trigram index, within the person's scope and up to a limit;
a number that is typed from its start goes to the top.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.apps import apps
from django.contrib.admin.utils import quote
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst

from config import navigation
from core.models import BusinessIDField
from core.models.fields import Fold, field_or_none
from core.models.querysets import SEARCH_WORDS, found_by

SHORTEST = 2  # letters; one alone finds everything
POOL = 200  # rows of a kind that are ranked against each other
NUMBER = re.compile(r"[A-Za-z]{2,5}-[\w-]*")


@dataclass(frozen=True)
class Kind:
    """A table that global search looks into.

    ``title`` and ``detail`` are the two lines of a result, ``related`` the relations they read.
    """

    label: str
    icon: str
    detail: Callable
    related: tuple[str, ...] = ()
    title: Callable = str

    @property
    def model(self):
        """The model behind the label."""
        return apps.get_model(self.label)


@dataclass(frozen=True)
class Result:
    """One row found."""

    kind: str
    title: str
    detail: str
    link: str
    icon: str
    rank: int


@dataclass(frozen=True)
class KindResults:
    """What was found of one kind; ``more`` is the address of the list with all of it."""

    title: str
    icon: str
    results: list[Result]
    more: str = ""


@dataclass(frozen=True)
class Search:
    """The outcome: by kind, and all of it, best first."""

    text: str
    kinds: list[KindResults]
    results: list[Result]
    seconds: float
    note: str = ""


def _line(*parts) -> str:
    """Parts that are known, joined by a dot."""
    return " · ".join(str(part) for part in parts if part not in (None, ""))


def _day(value) -> str:
    return date_format(value, "j M Y") if value else ""


def _stay(row) -> str:
    return f"{_day(row.check_in_date)} – {_day(row.check_out_date)}"


def _guest(row) -> str:
    return row.guest.contact.full_name if row.guest else row.get_reservation_type_display()


def _status(row) -> str:
    return row.get_status_display()


KINDS = (
    Kind(
        "property.Property",
        "villa",
        lambda r: _line(r.resort or r.city, r.unit_number and f"unit {r.unit_number}", _status(r)),
        ("resort",),
    ),
    Kind(
        "reservations.Reservation",
        "calendar_month",
        lambda r: _line(_guest(r), r.property, _stay(r), _status(r)),
        ("property", "guest__contact"),
        lambda r: r.number,
    ),
    Kind(
        "directory.Guest",
        "luggage",
        lambda r: _line(r.contact.email, r.contact.phone, r.contact.city),
        ("contact",),
        lambda r: _line(r.contact.full_name, r.number),
    ),
    Kind("directory.Contact", "person", lambda r: _line(r.email, r.phone, r.city)),
    Kind(
        "directory.Homeowner",
        "real_estate_agent",
        lambda r: _line(r.contact, r.get_owner_status_display()),
        ("contact",),
    ),
    Kind(
        "directory.Company",
        "domain",
        lambda r: _line(r.get_company_type_display(), _status(r)),
    ),
    Kind("team.TeamMember", "badge", lambda r: _line(r.role, r.team, _status(r)), ("team",)),
    Kind(
        "service.Ticket",
        "confirmation_number",
        lambda r: _line(r.property, r.priority_code.capitalize(), _status(r)),
        ("property",),
    ),
    Kind(
        "property.Clean",
        "cleaning_services",
        lambda r: _line(r.property, _day(r.scheduled_date), _status(r)),
        ("property",),
    ),
    Kind(
        "property.Inspection",
        "fact_check",
        lambda r: _line(r.property, r.get_inspection_type_display(), _status(r)),
        ("property",),
    ),
    Kind(
        "finance.Transaction",
        "payments",
        lambda r: _line(f"{r.amount:,.2f}", _day(r.transaction_date), r.property, _status(r)),
        ("property",),
    ),
    Kind(
        "finance.Invoice",
        "receipt_long",
        lambda r: _line(f"{r.total_amount:,.2f}", r.contact, _status(r)),
        ("contact",),
    ),
    Kind(
        "finance.OwnerStatement",
        "summarize",
        lambda r: _line(r.property, f"{_day(r.period_start)} – {_day(r.period_end)}", _status(r)),
        ("property",),
    ),
    Kind(
        "property_listings.Listing",
        "campaign",
        lambda r: _line(r.primary_title, r.property, _status(r)),
        ("property",),
    ),
    Kind("inventory.InventoryItem", "inventory_2", lambda r: _line(r.brand, r.sku)),
    Kind("knowledge.Article", "menu_book", lambda r: _line(r.summary, _status(r))),
)


def search(request: HttpRequest, text: str, *, each: int) -> Search:
    """Look for ``text`` in all kinds that the person may see, at most ``each`` rows of one."""
    start = time.perf_counter()
    text = text.replace("\0", "").strip()
    if len(text) < SHORTEST:
        return Search(text, [], [], 0.0, f"Type at least {SHORTEST} letters.")
    words: dict[str, dict] = {word: {} for word in text.split()[:SEARCH_WORDS]}
    found = []
    for kind in KINDS:
        if navigation.may_view(request, kind.label):
            results = _of_kind(request, kind, text, words, each)
            if results:
                found.append(_listed(kind, text, results, each))
    every = [result for kind in found for result in kind.results]
    every.sort(key=lambda result: result.rank)
    found.sort(key=lambda kind: kind.results[0].rank)
    return Search(text, found, every, time.perf_counter() - start)


def _of_kind(
    request: HttpRequest, kind: Kind, text: str, words: dict[str, dict], each: int
) -> list[Result]:
    """The best rows of a kind; ``words`` keeps, by word, what is known of related rows."""
    model = kind.model
    conditions = [
        found_by(model, word, known=known, reader=request.user) for word, known in words.items()
    ]
    usable = [condition for condition in conditions if condition is not None]
    if not usable or len(usable) < len(conditions):
        return []
    rows = model.objects.for_user(request.user, "read")
    ranked = _ranked(rows, text, Q(*usable))[:each]
    if kind.related:
        ranked = ranked.select_related(*kind.related)
    meta = model._meta
    return [
        Result(
            kind=capfirst(str(meta.verbose_name)),
            title=kind.title(row),
            detail=kind.detail(row),
            link=reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[quote(row.pk)]),
            icon=kind.icon,
            rank=row.search_rank,
        )
        for row in ranked
    ]


def _ranked(rows: QuerySet, text: str, found: Q) -> QuerySet:
    """The rows ``found``: whose number is the text, starts so; who have it whole; the others."""
    model = rows.model
    number = field_or_none(model, "number")
    pool = model._base_manager.filter(pk__in=rows.filter(found).order_by().values("pk")[:POOL])
    first, ranks = Q(), []
    if isinstance(number, BusinessIDField) and NUMBER.fullmatch(text):
        first = Q(number__startswith=text.upper())
        ranks = [When(number=text.upper(), then=0), When(first, then=1)]
    if field_or_none(model, "search_text"):
        folded = Fold(Value(text))
        ranks.append(When(search_text__contains=folded, then=2))
    rank = Case(*ranks, default=Value(3), output_field=IntegerField())
    if first:
        named = rows.filter(first).order_by("number").values("pk")[:POOL]
        pool = model._base_manager.filter(Q(pk__in=pool.values("pk")) | Q(pk__in=named))
    return pool.annotate(search_rank=rank).order_by("search_rank", "-pk")


def _listed(kind: Kind, text: str, results: list[Result], each: int) -> KindResults:
    meta = kind.model._meta
    more = ""
    if len(results) == each:
        address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        more = f"{address}?{urlencode({'q': text})}"
    return KindResults(capfirst(str(meta.verbose_name_plural)), kind.icon, results, more)


__all__ = ["KINDS", "Search", "search"]
