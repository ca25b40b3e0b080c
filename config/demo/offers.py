"""Quotes: what guests were offered lately, and stays that were reckoned anew."""

from datetime import timedelta

from config.demo.world import ONE, World
from property.models import Property
from reservations.models import Quote, QuoteLine, Reservation
from reservations.selectors.quote_lines import copy_of, plain
from reservations.selectors.quoting import Reckoned, reckon

#: Days ahead, nights, adults, children, pets, platform and optional fees of what was asked for.
ASKED = (
    (40, 5, 2, 0, 0, "DIRECT", ()),
    (75, 7, 2, 2, 0, "PHONE", ("EARLY_CHECK_IN",)),
    (24, 4, 4, 0, 1, "DIRECT", ("DAMAGE_WAIVER",)),
    (120, 10, 2, 0, 0, "AIRBNB", ()),
    (200, 28, 2, 0, 0, "DIRECT", ()),
    (9, 3, 2, 1, 0, "VRBO", ("LATE_CHECKOUT",)),
)
VALID = timedelta(days=7)


def offer(world: World) -> None:
    """Six quotes of guests who asked, and one for each of two stays to come."""
    homes = Property._base_manager.select_related("area__parent_area", "resort").order_by("number")
    guests = list(
        Reservation._base_manager.filter(guest__isnull=False)
        .order_by("number")
        .values_list("guest_id", flat=True)[:6]
    )
    with world.about("quotes"):
        for place, home in enumerate(homes[: len(ASKED)]):
            ahead, nights, adults, children, pets, platform, options = ASKED[place]
            first = world.today + ahead * ONE
            found = reckon(
                home=home,
                check_in_date=first,
                check_out_date=first + nights * ONE,
                adults=adults,
                children=children,
                pets=pets,
                platform=platform,
                options=options,
                on=world.today,
            )
            _keep(world, found, place, guest_id=guests[place % len(guests)])
        stays = Reservation._base_manager.filter(
            check_in_date__gt=world.today, status="confirmed", booking_source="DIRECT"
        ).filter(guest__isnull=False)
        stays = stays.select_related("property__area__parent_area", "property__resort")
        for place, stay in enumerate(stays.order_by("check_in_date", "id")[:2]):
            found = reckon(
                home=stay.property,
                check_in_date=stay.check_in_date,
                check_out_date=stay.check_out_date,
                adults=stay.adults,
                children=stay.children,
                infants=stay.infants,
                pets=stay.pets,
                platform=stay.booking_source_code,
                on=world.today,
                ignore=stay,
            )
            _keep(world, found, place, guest_id=stay.guest_id, reservation_id=stay.pk)


def _keep(world: World, found: Reckoned, hours: int, **more) -> None:
    asked, when = found.asked, world.now - timedelta(hours=hours + 1)
    quote = world.add(
        Quote, when, property_id=found.home.pk, booking_source_code=asked.platform,
        currency_code=found.currency, check_in_date=asked.check_in_date,
        check_out_date=asked.check_out_date, adults=asked.adults, children=asked.children,
        infants=asked.infants, pets=asked.pets, quoted_on=asked.on, valid_until=when + VALID,
        options=list(asked.options) or None, warnings=list(found.warnings) or None,
        accommodation_total=found.accommodation_total, discount_total=found.discount_total,
        fees_total=found.fees_total, taxes_total=found.taxes_total, gross_total=found.gross_total,
        deposit_amount=found.deposit_amount, **more,
    )  # fmt: skip
    for place, line in enumerate(found.lines, 1):
        world.add(
            QuoteLine, when, quote_id=quote, kind=line.kind, sort_order=place, name=line.name,
            code=line.code, stay_date=line.stay_date, due_on=line.due_on, quantity=line.quantity,
            is_taxable=line.is_taxable, is_optional=line.is_optional, why=line.why,
            rule_model=line.rule._meta.label if line.rule is not None else None,
            rule_id=line.rule.pk if line.rule is not None else None, rule=copy_of(line.rule),
            inputs=plain(line.inputs), unit_amount=line.unit, amount=line.amount,
        )  # fmt: skip
