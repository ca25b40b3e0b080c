"""Homeowners, their shares and changes of ownership, and what is kept secret about them."""

from datetime import timedelta
from decimal import Decimal

from config.demo.people import THREE_ROLES
from config.demo.world import ONE, Owner, Share, World, at
from directory.models import Homeowner, Ownership
from ref.models import FeeRate
from secure.models import BankAccount, Credential, PaymentMethod, TaxIdentity

#: Nobody's: the routing number of a bank that does not exist, with a check digit that fits.
ROUTING = "990001232"


def settle(world: World) -> None:
    """Give every home its owners: 45 to 60 homes, by shares."""
    world.owners = []
    with world.about("owners"):
        count = max(3, world.properties * 3 // 4)
        for number in range(count):
            world.owners.append(_owner(world, number))
        for home in world.homes:
            _share_out(world, home)


def _owner(world, number):
    chance = world.chance
    since = world.start - timedelta(days=chance.randint(30, 700))
    kind = chance.weighed({"individual": 6, "trust": 2, "llc": 2})
    member = None
    if number == 0 and world.branch == 0:
        member = world.team("OWNER_RELATIONS")[0]
        first, last, kind = *THREE_ROLES, "individual"
        contact = member.contact
        email = world.names.mail(first, last, world.members.index(member))
    else:
        first, last = world.names.person(chance)
        mark = f".o{world.branch}{number}"
        email = world.names.mail(first, last, mark)
        contact = world.contact(
            first, last, at(since), email=email, phone=world.phone(), phone_type="mobile",
            sms_capable=True, sms_opt_in=chance.maybe(0.6), external_source="streamline",
            streamline_id=str(7000 + number + 1000 * world.branch), **world.names.address(chance),
        )  # fmt: skip
    name = {"individual": f"{first} {last}", "trust": f"{last} Family Trust",
            "llc": f"{last} Island Homes LLC"}[kind]  # fmt: skip
    tax_number = f"899{chance.randint(1, 99):02}{chance.randint(1, 9999):04}"
    if kind != "individual":
        tax_number = f"07{chance.digits(7)}"  # no office gives numbers that begin so
    last_four = tax_number[-4:]
    key = world.add(
        Homeowner, at(since), contact_id=contact, owner_type=kind, contract_start_date=since,
        owner_since=since, communication_preference=chance.pick(["email", "phone", "portal"]),
        communication_frequency=chance.pick(["minimal", "standard", "detailed"]),
        auto_approve_categories=["supplies", "cleaning"], legal_name=name,
        trust_level=chance.weighed({"standard": 5, "trusted": 3, "vip": 1, "new": 1}),
        entity_name=None if kind == "individual" else name, w9_on_file=number % 11 != 5,
        w9_date=None if number % 11 == 5 else since, payment_method="ach",
        tax_classification={"individual": "individual", "trust": "trust", "llc": "llc"}[kind],
        tax_id_last_four=last_four, report_detail_level=chance.pick(["summary", "detailed"]),
        approval_required_threshold=Decimal(chance.pick([250, 500, 750, 1000])),
        owner_status="active", statement_delivery=chance.pick(["email", "portal", "both"]),
        notes="Works with us too: statements are checked by a second person." if member else None,
        streamline_owner_id=str(7000 + number + 1000 * world.branch),
    )  # fmt: skip
    owner = Owner(id=key, contact=contact, name=name, email=email)
    owner.bank = _bank(world, owner, since)
    world.add(
        TaxIdentity, at(since), contact_id=contact,
        data_type="ssn" if kind == "individual" else "ein", encrypted_value=tax_number,
        is_verified=number % 4 != 3,
        verified_at=at(since + 3 * ONE) if number % 4 != 3 else None, consent_at=at(since),
        purge_after=world.today + timedelta(days=7 * 365),
    )  # fmt: skip
    return owner


def _bank(world, owner, since):
    return world.add(
        BankAccount, at(since), contact_id=owner.contact, account_purpose="owner_payout",
        account_holder_name=owner.name, account_type="checking", is_default=True,
        bank_name=world.chance.pick(["Bank of the Reef", "Lokahi Credit Union", "First Lanai"]),
        account_number_encrypted=world.chance.digits(10), routing_number_encrypted=ROUTING,
        verification_status="verified", verified_at=at(since + 4 * ONE),
    )  # fmt: skip


def _share_out(world, home):
    """Home 2 is split 60 to 40, and the 40 changed hands; each ninth home was sold as a whole."""
    owners, number = world.owners, home.number
    owner = owners[number % len(owners)]
    other = owners[(number * 7 + 3) % len(owners)]
    if other is owner:
        other = owners[(number + 1) % len(owners)]
    third = next(o for o in reversed(owners) if o not in (owner, other))
    sold = (world.today - timedelta(days=274)).replace(day=1)
    if number == 1:
        home.shares = [
            Share(owner, Decimal(60), home.since),
            Share(third, Decimal(40), home.since, max(sold, home.since + ONE)),
            Share(other, Decimal(40), max(sold, home.since + ONE)),
        ]
    elif number % 9 == 5 and home.since < sold:
        home.shares = [
            Share(other, Decimal(100), home.since, sold),
            Share(owner, Decimal(100), sold),
        ]
    elif number % 11 == 7:
        home.shares = [
            Share(owner, Decimal(50), home.since), Share(other, Decimal(50), home.since)
        ]  # fmt: skip
    else:
        home.shares = [Share(owner, Decimal(100), home.since)]
    for share in home.shares:
        lead = share.owner is owner or len(home.shares_on(share.start)) == 1
        world.add(
            Ownership,
            at(share.start),
            homeowner_id=share.owner.id,
            property_id=home.id,
            ownership_type="primary" if lead else "secondary",
            ownership_percentage=share.percent,
            distribution_split=share.percent,
            is_primary_contact=lead and share.end is None,
            is_contract_contact=lead,
            is_maintenance_contact=lead,
            is_payee=True,
            effective_date=share.start,
            end_date=share.end,
            management_fee_rate=home.fee_rate,
            notes="Sold to the next owner." if share.end else None,
        )


def company_secrets(world: World) -> None:
    """The company's bank accounts, a system's password, cards on file."""
    with world.about("secrets") as chance:
        company = world.shelf["company_contact"]
        for purpose, name in (
            ("company_trust", "Client trust"), ("company_operating", "Operating")
        ):  # fmt: skip
            world.shelf[purpose] = world.add(
                BankAccount, contact_id=company, account_purpose=purpose, bank_name="First Lanai",
                account_holder_name=f"Halekai Maui LLC - {name}", is_default=True,
                account_number_encrypted=chance.digits(12), routing_number_encrypted=ROUTING,
                verification_status="verified", verified_at=world.founded,
            )  # fmt: skip
        for name, system, kind in (
            ("Lock cloud", "kahu", "api_key"), ("Text messages", "sms", "bearer_token"),
            ("Market data", "market", "api_key"), ("Instagram", "instagram", "oauth_token"),
        ):  # fmt: skip
            world.shelf["credential", system] = world.add(
                Credential, credential_name=name, system_name=system, credential_type=kind,
                encrypted_value=f"demo-{system}-{chance.digits(12)}",
                last_used_at=world.now - timedelta(hours=2),
                last_rotated_at=at(world.today - timedelta(days=80)),
                rotation_due_at=at(world.today + timedelta(days=10)),
            )  # fmt: skip
        guests = [h.stays[0].guest for h in world.homes if h.stays and h.stays[0].guest][:6]
        for guest in {g.contact: g for g in guests}.values():
            world.add(
                PaymentMethod, contact_id=guest.contact, payment_type="credit_card",
                last_four=chance.digits(4), card_brand=chance.pick(["visa", "mastercard", "amex"]),
                expiry_month=chance.randint(1, 12), expiry_year=world.today.year + 2,
                billing_name=guest.name, token=f"tok_demo_{chance.digits(14)}", is_default=True,
                is_verified=True, processor="stripe",
                last_used_at=world.now - timedelta(days=chance.randint(1, 60)),
            )  # fmt: skip


def fee_rates(world: World) -> None:
    """What fees cost, narrowest scope first, and the tax rates that held."""
    fee = world.codes["fee"]
    for code, rate, kind in (
        ("PET", "150.00", "flat"), ("EARLY_CHECK_IN", "75.00", "flat"),
        ("LATE_CHECKOUT", "75.00", "flat"), ("DAMAGE_WAIVER", "79.00", "flat"),
        ("ADMIN", "35.00", "flat"),
    ):  # fmt: skip
        world.add(
            FeeRate, fee_type_id=fee[code], scope_level="global", rate=Decimal(rate),
            rate_type=kind, effective_date=world.founded.date(),
        )  # fmt: skip
    for code, before, now in (("TAT", "0.1025", "0.11"), ("MTA", "0.03", "0.03"),
                              ("GET", "0.04712", "0.04712")):  # fmt: skip
        changed = world.today.replace(year=2026, month=1, day=1)
        world.add(
            FeeRate, fee_type_id=fee[code], scope_level="global", rate=Decimal(before),
            rate_type="percent", effective_date=changed.replace(year=2024),
            effective_to=changed - ONE,
        )  # fmt: skip
        world.add(
            FeeRate, fee_type_id=fee[code], scope_level="global", rate=Decimal(now),
            rate_type="percent", effective_date=changed,
        )  # fmt: skip


def home_fees(world: World) -> None:
    """Cleaning fee of each home, resort fee of each resort that asks one."""
    fee = world.codes["fee"]
    for home in world.homes:
        world.add(
            FeeRate, at(home.since), fee_type_id=fee["CLEANING"], scope_level="property",
            property_id=home.id, rate=home.cleaning_fee, rate_type="flat",
            effective_date=home.since,
        )  # fmt: skip
    for resort, nightly in zip(world.resorts, RESORT_FEES, strict=True):
        if nightly:
            world.add(
                FeeRate, fee_type_id=fee["RESORT"], scope_level="resort", resort_id=resort.id,
                rate=nightly, rate_type="per_night", effective_date=world.founded.date(),
            )  # fmt: skip


RESORT_FEES = [Decimal(28), Decimal(0), Decimal(35), Decimal(25), Decimal(0), Decimal(0)]
