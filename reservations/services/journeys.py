"""Guest journeys follow their stays: one for each stay, with its stage and its touchpoints.

``journeys_settle`` brings journeys in line with their stays and with the clock; everything else
here finds the stays to do that for. Done twice it changes nothing the second time. What a person
set (``pinned_fields``, ``status_pinned``) stays, and so does what was sent.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from core import clock
from core.services import record_transition, writing
from property.models import Property
from reservations.choices.journeys import OPEN, GuestJourneyStatus as Standing
from reservations.choices.reservations import OFF, ReservationStatus
from reservations.models import GuestJourney, Reservation, StayGuest, Touchpoint
from reservations.selectors.drafts import facts_of
from reservations.selectors.journey_plans import (
    Rulebook,
    Trip,
    closes_at,
    next_stage_at,
    rulebook,
    stage_at,
    trip_of,
    wants_journey,
)
from reservations.services.touchpoint_planning import Desk, skip, touchpoints_align
from reservations.services.touchpoint_tickets import tickets_settle

CALLED_OFF = "The stay was called off."
NO_GUEST = "It is no guest's stay any more."
COMES_BACK = "The stay takes place after all."
OVER = "The journey is over."
ON_AGAIN = "The stay is not over after all."
JOURNEY_FIELDS = (
    "journey_status",
    "current_stage",
    "previous_stage",
    "stage_entered_at",
    "next_stage_at",
)
TOUCHPOINT_FIELDS = (
    "status",
    "skipped_reason",
    "hold_reason",
    "handled_by",
    "subject",
    "body",
    "channel",
    "template",
    "scheduled_at",
    "due_at",
)


def follow(
    *,
    home: Property,
    windows: Sequence[tuple[date, date]],
    actor,
    source: str = "job",
    now: datetime | None = None,
) -> None:
    """Bring the journeys of a property's stays that touch the windows in line with them."""
    touching = Q()
    for first, end in windows:
        touching |= Q(check_in_date__lt=end, check_out_date__gt=first)
    if touching:
        stays = stays_with_facts(touching & Q(property=home))
        journeys_settle(stays=stays, actor=actor, source=source, now=now)


def stays_with_facts(condition: Q) -> list[Reservation]:
    """Stays with what their journeys read of them."""
    rows = Reservation._base_manager.filter(condition)
    return list(rows.select_related("property", "guest__contact").order_by("pk"))


@dataclass
class _Case:
    """A stay, its journey and the touchpoints of that."""

    stay: Reservation
    trip: Trip
    journey: GuestJourney
    touchpoints: list[Touchpoint] = field(default_factory=list)
    reason: str = ""

    def __post_init__(self):
        self.is_new = self.journey._state.adding
        self.before = _values(self.journey, JOURNEY_FIELDS)

    def move(self, to: str, reason: str) -> None:
        """Give the journey another status."""
        if self.journey.journey_status != to:
            self.journey.journey_status, self.reason = to, reason

    @property
    def is_open(self) -> bool:
        """Whether a message still has to go out."""
        return any(t.status in OPEN and t.direction == "outbound" for t in self.touchpoints)


def journeys_settle(
    *,
    stays: Iterable[Reservation],
    actor,
    source: str = "job",
    now: datetime | None = None,
    book: Rulebook | None = None,
) -> int:
    """Bring the journeys of ``stays`` (``stays_with_facts``) in line with them; rows changed.

    No scope is asked: whoever may write the stay has its journey follow. ``now`` is the instant
    to plan by, ``book`` the rules where the caller has read them already.
    """
    now = now or clock.now()
    with writing(actor, source):
        cases = _cases(stays)
        if not cases:
            return 0
        book = book or rulebook()
        _add(case.journey for case in cases if case.is_new)
        names = _first_names(cases)
        known = {t: _values(t, TOUCHPOINT_FIELDS) for case in cases for t in case.touchpoints}
        for case in cases:
            _settle(case, book, now, names.get(case.stay.pk, ""))
        return _write(cases, known, actor, source)


def _cases(stays: Iterable[Reservation]) -> list[_Case]:
    """What there is, locked: journeys before their touchpoints, as everywhere."""
    found = {stay.pk: stay for stay in stays}
    journeys = {
        journey.reservation_id: journey
        for journey in GuestJourney._base_manager.filter(reservation__in=found)
        .order_by("pk")
        .select_for_update(of=("self",))
    }
    cases = []
    for key, stay in found.items():
        journey = journeys.get(key)
        if journey is None and wants_journey(stay):
            journey = _begun(stay)
        if journey is not None:
            cases.append(_Case(stay, trip_of(stay), journey))
    by_journey = {case.journey.pk: case for case in cases if not case.is_new}
    if by_journey:
        rows = Touchpoint._base_manager.filter(journey__in=by_journey).order_by("pk")
        for touchpoint in rows.select_for_update(of=("self",)):
            by_journey[touchpoint.journey_id].touchpoints.append(touchpoint)
    _remember_stays([case for case in cases if case.is_new])
    return cases


def _begun(stay: Reservation) -> GuestJourney:
    guest = stay.guest
    return GuestJourney(
        reservation=stay,
        assigned_member_id=stay.assigned_member_id,
        assigned_type="team_member" if stay.assigned_member_id else None,
        is_vip=bool(guest and guest.is_vip),
        vip_reason=guest.vip_reason if guest and guest.is_vip else None,
    )


def _remember_stays(cases: list[_Case]) -> None:
    """How often the guests of new journeys were here before."""
    guests = {case.stay.guest_id for case in cases} - {None}
    if not guests:
        return
    earlier: dict[UUID | None, list[date]] = defaultdict(list)
    rows = Reservation._base_manager.filter(
        guest__in=guests, status=ReservationStatus.CHECKED_OUT
    ).order_by()
    for guest, left in rows.values_list("guest_id", "check_out_date"):
        earlier[guest].append(left)
    for case in cases:
        count = sum(left <= case.stay.check_in_date for left in earlier[case.stay.guest_id])
        case.journey.previous_stay_count = count
        case.journey.is_repeat_guest = bool(count) or case.stay.is_repeat_guest


def _add(journeys: Iterable[GuestJourney]) -> None:
    if rows := list(journeys):
        GuestJourney._base_manager.bulk_create(rows)


def _first_names(cases: list[_Case]) -> dict[UUID, str]:
    """First names that channels have sent with stays."""
    rows = StayGuest._base_manager.filter(
        reservation__in=[case.stay.pk for case in cases],
        is_primary=True,
        first_name__isnull=False,
    )
    return {stay: name or "" for stay, name in rows.values_list("reservation_id", "first_name")}


def _settle(case: _Case, book: Rulebook, now: datetime, first_name: str) -> None:
    journey = case.journey
    if not wants_journey(case.stay):
        is_off = case.stay.status in OFF
        case.move(Standing.CANCELLED, CALLED_OFF if is_off else NO_GUEST)
        _skip_all(case, case.reason or CALLED_OFF)
        journey.next_stage_at = None
        return
    last = closes_at(book, case.trip, is_open=False)
    is_past = last is not None and last <= now
    if not journey.status_pinned:
        if journey.journey_status == Standing.CANCELLED:
            case.move(Standing.ACTIVE, COMES_BACK)
        elif journey.journey_status == Standing.COMPLETED and not is_past:
            case.move(Standing.ACTIVE, ON_AGAIN)
    if journey.journey_status in (Standing.ACTIVE, Standing.ON_HOLD) and not (
        case.is_new and is_past
    ):
        desk = Desk(book, case.trip, case.stay, facts_of(case.stay, first_name), now)
        touchpoints_align(desk, journey, case.touchpoints, is_new=case.is_new)
    elif journey.status_pinned:
        _skip_all(case, OVER)
    _close(case, book, now)
    _enter_stage(case, book, now)


def _close(case: _Case, book: Rulebook, now: datetime) -> None:
    """Close an active journey whose time is over."""
    journey = case.journey
    if journey.journey_status != Standing.ACTIVE or journey.status_pinned:
        return
    end = closes_at(book, case.trip, case.is_open)
    if end is not None and end <= now:
        case.move(Standing.COMPLETED, OVER)
        _skip_all(case, OVER)


def _enter_stage(case: _Case, book: Rulebook, now: datetime) -> None:
    """The stage by clock and events; the one before and the instant are kept."""
    journey = case.journey
    if journey.journey_status == Standing.CANCELLED:
        journey.next_stage_at = None
        return
    stage, since = stage_at(book, case.trip, now)
    if journey.journey_status == Standing.COMPLETED and book.end is not None:
        stage, since = book.end, now
    key = stage.pk if stage else None
    if journey.current_stage_id != key:
        journey.previous_stage_id = journey.current_stage_id
        journey.current_stage_id = key
        journey.stage_entered_at = since
    journey.next_stage_at = None
    if journey.journey_status != Standing.COMPLETED:
        following = next_stage_at(book, case.trip, now)
        if following is None and journey.journey_status == Standing.ACTIVE:
            end = closes_at(book, case.trip, is_open=True)
            following = end if end is not None and end > now else None
        journey.next_stage_at = following


def _skip_all(case: _Case, reason: str) -> None:
    for touchpoint in case.touchpoints:
        if touchpoint.status in OPEN and touchpoint.direction == "outbound":
            skip(touchpoint, reason)


def _values(row, names: Iterable[str]) -> list:
    return [getattr(row, row._meta.get_field(name).attname) for name in names]


def _write(cases: list[_Case], known: dict[Touchpoint, list], actor, source: str) -> int:
    rows = [t for case in cases for t in case.touchpoints]
    fresh = [t for t in rows if t._state.adding]
    changed = [t for t in known if _values(t, TOUCHPOINT_FIELDS) != known[t]]
    if fresh:
        Touchpoint._base_manager.bulk_create(fresh)
    if changed:
        Touchpoint._base_manager.bulk_update(changed, TOUCHPOINT_FIELDS, batch_size=500)
    by_reason = defaultdict(list)
    for case in cases:
        if case.is_new or _values(case.journey, JOURNEY_FIELDS) != case.before:
            by_reason[case.reason].append(case.journey)
    for reason, journeys in by_reason.items():
        with writing(actor, source, reason):
            GuestJourney._base_manager.bulk_update(journeys, JOURNEY_FIELDS, batch_size=500)
    tickets_settle(
        tickets={
            t.linked_ticket_id
            for t in changed
            if t.status not in OPEN and t.linked_ticket_id is not None
        },
        note="The messages are not needed any more.",
        source=source,
    )
    return len(fresh) + len(changed) + sum(map(len, by_reason.values()))


def journey_move(
    *, journey: GuestJourney, to: str, actor, reason: str = "", source: str = "console"
) -> GuestJourney:
    """A person puts a journey on hold, ends it or takes it up; the status stays as they set it.

    Messages of a journey that is on hold wait; those of one that is ended are skipped.
    """
    with writing(actor, source, reason):
        row = GuestJourney._base_manager.select_for_update(of=("self",)).get(pk=journey.pk)
        is_pinned = to != Standing.ACTIVE or row.journey_status == Standing.COMPLETED
        row = record_transition(
            instance=row,
            field="journey_status",
            to=to,
            actor=actor,
            reason=reason,
            source=source,
            values={"status_pinned": is_pinned},
        )
        stays = stays_with_facts(Q(pk=row.reservation_id))
        journeys_settle(stays=stays, actor=actor, source=source)
        row.refresh_from_db()
    return row


# The clock


def journeys_advance(*, now: datetime | None = None, portion: int = 200) -> int:
    """Move the journeys on whose next stage has come; a transaction for each portion.

    Returns how many were moved. Journeys that somebody is at work on come with the next run.
    """
    now, moved, book = now or clock.now(), 0, rulebook()
    while True:
        with writing(None, "job"):
            due = GuestJourney._base_manager.filter(next_stage_at__lte=now)
            locked = due.order_by("next_stage_at").select_for_update(of=("self",), skip_locked=True)
            keys = list(locked.values_list("reservation_id", flat=True)[:portion])
            if not keys:
                return moved
            stays = stays_with_facts(Q(pk__in=keys))
            journeys_settle(stays=stays, actor=None, now=now, book=book)
        moved += len(keys)


def drafts_renew(*, now: datetime | None = None, hours: int = 24, portion: int = 200) -> int:
    """Write the drafts anew that go out within ``hours``; facts and templates may have changed.

    Returns how many rows changed.
    """
    now, changed, book, after = now or clock.now(), 0, rulebook(), None
    while True:
        rows = Touchpoint._base_manager.filter(
            status__in=OPEN,
            due_at__gt=now,
            due_at__lte=now + timedelta(hours=hours),
            journey__journey_status=Standing.ACTIVE,
        )
        if after is not None:
            rows = rows.filter(journey__reservation__gt=after)
        found = rows.order_by("journey__reservation").values_list("journey__reservation", flat=True)
        keys = list(found.distinct()[:portion])
        if not keys:
            return changed
        stays = stays_with_facts(Q(pk__in=keys))
        changed += journeys_settle(stays=stays, actor=None, now=now, book=book)
        after = keys[-1]
