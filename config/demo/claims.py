"""Damage claims, projects, recurring work, and the rarer things around tickets."""

from datetime import timedelta
from decimal import Decimal

from config.demo.world import ONE, World, at
from reservations.models import LegacyDamageClaim
from service.models import (
    ClaimAppeal,
    ClaimApproval,
    ClaimDenial,
    ClaimSubmission,
    DamageClaim,
    Project,
    ProjectProperty,
    ProjectTicket,
    RecurringTask,
    Ticket,
    TicketClaim,
    TicketClean,
    TicketDamage,
    TicketInspection,
    TicketInventoryEvent,
    TicketMiss,
    TicketRecurrence,
    TicketRelationship,
    TicketShift,
    TicketTransaction,
)

#: What broke, category, cost, days since the guest left, how far the claim got.
CLAIMS = [
    ("Broken glass top of the lanai table", "OUTDOOR", 420, 95, "RECOVERED"),
    ("Red wine on the sectional sofa", "FURNITURE", 680, 60, "PARTIAL"),
    ("Burn mark on the quartz counter", "KITCHEN", 950, 48, "DENIED"),
    ("Two beach chairs and a cooler gone", "OUTDOOR", 165, 20, "SUBMITTED"),
    ("Television screen cracked", "ELECTRONICS", 780, 12, "APPEALED"),
    ("Smoking in the main bedroom", "SMOKING", 500, 4, "OPEN"),
]


def claim(world: World) -> None:
    """Six claims in every state, and one from the system before this one."""
    with world.about("claims"):
        for number, (what, category, cost, days, state) in enumerate(CLAIMS):
            home = world.homes[number % len(world.homes)]
            stays = [s for s in home.stays if s.guest and s.end <= world.today - days * ONE]
            stay = stays[-1] if stays else next(s for s in home.stays if s.guest)
            left = min(stay.end, world.today - ONE)
            _claim(world, home, stay, left, what, category, Decimal(cost), state)
        home = world.homes[0]
        stay = next(s for s in home.stays if s.guest)
        world.add(
            LegacyDamageClaim, at(stay.end), reservation_id=stay.id, property_id=home.id,
            description="Cracked tile in the shower", claim_date=stay.end, recovered_from="guest",
            estimated_cost=Decimal(140), actual_cost=Decimal(126), recovered_amount=Decimal(126),
            resolution_notes="Paid by card.", status="paid",
        )  # fmt: skip


def _claim(world, home, stay, left, what, category, cost, state):
    chance, team = world.chance, world.team("CLAIMS")[0]
    found = at(left, 12)
    owner = home.shares_on(max(left, home.since))[0].owner
    recovered = {"RECOVERED": cost, "PARTIAL": cost / 2}.get(state, Decimal(0))
    denied = {"DENIED": cost, "PARTIAL": cost / 2, "APPEALED": cost}.get(state, Decimal(0))
    ticket = world.add(
        Ticket, found, title=what, ticket_type_code="RSV", category_code="RSV-DAMAGE",
        priority_code="HIGH", property_id=home.id, reservation_id=stay.id, source="CLEAN",
        current_agent_id=team.id, current_team_id=world.codes["team"]["CLAIMS"],
        first_response_at=found + timedelta(hours=2), started_at=found + timedelta(hours=3),
        description=f"Found at the turnover of {home.name}.", status="IN_PROGRESS",
    )  # fmt: skip
    claim = world.add(
        DamageClaim, found, ticket_id=ticket, reservation_id=stay.id, property_id=home.id,
        damage_category_code=category, discovered_by_id=home.cleaner.id, claim_owner_id=team.id,
        homeowner_id=owner.id, incident_date=left, discovery_date=left, discovery_source="CLEAN",
        claim_name=what, description=f"{what}. Not there at the inspection before the stay.",
        responsible_party="GUEST", filing_deadline=left + 14 * ONE, total_damage_cost=cost,
        total_recovered=recovered, total_denied=denied, outstanding=cost - recovered,
        resolved_at=found + 21 * ONE if state == "RECOVERED" else None, status_code=state,
        resolution_notes="Paid in full." if state == "RECOVERED" else None,
    )  # fmt: skip
    world.add(
        TicketDamage, found, ticket_id=ticket, damage_category_code=category, damage_claim_id=claim,
        discovered_by_id=home.cleaner.id, room_id=home.rooms[2].id, description=what,
        discovered_at=found, is_guest_caused=True, photo_count=3, estimated_cost=cost,
        status="claimed" if state != "OPEN" else "assessed",
    )  # fmt: skip
    world.add(
        TicketClaim, found, ticket_id=ticket, damage_claim_id=claim, link_type="origin",
        allocated_cost=cost, is_recovery_blocking=state == "APPEALED",
    )  # fmt: skip
    if stay.clean:
        world.add(
            TicketClean, found, ticket_id=ticket, clean_event_id=stay.clean,
            relationship="FOUND_DURING_CLEAN",
        )  # fmt: skip
    if state == "OPEN":
        return
    sent = found + 2 * ONE
    kind = {"AIRBNB": "AIRBNB", "VRBO": "VRBO"}.get(stay.platform, "GUEST_DIRECT")
    answered = None if state == "SUBMITTED" else sent + 6 * ONE
    outcome = {"RECOVERED": "FULL_APPROVAL", "PARTIAL": "PARTIAL_APPROVAL"}.get(
        state, None if state == "SUBMITTED" else "FULL_DENIAL"
    )  # fmt: skip
    submission = world.add(
        ClaimSubmission, sent, damage_claim_id=claim, submission_type_code=kind,
        submitted_to_company_id=world.shelf.get(("platform", kind)), submission_number=1,
        submitted_by_id=team.id, external_claim_number=f"C{chance.digits(8)}",
        submission_deadline=left + 14 * ONE, submitted_at=sent, response_due_at=(sent + 7 * ONE
        ).date(), response_at=answered, outcome=outcome, amount_requested=cost,
        amount_approved=recovered, amount_denied=denied, amount_received=recovered,
        lessons_learned="Photograph the table before each stay." if denied else None,
        status_code={"RECOVERED": "COLLECTED", "PARTIAL": "PARTIAL", "SUBMITTED": "PENDING"}.get(
            state, "DENIED"
        ),
    )  # fmt: skip
    if recovered:
        transaction = _recovery(world, home, owner, stay, answered, recovered, what)
        world.add(
            ClaimApproval, answered, damage_claim_id=claim, submission_id=submission,
            approval_number=1, item_description=what, is_partial=state == "PARTIAL",
            amount_claimed=cost, amount_approved=recovered, amount_received=recovered,
            reconciliation_variance=Decimal(0), is_reconciled=True, transaction_id=transaction,
            payment_method="OTA_CREDIT", payment_date=(answered + ONE).date(), approved_at=answered,
        )  # fmt: skip
        world.add(
            TicketTransaction, answered, ticket_id=ticket, transaction_id=transaction,
            role="CLAIM_RECOVERY",
        )  # fmt: skip
    if denied:
        denial = world.add(
            ClaimDenial, answered, damage_claim_id=claim, submission_id=submission, denial_number=1,
            denial_category_code="DOCUMENTATION", item_description=what, amount_denied=denied,
            denial_reason="No picture from before the stay.", preventable=True, denied_at=answered,
            is_appealable=True, appeal_deadline=(answered + 14 * ONE).date(),
        )  # fmt: skip
        if state in ("APPEALED", "PARTIAL"):
            world.add(
                ClaimAppeal, answered + ONE, damage_claim_id=claim, submission_id=submission,
                denial_id=denial, appeal_number=1, appeal_submitted_at=answered + ONE,
                appeal_reason="Inspection of the day before shows the item whole.",
                submitted_by_id=team.id, appeal_status_code="PENDING" if state == "APPEALED" else
                "UPHELD", decided_at=None if state == "APPEALED" else answered + 9 * ONE,
            )  # fmt: skip


def _recovery(world, home, owner, stay, when, amount, what):
    transaction = world.shelf["ledger"].post(
        when, "claim_recovery", f"Recovered: {what}", [("1010", amount), ("2200", -amount)],
        trust="claim_recovery", property_id=home.id, reservation_id=stay.id,
        homeowner_id=owner.id, reference_type="claim",
    )  # fmt: skip
    home.credits.append((when.date(), amount, f"Recovered: {what}", transaction))
    return transaction


def projects(world: World) -> None:
    """Work that spans homes, work that comes back, and tickets that touch other things."""
    with world.about("projects") as chance:
        care = world.team("PROPERTY_CARE")[0]
        jobs = [job for home in world.homes for job in home.tickets]
        recent = [j for j in jobs if world.now - j.opened < timedelta(days=60)] or jobs
        for name, kind, state, scope, back, ahead in (
            ("New keypads in every home", "INVENTORY_ROLLOUT", "ACTIVE", "PORTFOLIO", 40, 50),
            ("Hurricane season checks", "SEASONAL_PREP", "COMPLETED", "PORTFOLIO", 170, -110),
            ("Lanai resealing", "RENOVATION", "ACTIVE", "RESORT", 20, 30),
            ("TAT number in all adverts", "COMPLIANCE", "DRAFT", "PORTFOLIO", -5, 60),
        ):
            day = world.today - back * ONE
            homes = world.homes if scope == "PORTFOLIO" else world.homes[::6]
            homes = homes[:20]
            done = len(homes) if state == "COMPLETED" else len(homes) * (state == "ACTIVE") // 3
            project = world.add(
                Project, at(day), project_name=name, project_type=kind, scope_type=scope,
                resort_id=world.resorts[0].id if scope == "RESORT" else None, status=state,
                owner_member_id=care.id, project_description=f"{name}, home by home.",
                target_start_date=day, target_end_date=world.today + ahead * ONE,
                actual_start_date=day if state != "DRAFT" else None,
                actual_end_date=world.today + ahead * ONE if state == "COMPLETED" else None,
                completion_percentage=Decimal(100 * done) / len(homes), budget_amount=Decimal(6000),
            )  # fmt: skip
            for number, home in enumerate(homes):
                world.add(
                    ProjectProperty, at(day), project_id=project, property_id=home.id,
                    resort_id=home.resort.id, assigned_member_id=chance.pick(
                        world.team("MAINTENANCE")
                    ).id, assigned_at=at(day), completed_at=at(day) if number < done else None,
                    status="DONE" if number < done else "PENDING",
                )  # fmt: skip
            for order, job in enumerate(chance.some(recent, 1, 3)):
                world.add(
                    ProjectTicket, project_id=project, ticket_id=job.id, property_id=job.home.id,
                    role="PRIMARY", sequence_order=order + 1,
                )  # fmt: skip
        _recurring(world, jobs)
        _rest(world, recent)


def _recurring(world, jobs):
    chance = world.chance
    for name, category, frequency, minutes in (
        ("Clean air conditioning filters", "PC-HVAC", "monthly", 30),
        ("Check water heater and hoses", "PC-PREVENTIVE", "quarterly", 25),
        ("Test smoke and CO detectors", "PC-SAFETY", "semiannual", 20),
        ("Spray for ants and roaches", "PC-PEST", "quarterly", 40),
    ):
        for home in world.homes[:8]:
            due = world.today + chance.randint(-3, 40) * ONE
            task = world.add(
                RecurringTask, at(home.since), task_name=name, property_id=home.id,
                ticket_type_code="PC", category_code=category, scope_type="property",
                default_priority_code="LOW", default_team_id=world.codes["team"]["MAINTENANCE"],
                default_agent_id=world.team("MAINTENANCE")[0].id, frequency=frequency,
                start_date=home.since, next_due_date=due, last_generated_date=due - 30 * ONE,
                estimated_duration_minutes=minutes, avoid_occupied=True,
                created_by_id=world.team("PROPERTY_CARE")[0].id,
            )  # fmt: skip
            ticket = next((j for j in home.tickets if j.category == category), None)
            if ticket:
                world.add(
                    TicketRecurrence, ticket.opened, ticket_id=ticket.id, recurring_task_id=task,
                    scheduled_date=ticket.opened.date(), is_on_schedule=True,
                    completed_at=ticket.closed,
                )  # fmt: skip
    if not any(j.category == "PC-HVAC" for h in world.homes[:8] for j in h.tickets):
        world.add(TicketRecurrence, ticket_id=jobs[0].id, scheduled_date=jobs[0].opened.date())


def _rest(world, jobs):
    """Relations, shifts, misses, stock and inspections of tickets."""
    for first, second in zip(jobs[::9], jobs[4::9], strict=False):
        world.add(
            TicketRelationship, second.opened, ticket_id=first.id, related_ticket_id=second.id,
            relationship_type="related", created_by_id=first.agent.id,
        )  # fmt: skip
    for job, (shift, member, day) in zip(jobs[::4], world.shelf["shifts"][-40:], strict=False):
        world.add(
            TicketShift, job.opened, ticket_id=job.id, shift_id=shift, shift_date=day,
            shift_agent_id=member.id, role="PRIMARY",
        )  # fmt: skip
        if job is jobs[0] or job.id.int % 3 == 0:
            world.add(
                TicketMiss, at(day, 17), ticket_id=job.id, shift_id=shift, member_id=member.id,
                scheduled_date=day, miss_date=day, miss_reason_code="GUEST_OCCUPIED",
                rescheduled_date=day + 2 * ONE, reported_by_id=member.id,
            )  # fmt: skip
    for job, event in zip(jobs[1::5], world.shelf["stock_events"], strict=False):
        world.add(
            TicketInventoryEvent, job.opened, ticket_id=job.id, inventory_event_id=event, quantity=1
        )  # fmt: skip
    for home in world.homes:
        clean = next((c for c in reversed(home.cleans) if c.inspection), None)
        job = next((j for j in reversed(home.tickets) if j.category.startswith("PC")), None)
        if clean and job:
            world.add(
                TicketInspection, job.opened, ticket_id=job.id, inspection_id=clean.inspection,
                relationship="FOUND_BY",
            )  # fmt: skip
