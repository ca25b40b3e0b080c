"""Tickets: about one a home a week, with what was said, done, spent and bought."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from config.demo.chance import cents
from config.demo.world import ONE, Home, Member, World, at
from service.models import (
    Ticket,
    TicketContact,
    TicketCost,
    TicketEvent,
    TicketHomeowner,
    TicketLabel,
    TicketProperty,
    TicketPurchase,
    TicketReservation,
    TicketVendor,
)

#: Category, title, priority, what it costs (0: nothing), vendor category, who told.
KINDS = [
    ("PC-PLUMBING", "Guest bath drains slowly", "HIGH", 180, "PLUMBING", "GUEST"),
    ("PC-PLUMBING", "Kitchen faucet drips", "MEDIUM", 140, "PLUMBING", "CLEAN"),
    ("PC-HVAC", "Air conditioning does not cool", "HIGH", 240, "HVAC", "GUEST"),
    ("PC-HVAC", "Clean the filters and flush the drain", "LOW", 60, None, "RECURRING"),
    ("PC-APPLIANCE", "Dishwasher leaves water", "MEDIUM", 190, "APPLIANCE", "CLEAN"),
    ("PC-APPLIANCE", "Washer stops in the spin cycle", "MEDIUM", 160, "APPLIANCE", "GUEST"),
    ("PC-ACCESS", "Door code is not taken", "CRITICAL", 0, None, "GUEST"),
    ("PC-ACCESS", "Keypad battery below 20 percent", "HIGH", 12, None, "SYSTEM"),
    ("PC-INTERNET", "Internet drops in the evening", "HIGH", 0, None, "GUEST"),
    ("PC-PEST", "Ants on the kitchen counter", "HIGH", 95, "PEST", "GUEST"),
    ("PC-GENERAL", "Lanai door off its track", "LOW", 85, "HANDYMAN", "INSPECTION"),
    ("PC-GENERAL", "Touch up paint in the hall", "LOW", 120, "PAINTING", "INSPECTION"),
    ("PC-CLEANING", "Reclean the lanai before arrival", "HIGH", 0, None, "INSPECTION"),
    ("PC-INVENTORY", "Replace missing wine glasses", "MEDIUM", 36, None, "INSPECTION"),
    ("PC-SAFETY", "Smoke detector chirps", "CRITICAL", 9, None, "CLEAN"),
    ("PC-PREVENTIVE", "Quarterly check of water heater and hoses", "LOW", 0, None, "RECURRING"),
    ("PC-ELECTRICAL", "Outlet by the sofa is dead", "HIGH", 165, "ELECTRICAL", "GUEST"),
    ("RSV-EARLY_CHECK_IN", "Asks for check-in at 1 pm", "MEDIUM", 0, None, "GUEST"),
    ("RSV-LATE_CHECKOUT", "Asks to stay until noon", "MEDIUM", 0, None, "GUEST"),
    ("RSV-AMENITY", "Asks for a crib and a high chair", "MEDIUM", 0, None, "GUEST"),
    ("RSV-COMPLAINT", "Noise from the unit above", "HIGH", 0, None, "GUEST"),
    ("RSV-LOST_FOUND", "Left a phone charger and a hat", "LOW", 18, None, "GUEST"),
    ("RSV-MODIFICATION", "Wants to add one night", "MEDIUM", 0, None, "GUEST"),
    ("RSV-CHECK_IN", "Cannot find the parking stall", "CRITICAL", 0, None, "GUEST"),
    ("ADM-OWNER", "Owner asks about the insurance renewal", "HIGH", 0, None, "OWNER"),
    ("ACCT-STATEMENT", "Owner asks about a line of the statement", "HIGH", 0, None, "OWNER"),
]
TEAMS = {
    "PC-CLEANING": "HOUSEKEEPING", "PC-INVENTORY": "HOUSEKEEPING", "PC-INSPECTION": "INSPECTIONS",
    "RSV-MODIFICATION": "RESERVATIONS", "RSV-DAMAGE": "CLAIMS", "ADM-OWNER": "OWNER_RELATIONS",
    "ACCT-STATEMENT": "ACCOUNTING",
}  # fmt: skip
SLA_HOURS = {"CRITICAL": 4, "HIGH": 24, "MEDIUM": 48, "LOW": 72}
COMMENTS = [
    "Called the guest, fits after 2 pm.", "Part is on the way from Oahu.",
    "Vendor comes tomorrow between 9 and 11.", "Photos are in the file.",
    "Owner agreed by e-mail.", "Tested twice, works.", "Left a note for the inspector.",
]  # fmt: skip
RESOLUTIONS = [
    "Cleared and tested.", "Part replaced, works again.", "Agreed with the guest and noted.",
    "Done during the turnover.", "Adjusted; will be watched at the next inspection.",
]  # fmt: skip


@dataclass(slots=True)
class Job:
    """A ticket, for what hangs on it."""

    id: UUID
    home: Home
    title: str
    category: str
    priority: str
    opened: datetime
    status: str
    agent: Member
    closed: datetime | None
    stay: object = None


def serve(world: World) -> None:
    """The branch's tickets."""
    for home in world.homes:
        with world.about(f"tickets/{home.number}") as chance:
            moment = at(max(world.start, home.since), 8) + timedelta(hours=chance.randint(1, 160))
            while moment < world.now:
                _one(world, home, chance.pick(KINDS), moment)
                moment += timedelta(hours=chance.randint(40, 250))
    with world.about("tickets/today") as chance:
        for home in world.homes[1::3]:
            _one(
                world, home, chance.pick(KINDS), world.now - timedelta(hours=chance.uniform(0.3, 20)),
                status=chance.pick(["OPEN", "OPEN", "IN_PROGRESS"]),
            )  # fmt: skip
        first = world.homes[0]
        late = world.now - timedelta(days=3, hours=2)
        _one(world, first, KINDS[2], late, status="OPEN", labels=["URGENT", "VIP_GUEST"])
        fresh = world.now - timedelta(minutes=35)
        _one(world, world.homes[1], KINDS[6], fresh, status="OPEN", labels=["OCCUPIED"])
        held = world.now - timedelta(days=2)
        _one(world, world.homes[2], KINDS[4], held, status="ON_HOLD", labels=["WAITING_PARTS"])
        begun = world.now - timedelta(hours=20)
        _one(world, world.homes[1], KINDS[17], begun, status="IN_PROGRESS")


def _stay_at(home, day):
    """Who was there that day, or comes next."""
    guests = [s for s in home.stays if s.guest]
    return next((s for s in guests if s.end > day), guests[-1] if guests else None)


def _status(world, opened, priority):
    """Most are done within their SLA; a few of the less urgent take longer."""
    age, chance = world.now - opened, world.chance
    if age < timedelta(hours=SLA_HOURS[priority]):
        return chance.weighed({"OPEN": 5, "IN_PROGRESS": 4, "ON_HOLD": 1, "RESOLVED": 3})
    if age < timedelta(days=12):
        slow = 0.22 if priority in ("LOW", "MEDIUM") else 0.03
        return chance.weighed({"IN_PROGRESS": slow, "ON_HOLD": slow / 2, "RESOLVED": 1})
    return "RESOLVED" if chance.maybe(0.965) else "CANCELLED"


def _one(world, home, kind, opened, *, status=None, labels=()):
    chance = world.chance
    category, title, priority, cost, vendor, source = kind
    type_ = category.split("-")[0]
    stay = _stay_at(home, (opened - timedelta(hours=10)).date())
    if stay is None and type_ == "RSV":
        return
    status = status or _status(world, opened, priority)
    team = TEAMS.get(category, {"PC": "MAINTENANCE", "RSV": "GUEST_SERVICES"}.get(type_, "ADMIN"))
    agent = chance.pick(world.team(team))
    hours = SLA_HOURS[priority]
    answered = opened + timedelta(minutes=chance.randint(4, 20 * hours))
    worked = answered + timedelta(minutes=chance.randint(10, 20 * hours))
    closed = worked + timedelta(minutes=chance.randint(20, 40 * hours))
    closed = min(closed, world.now) if status in ("RESOLVED", "CANCELLED") else None
    owner = home.shares_on(max(opened.date(), home.since))[0].owner
    asked = stay if type_ == "RSV" or source == "GUEST" else None
    started = status in ("IN_PROGRESS", "ON_HOLD", "RESOLVED")
    key = world.add(
        Ticket, opened, title=title, ticket_type_code=type_, category_code=category,
        priority_code=priority, property_id=home.id, reservation_id=asked and asked.id,
        homeowner_id=owner.id if type_ in ("ADM", "ACCT") or vendor else None,
        requestor_contact_id=asked and asked.guest.contact,
        current_agent_id=agent.id, current_team_id=world.codes["team"][team], status=status,
        created_by_id=agent.id if source != "SYSTEM" else None, source=source,
        description=f"{title} in {home.name}.", scheduled_date=(opened + ONE).date(),
        first_response_at=min(answered, world.now) if started or closed else None,
        started_at=min(worked, world.now) if started else None,
        resolved_at=closed if status == "RESOLVED" else None,
        closed_by_id=agent.id if closed else None,
        resolution_summary=chance.pick(RESOLUTIONS) if status == "RESOLVED" else None,
        cancelled_at=closed if status == "CANCELLED" else None,
        cancelled_reason="Settled by itself." if status == "CANCELLED" else None,
        hold_reason="Waiting for the pump, ordered." if status == "ON_HOLD" else None,
        hold_until=world.today + 3 * ONE if status == "ON_HOLD" else None,
        is_owner_visible=bool(vendor), is_guest_visible=type_ == "RSV",
        reopened_count=int(chance.maybe(0.03)), updated_at=closed or min(answered, world.now),
    )  # fmt: skip
    job = Job(
        id=key, home=home, title=title, category=category, priority=priority, opened=opened,
        status=status, agent=agent, closed=closed, stay=asked,
    )  # fmt: skip
    if world.sketch:
        return
    home.tickets.append(job)
    _events(world, job, min(answered, world.now), min(worked, world.now), started)
    _around(world, job, owner, vendor, labels)
    if cost and status == "RESOLVED":
        _spend(world, job, owner, cost, vendor)
    elif vendor and status != "CANCELLED":
        _call(world, job, vendor, Decimal(cost), None)


def _event(world, job, when, kind, **values):
    world.add(
        TicketEvent, when, ticket_id=job.id, event_type=kind, actor_member_id=job.agent.id, **values
    )  # fmt: skip


def _events(world, job, answered, worked, started):
    _event(world, job, job.opened, "CREATED", new_status="OPEN", is_automated=True)
    if started:
        _event(world, job, answered, "COMMENT", comment_body=world.chance.pick(COMMENTS))
        _event(
            world, job, worked, "STATUS_CHANGE", old_status="OPEN", new_status="IN_PROGRESS"
        )  # fmt: skip
    if job.closed or job.status == "ON_HOLD":
        _event(
            world, job, job.closed or world.now - timedelta(hours=5), "STATUS_CHANGE",
            old_status="IN_PROGRESS" if started else "OPEN", new_status=job.status,
        )  # fmt: skip


def _around(world, job, owner, vendor, labels):
    """Links to home, stay, owner and people, and the labels, of what is still looked at."""
    chance, opened = world.chance, job.opened
    if world.now - opened > timedelta(days=75) and not labels:
        return
    world.add(
        TicketProperty, opened, ticket_id=job.id, property_id=job.home.id, role="PRIMARY",
        resort_id=job.home.resort.id,
    )  # fmt: skip
    if job.stay:
        world.add(
            TicketReservation, opened, ticket_id=job.id, reservation_id=job.stay.id, role="PRIMARY",
            guest_name_snapshot=job.stay.guest.name, check_in_date=job.stay.start,
            check_out_date=job.stay.end,
        )  # fmt: skip
        world.add(
            TicketContact, opened, ticket_id=job.id, contact_id=job.stay.guest.contact,
            guest_id=job.stay.guest.id, role="guest", notify=True, assigned_at=opened,
        )  # fmt: skip
    if vendor:
        world.add(
            TicketHomeowner, opened, ticket_id=job.id, homeowner_id=owner.id, role="PRIMARY",
            is_billable=True, approval_status="approved" if job.closed else "requested",
            approval_requested_at=opened + timedelta(hours=1), approved_at=job.closed,
        )  # fmt: skip
    for code in labels or chance.some(["GUEST_IMPACT", "RECURRING", "BILLABLE", "SAFETY"], 0, 1):
        world.add(
            TicketLabel, opened, ticket_id=job.id, label_id=world.codes["label"][code],
            applied_by_id=job.agent.id, applied_at=opened,
        )  # fmt: skip


def _call(world, job, vendor, estimate, actual):
    done = actual is not None
    day = (job.closed or world.now + 2 * ONE).date()
    company = world.vendors[vendor][job.home.number % len(world.vendors[vendor])]
    world.add(
        TicketVendor, job.opened + timedelta(hours=2), ticket_id=job.id, vendor_id=company,
        vendor_category_code=vendor, role="PRIMARY", vendor_type="Preferred", scheduled_date=day,
        actual_date=day if done else None, cost_estimate=estimate, actual_cost=actual,
        invoice_number=f"{vendor[:3]}-{world.chance.digits(6)}" if done else None,
        internal_score=world.chance.randint(3, 5) if done else None,
        arrival_window_start=at(day, 9), arrival_window_end=at(day, 11),
        status="Completed" if done else "Scheduled",
    )  # fmt: skip
    return company


def _spend(world, job, owner, cost, vendor):
    """What it cost: the vendor's invoice or a part, and who bears it."""
    chance = world.chance
    amount = cents(Decimal(cost) * chance.score(0.8, 1.5))
    day = job.closed.date()
    company = _call(world, job, vendor, Decimal(cost), amount) if vendor else None
    bearer = "owner" if job.category.startswith("PC") else "company"
    transaction = chance.uuid(job.closed)
    purchase = None
    if not vendor:
        purchase = world.add(
            TicketPurchase, job.opened, ticket_id=job.id, supplier_id=world.vendors["SUPPLIES"][0],
            ordered_by_id=job.agent.id, item_description=f"Parts: {job.title.lower()}", quantity=1,
            order_date=job.opened.date(), actual_delivery_date=day, unit_cost=amount,
            total_cost=amount, payment_method="company_card", status="Delivered",
            order_number=f"WEB-{chance.digits(6)}", shipping_carrier="Island Freight",
        )  # fmt: skip
    world.add(
        TicketCost, job.closed, ticket_id=job.id, homeowner_id=owner.id if bearer == "owner" else
        None, vendor_id=company, purchase_id=purchase, description=job.title, amount=amount,
        cost_type="vendor_service" if vendor else "parts", quantity=Decimal(1), unit_cost=amount,
        allocation=bearer, allocation_percentage=Decimal(100), incurred_date=day,
        expense_category_code="MAINTENANCE" if vendor else "PARTS", is_posted=bearer == "owner",
        transaction_id=transaction if bearer == "owner" else None, approved_by_id=job.agent.id,
        posted_at=job.closed if bearer == "owner" else None,
    )  # fmt: skip
    if bearer == "owner":
        job.home.expenses.append((day, amount, job.title, job, transaction, company))
