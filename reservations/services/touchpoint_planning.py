"""Touchpoints of one journey brought in line with its plan; rows in memory, nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from reservations.choices.journeys import DONE, OPEN, TouchpointStatus as Status
from reservations.models import GuestJourney, Reservation, Touchpoint
from reservations.selectors.drafts import amiss, channel_for, drafted, reachable
from reservations.selectors.journey_plans import (
    UNCONFIRMED,
    Planned,
    Rulebook,
    Trip,
    is_past,
    outside,
    plan,
    quiet_of,
    why_past,
)

UNASKED = "Nothing asks for it any more."
TOO_LATE = "Its time was over when the stay changed."


@dataclass(frozen=True)
class Desk:
    """What lies ready when a journey is planned: the rules, the stay, its facts, the instant."""

    book: Rulebook
    trip: Trip
    stay: Reservation
    facts: Mapping[str, str]
    now: datetime

    @property
    def contact(self):
        """Whom the messages are for."""
        return self.stay.guest.contact if self.stay.guest else None


def touchpoints_align(
    desk: Desk, journey: GuestJourney, touchpoints: list[Touchpoint], *, is_new: bool
) -> None:
    """Make ``touchpoints`` what the plan asks for; new ones are added to the list, unsaved."""
    known = {t.rule_id: t for t in touchpoints if t.rule_id}
    for planned in plan(desk.book, desk.trip, desk.now):
        touchpoint = known.pop(planned.rule.pk, None)
        if touchpoint is not None:
            _align(desk, touchpoint, planned)
        elif is_new or not is_past(planned, desk.book, desk.now):
            touchpoints.append(_new(desk, journey, planned))
    for touchpoint in known.values():
        if touchpoint.status in OPEN and not touchpoint.pinned_fields:
            skip(touchpoint, UNASKED)


def skip(touchpoint: Touchpoint, reason: str) -> None:
    """Pass over a touchpoint; nobody did that by hand."""
    touchpoint.status, touchpoint.skipped_reason = Status.SKIPPED, reason
    touchpoint.hold_reason = None


def _new(desk: Desk, journey: GuestJourney, planned: Planned) -> Touchpoint:
    rule = planned.rule
    touchpoint = Touchpoint(
        journey=journey,
        rule=rule,
        stage_id=rule.stage_id,
        touchpoint_type_id=rule.touchpoint_type_id,
        direction=rule.touchpoint_type.direction,
        subject=rule.touchpoint_type.name,
        channel_code=planned.channel,
        scheduled_at=planned.scheduled_at,
        due_at=planned.due_at,
        status=Status.SCHEDULED,
    )
    if planned.needless:
        skip(touchpoint, planned.needless)
    elif not is_past(planned, desk.book, desk.now):
        _draft(desk, touchpoint, planned)
    elif _catches_up(desk, planned):
        touchpoint.due_at = _at_once(desk, planned)
        _draft(desk, touchpoint, planned)
    else:
        skip(touchpoint, why_past(planned, desk.trip))
    return touchpoint


def _align(desk: Desk, touchpoint: Touchpoint, planned: Planned) -> None:
    if touchpoint.status in DONE:
        return
    late = is_past(planned, desk.book, desk.now)
    if touchpoint.status == Status.SKIPPED:
        is_wanted = not late or _catches_up(desk, planned)
        if "status" in touchpoint.pinned_fields or planned.needless or not is_wanted:
            return
        touchpoint.status, touchpoint.skipped_reason = Status.SCHEDULED, None
        touchpoint.scheduled_at = None
    elif planned.needless:
        skip(touchpoint, planned.needless)
        return
    is_changed = touchpoint.scheduled_at != planned.scheduled_at
    if touchpoint.hold_reason == UNCONFIRMED and planned.waits != UNCONFIRMED:
        is_changed = True
    touchpoint.scheduled_at = planned.scheduled_at
    if "due_at" not in touchpoint.pinned_fields:
        if is_changed and late:
            if not _catches_up(desk, planned):
                skip(touchpoint, TOO_LATE)
                return
            touchpoint.due_at = _at_once(desk, planned)
        elif is_changed or planned.due_at > desk.now:
            touchpoint.due_at = planned.due_at
    _draft(desk, touchpoint, planned)


def _catches_up(desk: Desk, planned: Planned) -> bool:
    """Whether a touchpoint whose time is over is worth sending still."""
    return planned.rule.catches_up and desk.now < desk.trip.at(desk.trip.departure)


def _at_once(desk: Desk, planned: Planned) -> datetime:
    return outside(desk.now, quiet_of(desk.book, planned.channel), desk.trip.zone)


def _draft(desk: Desk, touchpoint: Touchpoint, planned: Planned) -> None:
    """Text, channel, and what holds the message back; a person's text stays."""
    kind, contact = planned.rule.touchpoint_type, desk.contact
    if "body" in touchpoint.pinned_fields:
        hold = amiss(touchpoint.subject, touchpoint.body)
    else:
        template = desk.book.templates.get(kind.pk)
        draft = drafted(template, kind, desk.facts)
        touchpoint.subject, touchpoint.body, hold = draft.subject, draft.body, draft.hold
        touchpoint.template_id = template.pk if template else None
        has_inbox = desk.trip.platform in desk.book.inboxes
        touchpoint.channel_code = channel_for(planned.channel, contact, has_inbox)
    hold = planned.waits or hold or reachable(contact, touchpoint.channel_code)
    touchpoint.hold_reason = hold or None
