"""Cleans and inspections: yesterday's done, today's in every state, tomorrow's planned."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from config.demo.world import ONE, Home, World, at
from inventory.models import LinenCount, LinenDelivery
from property.models import (
    Clean,
    Inspection,
    InspectionAnswer,
    InspectionInventoryLink,
    InspectionIssue,
    InspectionQuestion,
    InspectionRoomScore,
)

#: Category, room type, question, kind, critical, photo.
QUESTIONS = [
    ("CLEAN", "KIT", "Oven, refrigerator and drawers clean and free of crumbs", "pass_fail", 0, 0),
    ("CLEAN", "BTH", "No hair in shower, tub and sink", "pass_fail", 1, 0),
    ("CLEAN", "MBR", "Beds made to standard, fresh linen without stains", "pass_fail", 1, 1),
    ("CLEAN", "LAN", "Lanai swept, furniture wiped, rail clean", "pass_fail", 0, 0),
    ("INVEN", "KIT", "Plates, glasses and cutlery for the full party", "count", 0, 0),
    ("INVEN", "BTH", "Bath towels, four a bedroom", "count", 0, 0),
    ("MAINT", "LR", "Television, remote and internet work", "yes_no", 0, 0),
    ("HVAC", "LR", "Air conditioning cools, filter clean", "pass_fail", 0, 0),
    ("PLUMB", "KIT", "No drip under the sink", "yes_no", 1, 0),
    ("SAFETY", "ENTRY", "Smoke detector shows its light", "yes_no", 1, 0),
    ("SETUP", "ENTRY", "Welcome card, snacks and beach gear set out", "photo", 0, 1),
    ("EXTERIOR", "LAN", "Overall impression from the door", "rating", 0, 0),
]
ISSUES = [
    ("CLEAN", "MODERATE", "Sand left in the tracks of the lanai door"),
    ("MAINT", "MINOR", "Bulb out above the vanity"),
    ("PLUMB", "MAJOR", "Slow drain in the guest bath"),
    ("INVEN", "MINOR", "Two wine glasses missing"),
    ("HVAC", "MAJOR", "Air conditioning drips on the floor"),
    ("SAFETY", "CRITICAL", "Smoke detector chirps, battery low"),
    ("CLEAN", "MODERATE", "Stain on the sofa cushion"),
]


PARTIES = ("guest", "owner")  # stays that somebody arrives for


@dataclass(slots=True)
class CleanDone:
    """A clean, for what hangs on it."""

    id: UUID
    home: Home
    day: date
    status: str
    stay: object
    inspection: UUID | None = None


def questions(world: World) -> None:
    """What inspectors ask."""
    found = world.shelf["questions"] = []
    for order, (category, room, text, kind, critical, photo) in enumerate(QUESTIONS):
        key = world.add(
            InspectionQuestion, category_code=category, room_type_code=room, question_text=text,
            question_type=kind, is_critical=bool(critical), photo_required=bool(photo),
            weight=Decimal(2 if critical else 1), sort_order=order,
            default_severity_on_fail_code="MAJOR" if critical else "MINOR",
            default_ticket_category_code="PC-CLEANING" if category == "CLEAN" else "PC-INSPECTION",
            auto_create_ticket_on_fail=bool(critical), links_to_inventory=category == "INVEN",
            photo_required_on_fail=True, created_by_id=world.team("INSPECTIONS")[0].id,
        )  # fmt: skip
        found.append((key, category, room, kind))


def question_stock(world: World) -> None:
    """Which items a count question counts."""
    items = world.shelf["items"]
    for (key, *_), (sku, count) in zip(
        [q for q in world.shelf["questions"] if q[1] == "INVEN"],
        [("DISH-SET", 8), ("TWL-BATH", 4)],
        strict=True,
    ):
        world.add(
            InspectionInventoryLink, question_id=key, inventory_item_id=items[sku],
            expected_quantity=count, count_tolerance=1,
        )  # fmt: skip


def turn_over(world: World) -> None:
    """A turnover after every stay, with what belongs to it."""
    for home in world.homes:
        with world.about(f"cleans/{home.number}"):
            later = {s.start: s for s in home.stays}
            stays = [s for s in home.stays if s.end < world.end]
            for number, stay in enumerate(stays):
                _turnover(world, home, stay, later.get(stay.end), number)
                if stay.nights >= 10 and stay.kind == "guest":
                    middle = stay.start + timedelta(days=stay.nights // 2)
                    _clean(world, home, stay, middle, "MID_STAY", 90, "guest", None, number)
            day = world.start + timedelta(days=30 + home.number % 40)
            while day < world.today + timedelta(days=60):
                free = _next_free(home, day)
                _clean(world, home, None, free, "DEEP", 360, "owner", None, home.number)
                day += timedelta(days=182)


def _next_free(home, day):
    while any(s.start < day < s.end for s in home.stays):
        day += ONE
    return day


def _turnover(world, home, stay, arriving, number):
    coming = min((s for s in home.stays if s.start >= stay.end and s.kind in PARTIES),
                 key=lambda s: s.start, default=None)  # fmt: skip
    kind = "OWNER" if coming and coming.kind == "owner" else "TURNOVER"
    if stay.nights >= 28:
        kind = "DEEP"
    if stay.kind == "maintenance":
        kind = "POST_MAINTENANCE"
    billed = "guest" if kind == "TURNOVER" and stay.kind != "owner" else "owner"
    billed = "company" if kind == "POST_MAINTENANCE" else billed
    done = _clean(
        world, home, stay, stay.end, kind, home.clean_minutes, billed, arriving, number
    )  # fmt: skip
    stay.clean = done.id
    recent = (stay.end - world.today).days >= -50
    if done.status in ("completed", "verified", "in_progress") and (
        recent or world.chance.maybe(0.5)
    ):
        _inspect(world, done, recent)
    if recent and stay.end <= world.today + 3 * ONE and number % 3 == 0:
        _linen(world, done)


def _state(world, home, day, arriving):
    """How far a clean of that day is this morning."""
    if day == world.today - ONE and home.number % 7 == 3:
        return "reclean"
    if day < world.today:
        return "completed" if day >= world.today - 2 * ONE and home.number % 4 else "verified"
    if day == world.today:
        if home.number % 3 == 2:
            return "completed" if home.number % 6 == 5 else "in_progress"
        return "assigned" if arriving else ["scheduled", "assigned"][home.number % 2]
    return "assigned" if day <= world.today + 7 * ONE else "scheduled"


def _clean(world, home, stay, day, kind, minutes, billed, arriving, number):
    chance = world.chance
    status = _state(world, home, day, arriving)
    begun = at(day, 10.25, chance.randint(0, 120))
    took = minutes + chance.randint(-20, 35)
    if day == world.today:
        begun = world.now - timedelta(minutes=50 if status == "in_progress" else took + 15)
    done = status in ("completed", "verified", "reclean")
    vendor = world.vendors["CLEANING"][0] if number % 14 == 9 else None
    planned = stay.booked if stay else at(day - 30 * ONE)
    key = world.add(
        Clean, planned, property_id=home.id, reservation_id=stay and stay.id, clean_type_code=kind,
        assigned_to_id=None if status == "scheduled" or vendor else home.cleaner.id,
        supervisor_id=world.team("HOUSEKEEPING")[0].id, vendor_company_id=vendor,
        team_id=world.codes["team"]["HOUSEKEEPING"], scheduled_date=day, scheduled_time="10:00",
        checkin_reservation_id=arriving and arriving.id, completed_by_id=home.cleaner.id
        if done and not vendor else None, verified_by_id=home.inspector.id
        if status == "verified" else None, actual_start_at=begun
        if done or status == "in_progress" else None,
        actual_end_at=begun + timedelta(minutes=took) if done else None,
        duration_minutes=took if done else None,
        verified_at=begun + timedelta(minutes=took + 40) if status == "verified" else None,
        passed_inspection={"verified": True, "reclean": False}.get(status), billable_to=billed,
        clean_fee=home.cleaning_fee if billed == "guest" else None, clean_cost=home.cleaning_cost,
        notes="Back-to-back: ready by 3 pm." if arriving else None, status=status,
        updated_at=min(world.now, begun + timedelta(minutes=took)) if done else planned,
    )  # fmt: skip
    clean = CleanDone(id=key, home=home, day=day, status=status, stay=stay)
    home.cleans.append(clean)
    return clean


def _inspect(world, clean, recent):
    chance, home, day = world.chance, clean.home, clean.day
    begun = at(day, 13.5, chance.randint(0, 60))
    waiting = clean.status == "in_progress" or begun > world.now
    failed = 0 if waiting or not chance.maybe(0.16) else chance.randint(1, 2)
    score = None if waiting else Decimal(100 - 7 * failed) - chance.score(0, 6)
    grade = None if waiting else "pass" if not failed else "conditional" if failed == 1 else "fail"
    key = world.add(
        Inspection, at(day - ONE, 17), property_id=home.id, clean_event_id=clean.id,
        reservation_id=clean.stay.id, inspector_id=home.inspector.id, scheduled_date=day,
        inspection_type="post_clean", scheduled_time="13:30",
        template_checklist_id=world.shelf.get("inspection_checklist"),
        actual_start_at=None if waiting else begun,
        actual_end_at=None if waiting else begun + timedelta(minutes=25),
        duration_minutes=None if waiting else 25, overall_score=score, cleanliness_score=score,
        maintenance_score=score and min(Decimal(100), score + 3), issues_count=failed,
        inventory_score=score and min(Decimal(100), score + 1), issues_minor_count=failed,
        pass_fail=grade, follow_up_required=failed > 1,
        completed_at=None if waiting else begun + timedelta(minutes=25),
        status="scheduled" if waiting else "completed",
    )  # fmt: skip
    clean.inspection = key
    if waiting or not recent:
        return
    issues = [_issue(world, clean, begun, n) for n in range(failed)]
    _answers(world, clean, begun, issues)
    for room in home.rooms[:4]:
        world.add(
            InspectionRoomScore, begun, inspection_id=key, room_id=room.id, overall_score=score,
            cleanliness_score=score, questions_total=3, questions_passed=3, calculated_at=begun,
        )  # fmt: skip


def _issue(world, clean, when, number):
    chance = world.chance
    category, severity, text = chance.pick(ISSUES)
    old = (world.today - clean.day).days > 6
    return category, world.add(
        InspectionIssue, when, inspection_id=clean.inspection, room_id=chance.pick(
            clean.home.rooms
        ).id, category_code=category, severity_code=severity, description=text,
        reported_by_id=clean.home.inspector.id, is_guest_caused=chance.maybe(0.25),
        estimated_cost=chance.money(15, 240, "5"), location_detail=None if number else "By the door",
        resolved_at=when + timedelta(hours=26) if old else None,
        resolved_by_id=clean.home.cleaner.id if old else None,
        resolution="Put right and checked again." if old else None,
        status="resolved" if old else chance.pick(["open", "assigned", "in_progress"]),
    )  # fmt: skip


def _answers(world, clean, when, issues):
    rooms, left = {r.type: r.id for r in clean.home.rooms}, dict(issues)
    for number, (question, category, room, kind) in enumerate(world.shelf["questions"]):
        issue = left.pop(category, None)
        passed = issue is None
        world.add(
            InspectionAnswer, when, inspection_id=clean.inspection, room_id=rooms.get(room),
            question_id=question, response_bool=passed if kind in ("yes_no", "pass_fail") else None,
            response_number=Decimal(4 if passed else 2) if kind == "count" else None,
            response_rating=(5 if passed else 3) if kind == "rating" else None,
            response_value="pass" if passed else "fail", is_issue=not passed, issue_id=issue,
            issue_severity_code=None if passed else "MINOR", passed=passed,
            answered_by_id=clean.home.inspector.id, score=Decimal(100 if passed else 50),
            answered_at=when + timedelta(minutes=2 * number),
        )  # fmt: skip


def _linen(world, clean):
    chance, home = world.chance, clean.home
    sets = max(1, home.bedrooms)
    done = clean.day <= world.today - ONE
    world.add(
        LinenDelivery, at(clean.day - ONE), property_id=home.id, delivery_date=clean.day,
        service_company_id=world.vendors["LINEN"][0], clean_event_id=clean.id,
        reservation_id=clean.stay.id, delivery_type="scheduled",
        items_delivered={"SHEET-KING": 1, "SHEET-QUEEN": sets, "TWL-BATH": 4 * sets},
        items_picked_up={"SHEET-KING": 1, "TWL-BATH": 4 * sets - chance.randint(0, 1)},
        delivery_time="09:15", delivered_by="Route 2", invoice_amount=Decimal(18 * sets + 14),
        invoice_number=f"PL-{chance.digits(6)}", received_by_id=home.cleaner.id if done else None,
        status="completed" if done else "in_transit" if clean.day == world.today else "scheduled",
    )  # fmt: skip
    if done:
        short = chance.weighed({0: 8, 1: 2})
        world.add(
            LinenCount, at(clean.day, 14), property_id=home.id, counted_by_id=home.cleaner.id,
            count_date=clean.day, count_type="turnover", total_items_counted=9 * sets,
            counts={"TWL-BATH": {"counted": 4 * sets - short, "expected": 4 * sets,
                                 "variance": -short}},
            total_discrepancies=short, discrepancy_value=Decimal(18 * short),
            verified_by_id=home.inspector.id, status="verified", verified_at=at(clean.day, 16),
        )  # fmt: skip
