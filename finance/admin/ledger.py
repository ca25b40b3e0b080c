"""Console pages: ledger."""

from django.contrib import admin

from core.admin import EntityAdmin, LedgerAdmin, LogAdmin
from finance.models import AccountBalance, LedgerAccount, Transaction, TransactionLine

admin.site.register(
    [
        Transaction,
        TransactionLine,
    ],
    LedgerAdmin,
)
admin.site.register(LedgerAccount, EntityAdmin)
admin.site.register(AccountBalance, LogAdmin)
