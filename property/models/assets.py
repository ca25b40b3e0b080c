"""Assets."""

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
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property.choices.assets import (
    ApplianceCondition,
    ApplianceOwnership,
    ApplianceStatus,
    LightBulbType,
    LightFixtureType,
    SafetyItemStatus,
    SafetyItemType,
    SurfaceMaterial,
    WindowCoveringType,
)


class Appliance(Entity):
    """Major appliance installed in a unit."""

    number = BusinessIDField("APPL-", db_column="appliance_id")

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="appliances", db_index=False
    )
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="appliances", null=True, blank=True
    )
    appliance_type = CodeField("ref.ApplianceType", related_name="appliances")
    replaced_by = models.ForeignKey(
        "property.Appliance",
        models.SET_NULL,
        related_name="appliances_as_replaced_by",
        null=True,
        blank=True,
    )
    vendor_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="appliances", null=True, blank=True
    )
    manual_file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="appliances", null=True, blank=True
    )

    brand = LineField(null=True)
    model = LineField(null=True)
    model_number = LineField(null=True)
    serial_number = LineField(null=True)
    color = LineField(null=True)
    purchase_date = models.DateField(null=True, blank=True)
    warranty_expiry = models.DateField(null=True, blank=True)
    expected_lifespan_years = IntegerField(null=True)
    condition = ChoiceField(ApplianceCondition, default=ApplianceCondition.GOOD)
    last_service_date = models.DateField(null=True, blank=True)
    next_service_date = models.DateField(null=True, blank=True)
    service_interval_months = IntegerField(null=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    appliance_name = LineField(null=True)
    install_date = models.DateField(null=True, blank=True)
    ownership = ChoiceField(ApplianceOwnership, default=ApplianceOwnership.OWNER)

    purchase_price = MoneyField(null=True)

    status = ChoiceField(ApplianceStatus, default=ApplianceStatus.ACTIVE)

    search_text = SearchTextField("number", "model_number", "serial_number", "appliance_name")

    label_fields = ("appliance_name", "number")
    search_through = ("property", "vendor_company")

    class Meta:
        db_table = in_schema("property", "appliances")
        verbose_name = "appliance"
        verbose_name_plural = "appliances"
        ordering = ["number"]
        indexes = [
            models.Index(
                fields=["property", "appliance_type"], name="appliances_property_appl_c6171"
            ),
            models.Index(fields=["warranty_expiry"], name="appliances_warranty_expiry"),
            models.Index(fields=["next_service_date"], name="appliances_next_service_date"),
            models.Index(fields=["serial_number"], name="appliances_serial_number"),
            search_index("appliances_search"),
        ]


class AppliancePart(BaseModel):
    """Replaceable part of an appliance with replacement cycle."""

    part_name = LineField()

    appliance = models.ForeignKey("property.Appliance", models.CASCADE, related_name="parts")
    supplier_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="appliance_parts", null=True, blank=True
    )

    part_number = LineField(null=True)
    manufacturer = LineField(null=True)
    last_replaced = models.DateField(null=True, blank=True)
    replacement_interval_months = IntegerField(null=True)
    next_replacement_due = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    quantity = IntegerField(default=1)

    cost = MoneyField(null=True)

    search_text = SearchTextField("part_name", "part_number")

    label_fields = ("part_name", "part_number")
    search_through = ("supplier_company", "appliance")

    class Meta:
        db_table = in_schema("property", "appliance_parts")
        verbose_name = "appliance part"
        verbose_name_plural = "appliance parts"
        ordering = ["part_name"]
        indexes = [
            models.Index(fields=["next_replacement_due"], name="appliance_part_next_repl_07004"),
            search_index("appliance_parts_search"),
        ]


class Fixture(Entity):
    """Plumbing or bath fixture in a room."""

    number = BusinessIDField("FIX-", db_column="fixture_id")

    property = models.ForeignKey("property.Property", models.CASCADE, related_name="fixtures")
    room = models.ForeignKey("property.Room", models.CASCADE, related_name="fixtures")
    fixture_type = CodeField("ref.FixtureType", related_name="fixtures")

    brand = LineField(null=True)
    model = LineField(null=True)
    color = LineField(null=True)
    install_date = models.DateField(null=True, blank=True)
    condition = ChoiceField(ApplianceCondition, default=ApplianceCondition.GOOD)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    fixture_name = LineField(null=True)
    finish = LineField(null=True)

    status = ChoiceField(ApplianceStatus, default=ApplianceStatus.ACTIVE)

    search_text = SearchTextField("number", "fixture_name")

    label_fields = ("fixture_name", "number")
    search_through = ("property", "room")

    class Meta:
        db_table = in_schema("property", "fixtures")
        verbose_name = "fixture"
        verbose_name_plural = "fixtures"
        ordering = ["number"]
        indexes = [search_index("fixtures_search")]


class Surface(Entity):
    """Floor, counter or other finish needing care."""

    number = BusinessIDField("SRF-", db_column="surface_id")

    property = models.ForeignKey("property.Property", models.CASCADE, related_name="surfaces")
    room = models.ForeignKey("property.Room", models.CASCADE, related_name="surfaces")
    surface_type = CodeField("ref.SurfaceType", related_name="surfaces")

    material = ChoiceField(SurfaceMaterial, null=True)
    color = LineField(null=True)
    square_feet = DecimalField(max_digits=8, decimal_places=2, null=True)
    install_date = models.DateField(null=True, blank=True)
    condition = ChoiceField(ApplianceCondition, default=ApplianceCondition.GOOD)
    last_refinished = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    cleaning_instructions = TextField(null=True)
    special_care = LineField(null=True)

    search_text = SearchTextField("number")

    label_fields = ("material", "number")
    search_through = ("property", "room")

    class Meta:
        db_table = in_schema("property", "surfaces")
        verbose_name = "surface"
        verbose_name_plural = "surfaces"
        ordering = ["number"]
        indexes = [search_index("surfaces_search")]


class Light(Entity):
    """Light fixture in a room with bulb details."""

    number = BusinessIDField("LGT-", db_column="lighting_id")

    property = models.ForeignKey("property.Property", models.CASCADE, related_name="lighting")
    room = models.ForeignKey("property.Room", models.CASCADE, related_name="lighting")

    fixture_type = ChoiceField(LightFixtureType)
    location_detail = TextField(null=True)
    bulb_type = ChoiceField(LightBulbType, null=True)
    bulb_count = IntegerField(default=1)
    wattage = IntegerField(null=True)
    is_dimmable = FlagField()
    is_smart = FlagField()
    switch_location = LineField(null=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    brand = LineField(null=True)
    install_date = models.DateField(null=True, blank=True)

    status = ChoiceField(ApplianceStatus, default=ApplianceStatus.ACTIVE)

    search_text = SearchTextField("number")

    label_fields = ("fixture_type", "number")
    search_through = ("property", "room")

    class Meta:
        db_table = in_schema("property", "lighting")
        verbose_name = "light"
        verbose_name_plural = "lights"
        ordering = ["number"]
        indexes = [search_index("lighting_search")]


class WindowCovering(Entity):
    """Blind, curtain, shade or shutter in a room."""

    number = BusinessIDField("WCV-", db_column="covering_id")

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="window_coverings"
    )
    room = models.ForeignKey("property.Room", models.CASCADE, related_name="window_coverings")

    covering_type = ChoiceField(WindowCoveringType)
    material = LineField(null=True)
    color = LineField(null=True)
    width_inches = DecimalField(max_digits=6, decimal_places=2, null=True)
    height_inches = DecimalField(max_digits=6, decimal_places=2, null=True)
    is_blackout = FlagField()
    is_motorized = FlagField()
    install_date = models.DateField(null=True, blank=True)
    condition = ChoiceField(ApplianceCondition, default=ApplianceCondition.GOOD)
    notes = TextField(null=True)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number")

    label_fields = ("covering_type", "number")
    search_through = ("property", "room")

    class Meta:
        db_table = in_schema("property", "window_coverings")
        verbose_name = "window covering"
        verbose_name_plural = "window coverings"
        ordering = ["number"]
        indexes = [search_index("window_coverings_search")]


class SafetyItem(Entity):
    """Safety device with test and expiry dates."""

    number = BusinessIDField("SAF-", db_column="safety_item_id")

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="safety_items", db_index=False
    )
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="safety_items", null=True, blank=True
    )
    last_tested_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="safety_items", null=True, blank=True
    )

    item_type = ChoiceField(SafetyItemType)
    location = LineField(null=True)
    brand = LineField(null=True)
    model = LineField(null=True)
    install_date = models.DateField(null=True, blank=True)
    expiry_date = models.DateField(null=True, blank=True)
    last_tested_date = models.DateField(null=True, blank=True)
    battery_type = LineField(null=True)
    battery_last_changed = models.DateField(null=True, blank=True)
    certification = LineField(null=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    next_test_date = models.DateField(null=True, blank=True)
    serial_number = LineField(null=True)
    test_interval_months = IntegerField(null=True)
    is_required = FlagField(default=True)

    status = ChoiceField(SafetyItemStatus, default=SafetyItemStatus.ACTIVE)

    search_text = SearchTextField("number", "serial_number")

    label_fields = ("item_type", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("property", "safety_items")
        verbose_name = "safety item"
        verbose_name_plural = "safety items"
        ordering = ["number"]
        indexes = [
            models.Index(fields=["property", "item_type"], name="safety_items_property_it_8e12b"),
            models.Index(fields=["expiry_date"], name="safety_items_expiry_date"),
            models.Index(fields=["next_test_date"], name="safety_items_next_test_date"),
            search_index("safety_items_search"),
        ]
