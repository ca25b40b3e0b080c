"""The concierge's book: places, providers and offers, and what survey asks."""

from decimal import Decimal

from concierge.models import (
    Activity,
    Attraction,
    LocalTip,
    Restaurant,
    ServiceOffering,
    ServiceProvider,
    SurveyQuestion,
    WelcomePackage,
)
from config.demo.world import World
from directory.models import Company

RESTAURANTS = [
    ("Tide Table Kitchen", "napili", ["hawaiian", "seafood"], "$$", True),
    ("Reef & Rum", "wailea", ["pacific rim"], "$$$", True),
    ("Mango Stand Cafe", "kaanapali", ["breakfast"], "$", False),
    ("Auntie Pua's Plate Lunch", "south-kihei", ["local"], "$", False),
    ("Harbor Light Sushi", "maalaea", ["japanese"], "$$$", True),
    ("Rain Tree Grill", "kapalua", ["steak"], "$$$$", True),
]
ACTIVITIES = [
    ("Sunrise snorkel at the crater reef", "snorkel", "maalaea", "SNRK", "ACTV", 129, 300),
    ("Whale watch by catamaran", "whale_watch", "maalaea", "WHAL", "RELX", 79, 120),
    ("Beginner surf lesson", "surf", "south-kihei", "SURF", "ACTV", 95, 120),
    ("Luau under the palms", "luau", "kaanapali", "LUAU", "RELX", 185, 180),
    ("Coffee farm walk", "farm_tour", "kula-central", "COFT", "SEMI", 45, 90),
    ("Coast trail hike", "hike", "kapalua", "HKEZ", "ACTV", 0, 120),
]
ATTRACTIONS = [
    ("Kahana Cove Beach", "beach", "kaanapali"), ("Tide Pool Point", "viewpoint", "kapalua"),
    ("Upcountry Lavender Walk", "garden", "kula-central"), ("Harbor Aquarium", "aquarium", "maalaea"),
    ("Old Mill Shops", "shopping_center", "lahaina-town"),
]  # fmt: skip
TIPS = [
    (
        "Turtles come in at four",
        "natural_wonder",
        "kaanapali",
        "Stay ten feet away and just watch.",
    ),
    ("Park above, walk down", "parking", "kapalua", "The lower lot is full by nine."),
    (
        "Shave ice without the line",
        "local_food",
        "south-kihei",
        "The truck behind the hardware store.",
    ),
    (
        "When the flag is red",
        "safety",
        "wailea",
        "Stay out; the shore break is stronger than it looks.",
    ),
]
PROVIDERS = [
    ("Blue Mana Snorkel", "TOURS", "maalaea", "Morning snorkel tour", 129, "SNRK"),
    ("Ono Private Chefs", "CHEF", "wailea", "Dinner for the family", 145, "DINR"),
    ("Lomi Hands Spa", "SPA", "kaanapali", "Lomilomi massage, 60 minutes", 165, "YOGA"),
    ("Pau Hana Shuttles", "TRANSPORT", "maalaea", "Airport transfer", 96, None),
    ("Keiki Care Sitters", "CHILDCARE", "napili", "Evening sitter", 38, None),
    ("Fridge Full Groceries", "GROCERY", "kaanapali", "Stocking before arrival", 65, None),
]
QUESTIONS = [
    ("pre_arrival", "PARTY", "Who is travelling with you?", "text", None),
    ("pre_arrival", "PACE", "How full should a day be?", "single_choice", "schedule_density_code"),
    ("pre_arrival", "DIET", "Anything you cannot eat?", "multi_choice", "dietary_restrictions"),
    ("post_stay", "NPS", "Would you recommend us to a friend?", "nps", None),
    ("post_stay", "CLEAN", "Was the home clean when you came?", "yes_no", None),
]


def slug(name: str) -> str:
    """The name as an address has it."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def open_desk(world: World) -> None:
    """Write the book."""
    with world.about("concierge") as chance:
        area, poi = world.codes["area"], world.shelf["poi"]
        book = world.shelf["book"] = {}
        for name, where, cuisine, price, wants in RESTAURANTS:
            book[name] = world.add(
                Restaurant, name=name, slug=slug(name), area_id=area[where], poi_id=poi.get(name),
                cuisine_types=cuisine, price_level=price, reservation_required=wants,
                phone=world.phone(), dress_code="resort_casual", meal_periods=["lunch", "dinner"],
                average_rating=chance.score(4.1, 4.9), our_rating=chance.score(4, 5),
                review_count=chance.randint(80, 900), is_recommended=True, good_for_families=True,
                description=f"{name}: {cuisine[0]} food, {price}.", has_ocean_view=price != "$",
            )  # fmt: skip
        providers = [_provider(world, chance, row) for row in PROVIDERS]
        for name, kind, where, interest, level, cost, minutes in ACTIVITIES:
            book[name] = world.add(
                Activity, name=name, slug=slug(name), area_id=area[where], activity_type=kind,
                interest_code=interest, activity_level_code=level, duration_minutes=minutes,
                price_from=Decimal(cost), price_level="$" if cost < 60 else "$$", min_age=5,
                service_provider_id=providers[0] if kind == "snorkel" else None, difficulty="easy",
                requires_reservation=cost > 0, average_rating=chance.score(4.2, 4.9),
                what_to_bring=["reef-safe sunscreen", "water"], is_recommended=True,
                distance_miles=Decimal("3.5") if kind == "hike" else None,
            )  # fmt: skip
        for name, kind, where in ATTRACTIONS:
            book[name] = world.add(
                Attraction, name=name, slug=slug(name), area_id=area[where], attraction_type=kind,
                poi_id=poi.get(name), parking_type="free", average_rating=chance.score(4.2, 4.9),
                description=f"{name}: best early in the day.", is_recommended=True,
                lifeguards=kind == "beach", family_friendly=True, our_rating=chance.score(4, 5),
            )  # fmt: skip
        for title, kind, where, body in TIPS:
            book[title] = world.add(
                LocalTip, title=title, slug=slug(title), area_id=area[where], tip_type=kind,
                body=body, author_id=world.team("CONCIERGE")[0].id, access_type="roadside",
                risk_level="low", good_for_photos=kind == "natural_wonder",
            )  # fmt: skip
        world.shelf["survey_questions"] = {}
        for order, (survey, code, text, kind, fills) in enumerate(QUESTIONS):
            key = world.add(
                SurveyQuestion, survey_type=survey, question_code=code, question_text=text,
                question_type=kind, section_number=1, section_title="Your stay", sort_order=order,
                maps_to_field=fills, is_required=code == "NPS",
                options=["Relaxed", "Some plans", "Full days"] if code == "PACE" else None,
            )  # fmt: skip
            if survey == "post_stay":
                world.shelf["survey_questions"][code] = key
        for name, tier, cost in (("Aloha basket", "standard", 22), ("Aliʻi basket", "vip", 85)):
            world.add(
                WelcomePackage, package_name=name, package_tier=tier, cost_amount=Decimal(cost),
                contents=[{"sku": "COFFEE-KONA", "quantity": 2}, {"sku": "SOAP-BAR", "quantity": 2}],
                supplier_company_id=world.vendors["SUPPLIES"][0], includes_card=True,
                card_template_id=world.shelf["templates"]["welcome_message"],
                setup_instructions="On the counter, card in front.",
            )  # fmt: skip


def _provider(world, chance, row):
    name, category, where, offer, price, interest = row
    company = world.add(
        Company, company_name=name, company_type="partner", vendor_category_code=category,
        payment_terms="net30", insurance_verified=True,
    )  # fmt: skip
    provider = world.add(
        ServiceProvider, provider_name=name, company_id=company, category_code=category,
        area_id=world.codes["area"][where], commission_rate=Decimal("0.10"), rating=chance.score(4.2, 5),
        payment_terms="commission_only", insurance_verified=True, is_preferred=True,
        booking_email=f"book@{slug(name)}.example.com", booking_phone=world.phone(),
        lead_time_hours=24, review_count=chance.randint(20, 300), status="active",
        cancellation_policy="Free until 24 hours before.",
    )  # fmt: skip
    offering = world.add(
        ServiceOffering, service_name=offer, service_provider_id=provider, category_code=category,
        interest_code=interest, price=Decimal(price), cost=Decimal(price) * Decimal("0.85"),
        price_type="per_person" if category == "TOURS" else "per_group", duration_minutes=120,
        commission_rate=Decimal("0.10"), advance_booking_days=1, min_participants=1,
        max_participants=12, included=["taxes"], is_featured=category == "TOURS",
    )  # fmt: skip
    world.shelf["book"][name] = (provider, offering, Decimal(price))
    return provider
