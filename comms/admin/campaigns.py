"""Console pages: campaigns."""

from django.contrib import admin

from comms.models import Automation, AutomationTrigger, CampaignMessage, MessageCampaign
from core.admin import BaseAdmin, EntityAdmin, JoinAdmin

admin.site.register(
    [
        MessageCampaign,
        Automation,
    ],
    EntityAdmin,
)
admin.site.register(CampaignMessage, JoinAdmin)
admin.site.register(AutomationTrigger, BaseAdmin)
