"""Console pages: secrets."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from secure.models import AuditLog, Credential, TaxIdentity


@admin.register(TaxIdentity)
class TaxIdentityAdmin(EntityAdmin):
    """Tax numbers: only their last digits are shown."""

    panels = ()


@admin.register(Credential)
class CredentialAdmin(EntityAdmin):
    """Credentials; the secret itself is never shown here."""

    panels = ()


admin.site.register(AuditLog, LogAdmin)
