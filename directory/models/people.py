"""People."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    DecimalField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from directory.choices.people import (
    GUEST_GUEST_STATUS,
    HOMEOWNER_OWNER_STATUS,
    GuestLoyaltyTier,
    GuestStatus,
    GuestType,
    HomeownerCommunicationFrequency,
    HomeownerCommunicationPreference,
    HomeownerEscalationPriority,
    HomeownerOwnerStatus,
    HomeownerOwnerType,
    HomeownerPaymentMethod,
    HomeownerReportDetailLevel,
    HomeownerStatementDelivery,
    HomeownerStatementFrequency,
    HomeownerTaxClassification,
    HomeownerTrustLevel,
    OwnershipRole,
    OwnershipType,
)


class Guest(Entity):
    """Guest profile extending a contact: loyalty, stay history, preferences."""

    number = BusinessIDField("GST-", db_column="guest_id")

    contact = models.OneToOneField("directory.Contact", models.PROTECT, related_name="guest")
    referral_contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="guests_as_referral_contact",
        null=True,
        blank=True,
    )

    is_vip = FlagField()
    vip_reason = TextField(null=True)
    vip_notes = TextField(null=True)
    loyalty_tier = ChoiceField(GuestLoyaltyTier, null=True)
    lifetime_stays = IntegerField(default=0, help_text="rolled up from reservations")
    lifetime_nights = IntegerField(default=0, help_text="rolled up from reservations")
    first_stay_date = models.DateField(null=True, blank=True)
    last_stay_date = models.DateField(null=True, blank=True)
    average_rating_given = DecimalField(max_digits=3, decimal_places=2, null=True)
    booking_source_primary = LineField(null=True)
    preferred_properties = ArrayField(
        LineField(), null=True, blank=True, help_text="property business IDs"
    )
    dietary_restrictions = ArrayField(LineField(), null=True, blank=True)
    special_requests_default = LineField(null=True)
    notes = TextField(null=True)
    guest_type = ChoiceField(GuestType, default=GuestType.LEISURE)
    acquisition_source = LineField(null=True)
    acquisition_campaign = LineField(null=True)
    average_nps = DecimalField(max_digits=4, decimal_places=1, null=True)
    group_size_typical = IntegerField(null=True)
    travels_with_pets = FlagField()
    marketing_segment = LineField(null=True)
    airbnb_guest_id = LineField(null=True)
    vrbo_guest_id = LineField(null=True)
    streamline_guest_id = LineField(null=True)
    blocked_reason = TextField(null=True)
    birthday = models.DateField(null=True, blank=True)

    lifetime_revenue = MoneyField(default=0, help_text="rolled up from reservations")

    guest_status = ChoiceField(GuestStatus, default=GuestStatus.ACTIVE)

    search_text = SearchTextField("number")

    search_through = ("contact",)

    class Meta:
        db_table = in_schema("directory", "guests")
        verbose_name = "guest"
        verbose_name_plural = "guests"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lifetime_stays__gte=0),
                name="guests_lifetime_stays_check",
                violation_error_message="Lifetime stays cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(lifetime_nights__gte=0),
                name="guests_lifetime_nights_check",
                violation_error_message="Lifetime nights cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["guest_status"], name="guests_guest_status"),
            models.Index(
                fields=["is_vip"], condition=models.Q(is_vip=True), name="guests_is_vip_partial"
            ),
            models.Index(fields=["loyalty_tier"], name="guests_loyalty_tier"),
            search_index("guests_search"),
        ]
        triggers = [GUEST_GUEST_STATUS.guard()]


class Homeowner(Entity):
    """Property-owner profile extending a contact: contract terms, trust, approvals."""

    number = BusinessIDField("HOP-", db_column="homeowner_id")

    contact = models.OneToOneField("directory.Contact", models.PROTECT, related_name="homeowner")

    owner_type = ChoiceField(HomeownerOwnerType, null=True)
    contract_start_date = models.DateField(null=True, blank=True)
    contract_end_date = models.DateField(null=True, blank=True)
    commission_rate = RateField(
        null=True, help_text="percentage points; overrides the property default"
    )
    communication_preference = ChoiceField(
        HomeownerCommunicationPreference, default=HomeownerCommunicationPreference.EMAIL
    )
    communication_frequency = ChoiceField(
        HomeownerCommunicationFrequency, default=HomeownerCommunicationFrequency.STANDARD
    )
    auto_approve_categories = ArrayField(LineField(), null=True, blank=True)
    trust_level = ChoiceField(HomeownerTrustLevel, default=HomeownerTrustLevel.STANDARD)
    escalation_priority = ChoiceField(
        HomeownerEscalationPriority, default=HomeownerEscalationPriority.STANDARD
    )
    notes = TextField(null=True)
    qbo_customer_id = LineField(null=True)
    legal_name = LineField(null=True)
    entity_name = LineField(null=True)
    entity_state = LineField(null=True)
    tax_classification = ChoiceField(HomeownerTaxClassification, null=True)
    tax_id_last_four = LineField(null=True, help_text="full number lives in secure.ssn_data")
    w9_on_file = FlagField()
    w9_date = models.DateField(null=True, blank=True)
    payment_method = ChoiceField(
        HomeownerPaymentMethod, default=HomeownerPaymentMethod.ACH, null=True
    )
    report_detail_level = ChoiceField(
        HomeownerReportDetailLevel, default=HomeownerReportDetailLevel.SUMMARY
    )
    owner_since = models.DateField(null=True, blank=True)
    distribution_method = LineField(null=True)
    qbo_vendor_id = LineField(null=True)
    streamline_owner_id = LineField(null=True)

    approval_required_threshold = MoneyField(
        default=500, help_text="USD above which owner approval is required"
    )

    owner_status = ChoiceField(HomeownerOwnerStatus, default=HomeownerOwnerStatus.ACTIVE)
    statement_delivery = ChoiceField(
        HomeownerStatementDelivery, default=HomeownerStatementDelivery.EMAIL
    )
    statement_frequency = ChoiceField(
        HomeownerStatementFrequency, default=HomeownerStatementFrequency.MONTHLY
    )

    search_text = SearchTextField("number", "legal_name", "entity_name")

    label_fields = ("legal_name", "number")
    search_through = ("contact",)

    class Meta:
        db_table = in_schema("directory", "homeowners")
        verbose_name = "homeowner"
        verbose_name_plural = "homeowners"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(contract_end_date__isnull=True)
                | models.Q(contract_end_date__gte=models.F("contract_start_date")),
                name="homeowners_contract_end_date_contract_start_date_check",
                violation_error_message="Contract end date must not be before contract start date.",
            ),
            models.CheckConstraint(
                condition=models.Q(approval_required_threshold__gte=0),
                name="homeowners_approval_required_threshold_check",
                violation_error_message="Approval required threshold cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["owner_status"], name="homeowners_owner_status"),
            models.Index(fields=["owner_type"], name="homeowners_owner_type"),
            search_index("homeowners_search"),
        ]
        triggers = [HOMEOWNER_OWNER_STATUS.guard()]


class Ownership(Join):
    """Who owns which property, in what share and capacity, over time."""

    homeowner = models.ForeignKey("directory.Homeowner", models.PROTECT, related_name="ownerships")
    property = models.ForeignKey("property.Property", models.PROTECT, related_name="ownerships")

    ownership_type = ChoiceField(OwnershipType)
    ownership_percentage = RateField(default=100, help_text="percentage points")
    is_primary_contact = FlagField(default=True)
    role = ChoiceField(OwnershipRole, default=OwnershipRole.OWNER)
    effective_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    is_contract_contact = FlagField()
    is_maintenance_contact = FlagField()
    is_payee = FlagField(help_text="receives payouts")
    distribution_split = RateField(null=True, help_text="percentage points of payout")
    management_fee_rate = RateField(null=True, help_text="fraction; overrides property fee")

    label_fields = ("ownership_type", "effective_date")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("directory", "homeowner_property_relationship")
        verbose_name = "ownership"
        verbose_name_plural = "ownerships"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ownership_percentage__gt=0)
                & models.Q(ownership_percentage__lte=100),
                name="homeowner_property_relationship_ownership_percentage_check",
                violation_error_message="Must hold: ownership percentage > 0 and ownership percentage is at most 100.",
            ),
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("effective_date")),
                name="homeowner_property_relationship_end_date_effective_dat_2e1e6",
                violation_error_message="End date must not be before effective date.",
            ),
            models.UniqueConstraint(
                fields=["homeowner", "property"],
                name="homeowner_property_relationship_homeowner_property_unique",
                condition=models.Q(end_date__isnull=True),
                violation_error_message="There is already a row with this homeowner, property.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["property"],
                condition=models.Q(end_date__isnull=True),
                name="homeowner_prop_property_b4cd5",
            )
        ]
