"""The tape chart: homes and all that stands on their calendars in a window of days.

One statement for each kind of row, whatever the number of homes; each is held to the person's
scope. Rows are tuples in the order of the ``*_COLUMNS``, so that they go into JSON as they come.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Cast

from property.choices.cleans import CleanStatus
from property.choices.inspections import InspectionStatus
from property.choices.properties import PropertyStatus
from property.models import Clean, Inspection, Property
from reservations.choices.reservations import OFF
from reservations.models import PropertyCalendar, Reservation
from reservations.selectors.gaps import gaps_of

LENGTHS = (7, 14, 30, 60, 90)  # days that the chart shows
MOST_HOMES = 2_000  # more are asked for by narrower filters

#: Homes that are let, or will be again.
ON_CHART = (
    PropertyStatus.ACTIVE,
    PropertyStatus.ONBOARDING,
    PropertyStatus.OFFBOARDING,
    PropertyStatus.MAINTENANCE_HOLD,
    PropertyStatus.OWNER_HOLD,
)
DROPPED_CLEANS = (CleanStatus.CANCELLED, CleanStatus.RESCHEDULED)

HOME_COLUMNS = (
    "id", "code", "name", "resort", "area", "bedrooms", "sleeps", "min_nights", "check_in",
    "check_out", "status",
)  # fmt: skip
STAY_COLUMNS = (
    "id", "home", "number", "kind", "status", "check_in", "check_out", "guest", "adults",
    "children", "infants", "pets", "platform", "payment", "total", "paid", "due", "arrives",
    "leaves", "channel", "hold_until",
)  # fmt: skip
CLEAN_COLUMNS = ("id", "home", "day", "time", "type", "status", "person", "stay", "is_pinned")
INSPECTION_COLUMNS = ("id", "home", "day", "time", "type", "status", "result")
CALENDAR_COLUMNS = ("home", "busy")
GAP_COLUMNS = ("home", "first", "end", "is_orphan")


@dataclass(frozen=True)
class Asked:
    """What a chart is to show: the days [first, first + days), and which homes."""

    first: date
    days: int = 30
    resort: UUID | None = None
    area: UUID | None = None
    bedrooms: int | None = None
    text: str = ""
    with_gaps: bool = False

    @property
    def end(self) -> date:
        """The day after the last one."""
        return self.first + timedelta(days=self.days)


def _text(name: str) -> Cast:
    """A column as text: JSON has neither decimals nor ranges."""
    return Cast(name, TextField())


def homes_on_chart(user, asked: Asked):
    """The homes of a chart that the person reads, in the order of its rows."""
    rows = Property.objects.for_user(user).filter(status__in=ON_CHART)
    if asked.resort:
        rows = rows.filter(resort=asked.resort)
    if asked.area:
        rows = rows.filter(Q(area=asked.area) | Q(area__parent_area=asked.area))
    if asked.bedrooms is not None:
        rows = rows.filter(bedrooms=asked.bedrooms)
    if asked.text:
        rows = rows.search(asked.text, user)
    return rows.order_by(F("resort__resort_name").asc(nulls_last=True), "property_code", "id")


def chart(user, asked: Asked, today: date) -> dict[str, Any]:
    """Rows of each kind by name, and ``is_cut`` where there are more homes than are shown.

    A stay out of the person's reach is not among ``stays``, but its nights are in ``calendars``
    of a home whose calendar may be read: taken, by whom is not told. ``today`` is the day from
    which gaps count.
    """
    found = homes_on_chart(user, asked).values_list(
        "id", "property_code", "property_name", "resort__resort_name", "area__area_name",
        "bedrooms", "sleeps", "min_stay_nights", _text("check_in_time"), _text("check_out_time"),
        "status",
    )[: MOST_HOMES + 1]  # fmt: skip
    homes = list(found)
    keys = [row[0] for row in homes[:MOST_HOMES]]
    return {
        "homes": homes[:MOST_HOMES],
        "is_cut": len(homes) > MOST_HOMES,
        "stays": _stays(user, keys, asked),
        "cleans": _cleans(user, keys, asked),
        "inspections": _inspections(user, keys, asked),
        "calendars": _calendars(user, keys, asked),
        "gaps": gaps_of(user, keys, max(asked.first, today), asked.end) if asked.with_gaps else [],
    }


def _stays(user, keys, asked: Asked) -> list[tuple]:
    # The first day is in the window of a stay that leaves on it: half a cell.
    return list(
        Reservation.objects.for_user(user)
        .filter(
            property__in=keys,
            check_out_date__gte=asked.first,
            check_in_date__lt=asked.end,
        )
        .exclude(status__in=OFF)
        .order_by()
        .values_list(
            "id", "property_id", "number", "reservation_type", "status", "check_in_date",
            "check_out_date", "guest__contact__full_name", "adults", "children", "infants", "pets",
            "booking_source_code", "payment_status", _text("gross_total"), _text("amount_paid"),
            _text("amount_due"), _text("expected_arrival_time"), _text("expected_departure_time"),
            "booking_channel_listing_id", "hold_expires_at",
        )
    )  # fmt: skip


def _cleans(user, keys, asked: Asked) -> list[tuple]:
    return list(
        Clean.objects.for_user(user)
        .filter(
            property__in=keys, scheduled_date__gte=asked.first, scheduled_date__lt=asked.end
        )
        .exclude(status__in=DROPPED_CLEANS)
        .order_by()
        .values_list(
            "id", "property_id", "scheduled_date", _text("scheduled_time"), "clean_type_code",
            "status", "assigned_to__display_name", "reservation_id", Q(plan_changes__isnull=False),
        )
    )  # fmt: skip


def _inspections(user, keys, asked: Asked) -> list[tuple]:
    return list(
        Inspection.objects.for_user(user)
        .filter(
            property__in=keys, scheduled_date__gte=asked.first, scheduled_date__lt=asked.end
        )
        .exclude(status=InspectionStatus.CANCELLED)
        .order_by()
        .values_list(
            "id", "property_id", "scheduled_date", _text("scheduled_time"), "inspection_type",
            "status", "pass_fail",
        )
    )  # fmt: skip


class _Within(Func):
    """The part of a multirange of dates within [first, end), as PostgreSQL writes it."""

    output_field = TextField()
    template = "(%(expressions)s)::text"
    arg_joiner = " * "

    def __init__(self, column, first: date, end: date) -> None:
        window = Func(Value(first), Value(end), function="daterange")
        super().__init__(F(column), Func(window, function="datemultirange"))


def _calendars(user, keys, asked: Asked) -> list[tuple]:
    return list(
        PropertyCalendar.objects.for_user(user)
        .filter(property__in=keys, busy__overlaps=(asked.first, asked.end))
        .order_by()
        .values_list("property_id", _Within("busy", asked.first, asked.end))
    )
