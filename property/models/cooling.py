"""Cooling."""

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
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property.choices.cooling import AcSystemCondition, AcSystemStatus, AcSystemType, AcUnitType


class AcSystem(Entity):
    """Heating and cooling system serving a unit."""

    number = BusinessIDField("ACS-", db_column="ac_system_id")

    property = models.ForeignKey("property.Property", models.CASCADE, related_name="ac_systems")
    vendor_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="ac_systems", null=True, blank=True
    )

    system_type = ChoiceField(AcSystemType)
    brand = LineField(null=True)
    model = LineField(null=True)
    capacity_btu = IntegerField(null=True)
    install_date = models.DateField(null=True, blank=True)
    last_service_date = models.DateField(null=True, blank=True)
    next_service_date = models.DateField(null=True, blank=True)
    filter_size = LineField(null=True)
    filter_last_changed = models.DateField(null=True, blank=True)
    refrigerant_type = LineField(null=True)
    condition = ChoiceField(AcSystemCondition, default=AcSystemCondition.GOOD)
    warranty_expiry = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    system_name = LineField(null=True)
    serial_number = LineField(null=True)
    tonnage = DecimalField(max_digits=4, decimal_places=1, null=True)
    seer_rating = DecimalField(max_digits=4, decimal_places=1, null=True)
    service_interval_months = IntegerField(null=True)

    status = ChoiceField(AcSystemStatus, default=AcSystemStatus.ACTIVE)

    search_text = SearchTextField("number", "system_name", "serial_number")

    label_fields = ("system_name", "number")
    search_through = ("property", "vendor_company")

    class Meta:
        db_table = in_schema("property", "ac_systems")
        verbose_name = "AC system"
        verbose_name_plural = "AC systems"
        ordering = ["number"]
        indexes = [
            models.Index(fields=["next_service_date"], name="ac_systems_next_service_date"),
            search_index("ac_systems_search"),
        ]


class AcUnit(Entity):
    """Individual indoor or outdoor unit of a cooling system."""

    number = BusinessIDField("ACU-", db_column="ac_unit_id")

    ac_system = models.ForeignKey("property.AcSystem", models.CASCADE, related_name="ac_units")
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="ac_units", null=True, blank=True
    )

    unit_type = ChoiceField(AcUnitType, null=True)
    location = LineField(null=True)
    serial_number = LineField(null=True)
    has_remote = FlagField(default=True)
    remote_model = LineField(null=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    unit_name = LineField(null=True)
    filter_size = LineField(null=True)
    filter_last_changed = models.DateField(null=True, blank=True)

    status = ChoiceField(AcSystemStatus, default=AcSystemStatus.ACTIVE)

    search_text = SearchTextField("number", "serial_number", "unit_name")

    label_fields = ("unit_name", "number")
    search_through = ("ac_system",)

    class Meta:
        db_table = in_schema("property", "ac_units")
        verbose_name = "AC unit"
        verbose_name_plural = "AC units"
        ordering = ["number"]
        indexes = [search_index("ac_units_search")]


class AcUnitRoom(Join):
    """Rooms cooled by each AC unit."""

    ac_unit = models.ForeignKey(
        "property.AcUnit", models.CASCADE, related_name="rooms", db_index=False
    )
    room = models.ForeignKey("property.Room", models.CASCADE, related_name="ac_unit_rooms")

    is_primary = FlagField(default=True, help_text="main unit for the room")

    search_through = ("ac_unit", "room")

    class Meta:
        db_table = in_schema("property", "ac_unit_rooms")
        verbose_name = "room cooled"
        verbose_name_plural = "rooms cooled"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["ac_unit", "room"],
                name="ac_unit_rooms_ac_unit_room_unique",
                violation_error_message="There is already a row with this ac unit, room.",
            )
        ]
