"""Factories of the comms models."""

from core.testing.factories import Counted, ModelFactory, Numbered, Parent


class MessageCampaignFactory(ModelFactory):
    class Meta:
        model = "comms.MessageCampaign"

    campaign_name = Numbered("Message campaign {}")


class CampaignMessageFactory(ModelFactory):
    class Meta:
        model = "comms.CampaignMessage"

    campaign = Parent("comms.MessageCampaign")
    message = Parent("comms.Message")


class AutomationFactory(ModelFactory):
    class Meta:
        model = "comms.Automation"

    automation_name = Numbered("Automation {}")
    trigger_type = "event"


class AutomationTriggerFactory(ModelFactory):
    class Meta:
        model = "comms.AutomationTrigger"

    automation = Parent("comms.Automation")
    trigger_event = "reservation_booked"


class MessageFactory(ModelFactory):
    class Meta:
        model = "comms.Message"

    channel = Parent("comms.MessageChannel")
    direction = "inbound"
    body = Numbered("Body {}")


class MessageRecipientFactory(ModelFactory):
    class Meta:
        model = "comms.MessageRecipient"

    message = Parent("comms.Message")
    address = Numbered("person{}@example.com")


class MessageAttachmentFactory(ModelFactory):
    class Meta:
        model = "comms.MessageAttachment"

    message = Parent("comms.Message")
    file = Parent("storage.StoredFile")


class MessageEventFactory(ModelFactory):
    class Meta:
        model = "comms.MessageEvent"

    message = Parent("comms.Message")
    event_type = "queued"


class MessageTemplateFactory(ModelFactory):
    class Meta:
        model = "comms.MessageTemplate"

    template_name = Numbered("Message template {}")
    template_type_code = "EMAIL"
    body = Numbered("Body {}")


class MessageTemplateVersionFactory(ModelFactory):
    class Meta:
        model = "comms.MessageTemplateVersion"

    template = Parent("comms.MessageTemplate")
    version_number = Counted()
    body = Numbered("Body {}")


class MessageChannelFactory(ModelFactory):
    class Meta:
        model = "comms.MessageChannel"

    channel_type_code = "EMAIL"
    channel_code = Numbered("CODE-{}")
    channel_name = Numbered("Message channel {}")


class ChannelSettingFactory(ModelFactory):
    class Meta:
        model = "comms.ChannelSetting"

    channel = Parent("comms.MessageChannel")
    config_key = Numbered("Config key {}")
