"""Stays: the calendar of each home, its guests, and what they agreed to."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from config.demo.chance import cents
from config.demo.logins import ACCOUNTS
from config.demo.people import THREE_ROLES
from config.demo.quotes import ZERO, Quote, quote
from config.demo.world import ONE, Home, Member, World, at
from directory.models import Guest as GuestRow
from property.models import AccessCode
from reservations.models import Reservation, ReservationFee, StayGuest

PLATFORMS = {"AIRBNB": 42, "VRBO": 27, "DIRECT": 18, "BOOKING": 8, "PHONE": 3, "PARTNER": 2}
NIGHTS = {3: 9, 4: 18, 5: 22, 6: 13, 7: 22, 8: 4, 9: 3, 10: 5, 14: 3, 28: 1}
GAPS = {0: 34, 1: 24, 2: 18, 3: 12, 5: 8, 9: 4}
LEADS = {3: 8, 12: 14, 25: 18, 45: 22, 75: 18, 120: 12, 190: 8}
#: Kind, first and last day from today: what the homes are doing this morning.
THIS_WEEK = [
    [("guest", -4, 0), ("guest", 0, 5)],
    [("guest", -8, -3), ("guest", -2, 3)],
    [("guest", -6, 0)],
    [("guest", 0, 7)],
    [("guest", -3, 1), ("guest", 1, 6)],
    [("guest", -7, -1), ("guest", 2, 9)],
    [("guest", -5, 2)],
    [("owner", -1, 6)],
    [("guest", -3, 4)],
    [("maintenance", -1, 2), ("guest", 3, 8)],
    [("guest", -5, 0), ("guest", 1, 5)],
]
REQUESTS = [
    "Late flight, arriving around 10 pm.", "Celebrating our 25th anniversary.",
    "Please have the crib set up.", "Ground floor if at all possible.",
    "Travelling with a grandmother who walks slowly.", "Two parking stalls, we pay for one.",
]  # fmt: skip


@dataclass(slots=True)
class Guest:
    """A person who booked; ``stays`` counts those that took place."""

    id: UUID
    contact: UUID
    first: str
    last: str
    email: str
    phone: str
    since: datetime
    platform: str
    vip: bool = False
    stays: int = 0
    nights: int = 0
    revenue: Decimal = ZERO
    first_day: date | None = None
    last_day: date | None = None

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


@dataclass(slots=True)
class Stay:
    """A stay or a block of the calendar: [start, end)."""

    id: UUID
    home: Home
    kind: str
    status: str
    start: date
    end: date
    platform: str
    booked: datetime
    code: str
    guest: Guest | None = None
    money: Quote | None = None
    paid: Decimal = ZERO
    agent: Member | None = None
    vip: bool = False
    repeat: bool = False
    adults: int = 2
    children: int = 0
    pets: int = 0
    clean: UUID | None = None
    journey: UUID | None = None
    review: UUID | None = None

    @property
    def nights(self) -> int:
        return (self.end - self.start).days

    @property
    def takes_place(self) -> bool:
        """Whether it is or will be on the calendar."""
        return self.status in ("pending", "confirmed", "checked_in", "checked_out")


def book(world: World) -> None:
    """Fill the calendars of the branch."""
    world.shelf["guests"] = guests = []
    for home in world.homes:
        with world.about(f"stays/{home.number}"):
            for kind, start, end in _calendar(world, home):
                _book_one(world, home, kind, start, end, guests)
            _refused(world, home, guests)
    with world.about("guests"):
        for guest in guests:
            _write_guest(world, guest)


def _calendar(world, home):
    """(kind, start, end), in order and without overlap."""
    chance, today = world.chance, world.today
    week = [
        (kind, today + first * ONE, today + last * ONE)
        for kind, first, last in THIS_WEEK[home.number % len(THIS_WEEK)]
    ]
    day = max(home.since + 12 * ONE, world.start) + chance.randint(0, 6) * ONE
    while True:
        nights = min(chance.weighed(NIGHTS), (week[0][1] - day).days)
        if nights < 3:
            break
        yield _kind(chance), day, day + nights * ONE
        day += (nights + chance.weighed(GAPS) + (3 if day.month in (5, 9, 10) else 0)) * ONE
    yield from week
    day = week[-1][2] + chance.weighed(GAPS) * ONE
    while day < world.end:
        ahead = (day - today).days
        if not chance.maybe(max(0.12, 0.9 - ahead / 150)):
            day += chance.randint(3, 9) * ONE
            continue
        nights = chance.weighed(NIGHTS)
        yield _kind(chance), day, day + nights * ONE
        day += (nights + chance.weighed(GAPS)) * ONE


def _kind(chance):
    return chance.weighed({"guest": 93, "owner": 4, "owner_guest": 1, "maintenance": 2})


def _book_one(world, home, kind, start, end, guests):
    chance, today = world.chance, world.today
    platform = chance.weighed(PLATFORMS) if kind == "guest" else "OWNER"
    if kind == "maintenance":
        platform = "DIRECT"
    booked = at(start, chance.randint(6, 21), chance.randint(0, 59))
    booked -= (chance.weighed(LEADS) + chance.randint(0, 12)) * ONE
    if booked > world.now:
        booked = world.now - timedelta(minutes=chance.randint(20, 40_000))
    status = "confirmed"
    if end < today or (end == today and home.number % 3 != 1):
        status = "checked_out"
    elif start < today:
        status = "checked_in"
    elif start > today and chance.maybe(0.05):
        status = "pending"
    stay = Stay(
        id=chance.uuid(booked), home=home, kind=kind, status=status, start=start, end=end,
        platform=platform, booked=booked, code=f"HK{chance.getrandbits(35):07X}"[-9:],
    )  # fmt: skip
    stay.agent = world.team("RESERVATIONS")[home.number % 2]
    if kind == "guest":
        stay.vip = start == today and home.number == 0
        stay.guest = _guest(world, guests, stay)
        stay.adults = min(home.sleeps, chance.weighed({1: 1, 2: 10, 3: 2, 4: 4}))
        room_left = home.sleeps - stay.adults
        stay.children = min(room_left, chance.weighed({0: 6, 1: 2, 2: 3}))
        stay.pets = 1 if home.number % 9 == 4 and chance.maybe(0.3) else 0
        stay.money = quote(home, start, stay.nights, platform, chance, pets=stay.pets)
        stay.paid = _paid(world, stay)
    home.stays.append(stay)
    _write(world, stay)


def _paid(world, stay):
    total = stay.money.net
    if stay.status == "pending":
        return ZERO
    if (stay.start - world.today).days <= 30 or stay.platform == "AIRBNB":
        late = stay.start > world.today and world.chance.maybe(0.06)
        return cents(total * Decimal("0.30")) if late else total
    return cents(total * Decimal("0.30"))


def _guest(world, guests, stay):
    """A guest who was here before (a fifth of them), the owner of three roles, or somebody new."""
    chance = world.chance
    if world.branch == 0 and stay.home.number == 2 and not stay.home.stays:
        owner = world.owners[0]
        first, last, contact, email = *THREE_ROLES, owner.contact, owner.email
    elif len(guests) > 20 and not stay.vip and chance.maybe(0.2):
        guest = chance.pick(guests)
        stay.repeat = guest.stays > 0
        return guest
    else:
        first, last = world.names.person(chance)
        mark = f".b{world.branch}" if world.branch else ""
        email = world.names.mail(first, last, f"{len(guests)}{mark}")
        contact = chance.uuid(stay.booked)
        if stay.vip:
            email = ACCOUNTS["GUEST"]
    guest = Guest(
        id=chance.uuid(stay.booked), contact=contact, first=first, last=last, email=email,
        phone=world.phone(), since=stay.booked, platform=stay.platform, vip=stay.vip,
    )  # fmt: skip
    guests.append(guest)
    return guest


def _count(stay):
    guest = stay.guest
    guest.since = min(guest.since, stay.booked)
    if stay.status not in ("checked_in", "checked_out"):
        return
    guest.stays += 1
    guest.nights += stay.nights
    guest.revenue += stay.money.net
    guest.first_day = min(guest.first_day or stay.start, stay.start)
    guest.last_day = max(guest.last_day or stay.end, stay.end)


def _write(world, stay):
    chance, money, guest = world.chance, stay.money, stay.guest
    values = {}
    if money:
        _count(stay)
        values = _money_values(stay)
        values |= {
            "channel_reservation_id": stay.code + stay.platform[0],
            "booking_channel_listing_id": stay.home.channels.get(stay.platform),
            "has_damage_waiver": any(code == "DAMAGE_WAIVER" for code, *_ in money.extras),
            "early_check_in": any(code == "EARLY_CHECK_IN" for code, *_ in money.extras),
            "late_check_out": any(code == "LATE_CHECKOUT" for code, *_ in money.extras),
            "cancellation_policy": "firm" if stay.platform != "BOOKING" else "moderate",
            "special_requests": chance.pick(REQUESTS) if chance.maybe(0.25) else None,
            "expected_arrival_time": f"{chance.randint(15, 21):02d}:00",
            "transportation_method": chance.pick(["rental", "rental", "shuttle", "rideshare"]),
        }
    elif stay.kind == "maintenance":
        values = {"internal_notes": "Lanai resealing and air conditioning service."}
    gone, here = stay.status == "checked_out", stay.status in ("checked_in", "checked_out")
    world.add(
        Reservation, stay.booked, id=stay.id, property_id=stay.home.id,
        guest_id=guest and guest.id, booking_source_code=stay.platform,
        assigned_member_id=stay.agent.id, check_in_date=stay.start, check_out_date=stay.end,
        adults=stay.adults, children=stay.children, pets=stay.pets, booked_at=stay.booked,
        confirmed_at=None if stay.status == "pending" else stay.booked + timedelta(minutes=9),
        actual_check_in_at=at(stay.start, 16, chance.randint(0, 300)) if here else None,
        actual_check_out_at=at(stay.end, 6, chance.randint(0, 45)) if gone else None,
        rental_agreement_signed_at=stay.booked + timedelta(hours=5) if guest else None,
        is_repeat_guest=stay.repeat, reservation_type=stay.kind, confirmation_code=stay.code,
        status=stay.status, **values,
    )  # fmt: skip
    if guest and not world.sketch:
        _party(world, stay)
        fee_rows(world, stay)
        _door_code(world, stay)


def _money_values(stay):
    money = stay.money
    due = money.net - stay.paid
    state = "paid" if not due else "deposit_paid" if stay.paid else "pending"
    return {
        "nightly_rate": cents(money.rent / stay.nights),
        "base_rate": stay.home.nightly,
        "accommodation_total": money.rent,
        "fees_total": money.fees,
        "taxes_total": money.taxes,
        "gross_total": money.gross,
        "discount_total": money.discount,
        "net_total": money.net,
        "deposit_amount": cents(money.net * Decimal("0.30")),
        "amount_paid": stay.paid,
        "amount_due": due,
        "payout_amount": money.owner,
        "cleaning_fee": money.cleaning,
        "service_fee": cents(money.rent * Decimal("0.05")) if stay.platform == "VRBO" else ZERO,
        "get_tax_amount": money.get,
        "tat_tax_amount": money.tat,
        "county_tax_amount": money.county,
        "payment_status": state,
        "deposit_status": "none",
    }


def fee_rows(world: World, stay: Stay) -> None:
    """The lines of the guest's bill beside the rent: fees, then taxes."""
    money, rows = stay.money, []
    rows.append(("CLEANING", "Cleaning fee", money.cleaning, True, "flat", 1))
    if money.resort:
        nightly = money.resort / stay.nights
        rows.append(("RESORT", "Resort fee", nightly, True, "per_night", stay.nights))
    rows += [(code, name, amount, tax, "flat", 1) for code, name, amount, tax in money.extras]
    rows += [
        ("GET", "General excise tax", money.get, False, "percent", 1),
        ("TAT", "Transient accommodations tax", money.tat, False, "percent", 1),
        ("MTA", "Maui county accommodations tax", money.county, False, "percent", 1),
    ]
    fee = world.codes["fee"]
    for code, name, amount, taxable, kind, quantity in rows:
        world.add(
            ReservationFee, stay.booked, reservation_id=stay.id, fee_type_id=fee[code],
            fee_name=name, amount=amount, original_amount=amount, quantity=quantity,
            is_taxable=taxable, is_refundable=code == "CLEANING", added_at=stay.booked,
            is_optional=code in ("PET", "DAMAGE_WAIVER", "EARLY_CHECK_IN", "LATE_CHECKOUT"),
            calculation_type=kind, source="rule",
        )  # fmt: skip


def _party(world, stay):
    guest, chance = stay.guest, world.chance
    world.add(
        StayGuest, stay.booked, reservation_id=stay.id, guest_id=guest.id, guest_type="adult",
        first_name=guest.first, last_name=guest.last, is_primary=True, email=guest.email,
        phone=guest.phone,
    )  # fmt: skip
    # The rest of the party is only known once they fill in the form, near arrival.
    if abs((stay.start - world.today).days) > 45:
        return
    for number in range(stay.adults + stay.children - 1):
        child = number >= stay.adults - 1
        world.add(
            StayGuest, stay.booked, reservation_id=stay.id, guest_type="child" if child else "adult",
            first_name=chance.pick(world.names.first), last_name=guest.last, is_minor=child,
            age=chance.randint(3, 15) if child else None,
            relationship_to_primary="child" if child else chance.pick(["spouse", "friend"]),
        )  # fmt: skip


def _door_code(world, stay):
    """A code of six digits for the stay alone, from a week ahead; the old ones are kept closed."""
    if not -30 <= (stay.start - world.today).days <= 7 or not stay.takes_place:
        return
    made = at(stay.start - 7 * ONE, 6)
    world.add(
        AccessCode, made, property_id=stay.home.id, door_id=stay.home.door, lock_id=stay.home.lock,
        reservation_id=stay.id, contact_id=stay.guest.contact, code_type="door",
        code_location="Front door", code_value=world.chance.digits(6), audience="guest",
        is_current=stay.end >= world.today, effective_date=stay.start, expiry_date=stay.end,
        valid_from=at(stay.start, 16), valid_until=at(stay.end, 10),
    )  # fmt: skip


def _refused(world, home, guests):
    """Stays that did not take place: one in thirteen, and a few open questions."""
    chance = world.chance
    for other in [s for s in home.stays if s.kind == "guest" and chance.maybe(0.08)]:
        booked = other.booked - timedelta(days=chance.randint(3, 40))
        ends = booked + timedelta(hours=chance.randint(5, 60))
        _write_refused(world, home, guests, other, booked, "cancelled", ends)
    open_days = [s for s in home.stays if s.kind == "guest" and s.start > world.today]
    if open_days and home.number % 4 == 1:
        asked = world.now - timedelta(hours=chance.randint(1, 70))
        _write_refused(world, home, guests, open_days[-1], asked, "inquiry", None)
    gone = [s for s in home.stays if s.kind == "guest" and s.end < world.today]
    if gone and home.number % 6 == 3:
        _write_refused(world, home, guests, gone[0], gone[0].booked, "no_show", None)


def _write_refused(world, home, guests, like, booked, status, ended):
    chance = world.chance
    stay = Stay(
        id=chance.uuid(booked), home=home, kind="guest", status=status, start=like.start,
        end=like.end, platform=chance.pick(["AIRBNB", "VRBO", "DIRECT"]), booked=booked,
        code=f"HK{chance.getrandbits(35):07X}"[-9:],
    )  # fmt: skip
    stay.agent = like.agent
    stay.guest = chance.pick(guests)
    money = stay.money = quote(home, stay.start, stay.nights, stay.platform, chance, pets=0)
    values = _money_values(stay)
    if status == "cancelled":
        # Paid the deposit, and got it back in time.
        deposit = values["deposit_amount"]
        values |= {
            "refund_total": money.net, "net_total": ZERO, "amount_paid": deposit,
            "amount_due": ZERO, "payment_status": "refunded", "payout_amount": ZERO,
        }  # fmt: skip
    world.add(
        Reservation, booked, id=stay.id, property_id=home.id, guest_id=stay.guest.id,
        booking_source_code=stay.platform, assigned_member_id=stay.agent.id,
        check_in_date=stay.start, check_out_date=stay.end, booked_at=booked, status=status,
        adults=2, reservation_type="guest", confirmation_code=stay.code, cancelled_at=ended,
        confirmed_at=None if status == "inquiry" else booked + timedelta(minutes=9),
        cancelled_by="guest" if ended else None,
        cancellation_reason=chance.pick(
            ["Flights became too dear", "Change of plans", "Illness in the family"]
        ) if ended else None, cancellation_policy="firm", **values,
    )  # fmt: skip
    if not world.sketch:
        fee_rows(world, stay)


def _write_guest(world, guest):
    chance = world.chance
    past_vip = guest.vip or guest.stays >= 5
    if guest.contact != world.owners[0].contact:
        world.contact(
            guest.first, guest.last, guest.since, id=guest.contact, email=guest.email,
            phone=guest.phone, phone_type="mobile", sms_capable=True,
            sms_opt_in=chance.maybe(0.7), email_opt_in=chance.maybe(0.5),
            external_source={"AIRBNB": "airbnb", "VRBO": "vrbo", "BOOKING": "booking"}.get(
                guest.platform, "website"
            ),
            external_id=f"{guest.platform[:2]}{chance.getrandbits(36):09x}",
            **world.names.address(chance),
        )  # fmt: skip
    world.add(
        GuestRow, guest.since, id=guest.id, contact_id=guest.contact, is_vip=past_vip,
        vip_reason=None if not past_vip else "Silver wedding; sent by the owner of another home"
        if guest.vip else "Comes back again and again",
        vip_notes="Plumeria in the room, no feather pillows." if guest.vip else None,
        loyalty_tier=["bronze", "silver", "gold", "platinum"][min(3, guest.stays // 2)],
        lifetime_stays=guest.stays, lifetime_nights=guest.nights, lifetime_revenue=guest.revenue,
        first_stay_date=guest.first_day, last_stay_date=guest.last_day,
        booking_source_primary=guest.platform,
        guest_type=chance.weighed({"leisure": 6, "family": 4, "group": 1, "business": 0.5}),
        group_size_typical=chance.randint(2, 6), travels_with_pets=chance.maybe(0.06),
        guest_status="blocked" if chance.maybe(0.002) else "active",
        birthday=date(chance.randint(1950, 2000), chance.randint(1, 12), chance.randint(1, 28)),
    )  # fmt: skip
