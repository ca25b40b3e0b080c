"""Companies that work for the homes: trades, linen, platforms, insurers; who goes where first."""

from datetime import timedelta
from decimal import Decimal

from config.demo.names import ISLAND_FIRST, ISLAND_LAST
from config.demo.world import World, at
from directory.models import Company, Vendor, VendorAssignment

#: Category, name, company type, vendor type, rate an hour, tier.
VENDORS = [
    ("PLUMBING", "Valley Isle Plumbing", "vendor", "service", 128, "preferred"),
    ("PLUMBING", "Kahakai Rooter", "vendor", "service", 112, "backup"),
    ("ELECTRICAL", "Lightning Reef Electric", "vendor", "service", 135, "preferred"),
    ("HVAC", "Trade Winds Cooling", "vendor", "service", 142, "preferred"),
    ("HVAC", "Makani Air Service", "vendor", "service", 126, "backup"),
    ("APPLIANCE", "Pono Appliance Repair", "vendor", "service", 105, "preferred"),
    ("LANDSCAPING", "Ti Leaf Grounds", "vendor", "contractor", 68, "standard"),
    ("POOL", "Blue Lagoon Pool Care", "vendor", "service", 85, "preferred"),
    ("PEST", "Gecko Guard Pest Control", "vendor", "service", 95, "standard"),
    ("LOCKSMITH", "Kahu Locks", "vendor", "service", 110, "emergency_only"),
    ("HANDYMAN", "Kokua Handyman", "vendor", "contractor", 78, "preferred"),
    ("PAINTING", "Fresh Coat Maui", "vendor", "contractor", 72, "standard"),
    ("FLOORING", "Koa Floors", "vendor", "contractor", 88, "standard"),
    ("GLASS", "Clear Lanai Glass", "vendor", "contractor", 98, "standard"),
    ("INTERNET", "Island Link", "vendor", "service", 90, "standard"),
    ("CLEANING", "Second Wave Cleaning", "vendor", "contractor", 54, "backup"),
    ("LINEN", "Plumeria Linen Service", "linen_service", "supplier", 0, "preferred"),
    ("SUPPLIES", "Pailolo Hospitality Supply", "supplier", "supplier", 0, "preferred"),
    ("FURNITURE", "Wailele Furnishings", "supplier", "supplier", 0, "standard"),
    ("INSURANCE", "Makai Mutual", "insurance", "service", 0, "standard"),
    ("PHOTOGRAPHY", "Golden Hour Photo", "partner", "contractor", 150, "preferred"),
]
#: Those that a home has its own order of call for.
ON_CALL = ["PLUMBING", "HVAC", "APPLIANCE", "HANDYMAN"]


def engage(world: World) -> None:
    """Sign up the branch's vendors and say which home calls whom first."""
    world.vendors, ranks = {}, {}
    with world.about("vendors") as chance:
        for number, (category, name, kind, vendor_kind, rate, tier) in enumerate(VENDORS):
            company = _company(world, number, category, name, kind)
            world.vendors.setdefault(category, []).append(company)
            jobs = chance.randint(8, 160)
            lead = world.team("PROPERTY_CARE")[0]
            ranks[company] = world.add(
                Vendor, company_id=company, vendor_category_code=category, vendor_type=vendor_kind,
                service_categories=[category], emergency_rate_multiplier=Decimal("1.5"),
                response_time_hours=chance.pick([2, 4, 12, 24]), service_area_miles=40,
                performance_score=chance.score(3.4, 4.9), total_jobs_completed=jobs,
                on_time_percentage=chance.score(78, 99), jobs_cancelled=jobs // 30,
                average_job_rating=chance.score(3.6, 4.9), rating_count=jobs // 3,
                vendor_tier=tier, emergency_available=tier in ("preferred", "emergency_only"),
                is_approved=True, approved_by_id=lead.id, approved_date=world.founded.date(),
                hourly_rate=Decimal(rate) or None, trip_charge=Decimal(65) if rate else None,
                minimum_charge=Decimal(rate) or None,
            )  # fmt: skip
        for home in world.homes:
            for category in ON_CALL:
                for rank, company in enumerate(world.vendors[category], 1):
                    world.add(
                        VendorAssignment, at(home.since), company_id=company, property_id=home.id,
                        vendor_id=ranks[company], service_category_code=category,
                        is_preferred=rank == 1, is_primary=rank == 1, priority_rank=rank,
                        assignment_type="preferred" if rank == 1 else "backup",
                        effective_date=home.since,
                    )  # fmt: skip
        if world.branch == 0:
            _platforms(world)


def _company(world, number, category, name, kind):
    chance, mark = world.chance, f" {world.branch + 1}" if world.branch else ""
    first, last = chance.pick(ISLAND_FIRST), chance.pick(ISLAND_LAST)
    mail = f"{name.lower().replace(' ', '')}{mark.strip()}@example.com"
    contact = world.contact(
        first, last, email=f"{first.lower()}@{mail.split('@')[0]}.example.com", city="Kahului",
        state="HI", phone=world.phone(), phone_type="work", country_code="US",
    )  # fmt: skip
    expiry = world.today + timedelta(days=12 if number == 3 else chance.randint(40, 340))
    if number == 8:
        expiry = world.today - timedelta(days=9)
    key = world.add(
        Company, company_name=f"{name}{mark} LLC", dba_name=f"{name}{mark}",
        primary_contact_id=contact, vendor_category_code=category, company_type=kind,
        website=f"https://{mail.split('@')[0]}.example.com", billing_email=mail,
        payment_terms=chance.pick(["net15", "net30", "due_on_receipt"]),
        service_areas=["west-maui", "south-maui"], is_preferred=number % 3 == 0,
        is_emergency_capable=number % 2 == 0, insurance_verified=expiry >= world.today,
        insurance_expiry=expiry, insurance_carrier="Makai Mutual", coi_on_file=True,
        coi_date=expiry - timedelta(days=365), internal_rating=chance.randint(3, 5),
        license_state="HI", license_expiry=world.today + timedelta(days=chance.randint(20, 700)),
        is_1099_eligible=kind == "vendor", w9_on_file=number != 11, rating_count=number * 3,
        business_license=f"C-{chance.digits(5)}", industry=category.capitalize(),
        qbo_vendor_id=str(500 + number),
    )  # fmt: skip
    if category == "PLUMBING" and "vendor_contact" not in world.shelf:
        world.shelf["vendor_contact"] = contact
    return key


def _platforms(world):
    for code, name in (("AIRBNB", "Airbnb"), ("VRBO", "Vrbo"), ("BOOKING", "Booking.com")):
        world.shelf["platform", code] = world.add(
            Company, company_name=name, company_type="ota", payment_terms="due_on_receipt",
        )  # fmt: skip
    world.shelf["insurer"] = world.vendors["INSURANCE"][0]
