"""Console pages: channels."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, LogAdmin
from property_listings.models import ChannelError, ChannelListing, ChannelMapping, ChannelSync

admin.site.register(ChannelListing, EntityAdmin)
admin.site.register(
    [
        ChannelMapping,
        ChannelError,
    ],
    BaseAdmin,
)
admin.site.register(ChannelSync, LogAdmin)
