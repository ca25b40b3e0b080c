"""Stays, with the guests who booked them."""

from core.imports.cells import ChoiceCell, CodeCell, IdCell, PersonNameCell
from core.imports.registry import spreadsheet
from core.imports.resource import Column, Key, Part, Reference, SourceId, SpreadsheetResource
from directory.choices.contacts import ContactType
from directory.models import Contact, Guest
from reservations.choices.reservations import (
    ReservationPaymentStatus,
    ReservationStatus,
    ReservationType,
)
from reservations.models import Reservation
from staging.models import StagedReservation

# How Airbnb, Vrbo, Booking.com, OwnerRez and Guesty put it in their exports.
STATES = {
    "enquiry": ReservationStatus.INQUIRY,
    "request": ReservationStatus.PENDING,
    "requested": ReservationStatus.PENDING,
    "tentative": ReservationStatus.PENDING,
    "awaiting payment": ReservationStatus.PENDING,
    "booked": ReservationStatus.CONFIRMED,
    "reserved": ReservationStatus.CONFIRMED,
    "accepted": ReservationStatus.CONFIRMED,
    "active": ReservationStatus.CONFIRMED,
    "ok": ReservationStatus.CONFIRMED,
    "modified": ReservationStatus.CONFIRMED,
    "arriving today": ReservationStatus.CONFIRMED,
    "arriving tomorrow": ReservationStatus.CONFIRMED,
    "checked in": ReservationStatus.CHECKED_IN,
    "in house": ReservationStatus.CHECKED_IN,
    "currently hosting": ReservationStatus.CHECKED_IN,
    "staying": ReservationStatus.CHECKED_IN,
    "checked out": ReservationStatus.CHECKED_OUT,
    "past guest": ReservationStatus.CHECKED_OUT,
    "departed": ReservationStatus.CHECKED_OUT,
    "completed": ReservationStatus.CHECKED_OUT,
    "canceled": ReservationStatus.CANCELLED,
    "cancelled by guest": ReservationStatus.CANCELLED,
    "canceled by guest": ReservationStatus.CANCELLED,
    "cancelled by host": ReservationStatus.CANCELLED,
    "canceled by host": ReservationStatus.CANCELLED,
    "canceled by you": ReservationStatus.CANCELLED,
    "cancelled by property": ReservationStatus.CANCELLED,
    "noshow": ReservationStatus.NO_SHOW,
}
CHANNELS = {
    "airbnb.com": "AIRBNB",
    "airbnb official": "AIRBNB",
    "homeaway": "VRBO",
    "vrbo.com": "VRBO",
    "homeaway & vrbo": "VRBO",
    "booking": "BOOKING",
    "bookingcom": "BOOKING",
    "expedia.com": "EXPEDIA",
    "direct": "DIRECT",
    "website": "DIRECT",
    "manual": "DIRECT",
    "owner": "OWNER",
    "phone": "PHONE",
}
TYPES = {
    "renter": ReservationType.GUEST,
    "rental": ReservationType.GUEST,
    "booking": ReservationType.GUEST,
    "owner stay": ReservationType.OWNER,
    "owner booking": ReservationType.OWNER,
    "friends and family": ReservationType.OWNER_GUEST,
    "block": ReservationType.HOLD,
    "blocked": ReservationType.HOLD,
    "blocked off": ReservationType.HOLD,
    "comp": ReservationType.COMPLIMENTARY,
}
PAYMENTS = {
    "unpaid": ReservationPaymentStatus.PENDING,
    "not paid": ReservationPaymentStatus.PENDING,
    "partially paid": ReservationPaymentStatus.PARTIAL,
    "fully paid": ReservationPaymentStatus.PAID,
    "paid in full": ReservationPaymentStatus.PAID,
}
GUEST_COLUMNS = (
    "guest_number",
    "guest_first_name",
    "guest_last_name",
    "guest_email",
    "guest_phone",
    "airbnb_guest_id",
    "vrbo_guest_id",
)


@spreadsheet("reservations")
class ReservationResource(SpreadsheetResource):
    """Stays, one a row; the guest is found, or added.

    Guests who are known stay as they are: who they are is not this sheet's to say.
    """

    number = Column("number")
    source_id = SourceId(heads=("id", "external id", "record id"))
    property = Reference(
        "property",
        ("number", "property_code", "airbnb_listing_id", "vrbo_listing_id", "property_name"),
        source=("staging.StagedProperty", "matched_property"),
        heads=("property", "listing", "listing id", "unit", "home", "accommodation", "rental"),
        required=True,
        note="Its number, code, name or listing id, or the sender's own id.",
        example="HCK-A119",
    )
    booking_source = Reference(
        "booking_source",
        ("code", "name"),
        cell=CodeCell(CHANNELS, example="Airbnb"),
        heads=(
            "channel",
            "source",
            "platform",
            "listing site",
            "booked through",
            "booking channel",
        ),
        required=True,
    )
    channel_reservation_id = Column(
        "channel_reservation_id",
        IdCell(),
        heads=(
            "reservation id",
            "reservation number",
            "booking number",
            "book number",
            "booking id",
            "booking",
            "confirmation number",
            "channel id",
        ),
        note="The number at the channel; with the channel it says which stay is meant.",
    )
    confirmation_code = Column(
        "confirmation_code", IdCell(), heads=("confirmation", "code"), example="HMABC12345"
    )
    status = Column(
        "status",
        ChoiceCell(ReservationStatus, also=STATES),
        heads=("booking status", "reservation status", "state"),
        required=True,
    )
    reservation_type = Column(
        "reservation_type",
        ChoiceCell(ReservationType, also=TYPES),
        heads=("type", "booking type", "stay type"),
    )
    check_in_date = Column(
        "check_in_date",
        heads=("check in", "arrival", "arrival date", "start date", "from", "arrive", "begin"),
        required=True,
    )
    check_out_date = Column(
        "check_out_date",
        heads=("check out", "departure", "departure date", "end date", "to", "depart", "until"),
        required=True,
        note="The day of departure, not the last night.",
    )
    guest_number = Column("guest__number", column_name="guest_id")
    guest_name = Column(
        None,
        PersonNameCell(),
        heads=("guest", "booked by", "traveler", "traveller", "primary guest", "renter", "name"),
        gives={"first_name": "guest_first_name", "last_name": "guest_last_name"},
    )
    guest_first_name = Column(
        "contact__first_name", column_name="guest_first_name", heads=("first name",)
    )
    guest_last_name = Column(
        "contact__last_name", column_name="guest_last_name", heads=("last name", "surname")
    )
    guest_email = Column(
        "contact__email",
        column_name="guest_email",
        heads=("email", "e-mail address", "contact email"),
        note="With the name it says who the guest is. People who share an address stay apart.",
    )
    guest_phone = Column(
        "contact__phone",
        column_name="guest_phone",
        heads=("phone", "mobile", "contact", "phone number"),
    )
    airbnb_guest_id = Column("guest__airbnb_guest_id", IdCell())
    vrbo_guest_id = Column("guest__vrbo_guest_id", IdCell())
    adults = Column(
        "adults",
        heads=("number of adults", "guests", "people", "number of guests", "total guests", "pax"),
        note="Where only all guests are counted, they count as adults.",
    )
    children = Column("children", heads=("number of children", "kids"))
    infants = Column("infants", heads=("number of infants", "babies"))
    pets = Column("pets", heads=("number of pets",))
    booked_at = Column(
        "booked_at",
        heads=("booked", "booked on", "created", "created on", "creation date", "reserved on"),
    )
    confirmed_at = Column("confirmed_at")
    cancelled_at = Column(
        "cancelled_at", heads=("cancellation date", "cancelled", "canceled on", "cancelled on")
    )
    cancellation_reason = Column("cancellation_reason")
    expected_arrival_time = Column(
        "expected_arrival_time", heads=("arrival time", "eta", "check in time")
    )
    expected_departure_time = Column(
        "expected_departure_time", heads=("departure time", "check out time")
    )
    currency = Reference("currency", ("code", "name"), cell=CodeCell(example="USD"))
    nightly_rate = Column("nightly_rate", heads=("rate", "average nightly rate", "adr"))
    base_rate = Column("base_rate")
    accommodation_total = Column(
        "accommodation_total", heads=("rent", "base rent", "accommodation fare", "room revenue")
    )
    cleaning_fee = Column("cleaning_fee", heads=("cleaning",))
    fees_total = Column("fees_total", heads=("fees", "total fees"))
    taxes_total = Column("taxes_total", heads=("tax", "taxes", "total taxes"))
    discount_total = Column("discount_total", heads=("discount", "discounts"))
    gross_total = Column(
        "gross_total", heads=("total", "price", "total price", "amount", "total amount", "gross")
    )
    service_fee = Column("service_fee", heads=("guest service fee",))
    net_total = Column("net_total")
    deposit_amount = Column("deposit_amount", heads=("deposit", "security deposit"))
    amount_paid = Column("amount_paid", heads=("paid", "total paid"))
    amount_due = Column("amount_due", heads=("balance", "balance due", "due"))
    refund_total = Column("refund_total", heads=("refund", "refunded"))
    payout_amount = Column("payout_amount", heads=("owner payout", "owner share"))
    payment_status = Column("payment_status", ChoiceCell(ReservationPaymentStatus, also=PAYMENTS))
    special_requests = Column("special_requests", heads=("requests", "remarks"))
    guest_notes = Column("guest_notes")
    internal_notes = Column("internal_notes", heads=("notes", "comments"))
    streamline_id = Column("streamline_id", IdCell())
    airbnb_reservation_id = Column("airbnb_reservation_id", IdCell())
    vrbo_reservation_id = Column("vrbo_reservation_id", IdCell())

    class Meta:
        title = "reservations"
        staged = StagedReservation
        parts = {
            "contact": Part(
                Contact,
                keys=(
                    Key(
                        "e-mail and name",
                        ("email", "first_name", "last_name"),
                        folded=("first_name", "last_name"),
                    ),
                    Key(
                        "phone and name",
                        ("phone", "first_name", "last_name"),
                        folded=("first_name", "last_name"),
                    ),
                ),
                constants={"contact_type": ContactType.PERSON},
                needs=GUEST_COLUMNS,
                alike=("email", "phone"),
                is_shared=True,
                fills=True,
            ),
            "guest": Part(
                Guest,
                keys=(
                    Key("number", ("number",)),
                    Key("Airbnb id", ("airbnb_guest_id",)),
                    Key("Vrbo id", ("vrbo_guest_id",)),
                    Key("contact", ("contact",)),
                ),
                links={"contact": "contact"},
                needs=GUEST_COLUMNS,
                is_shared=True,
                fills=True,
            ),
            "reservation": Part(
                Reservation,
                keys=(
                    Key("number", ("number",)),
                    Key("channel and its number", ("booking_source", "channel_reservation_id")),
                    Key("confirmation code", ("confirmation_code",)),
                    Key("sender's id", (), is_source=True),
                ),
                links={"guest": "guest"},
            ),
        }
        matched = {"matched_reservation": "reservation"}
