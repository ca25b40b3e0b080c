"""Properties."""

from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    CoordinateField,
    DecimalField,
    EmailField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    MoneyField,
    RateField,
    SealedField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property.choices.properties import (
    PROPERTY_STATUS,
    PropertyClass,
    PropertyListingStatus,
    PropertyManagementStatus,
    PropertyParkingType,
    PropertyPetPolicy,
    PropertyRuleCategory,
    PropertySmokingPolicy,
    PropertyStatus,
    PropertyType,
    PropertyViewType,
    ResortPropertyType,
    ResortStatus,
)


class Resort(Entity):
    """Resort or condominium complex that groups managed units."""

    number = BusinessIDField("RST-", width=4, db_column="resort_id")
    resort_name = LineField()

    country = CodeField("ref.CountryCode", related_name="resorts", null=True, default="US")
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="resorts", null=True, blank=True
    )
    hoa_contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="resorts", null=True, blank=True
    )
    hoa_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="resorts", null=True, blank=True
    )

    resort_code = LineField(unique=True)
    address_line1 = LineField(null=True)
    address_line2 = LineField(null=True)
    city = LineField(null=True)
    state = LineField(default="HI", null=True)
    postal_code = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    total_units = IntegerField(null=True)
    managed_units = IntegerField(null=True)
    property_type = ChoiceField(ResortPropertyType, null=True)
    amenities = ArrayField(LineField(), null=True, blank=True)
    check_in_location = LineField(null=True)
    parking_info = LineField(null=True)
    wifi_network = LineField(null=True)
    wifi_password = SealedField(null=True, help_text="masked in admin; sensitive")
    front_desk_phone = LineField(null=True)
    emergency_contact = LineField(null=True)
    hoa_phone = LineField(null=True)
    hoa_email = EmailField(null=True)
    notes = TextField(null=True)
    streamline_id = LineField(null=True)
    description = TextField(null=True)
    front_desk_email = EmailField(null=True)
    security_phone = LineField(null=True)
    general_manager = LineField(null=True)
    package_pickup_location = LineField(null=True)
    guest_registration_required = FlagField()
    guest_registration_process = LineField(null=True)
    pool_hours = LineField(null=True)
    trash_info = LineField(null=True)
    construction_restrictions = LineField(null=True)
    construction_notice_days = IntegerField(null=True)
    insurance_required = FlagField()
    quiet_hours = LineField(null=True)

    resort_fee_amount = MoneyField(null=True, help_text="current nightly fee charged by the resort")

    status = ChoiceField(ResortStatus, default=ResortStatus.ACTIVE)

    search_text = SearchTextField(
        "number",
        "resort_name",
        "resort_code",
        "address_line1",
        "postal_code",
        "front_desk_phone",
        "hoa_phone",
        "hoa_email",
    )

    label_fields = ("resort_name",)

    class Meta:
        db_table = in_schema("property", "resorts")
        verbose_name = "resort"
        verbose_name_plural = "resorts"
        ordering = ["resort_name"]
        indexes = [
            models.Index(fields=["status"], name="resorts_status"),
            search_index("resorts_search"),
        ]


class Property(Entity):
    """Managed rental unit: identity, location, capacity, policies, state."""

    number = BusinessIDField("PROP-", width=4, db_column="property_id")
    property_name = LineField()

    resort = models.ForeignKey(
        "property.Resort", models.PROTECT, related_name="properties", null=True, blank=True
    )
    area = models.ForeignKey(
        "geo.Area", models.PROTECT, related_name="property_properties", null=True, blank=True
    )
    country = CodeField("ref.CountryCode", related_name="properties", null=True, default="US")
    timezone = CodeField("ref.TimeZone", db_column="timezone", related_name="properties", null=True)
    primary_team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="properties", null=True, blank=True
    )
    property_manager = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="properties", null=True, blank=True
    )

    default_cleaner = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="properties_as_default_cleaner",
        null=True,
        blank=True,
        help_text="who gets its cleans unless somebody says otherwise",
    )
    default_inspector = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="properties_as_default_inspector",
        null=True,
        blank=True,
        help_text="who gets its inspections; empty: the property manager",
    )

    property_code = LineField(unique=True)
    address_line1 = LineField(null=True)
    address_line2 = LineField(null=True)
    city = LineField(null=True)
    state = LineField(default="HI", null=True)
    postal_code = LineField(null=True)
    latitude = CoordinateField(null=True)
    longitude = CoordinateField(null=True)
    property_type = ChoiceField(PropertyType, null=True)
    bedrooms = IntegerField(null=True)
    bathrooms = DecimalField(max_digits=3, decimal_places=1, null=True)
    sleeps = IntegerField(null=True)
    square_feet = IntegerField(null=True)
    floor_level = IntegerField(null=True)
    unit_number = LineField(null=True)
    building = LineField(null=True)
    view_type = ChoiceField(PropertyViewType, null=True)
    has_ac = FlagField(default=True)
    has_pool = FlagField()
    has_hot_tub = FlagField()
    has_lanai = FlagField(default=True)
    has_washer_dryer = FlagField(default=True)
    has_garage = FlagField()
    parking_spaces = IntegerField(default=1)
    parking_type = ChoiceField(PropertyParkingType, null=True)
    parking_stall_numbers = ArrayField(LineField(), null=True, blank=True)
    pet_policy = ChoiceField(PropertyPetPolicy, default=PropertyPetPolicy.NO_PETS)
    smoking_policy = ChoiceField(PropertySmokingPolicy, default=PropertySmokingPolicy.NO_SMOKING)
    check_in_time = models.TimeField(default=time(15), db_default=time(15))
    check_out_time = models.TimeField(default=time(10), db_default=time(10))
    early_check_in_available = FlagField(default=True)
    late_check_out_available = FlagField(default=True)
    min_stay_nights = IntegerField(default=3)
    legal_min_nights = IntegerField(
        null=True, help_text="fewest nights that the law or the permit allows"
    )
    wifi_network = LineField(null=True)
    wifi_password = SealedField(
        null=True, help_text="legacy value; current codes live in property_access_codes"
    )
    door_code = SealedField(
        null=True, help_text="legacy value; current codes live in property_access_codes"
    )
    gate_code = SealedField(
        null=True, help_text="legacy value; current codes live in property_access_codes"
    )
    lockbox_location = LineField(null=True)
    lockbox_code = SealedField(
        null=True, help_text="legacy value; current codes live in property_access_codes"
    )
    notes = TextField(null=True)
    owner_notes = TextField(null=True)
    guest_notes = TextField(null=True)
    onboarding_date = models.DateField(null=True, blank=True)
    offboarding_date = models.DateField(null=True, blank=True)
    streamline_id = LineField(null=True)
    half_baths = IntegerField(default=0)
    floors = IntegerField(default=1)
    property_class = ChoiceField(PropertyClass, null=True)
    tmk = LineField(null=True, help_text="Hawaii Tax Map Key")
    rental_permit_number = LineField(null=True)
    get_tax_license = LineField(null=True, help_text="Hawaii general excise licence")
    tat_tax_license = LineField(null=True, help_text="Hawaii transient accommodations licence")
    management_fee_rate = RateField(null=True, help_text="fraction of net rent")
    turnover_minutes = IntegerField(default=180, help_text="planned clean length")
    inspection_minutes = IntegerField(default=30, help_text="planned inspection length")
    internet_speed_mbps = IntegerField(null=True)
    closest_beach = LineField(null=True)
    airbnb_listing_id = LineField(null=True)
    vrbo_listing_id = LineField(null=True)
    contract_start_date = models.DateField(null=True, blank=True)
    contract_end_date = models.DateField(null=True, blank=True)

    base_cleaning_fee = MoneyField(null=True)
    cleaning_cost = MoneyField(null=True)

    status = ChoiceField(PropertyStatus, default=PropertyStatus.ACTIVE)
    management_status = ChoiceField(
        PropertyManagementStatus, default=PropertyManagementStatus.MANAGED
    )
    listing_status = ChoiceField(PropertyListingStatus, default=PropertyListingStatus.UNLISTED)

    search_text = SearchTextField(
        "number",
        "property_name",
        "property_code",
        "address_line1",
        "postal_code",
        "unit_number",
        "building",
        "tmk",
        "rental_permit_number",
    )

    label_fields = ("property_code", "property_name")

    class Meta:
        db_table = in_schema("property", "properties")
        verbose_name = "property"
        verbose_name_plural = "properties"
        ordering = ["property_code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(bedrooms__gte=0),
                name="properties_bedrooms_check",
                violation_error_message="Bedrooms cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(bathrooms__gte=0),
                name="properties_bathrooms_check",
                violation_error_message="Bathrooms cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(sleeps__gt=0),
                name="properties_sleeps_check",
                violation_error_message="Sleeps must be more than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(min_stay_nights__gte=1),
                name="properties_min_stay_nights_check",
                violation_error_message="Min stay nights cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(legal_min_nights__gte=1),
                name="properties_legal_min_nights_check",
                violation_error_message="Legal min nights cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(turnover_minutes__gte=0, inspection_minutes__gte=0),
                name="properties_minutes_check",
                violation_error_message="Minutes cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(offboarding_date__isnull=True)
                | models.Q(offboarding_date__gte=models.F("onboarding_date")),
                name="properties_offboarding_date_onboarding_date_check",
                violation_error_message="Offboarding date must not be before onboarding date.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="properties_status"),
            models.Index(fields=["management_status"], name="properties_management_status"),
            models.Index(
                fields=["status", "management_status"], name="properties_status_manage_7c5dd"
            ),
            models.Index(
                fields=["streamline_id"],
                condition=models.Q(streamline_id__isnull=False),
                name="properties_streamline_id_65f8e",
            ),
            search_index("properties_search"),
        ]
        triggers = [PROPERTY_STATUS.guard()]


class PropertyAmenity(Join):
    """Amenities a unit offers."""

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="amenities", db_index=False
    )
    amenity_type = CodeField("ref.AmenityType", related_name="property_amenities")

    is_available = FlagField(default=True)
    quantity = IntegerField(default=1)
    location = LineField(null=True)
    notes = TextField(null=True)
    is_seasonal = FlagField()
    seasonal_start = LineField(null=True, help_text="MM-DD")
    seasonal_end = LineField(null=True, help_text="MM-DD")
    is_verified = FlagField()
    last_verified_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("location",)
    search_through = ("property",)

    class Meta:
        db_table = in_schema("property", "property_amenities")
        verbose_name = "property amenity"
        verbose_name_plural = "property amenities"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0),
                name="property_amenities_quantity_check",
                violation_error_message="Quantity cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["property", "amenity_type"],
                name="property_amenities_property_amenity_type_unique",
                violation_error_message="There is already a row with this property, amenity type.",
            ),
        ]


class PropertyRule(BaseModel):
    """House rules of a unit."""

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="rules", db_index=False
    )

    rule_category = ChoiceField(PropertyRuleCategory)
    rule_text = TextField()
    is_enforceable = FlagField(default=True)
    display_order = IntegerField(default=0)
    is_active = FlagField(default=True)
    rule_name = LineField(null=True)
    show_in_listing = FlagField(default=True)
    show_in_confirmation = FlagField(default=True)

    violation_fee = MoneyField(null=True)

    search_text = SearchTextField("rule_name")

    label_fields = ("rule_name", "rule_category")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("property", "property_rules")
        verbose_name = "property rule"
        verbose_name_plural = "property rules"
        ordering = ["display_order"]
        indexes = [
            models.Index(
                fields=["property", "rule_category"], name="property_rules_property_cec53"
            ),
            search_index("property_rules_search"),
        ]
