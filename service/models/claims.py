"""Claims."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import numbered_as
from service.choices.claims import (
    CLAIM_SUBMISSION_STATUS,
    DAMAGE_CLAIM_STATUS,
    ClaimAppealStatusCode,
    ClaimApprovalPaymentMethod,
    ClaimSubmissionOutcome,
    ClaimSubmissionStatusCode,
    DamageClaimDiscoverySource,
    DamageClaimResponsibleParty,
    DamageClaimStatusCode,
    TicketDamageStatus,
)


class TicketDamage(BaseModel):
    """Damage flagged on a ticket before or with a claim."""

    ticket = models.ForeignKey("service.Ticket", models.PROTECT, related_name="damage")
    damage_category = CodeField("ref.DamageCategory", related_name="ticket_damage", null=True)
    discovered_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="ticket_damage", null=True, blank=True
    )
    damage_claim = models.ForeignKey(
        "service.DamageClaim", models.SET_NULL, related_name="ticket_damage", null=True, blank=True
    )
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="ticket_damage", null=True, blank=True
    )

    description = TextField(null=True)
    discovered_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)
    is_guest_caused = FlagField(default=True)
    photo_count = IntegerField(default=0)

    estimated_cost = MoneyField(null=True)

    status = ChoiceField(TicketDamageStatus, default=TicketDamageStatus.FLAGGED)

    label_fields = ("description",)
    search_through = ("ticket",)

    class Meta:
        db_table = in_schema("service", "ticket_damage")
        verbose_name = "ticket damage"
        verbose_name_plural = "ticket damage"
        ordering = ["-id"]


class DamageClaim(Entity):
    """Cost-recovery case for damage during a stay."""

    number = BusinessIDField("CLM-", db_column="claim_id")

    ticket = models.ForeignKey(
        "service.Ticket", models.PROTECT, related_name="damage_claims", null=True, blank=True
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.PROTECT,
        related_name="damage_claims",
        null=True,
        blank=True,
    )
    damage_category = CodeField("ref.DamageCategory", related_name="damage_claims", null=True)
    priority = CodeField(
        "ref.TicketPriority", db_column="priority", related_name="damage_claims", default="MEDIUM"
    )
    discovered_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="damage_claims_as_discovered_by",
        null=True,
        blank=True,
    )
    claim_owner = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="damage_claims_as_claim_owner",
        null=True,
        blank=True,
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="damage_claims", null=True, blank=True
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="damage_claims", null=True, blank=True
    )
    written_off_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="damage_claims_as_written_off_by",
        null=True,
        blank=True,
    )

    incident_date = models.DateField(null=True, blank=True)
    discovery_source = ChoiceField(DamageClaimDiscoverySource, null=True)
    claim_name = LineField(null=True)
    description = TextField(null=True)
    work_notes = TextField(null=True)
    responsible_party = ChoiceField(DamageClaimResponsibleParty, null=True)
    homeowner_charged = FlagField()
    homeowner_charge_date = models.DateField(null=True, blank=True)
    discovery_date = models.DateField(null=True, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    filing_deadline = models.DateField(
        null=True, blank=True, help_text="earliest deadline over submission types"
    )
    resolution_notes = TextField(null=True)

    total_damage_cost = MoneyField(default=0)
    total_recovered = MoneyField(default=0)
    total_denied = MoneyField(default=0)
    outstanding = MoneyField(default=0, help_text="cost less recovered and written off")
    homeowner_charge_amount = MoneyField(null=True)
    written_off_amount = MoneyField(default=0)

    status_code = ChoiceField(DamageClaimStatusCode, default=DamageClaimStatusCode.OPEN)

    search_text = SearchTextField("number", "claim_name")

    label_fields = ("number", "claim_name")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("service", "damage_claims")
        verbose_name = "damage claim"
        verbose_name_plural = "damage claims"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(total_damage_cost__gte=0),
                name="damage_claims_total_damage_cost_check",
                violation_error_message="Total damage cost cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(total_recovered__gte=0),
                name="damage_claims_total_recovered_check",
                violation_error_message="Total recovered cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(total_denied__gte=0),
                name="damage_claims_total_denied_check",
                violation_error_message="Total denied cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(outstanding__gte=0),
                name="damage_claims_outstanding_check",
                violation_error_message="Outstanding cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["status_code"], name="damage_claims_status_code"),
            models.Index(fields=["incident_date"], name="damage_claims_incident_date"),
            search_index("damage_claims_search"),
        ]
        triggers = [DAMAGE_CLAIM_STATUS.guard()]


class ClaimSubmission(Entity):
    """One recovery attempt for a claim with a payer."""

    number = BusinessIDField("SUB-{claim}-", width=2, db_column="submission_id")

    damage_claim = models.ForeignKey(
        "service.DamageClaim", models.PROTECT, related_name="submissions", db_index=False
    )
    submission_type = CodeField(
        "ref.ClaimSubmissionType", related_name="damage_claim_submissions", null=True
    )
    submitted_to_company = models.ForeignKey(
        "directory.Company",
        models.SET_NULL,
        related_name="damage_claim_submissions",
        null=True,
        blank=True,
    )
    submitted_to_contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="damage_claim_submissions",
        null=True,
        blank=True,
    )
    submitted_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="damage_claim_submissions",
        null=True,
        blank=True,
    )

    submission_number = IntegerField()
    external_claim_number = LineField(null=True)
    submission_deadline = models.DateField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    response_due_at = models.DateField(null=True, blank=True)
    response_at = models.DateTimeField(null=True, blank=True)
    outcome = ChoiceField(ClaimSubmissionOutcome, null=True)
    notes = TextField(null=True)
    lessons_learned = LineField(null=True)
    evidence_file_ids = ArrayField(
        models.UUIDField(), null=True, blank=True, help_text="storage.files ids"
    )

    amount_requested = MoneyField(null=True)
    amount_approved = MoneyField(default=0)
    amount_denied = MoneyField(default=0)
    amount_received = MoneyField(default=0)

    status_code = ChoiceField(ClaimSubmissionStatusCode, default=ClaimSubmissionStatusCode.DRAFT)

    search_text = SearchTextField("number", "external_claim_number")

    label_fields = ("number", "status_code")
    search_through = ("submitted_to_contact", "submitted_to_company")

    class Meta:
        db_table = in_schema("service", "damage_claim_submissions")
        verbose_name = "claim submission"
        verbose_name_plural = "claim submissions"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount_requested__gte=0),
                name="damage_claim_submissions_amount_requested_check",
                violation_error_message="Amount requested cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_approved__gte=0),
                name="damage_claim_submissions_amount_approved_check",
                violation_error_message="Amount approved cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_received__gte=0),
                name="damage_claim_submissions_amount_received_check",
                violation_error_message="Amount received cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["damage_claim", "submission_number"],
                name="damage_claim_submissions_damage_claim_submission_numbe_7ec66",
                violation_error_message="There is already a row with this damage claim, submission number.",
            ),
        ]
        indexes = [
            models.Index(fields=["status_code"], name="damage_claim_s_status_code"),
            models.Index(fields=["submission_deadline"], name="damage_claim_s_submissio_b1e44"),
            models.Index(fields=["response_due_at"], name="damage_claim_s_response_due_at"),
            search_index("damage_claim_submission_search"),
        ]
        triggers = [
            numbered_as(
                "submission_id",
                "(SELECT 'SUB-' || substring(c.claim_id FROM 5) FROM service.damage_claims c WHERE c.id = NEW.damage_claim_id) || '-' || lpad(NEW.submission_number::text, 2, '0')",
            ),
            CLAIM_SUBMISSION_STATUS.guard(),
        ]


class ClaimApproval(Entity):
    """Approval granted on a submission and its payment."""

    number = BusinessIDField("APV-{sub}-", width=2, db_column="approval_id")

    damage_claim = models.ForeignKey(
        "service.DamageClaim", models.PROTECT, related_name="approvals"
    )
    submission = models.ForeignKey(
        "service.ClaimSubmission",
        models.PROTECT,
        related_name="damage_claim_approvals",
        db_index=False,
    )
    transaction = models.ForeignKey(
        "finance.Transaction",
        models.PROTECT,
        related_name="damage_claim_approvals",
        null=True,
        blank=True,
    )

    approval_number = IntegerField()
    item_description = TextField(null=True)
    is_partial = FlagField()
    variance_reason = TextField(null=True)
    expected_payment_date = models.DateField(null=True, blank=True)
    payment_method = ChoiceField(ClaimApprovalPaymentMethod, null=True)
    payment_terms = TextField(null=True)
    payment_date = models.DateField(null=True, blank=True)
    payment_reference = LineField(null=True)
    is_reconciled = FlagField()
    reconciliation_notes = TextField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    amount_claimed = MoneyField(null=True)
    amount_approved = MoneyField(null=True)
    amount_received = MoneyField(null=True)
    reconciliation_variance = MoneyField(null=True, help_text="received minus approved")

    search_text = SearchTextField("number")

    search_through = ("damage_claim", "submission")

    class Meta:
        db_table = in_schema("service", "damage_claim_approvals")
        verbose_name = "claim approval"
        verbose_name_plural = "claim approvals"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount_approved__gte=0),
                name="damage_claim_approvals_amount_approved_check",
                violation_error_message="Amount approved cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_received__gte=0),
                name="damage_claim_approvals_amount_received_check",
                violation_error_message="Amount received cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["submission", "approval_number"],
                name="damage_claim_approvals_submission_approval_number_unique",
                violation_error_message="There is already a row with this submission, approval number.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["is_reconciled"],
                condition=models.Q(is_reconciled=False),
                name="damage_claim_a_is_reconc_f2a30",
            ),
            models.Index(fields=["expected_payment_date"], name="damage_claim_a_expected_ad6a2"),
            search_index("damage_claim_approvals_search"),
        ]
        triggers = [
            numbered_as(
                "approval_id",
                "(SELECT 'APV-' || substring(s.submission_id FROM 5) FROM service.damage_claim_submissions s WHERE s.id = NEW.submission_id) || '-' || lpad(NEW.approval_number::text, 2, '0')",
            )
        ]


class ClaimDenial(Entity):
    """Denial received on a submission and its lesson."""

    number = BusinessIDField("DNL-{sub}-", width=2, db_column="denial_id")

    damage_claim = models.ForeignKey("service.DamageClaim", models.PROTECT, related_name="denials")
    submission = models.ForeignKey(
        "service.ClaimSubmission",
        models.PROTECT,
        related_name="damage_claim_denials",
        db_index=False,
    )
    denial_letter_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="damage_claim_denials",
        null=True,
        blank=True,
    )
    denial_category = CodeField(
        "ref.DenialCategory", related_name="damage_claim_denials", null=True
    )

    denial_number = IntegerField()
    item_description = TextField(null=True)
    denial_code = LineField(null=True, help_text="code quoted by the payer")
    denial_reason = TextField(null=True)
    preventable = models.BooleanField(null=True, blank=True)
    prevention_notes = TextField(null=True)
    denied_at = models.DateTimeField(null=True, blank=True)
    is_appealable = FlagField(default=True)
    appeal_deadline = models.DateField(null=True, blank=True)

    amount_denied = MoneyField(null=True)

    search_text = SearchTextField("number", "denial_code")

    search_through = ("damage_claim", "submission")

    class Meta:
        db_table = in_schema("service", "damage_claim_denials")
        verbose_name = "claim denial"
        verbose_name_plural = "claim denials"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount_denied__gte=0),
                name="damage_claim_denials_amount_denied_check",
                violation_error_message="Amount denied cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["submission", "denial_number"],
                name="damage_claim_denials_submission_denial_number_unique",
                violation_error_message="There is already a row with this submission, denial number.",
            ),
        ]
        indexes = [search_index("damage_claim_denials_search")]
        triggers = [
            numbered_as(
                "denial_id",
                "(SELECT 'DNL-' || substring(s.submission_id FROM 5) FROM service.damage_claim_submissions s WHERE s.id = NEW.submission_id) || '-' || lpad(NEW.denial_number::text, 2, '0')",
            )
        ]


class ClaimAppeal(Entity):
    """Appeal against a denial."""

    number = BusinessIDField("APL-{sub}-", width=2, db_column="appeal_id")

    damage_claim = models.ForeignKey("service.DamageClaim", models.PROTECT, related_name="appeals")
    submission = models.ForeignKey(
        "service.ClaimSubmission",
        models.PROTECT,
        related_name="damage_claim_appeals",
        db_index=False,
    )
    denial = models.ForeignKey(
        "service.ClaimDenial",
        models.PROTECT,
        related_name="damage_claim_appeals",
        null=True,
        blank=True,
    )
    submitted_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="damage_claim_appeals",
        null=True,
        blank=True,
    )

    appeal_number = IntegerField()
    appeal_submitted_at = models.DateTimeField(null=True, blank=True)
    appeal_reason = TextField(null=True)
    is_partial = FlagField()
    outcome_notes = TextField(null=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    additional_recovered = MoneyField(null=True)

    appeal_status_code = ChoiceField(ClaimAppealStatusCode, default=ClaimAppealStatusCode.PENDING)

    search_text = SearchTextField("number")

    search_through = ("damage_claim", "submission")

    class Meta:
        db_table = in_schema("service", "damage_claim_appeals")
        verbose_name = "claim appeal"
        verbose_name_plural = "claim appeals"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(additional_recovered__gte=0),
                name="damage_claim_appeals_additional_recovered_check",
                violation_error_message="Additional recovered cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["submission", "appeal_number"],
                name="damage_claim_appeals_submission_appeal_number_unique",
                violation_error_message="There is already a row with this submission, appeal number.",
            ),
        ]
        indexes = [search_index("damage_claim_appeals_search")]
        triggers = [
            numbered_as(
                "appeal_id",
                "(SELECT 'APL-' || substring(s.submission_id FROM 5) FROM service.damage_claim_submissions s WHERE s.id = NEW.submission_id) || '-' || lpad(NEW.appeal_number::text, 2, '0')",
            )
        ]
