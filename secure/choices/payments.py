"""Closed lists of payments, and how their statuses move."""

from django.db import models


class PaymentMethodPaymentType(models.TextChoices):
    CREDIT_CARD = "credit_card"
    DEBIT_CARD = "debit_card"
    BANK_ACCOUNT = "bank_account"
    ACH = "ach"
    PAYPAL = "paypal"


class PaymentMethodCardBrand(models.TextChoices):
    VISA = "visa"
    MASTERCARD = "mastercard"
    AMEX = "amex"
    DISCOVER = "discover"
    JCB = "jcb"
    DINERS = "diners"
    UNIONPAY = "unionpay"


class PaymentMethodProcessor(models.TextChoices):
    STRIPE = "stripe"
    SQUARE = "square"
    AUTHORIZE_NET = "authorize_net"
    MANUAL = "manual"


class PaymentMethodAccountType(models.TextChoices):
    CHECKING = "checking"
    SAVINGS = "savings"


class BankAccountPurpose(models.TextChoices):
    OWNER_PAYOUT = "owner_payout"
    VENDOR_PAYMENT = "vendor_payment"
    PAYROLL = "payroll"
    COMPANY_TRUST = "company_trust"
    COMPANY_OPERATING = "company_operating"
    REFUND = "refund"


class BankAccountVerificationStatus(models.TextChoices):
    UNVERIFIED = "unverified"
    PENDING = "pending"
    VERIFIED = "verified"
    FAILED = "failed"
