"""Console pages: reservations."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin, Panel, inline, sheet
from reservations.admin.desk.stays import StayPageMixin
from reservations.admin.journeys import timeline_html
from reservations.admin.quotes import QuotedMixin
from reservations.models import Reservation, ReservationFee, ReservationFinancials, StayGuest
from reservations.selectors.what_if import WARNINGS
from reservations.services.stay_moves import stay_move
from reservations.services.stays import stay_enter, stay_revise

#: Moves whose button stands on the page "Change, split, cancel …".
PAGE_MOVES = ("cancelled",)


@admin.register(Reservation)
class ReservationAdmin(QuotedMixin, StayPageMixin, EntityAdmin):
    """Stays: guest, home, dates, money, and what has to be done for them."""

    class Media:
        css = {"all": ["console/journeys.css"]}

    def banner(self, request, obj):
        """The guest's journey as a line."""
        return timeline_html(request, obj.pk)

    list_display = (
        "number",
        "check_in_date",
        "check_out_date",
        "status",
        "property",
        "guest",
        "booking_source",
        "nights",
        "gross_total",
        "amount_due",
        "payment_status",
    )
    list_filter = (
        "status",
        "payment_status",
        "reservation_type",
        "check_in_date",
        "check_out_date",
        "property",
        "booking_source",
        "assigned_member",
        "is_repeat_guest",
    )
    inlines = (
        inline(StayGuest, fields=("first_name", "last_name", "guest", "guest_type", "age")),
        inline(
            ReservationFee,
            fields=("fee_name", "calculation_type", "quantity", "amount", "tax_amount", "added_by"),
        ),
    )
    panels = (
        Panel("reservation_financials", title="Financials"),
        Panel(
            "quotes",
            columns=("number", "check_in_date", "check_out_date", "gross_total", "accepted_at"),
        ),
        Panel("guest_journey", title="Journey"),
        Panel("changes", title="Changes"),
        "cleans",
        "tickets",
        "messages",
        "reviews",
        Panel("property_access_codes", title="Access codes"),
        "service_requests",
        "itineraries",
        "bookings",
        "inspections",
    )
    fieldsets = sheet(
        (
            "",
            "number property guest",
            "check_in_date check_out_date nights",
            "status payment_status deposit_status",
        ),
        (
            "Party",
            "adults children infants pets",
            "total_guests is_repeat_guest",
            "reservation_type assigned_member",
            "special_requests",
            "guest_notes",
            "internal_notes",
        ),
        (
            "Arrival",
            "expected_arrival_time expected_departure_time",
            "early_check_in late_check_out late_checkout_time",
            "actual_check_in_at actual_check_out_at",
            "arrival_flight_number arrival_flight_at",
            "departure_flight_number departure_flight_at",
            "transportation_method",
        ),
        (
            "Money",
            "currency nightly_rate base_rate",
            "accommodation_total fees_total taxes_total",
            "gross_total discount_total refund_total",
            "net_total payout_amount",
            "deposit_amount amount_paid amount_due",
            "cleaning_fee service_fee",
            "get_tax_amount tat_tax_amount county_tax_amount",
            "late_checkout_fee early_checkin_fee cancellation_fee",
            "has_travel_insurance has_damage_waiver",
        ),
        (
            "Booking",
            "booking_source confirmation_code",
            "channel_reservation_id booking_channel_listing",
            "booked_at confirmed_at hold_expires_at",
            "rental_agreement_signed_at previous_reservation",
            "cancellation_policy cancelled_at cancelled_by",
            "cancellation_reason",
        ),
        (
            "Elsewhere",
            "airbnb_reservation_id vrbo_reservation_id",
            "streamline_id streamline_confirmation_id",
            "sync_source last_sync_at",
        ),
    )

    change_form_template = "console/stays/change_form.html"

    def save_model(self, request, obj, form, change):
        """Books the stay, or changes it, by the services; their warnings ask to be confirmed."""
        if change and not form.changed_data:
            return
        despite = WARNINGS if request.POST.get("despite") else ()
        write = stay_revise if change else stay_enter
        write(stay=obj, despite=despite, actor=request.user)

    def make_move(self, request, obj, name, to, reason):
        """Moves the status by the deed that goes with it; payments and deposits as any other."""
        if name == "status":
            stay_move(stay=obj, to=to, actor=request.user, reason=reason)
        else:
            super().make_move(request, obj, name, to, reason)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """The page; cancelling has a form of its own, which shows what goes back."""
        answer = super().render_change_form(request, context, *args, obj=obj, **kwargs)
        said = getattr(getattr(request, "refused", None), "error_dict", {})
        answer.context_data["confirms"] = "despite" in said
        if "moves" in answer.context_data:
            answer.context_data["moves"] = [
                move for move in answer.context_data["moves"] if move.to not in PAGE_MOVES
            ]
        return answer


@admin.register(ReservationFee)
class ReservationFeeAdmin(BaseAdmin):
    """What a stay is charged besides rent."""

    list_display = (
        "reservation",
        "fee_name",
        "calculation_type",
        "quantity",
        "amount",
        "tax_amount",
        "added_at",
    )


@admin.register(StayGuest)
class StayGuestAdmin(JoinAdmin):
    """Who stays."""

    list_display = ("reservation", "first_name", "last_name", "guest", "guest_type", "age")


@admin.register(ReservationFinancials)
class ReservationFinancialsAdmin(BaseAdmin):
    """What a stay brought, and whom."""

    list_display = (
        "reservation",
        "gross_revenue",
        "accommodation_revenue",
        "cleaning_fee",
        "company_margin",
        "owner_payout_status",
        "owner_payout_date",
        "calculated_at",
    )
