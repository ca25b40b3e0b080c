"""What people do with messages to guests: edit, send by hand, skip, put off.

Each deed pins what the person decided; the journey does not take it back. The journey is locked
before its touchpoint, as everywhere.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from core import clock
from core.services import record_save, record_transition, writing
from core.services.records import check_in_scope
from reservations.choices.journeys import OPEN, TouchpointStatus as Status
from reservations.models import GuestJourney, Touchpoint
from reservations.selectors.drafts import SPOKEN, amiss, reachable
from reservations.selectors.journey_plans import WAITS
from reservations.services.journeys import journeys_settle, stays_with_facts
from reservations.services.touchpoint_tickets import tickets_settle
from service.services.tickets import member_of

PREVIEW = 200


def touchpoint_edit(
    *, touchpoint: Touchpoint, body: str, subject: str | None = None, actor, source: str = "console"
) -> Touchpoint:
    """Give a message that is still to go out a text of one's own; None keeps the subject.

    The text no longer follows the template. Raises ``ValidationError`` for an empty text and for
    a message that went out or was skipped.
    """
    if not body.strip():
        raise ValidationError({"body": "Write the message, or skip it with a reason."})
    with _at_work(touchpoint, actor, source) as row:
        row.body = body
        if subject is not None:
            row.subject = subject
        _pin(row, "body")
        guest = row.journey.reservation.guest
        waits = row.hold_reason if row.hold_reason in WAITS else ""
        hold = waits or amiss(row.subject, row.body)
        row.hold_reason = (
            hold or reachable(guest.contact if guest else None, row.channel_code) or None
        )
        record_save(instance=row, actor=actor, source=source)
    return row


def touchpoint_send_by_hand(
    *, touchpoint: Touchpoint, actor, source: str = "console", now: datetime | None = None
) -> Touchpoint:
    """Note that a person sent the message, or had the talk: who, and when.

    Raises ``ValidationError`` for a message with a gap in its text, and for one that is not to go
    out any more.
    """
    now = now or clock.now()
    with _at_work(touchpoint, actor, source) as row:
        is_spoken = row.channel_code in SPOKEN
        if not is_spoken and (fault := amiss(row.subject, row.body)):
            raise ValidationError(f"{fault} {row.hold_reason or ''} Edit the message first.")
        record_transition(
            instance=row,
            field="status",
            to=Status.COMPLETED if is_spoken else Status.SENT,
            actor=actor,
            source=source,
            values={
                "sent_at": now,
                "occurred_at": now,
                "completed_at": now if is_spoken else None,
                "handled_by_id": getattr(actor, "pk", None),
                "team_member_id": member_of(actor) or row.team_member_id,
                "content_preview": " ".join((row.body or "").split())[:PREVIEW] or None,
                "hold_reason": None,
            },
        )
        _tell_journey(row, now)
        _done(row, f"{row.touchpoint_type.name} was sent by {actor or 'the system'}.", source, now)
    touchpoint.refresh_from_db()
    return touchpoint


def touchpoint_skip(
    *, touchpoint: Touchpoint, reason: str, actor, source: str = "console"
) -> Touchpoint:
    """Let a message be, and say why. It stays skipped, whatever becomes of the stay."""
    if not reason.strip():
        raise ValidationError({"reason": "Say why it is skipped."})
    with _at_work(touchpoint, actor, source) as row:
        pinned = sorted({*row.pinned_fields, "status"})
        record_transition(
            instance=row,
            field="status",
            to=Status.SKIPPED,
            actor=actor,
            reason=reason,
            source=source,
            values={
                "handled_by_id": getattr(actor, "pk", None),
                "pinned_fields": pinned,
                "hold_reason": None,
            },
        )
        _done(row, f"{row.touchpoint_type.name} was skipped: {reason}", source, clock.now())
    touchpoint.refresh_from_db()
    return touchpoint


def touchpoint_reschedule(
    *, touchpoint: Touchpoint, due_at: datetime, actor, source: str = "console"
) -> Touchpoint:
    """Have a message go out at another instant; it no longer moves with the stay."""
    with _at_work(touchpoint, actor, source) as row:
        row.due_at = due_at
        _pin(row, "due_at")
        record_save(instance=row, actor=actor, source=source)
    return row


def touchpoint_move(
    *, touchpoint: Touchpoint, to: str, actor, reason: str = "", source: str = "console"
) -> Touchpoint:
    """Another status, by the deed that goes with it where there is one."""
    told = {"touchpoint": touchpoint, "actor": actor, "source": source}
    if to == Status.SENT:
        return touchpoint_send_by_hand(**told)
    if to == Status.SKIPPED:
        return touchpoint_skip(reason=reason, **told)
    with writing(actor, source, reason):
        GuestJourney._base_manager.select_for_update(of=("self",)).get(pk=touchpoint.journey_id)
        again = {"skipped_reason": None} if touchpoint.status == Status.SKIPPED else {}
        row = record_transition(
            instance=touchpoint,
            field="status",
            to=to,
            actor=actor,
            reason=reason,
            source=source,
            values=again,
        )
        if to not in OPEN:
            _done(row, f"{row.touchpoint_type.name} is {to}.", source, clock.now())
        row.refresh_from_db()
    return row


@contextmanager
def _at_work(touchpoint: Touchpoint, actor, source: str) -> Iterator[Touchpoint]:
    """The touchpoint, read anew under lock, while it is open; ``ValidationError`` if it is not."""
    with writing(actor, source):
        GuestJourney._base_manager.select_for_update(of=("self",)).get(pk=touchpoint.journey_id)
        rows = Touchpoint._base_manager.select_for_update(of=("self",)).select_related(
            "touchpoint_type", "journey__reservation__guest__contact"
        )
        row = rows.get(pk=touchpoint.pk)
        check_in_scope(instance=row, actor=actor, action="write")
        if row.status not in OPEN:
            raise ValidationError(
                f"This message is {row.get_status_display().lower()} already.", code="conflict"
            )
        yield row


def touchpoint_pin(row: Touchpoint, changed: Collection[str]) -> None:
    """Pin what a person changed of a row that is about to be written."""
    if {"subject", "body"} & set(changed):
        _pin(row, "body")
    if "due_at" in changed:
        _pin(row, "due_at")


def _pin(row: Touchpoint, name: str) -> None:
    row.pinned_fields = sorted({*row.pinned_fields, name})


def _tell_journey(row: Touchpoint, now: datetime) -> None:
    """What a journey remembers of single messages."""
    facts: dict[str, dict[str, Any]] = {
        "review_request": {"review_requested": True, "review_requested_at": now},
        "post_stay_survey": {"survey_sent_at": now},
    }
    if told := facts.get(row.touchpoint_type.code):
        GuestJourney._base_manager.filter(pk=row.journey_id).update(**told)


def _done(row: Touchpoint, note: str, source: str, now: datetime) -> None:
    """The ticket hears of it, and the journey may be over."""
    tickets = {row.linked_ticket_id} if row.linked_ticket_id is not None else set()
    tickets_settle(tickets=tickets, note=note, source=source)
    stays = stays_with_facts(Q(pk=row.journey.reservation_id))
    journeys_settle(stays=stays, actor=None, source=source, now=now)
