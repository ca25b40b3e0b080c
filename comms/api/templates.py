"""Templates over the API."""

from comms.models import ChannelSetting, MessageChannel, MessageTemplate, MessageTemplateVersion
from core.api.resources import Resource


class MessageTemplateResource(Resource):
    """Message templates with variables and triggers."""

    model = MessageTemplate
    fields = """
        id number template_name template_type created_by language platform approved_by category
        subject body variables is_automated trigger_event trigger_timing is_active
        current_version required_variables allowed_channel_codes ai_prompt_hint approved_at
        status created_at updated_at
    """


class MessageTemplateVersionResource(Resource):
    """Saved revisions of a template."""

    model = MessageTemplateVersion
    fields = """
        id template changed_by version_number subject body change_notes body_html variables
        published_at created_at updated_at
    """


class MessageChannelResource(Resource):
    """Connected message channels and their provider."""

    model = MessageChannel
    fields = """
        id number channel_type credential team channel_code channel_name provider is_active
        direction sender_address is_default created_at updated_at
    """


class ChannelSettingResource(Resource):
    """Settings of a channel per environment."""

    model = ChannelSetting
    fields = """
        id number channel config_key config_value is_sensitive environment created_at updated_at
    """
