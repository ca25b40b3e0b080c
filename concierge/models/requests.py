"""Requests."""

from django.db import models

from concierge.choices.requests import (
    AmenityRequestStatus,
    GroceryOrderPaymentStatus,
    GroceryOrderStatus,
    RequestFulfillmentStatus,
    ServiceRequestSource,
    ServiceRequestStatus,
    ServiceRequestType,
    TransferPaidBy,
    TransferStatus,
    TransferTransportType,
    WelcomePackageBillableTo,
    WelcomePackageTier,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class ServiceRequest(Entity):
    """Guest request for a concierge service."""

    number = BusinessIDField("SRQ-", db_column="request_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="service_requests"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="service_requests", null=True, blank=True
    )
    service_offering = models.ForeignKey(
        "concierge.ServiceOffering",
        models.SET_NULL,
        related_name="service_requests",
        null=True,
        blank=True,
    )
    priority = CodeField("ref.TicketPriority", related_name="service_requests", default="MEDIUM")
    assigned_to = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="service_requests", null=True, blank=True
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="service_requests", null=True, blank=True
    )

    request_type = ChoiceField(ServiceRequestType)
    title = LineField()
    details = TextField(null=True)
    party_size = IntegerField(null=True)
    needed_by = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    source = ChoiceField(ServiceRequestSource, default=ServiceRequestSource.GUEST)
    completed_at = models.DateTimeField(null=True, blank=True)

    budget_amount = MoneyField(null=True)
    quoted_amount = MoneyField(null=True)

    status = ChoiceField(ServiceRequestStatus, default=ServiceRequestStatus.NEW)

    search_text = SearchTextField("number", "title")

    label_fields = ("number", "title")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "service_requests")
        verbose_name = "service request"
        verbose_name_plural = "service requests"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["status", "needed_by"], name="service_reques_status_ne_a9cea"),
            search_index("service_requests_search"),
        ]


class RequestFulfillment(Log):
    """How a service request was carried out."""

    service_request = models.ForeignKey(
        "concierge.ServiceRequest", models.CASCADE, related_name="request_fulfillments"
    )
    service_provider = models.ForeignKey(
        "concierge.ServiceProvider",
        models.SET_NULL,
        related_name="request_fulfillments",
        null=True,
        blank=True,
    )
    booking = models.ForeignKey(
        "concierge.ConciergeBooking",
        models.SET_NULL,
        related_name="request_fulfillments",
        null=True,
        blank=True,
    )
    fulfilled_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="request_fulfillments",
        null=True,
        blank=True,
    )
    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="request_fulfillments",
        null=True,
        blank=True,
    )

    scheduled_at = models.DateTimeField(null=True, blank=True)
    fulfilled_at = models.DateTimeField(null=True, blank=True)
    guest_rating = IntegerField(null=True)
    guest_comment = TextField(null=True)
    failure_reason = TextField(null=True)
    notes = TextField(null=True)

    actual_cost = MoneyField(null=True)
    charged_amount = MoneyField(null=True)

    status = ChoiceField(RequestFulfillmentStatus, default=RequestFulfillmentStatus.SCHEDULED)

    label_fields = ("status", "scheduled_at")
    search_through = ("service_request",)

    class Meta:
        db_table = in_schema("concierge", "request_fulfillments")
        verbose_name = "request fulfillment"
        verbose_name_plural = "request fulfillments"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(actual_cost__gte=0),
                name="request_fulfillments_actual_cost_check",
                violation_error_message="Actual cost cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(guest_rating__gte=1, guest_rating__lte=5),
                name="request_fulfillments_guest_rating_check",
                violation_error_message="Guest rating must lie between 1 and 5.",
            ),
        ]
        indexes = [models.Index(fields=["status"], name="request_fulfil_status")]


class WelcomePackage(Entity):
    """Welcome gift setup per unit or guest class."""

    number = BusinessIDField("WPK-", db_column="welcome_package_id")
    package_name = LineField()

    property = models.ForeignKey(
        "property.Property",
        models.CASCADE,
        related_name="welcome_packages",
        null=True,
        blank=True,
        help_text="empty = company default",
    )
    card_template = models.ForeignKey(
        "comms.MessageTemplate",
        models.SET_NULL,
        related_name="welcome_packages",
        null=True,
        blank=True,
    )
    supplier_company = models.ForeignKey(
        "directory.Company", models.SET_NULL, related_name="welcome_packages", null=True, blank=True
    )
    photo_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="welcome_packages",
        null=True,
        blank=True,
    )

    package_tier = ChoiceField(WelcomePackageTier, default=WelcomePackageTier.STANDARD)
    contents = models.JSONField(
        null=True, blank=True, help_text="list of inventory item id and quantity"
    )
    includes_card = FlagField(default=True)
    billable_to = ChoiceField(WelcomePackageBillableTo, default=WelcomePackageBillableTo.COMPANY)
    min_nights = IntegerField(null=True)
    setup_instructions = TextField(null=True)
    effective_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    is_active = FlagField(default=True)

    cost_amount = MoneyField(null=True)

    search_text = SearchTextField("number", "package_name")

    label_fields = ("package_name", "number")
    search_through = ("property", "supplier_company")

    class Meta:
        db_table = in_schema("concierge", "welcome_packages")
        verbose_name = "welcome package"
        verbose_name_plural = "welcome packages"
        ordering = ["package_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("effective_date")),
                name="welcome_packages_end_date_effective_date_check",
                violation_error_message="End date must not be before effective date.",
            )
        ]
        indexes = [
            models.Index(fields=["is_active"], name="welcome_packag_is_active"),
            search_index("welcome_packages_search"),
        ]


class AmenityRequest(Entity):
    """Guest request for an item such as a crib."""

    number = BusinessIDField("AMR-", db_column="request_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="amenity_requests"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="amenity_requests", null=True, blank=True
    )
    amenity_type = CodeField("ref.AmenityType", related_name="amenity_requests", null=True)
    inventory_item = models.ForeignKey(
        "inventory.InventoryItem",
        models.SET_NULL,
        related_name="amenity_requests",
        null=True,
        blank=True,
    )
    fee_type = models.ForeignKey(
        "ref.FeeType", models.SET_NULL, related_name="amenity_requests", null=True, blank=True
    )
    delivered_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="amenity_requests", null=True, blank=True
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="amenity_requests", null=True, blank=True
    )

    description = TextField()
    quantity = IntegerField(default=1)
    needed_by = models.DateTimeField(null=True, blank=True)
    return_by = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    fee_amount = MoneyField(null=True)

    status = ChoiceField(AmenityRequestStatus, default=AmenityRequestStatus.REQUESTED)

    search_text = SearchTextField("number")

    label_fields = ("number", "description")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "amenity_requests")
        verbose_name = "amenity request"
        verbose_name_plural = "amenity requests"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0),
                name="amenity_requests_quantity_check",
                violation_error_message="Quantity must be more than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["status", "needed_by"], name="amenity_reques_status_ne_1f0dc"),
            search_index("amenity_requests_search"),
        ]


class Transfer(Entity):
    """Airport transfers, rentals and rides for a stay."""

    number = BusinessIDField("TRP-", db_column="transportation_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="transportation"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="transportation", null=True, blank=True
    )
    service_provider = models.ForeignKey(
        "concierge.ServiceProvider",
        models.SET_NULL,
        related_name="transportation",
        null=True,
        blank=True,
    )
    booking = models.ForeignKey(
        "concierge.ConciergeBooking",
        models.SET_NULL,
        related_name="transportation",
        null=True,
        blank=True,
    )

    transport_type = ChoiceField(TransferTransportType)
    pickup_at = models.DateTimeField(null=True, blank=True)
    pickup_location = LineField(null=True)
    dropoff_at = models.DateTimeField(null=True, blank=True)
    dropoff_location = LineField(null=True)
    airline = LineField(null=True)
    flight_number = LineField(null=True)
    passenger_count = IntegerField(default=1)
    luggage_count = IntegerField(null=True)
    child_seats = IntegerField(default=0)
    vehicle_type = LineField(null=True)
    accessible_vehicle = FlagField()
    paid_by = ChoiceField(TransferPaidBy, default=TransferPaidBy.GUEST)
    confirmation_number = LineField(null=True)
    driver_name = LineField(null=True)
    driver_phone = LineField(null=True)
    notes = TextField(null=True)

    quoted_price = MoneyField(null=True)
    final_price = MoneyField(null=True)

    status = ChoiceField(TransferStatus, default=TransferStatus.REQUESTED)

    search_text = SearchTextField(
        "number", "flight_number", "confirmation_number", "driver_name", "driver_phone"
    )

    label_fields = ("number", "transport_type")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "transportation")
        verbose_name = "transfer"
        verbose_name_plural = "transfers"
        ordering = ["-pickup_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(passenger_count__gt=0),
                name="transportation_passenger_count_check",
                violation_error_message="Passenger count must be more than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["pickup_at"], name="transportation_pickup_at"),
            models.Index(fields=["status"], name="transportation_status"),
            search_index("transportation_search"),
        ]


class GroceryOrder(Entity):
    """Pre-arrival or in-stay grocery stocking."""

    number = BusinessIDField("GRO-", db_column="order_id")
    store_name = LineField(null=True)

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="grocery_orders"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="grocery_orders", null=True, blank=True
    )
    service_provider = models.ForeignKey(
        "concierge.ServiceProvider",
        models.SET_NULL,
        related_name="grocery_orders",
        null=True,
        blank=True,
    )
    stocked_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="grocery_orders", null=True, blank=True
    )
    receipt_file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="grocery_orders", null=True, blank=True
    )
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="grocery_orders", null=True, blank=True
    )

    items = models.JSONField(
        default=list, blank=True, help_text="list of name, quantity, note, substituted"
    )
    dietary_notes = TextField(null=True)
    allow_substitutions = FlagField(default=True)
    deliver_by = models.DateTimeField(null=True, blank=True)
    stocked_at = models.DateTimeField(null=True, blank=True)
    notes = TextField(null=True)

    budget_limit = MoneyField(null=True)
    subtotal_amount = MoneyField(null=True)
    service_fee = MoneyField(null=True)
    tip_amount = MoneyField(null=True)
    total_amount = MoneyField(null=True)

    payment_status = ChoiceField(
        GroceryOrderPaymentStatus, default=GroceryOrderPaymentStatus.PENDING
    )
    status = ChoiceField(GroceryOrderStatus, default=GroceryOrderStatus.REQUESTED)

    search_text = SearchTextField("number", "store_name")

    label_fields = ("number", "store_name")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "grocery_orders")
        verbose_name = "grocery order"
        verbose_name_plural = "grocery orders"
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(total_amount__gte=0),
                name="grocery_orders_total_amount_check",
                violation_error_message="Total amount cannot be less than 0.",
            )
        ]
        indexes = [
            models.Index(fields=["status", "deliver_by"], name="grocery_orders_status_de_c7b4c"),
            search_index("grocery_orders_search"),
        ]
