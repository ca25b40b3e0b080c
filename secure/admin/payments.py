"""Console pages: payments."""

from django.contrib import admin

from core.admin import EntityAdmin
from secure.models import BankAccount, PaymentMethod

admin.site.register(PaymentMethod, EntityAdmin)


@admin.register(BankAccount)
class BankAccountAdmin(EntityAdmin):
    """Bank accounts; their numbers are encrypted where the key is, so no form makes one."""

    def has_add_permission(self, request):
        return False
