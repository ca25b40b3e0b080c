"""Proposals."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    TodayField,
    in_schema,
    search_index,
)
from homeowner_acquisition.choices.proposals import (
    MANAGEMENT_CONTRACT_STATUS,
    PROPOSAL_STATUS,
    ManagementContractStatus,
    ProposalStatus,
    RevenueProjectionScenario,
)


class Proposal(Entity):
    """Management proposal to a prospect."""

    number = BusinessIDField("PPSL-", db_column="proposal_id")

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect", models.CASCADE, related_name="proposals"
    )
    prospect_property = models.ForeignKey(
        "homeowner_acquisition.ProspectProperty",
        models.SET_NULL,
        related_name="proposals",
        null=True,
        blank=True,
    )
    prepared_by_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="proposals", null=True, blank=True
    )
    revenue_projection = models.ForeignKey(
        "homeowner_acquisition.RevenueProjection",
        models.SET_NULL,
        related_name="proposals",
        null=True,
        blank=True,
    )
    document = models.ForeignKey(
        "knowledge.Document", models.SET_NULL, related_name="proposals", null=True, blank=True
    )

    current_version = IntegerField(default=1)
    sent_date = models.DateField(null=True, blank=True)
    viewed_at = models.DateTimeField(null=True, blank=True)
    expires_date = models.DateField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    management_fee_percent = RateField(null=True, help_text="fraction, 0.2000 = 20 percent")
    minimum_term_months = IntegerField(null=True)
    key_differentiators = ArrayField(LineField(), null=True, blank=True)
    rejection_reason = TextField(null=True)
    notes = TextField(null=True)

    setup_fee = MoneyField(null=True)
    projected_annual_revenue = MoneyField(null=True)
    projected_owner_net = MoneyField(null=True)

    status = ChoiceField(ProposalStatus, default=ProposalStatus.DRAFT)

    search_text = SearchTextField("number")

    label_fields = ("number", "status")
    search_through = ("prospect",)

    class Meta:
        db_table = in_schema("homeowner_acquisition", "proposals")
        verbose_name = "proposal"
        verbose_name_plural = "proposals"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(management_fee_percent__gte=0, management_fee_percent__lte=1),
                name="proposals_management_fee_percent_check",
                violation_error_message="Management fee percent must lie between 0 and 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_date__isnull=True)
                | models.Q(expires_date__gte=models.F("sent_date")),
                name="proposals_expires_date_sent_date_check",
                violation_error_message="Expires date must not be before sent date.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="proposals_status"),
            models.Index(fields=["expires_date"], name="proposals_expires_date"),
            search_index("proposals_search"),
        ]
        triggers = [PROPOSAL_STATUS.guard()]


class ProposalVersion(Log):
    """Saved versions of a proposal."""

    proposal = models.ForeignKey(
        "homeowner_acquisition.Proposal", models.CASCADE, related_name="versions", db_index=False
    )
    created_by_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="proposal_versions", null=True, blank=True
    )
    document_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="proposal_versions",
        null=True,
        blank=True,
    )

    version_number = IntegerField()
    management_fee_percent = RateField(null=True, help_text="fraction")
    minimum_term_months = IntegerField(null=True)
    changes_summary = TextField(null=True)
    content = models.JSONField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    projected_annual_revenue = MoneyField(null=True)
    projected_owner_net = MoneyField(null=True)

    label_fields = ("version_number",)
    search_through = ("proposal",)

    class Meta:
        db_table = in_schema("homeowner_acquisition", "proposal_versions")
        verbose_name = "proposal version"
        verbose_name_plural = "proposal versions"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "version_number"],
                name="proposal_versions_proposal_version_number_unique",
                violation_error_message="There is already a row with this proposal, version number.",
            )
        ]


class ManagementContract(Entity):
    """Signed or pending management agreement."""

    number = BusinessIDField("CONT-", db_column="contract_id")

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect", models.PROTECT, related_name="contracts"
    )
    prospect_property = models.ForeignKey(
        "homeowner_acquisition.ProspectProperty",
        models.PROTECT,
        related_name="contracts",
        null=True,
        blank=True,
    )
    proposal = models.ForeignKey(
        "homeowner_acquisition.Proposal",
        models.PROTECT,
        related_name="contracts",
        null=True,
        blank=True,
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="contracts", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="contracts", null=True, blank=True
    )
    document = models.ForeignKey(
        "knowledge.Document", models.SET_NULL, related_name="contracts", null=True, blank=True
    )

    docusign_envelope_id = LineField(null=True)
    sent_date = models.DateField(null=True, blank=True)
    signed_date = models.DateField(null=True, blank=True)
    effective_date = models.DateField(null=True, blank=True)
    expiration_date = models.DateField(null=True, blank=True)
    management_fee_percent = RateField(null=True, help_text="fraction")
    term_months = IntegerField(null=True)
    auto_renew = FlagField(default=True)
    renewal_notice_days = IntegerField(null=True)
    termination_notice_days = IntegerField(default=30)
    terminated_on = models.DateField(null=True, blank=True)
    termination_reason = TextField(null=True)
    special_terms = TextField(null=True)
    document_url = LineField(null=True)
    notes = TextField(null=True)

    reserve_amount = MoneyField(null=True)

    status = ChoiceField(ManagementContractStatus, default=ManagementContractStatus.DRAFT)

    search_text = SearchTextField("number")

    label_fields = ("number", "status")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("homeowner_acquisition", "contracts")
        verbose_name = "management contract"
        verbose_name_plural = "management contracts"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expiration_date__isnull=True)
                | models.Q(expiration_date__gte=models.F("effective_date")),
                name="contracts_expiration_date_effective_date_check",
                violation_error_message="Expiration date must not be before effective date.",
            ),
            models.CheckConstraint(
                condition=models.Q(management_fee_percent__gte=0, management_fee_percent__lte=1),
                name="contracts_management_fee_percent_check",
                violation_error_message="Management fee percent must lie between 0 and 1.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="contracts_status"),
            models.Index(fields=["expiration_date"], name="contracts_expiration_date"),
            search_index("contracts_search"),
        ]
        triggers = [MANAGEMENT_CONTRACT_STATUS.guard()]


class RevenueProjection(Entity):
    """Revenue estimate for a prospect's unit by scenario."""

    number = BusinessIDField("PROJ-", db_column="projection_id")

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect",
        models.CASCADE,
        related_name="revenue_projections",
        db_index=False,
    )
    prospect_property = models.ForeignKey(
        "homeowner_acquisition.ProspectProperty",
        models.CASCADE,
        related_name="revenue_projections",
        null=True,
        blank=True,
    )
    created_by_member = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="revenue_projections",
        null=True,
        blank=True,
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="revenue_projections", null=True, blank=True
    )

    projection_date = TodayField()
    scenario = ChoiceField(RevenueProjectionScenario, default=RevenueProjectionScenario.BASE)
    projection_year = IntegerField()
    projected_occupancy = RateField(null=True, help_text="fraction")
    projected_nights = DecimalField(max_digits=6, decimal_places=1, null=True)
    monthly_breakdown = models.JSONField(null=True, blank=True)
    assumptions = LineField(null=True)
    comp_properties_used = ArrayField(LineField(), null=True, blank=True, help_text="Tax Map Keys")
    notes = TextField(null=True)

    projected_adr = MoneyField(null=True)
    projected_gross_revenue = MoneyField(null=True)
    projected_expenses = MoneyField(null=True)
    projected_management_fee = MoneyField(null=True)
    projected_owner_net = MoneyField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "projection_year")
    search_through = ("prospect",)

    class Meta:
        db_table = in_schema("homeowner_acquisition", "revenue_projections")
        verbose_name = "revenue projection"
        verbose_name_plural = "revenue projections"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(projected_occupancy__gte=0, projected_occupancy__lte=1),
                name="revenue_projections_projected_occupancy_check",
                violation_error_message="Projected occupancy must lie between 0 and 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(projected_gross_revenue__gte=0),
                name="revenue_projections_projected_gross_revenue_check",
                violation_error_message="Projected gross revenue cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=[
                    "prospect",
                    "prospect_property",
                    "projection_year",
                    "scenario",
                    "projection_date",
                ],
                name="revenue_projections_prospect_prospect_property_project_82302",
                nulls_distinct=False,
                violation_error_message="There is already a row with this prospect, prospect property, projection year, scenario, projection date.",
            ),
        ]
        indexes = [
            models.Index(fields=["prospect"], name="revenue_projec_prospect"),
            search_index("revenue_projections_search"),
        ]
