"""Guests' journeys: stage, touchpoints, messages, surveys and reviews."""

from datetime import timedelta
from decimal import Decimal

from comms.models import Message, MessageEvent, MessageRecipient
from concierge.models import GuestSurvey, SurveyAnswer
from demo.world import ONE, World, at
from reservations.models import GuestJourney, Review, Touchpoint

#: Stage by days before arrival (above zero) or after departure (below), in order of time.
BEFORE = [(30, "days_30"), (14, "days_14"), (7, "days_7"), (3, "days_3"), (1, "day_1")]
AFTER = [(1, "post_stay_1"), (3, "post_stay_3"), (7, "post_stay_7"), (30, "post_stay_30")]
#: Touchpoint, stage, channel, anchor, days from it, hour.
TOUCHPOINTS = [
    ("booking_confirmation", "booking_new", "EMAIL", "booked", 0, 0),
    ("pre_arrival_survey", "days_30", "EMAIL", "start", -30, 9),
    ("pre_arrival_14", "days_14", "EMAIL", "start", -14, 9),
    ("pre_arrival_7", "days_7", "EMAIL", "start", -7, 9),
    ("pre_arrival_3", "days_3", "EMAIL", "start", -3, 9),
    ("check_in_instructions", "day_1", "SMS", "start", -1, 10),
    ("day_of_arrival", "check_in_day", "SMS", "start", 0, 9),
    ("welcome_message", "in_stay", "SMS", "start", 0, 19),
    ("mid_stay_check", "in_stay", "SMS", "start", 1, 17),
    ("check_out_instructions", "check_out_day", "EMAIL", "end", -1, 16),
    ("thank_you", "post_stay_1", "EMAIL", "end", 1, 10),
    ("review_request", "post_stay_3", "EMAIL", "end", 3, 10),
    ("post_stay_survey", "post_stay_3", "EMAIL", "end", 3, 12),
]
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
    """Journeys of the stays from two months back to all those ahead; reviews of all."""
    with world.about("journeys"):
        for home in world.homes:
            for stay in home.stays:
                if not stay.guest or not stay.takes_place:
                    continue
                if stay.end > world.today - 60 * ONE:
                    _journey(world, stay)
            _reviews(world, home)


def _stage(world, stay):
    """(stage, since when)."""
    today = world.today
    if stay.end < today:
        passed = [(d, s) for d, s in AFTER if stay.end + d * ONE <= today]
        days, stage = passed[-1] if passed else (0, "check_out_day")
        return stage, stay.end + days * ONE
    if stay.end == today:
        return "check_out_day", today
    if stay.start < today:
        return "in_stay", stay.start
    if stay.start == today:
        return "check_in_day", today
    passed = [(d, s) for d, s in BEFORE if stay.start - d * ONE <= today]
    if not passed:
        return "booking_new", (stay.booked - timedelta(hours=10)).date()
    return passed[-1][1], stay.start - passed[-1][0] * ONE


def _journey(world, stay):
    chance, stages = world.chance, world.codes["stage"]
    stage, since = _stage(world, stay)
    plan = [(t, s, c, _moment(stay, anchor, days, hour))
            for t, s, c, anchor, days, hour in TOUCHPOINTS]  # fmt: skip
    plan = [row for row in plan if row[3] >= stay.booked]
    done = [row for row in plan if row[3] <= world.now]
    ahead = next((row for row in plan if row[3] > world.now), None)
    issues = [j for j in stay.home.tickets if j.stay is stay]
    open_ = [j for j in issues if not j.closed]
    over = stay.end < world.today - 30 * ONE
    stay.journey = chance.uuid(stay.booked)
    mood = Decimal("-0.30") if len(issues) > 1 else chance.score(0.1, 0.9)
    world.add(
        GuestJourney, stay.booked, id=stay.journey, reservation_id=stay.id,
        current_stage_id=stages["completed" if over else stage], stage_entered_at=at(since),
        next_touchpoint_type_id=ahead and world.codes["touchpoint"][ahead[0]],
        next_touchpoint_due_at=ahead and ahead[3], assigned_type="team_member",
        assigned_member_id=world.team("GUEST_SERVICES")[stay.home.number % 2].id,
        journey_health="at_risk" if open_ else "on_track", is_vip=stay.guest.vip,
        vip_reason="Silver wedding" if stay.guest.vip else None, sentiment_score=mood,
        sentiment_trend="declining" if mood < 0 else "stable", issue_count=len(issues),
        current_sentiment="negative" if mood < 0 else "positive", open_issues_count=len(open_),
        needs_attention=bool(open_), attention_reason=open_[0].title if open_ else None,
        is_repeat_guest=stay.repeat, touchpoint_count=len(done), touchpoints_completed=len(done),
        touchpoints_total=len(plan), review_requested=stay.end + 3 * ONE <= world.today,
        completion_percentage=(Decimal(100 * len(done)) / len(plan)).quantize(Decimal("0.01"))
        if plan else Decimal(0), journey_status="completed" if over else "active",
    )  # fmt: skip
    near = abs((stay.start - world.today).days) <= 21 or stay.start <= world.today <= stay.end
    for number, row in enumerate(plan if near else plan[:2]):
        _touch(world, stay, row, near and number % 3 == 0)
    if near and chance.maybe(0.35):
        _talk(world, stay)
    if stay.end < world.today and chance.maybe(0.4):
        _survey(world, stay)


def _moment(stay, anchor, days, hour):
    if anchor == "booked":
        return stay.booked + timedelta(minutes=6)
    return at((stay.start if anchor == "start" else stay.end) + days * ONE, hour)


def _touch(world, stay, row, with_message):
    touchpoint, stage, channel, when = row
    done, chance = when <= world.now, world.chance
    failed = done and chance.maybe(0.015)
    message = None
    if with_message and done:
        name = touchpoint.replace("_", " ").capitalize()
        message = _message(
            world, stay, when, f"Aloha {stay.guest.first}! {name} for {stay.home.name}.",
            channel, automated=True, subject=name, template=touchpoint,
        )  # fmt: skip
    world.add(
        Touchpoint, min(when, world.now), journey_id=stay.journey, linked_message_id=message,
        touchpoint_type_id=world.codes["touchpoint"][touchpoint], channel_code=channel,
        pinned_fields=[], stage_id=world.codes["stage"][stage], subject=touchpoint.replace("_", " ").capitalize(),
        direction="outbound", initiated_by="system", scheduled_at=when, due_at=when,
        sent_at=when if done and not failed else None, occurred_at=when if done else None,
        delivered_at=when + timedelta(seconds=8) if done and not failed else None,
        opened_at=when + timedelta(hours=2) if done and chance.maybe(0.5) else None,
        completed_at=when if done and not failed else None, failed_at=when if failed else None,
        failure_reason="Mailbox is full" if failed else None,
        template_id=world.shelf["templates"].get(touchpoint),
        outcome="success" if done and not failed else "pending",
        status="failed" if failed else "completed" if done else "scheduled",
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
    source = stay.platform if stay.platform in ("AIRBNB", "VRBO", "BOOKING") else "INTERNAL"
    day = min(stay.end + timedelta(days=1 if unhappy else chance.randint(1, 9)), world.today)
    answered = not unhappy and (world.today - day).days > 4 and chance.maybe(0.85)
    text = POOR if stars <= 2 else chance.pick(FAIR if stars == 3 else GOOD)
    stay.review = world.add(
        Review, at(day, 7), reservation_id=stay.id, guest_id=stay.guest.id, property_id=stay.home.id,
        clean_event_id=stay.clean, journey_id=stay.journey, source_code=source, review_text=text,
        external_review_id=f"{source[:2]}{chance.getrandbits(44):011x}",
        guest_name_public=stay.guest.first, submitted_at=at(day, 7), is_published=True,
        published_at=at(day, 7), overall_rating=Decimal(stars) if top == 5 else Decimal(stars * 2) - Decimal("0.4"), rating_max=Decimal(top),
        normalized_rating=Decimal(stars), cleanliness_rating=Decimal(1 if unhappy else min(5, stars)),
        communication_rating=Decimal(min(5, stars + 1)), check_in_rating=Decimal(min(5, stars + 1)),
        accuracy_rating=Decimal(stars), location_rating=Decimal(5), value_rating=Decimal(stars),
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
