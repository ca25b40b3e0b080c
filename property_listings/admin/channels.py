"""Console pages: channels."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, LogAdmin, Panel, inline
from property_listings.models import ChannelError, ChannelListing, ChannelMapping, ChannelSync


@admin.register(ChannelListing)
class ChannelListingAdmin(EntityAdmin):
    """A listing as one channel has it."""

    inlines = (inline(ChannelMapping),)
    panels = (
        Panel("channel_sync_logs", title="Synchronisations"),
        Panel("channel_errors", title="Errors"),
        "reservations",
    )


admin.site.register(
    [
        ChannelMapping,
        ChannelError,
    ],
    BaseAdmin,
)
admin.site.register(ChannelSync, LogAdmin)
