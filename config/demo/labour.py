"""Shifts, time and pay."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

from config.demo.chance import cents
from config.demo.world import ONE, World, at, month_end, months
from finance.models import PayrollItem, PayrollRun
from service.models import InspectionTimeEntry, TicketTimeEntry
from team.models import Shift, ShiftTimeEntry, TimeEntry, TimeEntryVerification

ACTIVITY = {"HOUSEKEEPING": "CLEAN", "INSPECTIONS": "INSPECT", "MAINTENANCE": "REPAIR"}
WEEKS_BACK, WEEKS_AHEAD = 9, 2


def roster(world: World) -> None:
    """Five shifts a week for everybody, published two weeks ahead; who stamped in and out."""
    monday = world.today - world.today.weekday() * ONE
    world.shelf["shifts"] = []
    world.shelf["hours"] = defaultdict(Decimal)
    with world.about("roster") as chance:
        for number, member in enumerate(world.members):
            if number == 9:
                continue
            off = {(number * 2) % 7, (number * 2 + 1) % 7}
            for day_number in range(-7 * WEEKS_BACK, 7 * WEEKS_AHEAD):
                day = monday + day_number * ONE
                if day.weekday() in off and day != world.today:
                    continue
                _shift(world, member, day, chance)


def _shift(world, member, day, chance):
    early = member.team in ("HOUSEKEEPING", "MAINTENANCE", "INSPECTIONS")
    begins, ends = at(day, 7.5 if early else 8.5), at(day, 16 if early else 17)
    state = "SCHEDULED"
    if day < world.today:
        state = "COMPLETED" if chance.maybe(0.985) else "NO_SHOW"
    elif day == world.today:
        state = "IN_PROGRESS"
    elif day > world.today + 7 * ONE:
        state = "DRAFT"
    came = begins + timedelta(minutes=chance.randint(-6, 9))
    left = ends + timedelta(minutes=chance.randint(-8, 22))
    worked = state == "COMPLETED"
    hours = Decimal((left - came).seconds - 1800) / 3600
    published = min(at(day - 14 * ONE, 15), world.now)
    key = world.add(
        Shift, published, member_id=member.id, team_id=world.codes["team"][member.team],
        shift_date=day, starts_at=begins, ends_at=ends, scheduled_hours=Decimal(8),
        actual_hours=hours.quantize(Decimal("0.01")) if worked else None,
        shift_type="regular", clock_in_at=came if worked or state == "IN_PROGRESS" else None,
        clock_out_at=left if worked else None, break_minutes=30, status=state,
        published_at=None if state == "DRAFT" else published,
        created_by_id=world.team(member.team)[0].id,
    )  # fmt: skip
    if worked:
        _stamp(world, member, day, came, left, key)


def _stamp(world, member, day, came, left, shift):
    chance = world.chance
    seconds = (left - came).seconds - 1800
    old = day < world.today - 3 * ONE
    cost = cents(member.rate * seconds / 3600)
    entry = world.add(
        TimeEntry, came, member_id=member.id, activity_type_code=ACTIVITY.get(member.team, "ADMIN"),
        work_date=day, started_at=came, ended_at=left, duration_seconds=seconds,
        is_billable=False, entry_method="mobile", hourly_rate=member.rate, labor_cost=cost,
        approved_at=at(day + 2 * ONE, 15) if old else None,
        approved_by_id=world.team(member.team)[0].id if old else None,
        timesheet_status="APPROVED" if old else "STOP", requires_verification=not old,
    )  # fmt: skip
    world.add(
        ShiftTimeEntry, came, shift_id=shift, time_entry_id=entry, allocated_seconds=seconds
    )  # fmt: skip
    world.shelf["shifts"].append((shift, member, day))
    world.shelf["hours"][member.id, day] += Decimal(seconds) / 3600
    if chance.maybe(0.04) and old:
        world.add(
            TimeEntryVerification, at(day + ONE, 9), time_entry_id=entry, verification_number=1,
            verified_by_id=world.team(member.team)[0].id, verified_at=at(day + ONE, 9),
            original_duration_seconds=seconds, adjusted_duration_seconds=seconds - 900,
            adjustment_reason="Stamped out late.", verification_status="ADJUSTED",
        )  # fmt: skip


def time_on_work(world: World) -> None:
    """Minutes that went into tickets and inspections of the last weeks."""
    with world.about("time") as chance:
        since = world.now - timedelta(days=21)
        for home in world.homes:
            for job in home.tickets:
                if job.closed and job.closed > since:
                    minutes = chance.randint(20, 120)
                    entry = _entry(world, job.agent, home, job.closed, minutes, "REPAIR")
                    world.add(
                        TicketTimeEntry, job.closed, ticket_id=job.id, time_entry_id=entry,
                        allocated_seconds=minutes * 60, role="onsite",
                        allocation_percentage=Decimal(100),
                    )  # fmt: skip
            for clean in home.cleans:
                if clean.inspection and at(clean.day) > since and clean.status != "in_progress":
                    when = at(clean.day, 14)
                    entry = _entry(world, home.inspector, home, when, 25, "INSPECT")
                    world.add(
                        InspectionTimeEntry, when, inspection_id=clean.inspection,
                        time_entry_id=entry, allocated_seconds=1500, role="inspection",
                    )  # fmt: skip


def _entry(world, member, home, when, minutes, activity):
    return world.add(
        TimeEntry, when, member_id=member.id, property_id=home.id, activity_type_code=activity,
        work_date=(when - timedelta(hours=10)).date(), started_at=when - timedelta(minutes=minutes),
        ended_at=when, duration_seconds=minutes * 60, is_billable=True, billable_to="owner",
        entry_method="timer", hourly_rate=member.rate, timesheet_status="VERIFY",
        labor_cost=cents(member.rate * minutes / 60),
    )  # fmt: skip


def payroll(world: World) -> None:
    """Pay for two weeks at a time, from the hours stamped."""
    ledger, hours = world.shelf["ledger"], world.shelf["hours"]
    lead = world.team("ACCOUNTING")[0]
    monday = world.today - world.today.weekday() * ONE
    first = monday - 7 * (WEEKS_BACK - 1) * ONE
    with world.about("payroll"):
        for month in months(world.start, first):
            if month_end(month) < first:
                wages = sum((m.rate for m in world.members), Decimal(0)) * 172
                ledger.post(
                    at(month_end(month), 15), "expense", f"Payroll of {month:%B %Y}",
                    [("5100", wages), ("1000", -wages)], reference_type="payroll",
                    expense_category_code="PAYROLL",
                )  # fmt: skip
        while first < monday:
            last = first + 13 * ONE
            done = last + 5 * ONE <= world.today
            items = [(m, _hours(hours, m, first, last)) for m in world.members]
            items = [(m, worked, cents(worked * m.rate)) for m, worked in items if worked]
            gross = sum((pay for _, _, pay in items), Decimal(0))
            tax, employer = (cents(gross * Decimal(share)) for share in ("0.2", "0.0765"))
            transaction = None
            if done:
                transaction = ledger.post(
                    at(last + 5 * ONE, 10), "expense", f"Payroll to {last:%d %B}",
                    [("5100", gross + employer), ("1000", -(gross - tax)), ("2600", -tax - employer)],
                    reference_type="payroll", expense_category_code="PAYROLL",
                )  # fmt: skip
            run = world.add(
                PayrollRun, at(min(last, world.today), 16), period_start=first, period_end=last,
                pay_date=last + 5 * ONE, employee_count=len(items), prepared_by_id=lead.id,
                total_hours=sum(worked for _, worked, _ in items), gross_total=gross,
                tax_total=tax, net_total=gross - tax, employer_tax_total=employer,
                approved_by_id=world.members[0].id if done else None, transaction_id=transaction,
                approved_at=at(last + 2 * ONE) if done else None,
                processed_at=at(last + 5 * ONE) if done else None,
                status="complete" if done else "draft",
            )  # fmt: skip
            _items(world, run, items, gross, tax, employer, done, last)
            first += 14 * ONE


def _hours(hours, member, first: date, last: date) -> Decimal:
    days = range((last - first).days + 1)
    return sum((hours.get((member.id, first + n * ONE), Decimal(0)) for n in days), Decimal(0))


def _items(world, run, items, gross, tax, employer, done, last):
    """Taxes by item; the last takes what rounding left."""
    left, left_employer = tax, employer
    for number, (member, worked, pay) in enumerate(items, 1):
        ends = number == len(items)
        part = left if ends else cents(pay * Decimal("0.2"))
        part_employer = left_employer if ends else cents(pay * Decimal("0.0765"))
        left, left_employer = left - part, left_employer - part_employer
        world.add(
            PayrollItem, at(min(last, world.today), 16), payroll_run_id=run, member_id=member.id,
            expense_category_code="PAYROLL", hours=worked.quantize(Decimal("0.01")),
            hourly_rate=member.rate, gross_amount=pay, tax_withheld=part, net_amount=pay - part,
            employer_tax_amount=part_employer, is_paid=done,
            paid_at=at(last + 5 * ONE) if done else None,
        )  # fmt: skip
