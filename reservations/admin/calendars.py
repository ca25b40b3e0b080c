"""Console pages: calendars."""

from django.contrib import admin

from core.admin import LogAdmin, ReadOnlyAdmin
from reservations.models import PropertyCalendar, StayChange

admin.site.register(PropertyCalendar, ReadOnlyAdmin)


@admin.register(StayChange)
class StayChangeAdmin(LogAdmin):
    """How stays came to stand where they do."""

    list_display = (
        "changed_at",
        "reservation",
        "old_status",
        "new_status",
        "old_check_in_date",
        "new_check_in_date",
        "old_check_out_date",
        "new_check_out_date",
        "reason",
    )
