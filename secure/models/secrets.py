"""Secrets."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Length

from core.models import (
    BusinessIDField,
    ChoiceField,
    EmailField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    NowField,
    SealedField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import append_only, never_emptied
from secure.checks import identity_number
from secure.choices.secrets import (
    AuditLogActionType,
    AuditLogActorType,
    AuditLogDataClassification,
    AuditLogEventType,
    AuditLogSeverity,
    CredentialEnvironment,
    CredentialType,
    TaxIdentityDataType,
)

# Of an audit entry: what becomes of it later. All else stays as it was written, and is sealed.
REVIEW_COLUMNS = ["flagged_for_review", "reviewed_at", "reviewed_by_id", "review_notes"]


class TaxIdentity(Entity):
    """Encrypted SSN, EIN and other identity numbers."""

    number = BusinessIDField("PII-", db_column="pii_id")

    contact = models.ForeignKey("directory.Contact", models.PROTECT, related_name="ssn_data")
    verified_by = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        related_name="ssn_data_as_verified_by",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="ssn_data_as_created_by", null=True, blank=True
    )

    data_type = ChoiceField(TaxIdentityDataType, default=TaxIdentityDataType.SSN)
    encrypted_value = SealedField(
        label="Identity number",
        check=identity_number,
        last_four="last_four",
        found_by="data_hash",
        key_column="encryption_key_id",
    )
    last_four = LineField(null=True)
    encryption_key_id = LineField()
    encryption_algorithm = LineField(default="AES-256-GCM")
    data_hash = LineField(null=True)
    issuing_authority = LineField(null=True)
    issue_date = models.DateField(null=True, blank=True)
    expiration_date = models.DateField(null=True, blank=True)
    is_verified = FlagField()
    verified_at = models.DateTimeField(null=True, blank=True)
    purge_after = models.DateField(null=True, blank=True, help_text="retention limit")
    consent_at = models.DateTimeField(null=True, blank=True)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number")

    label_fields = ("data_type", "last_four")
    search_through = ("contact",)

    class Meta:
        db_table = in_schema("secure", "ssn_data")
        verbose_name = "tax identity"
        verbose_name_plural = "tax identities"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "data_type"],
                name="ssn_data_contact_data_type_unique",
                condition=models.Q(is_active=True),
                violation_error_message="There is already a row with this contact, data type.",
            )
        ]
        indexes = [search_index("ssn_data_search")]


class Credential(Entity):
    """Encrypted door, system and API credentials."""

    number = BusinessIDField("CRED-", db_column="credential_id")
    credential_name = LineField()
    system_name = LineField()

    property = models.ForeignKey(
        "property.Property",
        models.PROTECT,
        related_name="access_credentials",
        null=True,
        blank=True,
        db_index=False,
        help_text="empty = company-wide system",
    )
    created_by = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        related_name="access_credentials_as_created_by",
        null=True,
        blank=True,
    )
    updated_by = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        related_name="access_credentials_as_updated_by",
        null=True,
        blank=True,
    )

    credential_type = ChoiceField(CredentialType)
    environment = ChoiceField(CredentialEnvironment, default=CredentialEnvironment.PRODUCTION)
    username = LineField(null=True)
    encrypted_value = SealedField(label="Secret", key_column="encryption_key_id")
    encryption_key_id = LineField()
    oauth_refresh_token_encrypted = SealedField(null=True, label="OAuth refresh token")
    oauth_expires_at = models.DateTimeField(null=True, blank=True)
    associated_email = EmailField(null=True)
    scopes = ArrayField(LineField(), null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    last_rotated_at = models.DateTimeField(null=True, blank=True)
    rotation_due_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    failure_count = IntegerField(default=0)
    last_failure_reason = TextField(null=True)
    is_active = FlagField(default=True)
    notes = TextField(null=True)

    search_text = SearchTextField("number", "credential_name", "system_name", "associated_email")

    label_fields = ("credential_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("secure", "access_credentials")
        verbose_name = "credential"
        verbose_name_plural = "credentials"
        ordering = ["credential_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["property", "system_name", "environment", "credential_name"],
                name="access_credentials_property_system_name_environment_cr_f0943",
                nulls_distinct=False,
                violation_error_message="There is already a row with this property, system name, environment, credential name.",
            )
        ]
        indexes = [
            models.Index(fields=["system_name"], name="access_credent_system_name"),
            models.Index(fields=["rotation_due_at"], name="access_credent_rotation_due_at"),
            models.Index(fields=["property"], name="access_credent_property"),
            search_index("access_credentials_search"),
        ]


class AuditLog(Log):
    """Append-only security and data-access trail."""

    number = BusinessIDField("AUD-", width=8, db_column="audit_id")

    occurred_at = NowField()
    event_type = ChoiceField(AuditLogEventType)
    action_type = ChoiceField(AuditLogActionType)
    severity = ChoiceField(AuditLogSeverity, default=AuditLogSeverity.INFO)
    user_id = models.UUIDField(null=True, blank=True, help_text="no FK, survives user deletion")
    user_email = EmailField(null=True)
    user_role = LineField(null=True)
    actor_type = ChoiceField(AuditLogActorType, default=AuditLogActorType.USER)
    ip_address = models.GenericIPAddressField(null=True, blank=True)
    user_agent = LineField(null=True)
    session_id = LineField(null=True)
    request_id = LineField(null=True)
    table_name = LineField(null=True, help_text="schema.table")
    record_id = models.UUIDField(null=True, blank=True)
    record_business_id = LineField(null=True)
    columns_accessed = ArrayField(LineField(), null=True, blank=True)
    old_values = models.JSONField(null=True, blank=True)
    new_values = models.JSONField(null=True, blank=True)
    description = TextField()
    access_reason = TextField(null=True)
    data_classification = ChoiceField(AuditLogDataClassification, null=True)
    record_count = IntegerField(default=1)
    success = FlagField(default=True)
    failure_reason = TextField(null=True)
    risk_score = IntegerField(null=True)
    flagged_for_review = FlagField()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by_id = models.UUIDField(null=True, blank=True, help_text="no FK")
    review_notes = TextField(null=True)
    previous_hash = LineField(null=True, help_text="hash chain for tamper evidence")
    entry_hash = LineField(null=True)
    metadata = models.JSONField(null=True, blank=True)

    search_text = SearchTextField("number", "user_email", "table_name")

    label_fields = ("number", "action_type")

    class Meta:
        db_table = in_schema("secure", "audit_logs")
        verbose_name = "audit entry"
        verbose_name_plural = "audit entries"
        ordering = ["-occurred_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(risk_score__gte=0, risk_score__lte=100),
                name="audit_logs_risk_score_check",
                violation_error_message="Risk score must lie between 0 and 100.",
            )
        ]
        indexes = [
            models.Index(fields=["-occurred_at"], name="audit_logs_occurred_at"),
            models.Index(fields=["user_id"], name="audit_logs_user_id"),
            models.Index(fields=["table_name", "record_id"], name="audit_logs_table_name_re_1cf9e"),
            models.Index(fields=["event_type", "severity"], name="audit_logs_event_type_severity"),
            models.Index(
                fields=["flagged_for_review"],
                condition=models.Q(flagged_for_review=True),
                name="audit_logs_flagged_for_r_21b4c",
            ),
            models.Index(Length("number"), "number", name="audit_logs_in_order"),
            search_index("audit_logs_search"),
        ]
        triggers = [append_only(may_change=REVIEW_COLUMNS), never_emptied()]


class AuditSeal(Log):
    """A range of audit entries as it stood when it was sealed.

    The root is that of a Merkle tree over the entries; each seal also holds the one before it, and
    the root is written outside the database as well.
    """

    first_number = LineField(help_text="of the range's first entry")
    last_number = LineField()
    entry_count = IntegerField()
    root_hash = LineField(help_text="SHA-256, hexadecimal")
    previous_root = LineField(null=True, help_text="of the seal before; empty in the first")
    sealed_at = NowField()

    label_fields = ("first_number", "last_number")

    class Meta:
        db_table = in_schema("secure", "audit_seals")
        verbose_name = "audit seal"
        verbose_name_plural = "audit seals"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(entry_count__gte=1),
                name="audit_seals_entry_count_check",
                violation_error_message="A seal holds at least one entry.",
            ),
            models.UniqueConstraint(
                fields=["previous_root"],
                name="audit_seals_previous_root_unique",
                nulls_distinct=False,
                violation_error_message="A seal already follows that one.",
            ),
        ]
        triggers = [append_only(), never_emptied()]
