"""Reservations."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from core.models import (
    BaseModel,
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
    NowField,
    RateField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from core.models.expressions import DaysBetween, HalfOpenDates
from core.models.triggers import numbered_by
from reservations.choices.reservations import (
    RESERVATION_STATUS,
    ReservationCancellationPolicy,
    ReservationCancelledBy,
    ReservationDepositStatus,
    ReservationFeeBillableTo,
    ReservationFeeCalculationType,
    ReservationFeeSource,
    ReservationFinancialsOwnerPayoutStatus,
    ReservationPaymentStatus,
    ReservationStatus,
    ReservationTransportationMethod,
    ReservationType,
    StayGuestRelationshipToPrimary,
    StayGuestType,
)


class Reservation(Entity):
    """A guest booking of a unit for a date range."""

    number = BusinessIDField("RES-{year}-", db_column="reservation_id")

    property = models.ForeignKey(
        "property.Property", models.PROTECT, related_name="reservations", db_index=False
    )
    guest = models.ForeignKey(
        "directory.Guest", models.PROTECT, related_name="reservations", null=True, blank=True
    )
    booking_source = CodeField(
        "ref.Platform",
        db_column="booking_source",
        related_name="reservations",
        help_text="platform code, e.g. AIRBNB",
    )
    currency = CodeField("ref.Currency", related_name="reservations", default="USD")
    previous_reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="reservations_as_previous_reservation",
        null=True,
        blank=True,
    )
    booking_channel_listing = models.ForeignKey(
        "property_listings.ChannelListing",
        models.SET_NULL,
        related_name="reservations",
        null=True,
        blank=True,
    )
    assigned_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="reservations", null=True, blank=True
    )

    channel_reservation_id = LineField(null=True, help_text="confirmation number at the platform")
    check_in_date = models.DateField()
    check_out_date = models.DateField()
    adults = IntegerField(default=2)
    children = IntegerField(default=0)
    infants = IntegerField(default=0)
    pets = IntegerField(default=0)
    booked_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancellation_reason = TextField(null=True)
    hold_expires_at = models.DateTimeField(
        null=True, blank=True, help_text="when a hold gives its nights back by itself"
    )
    actual_check_in_at = models.DateTimeField(null=True, blank=True)
    actual_check_out_at = models.DateTimeField(null=True, blank=True)
    early_check_in = FlagField()
    late_check_out = FlagField()
    special_requests = TextField(null=True)
    internal_notes = TextField(null=True)
    guest_notes = TextField(null=True)
    is_repeat_guest = FlagField()
    streamline_id = LineField(null=True)
    reservation_type = ChoiceField(ReservationType, default=ReservationType.GUEST)
    confirmation_code = LineField(null=True, unique=True)
    cancellation_policy = ChoiceField(ReservationCancellationPolicy, null=True)
    cancelled_by = ChoiceField(ReservationCancelledBy, null=True)
    expected_arrival_time = models.TimeField(null=True, blank=True)
    expected_departure_time = models.TimeField(null=True, blank=True)
    late_checkout_time = models.TimeField(null=True, blank=True)
    arrival_flight_number = LineField(null=True)
    arrival_flight_at = models.DateTimeField(null=True, blank=True)
    departure_flight_number = LineField(null=True)
    departure_flight_at = models.DateTimeField(null=True, blank=True)
    transportation_method = ChoiceField(ReservationTransportationMethod, null=True)
    has_travel_insurance = FlagField()
    has_damage_waiver = FlagField()
    rental_agreement_signed_at = models.DateTimeField(null=True, blank=True)
    airbnb_reservation_id = LineField(null=True)
    vrbo_reservation_id = LineField(null=True)
    streamline_confirmation_id = LineField(null=True)
    last_sync_at = models.DateTimeField(null=True, blank=True)
    sync_source = LineField(null=True)

    nightly_rate = MoneyField(null=True, help_text="average over the stay")
    accommodation_total = MoneyField(null=True)
    fees_total = MoneyField(null=True)
    taxes_total = MoneyField(null=True)
    gross_total = MoneyField(null=True, help_text="accommodation + fees + taxes")
    discount_total = MoneyField(default=0)
    refund_total = MoneyField(default=0)
    net_total = MoneyField(null=True, help_text="gross less discounts and refunds")
    deposit_amount = MoneyField(null=True)
    amount_paid = MoneyField(default=0)
    amount_due = MoneyField(null=True)
    payout_amount = MoneyField(null=True, help_text="owner share before expenses")
    base_rate = MoneyField(null=True)
    cleaning_fee = MoneyField(null=True)
    service_fee = MoneyField(null=True, help_text="platform fee paid by the guest")
    get_tax_amount = MoneyField(null=True)
    tat_tax_amount = MoneyField(null=True)
    county_tax_amount = MoneyField(null=True)
    cancellation_fee = MoneyField(null=True)
    late_checkout_fee = MoneyField(null=True)
    early_checkin_fee = MoneyField(null=True)

    status = ChoiceField(ReservationStatus)
    deposit_status = ChoiceField(ReservationDepositStatus, null=True)
    payment_status = ChoiceField(ReservationPaymentStatus, default=ReservationPaymentStatus.PENDING)

    nights = models.GeneratedField(
        expression=DaysBetween("check_in_date", "check_out_date"),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    total_guests = models.GeneratedField(
        expression=models.F("adults") + models.F("children") + models.F("infants"),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    stay = models.GeneratedField(
        expression=HalfOpenDates("check_in_date", "check_out_date"),
        output_field=DateRangeField(),
        db_persist=True,
    )
    search_text = SearchTextField(
        "number",
        "channel_reservation_id",
        "confirmation_code",
        "arrival_flight_number",
        "departure_flight_number",
    )

    label_fields = ("number", "check_in_date")
    search_through = ("property", "guest")

    class Meta:
        db_table = in_schema("reservations", "reservations")
        verbose_name = "reservation"
        verbose_name_plural = "reservations"
        ordering = ["-check_in_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(check_out_date__gt=models.F("check_in_date")),
                name="reservations_check_out_date_check_in_date_check",
                violation_error_message="Check out date must be after check in date.",
            ),
            models.CheckConstraint(
                condition=models.Q(adults__gte=1),
                name="reservations_adults_check",
                violation_error_message="Adults cannot be less than 1.",
            ),
            models.CheckConstraint(
                condition=models.Q(children__gte=0),
                name="reservations_children_check",
                violation_error_message="Children cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(infants__gte=0),
                name="reservations_infants_check",
                violation_error_message="Infants cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(pets__gte=0),
                name="reservations_pets_check",
                violation_error_message="Pets cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(gross_total__gte=0),
                name="reservations_gross_total_check",
                violation_error_message="Gross total cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount_paid__gte=0),
                name="reservations_amount_paid_check",
                violation_error_message="Amount paid cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=~models.Q(reservation_type="guest") | models.Q(guest__isnull=False),
                name="reservations_reservation_type_guest_id_check",
                violation_error_message="Guest is needed when reservation type is guest.",
            ),
            models.CheckConstraint(
                condition=models.Q(hold_expires_at__isnull=True)
                | models.Q(reservation_type="hold")
                | models.Q(status__in=["inquiry", "pending", "cancelled"]),
                name="reservations_hold_expires_at_check",
                violation_error_message="Only holds and stays that are not confirmed expire.",
            ),
            ExclusionConstraint(
                name="reservation_stays_do_not_overlap",
                expressions=[("property", RangeOperators.EQUAL), ("stay", RangeOperators.OVERLAPS)],
                condition=~models.Q(status__in=["cancelled", "no_show", "inquiry"]),
                violation_error_message="Another stay already stands on these nights.",
            ),
            models.UniqueConstraint(
                fields=["booking_source", "channel_reservation_id"],
                name="reservations_booking_source_channel_reservation_id_unique",
                condition=models.Q(channel_reservation_id__isnull=False),
                violation_error_message="There is already a row with this booking source, channel reservation id.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["property", "check_in_date"], name="reservations_property_ch_a12c5"
            ),
            models.Index(fields=["status", "check_in_date", "id"], name="reservations_status"),
            models.Index(fields=["check_in_date", "id"], name="reservations_check_in_date"),
            models.Index(fields=["check_out_date"], name="reservations_check_out_date"),
            models.Index(fields=["booked_at"], name="reservations_booked_at"),
            models.Index(
                fields=["hold_expires_at"],
                condition=models.Q(hold_expires_at__isnull=False),
                name="reservations_hold_expires_at",
            ),
            search_index("reservations_search"),
        ]
        triggers = [
            numbered_by(
                "reservation_id",
                "'RES-' || extract(year FROM coalesce(NEW.booked_at, now()) AT TIME ZONE 'UTC')::int || '-'",
                6,
            ),
            RESERVATION_STATUS.guard(),
        ]


class ReservationFee(BaseModel):
    """Fee line actually charged on a reservation."""

    fee_name = LineField()

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="fees", db_index=False
    )
    fee_type = models.ForeignKey("ref.FeeType", models.PROTECT, related_name="reservation_fees")
    added_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="reservation_fees_as_added_by",
        null=True,
        blank=True,
    )
    waived_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="reservation_fees_as_waived_by",
        null=True,
        blank=True,
    )
    fee_rate = models.ForeignKey(
        "ref.FeeRate",
        models.SET_NULL,
        related_name="reservation_fees",
        null=True,
        blank=True,
        help_text="rate row used",
    )
    adjusted_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="reservation_fees_as_adjusted_by",
        null=True,
        blank=True,
    )

    quantity = IntegerField(default=1)
    is_taxable = FlagField()
    is_refundable = FlagField(default=True)
    is_optional = FlagField()
    added_at = NowField()
    waived = FlagField()
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_reason = TextField(null=True)
    notes = TextField(null=True)
    calculation_type = ChoiceField(
        ReservationFeeCalculationType, default=ReservationFeeCalculationType.FLAT
    )
    calculation_rate = DecimalField(max_digits=10, decimal_places=4, null=True)
    is_adjusted = FlagField()
    adjustment_reason = TextField(null=True)
    adjusted_at = models.DateTimeField(null=True, blank=True)
    billable_to = ChoiceField(ReservationFeeBillableTo, default=ReservationFeeBillableTo.GUEST)
    source = ChoiceField(ReservationFeeSource, default=ReservationFeeSource.CHANNEL)

    amount = MoneyField()
    tax_amount = MoneyField(null=True)
    original_amount = MoneyField(null=True)
    calculation_basis = MoneyField(null=True)

    total_amount = models.GeneratedField(
        expression=models.F("amount") * models.F("quantity"),
        output_field=MoneyField(),
        db_persist=True,
    )
    search_text = SearchTextField("fee_name")

    label_fields = ("fee_name", "amount")
    search_through = ("reservation",)

    class Meta:
        db_table = in_schema("reservations", "reservation_fees")
        verbose_name = "reservation fee"
        verbose_name_plural = "reservation fees"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gte=0),
                name="reservation_fees_quantity_check",
                violation_error_message="Quantity cannot be less than 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0) | models.Q(fee_name__isnull=False),
                name="reservation_fees_amount_fee_name_check",
                violation_error_message="Must hold: amount is at least 0 or fee name is given.",
            ),
            models.UniqueConstraint(
                fields=["reservation", "fee_type", "fee_name"],
                name="reservation_fees_reservation_fee_type_fee_name_unique",
                violation_error_message="There is already a row with this reservation, fee type, fee name.",
            ),
        ]
        indexes = [search_index("reservation_fees_search")]


class StayGuest(Join):
    """Further occupants of a stay."""

    reservation = models.ForeignKey(
        "reservations.Reservation", models.CASCADE, related_name="guests"
    )
    guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="reservation_guests", null=True, blank=True
    )

    guest_type = ChoiceField(StayGuestType)
    first_name = LineField(null=True)
    last_name = LineField(null=True)
    age = IntegerField(null=True)
    is_primary = FlagField()
    notes = TextField(null=True)
    email = EmailField(null=True)
    phone = LineField(null=True)
    relationship_to_primary = ChoiceField(StayGuestRelationshipToPrimary, null=True)
    is_minor = FlagField()

    search_text = SearchTextField("first_name", "last_name", "email", "phone")

    label_fields = ("first_name", "last_name")
    search_through = ("reservation", "guest")

    class Meta:
        db_table = in_schema("reservations", "reservation_guests")
        verbose_name = "stay guest"
        verbose_name_plural = "stay guests"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(age__gte=0, age__lte=120),
                name="reservation_guests_age_check",
                violation_error_message="Age must lie between 0 and 120.",
            ),
            models.UniqueConstraint(
                fields=["reservation", "guest"],
                name="reservation_guests_reservation_guest_unique",
                condition=models.Q(guest__isnull=False),
                violation_error_message="There is already a row with this reservation, guest.",
            ),
        ]
        indexes = [search_index("reservation_guests_search")]


class ReservationFinancials(BaseModel):
    """Calculated money summary of a reservation."""

    reservation = models.OneToOneField(
        "reservations.Reservation", models.PROTECT, related_name="reservation_financials"
    )
    owner_statement = models.ForeignKey(
        "finance.OwnerStatement",
        models.SET_NULL,
        related_name="reservation_financials",
        null=True,
        blank=True,
    )

    calculated_at = models.DateTimeField(null=True, blank=True)
    owner_payout_date = models.DateField(null=True, blank=True)
    company_margin = RateField(null=True, help_text="percentage points")

    accommodation_revenue = MoneyField(default=0)
    cleaning_fee = MoneyField(default=0)
    resort_fee = MoneyField(default=0)
    other_fees = MoneyField(default=0)
    taxes = MoneyField(default=0)
    gross_revenue = MoneyField(default=0)
    discounts = MoneyField(default=0)
    refunds = MoneyField(default=0)
    net_revenue = MoneyField(default=0)
    commission = MoneyField(default=0)
    owner_payout = MoneyField(default=0)
    channel_commission = MoneyField(default=0)
    payment_processing_fee = MoneyField(default=0)
    damage_deposit_held = MoneyField(default=0)
    damage_charges = MoneyField(default=0)
    net_booking_value = MoneyField(null=True, help_text="gross less platform fees")
    get_tax = MoneyField(default=0)
    tat_tax = MoneyField(default=0)
    county_tax = MoneyField(default=0)
    cleaning_cost = MoneyField(default=0)
    management_fee = MoneyField(default=0)
    other_costs = MoneyField(default=0)
    company_revenue = MoneyField(default=0)
    adr = MoneyField(null=True, help_text="average daily rate")
    revpar = MoneyField(null=True)

    owner_payout_status = ChoiceField(
        ReservationFinancialsOwnerPayoutStatus,
        default=ReservationFinancialsOwnerPayoutStatus.PENDING,
    )

    label_fields = ("gross_revenue",)
    search_through = ("reservation",)

    class Meta:
        db_table = in_schema("reservations", "reservation_financials")
        verbose_name = "reservation financials"
        verbose_name_plural = "reservation financials"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(net_revenue__lte=models.F("gross_revenue")),
                name="reservation_financials_net_revenue_gross_revenue_check",
                violation_error_message="Must hold: net revenue is at most gross revenue.",
            )
        ]
