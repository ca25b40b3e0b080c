"""Guests' money: what stays earn, who it belongs to, owners' statements and payouts."""

from collections import defaultdict
from decimal import Decimal

from config.demo.chance import cents
from config.demo.papers import statement_paper
from config.demo.quotes import ZERO
from config.demo.world import ONE, World, at, month_end, months
from finance.models import OwnerPayout, OwnerStatement, OwnerStatementLine
from reservations.models import ReservationFinancials


def settle_stays(world: World) -> None:
    """Payments when they come, revenue when guests have left, and each stay's figures."""
    ledger = world.shelf["ledger"]
    with world.about("stay money"):
        for home in world.homes:
            for stay in home.stays:
                if stay.money and stay.takes_place:
                    if stay.paid:
                        _receive(world, ledger, stay)
                    if stay.status == "checked_out":
                        _earn(ledger, stay)
                    _figures(world, stay)
            for day, amount, title, job, transaction, _ in home.expenses:
                ledger.post(
                    at(day, 16), "owner_charge", title, [("2200", amount), ("2400", -amount)],
                    id=transaction, property_id=home.id, reference_type="ticket",
                    reference_id=job.id, expense_category_code="MAINTENANCE",
                    homeowner_id=home.shares_on(max(day, home.since))[0].owner.id,
                )  # fmt: skip


def _receive(world, ledger, stay):
    """Full payment 30 days ahead (at booking if later), else the deposit at booking."""
    full = stay.paid == stay.money.net
    when = stay.booked
    if full and stay.platform in ("DIRECT", "PHONE"):
        when = max(when, at(stay.start - 30 * ONE, 9))
    kept = stay.money.commission if full else ZERO
    ledger.post(
        min(when, world.now), "payment", f"Payment for {stay.code}",
        [("1010", stay.paid - kept), ("1250", kept), ("2100", -stay.paid)],
        trust="guest_payment" if full else "guest_deposit", property_id=stay.home.id,
        reservation_id=stay.id, contact_id=stay.guest.contact, platform_code=stay.platform,
        reference_type="reservation", reference_id=stay.id,
        payment_method="card" if stay.platform in ("DIRECT", "PHONE") else "ota_payout",
    )  # fmt: skip


def _earn(ledger, stay):
    money = stay.money
    ledger.post(
        at(stay.end, 8), "revenue", f"Stay {stay.code} completed",
        [
            ("2100", money.net),
            ("2200", -money.owner),
            ("1250", -money.commission),
            ("2400", -(money.management + money.cleaning + money.other)),
            ("2500", -money.resort),
            ("2300", -money.get),
            ("2310", -money.tat),
            ("2320", -money.county),
        ],
        property_id=stay.home.id, reservation_id=stay.id, reference_type="reservation",
        reference_id=stay.id, revenue_category_code="ACCOMMODATION",
        homeowner_id=stay.home.shares_on(stay.end)[0].owner.id,
    )  # fmt: skip


def _figures(world, stay):
    money, home = stay.money, stay.home
    company = money.management + money.cleaning + money.other
    margin = company - home.cleaning_cost - money.processing
    paid_on = (stay.end.replace(day=1) + 32 * ONE).replace(day=12)
    world.add(
        ReservationFinancials, stay.booked, reservation_id=stay.id, calculated_at=stay.booked,
        accommodation_revenue=money.rent, cleaning_fee=money.cleaning, resort_fee=money.resort,
        other_fees=money.other, taxes=money.taxes, gross_revenue=money.gross,
        discounts=money.discount, net_revenue=money.net, commission=money.management,
        owner_payout=money.owner, channel_commission=money.commission,
        payment_processing_fee=money.processing, net_booking_value=money.gross - money.commission,
        get_tax=money.get, tat_tax=money.tat, county_tax=money.county,
        cleaning_cost=home.cleaning_cost, management_fee=money.management,
        company_revenue=company, company_margin=(100 * margin / company).quantize(Decimal("0.01")),
        adr=cents(money.rent / stay.nights), owner_payout_date=paid_on,
        owner_payout_status="paid" if paid_on < world.today else "pending",
    )  # fmt: skip


def state_to_owners(world: World) -> None:
    """A statement a month for each share of each home, and the payout that follows it."""
    with world.about("statements"):
        past = [m for m in months(world.start, world.today) if month_end(m) < world.today]
        for home in world.homes:
            opening = defaultdict(Decimal)
            for month in past:
                if month_end(month) >= home.since:
                    for share, number in _shared(home, month):
                        _statement(world, home, share, number, month, opening, month == past[-1])


def _shared(home, month):
    shares = home.shares_on(max(month, home.since))
    return list(zip(shares, range(len(shares)), strict=True))


def _part(amount, home, month, number):
    """The share's part of an amount, to the cent: the first share takes what rounding leaves."""
    shares = home.shares_on(max(month, home.since))
    parts = [cents(amount * s.percent / 100) for s in shares]
    parts[0] = amount - sum(parts[1:], ZERO)
    return parts[number]


def _statement(world, home, share, number, month, opening, newest):
    ends = month_end(month)
    stays = [s for s in home.stays
             if s.money and s.status == "checked_out" and month <= s.end <= ends]  # fmt: skip
    lines, sums, nights = [], defaultdict(Decimal), 0

    def line(kind, day, text, amount, **links):
        amount = _part(amount, home, month, number)
        if amount:
            lines.append((kind, day, text, amount, links))
            sums[kind] += amount

    for stay in stays:
        money, link = stay.money, {"reservation_id": stay.id}
        nights += stay.nights
        line("revenue", stay.end, f"{stay.code}, {stay.nights} nights, {stay.platform.title()}",
             money.rent - money.discount, **link)  # fmt: skip
        line("fee", stay.end, f"Platform commission, {stay.code}", -money.commission, **link)
        line("management_fee", stay.end, f"Management, {stay.code}", -money.management, **link)
    for day, amount, title, job, transaction, _ in home.expenses:
        if month <= day <= ends:
            line("expense", day, title, -amount, ticket_id=job.id, transaction_id=transaction)
    for day, amount, text, transaction in home.credits:
        if month <= day <= ends:
            line("adjustment", day, text, amount, transaction_id=transaction)
    before = opening[share.owner.id]
    net = sum(sums.values(), ZERO)
    due = before + net
    paid_at = at((ends + ONE).replace(day=12), 11)
    # Of the newest month some always wait: sent, approved, to be approved or still a draft.
    paid = not newest or (paid_at < world.now and home.number % 5 != 1)
    state = "paid" if paid else ["sent", "approved", "pending_approval", "draft"][home.number % 4]
    payout = max(due, ZERO) if paid else ZERO
    closing = due - payout
    opening[share.owner.id] = closing
    made = at(ends + 5 * ONE, 15)
    key = world.add(
        OwnerStatement, made, homeowner_id=share.owner.id, property_id=home.id, period_start=month,
        period_end=ends, trust_account_id=world.shelf["ledger"].trust, opening_balance=before,
        total_revenue=sums["revenue"] + sums["adjustment"], total_fees=-sums["fee"],
        total_expenses=-sums["expense"], management_fee=-sums["management_fee"], net_to_owner=net,
        closing_balance=closing, nights_booked=nights, status=state,
        occupancy_rate=min(Decimal(1), Decimal(nights) / ends.day).quantize(Decimal("0.0001")),
        approved_by_id=world.team("ACCOUNTING")[0].id if state in ("paid", "sent", "approved")
        else None, approved_at=made + ONE if state in ("paid", "sent", "approved") else None,
        sent_at=made + 2 * ONE if state in ("paid", "sent") else None,
        file_id=statement_paper(world, home, share, month, lines, net, made),
        viewed_at=made + 3 * ONE if state == "paid" else None,
    )  # fmt: skip
    transaction = None
    if payout:
        transaction = world.shelf["ledger"].post(
            paid_at, "payout", f"Owner payout {month:%B %Y}, {home.name}",
            [("2200", payout), ("1010", -payout)], trust="owner_payout", property_id=home.id,
            homeowner_id=share.owner.id, reference_type="statement", reference_id=key,
            payment_method="ach",
        )  # fmt: skip
        lines.append(("payout", paid_at.date(), "Payout", -payout,
                      {"transaction_id": transaction}))  # fmt: skip
    for place, (kind, day, text, amount, links) in enumerate(lines, 1):
        world.add(
            OwnerStatementLine, made, owner_statement_id=key, line_number=place, line_type=kind,
            line_date=day, description=text, amount=amount, **links,
        )  # fmt: skip
    if due > 0:
        world.add(
            OwnerPayout, made, homeowner_id=share.owner.id, property_id=home.id,
            owner_statement_id=key, trust_account_id=world.shelf["ledger"].trust, amount=due,
            transaction_id=transaction, bank_account_id=share.owner.bank, payment_method="ach",
            scheduled_date=paid_at.date(), paid_date=paid_at.date() if payout else None,
            reference_number=f"ACH-{world.chance.digits(8)}" if payout else None,
            approved_at=made + ONE if paid else None, status="paid" if payout else "pending",
        )  # fmt: skip


def remit(world: World) -> None:
    """Month by month: what the manager earned leaves the trust, taxes and resort fees are paid."""
    ledger = world.shelf["ledger"]
    with world.about("remit"):
        for month in sorted({m for _, m in ledger.months}):
            after = month_end(month) + ONE
            earned = _due(ledger, "2400", month)
            if earned > 0 and after.replace(day=5) < world.today:
                ledger.post(
                    at(after.replace(day=5), 10), "transfer", f"Earned in {month:%B %Y}",
                    [("2400", earned), ("1010", -earned)], trust="management_fee",
                )  # fmt: skip
                fees = cents(earned * Decimal("0.6"))
                ledger.post(
                    at(after.replace(day=5), 10), "revenue", f"Fees of {month:%B %Y}",
                    [("1000", earned), ("4000", -fees), ("4100", fees - earned)],
                    revenue_category_code="MANAGEMENT_FEES",
                )  # fmt: skip
            resort = _due(ledger, "2500", month)
            if resort > 0 and after.replace(day=10) < world.today:
                ledger.post(
                    at(after.replace(day=10), 10), "expense", f"Resort fees of {month:%B %Y}",
                    [("2500", resort), ("1010", -resort)], trust="expense",
                )  # fmt: skip
            owed = [(n, _due(ledger, n, month)) for n in ("2300", "2310", "2320")]
            if sum(a for _, a in owed) > 0 and after.replace(day=20) < world.today:
                ledger.post(
                    at(after.replace(day=20), 10), "tax", f"GET, TAT and county TAT, {month:%B %Y}",
                    [*owed, ("1010", -sum(a for _, a in owed))], trust="tax_remittance",
                    tax_type_code="TAT",
                )  # fmt: skip


def _due(ledger, number, month):
    """What was credited to the account in that month."""
    return ledger.months[number, month][1] if (number, month) in ledger.months else ZERO
