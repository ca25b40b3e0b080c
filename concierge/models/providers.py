"""Providers."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from concierge.choices.providers import (
    CONCIERGE_BOOKING_STATUS,
    BookingConfirmationStatus,
    BookingConfirmationType,
    ConciergeBookingPaidBy,
    ConciergeBookingStatus,
    ConciergeBookingType,
    ServiceOfferingPriceType,
    ServiceProviderPaymentTerms,
    ServiceProviderStatus,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    DecimalField,
    EmailField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    MoneyField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class ConciergeBooking(Entity):
    """Activity or service booked for a guest."""

    number = BusinessIDField("BKG-", db_column="booking_id")

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="bookings"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="bookings", null=True, blank=True
    )
    itinerary_item = models.ForeignKey(
        "concierge.ItineraryItem", models.SET_NULL, related_name="bookings", null=True, blank=True
    )
    service_provider = models.ForeignKey(
        "concierge.ServiceProvider", models.SET_NULL, related_name="bookings", null=True, blank=True
    )
    service_offering = models.ForeignKey(
        "concierge.ServiceOffering", models.SET_NULL, related_name="bookings", null=True, blank=True
    )
    activity = models.ForeignKey(
        "concierge.Activity", models.SET_NULL, related_name="bookings", null=True, blank=True
    )
    restaurant = models.ForeignKey(
        "concierge.Restaurant", models.SET_NULL, related_name="bookings", null=True, blank=True
    )
    currency = CodeField("ref.Currency", related_name="bookings", default="USD")
    transaction = models.ForeignKey(
        "finance.Transaction", models.PROTECT, related_name="bookings", null=True, blank=True
    )
    booked_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="bookings", null=True, blank=True
    )

    booking_type = ChoiceField(ConciergeBookingType)
    provider_name = LineField(null=True)
    booking_date = models.DateField()
    booking_time = models.TimeField(null=True, blank=True)
    party_size = IntegerField()
    confirmation_number = LineField(null=True)
    paid_by = ChoiceField(ConciergeBookingPaidBy, default=ConciergeBookingPaidBy.GUEST)
    booked_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancellation_reason = TextField(null=True)
    notes = TextField(null=True)

    total_price = MoneyField(null=True)
    deposit_amount = MoneyField(null=True)
    commission_amount = MoneyField(null=True)
    cancellation_fee = MoneyField(null=True)

    status = ChoiceField(ConciergeBookingStatus, default=ConciergeBookingStatus.PENDING)

    search_text = SearchTextField("number", "provider_name", "confirmation_number")

    label_fields = ("number", "provider_name")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("concierge", "bookings")
        verbose_name = "concierge booking"
        verbose_name_plural = "concierge bookings"
        ordering = ["-booking_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(party_size__gt=0),
                name="bookings_party_size_check",
                violation_error_message="Party size must be more than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(total_price__gte=0),
                name="bookings_total_price_check",
                violation_error_message="Total price cannot be less than 0.",
            ),
        ]
        indexes = [
            models.Index(fields=["booking_date"], name="bookings_booking_date"),
            models.Index(fields=["status"], name="bookings_status"),
            search_index("bookings_search"),
        ]
        triggers = [CONCIERGE_BOOKING_STATUS.guard()]


class BookingConfirmation(Log):
    """Confirmations and reminders sent for bookings."""

    booking = models.ForeignKey(
        "concierge.ConciergeBooking", models.CASCADE, related_name="booking_confirmations"
    )
    channel = CodeField("ref.ChannelType", related_name="booking_confirmations", null=True)
    message = models.ForeignKey(
        "comms.Message",
        models.SET_NULL,
        related_name="booking_confirmations",
        null=True,
        blank=True,
    )
    file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="booking_confirmations",
        null=True,
        blank=True,
    )

    confirmation_type = ChoiceField(BookingConfirmationType)
    sent_to = LineField(null=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    confirmation_number = LineField(null=True)
    confirmation_details = models.JSONField(null=True, blank=True)
    confirmed_by_guest_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(BookingConfirmationStatus, default=BookingConfirmationStatus.PENDING)

    search_text = SearchTextField("confirmation_number")

    label_fields = ("confirmation_number", "confirmation_type")
    search_through = ("booking",)

    class Meta:
        db_table = in_schema("concierge", "booking_confirmations")
        verbose_name = "booking confirmation"
        verbose_name_plural = "booking confirmations"
        ordering = ["-id"]
        indexes = [search_index("booking_confirmations_search")]


class ServiceProvider(Entity):
    """Local partner that serves guests."""

    number = BusinessIDField("SVP-", db_column="provider_id")
    provider_name = LineField()

    company = models.ForeignKey(
        "directory.Company", models.PROTECT, related_name="service_providers"
    )
    category = CodeField("ref.VendorCategory", related_name="service_providers", null=True)
    area = models.ForeignKey(
        "geo.Area", models.SET_NULL, related_name="service_providers", null=True, blank=True
    )
    poi = models.ForeignKey(
        "geo.PointOfInterest",
        models.SET_NULL,
        related_name="service_providers",
        null=True,
        blank=True,
    )
    contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="service_providers",
        null=True,
        blank=True,
    )

    commission_rate = RateField(null=True, help_text="fraction")
    payment_terms = ChoiceField(ServiceProviderPaymentTerms, null=True)
    cancellation_policy = TextField(null=True)
    insurance_verified = FlagField()
    rating = DecimalField(max_digits=3, decimal_places=2, null=True)
    review_count = IntegerField(default=0)
    is_preferred = FlagField()
    booking_url = LineField(null=True)
    booking_email = EmailField(null=True)
    booking_phone = LineField(null=True)
    lead_time_hours = IntegerField(null=True)
    service_area_notes = TextField(null=True)
    notes = TextField(null=True)

    status = ChoiceField(ServiceProviderStatus, default=ServiceProviderStatus.ACTIVE)

    search_text = SearchTextField("number", "provider_name", "booking_email", "booking_phone")

    label_fields = ("provider_name", "number")
    search_through = ("company", "contact")

    class Meta:
        db_table = in_schema("concierge", "service_providers")
        verbose_name = "service provider"
        verbose_name_plural = "service providers"
        ordering = ["provider_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating__gte=0, rating__lte=5),
                name="service_providers_rating_check",
                violation_error_message="Rating must lie between 0 and 5.",
            )
        ]
        indexes = [
            models.Index(
                fields=["is_preferred"],
                condition=models.Q(is_preferred=True),
                name="service_provid_is_prefer_7eea2",
            ),
            search_index("service_providers_search"),
        ]


class ServiceOffering(Entity):
    """Bookable service of a provider with price and limits."""

    number = BusinessIDField("SVC-", db_column="service_id")
    service_name = LineField()

    service_provider = models.ForeignKey(
        "concierge.ServiceProvider", models.CASCADE, related_name="service_offerings"
    )
    category = CodeField("ref.VendorCategory", related_name="service_offerings", null=True)
    interest = CodeField(
        "ref.InterestType", models.SET_NULL, related_name="service_offerings", null=True
    )
    activity_level = CodeField("ref.ActivityLevel", related_name="service_offerings", null=True)
    photo_file = models.ForeignKey(
        "storage.StoredFile",
        models.SET_NULL,
        related_name="service_offerings",
        null=True,
        blank=True,
    )

    description = TextField(null=True)
    duration_minutes = IntegerField(null=True)
    price_type = ChoiceField(ServiceOfferingPriceType, default=ServiceOfferingPriceType.PER_PERSON)
    commission_rate = RateField(null=True, help_text="fraction 0-1")
    min_participants = IntegerField(default=1)
    max_participants = IntegerField(null=True)
    min_age = IntegerField(null=True)
    advance_booking_days = IntegerField(default=0)
    cancellation_policy = TextField(null=True)
    included = ArrayField(LineField(), null=True, blank=True)
    requirements = ArrayField(LineField(), null=True, blank=True)
    restrictions = ArrayField(LineField(), null=True, blank=True)
    what_to_bring = ArrayField(LineField(), null=True, blank=True)
    meeting_location = LineField(null=True)
    add_ons = models.JSONField(null=True, blank=True, help_text="list of name, price, price_type")
    is_featured = FlagField()
    is_active = FlagField(default=True)

    price = MoneyField(null=True)
    cost = MoneyField(null=True, help_text="what we pay")

    search_text = SearchTextField("number", "service_name")

    label_fields = ("service_name", "number")
    search_through = ("service_provider",)

    class Meta:
        db_table = in_schema("concierge", "service_offerings")
        verbose_name = "service offering"
        verbose_name_plural = "service offerings"
        ordering = ["service_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(price__gte=0),
                name="service_offerings_price_check",
                violation_error_message="Price cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(max_participants__isnull=True)
                | models.Q(max_participants__gte=models.F("min_participants")),
                name="service_offerings_max_participants_min_participants_check",
                violation_error_message="Max participants must not be below min participants.",
            ),
        ]
        indexes = [
            models.Index(fields=["is_active"], name="service_offeri_is_active"),
            search_index("service_offerings_search"),
        ]
