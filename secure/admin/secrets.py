"""Console pages: secrets."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from secure.models import AuditLog, AuditSeal, Credential, TaxIdentity


@admin.register(TaxIdentity)
class TaxIdentityAdmin(EntityAdmin):
    """Tax numbers: only their last digits are shown. No form encrypts, so none makes one."""

    panels = ()

    def has_add_permission(self, request):
        return False


@admin.register(Credential)
class CredentialAdmin(EntityAdmin):
    """Credentials; the secret itself is never shown here, nor typed: no form encrypts."""

    panels = ()

    def has_add_permission(self, request):
        return False


admin.site.register(AuditLog, LogAdmin)
admin.site.register(AuditSeal, LogAdmin)
