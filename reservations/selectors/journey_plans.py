"""What a stay's journey asks for and when: stages, and touchpoints with their times.

All of it follows from the rows of ``ref.journey_stages`` and ``ref.stage_required_touchpoints``
and from the stay; nothing here writes or looks at a journey.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings

from comms.models import Automation, ChannelSetting, MessageTemplate
from property.selectors.clock import zone_of
from ref.choices.journeys import (
    JourneyStageTriggerEvent as Event,
    JourneyStageTriggerType as Trigger,
)
from ref.models import JourneyStage, Platform, StageTouchpoint
from reservations.choices.reservations import ReservationStatus as Status, ReservationType
from reservations.models import Reservation

#: Kinds of stays whose guests have a journey, and the statuses from which on they have it.
JOURNEYED = (ReservationType.GUEST, ReservationType.COMPLIMENTARY)
UNDER_WAY = (Status.PENDING, Status.CONFIRMED, Status.CHECKED_IN, Status.CHECKED_OUT)

UNCONFIRMED = "It waits until the stay is confirmed."
NOT_ARRIVED = "It waits until the guest has checked in."
#: What a touchpoint can wait for; nobody has to mend that.
WAITS = (UNCONFIRMED, NOT_ARRIVED)
TOO_SHORT = "The stay is too short for it."
NEVER_ARRIVED = "No check-in was noted."

Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Trip:
    """What a plan needs to know of a stay; dates and times of day are the property's own."""

    zone: ZoneInfo
    arrival: date
    departure: date
    arrives_at: time
    leaves_at: time
    booked_at: datetime
    platform: str
    status: str
    checked_in_at: datetime | None = None

    def at(self, day: date, hour: time = time(0)) -> datetime:
        """The instant at which the property's clock shows that day and hour."""
        return datetime.combine(day, hour, tzinfo=self.zone)

    @property
    def is_confirmed(self) -> bool:
        """Whether the stay is more than asked for."""
        return self.status != Status.PENDING

    @property
    def lead(self) -> str:
        """How long before arrival it was booked, in words."""
        days = (self.arrival - self.booked_at.astimezone(self.zone).date()).days
        if days > 1:
            return f"{days} days before arrival"
        return "the day before arrival" if days == 1 else "on the day of arrival"


@dataclass(frozen=True, slots=True)
class Planned:
    """One touchpoint of a plan: ``scheduled_at`` by its rule, ``due_at`` outside quiet hours.

    ``waits`` says for what it waits, ``needless`` why the stay does not want it; "" if neither.
    """

    rule: StageTouchpoint
    channel: str | None
    scheduled_at: datetime
    due_at: datetime
    waits: str = ""
    needless: str = ""


@dataclass(frozen=True)
class Rulebook:
    """The rows that plans are made by, read once for many stays.

    ``stages`` stand in their order, ``rules`` in that of their stages; ``templates`` are those of
    touchpoint types, ``quiet`` the quiet hours of channels, ``inboxes`` the platforms that have an
    inbox of their own.
    """

    stages: Sequence[JourneyStage]
    rules: Sequence[StageTouchpoint]
    templates: Mapping[UUID, MessageTemplate] = field(default_factory=dict)
    quiet: Mapping[str, Span | None] = field(default_factory=dict)
    inboxes: frozenset[str] = frozenset()

    def stage(self, key: UUID) -> JourneyStage:
        """The stage of that key."""
        return next(stage for stage in self.stages if stage.pk == key)

    @property
    def last(self) -> JourneyStage | None:
        """The last stage that the clock brings."""
        dated = [stage for stage in self.stages if stage.trigger_type != Trigger.EVENT]
        return dated[-1] if dated else None

    @property
    def end(self) -> JourneyStage | None:
        """The stage of journeys that are closed."""
        return next((s for s in self.stages if s.trigger_event == Event.CLOSED), None)


def rulebook() -> Rulebook:
    """The rows as they are now: six small queries."""
    stages = list(JourneyStage._base_manager.filter(is_active=True).order_by("sequence_order"))
    rules = list(
        StageTouchpoint._base_manager.filter(is_active=True, stage__in=stages)
        .select_related("touchpoint_type", "touchpoint_type__template")
        .order_by("stage__sequence_order", "sequence_in_stage", "id")
    )
    hours = ChannelSetting._base_manager.filter(
        config_key="quiet_hours", channel__is_active=True
    ).order_by("channel__is_default", "id")
    return Rulebook(
        stages=stages,
        rules=rules,
        templates=_templates(rules),
        quiet={
            str(channel): quiet_span(span)
            for channel, span in hours.values_list("channel__channel_type", "config_value")
        },
        inboxes=frozenset(
            Platform._base_manager.filter(is_ota=True).values_list("code", flat=True)
        ),
    )


def _templates(rules: Sequence[StageTouchpoint]) -> dict[UUID, MessageTemplate]:
    """The template of each touchpoint type: its own, else that of the automation that sends it."""
    types = {rule.touchpoint_type_id: rule.touchpoint_type for rule in rules}
    found: dict[Any, Any] = {
        row.touchpoint_type_id: row.template
        for row in Automation._base_manager.filter(
            touchpoint_type__in=types, is_active=True, template__is_active=True
        )
        .select_related("template")
        .order_by("-id")
    }
    own = {key: kind.template for key, kind in types.items() if kind.template}
    return found | {key: template for key, template in own.items() if template.is_active}


def quiet_span(text: str | None) -> Span | None:
    """``21:00-08:00`` as two times of day; what is no such text is no quiet time ("off")."""
    try:
        start, end = (time.fromisoformat(part.strip()) for part in (text or "").split("-"))
    except ValueError:
        return None
    return (start, end) if start != end else None


def quiet_of(book: Rulebook, channel: str | None) -> Span | None:
    """The quiet hours of a channel: its setting, else the house's."""
    if channel is not None and channel in book.quiet:
        return book.quiet[channel]
    return quiet_span(settings.QUIET_HOURS)


def outside(moment: datetime, span: Span | None, zone: ZoneInfo) -> datetime:
    """``moment``, or the end of the quiet hours that it falls into."""
    if span is None:
        return moment
    (start, end), local = span, moment.astimezone(zone)
    clock = local.time()
    if start < end:
        return datetime.combine(local, end, zone) if start <= clock < end else moment
    if clock >= start:
        return datetime.combine(local.date() + timedelta(days=1), end, zone)
    return datetime.combine(local, end, zone) if clock < end else moment


def trip_of(stay: Reservation) -> Trip:
    """The stay as plans see it; its property has to be loaded."""
    home = stay.property
    zone = zone_of(home)
    departure = stay.check_out_date
    if stay.status == Status.CHECKED_OUT and stay.actual_check_out_at:
        departure = min(departure, stay.actual_check_out_at.astimezone(zone).date())
    here = stay.status in (Status.CHECKED_IN, Status.CHECKED_OUT)
    arrives_at = stay.expected_arrival_time or home.check_in_time
    arrival = datetime.combine(stay.check_in_date, arrives_at, zone)
    return Trip(
        zone=zone,
        arrival=stay.check_in_date,
        departure=departure,
        arrives_at=arrives_at,
        leaves_at=stay.late_checkout_time or home.check_out_time,
        booked_at=max(filter(None, (stay.booked_at or stay.created_at, stay.confirmed_at))),
        platform=stay.booking_source_code,
        status=stay.status,
        checked_in_at=(stay.actual_check_in_at or arrival) if here else None,
    )


def wants_journey(stay: Reservation) -> bool:
    """Whether a stay has a journey that goes on: its guests are coming, here, or were."""
    return stay.reservation_type in JOURNEYED and stay.status in UNDER_WAY


# Stages


def begins(stage: JourneyStage, trip: Trip) -> datetime | None:
    """When a stage begins; None where its event has not come (journeys are closed by services)."""
    if stage.trigger_type == Trigger.DAYS_BEFORE_ARRIVAL:
        return trip.at(trip.arrival - timedelta(days=stage.trigger_days_before_arrival or 0))
    if stage.trigger_type == Trigger.DAYS_AFTER_DEPARTURE:
        return trip.at(trip.departure + timedelta(days=stage.trigger_days_after_departure or 0))
    if stage.trigger_event == Event.BOOKED:
        return trip.booked_at
    return trip.checked_in_at if stage.trigger_event == Event.CHECKED_IN else None


def stage_at(book: Rulebook, trip: Trip, now: datetime) -> tuple[JourneyStage | None, datetime]:
    """The last stage, in their order, that has begun by ``now``, and since when it stands.

    The booking has always been; a stage that began before the booking stands since the booking.
    """
    reached, since = None, trip.booked_at
    for stage in book.stages:
        start = begins(stage, trip)
        if start is not None and (start <= now or stage.trigger_event == Event.BOOKED):
            reached, since = stage, max(start, trip.booked_at)
    return reached, since


def next_stage_at(book: Rulebook, trip: Trip, now: datetime) -> datetime | None:
    """When the clock brings the next stage, if it brings another."""
    starts = (begins(s, trip) for s in book.stages if s.trigger_type != Trigger.EVENT)
    return min((start for start in starts if start and start > now), default=None)


def closes_at(book: Rulebook, trip: Trip, is_open: bool) -> datetime | None:
    """When the journey is over: with its last stage, or some days later while messages wait."""
    start = begins(book.last, trip) if book.last else None
    if start is None or not is_open:
        return start
    return start + timedelta(days=settings.JOURNEY_CLOSES_AFTER_DAYS)


# Touchpoints


def plan(book: Rulebook, trip: Trip, now: datetime) -> list[Planned]:
    """Every touchpoint that the rules ask of the stay, with its times."""
    found = []
    for rule in book.rules:
        if rule.applies_to_platforms and trip.platform not in rule.applies_to_platforms:
            continue
        stage = book.stage(rule.stage_id)
        scheduled = _scheduled(stage, rule, trip)
        if scheduled is None:
            continue
        channel = rule.touchpoint_type.default_channel_code
        waits, needless = _standing(stage, trip, scheduled, now)
        due = outside(scheduled, quiet_of(book, channel), trip.zone)
        found.append(Planned(rule, channel, scheduled, due, waits, needless))
    return found


def _scheduled(stage: JourneyStage, rule: StageTouchpoint, trip: Trip) -> datetime | None:
    """When the rule wants it; before the guest is there, by the expected arrival."""
    hours = timedelta(hours=rule.hours_into_stage or 0)
    start = begins(stage, trip)
    if stage.trigger_type != Trigger.EVENT and start is not None:
        morning = rule.send_at_local_time or settings.JOURNEY_DAY_STARTS
        return trip.at(start.date(), morning) + hours
    if stage.trigger_event == Event.CHECKED_IN and start is None:
        start = trip.at(trip.arrival, trip.arrives_at)
    if stage.trigger_event == Event.CHECKED_OUT:
        start = trip.at(trip.departure, trip.leaves_at)
    if start is None:
        return None
    moment = (start + hours).astimezone(trip.zone)
    if rule.send_at_local_time is None:
        return moment
    wanted = trip.at(moment.date(), rule.send_at_local_time)
    return wanted if wanted >= moment else wanted + timedelta(days=1)


def _standing(
    stage: JourneyStage, trip: Trip, scheduled: datetime, now: datetime
) -> tuple[str, str]:
    """(what it waits for, why it is needless)."""
    needless = ""
    if stage.trigger_event == Event.CHECKED_IN:
        if scheduled >= trip.at(trip.departure, trip.leaves_at):
            needless = TOO_SHORT
        elif trip.checked_in_at is None and now >= trip.at(trip.departure):
            needless = NEVER_ARRIVED
    if not trip.is_confirmed:
        return UNCONFIRMED, needless
    is_awaited = stage.trigger_event == Event.CHECKED_IN and trip.checked_in_at is None
    return (NOT_ARRIVED if is_awaited else ""), needless


def is_past(planned: Planned, book: Rulebook, now: datetime) -> bool:
    """Whether its time was over before it was asked for.

    Messages about the booking itself may come a while after it.
    """
    about_booking = book.stage(planned.rule.stage_id).trigger_event == Event.BOOKED
    patience = timedelta(hours=settings.BOOKING_MESSAGE_HOURS if about_booking else 0)
    return planned.due_at < now - patience


def why_past(planned: Planned, trip: Trip) -> str:
    """Why a touchpoint of a new journey is passed over."""
    if planned.due_at < trip.booked_at:
        return f"Booked {trip.lead}."
    return "It was due before the journey was planned."
