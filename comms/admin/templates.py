"""Console pages: templates."""

from django.contrib import admin

from comms.models import ChannelSetting, MessageChannel, MessageTemplate, MessageTemplateVersion
from core.admin import EntityAdmin, LogAdmin

admin.site.register(
    [
        MessageTemplate,
        MessageChannel,
        ChannelSetting,
    ],
    EntityAdmin,
)
admin.site.register(MessageTemplateVersion, LogAdmin)
