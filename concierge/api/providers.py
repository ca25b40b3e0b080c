"""Providers over the API."""

from concierge.models import BookingConfirmation, ConciergeBooking, ServiceOffering, ServiceProvider
from core.api.resources import Resource


class ConciergeBookingResource(Resource):
    """Activity or service booked for a guest."""

    model = ConciergeBooking
    fields = """
        id number reservation guest itinerary_item service_provider service_offering activity
        restaurant currency transaction booked_by booking_type provider_name booking_date
        booking_time party_size confirmation_number paid_by booked_at cancelled_at
        cancellation_reason notes total_price deposit_amount commission_amount cancellation_fee
        status created_at updated_at
    """


class BookingConfirmationResource(Resource):
    """Confirmations and reminders sent for bookings."""

    model = BookingConfirmation
    fields = """
        id booking channel message file confirmation_type sent_to sent_at confirmation_number
        confirmation_details confirmed_by_guest_at status created_at updated_at
    """
    read_only = False
    deletes = False


class ServiceProviderResource(Resource):
    """Local partner that serves guests."""

    model = ServiceProvider
    fields = """
        id number provider_name company category area poi contact commission_rate payment_terms
        cancellation_policy insurance_verified rating review_count is_preferred booking_url
        booking_email booking_phone lead_time_hours service_area_notes notes status created_at
        updated_at
    """


class ServiceOfferingResource(Resource):
    """Bookable service of a provider with price and limits."""

    model = ServiceOffering
    fields = """
        id number service_name service_provider category interest activity_level photo_file
        description duration_minutes price_type commission_rate min_participants
        max_participants min_age advance_booking_days cancellation_policy included requirements
        restrictions what_to_bring meeting_location add_ons is_featured is_active price cost
        created_at updated_at
    """
