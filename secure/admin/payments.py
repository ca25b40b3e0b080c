"""Console pages: payments."""

from django.contrib import admin

from core.admin import EntityAdmin
from secure.models import BankAccount, PaymentMethod

admin.site.register(
    [
        PaymentMethod,
        BankAccount,
    ],
    EntityAdmin,
)
