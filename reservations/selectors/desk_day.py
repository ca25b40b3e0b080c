"""A day at the front desk: who comes, who goes, who is in, and which homes are not ready."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q

from property.choices.cleans import CleanStatus
from property.choices.inspections import InspectionPassFail, InspectionStatus
from property.models import Clean, Inspection
from property.selectors.clock import zone_of
from property.selectors.today import DONE, DROPPED
from reservations.choices.reservations import ReservationStatus, ReservationType
from reservations.models import Reservation

COMING = (ReservationStatus.PENDING, ReservationStatus.CONFIRMED, ReservationStatus.CHECKED_IN)
STAYING = (*COMING, ReservationStatus.CHECKED_OUT)
LATELY = timedelta(days=21)  # of which work not done still counts
NO_PARTY = (ReservationType.MAINTENANCE, ReservationType.HOLD)


@dataclass
class AtDesk:
    """A stay as the desk sees it on a day: its home's work, its times, what it owes.

    ``time`` is of the property's clock: expected or agreed, else the home's own. Instants are
    shown in ``zone``, the property's.
    """

    stay: Reservation
    time: time
    is_expected: bool
    cleans: list[Clean] = field(default_factory=list)
    inspections: list[Inspection] = field(default_factory=list)
    turn: Reservation | None = None  # the stay that goes or comes on the same day

    @property
    def zone(self) -> Any:
        """The property's time zone."""
        return zone_of(self.stay.property)

    @property
    def clean(self) -> Clean | None:
        """The clean that counts: one not done, else the last."""
        waiting = [one for one in self.cleans if one.status not in DONE]
        found = waiting or self.cleans
        return found[-1] if found else None

    @property
    def inspection(self) -> Inspection | None:
        """The inspection that counts: one not passed, else the last."""
        waiting = [one for one in self.inspections if not passed(one)]
        found = waiting or self.inspections
        return found[-1] if found else None

    @property
    def missing(self) -> list[str]:
        """What the home still needs before somebody moves in."""
        found = []
        if self.clean is not None and self.clean.status not in DONE:
            found.append(f"Clean {_said(self.clean.status, CleanStatus)}")
        if self.inspection is not None and not passed(self.inspection):
            state = "failed" if failed(self.inspection) else "not done"
            found.append(f"Inspection {state}")
        return found

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def balance(self) -> Decimal:
        """What the guest owes, in the currency of the stay."""
        stay = self.stay
        if stay.amount_due is not None:
            return stay.amount_due
        total = stay.net_total if stay.net_total is not None else stay.gross_total
        return max(total - stay.amount_paid, Decimal(0)) if total is not None else Decimal(0)

    @property
    def party(self) -> str:
        """Who comes, in words; "" for a block."""
        stay = self.stay
        if stay.reservation_type in NO_PARTY:
            return ""
        counts = ((stay.adults, "adult", "s"), (stay.children, "child", "ren"),
                  (stay.infants, "infant", "s"), (stay.pets, "pet", "s"))  # fmt: skip
        return ", ".join(f"{n} {word}{'' if n == 1 else more}" for n, word, more in counts if n)

    @property
    def name(self) -> str:
        """The guest, or what kind of stay it is."""
        guest = self.stay.guest
        name = guest.contact.full_name if guest is not None else ""
        return name or self.stay.get_reservation_type_display()

    @property
    def arrived_at(self) -> datetime | None:
        """When the guest came, by the property's clock."""
        return self._local(self.stay.actual_check_in_at)

    @property
    def left_at(self) -> datetime | None:
        """When the guest went, by the property's clock."""
        return self._local(self.stay.actual_check_out_at)

    def _local(self, moment: datetime | None) -> datetime | None:
        return moment.astimezone(self.zone) if moment else None


@dataclass
class DeskDay:
    """The stays of a day, each list in the order of its times."""

    day: date
    arrivals: list[AtDesk]
    departures: list[AtDesk]
    in_house: list[AtDesk]

    @property
    def turns(self) -> list[AtDesk]:
        """Arrivals into homes that somebody leaves on the same day."""
        return [one for one in self.arrivals if one.turn is not None]

    @property
    def not_ready(self) -> list[AtDesk]:
        """People who come to a home that is not ready, and are not in it yet."""
        return [
            one
            for one in self.arrivals
            if not one.is_ready
            and one.stay.status != ReservationStatus.CHECKED_IN
            and one.stay.reservation_type not in NO_PARTY
        ]


def desk_day(user, day: date) -> DeskDay:
    """The stays that the person reads, on ``day``: three queries whatever their number."""
    stays = list(
        Reservation.objects.for_user(user)
        .filter(check_in_date__lte=day, check_out_date__gte=day, status__in=STAYING)
        .select_related("property", "guest__contact")
        .order_by("property__property_code", "check_in_date")
    )
    homes = {stay.property_id for stay in stays if day in (stay.check_in_date, stay.check_out_date)}
    cleans = _by_home(
        Clean.objects.for_user(user)
        .filter(Q(scheduled_date=day) | _overdue(day) & ~Q(status__in=DONE), property__in=homes)
        .exclude(status__in=DROPPED)
    )
    checks = _by_home(
        Inspection.objects.for_user(user)
        .filter(
            Q(scheduled_date=day) | _overdue(day) & ~Q(status=InspectionStatus.COMPLETED),
            property__in=homes,
        )
        .exclude(status=InspectionStatus.CANCELLED)
    )
    going = {stay.property_id: stay for stay in stays if stay.check_out_date == day}
    coming = {stay.property_id: stay for stay in stays if stay.check_in_date == day}

    def seen(stay: Reservation, hour: time | None, own: time, other=None) -> AtDesk:
        home = stay.property_id
        return AtDesk(
            stay,
            hour or own,
            hour is not None,
            cleans.get(home, []),
            checks.get(home, []),
            (other or {}).get(home),
        )

    arrivals = [
        seen(stay, stay.expected_arrival_time, stay.property.check_in_time, going)
        for stay in coming.values()
    ]
    departures = [
        seen(stay, _leaves(stay), stay.property.check_out_time, coming) for stay in going.values()
    ]
    inside = [
        seen(stay, None, stay.property.check_out_time)
        for stay in stays
        if stay.check_in_date < day < stay.check_out_date
    ]
    return DeskDay(
        day,
        sorted(arrivals, key=_by_time),
        sorted(departures, key=_by_time),
        sorted(inside, key=lambda one: (one.stay.check_out_date, one.stay.property.property_code)),
    )


def passed(one: Inspection) -> bool:
    """Whether an inspection is over and nobody found the home unfit."""
    return one.status == InspectionStatus.COMPLETED and not failed(one)


def failed(one: Inspection) -> bool:
    """Whether an inspection found the home unfit."""
    return one.pass_fail == InspectionPassFail.FAIL


def _overdue(day: date) -> Q:
    """Work of the weeks before, which a home still waits for."""
    return Q(scheduled_date__lt=day, scheduled_date__gte=day - LATELY)


def _by_time(one: AtDesk) -> tuple:
    return one.time, one.stay.property.property_code


def _leaves(stay: Reservation) -> time | None:
    return (
        stay.late_checkout_time if stay.late_check_out else None
    ) or stay.expected_departure_time


def _by_home(rows) -> dict:
    found: dict[Any, list] = {}
    for row in rows.order_by("scheduled_date", "scheduled_time", "id"):
        found.setdefault(row.property_id, []).append(row)
    return found


def _said(status: str, states) -> str:
    return str(states(status).label).lower()
