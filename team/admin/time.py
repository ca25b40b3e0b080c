"""Console pages: time."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, LogAdmin
from team.models import Shift, ShiftTimeEntry, TimeEntry, TimeEntryVerification

admin.site.register(
    [
        Shift,
        TimeEntry,
    ],
    EntityAdmin,
)
admin.site.register(TimeEntryVerification, LogAdmin)
admin.site.register(ShiftTimeEntry, JoinAdmin)
