"""Homes."""

from django.db import models

from core.models import EmailField, LineField, StagingRow, TextField, in_schema


class StagedProperty(StagingRow):
    """Raw unit rows from source systems."""

    matched_property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="staging_properties",
        null=True,
        blank=True,
    )

    property_id = LineField(null=True, help_text="id in the source")
    property_name = LineField(null=True)
    property_short_name = LineField(null=True)
    resort_id = LineField(null=True)
    property_number = LineField(null=True)
    status = LineField(null=True)
    property_type = LineField(null=True)
    airbnb_id = LineField(null=True)
    vrbo_id = LineField(null=True)
    tmk_number = LineField(null=True)
    homeowner = LineField(null=True)
    ge_tax_id = LineField(null=True)
    ta_tax_id = LineField(null=True)
    rental_permit_number = LineField(null=True)
    checkin_time = LineField(null=True)
    checkout_time = LineField(null=True)
    early_checkin_allowed = LineField(null=True)
    late_checkout_allowed = LineField(null=True)
    guest_registration_required = LineField(null=True)
    latitude = LineField(null=True)
    longitude = LineField(null=True)
    square_feet = LineField(null=True)
    street_number = LineField(null=True)
    street_name = LineField(null=True)
    unit_number = LineField(null=True)
    building = LineField(null=True)
    building_floor = LineField(null=True)
    city = LineField(null=True)
    state = LineField(null=True)
    zip_code = LineField(null=True)
    bed = LineField(null=True)
    bath = LineField(null=True)
    max_occupancy = LineField(null=True)
    view = LineField(null=True)
    lanai = LineField(null=True)
    private_parking = LineField(null=True)
    beach_access = LineField(null=True)
    closest_beach = LineField(null=True)
    wifi_network = LineField(null=True)
    wifi_password = LineField(null=True)
    internet_speed_mbps = LineField(null=True)
    house_rules = LineField(null=True)
    access_instructions = TextField(null=True)
    floorplan_url = LineField(null=True)
    property_description = TextField(null=True)
    headline = LineField(null=True)
    pricing_group = LineField(null=True)
    sl_property_id = LineField(null=True)

    label_fields = ("property_name", "source_row")

    class Meta:
        db_table = in_schema("staging", "properties")
        verbose_name = "staged property"
        verbose_name_plural = "staged properties"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="properties_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="properties_load_status"),
            models.Index(fields=["row_hash"], name="properties_row_hash"),
            models.Index(fields=["source_id"], name="properties_source_id"),
        ]


class StagedResort(StagingRow):
    """Raw resort rows from source systems."""

    matched_resort = models.ForeignKey(
        "property.Resort", models.SET_NULL, related_name="resorts", null=True, blank=True
    )

    resort_id = LineField(null=True)
    resort_name = LineField(null=True)
    resort_code = LineField(null=True)
    street_address = LineField(null=True)
    city = LineField(null=True)
    state = LineField(null=True)
    zip_code = LineField(null=True)
    front_desk_phone = LineField(null=True)
    front_desk_email = EmailField(null=True)
    association_contact = LineField(null=True)
    engineering_contact = LineField(null=True)
    security_contact_name = LineField(null=True)
    general_manager = LineField(null=True)
    package_pickup_location = LineField(null=True)
    service_request_process = LineField(null=True)
    guest_registration = LineField(null=True)
    guest_registration_process = LineField(null=True)
    resort_fee = LineField(null=True)
    resort_fee_daily_amount = LineField(null=True)
    resort_fee_res_amount = LineField(null=True)
    parking_details = TextField(null=True)
    parking_free = LineField(null=True)
    pool = LineField(null=True)
    pool_hours = LineField(null=True)
    pool_details = TextField(null=True)
    jacuzzi = LineField(null=True)
    bbq = LineField(null=True)
    fitness_center = LineField(null=True)
    tennis_courts = LineField(null=True)
    day_spa = LineField(null=True)
    beach_access = LineField(null=True)
    bell_service = LineField(null=True)
    internet_provider = LineField(null=True)
    internet_info = LineField(null=True)
    cable_provider = LineField(null=True)
    pest_control_vendor = LineField(null=True)
    construction_restrictions = LineField(null=True)
    construction_advance_notice_required = LineField(null=True)
    insurance_required = LineField(null=True)
    trash = LineField(null=True)
    key_cards = LineField(null=True)
    notes = TextField(null=True)

    label_fields = ("resort_name", "source_row")

    class Meta:
        db_table = in_schema("staging", "resorts")
        verbose_name = "staged resort"
        verbose_name_plural = "staged resorts"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="resorts_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="resorts_load_status"),
            models.Index(fields=["row_hash"], name="resorts_row_hash"),
            models.Index(fields=["source_id"], name="resorts_source_id"),
        ]
