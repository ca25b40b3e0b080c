"""Campaigns over the API."""

from comms.models import Automation, AutomationTrigger, CampaignMessage, MessageCampaign
from core.api.resources import Resource


class MessageCampaignResource(Resource):
    """Operational message campaigns to contact groups."""

    model = MessageCampaign
    fields = """
        id number campaign_name created_by template channel contact_group brand_campaign
        campaign_type description scheduled_at started_at completed_at audience_count sent_count
        status created_at updated_at
    """


class CampaignMessageResource(Resource):
    """Messages sent for a campaign."""

    model = CampaignMessage
    fields = "id campaign message contact variant created_at updated_at"


class AutomationResource(Resource):
    """Rules that send messages without a person."""

    model = Automation
    fields = """
        id number automation_name template channel touchpoint_type property created_by
        description trigger_type is_active priority max_per_reservation quiet_hours_respected
        requires_approval last_run_at created_at updated_at
    """


class AutomationTriggerResource(Resource):
    """Events and offsets that fire an automation."""

    model = AutomationTrigger
    fields = """
        id automation trigger_event trigger_conditions timing_offset is_active
        send_at_local_time cron_expression platform_codes created_at updated_at
    """
