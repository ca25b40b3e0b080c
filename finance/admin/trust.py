"""Console pages: client money."""

from django.contrib import admin

from core.admin import EntityAdmin, LedgerAdmin
from finance.models import TrustAccount, TrustTransaction

admin.site.register(TrustAccount, EntityAdmin)
admin.site.register(TrustTransaction, LedgerAdmin)
