"""Quotes: what guests were offered lately, and stays that were reckoned anew."""

from datetime import timedelta

from config.demo.world import ONE, World
from property.models import Property
from reservations.models import Quote, QuoteLine, Reservation
from reservations.selectors.quoting import Reckoned, reckon
from reservations.services.quotes import quote_of, rows_of

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
WORLDLY = ("guest_id", "reservation_id", "created_by_id", "valid_until")  # said apart


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
    when = world.now - timedelta(hours=hours + 1)
    quote = quote_of(found)
    quote.pk = world.add(Quote, when, **_given(quote), valid_until=when + VALID, **more)
    for line in rows_of(quote, found.lines):
        world.add(QuoteLine, when, **_given(line))


def _given(row: Quote | QuoteLine) -> dict:
    """The columns of a row that is not saved yet, by attribute, without those of the world."""
    given = {f.attname: f.value_from_object(row) for f in row._meta.concrete_fields if f.editable}
    return {name: value for name, value in given.items() if name not in WORLDLY}
