"""Console pages: secrets."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Q
from unfold.contrib.filters.admin import TextFilter

from core.admin import EntityAdmin, LogAdmin, sheet
from core.admin.access import allowed
from core.admin.deeds import Deed
from secure.models import AuditLog, AuditSeal, Credential, TaxIdentity
from secure.services.audit import audit_entry_review

MOST_PEOPLE = 200


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


class PersonFilter(TextFilter):
    """Entries of the people whose name or address is typed."""

    title = "person"
    parameter_name = "person"

    def queryset(self, request, queryset):
        """Accounts are found first: entries are indexed by them."""
        if not self.value():
            return queryset
        users = get_user_model()._default_manager.for_user(request.user).search(self.value())
        keys = list(users.values_list("pk", flat=True)[:MOST_PEOPLE])
        return queryset.filter(Q(user_id__in=keys) | Q(user_email=self.value().strip().lower()))


@admin.register(AuditLog)
class AuditLogAdmin(LogAdmin):
    """The security trail; an entry stays as it was written, but for its review."""

    list_display = (
        "occurred_at",
        "severity",
        "event_type",
        "action_type",
        "user_email",
        "description",
        "access_reason",
        "table_name",
        "record_business_id",
        "success",
        "flagged_for_review",
    )
    list_filter = (
        "event_type",
        "severity",
        "flagged_for_review",
        "success",
        "action_type",
        "occurred_at",
        PersonFilter,
    )
    fieldsets = sheet(
        ("", "number occurred_at severity", "event_type action_type success", "description"),
        (
            "What",
            "table_name record_business_id record_count",
            "columns_accessed data_classification",
            "old_values new_values",
            "access_reason failure_reason",
            "metadata",
        ),
        (
            "Who",
            "user_email user_role actor_type",
            "ip_address user_agent",
            "session_id request_id",
        ),
        ("Review", "flagged_for_review risk_score", "reviewed_at reviewed_by_id", "review_notes"),
    )

    def lookup_allowed(self, lookup, value, request):
        """A person is no column."""
        named = lookup == PersonFilter.parameter_name
        return named or super().lookup_allowed(lookup, value, request)

    def deeds(self, request, obj):
        """Whoever administers the trail notes what came of an entry."""
        if obj.reviewed_at is not None or not allowed(request, AuditLog, "admin", obj):
            return []
        hint = "Say what came of it: the entry then waits for nobody any longer."
        return [Deed("review", "Reviewed", hint, asks_reason=True)]

    def do_review(self, request, obj, reason):
        """Keeps what came of it."""
        audit_entry_review(entry=obj, notes=reason, actor=request.user)
        return f"{obj.number} is reviewed."


@admin.register(AuditSeal)
class AuditSealAdmin(LogAdmin):
    """Ranges of the trail as they were sealed; ``manage.py verify_audit`` compares."""

    list_display = ("sealed_at", "first_number", "last_number", "entry_count", "root_hash")
