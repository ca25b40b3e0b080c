"""Resorts and homes, with their rooms and beds."""

from datetime import timedelta
from decimal import Decimal
from itertools import product

from config.demo.names import HOME_KINDS, HOME_WORDS, RESORTS, STREETS
from config.demo.world import Home, Resort, Room, World, at
from directory.models import Company, Contact
from geo.models import Area
from property.models import Bed, Property, PropertyRule, Resort as ResortRow, Room as RoomRow

#: Bedrooms: bathrooms, sleeps, square feet, nightly rate, cleaning fee, minutes of a turnover.
SIZES = {
    0: (1, 2, 480, 225, 145, 90),
    1: (1, 4, 710, 315, 195, 120),
    2: (2, 6, 1120, 465, 275, 180),
    3: (3, 8, 1650, 760, 385, 240),
    4: (4, 10, 2600, 1290, 540, 330),
}
#: What a resort asks more or less than the common rate.
LEVELS = [Decimal("1.15"), Decimal("0.92"), Decimal("1.30"), Decimal("1.22"), Decimal("0.85"),
          Decimal("0.80")]  # fmt: skip
RULES = [
    ("check_in", "Check-in", "Check-in from 4 pm; the code works from then on.", None),
    ("check_out", "Check-out", "Check-out by 10 am, so that the next guests find it ready.", None),
    ("noise", "Quiet hours", "Quiet hours from 10 pm to 8 am, on the lanai too.", 250),
    ("smoking", "No smoking", "No smoking in the home, on the lanai or in the grounds.", 500),
    ("parking", "Parking", "Use the marked stall only and show the pass.", 75),
    ("trash", "Trash", "Bagged trash goes to the chute; recycling to the blue bins.", None),
]


def open_branch(world: World) -> None:
    """Six resorts and their homes; those of the branch before make room."""
    world.resorts, world.homes = [], []
    with world.about("places") as chance:
        for number, (name, code, area, kind) in enumerate(RESORTS):
            world.resorts.append(_resort(world, number, name, code, area, kind))
        names = [f"{a} {b}" for a, b in product(HOME_WORDS, HOME_KINDS)]
        chance.shuffle(names)
        sizes = [2, 1, 2, 3, 1, 1, 0, 2, 1, 2, 4, 1]
        for number in range(world.properties):
            resort = world.resorts[number % len(world.resorts)]
            size = sizes[(number + number // len(sizes)) % len(sizes)]
            world.homes.append(_home(world, number, resort, size, names[number % len(names)]))


def _resort(world, number, name, code, area, kind):
    chance = world.chance
    mark = f"-{world.branch + 1}" if world.branch else ""
    if world.branch:
        name = f"{name} {world.branch + 1}"
    place = Area._base_manager.get(slug=area) if world.branch == 0 else world.shelf["area", area]
    world.shelf["area", area] = place
    board = world.add(
        Contact,
        contact_type="company",
        company_name=f"AOAO {name}",
        email=f"aoao-{code.lower()}{mark}@example.com",
        phone=world.phone(),
        city="Lahaina",
        state="HI",
        country_code="US",
    )
    association = world.add(
        Company,
        company_name=f"Association of Apartment Owners of {name}",
        dba_name=f"AOAO {name}",
        contact_id=board,
        company_type="hoa",
        payment_terms="net30",
        billing_email=f"aoao-{code.lower()}{mark}@example.com",
        status="active",
    )
    key = world.add(
        ResortRow,
        resort_name=name,
        resort_code=f"{code}{mark}",
        country_code="US",
        area_id=place.pk,
        hoa_contact_id=board,
        hoa_company_id=association,
        address_line1=f"{chance.randint(100, 4900)} {STREETS[number]}",
        city="Lahaina" if number < 3 else "Kihei" if number < 5 else "Wailuku",
        state="HI",
        postal_code=["96761", "96761", "96761", "96753", "96753", "96793"][number],
        latitude=place.latitude,
        longitude=place.longitude,
        total_units=chance.randint(48, 240),
        managed_units=len(range(number, world.properties, len(RESORTS))),
        property_type=kind,
        amenities=chance.some(
            ["pool", "hot tub", "barbecues", "gym", "tennis", "beach path"], 3, 5
        ),
        check_in_location="Front office beside the gate" if number % 2 else "Straight to the home",
        parking_info="One stall a home; a second by the day at the front office.",
        wifi_network=f"{code}-Guest",
        front_desk_phone=world.phone(),
        emergency_contact="Security office, day and night",
        security_phone=world.phone(),
        hoa_phone=world.phone(),
        hoa_email=f"board-{code.lower()}{mark}@example.com",
        general_manager=" ".join(world.names.person(chance)),
        package_pickup_location="Mail room, weekdays 9 to 4",
        guest_registration_required=number in (2, 3),
        guest_registration_process="Names and vehicle plate by e-mail a day ahead."
        if number in (2, 3)
        else None,
        pool_hours="8 am to 9 pm",
        trash_info="Chutes on each floor; bulky items by arrangement.",
        quiet_hours="10 pm to 8 am",
        construction_notice_days=14,
        construction_restrictions="Weekdays 9 to 4, none in the festive weeks.",
        insurance_required=True,
        resort_fee_amount=Decimal(["28.00", "0", "35.00", "25.00", "0", "0"][number]),
        description=f"Low buildings in gardens, {chance.randint(2, 9)} minutes from the water.",
    )
    return Resort(id=key, name=name, code=f"{code}{mark}", area=area, place=place)


def _home(world, number, resort, bedrooms, name):
    chance = world.chance
    order = number // len(world.resorts)
    bathrooms, sleeps, feet, nightly, fee, minutes = SIZES[bedrooms]
    place = world.resorts.index(resort)
    floor = 1 + (order + 2 * place) % 4
    unit = f"{chr(65 + (order + place) % 5)}{100 * floor + 2 * order + place + 1}"
    level = LEVELS[place]
    since = world.start - timedelta(days=chance.randint(20, 600))
    if number == 1:
        since -= timedelta(days=400)  # long enough for a change of owner
    if number == 58 % world.properties and world.properties > 10:
        since = world.today - timedelta(days=100)
    care, cleaners = world.members[0], world.team("HOUSEKEEPING")
    home = Home(
        id=chance.uuid(at(since)),
        number=number,
        code=f"{resort.code}-{unit}",
        name=f"{name} {unit}",
        resort=resort,
        bedrooms=bedrooms,
        bathrooms=bathrooms,
        sleeps=sleeps,
        nightly=(nightly * level * chance.score(0.92, 1.1)).quantize(Decimal(1)) + Decimal(0),
        fee_rate=Decimal(["0.2000", "0.2200", "0.2500", "0.1800"][number % 4]),
        cleaning_fee=Decimal(fee),
        cleaning_cost=Decimal(fee) * Decimal("0.72").quantize(Decimal("0.01")),
        clean_minutes=minutes,
        manager=[care, *world.team("OWNER_RELATIONS")][number % 2],
        cleaner=cleaners[1 + number % 3],
        inspector=world.team("INSPECTIONS")[number % 2],
        since=since,
    )
    _write_home(world, home, unit, feet)
    _rooms(world, home)
    for order_, (category, title, text, fine) in enumerate(RULES):
        world.add(
            PropertyRule, at(since), property_id=home.id, rule_category=category, rule_name=title,
            rule_text=text, violation_fee=fine and Decimal(fine), display_order=order_,
            show_in_listing=True, show_in_confirmation=order_ < 2,
        )  # fmt: skip
    return home


def _write_home(world, home, unit, feet):
    chance, place = world.chance, home.resort.place
    recent = home.since > world.today - timedelta(days=120)
    leaving = home.number == 47 and world.properties > 47
    world.add(
        Property,
        at(home.since),
        id=home.id,
        property_name=home.name,
        property_code=home.code,
        resort_id=home.resort.id,
        area_id=place.pk,
        country_code="US",
        timezone_code="Pacific/Honolulu",
        primary_team_id=world.codes["team"]["PROPERTY_CARE"],
        property_manager_id=home.manager.id,
        address_line1=f"{100 + home.number * 7} {STREETS[home.number % len(STREETS)]} #{unit}",
        city=["Lahaina", "Lahaina", "Lahaina", "Kihei", "Kihei", "Wailuku"][home.number % 6],
        state="HI",
        postal_code=["96761", "96761", "96761", "96753", "96753", "96793"][home.number % 6],
        latitude=place.latitude and place.latitude + chance.score(-0.004, 0.004, "0.0000001"),
        longitude=place.longitude and place.longitude + chance.score(-0.004, 0.004, "0.0000001"),
        property_type=["condo", "condo", "condo", "villa", "condo", "townhouse"][home.number % 6],
        property_class=["standard", "premium", "luxury"][min(2, home.bedrooms // 2)],
        bedrooms=home.bedrooms,
        bathrooms=Decimal(home.bathrooms),
        sleeps=home.sleeps,
        square_feet=feet + chance.randint(-60, 120),
        floor_level=chance.randint(1, 4),
        floors=2 if home.bedrooms > 3 else 1,
        unit_number=unit,
        building=unit[0],
        view_type=chance.pick(["ocean_front", "ocean_view", "partial_ocean", "garden", "mountain"]),
        has_ac=True,
        has_pool=home.bedrooms == 4,
        has_lanai=True,
        has_washer_dryer=home.bedrooms > 0,
        parking_spaces=1 + home.bedrooms // 3,
        parking_type="covered" if home.bedrooms > 2 else "uncovered",
        parking_stall_numbers=[f"{unit[0]}{home.number + 20}"],
        pet_policy="dogs_ok" if home.number % 9 == 4 else "no_pets",
        early_check_in_available=home.number % 2 == 0,
        late_check_out_available=home.number % 3 == 0,
        min_stay_nights=3 + home.bedrooms // 2,
        wifi_network=f"Halekai-{unit}",
        wifi_password=f"aloha-{unit.lower()}",
        lockbox_location="Left of the entry, behind the lamp",
        owner_notes="Call before any work above the limit." if home.number % 5 == 0 else None,
        guest_notes="The lanai door sticks: lift, then slide." if home.number % 7 == 3 else None,
        onboarding_date=home.since,
        contract_start_date=home.since,
        streamline_id=str(40100 + home.number + world.branch * 1000),
        tmk=tmk(world, home.number),
        rental_permit_number=f"STRH-{chance.digits(8)}",
        get_tax_license=f"GE-{chance.digits(3)}-{chance.digits(3)}-{chance.digits(4)}-01",
        tat_tax_license=f"TA-{chance.digits(3)}-{chance.digits(3)}-{chance.digits(4)}-01",
        management_fee_rate=home.fee_rate,
        turnover_minutes=home.clean_minutes,
        default_cleaner_id=home.cleaner.id,
        default_inspector_id=home.inspector.id,
        internet_speed_mbps=chance.pick([200, 300, 500, 940]),
        closest_beach=chance.pick(["Kahana Cove", "Napili Strand", "Keawakapu", "Maluaka"]),
        base_cleaning_fee=home.cleaning_fee,
        cleaning_cost=home.cleaning_cost,
        status="onboarding" if recent else "offboarding" if leaving else "active",
        management_status="offboarding" if leaving else "managed",
        listing_status="listed",
    )


def tmk(world: World, number: int) -> str:
    """A Tax Map Key of Maui county (2) that no parcel has: zone 9."""
    serial = world.branch * world.properties + number
    return f"2-9-{serial // 1000 % 10}-{serial % 1000:03d}-{serial // 10000:03d}-{number + 1:04d}"


def _rooms(world, home):
    plan = [("ENTRY", "Entry"), ("KIT", "Kitchen"), ("LR", "Living room"), ("LAN", "Lanai")]
    if home.bedrooms:
        plan += [("MBR", "Main bedroom"), ("MBTH", "Main bathroom"), ("LAUN", "Laundry")]
    else:
        plan += [("BTH", "Bathroom")]
    plan += [("GBR", f"Guest bedroom {n}") for n in range(1, home.bedrooms)]
    plan += [("BTH", f"Bathroom {n}") for n in range(2, home.bathrooms + 1)]
    for order, (kind, name) in enumerate(plan):
        key = world.add(
            RoomRow,
            at(home.since),
            property_id=home.id,
            room_name=name,
            room_type_code=kind,
            room_code=f"{kind}{order}",
            room_number=order + 1,
            floor_level=1,
            square_feet=world.chance.randint(40, 280),
            has_closet=kind in ("MBR", "GBR", "ENTRY"),
            has_tv=kind in ("LR", "MBR"),
            has_ac=kind in ("LR", "MBR", "GBR"),
            has_bathroom=kind == "MBR",
            window_count=0 if kind in ("LAUN", "ENTRY") else world.chance.randint(1, 3),
            sort_order=order,
        )
        home.rooms.append(Room(id=key, type=kind, name=name))
        for number, bed in enumerate(_beds(home, kind, name), 1):
            world.add(
                Bed,
                at(home.since),
                room_id=key,
                bed_type_code=bed,
                bed_number=number,
                bed_brand="Saltair" if bed in ("KING", "QUEEN") else None,
                purchase_date=home.since - timedelta(days=world.chance.randint(30, 1200)),
                mattress_size={"KING": "king", "QUEEN": "queen", "TWIN": "twin"}.get(bed, "queen"),
                sleeps=1 if bed == "TWIN" else 2,
                linen_size={"KING": "King", "TWIN": "Twin"}.get(bed, "Queen"),
                condition=world.chance.weighed({"excellent": 3, "good": 6, "fair": 1}),
            )


def _beds(home, kind, name):
    if kind == "MBR":
        return ["KING"]
    if kind == "GBR":
        return ["QUEEN"] if name.endswith("1") else ["TWIN", "TWIN"]
    if kind == "LR":
        return ["SOFA_Q"] if home.bedrooms else ["QUEEN"]
    return []
