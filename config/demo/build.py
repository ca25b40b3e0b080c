"""The company as a whole: every topic, in the order in which one needs the other."""

from collections.abc import Mapping
from datetime import date

from django.core.management.base import CommandError
from django.utils import timezone

from analytics.services.refresh import views_refresh
from config.demo import (
    accounts,
    acquisition,
    agents,
    brand,
    campaigns,
    claims,
    cleans,
    comms,
    concierge_desk,
    directory_extras,
    feeds,
    files,
    fittings,
    holds,
    journeys,
    knowledge_base,
    labour,
    later,
    ledger,
    listings,
    market,
    money,
    offers,
    owners,
    papers,
    payables,
    people,
    places,
    rates,
    staged,
    stays,
    stock,
    tickets,
    training,
    trips,
    vendors,
)  # fmt: skip
from config.demo.world import World
from core.services import writing
from directory.models import Contact
from portal.models import Role
from property.models import Property

#: Names the rows of the company itself.
COMPANY = "Halekai Maui LLC"


def is_there() -> bool:
    """Whether the demo company was made here before."""
    return Contact._base_manager.filter(company_name=COMPANY, contact_type="company").exists()


def build(
    *,
    seed: int = 1,
    scale: int = 1,
    properties: int = 60,
    months: int = 18,
    today: date | None = None,
    lean: bool = False,
) -> Mapping[str, int]:
    """Make the company in one transaction; returns rows written by model.

    ``properties`` homes a branch and ``scale`` branches, all but the first with little in them when
    ``lean``; stays from ``months`` back to a third of that ahead of ``today`` (Hawaii's date unless
    given). Raises ``CommandError`` when there
    are homes already or no reference rows yet.
    """
    if Property._base_manager.exists():
        raise CommandError("This database has homes of its own: the demo wants an empty one.")
    if not Role._base_manager.exists():
        raise CommandError("Load the reference rows first: manage.py load_reference")
    world = World(
        today=today or timezone.localdate(),
        seed=seed,
        properties=properties,
        months=months,
        lean=lean,
    )
    with writing(None, "demo"):
        world.writer.begin()
        for world.branch in range(scale):
            (_sketch if world.sketch else _branch)(world)
            world.writer.settle()
            if world.branch == 0:
                later.change(world)
                offers.offer(world)
        ledger.balance_months(world)
        world.writer.settle()
    world.writer.finish()
    views_refresh()
    return world.writer.written


def _sketch(world: World) -> None:
    """A branch of a lean company."""
    people.hire(world)
    places.open_branch(world)
    vendors.engage(world)
    owners.settle(world)
    stays.book(world)
    tickets.serve(world)


def _branch(world: World) -> None:
    """One branch; what a company has once comes with the first."""
    first = world.branch == 0
    people.hire(world)
    if first:
        people.retire_a_member(world)
        people.company_contact(world)
        directory_extras.group(world)
    places.open_branch(world)
    vendors.engage(world)
    owners.settle(world)
    owners.home_fees(world)
    if first:
        owners.fee_rates(world)
        brand.paint(world)
        comms.connect(world)
        agents.deploy(world)
        knowledge_base.write_down(world)
        training.teach(world)
        market.survey(world)
        cleans.questions(world)
        concierge_desk.open_desk(world)
        campaigns.promote(world)
    accounts.enrol(world)
    fittings.fit_out(world)
    listings.advertise(world)
    rates.price(world)
    stays.book(world)
    stock.stock_up(world)
    cleans.turn_over(world)
    labour.roster(world)
    tickets.serve(world)
    labour.time_on_work(world)
    ledger.open_books(world)
    claims.claim(world)
    claims.projects(world)
    money.settle_stays(world)
    money.remit(world)
    money.state_to_owners(world)
    payables.pay_vendors(world)
    journeys.travel(world)
    trips.look_after(world)
    knowledge_base.guide(world)
    files.photograph(world)
    listings.measure(world)
    holds.hold(world)
    if first:
        feeds.connect(world)
    if first:
        _once(world)
    ledger.close_books(world)


def _once(world: World) -> None:
    """What needs people, homes and stays, but only once."""
    owners.company_secrets(world)
    acquisition.court(world)
    campaigns.refer(world)
    cleans.question_stock(world)
    labour.payroll(world)
    payables.spend(world)
    payables.invoice(world)
    payables.budget(world)
    comms.news(world)
    agents.converse(world)
    directory_extras.describe(world)
    accounts.invite(world)
    papers.for_the_guest(world)
    papers.for_the_team(world)
    staged.stage(world)
