"""Guests' journeys: stage, touchpoints, messages, surveys and reviews."""

from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.db.models import Q

from comms.models import Message, MessageEvent, MessageRecipient
from concierge.models import GuestSurvey, SurveyAnswer
from config.demo.world import ONE, World, at
from ref.models import TouchpointType
from reservations.models import GuestJourney, Review, Touchpoint
from reservations.selectors.drafts import SPOKEN, facts_of
from reservations.selectors.journey_plans import (
    WAITS,
    closes_at,
    next_stage_at,
    rulebook,
    stage_at,
    trip_of,
    wants_journey,
)
from reservations.services.journeys import stays_with_facts
from reservations.services.touchpoint_planning import Desk, touchpoints_align
from reservations.services.touchpoint_tickets import CATEGORY, KIND
from service.models import Ticket, TicketEvent

#: How long ago stays may have ended whose messages are kept; older journeys are bare.
KEPT = 60 * ONE
NO_NEED = ["Told on the phone.", "They have been here before and know the way."]
#: Messages due within the first hours are still to be sent often, those up to the second seldom.
FORGOTTEN = (6, 30)
GOOD = [
    "We loved the lanai and the breeze. Spotless, and the beach gear saved us a trip.",
    "Everything as described. The team answered in minutes when we could not find the stall.",
    "Third stay here and it feels like coming home. Mahalo!",
    "Quiet, clean, well stocked kitchen. Whales from the sofa!",
    "Great location and comfortable beds. The kids want to move in.",
]
FAIR = [
    "Nice home, but the air conditioning was weak in the second bedroom.",
    "Good stay overall. Parking was tighter than we expected.",
]
POOR = "Sand in the bed on arrival and the shower drained slowly for three days. Nobody came back."
REPLIES = ["Mahalo for staying with us, {}. We hope to see you again.",
           "Mahalo, {}! We have passed your words to the team."]  # fmt: skip
QUESTIONS = [
    ("Aloha! Could we check in a little earlier, around 1 pm?", "positive"),
    ("Is there a crib in the closet or should we bring one?", "neutral"),
    ("The code does not work, we are at the door.", "negative"),
    ("Which beach is best for small children?", "positive"),
    ("Can we leave the bags until our evening flight?", "neutral"),
]
ANSWERS = ["Aloha {}! Of course, all set.", "Aloha {}! Let me check and come back within the hour."]


def travel(world: World) -> None:
    """The journeys of all stays that take place, as the rules plan them; reviews of all."""
    with world.about("journeys"):
        if world.branch == 0:
            for name, template in world.shelf["templates"].items():
                TouchpointType._base_manager.filter(code=name).update(template_id=template)
        world.writer.flush()  # what journeys are planned from is read back from the tables
        book = rulebook()
        for home in world.homes:
            rows = {row.pk: row for row in stays_with_facts(Q(property=home.id))}
            for stay in home.stays:
                if wants_journey(rows[stay.id]):
                    _journey(world, stay, rows[stay.id], book)
            _reviews(world, home)


def _journey(world, stay, row, book):
    """As if the journey had followed the stay since it was booked."""
    chance, trip = world.chance, trip_of(row)
    begun = trip.booked_at
    stay.journey = chance.uuid(stay.booked)
    planned = []
    if stay.end > world.today - KEPT:
        desk = Desk(book, trip, row, facts_of(row, stay.guest.first), begun)
        touchpoints_align(desk, GuestJourney(), planned, is_new=True)
    ends = closes_at(book, trip, is_open=False)
    over = ends is not None and ends <= world.now
    touches = [_fate(world, stay, touch, over) for touch in planned]
    stage, since = (book.end, ends) if over else stage_at(book, trip, world.now)
    before = stage_at(book, trip, since - timedelta(seconds=1))[0] if since > begun else None
    following = next_stage_at(book, trip, world.now) or closes_at(book, trip, is_open=True)
    issues = [j for j in stay.home.tickets if j.stay is stay]
    open_ = [j for j in issues if not j.closed]
    mood = Decimal("-0.30") if len(issues) > 1 else chance.score(0.1, 0.9)
    asked = stay.end + 3 * ONE <= world.today
    world.add(
        GuestJourney, stay.booked, id=stay.journey, reservation_id=stay.id,
        current_stage_id=stage.pk, stage_entered_at=since, previous_stage_id=before and before.pk,
        next_stage_at=None if over else following, assigned_type="team_member",
        assigned_member_id=world.team("GUEST_SERVICES")[stay.home.number % 2].id,
        journey_health="at_risk" if open_ else "on_track", is_vip=stay.guest.vip,
        vip_reason="Silver wedding" if stay.guest.vip else None, sentiment_score=mood,
        sentiment_trend="declining" if mood < 0 else "stable", issue_count=len(issues),
        current_sentiment="negative" if mood < 0 else "positive", open_issues_count=len(open_),
        needs_attention=bool(open_), attention_reason=open_[0].title if open_ else None,
        is_repeat_guest=stay.repeat, review_requested=asked,
        review_requested_at=at(stay.end + 3 * ONE) if asked else None,
        journey_status="completed" if over else "active",
    )  # fmt: skip
    near = abs((stay.start - world.today).days) <= 21 or stay.start <= world.today <= stay.end
    for number, (touch, told) in enumerate(touches):
        _touch(world, stay, touch, told, near and number % 3 == 0)
    if near and chance.maybe(0.35):
        _talk(world, stay)
    if world.today - KEPT < stay.end < world.today and chance.maybe(0.4):
        _survey(world, stay)


def _fate(world, stay, touch, over):
    """(touchpoint, further values): what became of it until now."""
    chance, when, hours = world.chance, touch.due_at, timedelta(hours=1)
    if touch.status != "scheduled" or touch.hold_reason in WAITS:
        return touch, {}
    agent = world.team("GUEST_SERVICES")[stay.home.number % 2].user
    ago = world.now - when
    if not touch.rule.is_required and chance.maybe(0.3) and ago > -7 * ONE:
        return _passed_over(touch, chance.pick(NO_NEED), agent)
    if ago < 0 * ONE:
        return touch, {}
    if touch.hold_reason:
        if over or ago > ONE:
            return _passed_over(touch, chance.pick(NO_NEED), agent)
        return _left(world, stay, touch, ago)
    first, last = FORGOTTEN
    if not over and ago < last * hours and chance.maybe(0.5 if ago < first * hours else 0.15):
        return _left(world, stay, touch, ago)
    if not over and ago < 10 * ONE and chance.maybe(0.01):
        touch.status = "failed"
        return touch, {"failed_at": when, "failure_reason": "Mailbox is full", "occurred_at": when}
    told = {"sent_at": when, "occurred_at": when, "outcome": "success",
            "content_preview": " ".join((touch.body or "").split())[:200] or None}  # fmt: skip
    if touch.channel_code in SPOKEN:
        touch.status = "completed"
        return touch, told | {"completed_at": when, "handled_by_id": agent}
    told["delivered_at"] = when + timedelta(seconds=8)
    opened = min(when + 2 * hours, world.now) if chance.maybe(0.5) else None
    touch.status = "opened" if opened else "delivered"
    return touch, told | {"opened_at": opened}


def _left(world, stay, touch, ago):
    """It waits for somebody; what is required has a ticket once it is overdue."""
    is_late = ago > timedelta(hours=settings.MESSAGE_OVERDUE_HOURS)
    if is_late and touch.rule.is_required:
        return touch, {"linked_ticket_id": _ticket(world, stay, touch)}
    return touch, {}


def _passed_over(touch, reason, user):
    touch.status, touch.skipped_reason, touch.hold_reason = "skipped", reason, None
    touch.pinned_fields = ["status"]
    return touch, {"handled_by_id": user}


def _ticket(world, stay, touch):
    """One for a journey and stage, as the job would open it."""
    tickets = world.shelf.setdefault("late_messages", {})
    if (stay.journey, touch.stage_id) in tickets:
        return tickets[stay.journey, touch.stage_id]
    opened = touch.due_at + timedelta(hours=settings.MESSAGE_OVERDUE_HOURS)
    agent = world.team("GUEST_SERVICES")[0]
    key = tickets[stay.journey, touch.stage_id] = world.add(
        Ticket, opened, title=f"{touch.rule.stage.name}: messages to the guest are overdue",
        description=f"{touch.subject}. Send it, or skip it with a reason, from the queue of messages.",
        ticket_type_code=KIND, category_code=CATEGORY, priority_code="LOW",
        status="OPEN", source="SYSTEM", current_team_id=world.codes["team"]["GUEST_SERVICES"],
        current_agent_id=agent.id, property_id=stay.home.id, reservation_id=stay.id,
    )  # fmt: skip
    world.add(
        TicketEvent, opened, ticket_id=key, event_type="CREATED", new_status="OPEN",
        is_automated=True,
    )  # fmt: skip
    return key


def _touch(world, stay, touch, told, with_message):
    message = None
    if with_message and told.get("delivered_at") and touch.channel_code in world.shelf["channels"]:
        message = _message(
            world, stay, touch.due_at, touch.body, touch.channel_code, automated=True,
            subject=touch.subject, template=touch.touchpoint_type.code,
        )  # fmt: skip
    plain = ("rule_id touchpoint_type_id stage_id channel_code template_id subject body status"
             " direction scheduled_at due_at hold_reason skipped_reason pinned_fields")  # fmt: skip
    world.add(
        Touchpoint, stay.booked, journey_id=stay.journey, linked_message_id=message,
        initiated_by="system", **{name: getattr(touch, name) for name in plain.split()}, **told,
    )  # fmt: skip


def _message(world, stay, when, text, channel, *, inbound=False, automated=False, **more):
    guest, places = stay.guest, world.shelf["channels"]
    ours = "aloha@example.com" if channel == "EMAIL" else "+18085550100"
    theirs = guest.email if channel == "EMAIL" else guest.phone
    waiting = more.get("waiting", False)
    agent = world.team("GUEST_SERVICES")[stay.home.number % 2]
    key = world.add(
        Message, when, channel_id=places[channel], contact_id=guest.contact,
        reservation_id=stay.id, property_id=stay.home.id, subject=more.get("subject"), body=text,
        direction="inbound" if inbound else "outbound", language_code="en",
        from_address=theirs if inbound else ours, to_address=ours if inbound else theirs,
        sent_at=when, delivered_at=when + timedelta(seconds=5), thread_id=f"THR-{stay.code}",
        thread_subject=f"{stay.code} {stay.home.name}", is_automated=automated,
        sent_by_id=None if inbound or automated else agent.id, assigned_to_id=agent.id,
        template_id=world.shelf["templates"].get(more.get("template")), needs_reply=waiting,
        in_reply_to_id=more.get("answers"), sentiment=more.get("mood"),
        replied_at=more.get("replied"), status="received" if inbound else "delivered",
    )  # fmt: skip
    recipient = world.add(
        MessageRecipient, when, message_id=key, contact_id=None if inbound else guest.contact,
        recipient_type="to", address=ours if inbound else theirs, sent_at=when,
        delivered_at=when + timedelta(seconds=5), status="delivered",
    )  # fmt: skip
    if not inbound:
        for seconds, kind in ((1, "sent"), (5, "delivered")):
            moment = when + timedelta(seconds=seconds)
            world.add(
                MessageEvent, moment, message_id=key, recipient_id=recipient, event_type=kind,
                occurred_at=moment, provider_event_id=f"ev_{world.chance.getrandbits(48):012x}",
            )  # fmt: skip
    return key


def _talk(world, stay):
    """The guest writes and gets an answer; what came within the last hours still waits."""
    chance = world.chance
    latest = min(world.now, at(stay.end, 8))
    when = latest - timedelta(minutes=chance.randint(5, 4000))
    when = max(when, stay.booked + timedelta(minutes=20))
    if when > world.now:
        return
    waiting = world.now - when < timedelta(hours=5)
    text, mood = chance.pick(QUESTIONS)
    channel = "OTA_MESSAGE" if stay.platform in ("AIRBNB", "VRBO") else "SMS"
    answered = when + timedelta(minutes=chance.randint(3, 90))
    asked = _message(
        world, stay, when, text, channel, inbound=True, waiting=waiting, mood=mood,
        replied=None if waiting else answered,
    )  # fmt: skip
    if not waiting:
        reply = chance.pick(ANSWERS).format(stay.guest.first)
        _message(world, stay, answered, reply, channel, answers=asked)


def _survey(world, stay):
    sent = at(stay.end + ONE, 12)
    if sent > world.now:
        return
    nps = world.chance.weighed({10: 5, 9: 5, 8: 3, 7: 2, 5: 1, 3: 0.5})
    key = world.add(
        GuestSurvey, sent, reservation_id=stay.id, guest_id=stay.guest.id, survey_type="post_stay",
        sent_at=sent, started_at=sent + timedelta(hours=4), nps_score=nps, status="completed",
        completed_at=min(sent + timedelta(hours=4, minutes=3), world.now), completion_pct=Decimal(100),
        overall_score=Decimal(nps) / 2, trip_purpose="vacation",
        access_token=f"sv_{world.chance.getrandbits(64):016x}",
    )  # fmt: skip
    for code, question in world.shelf["survey_questions"].items():
        world.add(
            SurveyAnswer, sent, guest_survey_id=key, survey_question_id=question, question_code=code,
            section_number=1, response_value=None if code == "NPS" else "Yes",
            response_number=Decimal(nps) if code == "NPS" else None,
            responded_at=sent + timedelta(hours=4),
        )  # fmt: skip


def _reviews(world, home):
    """A third of the guests write one; home 1's last guest two stars, and nobody answered yet."""
    chance = world.chance
    gone = [s for s in home.stays if s.guest and s.end < world.today]
    for stay in gone:
        unhappy = home.number == 1 and stay is gone[-1]
        if unhappy or chance.maybe(0.34):
            _review(world, stay, unhappy)


def _review(world, stay, unhappy):
    chance = world.chance
    stars = 2 if unhappy else chance.weighed({5: 74, 4: 19, 3: 5, 2: 1.4, 1: 0.6})
    top = 10 if stay.platform == "BOOKING" else 5
    scale = Decimal(top) / 5
    source = stay.platform if stay.platform in ("AIRBNB", "VRBO", "BOOKING") else "INTERNAL"
    day = min(stay.end + timedelta(days=1 if unhappy else chance.randint(1, 9)), world.today)
    answered = not unhappy and (world.today - day).days > 4 and chance.maybe(0.85)
    text = POOR if stars <= 2 else chance.pick(FAIR if stars == 3 else GOOD)
    stay.review = world.add(
        Review, at(day, 7), reservation_id=stay.id, guest_id=stay.guest.id, property_id=stay.home.id,
        clean_event_id=found_clean(stay), journey_id=stay.journey, source_code=source, review_text=text,
        external_review_id=f"{source[:2]}{chance.getrandbits(44):011x}",
        guest_name_public=stay.guest.first, submitted_at=at(day, 7), is_published=True,
        published_at=at(day, 7), overall_rating=Decimal(stars) if top == 5 else Decimal(stars * 2) - Decimal("0.4"), rating_max=Decimal(top),
        normalized_rating=Decimal(stars), cleanliness_rating=scale * (1 if unhappy else min(5, stars)),
        communication_rating=scale * min(5, stars + 1), check_in_rating=scale * min(5, stars + 1),
        accuracy_rating=scale * stars, location_rating=scale * 5, value_rating=scale * stars,
        review_date=day, stay_check_in_date=stay.start, stay_check_out_date=stay.end,
        sentiment="positive" if stars > 3 else "mixed" if stars == 3 else "negative",
        sentiment_score=Decimal(stars - 3) / 2, requires_follow_up=stars < 3,
        response_text=chance.pick(REPLIES).format(stay.guest.first) if answered else None,
        responded_at=at(day + 2 * ONE, 9) if answered else None,
        responded_by_id=world.team("GUEST_SERVICES")[0].id if answered else None,
        response_status="published" if answered else "pending", needs_response=not answered,
        response_priority="high" if stars < 3 else "low", is_verified=True,
        extracted_themes=["cleanliness"] if stars < 3 else ["location", "clean"],
    )  # fmt: skip


def found_clean(stay):
    """The clean after the stay before: what the guest found."""
    before = [s for s in stay.home.stays if s.end <= stay.start]
    return max(before, key=lambda s: s.end).clean if before else None
