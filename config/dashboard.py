"""The console's first page: what needs doing today, from the selectors of each app.

Nothing is decided here: a card names a cut of a list (``core.focus``), which its app defines and
the list shows when the card is opened.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from django.apps import apps
from django.contrib.admin.utils import quote
from django.db.models import Count, Window
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from config import navigation
from core.focus import FOCUS_VAR, Focus
from directory.selectors import today as companies
from finance.selectors import today as money
from homeowner_acquisition.selectors import today as contracts
from inventory.selectors import today as stock
from property.selectors import plans, today as units
from property_listings.selectors import health as feeds
from reservations.selectors import today as stays
from service.selectors import today as tickets

ROWS = 4  # of a card; the list has the others
OCCUPANCY_DAYS = 60
TICKET_DAYS = 30
CLEAN_DAYS = 14
MONTHS = 12


@dataclass(frozen=True)
class Card:
    """One thing to look after: a cut of a list, and how a row of it reads.

    ``line`` gives the two texts of a row; ``related`` are the relations they read.
    """

    focus: Focus
    icon: str
    line: Callable
    related: tuple[str, ...] = ()
    order: tuple[str, ...] = ("pk",)
    is_urgent: bool = False


@dataclass
class Shown:
    """A card as the page shows it."""

    title: str
    icon: str
    address: str
    is_urgent: bool
    count: int = 0
    rows: list = field(default_factory=list)


@dataclass(frozen=True)
class Chart:
    """A chart for unfold's Chart.js: ``data`` and ``options`` are JSON."""

    title: str
    kind: str
    data: str
    options: str
    summary: str


def _time(value) -> str:
    return date_format(value, "P") if value else ""


def _day(value) -> str:
    return date_format(value, "j M") if value else ""


def _money(value) -> str:
    return f"${value:,.2f}" if value is not None else ""


def _age(moment) -> str:
    hours = int((timezone.now() - moment).total_seconds() // 3600)
    return f"{hours // 24} d" if hours >= 48 else f"{hours} h"


STAY = ("property", "guest__contact")
SECTIONS = (
    (
        "Front desk",
        (
            Card(
                stays.arrivals,
                "flight_land",
                lambda r: (_stay(r), _time(r.expected_arrival_time) or r.get_status_display()),
                STAY,
                ("property__property_code",),
            ),
            Card(
                stays.departures,
                "flight_takeoff",
                lambda r: (_stay(r), _time(r.expected_departure_time) or r.get_status_display()),
                STAY,
                ("property__property_code",),
            ),
            Card(
                stays.in_house,
                "hotel",
                lambda r: (_stay(r), f"until {_day(r.check_out_date)}"),
                STAY,
                ("check_out_date", "property__property_code"),
            ),
            Card(
                stays.unanswered,
                "rate_review",
                lambda r: (str(r.property), f"{r.overall_rating:.1f}, {_day(r.review_date)}"),
                ("property",),
                ("-review_date",),
            ),
            Card(
                feeds.sick_feeds,
                "sync_problem",
                lambda r: (_feed(r), feeds.health_of(r, timezone.now()).words),
                ("progress", "channel_listing__listing__property"),
                ("progress__last_good_pull_at",),
                is_urgent=True,
            ),
            Card(
                feeds.events_with_attention,
                "event_busy",
                lambda r: (
                    f"{_feed(r.feed)} · {_day(r.check_in_date)}–{_day(r.check_out_date)}",
                    r.summary or r.get_kind_display(),
                ),
                ("feed__channel_listing__listing__property",),
                ("check_in_date",),
                is_urgent=True,
            ),
        ),
    ),
    (
        "Housekeeping",
        (
            Card(
                units.cleans,
                "cleaning_services",
                lambda r: (_clean(r), r.get_status_display()),
                ("property", "assigned_to"),
                ("scheduled_time", "number"),
            ),
            Card(
                units.late_cleans,
                "timer_off",
                lambda r: (_clean(r), _late(r)),
                ("property", "assigned_to"),
                ("scheduled_date", "scheduled_time"),
                is_urgent=True,
            ),
            Card(
                units.inspections_due,
                "fact_check",
                lambda r: (
                    f"{r.property.property_code} · {r.get_inspection_type_display()}",
                    _day(r.scheduled_date),
                ),
                ("property",),
                ("scheduled_date", "number"),
            ),
            Card(
                plans.clean_differences,
                "difference",
                lambda r: (_clean(r), _differs(r)),
                ("property", "assigned_to"),
                ("scheduled_date", "number"),
                is_urgent=True,
            ),
            Card(
                plans.inspection_differences,
                "rule",
                lambda r: (f"{r.property.property_code} · {r.number}", _differs(r)),
                ("property",),
                ("scheduled_date", "number"),
                is_urgent=True,
            ),
            Card(
                plans.without_inspection,
                "person_search",
                lambda r: (_clean(r), _day(r.scheduled_date)),
                ("property", "assigned_to"),
                ("scheduled_date", "number"),
            ),
            Card(
                stock.low_stock,
                "inventory",
                lambda r: (r.item.item_name, f"{r.quantity_available} left"),
                ("item",),
                ("quantity_available",),
            ),
        ),
    ),
    (
        "Maintenance",
        (
            Card(
                tickets.overdue,
                "alarm",
                lambda r: (_ticket(r), _age(r.created_at)),
                ("property",),
                ("priority__sort_order", "created_at"),
                is_urgent=True,
            ),
            Card(
                tickets.unassigned,
                "person_off",
                lambda r: (_ticket(r), r.priority_code.capitalize()),
                ("property",),
                ("priority__sort_order", "created_at"),
            ),
        ),
    ),
    (
        "Money & papers",
        (
            Card(
                money.statements_to_approve,
                "summarize",
                lambda r: (f"{r.property.property_code} · {r.number}", _money(r.net_to_owner)),
                ("property",),
                ("period_end", "number"),
            ),
            Card(
                money.invoices_past_due,
                "receipt_long",
                lambda r: (f"{r.number} · {r.contact.full_name or ''}", _money(r.balance_due)),
                ("contact",),
                ("due_date", "number"),
                is_urgent=True,
            ),
            Card(
                contracts.contracts_expiring,
                "contract",
                lambda r: (
                    f"{r.number} · {r.property.property_code if r.property else ''}",
                    _day(r.expiration_date),
                ),
                ("property",),
                ("expiration_date",),
            ),
            Card(
                companies.insurance_expiring,
                "health_and_safety",
                lambda r: (r.company_name, date_format(r.insurance_expiry, "j M Y")),
                (),
                ("insurance_expiry",),
            ),
        ),
    ),
)


def _stay(row) -> str:
    guest = row.guest.contact.full_name if row.guest else row.get_reservation_type_display()
    return f"{row.property.property_code} · {guest or row.number}"


def _ticket(row) -> str:
    return f"{row.property.property_code} · {row.title}" if row.property else row.title


def _feed(row) -> str:
    listing = row.channel_listing
    return f"{listing.listing.property.property_code} · {listing.platform_code.capitalize()}"


def _clean(row) -> str:
    who = row.assigned_to.display_name if row.assigned_to else "nobody yet"
    return f"{row.property.property_code} · {who}"


def _differs(row) -> str:
    names = (str(row._meta.get_field(name).verbose_name) for name in row.plan_changes)
    return ", ".join(names)


def _late(row) -> str:
    days = (timezone.localdate() - row.scheduled_date).days
    return f"{days} d" if days else f"since {_time(row.scheduled_time)}"


def context(request: HttpRequest) -> dict:
    """What the template of the dashboard shows: sections of cards, and charts."""
    sections = [
        (title, [_shown(request, card) for card in cards if _may_see(request, card.focus.label)])
        for title, cards in SECTIONS
    ]
    return {
        "sections": [(title, cards) for title, cards in sections if cards],
        "charts": [chart for chart in _charts(request) if chart],
        "today": timezone.localdate(),
        "clean_states": _clean_states(request),
    }


def _may_see(request: HttpRequest, label: str) -> bool:
    return navigation.may_view(request, label)


def _shown(request: HttpRequest, card: Card) -> Shown:
    """The card with its number and first rows, from one query."""
    model = apps.get_model(card.focus.label)
    meta = model._meta
    base = f"admin:{meta.app_label}_{meta.model_name}"
    rows = card.focus.rows(model.objects.for_user(request.user, "read"))
    rows = rows.annotate(of_all=Window(Count("pk"))).order_by(*card.order)
    found = list((rows.select_related(*card.related) if card.related else rows)[:ROWS])
    return Shown(
        title=card.focus.title,
        icon=card.icon,
        address=f"{reverse(f'{base}_changelist')}?{urlencode({FOCUS_VAR: card.focus.name})}",
        is_urgent=card.is_urgent and bool(found),
        count=found[0].of_all if found else 0,
        rows=[(reverse(f"{base}_change", args=[quote(r.pk)]), *card.line(r)) for r in found],
    )


def _clean_states(request: HttpRequest) -> list[tuple[str, int]]:
    """Today's cleans by state, in the order in which a clean goes through them."""
    if not _may_see(request, "property.Clean"):
        return []
    counts = units.cleans_by_status(request.user)
    labels = dict(units.CleanStatus.choices)
    return [(labels[state], counts[state]) for state in units.CleanStatus.values if state in counts]


# -- charts ---------------------------------------------------------------------------------------


def _charts(request: HttpRequest):
    today, user = timezone.localdate(), request.user
    if _may_see(request, "reservations.Reservation"):
        yield _occupancy(user, today)
        yield _revenue(user, today)
    if _may_see(request, "service.Ticket"):
        yield _tickets(user, today)
    if _may_see(request, "property.Clean"):
        yield _cleans(user, today)


def _chart(
    title: str, kind: str, labels: list, summary: str, *, percent=False, stacked=False, **series
) -> Chart:
    """A chart of one or two series; ``percent`` ends the axis at 100, ``stacked`` adds them up."""
    colors = ("var(--color-primary-600)", "var(--color-base-300)")
    datasets = [
        {
            "label": name.replace("_", " ").capitalize(),
            "data": values,
            "borderColor": color,
            "backgroundColor": color,
            "borderWidth": 2 if kind == "line" else 0,
            "pointRadius": 0,
            "cubicInterpolationMode": "monotone",
            "borderRadius": 3,
            "maxBarThickness": 28,
        }
        for (name, values), color in zip(series.items(), colors, strict=False)
    ]
    y = {
        "beginAtZero": True,
        "stacked": stacked,
        "grid": {"drawTicks": False},
        "border": {"display": False},
        "ticks": {"precision": 0, "maxTicksLimit": 6},
    }
    if percent:
        y["max"] = 100
    options = {
        "responsive": True,
        "maintainAspectRatio": False,
        "animation": False,
        "interaction": {"mode": "index", "intersect": False},
        "plugins": {
            "legend": {
                "display": len(series) > 1,
                "align": "end",
                "position": "top",
                "labels": {"boxWidth": 10, "boxHeight": 10, "useBorderRadius": True},
            }
        },
        "scales": {
            "y": y,
            "x": {
                "stacked": stacked,
                "grid": {"display": False},
                "ticks": {"autoSkip": True, "maxTicksLimit": 12, "maxRotation": 0},
            },
        },
    }
    data = {"labels": labels, "datasets": datasets}
    return Chart(title, kind, json.dumps(data), json.dumps(options), summary)


def _days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=day) for day in range(count)]


def _occupancy(user, today: date) -> Chart | None:
    managed = units.units_managed(user)
    if not managed:
        return None
    booked = stays.nights_booked(user, today, OCCUPANCY_DAYS)
    values = [round(100 * min(nights, managed) / managed, 1) for nights in booked]
    month = sum(values[:30]) / 30
    return _chart(
        f"Occupancy, next {OCCUPANCY_DAYS} nights (%)",
        "line",
        [_day(day) for day in _days(today, OCCUPANCY_DAYS)],
        f"{month:.0f} % of {managed} units over the next 30 nights,"
        f" {sum(values) / len(values):.0f} % over {OCCUPANCY_DAYS}",
        percent=True,
        occupancy=values,
    )


def _revenue(user, today: date) -> Chart:
    months = list(stays.months_back(today, MONTHS))
    year_before = [month.replace(year=month.year - 1) for month in months]
    after = (months[-1] + timedelta(days=32)).replace(day=1)
    totals = stays.revenue_by_month(user, year_before[0], after)
    this = [float(totals.get(month, 0)) for month in months]
    last = [float(totals.get(month, 0)) for month in year_before]
    return _chart(
        "Revenue by month of arrival ($)",
        "bar",
        [date_format(month, "M") for month in months],
        f"${sum(this):,.0f} in the last {MONTHS} months, ${sum(last):,.0f} in those before",
        last_12_months=this,
        the_year_before=last,
    )


def _tickets(user, today: date) -> Chart:
    first = today - timedelta(days=TICKET_DAYS - 1)
    counts = tickets.opened_and_resolved(user, first, TICKET_DAYS)
    opened, resolved = [n for n, _ in counts], [n for _, n in counts]
    return _chart(
        f"Tickets, last {TICKET_DAYS} days",
        "line",
        [_day(day) for day in _days(first, TICKET_DAYS)],
        f"{sum(opened)} opened, {sum(resolved)} resolved",
        opened=opened,
        resolved=resolved,
    )


def _cleans(user, today: date) -> Chart:
    first = today - timedelta(days=CLEAN_DAYS // 2)
    counts = units.cleans_by_day(user, first, CLEAN_DAYS)
    return _chart(
        "Cleans, a week back and a week ahead",
        "bar",
        [date_format(day, "D j") for day in _days(first, CLEAN_DAYS)],
        f"{sum(n for n, _ in counts)} planned, {sum(n for _, n in counts)} done",
        stacked=True,
        done=[done for _, done in counts],
        open=[planned - done for planned, done in counts],
    )
