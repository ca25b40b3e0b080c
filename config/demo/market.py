"""The market around: parcels, their managers and sales, rivals, rates and trends."""

from datetime import timedelta
from decimal import Decimal

from config.demo.names import TOWNS
from config.demo.places import tmk
from config.demo.world import ONE, World, at, month_end, months
from external.models import (
    CompetitiveSet,
    CompetitorProperty,
    DataSource,
    MarketListing,
    MarketOccupancy,
    MarketProperty,
    MarketRate,
    MarketTrend,
    ParcelManager,
    ParcelPricing,
    ParcelReview,
    ParcelSale,
)
from geo.models import PointOfInterest

RIVALS = ["Pacific Palms Rentals", "Aloha Stay Co", "Kamaʻāina Keys", "Self-managed"]
#: Tax Map Keys of others start here.
OTHERS = 900


def survey(world: World) -> None:
    """Our homes and forty others in the registry, with what is known of them."""
    with world.about("market") as chance:
        sources = _sources(world)
        parcels = world.shelf["parcels"] = []
        for home in world.homes[:20]:
            _parcel(world, tmk(world, home.number), home, chance)
        for number in range(40):
            key = f"2-9-8-{OTHERS + number:03d}-000-{number + 1:04d}"
            parcels.append(key)
            _parcel(world, key, None, chance)
            _known(world, key, number, chance, sources)
        for number, home in enumerate(world.homes[:20]):
            world.add(
                CompetitiveSet, our_property_id=home.id, similarity_score=chance.randint(61, 96),
                market_property_code=parcels[number % len(parcels)], same_area=True,
                same_bedrooms=True, added_by_id=world.team("REVENUE")[0].id,
            )  # fmt: skip
        _areas(world, chance, sources)
        _points(world)


def _sources(world):
    keys = []
    for name, kind, often, cost in (
        ("County property tax records", "county", "monthly", 0),
        ("Rate shopper", "api", "daily", 240), ("Public adverts", "scrape", "weekly", 0),
    ):  # fmt: skip
        keys.append(
            world.add(
                DataSource, source_name=name, source_type=kind, refresh_frequency=often,
                last_run_at=world.now - timedelta(hours=7), records_last_run=412,
                last_success_at=world.now - timedelta(hours=7), reliability_score=Decimal(92),
                next_run_at=world.now + timedelta(hours=17), last_status="success",
                credential_id=world.shelf.get(("credential", "market")) if kind == "api" else None,
                cost_per_month=Decimal(cost),
            )
        )  # fmt: skip
    return keys


def _parcel(world, key, home, chance):
    first, last = world.names.person(chance)
    town, state, _ = chance.pick(TOWNS)
    owner = home.shares_on(world.today)[0].owner.name if home else f"{first} {last}"
    resort = home.resort if home else chance.pick(world.resorts)
    world.add(
        MarketProperty, tmk=key, our_property_id=home and home.id, area_id=resort.place.pk,
        property_name=home.name if home else f"{resort.name} unit {chance.randint(101, 480)}",
        city="Lahaina", state="HI", county="Maui", resort_name=resort.name, owner_name=owner,
        bedrooms=home.bedrooms if home else chance.randint(1, 3), bathrooms=Decimal(2),
        square_feet=chance.randint(600, 1900), year_built=chance.randint(1974, 2012),
        property_type="condo", is_managed_by_us=home is not None, is_competitor=home is None,
        is_hot_lead=home is None and chance.maybe(0.15), is_vacation_rental=True,
        last_sale_date=world.today - timedelta(days=chance.randint(60, 5000)),
        last_sale_price=Decimal(chance.randint(480, 2400) * 1000),
        assessed_value=Decimal(chance.randint(500, 2600) * 1000),
        estimated_annual_revenue=Decimal(chance.randint(45, 190) * 1000),
        estimated_adr=Decimal(chance.randint(240, 900)), rental_status="active_str",
        estimated_occupancy=chance.score(0.45, 0.85), data_sources=["county"],
        our_status="converted" if home else "watching", last_enriched_at=world.now - 3 * ONE,
        current_manager_name="Halekai Maui" if home else chance.pick(RIVALS),
        owner_mailing_city=town, owner_mailing_state=state,
    )  # fmt: skip


def _known(world, key, number, chance, sources):
    county, shopper, adverts = sources
    manager = RIVALS[number % len(RIVALS)]
    world.add(
        ParcelManager, market_property_code=key, manager_name=manager, data_source_id=adverts,
        started_at=world.today - timedelta(days=400 + number), first_seen_date=world.today - 90 * ONE,
        last_seen_date=world.today - 2 * ONE, is_hot_lead=number % 13 == 0, source="scrape",
        change_detected_at=world.now - 6 * ONE if number % 13 == 0 else None,
    )  # fmt: skip
    if number % 4 == 0:
        first, last = world.names.person(chance)
        world.add(
            ParcelSale, market_property_code=key, sale_date=world.today - (20 + 9 * number) * ONE,
            data_source_id=county, buyer_name=f"{first} {last}", seller_name="A former owner",
            document_number=f"A-{chance.digits(8)}", sale_type="arms_length", source="county_api",
            sale_price=Decimal(chance.randint(600, 2100) * 1000), is_hot_lead=number < 12,
        )  # fmt: skip
    if number % 3 == 0:
        poor = number % 2 == 0
        world.add(
            ParcelReview, market_property_code=key, platform_code="AIRBNB", data_source_id=adverts,
            external_review_id=f"X{chance.digits(10)}", rating=2 if poor else 5,
            review_date=world.today - (3 + number) * ONE, reviewer_name=chance.pick(world.names.first),
            review_text="Nobody answered for two days." if poor else "Lovely place.",
            sentiment="negative" if poor else "positive", opportunity_score=82 if poor else 12,
            pain_points=["slow answers"] if poor else [], processed_at=world.now - ONE,
        )  # fmt: skip
    start = world.today + 21 * ONE
    rate = chance.money(230, 760, "1")
    world.add(
        ParcelPricing, world.now - ONE, market_property_code=key, platform_code="VRBO",
        data_source_id=shopper, check_in_date=start, check_out_date=start + 7 * ONE,
        minimum_nights=4, is_available=chance.maybe(0.5), nightly_rate=rate, captured_at=world.now - ONE,
        cleaning_fee=Decimal(260), total_price=rate * 7 + 260,
    )  # fmt: skip
    listing = world.add(
        MarketListing, area_id=chance.pick(world.resorts).place.pk, market_property_code=key,
        platform_code="VRBO", data_source_id=adverts, external_listing_id=f"V{chance.digits(8)}",
        title="Condo near the beach with pool", host_name=manager, property_type="condo",
        bedrooms=2, max_guests=6, rating=chance.score(3.9, 5), review_count=chance.randint(3, 180),
        last_seen_at=world.now - 2 * ONE, first_seen_at=world.founded,
    )  # fmt: skip
    if number < 15:
        world.add(
            CompetitorProperty, property_name=f"Parcel {key}", area_id=world.resorts[0].place.pk,
            market_property_code=key, market_listing_id=listing, manager_name=manager, bedrooms=2,
            data_source_id=adverts, property_type="condo", view_type="ocean_view",
            estimated_adr=rate, strengths=["view"], weaknesses=["old kitchen"],
            estimated_annual_revenue=rate * 230, opportunity_score=chance.randint(20, 90),
            last_checked_at=world.now - 2 * ONE, rental_status="active_str",
        )  # fmt: skip


def _areas(world, chance, sources):
    for slug in ("kaanapali", "napili", "wailea", "south-kihei"):
        area = world.codes["area"][slug]
        for month in months(world.today - timedelta(days=300), world.today):
            world.add(
                MarketOccupancy, at(month_end(month) if month_end(month) < world.today else month),
                area_id=area, data_source_id=sources[1], period_type="month", period_start=month,
                period_end=month_end(month), bedrooms=2, occupancy_rate=chance.score(0.52, 0.86),
                available_nights=9200, active_listings=310, average_length_of_stay=Decimal("5.9"),
            )  # fmt: skip
        for weeks in range(6):
            rate = chance.money(340, 640, "1")
            world.add(
                MarketRate, world.now - ONE, area_id=area, platform_code="AIRBNB", bedrooms=2,
                stay_date=world.today + 7 * weeks * ONE, sample_size=64, average_rate=rate,
                median_rate=rate - 12, low_rate=rate - 120, high_rate=rate + 240,
                data_source_id=sources[1], captured_on=world.today - ONE,
            )  # fmt: skip
    for title, kind, way, impact in (
        ("Airlift from the west coast up in winter", "airlift", "up", "positive"),
        ("County moves to phase out some rentals", "regulation", "up", "negative"),
        ("Booking windows shorten", "booking_window", "down", "neutral"),
    ):
        world.add(
            MarketTrend, world.now - 4 * ONE, area_id=world.codes["area"]["west-maui"], title=title,
            trend_type=kind, period_start=world.today.replace(day=1), direction=way, impact=impact,
            summary=f"{title}. Source: monthly reading of the press.", change_percent=Decimal("6.5"),
            reviewed_by_id=world.team("REVENUE")[0].id, data_source_id=sources[2],
        )  # fmt: skip


def _points(world):
    """Places on the map that concierge pages refer to."""
    points = world.shelf["poi"] = {}
    for name, kind, area, price in (
        ("Kahana Cove Beach", "beach", "kaanapali", None), ("Tide Table Kitchen", "restaurant",
        "napili", "$$"), ("Reef & Rum", "restaurant", "wailea", "$$$"), ("Blue Mana Snorkel Pier",
        "activity", "maalaea", "$$"), ("Upcountry Lavender Walk", "attraction", "kula-central", "$"),
        ("Kahului Airport", "airport", "maalaea", None), ("Lokelani Market", "grocery", "kaanapali",
        "$$"), ("Cane Road Clinic", "hospital", "maalaea", None),
    ):  # fmt: skip
        points[name] = world.add(
            PointOfInterest, poi_name=name, poi_type=kind, area_id=world.codes["area"][area],
            price_level=price, is_recommended=True, phone=world.phone(), rating=Decimal("4.6"),
            address="Maui, Hawaii", description=f"{name}: a favourite of our team.",
            is_family_friendly=True, hours={"daily": "09:00-20:00"},
        )  # fmt: skip
