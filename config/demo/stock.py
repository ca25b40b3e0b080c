"""Items, where they lie and how many; linen; what belongs to owners and to the company."""

from datetime import timedelta
from decimal import Decimal

from config.demo.world import ONE, World, at
from inventory.models import (
    CompanyAsset,
    InventoryEvent,
    InventoryItem,
    InventoryPurchase,
    LinenIssue,
    LinenItem,
    LinenOrder,
    LinenPar,
    LinenType,
    OwnerItem,
    RoomStock,
    StorageLocation,
    StorageStock,
)

#: SKU, name, category, type, unit, cost, reorder point, on hand, consumable.
ITEMS = [
    ("TWL-BATH", "Bath towel, white", "linens", "TWLB", "each", "9.80", 120, 264, 0),
    ("TWL-HAND", "Hand towel, white", "linens", "TWLH", "each", "4.20", 120, 240, 0),
    ("TWL-BEACH", "Beach towel, blue stripe", "linens", "TWLB", "each", "12.50", 60, 96, 0),
    ("SHEET-KING", "Sheet set, king", "linens", "SHTS", "set", "58.00", 30, 64, 0),
    ("SHEET-QUEEN", "Sheet set, queen", "linens", "SHTS", "set", "49.00", 30, 71, 0),
    ("PILLOW", "Pillow, down alternative", "linens", "PILW", "each", "16.00", 24, 48, 0),
    ("COFFEE-KONA", "Kona blend coffee, 2 oz", "consumables", "COFF", "pack", "3.40", 80, 22, 1),
    ("SOAP-BAR", "Bath soap, plumeria", "consumables", "CLNS", "each", "0.85", 200, 640, 1),
    ("TP-ROLL", "Toilet paper", "consumables", "TLET", "roll", "0.72", 240, 810, 1),
    ("DISH-TAB", "Dishwasher tabs", "consumables", "DISH", "each", "0.28", 150, 420, 1),
    ("TRASH-13", "Kitchen bags, 13 gal", "consumables", "CLNS", "each", "0.19", 300, 960, 1),
    ("DISH-SET", "Place setting, stoneware", "kitchen", "DISH", "set", "22.00", 12, 30, 0),
    ("GLASS-WINE", "Wine glass", "kitchen", "GLAS", "each", "5.60", 24, 52, 0),
    ("PAN-12", "Frying pan, 12 in", "kitchen", "COOK", "each", "34.00", 6, 9, 0),
    ("VAC-UP", "Upright vacuum", "cleaning", "VACU", "each", "189.00", 2, 4, 0),
    ("FILTER-1620", "Air filter 16x20x1", "tools", "FILT", "each", "11.20", 40, 88, 1),
    ("BATT-AA", "Battery AA", "electronics", "BATT", "pack", "6.90", 20, 41, 1),
    ("BULB-LED", "LED bulb, warm 60 W", "electronics", "BULB", "each", "3.10", 40, 118, 1),
    ("CHAIR-BEACH", "Beach chair", "outdoor", "BCHR", "each", "39.00", 10, 17, 0),
    ("SMOKE-DET", "Smoke detector", "safety", "SMOK", "each", "21.50", 8, 14, 0),
    ("TABLET-INSP", "Tablet for inspections", "electronics", "TOOL", "each", "420.00", 1, 2, 0),
    ("DRILL-18", "Drill, 18 V", "tools", "TOOL", "each", "149.00", 1, 2, 0),
]
LINENS = [
    ("SHEET-KING", "King sheet set", "bed", "King", "58.00"),
    ("SHEET-QUEEN", "Queen sheet set", "bed", "Queen", "49.00"),
    ("TWL-BATH", "Bath towel", "bath", "27 x 54 in", "9.80"),
    ("TWL-HAND", "Hand towel", "bath", "16 x 28 in", "4.20"),
    ("TWL-BEACH", "Beach towel", "pool", "35 x 70 in", "12.50"),
]


def stock_up(world: World) -> None:
    """The catalogue and the stores, once; what is in the homes, by branch."""
    if world.branch == 0:
        with world.about("stock"):
            _catalogue(world)
            _stores(world)
            _journal(world)
            _orders(world)
            _assets(world)
    with world.about("home stock"):
        for home in world.homes:
            _in_home(world, home)


def _catalogue(world):
    items = world.shelf["items"] = {}
    supplies, linen = world.vendors["SUPPLIES"][0], world.vendors["LINEN"][0]
    for sku, name, category, kind, unit, cost, point, _, consumable in ITEMS:
        items[sku] = world.add(
            InventoryItem, sku=sku, item_name=name, item_type_code=kind, category=category,
            unit_of_measure=unit, standard_cost=Decimal(cost), last_cost=Decimal(cost),
            replacement_cost=Decimal(cost), reorder_point=point, reorder_quantity=2 * point,
            lead_time_days=9, is_trackable=True, is_consumable=bool(consumable),
            preferred_supplier_id=linen if category == "linens" else supplies,
            brand="Pailolo" if category != "linens" else "Plumeria",
            upc=f"0{world.chance.digits(11)}",
        )  # fmt: skip
    types = world.shelf["linen_types"] = {}
    for order, (code, name, category, size, cost) in enumerate(LINENS):
        types[code] = world.add(
            LinenType, inventory_item_id=items[code], type_code=code, type_name=name,
            category=category, standard_size=size, unit_cost=Decimal(cost), par_per_bed=3,
            replacement_frequency_months=18, material="cotton", color="white", sort_order=order,
            thread_count=300 if category == "bed" else None, wash_cycle="Hot, no bleach",
            gsm=550 if category != "bed" else None,
        )  # fmt: skip


def _stores(world):
    places = {}
    for code, name, kind, parent, area in (
        ("WH-KAH", "Kahului warehouse", "warehouse", None, "maalaea"),
        ("WH-KAH-A", "Aisle A, linen", "aisle", "WH-KAH", None),
        ("WH-KAH-B", "Aisle B, supplies", "aisle", "WH-KAH", None),
        ("WH-KAH-B1", "Shelf B1, tools", "shelf", "WH-KAH-B", None),
        ("ST-WEST", "Napili store room", "area", None, "napili"),
        ("VAN-1", "Van 1, maintenance", "vehicle", None, None),
        ("VAN-2", "Van 2, linen", "vehicle", None, None),
    ):
        places[code] = world.add(
            StorageLocation, location_code=code, location_name=name, location_type=kind,
            parent_location_id=places.get(parent), is_secure=kind == "warehouse",
            area_id=area and world.codes["area"][area], capacity=400 if kind != "warehouse" else None,
        )  # fmt: skip
    world.shelf["stores"] = places
    for sku, _, category, *_, cost, point, count, _ in ITEMS:
        near = "WH-KAH-A" if category == "linens" else "WH-KAH-B"
        for place, part in ((near, 0.7), ("ST-WEST", 0.3)):
            held = round(count * part)
            world.add(
                StorageStock, item_id=world.shelf["items"][sku], location_id=places[place],
                quantity=held, quantity_reserved=min(held, point // 20), unit_cost=Decimal(cost),
                reorder_point=round(point * part), reorder_quantity=2 * point,
                bin_location=f"{place[-1]}{point % 9}",
                last_count_at=at(world.today - 11 * ONE), last_counted_by_id=world.members[10].id,
            )  # fmt: skip


def _journal(world):
    """The last weeks' receipts, issues and a count; the coffee ran low this way."""
    chance, events = world.chance, []
    runner = world.members[10]
    levels = {sku: 2 * count for sku, *_, count, _ in ITEMS}
    for day in range(40, 0, -1):
        for _ in range(3):
            row = chance.pick(ITEMS)
            sku, cost = row[0], Decimal(row[5])
            kind = chance.weighed({"issue": 8, "receipt": 2, "damage": 0.6, "loss": 0.4})
            amount = chance.randint(2, 12) * (1 if kind == "receipt" else -1)
            before = levels[sku]
            levels[sku] = after = max(0, before + amount)
            if after == before:
                continue
            when = at(world.today - day * ONE, 9, chance.randint(0, 300))
            events.append(
                world.add(
                    InventoryEvent, when, item_id=world.shelf["items"][sku], event_type=kind,
                    quantity=after - before, quantity_before=before, quantity_after=after,
                    from_location_id=None if kind == "receipt" else world.shelf["stores"]["WH-KAH"],
                    to_location_id=world.shelf["stores"]["WH-KAH"] if kind == "receipt" else None,
                    performed_by_id=runner.id, performed_at=when, unit_cost=cost,
                    total_value=abs(after - before) * cost, reference_type="manual",
                    reason={"damage": "Torn", "loss": "Not found"}.get(kind),
                )
            )  # fmt: skip
    world.shelf["stock_events"] = events


def _orders(world):
    chance = world.chance
    supplies, linen = world.vendors["SUPPLIES"][0], world.vendors["LINEN"][0]
    states = ["received"] * 6 + [
        "shipped",
        "partial",
        "ordered",
        "approved",
        "requested",
        "cancelled",
    ]
    for number, state in enumerate(states):
        sku, _, _, _, _, cost, point, *_ = ITEMS[(number * 5 + 6) % len(ITEMS)]
        day = world.today - timedelta(days=60 - 5 * number)
        came = state in ("received", "partial")
        count = 2 * point
        world.add(
            InventoryPurchase, at(day), item_id=world.shelf["items"][sku], supplier_id=supplies,
            ordered_by_id=world.members[10].id, quantity=count, order_date=day, status=state,
            destination_location_id=world.shelf["stores"]["WH-KAH"], expected_date=day + 9 * ONE,
            received_date=day + 8 * ONE if came else None, carrier="Island Freight",
            received_quantity=count // (2 if state == "partial" else 1) if came else None,
            order_number=f"PS-{chance.digits(6)}", unit_cost=Decimal(cost),
            total_cost=Decimal(cost) * count, shipping_cost=Decimal(45),
            approved_by_id=None if state == "requested" else world.members[0].id,
        )  # fmt: skip
    for number, (code, *_, cost) in enumerate(LINENS):
        state = ["received", "received", "shipped", "ordered", "draft"][number]
        day = world.today - timedelta(days=50 - 10 * number)
        count = 48
        world.add(
            LinenOrder, at(day), supplier_id=linen, ordered_by_id=world.members[5].id,
            linen_type_id=world.shelf["linen_types"][code], order_date=day, quantity_ordered=count,
            expected_date=day + 14 * ONE, items=[{"type": code, "quantity": count}], status=state,
            received_date=day + 13 * ONE if state == "received" else None,
            quantity_received=count if state == "received" else None, unit_cost=Decimal(cost),
            total_cost=Decimal(cost) * count,
        )  # fmt: skip


def _assets(world):
    chance = world.chance
    for number, (sku, price) in enumerate(
        [("TABLET-INSP", 420), ("DRILL-18", 149), ("VAC-UP", 189)] * 4
    ):
        holder = world.members[1 + number % 12]
        bought = world.today - timedelta(days=chance.randint(60, 900))
        years = (world.today - bought).days / 365
        world.add(
            CompanyAsset, at(bought), item_id=world.shelf["items"][sku], assigned_to_id=holder.id,
            storage_location_id=world.shelf["stores"]["VAN-1"], asset_tag=f"HK-{1000 + number}",
            serial_number=f"SN{chance.digits(8)}", purchase_date=bought, useful_life_years=5,
            warranty_expiry=bought + timedelta(days=730), purchase_price=Decimal(price),
            salvage_value=Decimal(20), depreciation_method="straight_line",
            current_value=Decimal(max(20, round(price - (price - 20) * years / 5))),
            status=chance.pick(["in_use", "in_use", "assigned", "maintenance"]),
        )  # fmt: skip


def _in_home(world, home):
    chance, items = world.chance, world.shelf["items"]
    counted = at(world.today - chance.randint(1, 20) * ONE)
    rooms = {r.type: r for r in home.rooms}
    for kind, sku, par in (
        ("KIT", "DISH-SET", home.sleeps + 2), ("KIT", "GLASS-WINE", home.sleeps + 2),
        ("KIT", "PAN-12", 2), ("LAN", "CHAIR-BEACH", 4),
    ):  # fmt: skip
        have = par - chance.weighed({0: 7, 1: 2, 2: 1})
        world.add(
            RoomStock, at(home.since), room_id=rooms[kind].id, item_id=items[sku], par_quantity=par,
            current_quantity=have, last_count_at=counted, last_counted_by_id=home.inspector.id,
            condition="good", purchase_date=home.since,
        )  # fmt: skip
    for code, each in (("SHEET-QUEEN", 3), ("TWL-BATH", 12)):
        par = each * max(1, home.bedrooms)
        world.add(
            LinenPar, at(home.since), property_id=home.id, par_quantity=par, minimum_quantity=par * 2
            // 3, linen_type_id=world.shelf["linen_types"][code], max_quantity=par + each,
        )  # fmt: skip
    for number in range(2):
        code = LINENS[(home.number + number) % len(LINENS)][0]
        item = world.add(
            LinenItem, at(home.since), linen_type_id=world.shelf["linen_types"][code],
            property_id=home.id, barcode=f"L{world.branch:03d}{home.number:05d}{number}",
            condition="good", purchase_date=home.since, wash_count=chance.randint(4, 90),
            last_washed=world.today - chance.randint(1, 9) * ONE, current_location="property",
            purchase_cost=Decimal(LINENS[(home.number + number) % len(LINENS)][4]),
        )  # fmt: skip
    if home.number % 5 == 0:
        found = at(world.today - chance.randint(1, 40) * ONE, 12)
        world.add(
            LinenIssue, found, linen_item_id=item, property_id=home.id, issue_type="stain",
            linen_type_id=world.shelf["linen_types"][code], cause="guest", quantity=1,
            discovered_by_id=home.cleaner.id, description="Sunscreen stain, did not wash out.",
            discovered_at=found, replacement_cost=Decimal("9.80"), is_billable=True,
            status=chance.pick(["open", "investigating", "written_off"]),
        )  # fmt: skip
    if home.number % 3 == 0:
        owner = home.shares_on(world.today)[0].owner
        for name, category, value in (
            ("Koa wood bowl", "decor", 480),
            ("Paddle board", "outdoor", 890),
        ):
            world.add(
                OwnerItem, at(home.since), homeowner_id=owner.id, property_id=home.id, quantity=1,
                custom_item_name=name, category=category, room_id=home.rooms[2].id,
                estimated_value=Decimal(value), purchase_price=Decimal(value), do_not_move=True,
                is_restricted=category == "decor", location="Living room", condition="good",
                special_instructions="Not for guests." if category == "decor" else None,
            )  # fmt: skip
