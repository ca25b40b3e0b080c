"""Pages of the console through every layer, against the SQL of the rows they show."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.measure import Line, best
from benchmarks.rows import MANAGER
from directory.models import Contact
from portal.middleware import SECRET_KEY, SESSION_KEY
from portal.models import User
from portal.services.lists import list_columns_keep
from portal.services.sessions import console_session_open
from property.models import Property
from reservations.models import Reservation
from service.models import Ticket

PAGE = 100
RATIO, QUERIES, FAR, SEARCH_MS, ADD_MS = 8, 6, 3, 150, 100


@dataclass(frozen=True)
class List:
    """A list of 12 columns with 4 foreign keys; ``relations`` say what names the related row."""

    model: type
    own: tuple[str, ...]
    relations: dict[str, tuple[str, ...]]
    filtered: dict[str, str]
    searched: str


LISTS = (
    List(
        Reservation,
        ("number", "status", "check_in_date", "check_out_date", "nights", "adults", "gross_total",
         "payment_status"),
        {"property": ("property_code", "property_name"), "guest": ("number",),
         "booking_source": ("name",), "assigned_member": ("display_name", "number")},
        {"status": "checked_out"},
        "kaʻahumanu",
    ),
    List(
        Ticket,
        ("number", "title", "status", "source", "scheduled_date", "created_at", "resolved_at",
         "is_owner_visible"),
        {"property": ("property_code", "property_name"), "reservation": ("number",),
         "current_team": ("name", "number"), "current_agent": ("display_name", "number")},
        {"status": "OPEN"},
        "faucet leaks",
    ),
    List(
        Contact,
        ("number", "full_name", "email", "phone", "city", "contact_type", "status", "created_at"),
        {"country": ("name",), "timezone": ("name",), "preferred_language": ("name",),
         "merged_into": ("full_name", "number")},
        {"contact_type": "person"},
        "kaʻahumanu",
    ),
    List(
        Property,
        ("number", "property_name", "status", "management_status", "bedrooms", "bathrooms",
         "sleeps", "city"),
        {"resort": ("resort_name",), "primary_team": ("name", "number"), "timezone": ("name",),
         "property_manager": ("display_name", "number")},
        {"status": "active"},
        "kaʻahumanu",
    ),
)  # fmt: skip


def lines(scratch) -> Iterator[Line]:
    """Four lists (first and far page, filtered, searched) and their forms."""
    user = User.objects.get(email=MANAGER)
    client = signed_in(user)
    raw = scratch.connect()
    for shown in LISTS:
        model_admin = admin.site._registry[shown.model]
        model_admin.list_per_page = PAGE
        list_columns_keep(
            actor=user,
            label=shown.model._meta.label_lower,
            columns=[*shown.own, *shown.relations],
        )
        yield from _list_lines(shown, client, raw)
    for model in (Reservation, Ticket, Contact, Property):
        name = model._meta.verbose_name
        yield _page_line(f"{name}, add page", client, _address(model, "add"), goal_ms=ADD_MS)
        address = _address(model, "change", args=[model._base_manager.last().pk])
        yield _page_line(f"{name}, its own page", client, address, goal_queries=None)


def signed_in(user) -> Client:
    """A browser in which the user is signed in, with a session of ours as the console asks for."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    kept = client.session
    session, secret = console_session_open(user=user)
    kept[SESSION_KEY], kept[SECRET_KEY] = str(session.pk), secret
    kept.save()
    return client


def _list_lines(shown, client, raw) -> Iterator[Line]:
    model, address = shown.model, _address(shown.model, "changelist")
    name = str(model._meta.verbose_name_plural)
    ordering = [*model._meta.ordering, "-pk"]
    rows = model._base_manager.order_by(*ordering)
    columns = [*shown.own, *(f"{r}__{c}" for r, parts in shown.relations.items() for c in parts)]

    def floor(narrowed):
        sql, params = narrowed.values_list("pk", *columns)[:PAGE].query.sql_with_params()
        return lambda: raw.execute(sql, params).fetchall()

    first = _page_line(f"{name}, first page", client, address, floor(rows), goal=RATIO)
    yield first
    far = min(9_990, rows.count() // PAGE - 10)
    if far > 20:
        page = _page_line(f"{name}, page {far:,} (floor: our first)", client, f"{address}?p={far}")
        yield Line(page.what, page.ours, first.ours, goal=FAR, queries=page.queries,
                   goal_queries=QUERIES)  # fmt: skip
    chosen = urlencode(shown.filtered)
    yield _page_line(
        f"{name}, {chosen}", client, f"{address}?{chosen}", floor(rows.filter(**shown.filtered)),
        goal=RATIO,
    )  # fmt: skip
    for text in (shown.searched, "nosuchrow"):
        query = urlencode({"q": text})
        yield _page_line(f"{name}, search “{text}”", client, f"{address}?{query}",
                         goal_ms=SEARCH_MS, goal_queries=None)  # fmt: skip


def _page_line(name, client, address, floor=None, **goals) -> Line:
    def get():
        response = client.get(address)
        assert response.status_code == 200, f"{address} answers {response.status_code}"
        return response

    get()
    with CaptureQueriesContext(connection) as captured:
        get()
    queries = len(captured)
    if floor:
        floor_ms, ours = best(floor, get, times=15)
    else:
        (ours,), floor_ms = best(get, times=15), None
    return Line(
        name, ours, floor_ms, queries=queries, goal_queries=goals.pop("goal_queries", QUERIES),
        **goals,
    )  # fmt: skip


def _address(model, page, args=()) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
