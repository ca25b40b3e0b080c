"""Linens."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
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
from inventory.choices.linens import (
    LinenCountStatus,
    LinenCountType,
    LinenDeliveryStatus,
    LinenDeliveryType,
    LinenIssueCause,
    LinenIssueStatus,
    LinenIssueType,
    LinenItemCondition,
    LinenItemCurrentLocation,
    LinenItemRetirementReason,
    LinenItemStatus,
    LinenOrderStatus,
    LinenTypeCategory,
    LinenTypeMaterial,
)


class LinenType(BaseModel):
    """Linen catalogue: size, care and life."""

    number = BusinessIDField("LNT-", width=4, db_column="linen_type_id")

    inventory_item = models.ForeignKey(
        "inventory.InventoryItem",
        models.SET_NULL,
        related_name="linen_types",
        null=True,
        blank=True,
    )

    type_code = LineField(unique=True)
    type_name = LineField()
    category = ChoiceField(LinenTypeCategory, null=True)
    standard_size = LineField(null=True)
    wash_cycle = LineField(null=True)
    replacement_frequency_months = IntegerField(null=True)
    is_active = FlagField(default=True)
    material = ChoiceField(LinenTypeMaterial, null=True)
    thread_count = IntegerField(null=True)
    gsm = IntegerField(null=True, help_text="grams per square metre")
    color = LineField(null=True)
    description = TextField(null=True)
    is_premium = FlagField()
    sort_order = IntegerField(default=0)
    par_per_bed = IntegerField(null=True)

    unit_cost = MoneyField(null=True)

    search_text = SearchTextField("number", "type_code", "type_name")

    label_fields = ("type_name", "type_code")
    search_through = ("inventory_item",)

    class Meta:
        db_table = in_schema("inventory", "linen_types")
        verbose_name = "linen type"
        verbose_name_plural = "linen types"
        ordering = ["sort_order", "type_name"]
        indexes = [search_index("linen_types_search")]


class LinenItem(Entity):
    """Individually tracked linen piece."""

    number = BusinessIDField("LIN-", db_column="linen_id")

    linen_type = models.ForeignKey(
        "inventory.LinenType", models.PROTECT, related_name="linen_items"
    )
    property = models.ForeignKey(
        "property.Property", models.SET_NULL, related_name="linen_items", null=True, blank=True
    )

    barcode = LineField(null=True)
    condition = ChoiceField(LinenItemCondition, default=LinenItemCondition.GOOD)
    purchase_date = models.DateField(null=True, blank=True)
    wash_count = IntegerField(default=0)
    last_washed = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    first_use_date = models.DateField(null=True, blank=True)
    last_washed_at = models.DateTimeField(null=True, blank=True)
    current_location = ChoiceField(
        LinenItemCurrentLocation, default=LinenItemCurrentLocation.PROPERTY
    )
    retired_date = models.DateField(null=True, blank=True)
    retirement_reason = ChoiceField(LinenItemRetirementReason, null=True)

    purchase_cost = MoneyField(null=True)

    status = ChoiceField(LinenItemStatus, default=LinenItemStatus.IN_SERVICE)

    search_text = SearchTextField("number", "barcode")

    label_fields = ("barcode", "number")
    search_through = ("property", "linen_type")

    class Meta:
        db_table = in_schema("inventory", "linen_items")
        verbose_name = "linen item"
        verbose_name_plural = "linen items"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(wash_count__gte=0),
                name="linen_items_wash_count_check",
                violation_error_message="Wash count cannot be less than 0.",
            ),
            models.UniqueConstraint(
                fields=["barcode"],
                name="linen_items_barcode_unique",
                condition=models.Q(barcode__isnull=False),
                violation_error_message="There is already a row with this barcode.",
            ),
        ]
        indexes = [
            models.Index(fields=["status"], name="linen_items_status"),
            search_index("linen_items_search"),
        ]


class LinenPar(Entity):
    """Target linen quantity per unit or room."""

    number = BusinessIDField("LNP-", db_column="linen_par_id")

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="linen_pars", db_index=False
    )
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="linen_pars", null=True, blank=True
    )
    linen_type = models.ForeignKey("inventory.LinenType", models.PROTECT, related_name="linen_pars")

    par_quantity = IntegerField()
    minimum_quantity = IntegerField(null=True)
    notes = TextField(null=True)
    max_quantity = IntegerField(null=True)
    is_active = FlagField(default=True)

    search_text = SearchTextField("number")

    label_fields = ("number", "par_quantity")
    search_through = ("property", "linen_type")

    class Meta:
        db_table = in_schema("inventory", "linen_pars")
        verbose_name = "linen par"
        verbose_name_plural = "linen pars"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(par_quantity__gte=0),
                name="linen_pars_par_quantity_check",
                violation_error_message="Par quantity cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_quantity__lte=models.F("par_quantity")),
                name="linen_pars_minimum_quantity_par_quantity_check",
                violation_error_message="Must hold: minimum quantity is at most par quantity.",
            ),
            models.UniqueConstraint(
                fields=["property", "room", "linen_type"],
                name="linen_pars_property_room_linen_type_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this property, room, linen type.",
            ),
        ]
        indexes = [search_index("linen_pars_search")]


class LinenDelivery(Log):
    """Linen service drop-off and pick-up."""

    number = BusinessIDField("LDEL-", db_column="delivery_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="linen_deliveries", db_index=False
    )
    service_company = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="linen_deliveries", null=True, blank=True
    )
    received_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="linen_deliveries", null=True, blank=True
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="linen_deliveries",
        null=True,
        blank=True,
    )
    clean_event = models.ForeignKey(
        "property.Clean",
        models.SET_NULL,
        related_name="linen_deliveries",
        db_column="clean_id",
        null=True,
        blank=True,
    )

    delivery_date = models.DateField()
    delivery_type = ChoiceField(LinenDeliveryType, null=True)
    items_delivered = models.JSONField(
        null=True, blank=True, help_text="map of linen type code to quantity"
    )
    items_picked_up = models.JSONField(
        null=True, blank=True, help_text="map of linen type code to quantity"
    )
    notes = TextField(null=True)
    delivery_time = models.TimeField(null=True, blank=True)
    delivered_by = LineField(null=True)
    condition_notes = TextField(null=True)
    invoice_number = LineField(null=True)

    invoice_amount = MoneyField(null=True)

    status = ChoiceField(LinenDeliveryStatus, default=LinenDeliveryStatus.SCHEDULED)

    search_text = SearchTextField("number", "invoice_number")

    label_fields = ("number", "delivery_date")
    search_through = ("property", "service_company")

    class Meta:
        db_table = in_schema("inventory", "linen_deliveries")
        verbose_name = "linen delivery"
        verbose_name_plural = "linen deliveries"
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["property", "delivery_date"], name="linen_deliveri_property_5326b"
            ),
            models.Index(fields=["status"], name="linen_deliveri_status"),
            search_index("linen_deliveries_search"),
        ]


class LinenCount(Log):
    """Physical linen count at a unit."""

    number = BusinessIDField("LCNT-", db_column="count_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="linen_counts", db_index=False
    )
    counted_by = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="linen_counts_as_counted_by"
    )
    verified_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="linen_counts_as_verified_by",
        null=True,
        blank=True,
    )

    count_date = models.DateField()
    count_type = ChoiceField(LinenCountType, null=True)
    counts = models.JSONField(
        default=dict, blank=True, help_text="per type: counted, expected, variance"
    )
    discrepancies = models.JSONField(null=True, blank=True)
    notes = TextField(null=True)
    total_items_counted = IntegerField(null=True)
    total_discrepancies = IntegerField(null=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    discrepancy_value = MoneyField(null=True)

    status = ChoiceField(LinenCountStatus, default=LinenCountStatus.COMPLETED)

    search_text = SearchTextField("number")

    label_fields = ("number", "count_date")
    search_through = ("property", "counted_by")

    class Meta:
        db_table = in_schema("inventory", "linen_counts")
        verbose_name = "linen count"
        verbose_name_plural = "linen counts"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["property", "count_date"], name="linen_counts_property_co_e08fd"),
            search_index("linen_counts_search"),
        ]


class LinenIssue(Entity):
    """Damaged, lost or stained linen case."""

    number = BusinessIDField("LISS-", db_column="issue_id")

    linen_item = models.ForeignKey(
        "inventory.LinenItem", models.SET_NULL, related_name="linen_issues", null=True, blank=True
    )
    linen_type = models.ForeignKey(
        "inventory.LinenType", models.PROTECT, related_name="linen_issues"
    )
    property = models.ForeignKey("property.Property", models.PROTECT, related_name="linen_issues")
    discovered_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="linen_issues_as_discovered_by",
        null=True,
        blank=True,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="linen_issues",
        null=True,
        blank=True,
    )
    resolved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="linen_issues_as_resolved_by",
        null=True,
        blank=True,
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="linen_issues", null=True, blank=True
    )

    issue_type = ChoiceField(LinenIssueType)
    quantity = IntegerField(default=1)
    description = TextField(null=True)
    discovered_at = NowField()
    is_billable = FlagField()
    notes = TextField(null=True)
    cause = ChoiceField(LinenIssueCause, null=True)
    photo_file_ids = ArrayField(models.UUIDField(), null=True, blank=True)
    resolution = TextField(null=True)
    resolved_at = models.DateTimeField(null=True, blank=True)

    replacement_cost = MoneyField(null=True)

    status = ChoiceField(LinenIssueStatus, default=LinenIssueStatus.OPEN)

    search_text = SearchTextField("number")

    label_fields = ("number", "issue_type")
    search_through = ("property", "reservation")

    class Meta:
        db_table = in_schema("inventory", "linen_issues")
        verbose_name = "linen issue"
        verbose_name_plural = "linen issues"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0),
                name="linen_issues_quantity_check",
                violation_error_message="Quantity must be more than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["status"], name="linen_issues_status"),
            search_index("linen_issues_search"),
        ]


class LinenOrder(Entity):
    """Purchase order for linen."""

    number = BusinessIDField("LORD-", db_column="order_id")

    supplier = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="linen_orders", null=True, blank=True
    )
    ordered_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="linen_orders_as_ordered_by",
        null=True,
        blank=True,
    )
    linen_type = models.ForeignKey(
        "inventory.LinenType",
        models.PROTECT,
        related_name="linen_orders",
        help_text="lead type; further lines sit in items",
    )
    received_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="linen_orders_as_received_by",
        null=True,
        blank=True,
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="linen_orders", null=True, blank=True
    )

    order_date = models.DateField()
    expected_date = models.DateField(null=True, blank=True)
    received_date = models.DateField(null=True, blank=True)
    items = models.JSONField(default=dict, blank=True)
    notes = TextField(null=True)
    quantity_ordered = IntegerField()
    quantity_received = IntegerField(null=True)
    tracking_number = LineField(null=True)
    invoice_number = LineField(null=True)

    total_cost = MoneyField(null=True)
    unit_cost = MoneyField(null=True)
    shipping_cost = MoneyField(default=0)
    tax_amount = MoneyField(default=0)

    status = ChoiceField(LinenOrderStatus, default=LinenOrderStatus.ORDERED)

    search_text = SearchTextField("number", "tracking_number", "invoice_number")

    label_fields = ("number", "order_date")
    search_through = ("supplier", "linen_type")

    class Meta:
        db_table = in_schema("inventory", "linen_orders")
        verbose_name = "linen order"
        verbose_name_plural = "linen orders"
        ordering = ["-order_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(total_cost__gte=0),
                name="linen_orders_total_cost_check",
                violation_error_message="Total cost cannot be less than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["status"], name="linen_orders_status"),
            models.Index(fields=["order_date"], name="linen_orders_order_date"),
            search_index("linen_orders_search"),
        ]
