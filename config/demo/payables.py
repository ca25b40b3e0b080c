"""What the company spends: bills, card purchases, invoices to others, budgets."""

from datetime import timedelta
from decimal import Decimal

from config.demo.chance import cents
from config.demo.files import keep
from config.demo.world import ONE, World, at, month_end, months
from finance.models import (
    Budget,
    BudgetLine,
    Expense,
    ExpenseReceipt,
    Invoice,
    InvoiceLine,
    VendorPayment,
)

#: What is bought with the company's cards.
PURCHASES = [
    ("SUPPLIES", "Coffee, soap and paper for the welcome kits", 210),
    ("TRAVEL", "Fuel for van 2", 78),
    ("OFFICE", "Printer paper and labels", 46),
    ("PARTS", "Hinges, screws and filters", 64),
    ("CLEANING", "Cleaning agents", 132),
    ("TRAINING", "First aid course", 95),
    ("MARKETING", "Printing of door hangers", 160),
]


def pay_vendors(world: World) -> None:
    """A bill for each vendor's visit, paid after its term; the newest still wait."""
    ledger = world.shelf["ledger"]
    lead = world.team("ACCOUNTING")[0]
    with world.about("bills") as chance:
        for home in world.homes:
            for day, amount, title, job, _, company in home.expenses:
                if company is None:
                    continue
                due = day + 21 * ONE
                age = (world.today - due).days
                state = "paid" if age > 0 else ["approved", "pending_approval", "received",
                                                "scheduled"][home.number % 4]  # fmt: skip
                transaction = None
                if state == "paid":
                    transaction = ledger.post(
                        at(due, 10), "expense", f"Bill: {title}", [("5200", amount), ("1000", -amount)],
                        property_id=home.id, vendor_id=company, expense_category_code="MAINTENANCE",
                    )  # fmt: skip
                world.add(
                    VendorPayment, at(day + ONE), company_id=company, ticket_id=job.id,
                    property_id=home.id, expense_category_code="MAINTENANCE", amount=amount,
                    invoice_number=f"B{chance.digits(9)}", invoice_date=day, due_date=due,
                    billable_to="owner", payment_method="ach", is_1099_reportable=True,
                    approved_by_id=lead.id if state != "received" else None,
                    approved_at=at(day + 4 * ONE) if state in ("paid", "approved") else None,
                    amount_paid=amount if state == "paid" else 0, transaction_id=transaction,
                    paid_at=at(due, 10) if state == "paid" else None, status=state,
                )  # fmt: skip


def spend(world: World) -> None:
    """Card purchases with their receipts, and what every month costs."""
    ledger = world.shelf["ledger"]
    with world.about("expenses") as chance:
        for number in range(70):
            day = world.today - timedelta(days=number * 2 + 1)
            category, text, cost = chance.pick(PURCHASES)
            amount = cents(Decimal(cost) * chance.score(0.7, 1.4))
            state = ["submitted", "draft", "approved"][number % 3] if number < 6 else "posted"
            buyer = chance.pick(world.members)
            transaction = None
            if state == "posted":
                account = "5300" if category in ("SUPPLIES", "CLEANING", "PARTS") else "6000"
                transaction = ledger.post(
                    at(day, 17), "expense", text, [(account, amount), ("1000", -amount)],
                    expense_category_code=category, payment_method="card",
                )  # fmt: skip
            home = chance.pick(world.homes) if category == "PARTS" else None
            key = world.add(
                Expense, at(day, 17), property_id=home and home.id, submitted_by_id=buyer.id,
                expense_category_code=category, expense_date=day, description=text, amount=amount,
                payment_method="company_card", transaction_id=transaction, status=state,
                approved_by_id=world.members[0].id if state in ("approved", "posted") else None,
                approved_at=at(day + ONE) if state in ("approved", "posted") else None,
            )  # fmt: skip
            if number % 3 == 0:
                world.add(
                    ExpenseReceipt, at(day, 17), expense_id=key, receipt_date=day,
                    file_id=keep(world, f"receipts/{day:%Y%m%d}-{number}.jpg", "image", at(day, 17)),
                    vendor_name="Maui Mercantile", receipt_total=amount, is_verified=state == "posted",
                )  # fmt: skip
        for month in months(world.start, world.today):
            ends = month_end(month)
            if ends < world.today:
                for account, cost, text in (
                    ("5000", 9000, "Cleaning by contractors"), ("5300", 5200, "Linen service"),
                    ("5400", 2600, "Card processing"), ("6000", 7400, "Rent, software, vans"),
                ):  # fmt: skip
                    amount = cents(Decimal(cost) * len(world.homes) / 60 * chance.score(0.85, 1.15))
                    ledger.post(at(ends, 12), "expense", f"{text}, {month:%B %Y}",
                                [(account, amount), ("1000", -amount)])  # fmt: skip


def invoice(world: World) -> None:
    """Invoices to owners and guests, in every state."""
    with world.about("invoices") as chance:
        made = [
            ("paid", 70), ("paid", 55), ("paid", 41), ("paid", 33), ("overdue", 48), ("overdue", 36),
            ("sent", 12), ("viewed", 9), ("partially_paid", 20), ("sent", 4), ("draft", 1), ("void", 25),
        ]  # fmt: skip
        for number, (state, age) in enumerate(made):
            home = world.homes[number % len(world.homes)]
            owner = home.shares_on(world.today)[0].owner
            stay = next(
                (s for s in reversed(home.stays) if s.guest and s.start < world.today), None
            )
            to_guest = number % 3 == 2 and stay is not None
            day = world.today - age * ONE
            lines = [
                ("Deep clean of upholstery", Decimal(1), chance.money(120, 380, "5")),
                ("Replacement linen set", Decimal(2), chance.money(45, 90, "5")),
            ]
            subtotal = sum((quantity * price for _, quantity, price in lines), Decimal(0))
            taxes = [cents(quantity * price * Decimal("0.04712")) for _, quantity, price in lines]
            total = subtotal + sum(taxes, Decimal(0))
            paid = {"paid": total, "partially_paid": cents(total / 2)}.get(state, Decimal(0))
            key = world.add(
                Invoice, at(day), contact_id=stay.guest.contact if to_guest else owner.contact,
                homeowner_id=None if to_guest else owner.id, property_id=home.id,
                reservation_id=stay.id if to_guest else None, invoice_date=day, terms="14 days",
                invoice_type="guest" if to_guest else "owner", due_date=day + 14 * ONE,
                sent_at=None if state == "draft" else at(day + ONE), subtotal_amount=subtotal,
                paid_at=at(day + 9 * ONE) if state == "paid" else None, amount_paid=paid,
                tax_amount=total - subtotal, total_amount=total, status=state,
                voided_at=at(day + 3 * ONE) if state == "void" else None,
                void_reason="Sent twice" if state == "void" else None,
                created_by_id=world.team("ACCOUNTING")[0].id,
            )  # fmt: skip
            for place, ((text, quantity, price), tax) in enumerate(
                zip(lines, taxes, strict=True), 1
            ):  # fmt: skip
                world.add(
                    InvoiceLine, at(day), invoice_id=key, line_number=place, description=text,
                    quantity=quantity, unit_price=price, tax_amount=tax, tax_type_code="GET",
                    revenue_category_code="OTHER", account_id=world.shelf["accounts"]["4200"],
                )  # fmt: skip


def budget(world: World) -> None:
    """This year's budgets of the company's teams and some homes."""
    year = world.today.year
    with world.about("budgets") as chance:
        scopes = [
            ("company", None, None),
            ("team", None, "HOUSEKEEPING"),
            ("team", None, "MAINTENANCE"),
        ]
        scopes += [("property", home, None) for home in world.homes[:6]]
        for scope, home, team in scopes:
            lines = []
            for month in range(1, 13):
                for account, amount in (("4000", 5200), ("5300", 900), ("5200", 600)):
                    lines.append((account, month, chance.money(amount * 0.8, amount * 1.2, "10")))
            revenue = sum((a for n, _, a in lines if n == "4000"), Decimal(0))
            expense = sum((a for n, _, a in lines if n != "4000"), Decimal(0))
            name = home.name if home else (team or "company").capitalize()
            first = world.today.replace(month=1, day=1)
            key = world.add(
                Budget, at(first - 40 * ONE), budget_name=f"{name} {year}", scope_type=scope,
                property_id=home and home.id, team_id=team and world.codes["team"][team],
                fiscal_year=year, period_start=first, period_end=first.replace(month=12, day=31),
                approved_by_id=world.members[0].id, approved_at=at(first - 20 * ONE),
                total_revenue=revenue, total_expense=expense, status="approved",
            )  # fmt: skip
            for account, month, amount in lines:
                over = month < world.today.month
                world.add(
                    BudgetLine, at(first - 40 * ONE), budget_id=key, budgeted_amount=amount,
                    account_id=world.shelf["accounts"][account], period_month=first.replace(month=month),
                    actual_amount=cents(amount * chance.score(0.9, 1.1)) if over else Decimal(0),
                )  # fmt: skip
