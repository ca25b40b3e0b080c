"""Models of the comms schema, by topic."""

from comms.models.campaigns import Automation, AutomationTrigger, CampaignMessage, MessageCampaign
from comms.models.messages import Message, MessageAttachment, MessageEvent, MessageRecipient
from comms.models.templates import (
    ChannelSetting,
    MessageChannel,
    MessageTemplate,
    MessageTemplateVersion,
)

__all__ = [
    "Automation",
    "AutomationTrigger",
    "CampaignMessage",
    "ChannelSetting",
    "Message",
    "MessageAttachment",
    "MessageCampaign",
    "MessageChannel",
    "MessageEvent",
    "MessageRecipient",
    "MessageTemplate",
    "MessageTemplateVersion",
]
