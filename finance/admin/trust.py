"""Console pages: client money."""

from django.contrib import admin

from core.admin import EntityAdmin, LedgerAdmin
from finance.models import TrustAccount, TrustTransaction


@admin.register(TrustAccount)
class TrustAccountAdmin(EntityAdmin):
    """Client money, held apart."""

    is_large = False
    panels = ("trust_transactions", "owner_statements", "owner_payouts", "account_balances")


admin.site.register(TrustTransaction, LedgerAdmin)
