"""Stock."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BusinessIDField,
    ChoiceField,
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
from inventory.choices.stock import (
    CompanyAssetDepreciationMethod,
    CompanyAssetStatus,
    OwnerItemCategory,
    OwnerItemCondition,
    OwnerItemStatus,
    RoomStockCondition,
    RoomStockStatus,
    StorageLocationType,
)


class RoomStock(Entity):
    """Items kept in a guest room against par."""

    number = BusinessIDField("RINV-", db_column="room_inventory_id")

    room = models.ForeignKey(
        "property.Room", models.CASCADE, related_name="inventory", db_index=False
    )
    item = models.ForeignKey(
        "inventory.InventoryItem", models.PROTECT, related_name="room_inventory"
    )
    last_counted_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="room_inventory", null=True, blank=True
    )
    last_inspection = models.ForeignKey(
        "property.Inspection", models.SET_NULL, related_name="room_inventory", null=True, blank=True
    )

    par_quantity = IntegerField()
    current_quantity = IntegerField()
    last_count_at = models.DateTimeField(null=True, blank=True)
    location_detail = TextField(null=True)
    condition = ChoiceField(RoomStockCondition, default=RoomStockCondition.GOOD)
    notes = TextField(null=True)
    serial_number = LineField(null=True)
    purchase_date = models.DateField(null=True, blank=True)
    warranty_expiry = models.DateField(null=True, blank=True)
    last_replaced_at = models.DateTimeField(null=True, blank=True)

    purchase_cost = MoneyField(null=True)

    status = ChoiceField(RoomStockStatus, default=RoomStockStatus.GOOD)

    search_text = SearchTextField("number", "serial_number")

    search_through = ("item", "room")

    class Meta:
        db_table = in_schema("inventory", "room_inventory")
        verbose_name = "room stock"
        verbose_name_plural = "room stock"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(par_quantity__gte=0),
                name="room_inventory_par_quantity_check",
                violation_error_message="Par quantity cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(current_quantity__gte=0),
                name="room_inventory_current_quantity_check",
                violation_error_message="Current quantity cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["room", "item", "location_detail"],
                name="room_inventory_room_item_location_detail_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this room, item, location detail.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="room_inventory_status"),
            search_index("room_inventory_search"),
        ]


class OwnerItem(Entity):
    """Owner belongings kept at or for a unit."""

    custom_item_name = LineField(null=True)
    number = BusinessIDField("OINV-", db_column="owner_inventory_id")

    homeowner = models.ForeignKey(
        "directory.Homeowner", models.PROTECT, related_name="owner_inventory"
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="owner_inventory"
    )
    item = models.ForeignKey(
        "inventory.InventoryItem",
        models.SET_NULL,
        related_name="owner_inventory",
        null=True,
        blank=True,
    )
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="owner_inventory", null=True, blank=True
    )

    description = TextField(null=True)
    quantity = IntegerField(default=1)
    purchase_date = models.DateField(null=True, blank=True)
    location = LineField(null=True)
    is_restricted = FlagField()
    restriction_notes = TextField(null=True)
    photo_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    removed_date = models.DateField(null=True, blank=True)
    removed_reason = TextField(null=True)
    category = ChoiceField(OwnerItemCategory, null=True)
    serial_number = LineField(null=True)
    condition = ChoiceField(OwnerItemCondition, default=OwnerItemCondition.GOOD)
    is_insured = FlagField()
    do_not_move = FlagField()
    special_instructions = TextField(null=True)

    estimated_value = MoneyField(null=True)
    purchase_price = MoneyField(null=True)
    insurance_value = MoneyField(null=True)

    status = ChoiceField(OwnerItemStatus, default=OwnerItemStatus.AT_PROPERTY)

    search_text = SearchTextField("number", "custom_item_name", "serial_number")

    label_fields = ("custom_item_name", "number")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("inventory", "owner_inventory")
        verbose_name = "owner item"
        verbose_name_plural = "owner items"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0),
                name="owner_inventory_quantity_check",
                violation_error_message="Quantity cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(estimated_value__gte=0),
                name="owner_inventory_estimated_value_check",
                violation_error_message="Estimated value cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(item__isnull=False) | models.Q(custom_item_name__isnull=False),
                name="owner_inventory_item_id_custom_item_name_check",
                violation_error_message="Item or custom item name is needed.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="owner_inventor_status"),
            search_index("owner_inventory_search"),
        ]


class CompanyAsset(Entity):
    """Company-owned equipment and who or where holds it."""

    number = BusinessIDField("AST-", db_column="asset_id")

    item = models.ForeignKey(
        "inventory.InventoryItem", models.PROTECT, related_name="company_inventory"
    )
    assigned_to = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="company_inventory", null=True, blank=True
    )
    assigned_property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="company_inventory",
        null=True,
        blank=True,
    )
    storage_location = models.ForeignKey(
        "inventory.StorageLocation",
        models.SET_NULL,
        related_name="company_inventory",
        null=True,
        blank=True,
    )
    vendor_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="inventory", null=True, blank=True
    )

    serial_number = LineField(null=True)
    asset_tag = LineField(null=True)
    condition = ChoiceField(RoomStockCondition, default=RoomStockCondition.GOOD)
    purchase_date = models.DateField(null=True, blank=True)
    warranty_expiry = models.DateField(null=True, blank=True)
    last_service_date = models.DateField(null=True, blank=True)
    next_service_date = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    retired_date = models.DateField(null=True, blank=True)
    retired_reason = TextField(null=True)
    depreciation_method = ChoiceField(CompanyAssetDepreciationMethod, null=True)
    useful_life_years = IntegerField(null=True)
    location_notes = TextField(null=True)

    purchase_price = MoneyField(null=True)
    salvage_value = MoneyField(null=True)
    current_value = MoneyField(null=True, help_text="book value")

    status = ChoiceField(CompanyAssetStatus, default=CompanyAssetStatus.AVAILABLE)

    search_text = SearchTextField("number", "serial_number", "asset_tag")

    label_fields = ("asset_tag", "number")
    search_through = ("item", "vendor_company")

    class Meta:
        db_table = in_schema("inventory", "company_inventory")
        verbose_name = "company asset"
        verbose_name_plural = "company assets"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purchase_price__gte=0),
                name="company_inventory_purchase_price_check",
                violation_error_message="Purchase price cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(salvage_value__gte=0),
                name="company_inventory_salvage_value_check",
                violation_error_message="Salvage value cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["asset_tag"],
                name="company_inventory_asset_tag_unique",
                condition=models.Q(asset_tag__isnull=False),
                violation_error_message="There is already a row with this asset tag.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="company_invent_status"),
            models.Index(fields=["next_service_date"], name="company_invent_next_serv_956a4"),
            search_index("company_inventory_search"),
        ]


class StorageStock(Entity):
    """Bulk stock per warehouse location and lot."""

    number = BusinessIDField("SINV-", db_column="storage_inventory_id")

    item = models.ForeignKey(
        "inventory.InventoryItem", models.PROTECT, related_name="storage_inventory", db_index=False
    )
    location = models.ForeignKey(
        "inventory.StorageLocation", models.PROTECT, related_name="storage_inventory"
    )
    last_counted_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="storage_inventory", null=True, blank=True
    )

    quantity = IntegerField(help_text="on hand")
    lot_number = LineField(null=True)
    expiry_date = models.DateField(null=True, blank=True)
    last_count_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)
    quantity_reserved = IntegerField(default=0)
    reorder_point = IntegerField(null=True)
    reorder_quantity = IntegerField(null=True)
    bin_location = LineField(null=True)

    unit_cost = MoneyField(null=True)

    quantity_available = models.GeneratedField(
        expression=models.F("quantity") - models.F("quantity_reserved"),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    total_value = models.GeneratedField(
        expression=models.F("quantity") * models.F("unit_cost"),
        output_field=MoneyField(),
        db_persist=True,
    )
    search_text = SearchTextField("number", "lot_number")

    search_through = ("item", "location")

    class Meta:
        db_table = in_schema("inventory", "storage_inventory")
        verbose_name = "storage stock"
        verbose_name_plural = "storage stock"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0),
                name="storage_inventory_quantity_check",
                violation_error_message="Quantity cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity_reserved__gte=0),
                name="storage_inventory_quantity_reserved_check",
                violation_error_message="Quantity reserved cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity_reserved__lte=models.F("quantity")),
                name="storage_inventory_quantity_reserved_quantity_check",
                violation_error_message="Must hold: quantity reserved is at most quantity.",
            ),
            models.UniqueConstraint(
                fields=["item", "location", "lot_number"],
                name="storage_inventory_item_location_lot_number_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this item, location, lot number.",
            ),
        ]
        indexes = [
            models.Index(fields=["expiry_date"], name="storage_invent_expiry_date"),
            search_index("storage_inventory_search"),
        ]


class StorageLocation(Entity):
    """Warehouse hierarchy down to shelf and bin."""

    number = BusinessIDField("LOC-", db_column="location_id")
    location_name = LineField()

    parent_location = models.ForeignKey(
        "inventory.StorageLocation", models.PROTECT, related_name="children", null=True, blank=True
    )
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="storage_locations", null=True, blank=True
    )

    location_type = ChoiceField(StorageLocationType)
    address = LineField(null=True)
    capacity = IntegerField(null=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    location_code = LineField(unique=True)
    description = TextField(null=True)
    is_climate_controlled = FlagField()
    is_secure = FlagField()
    access_notes = TextField(null=True)
    sort_order = IntegerField(default=0)

    search_text = SearchTextField("number", "location_name", "location_code")

    label_fields = ("location_name", "location_code")

    class Meta:
        db_table = in_schema("inventory", "storage_locations")
        verbose_name = "storage location"
        verbose_name_plural = "storage locations"
        ordering = ["location_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent_location__isnull=True)
                | ~models.Q(parent_location=models.F("id")),
                name="storage_locations_parent_location_id_id_check",
                violation_error_message="Parent location cannot be the row itself.",
            )
        ]
        indexes = [search_index("storage_locations_search")]
