"""What is in a home: doors and locks, appliances, air conditioning, surfaces, safety, amenities."""

from datetime import timedelta
from decimal import Decimal

from config.demo.world import Home, World, at
from property.models import (
    AccessCode,
    AcSystem,
    AcUnit,
    AcUnitRoom,
    Appliance,
    AppliancePart,
    Door,
    Fixture,
    KeyCheckout,
    Light,
    Lock,
    PropertyAmenity,
    RoomFeature,
    SafetyItem,
    Surface,
    WindowCovering,
)

#: Type, name, room, brand, price, years it lasts, months between services.
APPLIANCES = [
    ("FRIDGE", "Refrigerator", "KIT", "Norrvik", 1890, 13, 12),
    ("STOVE", "Range", "KIT", "Norrvik", 1240, 14, None),
    ("MICRO", "Microwave", "KIT", "Tideline", 310, 9, None),
    ("DISH", "Dishwasher", "KIT", "Norrvik", 880, 10, 12),
    ("COFFEE", "Coffee maker", "KIT", "Kona Pour", 120, 4, None),
    ("TV", "Television", "LR", "Lumenar", 780, 7, None),
    ("WATER_HEATER", "Water heater", "ENTRY", "Therma", 1450, 11, 12),
    ("WASH", "Washer", "LAUN", "Tideline", 990, 10, 12),
    ("DRY", "Dryer", "LAUN", "Tideline", 940, 11, 6),
]
PARTS = {
    "FRIDGE": ("Water filter", "NV-WF3", 6, "48.00"),
    "DRY": ("Lint duct", "TL-LD9", 12, "36.50"),
    "WATER_HEATER": ("Anode rod", "TH-AR2", 36, "54.00"),
}
AMENITIES = [
    "WIFI", "POOL", "AC", "PARKING", "BBQ", "KITCHEN", "TV", "LANAI", "BEACH_GEAR", "COFFEE",
    "SMOKE_DET", "CO_DET", "FIRST_AID", "HAIR_DRYER", "IRON", "CEILING_FAN",
]  # fmt: skip
EXTRAS = ["HOT_TUB", "GYM", "TENNIS", "GOLF", "CRIB", "HIGH_CHAIR", "WORKSPACE", "EV_CHARGE"]
SAFETY = [
    ("smoke_detector", "Hall ceiling", "9V", 120),
    ("co_detector", "Main bedroom", "AA", 84),
    ("fire_extinguisher", "Under the sink", None, 72),
    ("first_aid", "Laundry shelf", None, 24),
    ("flashlight", "Entry drawer", "D", 60),
]


def fit_out(world: World) -> None:
    """Fit out every home of the branch."""
    for home in world.homes:
        with world.about(f"fittings/{home.number}"):
            _doors(world, home)
            _appliances(world, home)
            _cooling(world, home)
            _room_things(world, home)
            _safety(world, home)
            _amenities(world, home)


def _room(home: Home, kind: str):
    return next((r for r in home.rooms if r.type == kind), home.rooms[0])


def _doors(world, home):
    chance, since = world.chance, at(home.since)
    home.door = world.add(
        Door, since, property_id=home.id, room_id=_room(home, "ENTRY").id, door_type="entry",
        door_name="Front door", location="Entry", material="wood", color="white", has_lock=True,
        is_exterior=True,
    )  # fmt: skip
    world.add(
        Door, since, property_id=home.id, room_id=_room(home, "LAN").id, door_type="sliding",
        door_name="Lanai door", location="Living room to lanai", material="glass", has_lock=True,
        has_screen=True, is_exterior=True,
    )  # fmt: skip
    battery = 9 if home.number % 20 == 6 else chance.randint(35, 100)
    home.lock = world.add(
        Lock, since, door_id=home.door, lock_type="smart", brand="Kahu", model="Keypad 2",
        is_smart=True, smart_platform="Kahu Cloud", has_keypad=True, battery_type="AA",
        battery_level_percent=battery, serial_number=f"KH2-{chance.digits(7)}",
        battery_last_changed=world.today - timedelta(days=chance.randint(5, 300)),
        install_date=home.since, guest_code_pattern="6 digits, stay only",
        smart_external_lock_id=f"lk_{chance.getrandbits(40):010x}",
        last_seen_at=world.now - timedelta(minutes=chance.randint(2, 90)),
        status="low_battery" if battery < 20 else "active",
    )  # fmt: skip
    spare = world.add(
        Lock, since, door_id=home.door, lock_type="lockbox", brand="Kahu", key_quantity=2,
        install_date=home.since, notes="Spare keys for the team.",
    )  # fmt: skip
    for audience, kind, place in (
        ("master", "door", "Front door"),
        ("cleaner", "door", "Front door"),
        ("vendor", "lockbox", "Left of the entry"),
    ):
        world.add(
            AccessCode, since, property_id=home.id, door_id=home.door,
            lock_id=spare if kind == "lockbox" else home.lock, code_type=kind, code_location=place,
            code_value=chance.digits(4 if kind == "lockbox" else 6), audience=audience,
            effective_date=home.since, created_by_id=home.manager.id,
        )  # fmt: skip
    if home.number % 10 < 3:
        out = world.now - timedelta(days=home.number % 10 * 2 + 1, hours=3)
        state = ["returned", "out", "overdue"][home.number % 10 % 3]
        technician = world.team("MAINTENANCE")[home.number % len(world.team("MAINTENANCE"))]
        world.add(
            KeyCheckout, out, lock_id=spare, checked_out_to_id=technician.id,
            key_number=f"{home.code}-1", checked_out_at=out,
            expected_return_at=out + timedelta(days=6 if state == "out" else 1),
            returned_at=out + timedelta(hours=7) if state == "returned" else None,
            returned_to_id=world.team("PROPERTY_CARE")[0].id if state == "returned" else None,
            purpose="Repair", status=state,
        )  # fmt: skip


def _appliances(world, home):
    chance = world.chance
    for kind, name, room, brand, price, years, months in APPLIANCES:
        if room == "LAUN" and not home.bedrooms:
            continue
        bought = home.since - timedelta(days=chance.randint(30, 365 * 6))
        served = world.today - timedelta(days=chance.randint(10, 330)) if months else None
        broken = home.number % 15 == 4 and kind == "DISH"
        key = world.add(
            Appliance, at(home.since), property_id=home.id, room_id=_room(home, room).id,
            appliance_type_code=kind, appliance_name=name, brand=brand,
            model=f"{brand} {chance.pick(['Classic', 'Plus', 'Pro'])}",
            model_number=f"{brand[:2].upper()}{chance.digits(4)}", color="stainless",
            serial_number=f"{brand[:2].upper()}-{chance.digits(8)}", purchase_date=bought,
            install_date=bought + timedelta(days=6), expected_lifespan_years=years,
            warranty_expiry=bought + timedelta(days=365 * chance.pick([1, 2, 5])),
            condition=chance.weighed({"excellent": 2, "good": 6, "fair": 2, "poor": 0.3}),
            purchase_price=Decimal(price), last_service_date=served, ownership="owner",
            next_service_date=served and served + timedelta(days=30 * months),
            service_interval_months=months, status="needs_repair" if broken else "active",
        )  # fmt: skip
        if kind in PARTS:
            part, number, interval, cost = PARTS[kind]
            replaced = world.today - timedelta(days=chance.randint(5, 30 * interval + 30))
            world.add(
                AppliancePart, at(home.since), appliance_id=key, part_name=part,
                part_number=number, manufacturer=brand, last_replaced=replaced,
                replacement_interval_months=interval, cost=Decimal(cost),
                next_replacement_due=replaced + timedelta(days=30 * interval),
            )  # fmt: skip


def _cooling(world, home):
    chance = world.chance
    central = home.bedrooms > 2
    served = world.today - timedelta(days=chance.randint(15, 200))
    system = world.add(
        AcSystem, at(home.since), property_id=home.id, system_name="Air conditioning",
        system_type="central" if central else "split", brand="Makani", model="M2",
        capacity_btu=36000 if central else 18000, tonnage=Decimal(3 if central else "1.5"),
        seer_rating=Decimal(18), install_date=home.since - timedelta(days=chance.randint(0, 1800)),
        last_service_date=served, next_service_date=served + timedelta(days=182),
        service_interval_months=6, filter_size="16x20x1", refrigerant_type="R-410A",
        filter_last_changed=served, condition="good", serial_number=f"MK-{chance.digits(7)}",
    )  # fmt: skip
    cooled = [r for r in home.rooms if r.type in ("LR", "MBR", "GBR")]
    for place in [None, *cooled] if not central else [None, cooled[0]]:
        unit = world.add(
            AcUnit, at(home.since), ac_system_id=system, room_id=place and place.id,
            unit_type="indoor" if place else "outdoor", unit_name=place.name if place else "Outside",
            location=place.name if place else "Roof", serial_number=f"MKU-{chance.digits(7)}",
            has_remote=bool(place) and not central, filter_last_changed=served,
        )  # fmt: skip
        for cooled_room in cooled if central and place else [place] if place else []:
            world.add(
                AcUnitRoom, at(home.since), ac_unit_id=unit, room_id=cooled_room.id,
                is_primary=cooled_room is place,
            )  # fmt: skip


def _room_things(world, home):
    chance, since = world.chance, at(home.since)
    own = {"property_id": home.id}
    for room in home.rooms:
        here = {**own, "room_id": room.id}
        if room.type in ("KIT", "BTH", "MBTH"):
            world.add(
                Fixture, since, **here, fixture_type_code="SINK", fixture_name=f"{room.name} sink",
                brand="Puna", finish="brushed nickel", condition="good",
            )  # fmt: skip
            world.add(
                Surface, since, **here, surface_type_code="COUNTER", square_feet=Decimal(28),
                material=chance.pick(["granite", "quartz"]), condition="good",
                cleaning_instructions="Stone soap only, no vinegar.",
            )  # fmt: skip
        if room.type in ("BTH", "MBTH"):
            world.add(
                Fixture, since, **here, fixture_type_code="TUB_SHOW", brand="Puna",
                fixture_name=f"{room.name} shower", condition=chance.pick(["good", "fair"]),
            )  # fmt: skip
        if room.type in ("LR", "MBR", "LAN"):
            world.add(
                Surface, since, **here, surface_type_code="FLOOR", square_feet=Decimal(180),
                material="tile" if room.type == "LAN" else chance.pick(["vinyl", "tile", "carpet"]),
                condition=chance.pick(["excellent", "good", "fair"]),
            )  # fmt: skip
            world.add(
                Light, since, **here, fixture_type="fan_light", bulb_type="led", bulb_count=2,
                wattage=18, is_dimmable=True, switch_location="By the door",
            )  # fmt: skip
        if room.type in ("MBR", "GBR", "LR"):
            world.add(
                WindowCovering, since, **here, covering_type=chance.pick(["shades", "shutters"]),
                material="polyester", color="sand", is_blackout=room.type != "LR",
                width_inches=Decimal(72), height_inches=Decimal(60), condition="good",
            )  # fmt: skip
        if room.type == "MBR":
            world.add(
                RoomFeature, since, **here, feature_type="owner_closet", material="wood",
                feature_name="Owner closet", has_doors=True, door_type="hinged",
                is_owner_locked=True, description="Stays locked; the owner has the key.",
            )  # fmt: skip
        if room.type == "ENTRY":
            world.add(
                RoomFeature, since, **here, feature_type="storage", feature_name="Beach closet",
                material="wood", has_doors=True, door_type="sliding",
            )  # fmt: skip


def _safety(world, home):
    chance = world.chance
    for kind, place, battery, life in SAFETY:
        tested = world.today - timedelta(days=chance.randint(5, 200))
        installed = tested - timedelta(days=chance.randint(30, 30 * life))
        expiry = installed + timedelta(days=30 * life)
        state = "expired" if expiry < world.today else "active"
        world.add(
            SafetyItem, at(home.since), property_id=home.id, item_type=kind, location=place,
            room_id=_room(home, "MBR" if kind == "co_detector" else "ENTRY").id, brand="Palekana",
            install_date=installed, expiry_date=expiry, last_tested_date=tested,
            next_test_date=tested + timedelta(days=180), last_tested_by_id=home.inspector.id,
            battery_type=battery, battery_last_changed=tested if battery else None,
            serial_number=f"PK-{chance.digits(6)}", test_interval_months=6, status=state,
        )  # fmt: skip


def _amenities(world, home):
    codes = AMENITIES + (["WASHER", "DRYER", "DISHWASHER"] if home.bedrooms else [])
    codes = codes + world.chance.some(EXTRAS, 1, 4)
    if home.number % 3 < 2:
        codes.append("OCEAN_VIEW")
    for code in codes:
        home.amenities[code] = world.add(
            PropertyAmenity, at(home.since), property_id=home.id, amenity_type_code=code,
            quantity=1, is_verified=True,
            last_verified_at=at(world.today - timedelta(days=world.chance.randint(5, 300))),
            is_seasonal=code == "POOL_HEAT",
        )  # fmt: skip
