"""Reservations over the API."""

from core.api.resources import Resource
from reservations.api.quotes import StayMoney
from reservations.api.stays import StayActions, StaySerializer
from reservations.models import Reservation, ReservationFee, ReservationFinancials, StayGuest


class ReservationResource(StayMoney, StayActions, Resource):  # type: ignore[misc]
    """A guest booking of a unit for a date range."""

    model = Reservation
    serializer_base = StaySerializer
    fields = """
        id number property guest booking_source currency previous_reservation
        booking_channel_listing assigned_member channel_reservation_id check_in_date
        check_out_date adults children infants pets booked_at confirmed_at cancelled_at
        cancellation_reason hold_expires_at actual_check_in_at actual_check_out_at early_check_in late_check_out
        special_requests internal_notes guest_notes is_repeat_guest streamline_id
        reservation_type confirmation_code cancellation_policy cancelled_by
        expected_arrival_time expected_departure_time late_checkout_time arrival_flight_number
        arrival_flight_at departure_flight_number departure_flight_at transportation_method
        has_travel_insurance has_damage_waiver rental_agreement_signed_at airbnb_reservation_id
        vrbo_reservation_id streamline_confirmation_id last_sync_at sync_source nightly_rate
        accommodation_total fees_total taxes_total gross_total discount_total refund_total
        net_total deposit_amount amount_paid amount_due payout_amount base_rate cleaning_fee
        service_fee get_tax_amount tat_tax_amount county_tax_amount cancellation_fee
        late_checkout_fee early_checkin_fee status deposit_status payment_status nights
        total_guests created_at updated_at
    """
    brief = "id number property guest check_in_date check_out_date status"
    expand = "property.resort guest.contact"
    through = "property__resort property__area guest__contact"
    example = {
        "property": "0197f3a0-0000-7000-8000-000000000001",
        "guest": "0197f3a0-0000-7000-8000-000000000002",
        "booking_source": "DIRECT",
        "check_in_date": "2027-03-01",
        "check_out_date": "2027-03-08",
        "adults": 2,
        "status": "pending",
    }


class ReservationFeeResource(Resource):
    """Fee line actually charged on a reservation."""

    model = ReservationFee
    fields = """
        id fee_name reservation fee_type added_by waived_by fee_rate adjusted_by quantity
        is_taxable is_refundable is_optional added_at waived waived_at waived_reason notes
        calculation_type calculation_rate is_adjusted adjustment_reason adjusted_at billable_to
        source amount tax_amount original_amount calculation_basis total_amount created_at
        updated_at
    """


class StayGuestResource(Resource):
    """Further occupants of a stay."""

    model = StayGuest
    fields = """
        id reservation guest guest_type first_name last_name age is_primary notes email phone
        relationship_to_primary is_minor created_at updated_at
    """


class ReservationFinancialsResource(Resource):
    """Calculated money summary of a reservation."""

    model = ReservationFinancials
    fields = """
        id reservation owner_statement calculated_at owner_payout_date company_margin
        accommodation_revenue cleaning_fee resort_fee other_fees taxes gross_revenue discounts
        refunds net_revenue commission owner_payout channel_commission payment_processing_fee
        damage_deposit_held damage_charges net_booking_value get_tax tat_tax county_tax
        cleaning_cost management_fee other_costs company_revenue adr revpar owner_payout_status
        created_at updated_at
    """
