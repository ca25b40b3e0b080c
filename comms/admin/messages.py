"""Console pages: messages."""

from django.contrib import admin

from comms.models import Message, MessageAttachment, MessageEvent, MessageRecipient
from core.admin import EntityAdmin, JoinAdmin, LogAdmin

admin.site.register(Message, EntityAdmin)
admin.site.register(
    [
        MessageRecipient,
        MessageAttachment,
    ],
    JoinAdmin,
)
admin.site.register(MessageEvent, LogAdmin)
