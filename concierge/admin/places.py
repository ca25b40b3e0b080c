"""Console pages: places."""

from django.contrib import admin

from concierge.models import Activity, Attraction, LocalTip, Restaurant
from core.admin import EntityAdmin

admin.site.register(
    [
        LocalTip,
        Attraction,
        Restaurant,
        Activity,
    ],
    EntityAdmin,
)
