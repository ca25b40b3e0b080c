"""Console pages: secrets."""

from django.contrib import admin

from core.admin import EntityAdmin, LogAdmin, sheet
from secure.models import AuditLog, AuditSeal, Credential, TaxIdentity


@admin.register(TaxIdentity)
class TaxIdentityAdmin(EntityAdmin):
    """Identity numbers: found by the whole number, shown by its last digits."""

    panels = ()
    fieldsets = sheet(
        ("", "number contact data_type", "encrypted_value last_four", "is_active"),
        ("Document", "issuing_authority issue_date expiration_date"),
        ("Verification", "is_verified verified_at verified_by", "consent_at purge_after"),
        ("Encryption", "encryption_key_id encryption_algorithm"),
    )
    readonly_fields = ("encryption_algorithm",)


@admin.register(Credential)
class CredentialAdmin(EntityAdmin):
    """Credentials of systems and doors; the secret itself is revealed one at a time."""

    panels = ()
    fieldsets = sheet(
        ("", "number credential_name system_name", "credential_type environment is_active"),
        ("Secrets", "username encrypted_value", "oauth_refresh_token_encrypted oauth_expires_at"),
        ("Use", "property associated_email", "scopes notes"),
        (
            "Rotation",
            "last_rotated_at rotation_due_at expires_at",
            "last_used_at encryption_key_id",
        ),
    )


admin.site.register(AuditLog, LogAdmin)
admin.site.register(AuditSeal, LogAdmin)
