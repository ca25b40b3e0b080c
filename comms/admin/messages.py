"""Console pages: messages."""

from django.contrib import admin

from comms.models import Message, MessageAttachment, MessageEvent, MessageRecipient
from core.admin import EntityAdmin, JoinAdmin, LogAdmin, Panel, inline


@admin.register(Message)
class MessageAdmin(EntityAdmin):
    """Messages in and out."""

    inlines = (inline(MessageRecipient), inline(MessageAttachment))
    panels = ("events", Panel("messages_as_in_reply_to", title="Replies"))


admin.site.register(
    [
        MessageRecipient,
        MessageAttachment,
    ],
    JoinAdmin,
)
admin.site.register(MessageEvent, LogAdmin)
