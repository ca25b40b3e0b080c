"""Closed lists of ledger, and how their statuses move."""

from django.db import models

from core.transitions import Transitions


class TransactionType(models.TextChoices):
    REVENUE = "revenue"
    EXPENSE = "expense"
    TRANSFER = "transfer"
    ADJUSTMENT = "adjustment"
    PAYMENT = "payment"
    REFUND = "refund"
    PAYOUT = "payout"
    TAX = "tax"
    DEPOSIT = "deposit"
    OWNER_CHARGE = "owner_charge"
    CLAIM_RECOVERY = "claim_recovery"
    RESERVE = "reserve"


class TransactionReferenceType(models.TextChoices):
    TICKET = "ticket"
    CLAIM = "claim"
    INVOICE = "invoice"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    PAYROLL = "payroll"
    PURCHASE = "purchase"
    BOOKING = "booking"
    MANUAL = "manual"


class TransactionStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING = "pending"
    POSTED = "posted"
    RECONCILED = "reconciled"
    VOID = "void"


class TransactionPaymentMethod(models.TextChoices):
    CARD = "card"
    ACH = "ach"
    CHECK = "check"
    WIRE = "wire"
    CASH = "cash"
    OTA_PAYOUT = "ota_payout"
    CREDIT = "credit"


class LedgerAccountType(models.TextChoices):
    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


class LedgerAccountSubtype(models.TextChoices):
    BANK = "bank"
    TRUST = "trust"
    RECEIVABLE = "receivable"
    PAYABLE = "payable"
    OWNER_PAYABLE = "owner_payable"
    DEPOSIT_LIABILITY = "deposit_liability"
    TAX_PAYABLE = "tax_payable"
    RESERVE = "reserve"
    OPERATING = "operating"
    COST_OF_SALES = "cost_of_sales"
    PAYROLL = "payroll"
    OTHER = "other"


class LedgerAccountNormalBalance(models.TextChoices):
    DEBIT = "debit"
    CREDIT = "credit"


class AccountBalanceReconciliationStatus(models.TextChoices):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    RECONCILED = "reconciled"
    EXCEPTION = "exception"


class TrustAccountType(models.TextChoices):
    OPERATING = "operating"
    CLIENT_TRUST = "client_trust"
    SECURITY_DEPOSIT = "security_deposit"
    RESERVE = "reserve"
    TAX = "tax"


class TrustTransactionType(models.TextChoices):
    GUEST_DEPOSIT = "guest_deposit"
    GUEST_PAYMENT = "guest_payment"
    REFUND = "refund"
    OWNER_PAYOUT = "owner_payout"
    MANAGEMENT_FEE = "management_fee"
    TAX_REMITTANCE = "tax_remittance"
    EXPENSE = "expense"
    TRANSFER = "transfer"
    INTEREST = "interest"
    ADJUSTMENT = "adjustment"
    CLAIM_RECOVERY = "claim_recovery"


class TrustTransactionStatus(models.TextChoices):
    PENDING = "pending"
    POSTED = "posted"
    CLEARED = "cleared"
    RECONCILED = "reconciled"
    VOID = "void"


TRANSACTION_STATUS = Transitions(
    field="status",
    values=TransactionStatus,
    moves={
        TransactionStatus.DRAFT: [TransactionStatus.PENDING, TransactionStatus.VOID],
        TransactionStatus.PENDING: [TransactionStatus.POSTED, TransactionStatus.VOID],
        TransactionStatus.POSTED: [TransactionStatus.RECONCILED, TransactionStatus.VOID],
    },
    reason=frozenset(
        {
            (TransactionStatus.DRAFT, TransactionStatus.VOID),
            (TransactionStatus.PENDING, TransactionStatus.VOID),
            (TransactionStatus.POSTED, TransactionStatus.VOID),
        }
    ),
    approval=frozenset(
        {
            (TransactionStatus.DRAFT, TransactionStatus.VOID),
            (TransactionStatus.PENDING, TransactionStatus.POSTED),
            (TransactionStatus.PENDING, TransactionStatus.VOID),
            (TransactionStatus.POSTED, TransactionStatus.VOID),
        }
    ),
)
