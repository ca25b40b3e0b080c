"""Vendors."""

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    EmailField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    TodayField,
    in_schema,
    search_index,
)
from directory.choices.vendors import (
    COMPANY_STATUS,
    CompanyPaymentTerms,
    CompanyStatus,
    CompanyType,
    VendorAssignmentType,
    VendorTier,
    VendorType,
)


class Company(Entity):
    """Organisation profile: vendors, suppliers, partners, booking platforms, insurers."""

    number = BusinessIDField("CMP-", db_column="company_id")
    company_name = LineField()
    dba_name = LineField(null=True)

    contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="companies", null=True, blank=True
    )
    primary_contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="companies_as_primary_contact",
        null=True,
        blank=True,
    )
    billing_contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="companies_as_billing_contact",
        null=True,
        blank=True,
    )
    vendor_category = CodeField(
        "ref.VendorCategory", db_column="vendor_category", related_name="companies", null=True
    )

    company_type = ChoiceField(CompanyType, null=True)
    tax_id = LineField(null=True, help_text="last four only; full number in secure.ssn_data")
    business_license = LineField(null=True)
    website = LineField(null=True)
    billing_email = EmailField(null=True)
    payment_terms = ChoiceField(CompanyPaymentTerms, default=CompanyPaymentTerms.NET30)
    service_areas = ArrayField(LineField(), null=True, blank=True)
    is_preferred = FlagField()
    is_emergency_capable = FlagField()
    insurance_verified = FlagField()
    insurance_expiry = models.DateField(null=True, blank=True)
    internal_rating = IntegerField(null=True)
    rating_notes = TextField(null=True)
    notes = TextField(null=True)
    qbo_vendor_id = LineField(null=True)
    industry = LineField(null=True)
    license_state = LineField(null=True)
    license_expiry = models.DateField(null=True, blank=True)
    insurance_carrier = LineField(null=True)
    insurance_policy = TextField(null=True)
    coi_on_file = FlagField()
    coi_date = models.DateField(null=True, blank=True)
    tax_exempt = FlagField()
    is_1099_eligible = FlagField()
    w9_on_file = FlagField()
    rating_count = IntegerField(default=0)

    credit_limit = MoneyField(null=True)

    status = ChoiceField(CompanyStatus, default=CompanyStatus.ACTIVE)

    search_text = SearchTextField("number", "company_name", "dba_name", "billing_email")

    label_fields = ("company_name", "number")

    class Meta:
        db_table = in_schema("directory", "companies")
        verbose_name = "company"
        verbose_name_plural = "companies"
        ordering = ["company_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(internal_rating__gte=1, internal_rating__lte=5),
                name="companies_internal_rating_check",
                violation_error_message="Internal rating must lie between 1 and 5.",
            )
        ]
        indexes = [
            models.Index(fields=["company_name"], name="companies_company_name"),
            models.Index(fields=["company_type"], name="companies_company_type"),
            models.Index(fields=["status"], name="companies_status"),
            models.Index(
                fields=["is_preferred"],
                condition=models.Q(is_preferred=True),
                name="companies_is_preferred_partial",
            ),
            models.Index(fields=["insurance_expiry"], name="companies_insurance_expiry"),
            search_index("companies_search"),
        ]
        triggers = [COMPANY_STATUS.guard()]


class Vendor(Entity):
    """Service capabilities, pricing and performance of a vendor company."""

    number = BusinessIDField("VND-", db_column="vendor_id")

    company = models.OneToOneField("directory.Company", models.CASCADE, related_name="vendors")
    vendor_category = CodeField("ref.VendorCategory", related_name="vendors", null=True)
    approved_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="vendors", null=True, blank=True
    )

    vendor_type = ChoiceField(VendorType)
    service_categories = ArrayField(
        LineField(), null=True, blank=True, help_text="vendor category codes"
    )
    emergency_rate_multiplier = DecimalField(max_digits=3, decimal_places=2, default=Decimal("1.5"))
    response_time_hours = IntegerField(null=True)
    service_area_miles = IntegerField(null=True)
    certifications = ArrayField(LineField(), null=True, blank=True)
    specialties = ArrayField(LineField(), null=True, blank=True)
    availability = models.JSONField(null=True, blank=True)
    performance_score = DecimalField(max_digits=3, decimal_places=2, null=True)
    total_jobs_completed = IntegerField(default=0)
    on_time_percentage = RateField(null=True, help_text="percentage points")
    average_job_rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    notes = TextField(null=True)
    vendor_tier = ChoiceField(VendorTier, default=VendorTier.STANDARD)
    emergency_available = FlagField()
    is_approved = FlagField()
    approved_date = models.DateField(null=True, blank=True)
    jobs_cancelled = IntegerField(default=0)
    rating_count = IntegerField(default=0)
    dispatch_notes = TextField(null=True)
    is_active = FlagField(default=True)

    hourly_rate = MoneyField(null=True)
    minimum_charge = MoneyField(null=True)
    trip_charge = MoneyField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "vendor_type")
    search_through = ("company",)

    class Meta:
        db_table = in_schema("directory", "vendors")
        verbose_name = "vendor"
        verbose_name_plural = "vendors"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(emergency_rate_multiplier__gte=1),
                name="vendors_emergency_rate_multiplier_check",
                violation_error_message="Emergency rate multiplier cannot be less than 1.",
            )
        ]
        indexes = [
            models.Index(fields=["vendor_type"], name="vendors_vendor_type"),
            models.Index(fields=["-performance_score"], name="vendors_performance_score"),
            models.Index(fields=["vendor_tier"], name="vendors_vendor_tier"),
            search_index("vendors_search"),
        ]


class VendorAssignment(Join):
    """Preferred and backup vendor companies per property and trade."""

    company = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="vendor_assignments"
    )
    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="vendor_assignments", db_index=False
    )
    service_category = CodeField(
        "ref.VendorCategory", db_column="service_category", related_name="vendor_assignments"
    )
    vendor = models.ForeignKey(
        "directory.Vendor", models.SET_NULL, related_name="assignments", null=True, blank=True
    )

    is_preferred = FlagField()
    is_primary = FlagField()
    assignment_notes = TextField(null=True)
    effective_date = TodayField()
    end_date = models.DateField(null=True, blank=True)
    assignment_type = ChoiceField(VendorAssignmentType, default=VendorAssignmentType.PREFERRED)
    priority_rank = IntegerField(default=1, help_text="1 = first call")
    rate_notes = TextField(null=True)

    rate_override = MoneyField(null=True)

    label_fields = ("assignment_type", "effective_date")
    search_through = ("property", "company")

    class Meta:
        db_table = in_schema("directory", "vendor_assignments")
        verbose_name = "vendor assignment"
        verbose_name_plural = "vendor assignments"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("effective_date")),
                name="vendor_assignments_end_date_effective_date_check",
                violation_error_message="End date must not be before effective date.",
            ),
            models.UniqueConstraint(
                fields=["company", "property", "service_category"],
                name="vendor_assignments_company_property_service_category_unique",
                condition=models.Q(end_date__isnull=True),
                violation_error_message="There is already a row with this company, property, service category.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["property", "service_category"], name="vendor_assignm_property_23ef7"
            )
        ]
