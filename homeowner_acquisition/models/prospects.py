"""Prospects."""

from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    NowField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from homeowner_acquisition.choices.prospects import (
    PROSPECT_STATUS,
    LeadActivityOutcome,
    LeadActivityType,
    LeadSourceCategory,
    ProspectLeadTemperature,
    ProspectLostReason,
    ProspectPriority,
    ProspectPropertyLostReason,
    ProspectPropertyStatus,
    ProspectStatus,
    ProspectType,
)


class Prospect(Entity):
    """Person or entity we want as an owner client."""

    number = BusinessIDField("PROS-", db_column="prospect_id")

    contact = models.ForeignKey("directory.Contact", models.PROTECT, related_name="prospects")
    source = models.ForeignKey(
        "homeowner_acquisition.LeadSource",
        models.SET_NULL,
        related_name="prospects",
        null=True,
        blank=True,
    )
    assigned_to_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="prospects", null=True, blank=True
    )
    converted_homeowner = models.ForeignKey(
        "directory.Homeowner", models.SET_NULL, related_name="prospects", null=True, blank=True
    )

    source_detail = TextField(null=True)
    priority = ChoiceField(ProspectPriority, default=ProspectPriority.MEDIUM)
    lead_score = IntegerField(null=True, help_text="1-100")
    lead_temperature = ChoiceField(ProspectLeadTemperature, null=True)
    prospect_type = ChoiceField(ProspectType, default=ProspectType.INDIVIDUAL)
    mailing_address = LineField(null=True)
    estimated_close_date = models.DateField(null=True, blank=True)
    first_contact_date = models.DateField(null=True, blank=True)
    last_contact_date = models.DateField(null=True, blank=True)
    next_follow_up_date = models.DateField(null=True, blank=True)
    won_at = models.DateTimeField(null=True, blank=True)
    lost_at = models.DateTimeField(null=True, blank=True)
    lost_reason = ChoiceField(ProspectLostReason, null=True)
    lost_to_competitor = LineField(null=True)
    notes = TextField(null=True)

    status = ChoiceField(ProspectStatus, default=ProspectStatus.NEW)

    search_text = SearchTextField("number")

    label_fields = ("number", "status")
    search_through = ("contact", "converted_homeowner")

    class Meta:
        db_table = in_schema("homeowner_acquisition", "prospects")
        verbose_name = "prospect"
        verbose_name_plural = "prospects"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="lost") | models.Q(lost_reason__isnull=False),
                name="prospects_status_lost_reason_check",
                violation_error_message="Lost reason is needed when status is lost.",
            ),
            models.CheckConstraint(
                condition=models.Q(lead_score__gte=1, lead_score__lte=100),
                name="prospects_lead_score_check",
                violation_error_message="Lead score must lie between 1 and 100.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["status", "next_follow_up_date"], name="prospects_status_next_fo_30d0f"
            ),
            models.Index(fields=["priority"], name="prospects_priority"),
            search_index("prospects_search"),
        ]
        triggers = [PROSPECT_STATUS.guard()]


class ProspectProperty(Entity):
    """Units a prospect could bring, as deals."""

    number = BusinessIDField("HOPP-", db_column="prospect_property_id")
    property_name = LineField(null=True)

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect", models.CASCADE, related_name="properties"
    )
    market_property = CodeField(
        "external.MarketProperty",
        models.SET_NULL,
        to_field="tmk",
        db_column="external_tmk",
        related_name="prospect_properties",
        null=True,
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="prospect_properties", null=True, blank=True
    )
    onboarded_property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="prospect_properties",
        null=True,
        blank=True,
    )

    street_address = LineField(null=True)
    unit_number = LineField(null=True)
    bedrooms = IntegerField(null=True)
    bathrooms = DecimalField(max_digits=3, decimal_places=1, null=True)
    current_manager_name = LineField(null=True)
    management_fee_proposed = RateField(null=True, help_text="fraction, 0.2000 = 20 percent")
    won_date = models.DateField(null=True, blank=True)
    lost_date = models.DateField(null=True, blank=True)
    lost_reason = ChoiceField(ProspectPropertyLostReason, null=True)
    notes = TextField(null=True)

    estimated_value = MoneyField(null=True)
    estimated_annual_revenue = MoneyField(null=True)
    current_rental_income = MoneyField(null=True)

    status = ChoiceField(ProspectPropertyStatus, default=ProspectPropertyStatus.IDENTIFIED)

    search_text = SearchTextField("number", "property_name", "unit_number", "current_manager_name")

    label_fields = ("property_name", "number")
    search_through = ("onboarded_property", "prospect")

    class Meta:
        db_table = in_schema("homeowner_acquisition", "prospect_properties")
        verbose_name = "prospect property"
        verbose_name_plural = "prospect properties"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(management_fee_proposed__gte=0, management_fee_proposed__lte=1),
                name="prospect_properties_management_fee_proposed_check",
                violation_error_message="Management fee proposed must lie between 0 and 1.",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="lost") | models.Q(lost_reason__isnull=False),
                name="prospect_properties_status_lost_reason_check",
                violation_error_message="Lost reason is needed when status is lost.",
            ),
            models.UniqueConstraint(
                fields=["prospect", "market_property"],
                name="prospect_properties_prospect_market_property_unique",
                condition=models.Q(market_property__isnull=False),
                violation_error_message="There is already a row with this prospect, market property.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="prospect_prope_status"),
            search_index("prospect_properties_search"),
        ]


class LeadSource(BaseModel):
    """Where prospects come from."""

    number = BusinessIDField("LSRC-", width=3, db_column="source_code")
    source_name = LineField()

    source_category = ChoiceField(LeadSourceCategory)
    is_hot_source = FlagField(help_text="county sale, manager change")
    sort_order = IntegerField(default=0)
    is_active = FlagField(default=True)
    notes = TextField(null=True)

    cost_per_lead = MoneyField(null=True)

    search_text = SearchTextField("number", "source_name")

    label_fields = ("source_name",)

    class Meta:
        db_table = in_schema("homeowner_acquisition", "lead_sources")
        verbose_name = "lead source"
        verbose_name_plural = "lead sources"
        ordering = ["sort_order", "source_name"]
        indexes = [search_index("lead_sources_search")]


class LeadActivity(Log):
    """Calls, mails, visits and other steps with a prospect."""

    number = BusinessIDField("HOPA-", db_column="activity_id")

    prospect = models.ForeignKey(
        "homeowner_acquisition.Prospect",
        models.CASCADE,
        related_name="lead_activities",
        db_index=False,
    )
    prospect_property = models.ForeignKey(
        "homeowner_acquisition.ProspectProperty",
        models.SET_NULL,
        related_name="lead_activities",
        null=True,
        blank=True,
    )
    performed_by_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="lead_activities", null=True, blank=True
    )
    agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="lead_activities", null=True, blank=True
    )
    message = models.ForeignKey(
        "comms.Message", models.SET_NULL, related_name="lead_activities", null=True, blank=True
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="lead_activities", null=True, blank=True
    )

    activity_type = ChoiceField(LeadActivityType)
    activity_date = NowField()
    subject = LineField(null=True)
    description = TextField(null=True)
    outcome = ChoiceField(LeadActivityOutcome, null=True)
    duration_minutes = IntegerField(null=True)
    next_action = LineField(null=True)
    next_action_date = models.DateField(null=True, blank=True)

    search_text = SearchTextField("number", "subject")

    label_fields = ("number", "subject")
    search_through = ("prospect",)

    class Meta:
        db_table = in_schema("homeowner_acquisition", "lead_activities")
        verbose_name = "lead activity"
        verbose_name_plural = "lead activities"
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["prospect", "-activity_date"], name="lead_activitie_prospect_3a96c"
            ),
            models.Index(fields=["next_action_date"], name="lead_activitie_next_acti_3300a"),
            search_index("lead_activities_search"),
        ]
