"""Reviews: entered or imported, linked to what they tell of, answered, published, followed up."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q

from core.clock import now
from core.services import database_refusals, record_save, record_transition, writing
from core.services.records import check_in_scope
from property.choices.cleans import CleanStatus
from property.models import Clean
from ref.models import TicketCategory
from reservations.choices.journeys import (
    REVIEW_RESPONSE_STATUS,
    ReviewResponseStatus,
    ReviewStatus,
)
from reservations.choices.reservations import NOT_BLOCKING
from reservations.models import Reservation, Review
from reservations.selectors.reviews import is_low, low_scores
from service.choices.tickets import TicketSource
from service.models import Ticket
from service.services.tickets import ticket_open

LOW, DIRTY = "RSV-REVIEW", "PC-CLEANING"  # categories of the tickets of low scores
FRESH = timedelta(days=60)  # older reviews that an import brings raise no ticket
CHUNK = 500


def review_enter(
    *, review: Review, actor: Any, source: str = "console", created: bool = True
) -> Review:
    """Write a review that somebody typed in or mended: linked, normalised, followed up.

    Raises ``ValidationError`` for what the model refuses, ``OutOfScope`` for what is not the
    actor's to write.
    """
    with writing(actor, source):
        _link(review)
        if created:
            review.is_published, review.published_at = False, None
        record_save(instance=review, actor=actor, source=source)
        row = Review._base_manager.get(pk=review.pk)
        _follow_up(row, source)
        return row


def reply_draft(*, review: Review, text: str, actor: Any, source: str = "console") -> Review:
    """Keep a reply that is not published yet; a draft there is, is replaced.

    A published reply goes back to a draft by ``review_move`` first, with a reason.
    """
    if not text.strip():
        raise ValidationError({"response_text": "A reply needs its text."})
    with writing(actor, source):
        row = _locked(review, actor)
        if row.response_status == ReviewResponseStatus.PUBLISHED:
            said = "The reply is published: take it back to a draft first."
            raise ValidationError(ValidationError(said, code="conflict"))
        row.response_text = text.strip()
        return _respond(row, ReviewResponseStatus.DRAFTED, actor, source)


def reply_publish(*, review: Review, actor: Any, text: str = "", source: str = "console") -> Review:
    """Publish the reply: the draft there is, or ``text``; who and when is written down."""
    with writing(actor, source):
        row = _locked(review, actor)
        if text.strip():
            row.response_text = text.strip()
        return _respond(row, ReviewResponseStatus.PUBLISHED, actor, source)


def review_move(
    *, review: Review, field: str, to: str, actor: Any, reason: str = "", source: str = "console"
) -> Review:
    """Move ``status`` or ``response_status`` along its map, with what belongs to the move.

    A review that is not active any more is not published either.
    """
    with writing(actor, source, reason):
        row = _locked(review, actor)
        if field == "response_status":
            return _respond(row, to, actor, source, reason)
        shown = {} if to == ReviewStatus.ACTIVE else {"is_published": False, "published_at": None}
        record_transition(
            instance=row,
            field=field,
            to=to,
            actor=actor,
            reason=reason,
            source=source,
            values=shown,
        )
        return Review._base_manager.get(pk=row.pk)


def review_publish(
    *, review: Review, actor: Any, is_published: bool = True, source: str = "console"
) -> Review:
    """Show a review to owners and on our own pages, or take it off again.

    Only who may approve reviews may; raises ``PermissionDenied`` for others, and
    ``ValidationError`` for a review that is hidden, disputed or removed.
    """
    with writing(actor, source):
        row = Review._base_manager.select_for_update().get(pk=review.pk)
        if actor is not None and not actor.has_perm("reservations.approve_review", row):
            raise PermissionDenied("Publishing a review needs somebody who approves.")
        if row.is_published == is_published:
            return row
        if is_published and row.status != ReviewStatus.ACTIVE:
            raise ValidationError({"status": f"This review is {row.get_status_display().lower()}."})
        row.is_published = is_published
        row.published_at = now() if is_published else None
        row.save(update_fields=["is_published", "published_at"])
    return row


def reviews_catch_up(*, at: datetime | None = None) -> int:
    """Link reviews that an import wrote and raise their tickets; returns how many were looked at.

    Only those without a stay, a clean or a normalised rating, or with a low score and no ticket,
    of the last ``FRESH`` days.
    """
    since = (at or now()) - FRESH
    open_ends = (
        Q(normalized_rating=None)
        | Q(reservation=None, stay_check_in_date__isnull=False)
        | Q(reservation__isnull=False, clean_event=None)
        | Q(reservation__isnull=False, guest=None)
        | Q(response_text__isnull=False, response_status=ReviewResponseStatus.PENDING)
        | Q(follow_up_ticket=None) & low_scores()
    )
    keys = Review._base_manager.filter(open_ends, review_date__gte=since.date())
    count = 0
    for key in keys.order_by("-id").values_list("pk", flat=True)[:CHUNK]:
        with writing(None, "job"):
            row = Review._base_manager.select_for_update().get(pk=key)
            before = _state(row)
            _link(row)
            if row.response_text and row.response_status == ReviewResponseStatus.PENDING:
                row.response_status, row.needs_response = ReviewResponseStatus.PUBLISHED, False
                row.responded_at = row.responded_at or now()
            if _state(row) != before:
                with database_refusals(Review):
                    row.save()
            _follow_up(row, "job")
            count += 1
    return count


def _link(review: Review) -> None:
    """Fill in what follows from what is known: stay, guest, journey, clean, the rating of five."""
    if review.reservation_id is None and review.stay_check_in_date and review.property_id:
        stays = Reservation._base_manager.filter(
            property=review.property_id, check_in_date=review.stay_check_in_date
        ).exclude(status__in=NOT_BLOCKING)
        if review.stay_check_out_date:
            stays = stays.filter(check_out_date=review.stay_check_out_date)
        review.reservation = stays.first()
    stay = review.reservation
    if stay is not None:
        if getattr(review, "property_id", None) is None:
            review.property_id = stay.property_id
        if review.guest_id is None:
            review.guest_id = stay.guest_id
        review.stay_check_in_date = review.stay_check_in_date or stay.check_in_date
        review.stay_check_out_date = review.stay_check_out_date or stay.check_out_date
        review.is_verified = True
        if review.journey_id is None:
            journey = getattr(stay, "guest_journey", None)
            review.journey_id = journey.pk if journey else None
        if review.clean_event_id is None:
            review.clean_event = clean_before(stay)
    if review.overall_rating is not None and review.rating_max:
        stars = Decimal(review.overall_rating) * 5 / Decimal(review.rating_max)
        review.normalized_rating = min(stars, Decimal(5)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def clean_before(stay: Reservation) -> Clean | None:
    """The last clean of the home before the party came: what it found when it opened the door."""
    rows = Clean._base_manager.filter(
        property=stay.property_id, scheduled_date__lte=stay.check_in_date
    ).exclude(status__in=(CleanStatus.CANCELLED, CleanStatus.SCHEDULED, CleanStatus.RESCHEDULED))
    rows = rows.exclude(reservation=stay)
    return rows.order_by("-scheduled_date", "-scheduled_time", "-id").first()


def _follow_up(review: Review, source: str) -> None:
    """One ticket for a low score, and never a second one."""
    worst = _complaint(review)
    if worst is None or review.follow_up_ticket_id is not None:
        return
    code, said = worst
    kind = TicketCategory._base_manager.filter(code=code, is_active=True).first()
    if kind is None:
        return
    ticket = Ticket(
        title=f"{said} from {review.guest_name_public or 'a guest'}",
        description=review.private_feedback or review.review_text or "",
        ticket_type_code=code.partition("-")[0],
        category=kind,
        priority_code=kind.default_priority_code,
        current_team_id=kind.default_team_id,
        property_id=review.property_id,
        reservation_id=review.reservation_id,
        source=TicketSource.SYSTEM,
    )
    ticket_open(ticket=ticket, actor=None, source=source)
    review.follow_up_ticket = ticket
    review.requires_follow_up = True
    review.response_priority = "high"
    review.save(update_fields=["follow_up_ticket", "requires_follow_up", "response_priority"])


def _complaint(review: Review) -> tuple[str, str] | None:
    """Category and title of the ticket that a review asks for; None for one that is fine or old."""
    if review.review_date < (now() - FRESH).date():
        return None
    top, clean, rating = review.rating_max, review.cleanliness_rating, review.normalized_rating
    if clean is not None and is_low(Decimal(clean) * 5 / Decimal(top)):
        return DIRTY, f"Cleanliness rated {clean:.1f} of {top:.0f}"
    if rating is not None and is_low(Decimal(rating)):
        return LOW, f"{rating:.1f} of 5 stars"
    return None


def _respond(row: Review, to: str, actor: Any, source: str, reason: str = "") -> Review:
    """Move the reply along its map; ``published_at`` is the review's own, so not by record_transition."""
    now_is = row.response_status
    if now_is != to and not REVIEW_RESPONSE_STATUS.allows(now_is, to):
        allowed = ", ".join(map(REVIEW_RESPONSE_STATUS.label, REVIEW_RESPONSE_STATUS.next(now_is)))
        said = f"{REVIEW_RESPONSE_STATUS.label(now_is)} can only become {allowed or 'nothing'}."
        raise ValidationError({"response_status": ValidationError(said, code="conflict")})
    if (now_is, to) in REVIEW_RESPONSE_STATUS.reason and not reason.strip():
        raise ValidationError({"response_status": "Say why: this move needs a reason."})
    if to == ReviewResponseStatus.PUBLISHED and not (row.response_text or "").strip():
        raise ValidationError({"response_text": "A reply needs its text."})
    values: Mapping[str, Any] = {"response_status": to}
    if to == ReviewResponseStatus.PUBLISHED and now_is != to:
        member = getattr(actor, "team_member_id", None)
        values = {**values, "responded_by_id": member, "responded_at": now()}
    elif to != ReviewResponseStatus.PUBLISHED:
        values = {**values, "responded_by_id": None, "responded_at": None}
    waits = (ReviewResponseStatus.PENDING, ReviewResponseStatus.DRAFTED)
    for name, value in {**values, "needs_response": to in waits}.items():
        setattr(row, name, value)
    with writing(actor, source, reason), database_refusals(Review):
        row.save()
        check_in_scope(instance=row, actor=actor, action="write")
    return row


def _locked(review: Review, actor: Any) -> Review:
    row = Review._base_manager.select_for_update().get(pk=review.pk)
    check_in_scope(instance=row, actor=actor, action="write")
    return row


def _state(row: Review) -> dict:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
