"""Items."""

from django.db import models
from django.db.models.functions import Coalesce

from core.models import (
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
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.triggers import append_only
from inventory.choices.items import (
    INVENTORY_PURCHASE_STATUS,
    InventoryEventReferenceType,
    InventoryEventType,
    InventoryItemCategory,
    InventoryItemStatus,
    InventoryItemUnitOfMeasure,
    InventoryPurchaseBillableTo,
    InventoryPurchaseStatus,
)


class InventoryItem(Entity):
    """Catalogue of every product used in units, office or warehouse."""

    number = BusinessIDField("ITEM-", db_column="item_id")

    item_type = CodeField("ref.InventoryItemType", related_name="inventory_items", null=True)
    preferred_supplier = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="inventory_items", null=True, blank=True
    )
    replacement_item = models.ForeignKey(
        "inventory.InventoryItem",
        models.SET_NULL,
        related_name="inventory_items_as_replacement_item",
        null=True,
        blank=True,
    )
    photo_file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="inventory_items", null=True, blank=True
    )

    sku = LineField(null=True)
    upc = LineField(null=True)
    item_name = LineField()
    item_description = TextField(null=True)
    category = ChoiceField(InventoryItemCategory, null=True)
    subcategory = LineField(null=True)
    brand = LineField(null=True)
    model = LineField(null=True)
    color = LineField(null=True)
    size = LineField(null=True)
    unit_of_measure = ChoiceField(
        InventoryItemUnitOfMeasure, default=InventoryItemUnitOfMeasure.EACH
    )
    reorder_point = IntegerField(null=True)
    reorder_quantity = IntegerField(null=True)
    lead_time_days = IntegerField(null=True)
    is_trackable = FlagField(default=True)
    is_consumable = FlagField()
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    units_per_pack = IntegerField(default=1)
    weight_lbs = DecimalField(max_digits=8, decimal_places=2, null=True)
    dimensions = LineField(null=True)
    requires_inspection = FlagField()
    typical_lifespan_months = IntegerField(null=True)
    warranty_months = IntegerField(null=True)
    discontinued_date = models.DateField(null=True, blank=True)
    product_url = LineField(null=True)

    standard_cost = MoneyField(null=True)
    replacement_cost = MoneyField(null=True)
    last_cost = MoneyField(null=True)
    list_price = MoneyField(null=True)

    status = ChoiceField(InventoryItemStatus, default=InventoryItemStatus.ACTIVE)

    search_text = SearchTextField("number", "sku", "upc", "item_name")

    label_fields = ("item_name", "number")

    class Meta:
        db_table = in_schema("inventory", "inventory_items")
        verbose_name = "inventory item"
        verbose_name_plural = "inventory items"
        ordering = ["item_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(reorder_point__gte=0),
                name="inventory_items_reorder_point_check",
                violation_error_message="Reorder point cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(reorder_quantity__gte=0),
                name="inventory_items_reorder_quantity_check",
                violation_error_message="Reorder quantity cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(replacement_item__isnull=True)
                | ~models.Q(replacement_item=models.F("id")),
                name="inventory_items_replacement_item_id_id_check",
                violation_error_message="Replacement item cannot be the row itself.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["sku"],
                condition=models.Q(sku__isnull=False),
                name="inventory_item_sku_partial",
            ),
            models.Index(
                fields=["upc"],
                condition=models.Q(upc__isnull=False),
                name="inventory_item_upc_partial",
            ),
            models.Index(fields=["item_name"], name="inventory_item_item_name"),
            search_index("inventory_items_search"),
        ]


class InventoryPurchase(Entity):
    """Purchase order line for stock or a unit."""

    number = BusinessIDField("PO-", db_column="purchase_id")

    item = models.ForeignKey(
        "inventory.InventoryItem", models.PROTECT, related_name="inventory_purchases"
    )
    supplier = models.ForeignKey(
        "directory.Company",
        models.PROTECT,
        related_name="inventory_purchases",
        null=True,
        blank=True,
    )
    property = models.ForeignKey(
        "property.Property",
        models.PROTECT,
        related_name="inventory_purchases",
        null=True,
        blank=True,
    )
    ordered_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="inventory_purchases_as_ordered_by",
        null=True,
        blank=True,
    )
    received_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="inventory_purchases_as_received_by",
        null=True,
        blank=True,
    )
    destination_location = models.ForeignKey(
        "inventory.StorageLocation",
        models.SET_NULL,
        related_name="inventory_purchases",
        null=True,
        blank=True,
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="inventory_purchases", null=True, blank=True
    )
    transaction = models.ForeignKey(
        "finance.Transaction",
        models.PROTECT,
        related_name="inventory_purchases",
        null=True,
        blank=True,
    )
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="inventory_purchases_as_approved_by",
        null=True,
        blank=True,
    )

    quantity = IntegerField()
    order_date = models.DateField()
    expected_date = models.DateField(null=True, blank=True)
    received_date = models.DateField(null=True, blank=True)
    received_quantity = IntegerField(null=True)
    order_number = LineField(null=True)
    tracking_number = LineField(null=True)
    notes = TextField(null=True)
    carrier = LineField(null=True)
    invoice_number = LineField(null=True)
    billable_to = ChoiceField(
        InventoryPurchaseBillableTo, default=InventoryPurchaseBillableTo.COMPANY
    )

    unit_cost = MoneyField(null=True)
    total_cost = MoneyField(null=True)
    shipping_cost = MoneyField(default=0)
    tax_amount = MoneyField(default=0)

    status = ChoiceField(InventoryPurchaseStatus, default=InventoryPurchaseStatus.ORDERED)

    grand_total = models.GeneratedField(
        expression=Coalesce(models.F("total_cost"), models.Value(0, output_field=MoneyField()))
        + models.F("shipping_cost")
        + models.F("tax_amount"),
        output_field=MoneyField(),
        db_persist=True,
    )
    search_text = SearchTextField("number", "order_number", "tracking_number", "invoice_number")

    label_fields = ("number", "order_date")
    search_through = ("item", "property")

    class Meta:
        db_table = in_schema("inventory", "inventory_purchases")
        verbose_name = "purchase order"
        verbose_name_plural = "purchase orders"
        ordering = ["-order_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0),
                name="inventory_purchases_quantity_check",
                violation_error_message="Quantity must be more than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(received_quantity__gte=0),
                name="inventory_purchases_received_quantity_check",
                violation_error_message="Received quantity cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(unit_cost__gte=0),
                name="inventory_purchases_unit_cost_check",
                violation_error_message="Unit cost cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["status"],
                condition=~models.Q(status__in=["received", "cancelled"]),
                name="inventory_purc_status_partial",
            ),
            models.Index(fields=["order_date"], name="inventory_purc_order_date"),
            search_index("inventory_purchases_search"),
        ]
        triggers = [INVENTORY_PURCHASE_STATUS.guard()]


class InventoryEvent(Log):
    """Append-only ledger of stock movements."""

    number = BusinessIDField("IEVT-", width=8, db_column="event_id")

    item = models.ForeignKey(
        "inventory.InventoryItem", models.PROTECT, related_name="inventory_events", db_index=False
    )
    from_location = models.ForeignKey(
        "inventory.StorageLocation",
        models.SET_NULL,
        related_name="inventory_events_as_from_location",
        null=True,
        blank=True,
    )
    to_location = models.ForeignKey(
        "inventory.StorageLocation",
        models.SET_NULL,
        related_name="inventory_events_as_to_location",
        null=True,
        blank=True,
    )
    from_property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="inventory_events_as_from_property",
        null=True,
        blank=True,
    )
    to_property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="inventory_events_as_to_property",
        null=True,
        blank=True,
    )
    performed_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="inventory_events", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="inventory_events", null=True, blank=True
    )
    from_room = models.ForeignKey(
        "property.Room",
        models.SET_NULL,
        related_name="inventory_events_as_from_room",
        null=True,
        blank=True,
    )
    to_room = models.ForeignKey(
        "property.Room",
        models.SET_NULL,
        related_name="inventory_events_as_to_room",
        null=True,
        blank=True,
    )

    event_type = ChoiceField(InventoryEventType)
    quantity = IntegerField(help_text="signed")
    reference_type = ChoiceField(InventoryEventReferenceType, null=True)
    reference_id = models.UUIDField(
        null=True, blank=True, help_text="id in the table named by reference_type"
    )
    reason = TextField(null=True)
    performed_at = NowField()
    notes = TextField(null=True)
    quantity_before = IntegerField(null=True)
    quantity_after = IntegerField(null=True)
    reference_number = LineField(null=True)

    unit_cost = MoneyField(null=True)
    total_value = MoneyField(null=True)

    search_text = SearchTextField("number", "reference_number")

    label_fields = ("number", "event_type")
    search_through = ("item", "from_property")

    class Meta:
        db_table = in_schema("inventory", "inventory_events")
        verbose_name = "stock movement"
        verbose_name_plural = "stock movements"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(quantity=0) | models.Q(event_type="count"),
                name="inventory_events_quantity_event_type_check",
                violation_error_message="Must hold: quantity differs from 0 or event type is count.",
            )
        ]
        indexes = [
            models.Index(fields=["item", "-performed_at"], name="inventory_even_item_perf_577e4"),
            models.Index(fields=["event_type"], name="inventory_even_event_type"),
            models.Index(
                fields=["reference_type", "reference_id"], name="inventory_even_reference_c8d76"
            ),
            search_index("inventory_events_search"),
        ]
        triggers = [append_only()]
