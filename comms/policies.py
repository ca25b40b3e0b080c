"""Who sees what of the comms schema."""

from comms.models import (
    Automation,
    AutomationTrigger,
    CampaignMessage,
    ChannelSetting,
    Message,
    MessageAttachment,
    MessageCampaign,
    MessageChannel,
    MessageEvent,
    MessageRecipient,
    MessageTemplate,
    MessageTemplateVersion,
)
from core.permissions.policies import policy

# Campaigns
policy(MessageCampaign, "campaigns")
policy(CampaignMessage, "campaigns", parent="campaign")
policy(Automation, "automations")
policy(AutomationTrigger, "automations", parent="automation")

# Messages
policy(
    Message,
    "messages",
    own=["contact__user", "homeowner__user", "sent_by__user", "assigned_to__user"],
    team=[
        "assigned_to__team",
        "sent_by__team",
        "ticket__current_team",
        "channel__team",
        "property__primary_team",
    ],
    visible_if={
        "contact": {
            "direction__in": ["inbound", "outbound"],
            "message_type__in": ["message", "call", "voicemail"],
            "status__in": ["sent", "delivered", "read", "received"],
        },
        "homeowner": {
            "direction__in": ["inbound", "outbound"],
            "message_type__in": ["message", "call", "voicemail"],
            "status__in": ["sent", "delivered", "read", "received"],
        },
    },
)
policy(MessageRecipient, "messages", parent="message", inherit="staff")
policy(MessageAttachment, "messages", parent="message")
policy(MessageEvent, "messages", parent="message", inherit="staff")

# Templates
policy(MessageTemplate, "templates")
policy(MessageTemplateVersion, "templates", parent="template")
policy(MessageChannel, "system_settings", public=True)
policy(ChannelSetting, "system_settings")
