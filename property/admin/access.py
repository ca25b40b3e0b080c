"""Console pages: access."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JournalAdmin, Panel, inline
from property.models import AccessCode, Door, KeyCheckout, Lock


@admin.register(Door)
class DoorAdmin(EntityAdmin):
    """Doors with their locks."""

    inlines = (inline(Lock),)
    panels = (Panel("property_access_codes", title="Access codes"),)


@admin.register(Lock)
class LockAdmin(EntityAdmin):
    """Locks, their keys and codes."""

    panels = ("key_checkouts", Panel("property_access_codes", title="Access codes"))


admin.site.register(KeyCheckout, JournalAdmin)
admin.site.register(AccessCode, BaseAdmin)
