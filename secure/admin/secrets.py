"""Console pages: secrets."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin
from secure.models import AuditLog, Credential, TaxIdentity

admin.site.register(
    [
        TaxIdentity,
        Credential,
    ],
    EntityAdmin,
)
admin.site.register(AuditLog, LogAdmin)
