"""Console pages: people."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin
from directory.models import Guest, Homeowner, Ownership

admin.site.register(
    [
        Guest,
        Homeowner,
    ],
    EntityAdmin,
)
admin.site.register(Ownership, JoinAdmin)
