"""New owners: prospects, proposals, contracts and onboarding."""

from datetime import timedelta
from decimal import Decimal

from config.demo.files import keep
from config.demo.world import ONE, World, at
from homeowner_acquisition.models import (
    LeadActivity,
    ManagementContract,
    OnboardingProgress,
    OnboardingTask,
    PropertyAssessment,
    Proposal,
    ProposalVersion,
    Prospect,
    ProspectProperty,
    RevenueProjection,
)

STATES = [
    "new", "new", "contacted", "contacted", "qualified", "qualified", "proposal_sent",
    "proposal_sent", "negotiating", "won", "won", "lost", "lost", "nurture", "contacted", "new",
]  # fmt: skip
TASKS = [
    ("Sign the management contract", "legal", 0), ("W-9, GET and TAT numbers", "financial", 3),
    ("File RCA-1 with the state", "legal", 10), ("Keys, codes and stall", "access", 5),
    ("Inventory and owner closet", "inventory", 8), ("Onboarding inspection", "inspection", 9),
    ("Photographs", "photography", 12), ("Listing texts and rates", "listing", 15),
    ("First deep clean", "operational", 14), ("Welcome call with the owner", "communication", 2),
]  # fmt: skip


def court(world: World) -> None:
    """Sixteen prospects in every stage."""
    with world.about("prospects") as chance:
        seller, tasks = world.team("ACQUISITION")[0], _tasks(world)
        world.shelf["prospects"] = []
        for number, state in enumerate(STATES):
            _prospect(world, number, state, seller, tasks, chance)


def _tasks(world):
    tasks, before = [], None
    for order, (name, category, offset) in enumerate(TASKS, 1):
        before = world.add(
            OnboardingTask, task_name=name, category=category, sort_order=order, due_offset_days=offset,
            estimated_days=2, default_team_id=world.codes["team"]["ACQUISITION"],
            depends_on_task_id=before if order == 2 else None, is_required=True,
        )  # fmt: skip
        tasks.append((before, offset))
    return tasks


def _prospect(world, number, state, seller, tasks, chance):
    first, last = world.names.person(chance)
    since = world.now - timedelta(days=chance.randint(4, 24) if state == "new" else 20 + 7 * number)
    contact = world.contact(
        first, last, since, email=world.names.mail(first, last, f".p{number}"), phone=world.phone(),
        **world.names.address(chance),
    )  # fmt: skip
    sent = state in ("proposal_sent", "negotiating", "won", "lost")
    owner = world.owners[number % len(world.owners)] if state == "won" else None
    key = world.add(
        Prospect, since, contact_id=contact, assigned_to_member_id=seller.id, status=state,
        source_id=chance.pick(list(world.codes["source"].values())), prospect_type="individual",
        priority=chance.pick(["hot", "high", "medium", "low"]), lead_score=chance.randint(20, 95),
        lead_temperature=chance.pick(["cold", "warm", "hot"]), first_contact_date=since.date(),
        last_contact_date=world.today - chance.randint(1, 14) * ONE,
        next_follow_up_date=None if state in ("won", "lost") else world.today +
        chance.randint(-2, 12) * ONE, converted_homeowner_id=owner and owner.id,
        won_at=world.now - 9 * ONE if state == "won" else None,
        lost_at=world.now - 12 * ONE if state == "lost" else None,
        lost_reason=chance.pick(["fee", "competitor", "timing"]) if state == "lost" else None,
        estimated_close_date=world.today + chance.randint(5, 60) * ONE,
    )  # fmt: skip
    world.shelf["prospects"].append((key, contact))
    value = Decimal(chance.randint(60, 150) * 1000)
    unit = world.add(
        ProspectProperty, since, prospect_id=key, property_name=f"{last} condo", bedrooms=2,
        market_property_code=world.shelf["parcels"][number], area_id=chance.pick(world.resorts).place.pk,
        bathrooms=Decimal(2), current_manager_name="Self-managed", estimated_value=value * 11,
        management_fee_proposed=Decimal("0.2200"), estimated_annual_revenue=value,
        status={"won": "won", "lost": "lost", "negotiating": "negotiating", "proposal_sent":
                "proposed"}.get(state, "evaluating"), lost_reason="fee" if state == "lost" else None,
    )  # fmt: skip
    for step, kind in enumerate(["email", "call", "meeting"][: 1 + number % 3]):
        when = since + timedelta(days=step * 3, hours=2)
        world.add(
            LeadActivity, when, prospect_id=key, prospect_property_id=unit, activity_type=kind,
            performed_by_member_id=seller.id, activity_date=when, outcome="interested",
            subject=f"{kind.capitalize()} with {first} {last}", duration_minutes=15 + 10 * step,
            next_action="Send the projection", next_action_date=world.today + 3 * ONE,
        )  # fmt: skip
    if state in ("qualified", *STATES[6:12]) or sent:
        _offer(world, state, key, unit, seller, since, value, sent, chance)
    if state == "won":
        _sign(world, key, unit, owner, seller, tasks, number)


def _offer(world, state, key, unit, seller, since, value, sent, chance):
    world.add(
        PropertyAssessment, since + 5 * ONE, prospect_id=key, prospect_property_id=unit,
        assessed_by_member_id=seller.id, assessment_date=(since + 5 * ONE).date(),
        overall_condition="good", rental_ready=False, estimated_prep_days=9, hoa_allows_str=True,
        recommended_improvements=["New mattresses", "Paint"], estimated_prep_cost=Decimal(5200),
        furnishing_status="fully_furnished", permit_status="permitted", strengths=["view"],
        report_file_id=keep(world, f"assessments/{unit}.pdf", when=since + 5 * ONE),
    )  # fmt: skip
    fee = (value * Decimal("0.22")).quantize(Decimal("0.01"))
    projection = world.add(
        RevenueProjection, since + 6 * ONE, prospect_id=key, prospect_property_id=unit,
        created_by_member_id=seller.id, projection_date=(since + 6 * ONE).date(), scenario="base",
        projection_year=world.today.year + 1, projected_occupancy=Decimal("0.74"),
        projected_nights=Decimal(270), projected_adr=(value / 270).quantize(Decimal("0.01")),
        projected_gross_revenue=value, projected_management_fee=fee, projected_expenses=Decimal(9000),
        projected_owner_net=value - fee - 9000,
    )  # fmt: skip
    if not sent:
        return
    day = (since + 7 * ONE).date()
    offer = world.add(
        Proposal, at(day), prospect_id=key, prospect_property_id=unit, current_version=2,
        prepared_by_member_id=seller.id, revenue_projection_id=projection, sent_date=day,
        expires_date=day + 60 * ONE, management_fee_percent=Decimal("0.22"), minimum_term_months=12,
        projected_annual_revenue=value, projected_owner_net=value - fee - 9000,
        setup_fee=Decimal(750), key_differentiators=["Own team", "Monthly statements to the cent"],
        status={"won": "accepted", "lost": "rejected", "negotiating": "under_review"}.get(state, "sent"),
        rejection_reason="Fee" if state == "lost" else None,
        decided_at=at(day + 12 * ONE) if state in ("won", "lost") else None,
    )  # fmt: skip
    for version in (1, 2):
        world.add(
            ProposalVersion, at(day), proposal_id=offer, version_number=version, sent_at=at(day),
            created_by_member_id=seller.id, minimum_term_months=12, projected_annual_revenue=value,
            management_fee_percent=Decimal("0.25") - Decimal("0.03") * (version - 1),
            changes_summary="Lower fee" if version == 2 else "First offer",
        )  # fmt: skip
    world.shelf["offer", key] = offer


def _sign(world, key, unit, owner, seller, tasks, number):
    start = world.today - (18 if number % 2 else 6) * ONE
    home = world.homes[-1 - number % 2]
    world.add(
        ManagementContract, at(start - 5 * ONE), prospect_id=key, prospect_property_id=unit,
        proposal_id=world.shelf["offer", key], homeowner_id=owner.id, property_id=home.id,
        sent_date=start - 5 * ONE, signed_date=start - 3 * ONE, effective_date=start,
        expiration_date=start + 365 * ONE, management_fee_percent=Decimal("0.22"), term_months=12,
        auto_renew=True, renewal_notice_days=60, reserve_amount=Decimal(500), status="active",
    )  # fmt: skip
    for task, offset in tasks:
        due = start + offset * ONE
        done = due < world.today
        blocked = not done and due == min(
            start + o * ONE for _, o in tasks if start + o * ONE >= world.today
        )  # fmt: skip
        world.add(
            OnboardingProgress, at(start), prospect_id=key, prospect_property_id=unit, task_id=task,
            assigned_to_member_id=seller.id, due_date=due,
            completed_by_id=seller.id if done else None, completed_at=at(due) if done else None,
            blocker_reason="The owner looks for the second key." if blocked else None,
            status="completed" if done else "blocked" if blocked else "pending",
        )  # fmt: skip
