"""Campaigns."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from comms.choices.campaigns import (
    AutomationTriggerEvent,
    AutomationTriggerType,
    MessageCampaignStatus,
    MessageCampaignType,
)
from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class MessageCampaign(Entity):
    """Operational message campaigns to contact groups."""

    number = BusinessIDField("CAMP-", db_column="campaign_id")
    campaign_name = LineField()

    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="campaigns", null=True, blank=True
    )
    template = models.ForeignKey(
        "comms.MessageTemplate", models.SET_NULL, related_name="campaigns", null=True, blank=True
    )
    channel = models.ForeignKey(
        "comms.MessageChannel", models.SET_NULL, related_name="campaigns", null=True, blank=True
    )
    contact_group = models.ForeignKey(
        "directory.ContactGroup", models.SET_NULL, related_name="campaigns", null=True, blank=True
    )
    brand_campaign = models.ForeignKey(
        "brand_marketing.MarketingCampaign",
        models.SET_NULL,
        related_name="campaigns",
        null=True,
        blank=True,
        help_text="marketing campaign it serves",
    )

    campaign_type = ChoiceField(MessageCampaignType, null=True)
    description = TextField(null=True)
    scheduled_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    audience_count = IntegerField(default=0)
    sent_count = IntegerField(default=0)

    status = ChoiceField(MessageCampaignStatus, default=MessageCampaignStatus.DRAFT)

    search_text = SearchTextField("number", "campaign_name")

    label_fields = ("campaign_name", "number")

    class Meta:
        db_table = in_schema("comms", "campaigns")
        verbose_name = "message campaign"
        verbose_name_plural = "message campaigns"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["status"], name="campaigns_status"),
            models.Index(fields=["scheduled_at"], name="campaigns_scheduled_at"),
            search_index("campaigns_search"),
        ]


class CampaignMessage(Join):
    """Messages sent for a campaign."""

    campaign = models.ForeignKey(
        "comms.MessageCampaign", models.CASCADE, related_name="campaign_messages", db_index=False
    )
    message = models.ForeignKey("comms.Message", models.CASCADE, related_name="campaign_messages")
    contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="campaign_messages",
        null=True,
        blank=True,
    )

    variant = LineField(null=True)

    label_fields = ("variant",)
    search_through = ("contact", "campaign")

    class Meta:
        db_table = in_schema("comms", "campaign_messages")
        verbose_name = "campaign message"
        verbose_name_plural = "campaign messages"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "message"],
                name="campaign_messages_campaign_message_unique",
                violation_error_message="There is already a row with this campaign, message.",
            )
        ]


class Automation(Entity):
    """Rules that send messages without a person."""

    number = BusinessIDField("AUT-", db_column="automation_id")
    automation_name = LineField()

    template = models.ForeignKey(
        "comms.MessageTemplate", models.SET_NULL, related_name="automations", null=True, blank=True
    )
    channel = models.ForeignKey(
        "comms.MessageChannel", models.SET_NULL, related_name="automations", null=True, blank=True
    )
    touchpoint_type = models.ForeignKey(
        "ref.TouchpointType", models.SET_NULL, related_name="automations", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property",
        models.CASCADE,
        related_name="automations",
        null=True,
        blank=True,
        help_text="empty = all units",
    )
    created_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="automations", null=True, blank=True
    )

    description = TextField(null=True)
    trigger_type = ChoiceField(AutomationTriggerType)
    is_active = FlagField(default=True)
    priority = IntegerField(default=5)
    max_per_reservation = IntegerField(null=True)
    quiet_hours_respected = FlagField(default=True)
    requires_approval = FlagField()
    last_run_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("number", "automation_name")

    label_fields = ("automation_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("comms", "automations")
        verbose_name = "automation"
        verbose_name_plural = "automations"
        ordering = ["automation_name"]
        indexes = [
            models.Index(fields=["trigger_type"], name="automations_trigger_type"),
            models.Index(fields=["is_active"], name="automations_is_active"),
            search_index("automations_search"),
        ]


class AutomationTrigger(BaseModel):
    """Events and offsets that fire an automation."""

    automation = models.ForeignKey("comms.Automation", models.CASCADE, related_name="triggers")

    trigger_event = ChoiceField(AutomationTriggerEvent)
    trigger_conditions = models.JSONField(null=True, blank=True)
    timing_offset = IntegerField(null=True, help_text="hours; negative = before the event")
    is_active = FlagField(default=True)
    send_at_local_time = models.TimeField(null=True, blank=True)
    cron_expression = LineField(null=True)
    platform_codes = ArrayField(LineField(), null=True, blank=True)

    label_fields = ("trigger_event",)
    search_through = ("automation",)

    class Meta:
        db_table = in_schema("comms", "automation_triggers")
        verbose_name = "automation trigger"
        verbose_name_plural = "automation triggers"
        ordering = ["trigger_event"]
        indexes = [models.Index(fields=["trigger_event"], name="automation_tri_trigger_event")]
