"""Console pages: campaigns."""

from django.contrib import admin

from comms.models import Automation, AutomationTrigger, CampaignMessage, MessageCampaign
from core.admin import BaseAdmin, EntityAdmin, JoinAdmin, inline


@admin.register(Automation)
class AutomationAdmin(EntityAdmin):
    """What is sent by itself, and when."""

    inlines = (inline(AutomationTrigger),)
    panels = ("messages",)


admin.site.register(MessageCampaign, EntityAdmin)
admin.site.register(CampaignMessage, JoinAdmin)
admin.site.register(AutomationTrigger, BaseAdmin)
