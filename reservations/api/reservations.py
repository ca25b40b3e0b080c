"""Stays over the API."""

from core.api.resources import Resource
from reservations.models import Reservation


class ReservationResource(Resource):
    """Stays; dates are half-open, the day of check-out is free."""

    model = Reservation
    fields = (
        "id",
        "number",
        "property",
        "guest",
        "booking_source",
        "channel_reservation_id",
        "check_in_date",
        "check_out_date",
        "nights",
        "adults",
        "children",
        "infants",
        "pets",
        "currency",
        "gross_total",
        "amount_paid",
        "reservation_type",
        "status",
        "payment_status",
        "created_at",
        "updated_at",
    )
