"""The double-entry ledger of a branch, with its trust account."""

from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from config.demo.world import ONE, World, at, month_end
from finance.models import (
    AccountBalance,
    LedgerAccount,
    Transaction,
    TransactionLine,
    TrustAccount,
    TrustTransaction,
)

#: Number, name, type, subtype, held in trust.
ACCOUNTS = [
    ("1000", "Operating bank", "asset", "bank", False),
    ("1010", "Client trust bank", "asset", "trust", True),
    ("1020", "Security deposit bank", "asset", "trust", True),
    ("1250", "Platform commissions to clear", "asset", "receivable", True),
    ("2000", "Accounts payable", "liability", "payable", False),
    ("2100", "Guest deposits", "liability", "deposit_liability", True),
    ("2200", "Payable to owners", "liability", "owner_payable", True),
    ("2300", "General excise tax payable", "liability", "tax_payable", True),
    ("2310", "Transient accommodations tax payable", "liability", "tax_payable", True),
    ("2320", "County accommodations tax payable", "liability", "tax_payable", True),
    ("2400", "Due to the manager", "liability", "payable", True),
    ("2500", "Resort fees payable", "liability", "payable", True),
    ("2600", "Payroll taxes payable", "liability", "payroll", False),
    ("3000", "Member's equity", "equity", "other", False),
    ("4000", "Management fees", "income", "operating", False),
    ("4100", "Cleaning and guest fees", "income", "operating", False),
    ("4200", "Recharged maintenance", "income", "operating", False),
    ("5000", "Cleaning by contractors", "expense", "cost_of_sales", False),
    ("5100", "Payroll", "expense", "payroll", False),
    ("5200", "Maintenance by vendors", "expense", "cost_of_sales", False),
    ("5300", "Supplies and linen", "expense", "cost_of_sales", False),
    ("5400", "Payment processing", "expense", "operating", False),
    ("6000", "Office, software and vehicles", "expense", "operating", False),
]
DEBIT = {"asset", "expense"}
KINDS = {row[0]: row[2] for row in ACCOUNTS}


class Ledger:
    """Posts balanced transactions and remembers what the balances need.

    A line is an account number and an amount: above zero a debit, below a credit.
    """

    def __init__(self, world: World, accounts: dict[str, UUID], trust: UUID):
        self.world, self.accounts, self.trust = world, accounts, trust
        self.movements: list[tuple] = []
        self.months: dict[tuple, list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])

    def post(self, when: datetime, kind: str, text: str, lines, *, trust=None, id=None, **links):  # noqa: A002
        """A posted transaction of these lines; gives its key.

        ``trust`` names the kind of movement where the trust account (1010) moves. Raises
        ``ValueError`` when debits and credits differ.
        """
        lines = [(number, amount) for number, amount in lines if amount]
        if sum(amount for _, amount in lines):
            raise ValueError(f"{text}: debits and credits differ: {lines}")
        day = (when - timedelta(hours=10)).date()
        key = id or self.world.chance.uuid(when)
        total = sum((amount for _, amount in lines if amount > 0), Decimal(0))
        moved = sum((amount for number, amount in lines if number == "1010"), Decimal(0))
        self.world.add(
            Transaction, when, id=key, transaction_type=kind, transaction_date=day,
            posted_date=day, description=text, amount=total, is_trust=bool(moved),
            account_id=self.accounts[lines[0][0]], status="posted", **links,
        )  # fmt: skip
        shared = {k: v for k, v in links.items()
                  if k in ("property_id", "reservation_id", "homeowner_id")}  # fmt: skip
        for place, (number, amount) in enumerate(lines, 1):
            side = "debit_amount" if amount > 0 else "credit_amount"
            self.world.add(
                TransactionLine, when, transaction_id=key, account_id=self.accounts[number],
                line_number=place, **{side: abs(amount)}, **shared,
            )  # fmt: skip
            self.months[number, day.replace(day=1)][amount < 0] += abs(amount)
        if moved:
            self.movements.append((when, trust or "adjustment", moved, text, key, shared))
        return key

    def close(self) -> Decimal:
        """Write the trust account's journal in order of time; gives its balance."""
        balance = Decimal(0)
        for when, kind, amount, text, key, shared in sorted(self.movements, key=lambda m: m[0]):
            balance += amount
            day = (when - timedelta(hours=10)).date()
            cleared = day < self.world.today - 3 * ONE
            self.world.add(
                TrustTransaction, when, trust_account_id=self.trust, transaction_id=key,
                transaction_type=kind, transaction_date=day, description=text, amount=amount,
                balance_after=balance, posted_at=when, cleared_on=day + 2 * ONE if cleared else None,
                status="cleared" if cleared else "posted", **shared,
            )  # fmt: skip
        return balance


def open_books(world: World) -> Ledger:
    """Accounts once, a trust account and a ledger for each branch."""
    if "accounts" not in world.shelf:
        world.shelf["accounts"] = accounts = {}
        for number, name, kind, subtype, trust in ACCOUNTS:
            accounts[number] = world.add(
                LedgerAccount, account_number=number, account_name=name, account_type=kind,
                account_subtype=subtype, is_trust=trust, is_system=True,
                normal_balance="debit" if kind in DEBIT else "credit", qbo_account_id=f"Q{number}",
            )  # fmt: skip
        world.shelf["months"] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    with world.about("books") as chance:
        trust = chance.uuid(world.founded)
    world.shelf["ledger"] = Ledger(world, world.shelf["accounts"], trust)
    return world.shelf["ledger"]


def close_books(world: World) -> None:
    """The branch's trust account with its balance; its months join the company's."""
    ledger = world.shelf["ledger"]
    with world.about("closing") as chance:
        balance = ledger.close()
        where = f" {world.branch + 1}" if world.branch else ""
        world.add(
            TrustAccount, id=ledger.trust, account_name=f"Client trust{where}",
            account_type="client_trust", ledger_account_id=ledger.accounts["1010"],
            bank_name="First Lanai", account_last_four=chance.digits(4), current_balance=balance,
            bank_account_id=world.shelf.get("company_trust"), opened_on=world.founded.date(),
            last_reconciled_on=month_end((world.today.replace(day=1) - ONE).replace(day=1)),
        )  # fmt: skip
        if world.branch == 0:
            for name, kind, number in (
                ("Operating", "operating", "1000"), ("Security deposits", "security_deposit", "1020"),
            ):  # fmt: skip
                world.add(
                    TrustAccount, account_name=name, account_type=kind, bank_name="First Lanai",
                    ledger_account_id=ledger.accounts[number], account_last_four=chance.digits(4),
                    bank_account_id=world.shelf.get("company_operating"),
                    opened_on=world.founded.date(),
                )  # fmt: skip
    for key, (debit, credit) in ledger.months.items():
        world.shelf["months"][key][0] += debit
        world.shelf["months"][key][1] += credit


def balance_months(world: World) -> None:
    """What each account opened and closed with, month by month; all but this one reconciled."""
    totals = world.shelf["months"]
    accountant = world.team("ACCOUNTING")[0]
    with world.about("balances"):
        for number, account in world.shelf["accounts"].items():
            held = Decimal(0)
            for month in sorted(m for n, m in totals if n == number):
                debit, credit = totals[number, month]
                change = debit - credit if KINDS[number] in DEBIT else credit - debit
                closed = held + change
                done = month_end(month) < world.today - 10 * ONE
                bank = number in ("1000", "1010")
                world.add(
                    AccountBalance, at(month_end(month) + 6 * ONE), account_id=account,
                    trust_account_id=world.shelf["ledger"].trust if number == "1010" else None,
                    period_start=month, period_end=month_end(month), opening_balance=held,
                    debit_total=debit, credit_total=credit, closing_balance=closed,
                    statement_balance=closed if bank and done else None, book_balance=closed,
                    difference_amount=Decimal(0) if bank and done else None, is_locked=done,
                    reconciled_by_id=accountant.id if done and bank else None,
                    reconciled_at=at(month_end(month) + 6 * ONE) if done and bank else None,
                    reconciliation_id=f"REC-{number}-{month:%Y%m}" if done and bank else None,
                    reconciliation_status="reconciled" if done and bank else "open",
                )  # fmt: skip
                held = closed
