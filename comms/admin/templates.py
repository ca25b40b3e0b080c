"""Console pages: templates."""

from django.contrib import admin

from comms.models import ChannelSetting, MessageChannel, MessageTemplate, MessageTemplateVersion
from core.admin import EntityAdmin, LogAdmin, Panel, inline


@admin.register(MessageTemplate)
class MessageTemplateAdmin(EntityAdmin):
    """Templates and their versions."""

    panels = (Panel("template_versions", title="Versions"), "automations", "campaigns")


@admin.register(MessageChannel)
class MessageChannelAdmin(EntityAdmin):
    """Ways a message goes."""

    is_large = False
    inlines = (inline(ChannelSetting),)
    panels = ("messages",)


admin.site.register(MessageTemplateVersion, LogAdmin)
admin.site.register(ChannelSetting, EntityAdmin)
