"""Console pages: reservations."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin
from reservations.models import Reservation, ReservationFee, ReservationFinancials, StayGuest

admin.site.register(Reservation, EntityAdmin)
admin.site.register(
    [
        ReservationFee,
        ReservationFinancials,
    ],
    BaseAdmin,
)
admin.site.register(StayGuest, JoinAdmin)
