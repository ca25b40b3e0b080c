"""Policies."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from knowledge.choices.policies import (
    CompanyPolicyCategory,
    CompanyPolicyStatus,
    PolicyAcknowledgmentMethod,
    PolicyAcknowledgmentStatus,
)


class CompanyPolicy(Entity):
    """Company policy under version control."""

    number = BusinessIDField("POL-", db_column="policy_id")
    title = LineField()

    owner_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="policies_as_owner_member",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="policies_as_approved_by",
        null=True,
        blank=True,
    )
    document = models.ForeignKey(
        "knowledge.Document", models.SET_NULL, related_name="policies", null=True, blank=True
    )

    category = ChoiceField(CompanyPolicyCategory)
    summary = TextField(null=True)
    content = TextField()
    current_version = IntegerField(default=1)
    effective_date = models.DateField(null=True, blank=True)
    review_due_date = models.DateField(null=True, blank=True)
    requires_acknowledgment = FlagField()
    applies_to_roles = ArrayField(LineField(), null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(CompanyPolicyStatus, default=CompanyPolicyStatus.DRAFT)

    search_text = SearchTextField("number", "title")

    label_fields = ("title", "number")

    class Meta:
        db_table = in_schema("knowledge", "policies")
        verbose_name = "company policy"
        verbose_name_plural = "company policies"
        ordering = ["title"]
        indexes = [
            models.Index(fields=["status"], name="policies_status"),
            models.Index(fields=["category"], name="policies_category"),
            search_index("policies_search"),
        ]


class CompanyPolicyVersion(Log):
    """Saved revisions of a policy."""

    policy = models.ForeignKey(
        "knowledge.CompanyPolicy", models.CASCADE, related_name="policy_versions", db_index=False
    )
    changed_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="policy_versions_as_changed_by",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="policy_versions_as_approved_by",
        null=True,
        blank=True,
    )

    version_number = IntegerField()
    content = TextField()
    change_summary = TextField(null=True)
    effective_date = models.DateField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("version_number", "change_summary")
    search_through = ("policy",)

    class Meta:
        db_table = in_schema("knowledge", "policy_versions")
        verbose_name = "policy version"
        verbose_name_plural = "policy versions"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["policy", "version_number"],
                name="policy_versions_policy_version_number_unique",
                violation_error_message="There is already a row with this policy, version number.",
            )
        ]


class PolicyAcknowledgment(Log):
    """Members' acknowledgement of a policy version."""

    policy = models.ForeignKey(
        "knowledge.CompanyPolicy",
        models.PROTECT,
        related_name="policy_acknowledgments",
        db_index=False,
    )
    member = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="policy_acknowledgments"
    )
    document = models.ForeignKey(
        "knowledge.Document",
        models.SET_NULL,
        related_name="policy_acknowledgments",
        null=True,
        blank=True,
    )

    version_number = IntegerField()
    requested_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    method = ChoiceField(PolicyAcknowledgmentMethod, default=PolicyAcknowledgmentMethod.PORTAL)
    ip_address = models.GenericIPAddressField(null=True, blank=True)

    status = ChoiceField(PolicyAcknowledgmentStatus, default=PolicyAcknowledgmentStatus.PENDING)

    label_fields = ("version_number", "status")
    search_through = ("member", "policy")

    class Meta:
        db_table = in_schema("knowledge", "policy_acknowledgments")
        verbose_name = "policy acknowledgment"
        verbose_name_plural = "policy acknowledgments"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["policy", "version_number", "member"],
                name="policy_acknowledgments_policy_version_number_member_unique",
                violation_error_message="There is already a row with this policy, version number, member.",
            )
        ]
