"""Templates."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from comms.choices.templates import (
    ChannelSettingEnvironment,
    MessageChannelDirection,
    MessageChannelProvider,
    MessageTemplateCategory,
    MessageTemplateStatus,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class MessageTemplate(Entity):
    """Message templates with variables and triggers."""

    number = BusinessIDField("TMPL-", db_column="template_id")
    template_name = LineField()

    template_type = CodeField(
        "ref.ChannelType", db_column="template_type", related_name="templates"
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="templates_as_created_by",
        null=True,
        blank=True,
    )
    language = CodeField("ref.Language", related_name="templates", default="en")
    platform = CodeField("ref.Platform", related_name="templates", null=True)
    approved_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="templates_as_approved_by",
        null=True,
        blank=True,
    )

    category = ChoiceField(MessageTemplateCategory, null=True)
    subject = LineField(null=True)
    body = TextField()
    variables = ArrayField(LineField(), null=True, blank=True)
    is_automated = FlagField()
    trigger_event = LineField(null=True)
    trigger_timing = LineField(null=True, help_text="offset such as -3d or +2h")
    is_active = FlagField(default=True)
    current_version = IntegerField(default=1)
    required_variables = ArrayField(LineField(), null=True, blank=True)
    allowed_channel_codes = ArrayField(LineField(), null=True, blank=True)
    ai_prompt_hint = LineField(null=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(MessageTemplateStatus, default=MessageTemplateStatus.DRAFT)

    search_text = SearchTextField("number", "template_name", "subject")

    label_fields = ("template_name", "number")

    class Meta:
        db_table = in_schema("comms", "templates")
        verbose_name = "message template"
        verbose_name_plural = "message templates"
        ordering = ["template_name"]
        indexes = [
            models.Index(fields=["category"], name="templates_category"),
            models.Index(fields=["trigger_event"], name="templates_trigger_event"),
            models.Index(fields=["is_active"], name="templates_is_active"),
            search_index("templates_search"),
        ]


class MessageTemplateVersion(Log):
    """Saved revisions of a template."""

    template = models.ForeignKey(
        "comms.MessageTemplate", models.CASCADE, related_name="template_versions", db_index=False
    )
    changed_by = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="template_versions", null=True, blank=True
    )

    version_number = IntegerField()
    subject = LineField(null=True)
    body = TextField()
    change_notes = TextField(null=True)
    body_html = TextField(null=True)
    variables = ArrayField(LineField(), null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    search_text = SearchTextField("subject")

    label_fields = ("version_number", "subject")
    search_through = ("template",)

    class Meta:
        db_table = in_schema("comms", "template_versions")
        verbose_name = "message template version"
        verbose_name_plural = "message template versions"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "version_number"],
                name="template_versions_template_version_number_unique",
                violation_error_message="There is already a row with this template, version number.",
            )
        ]
        indexes = [search_index("template_versions_search")]


class MessageChannel(Entity):
    """Connected message channels and their provider."""

    number = BusinessIDField("CHAN-", width=4, db_column="channel_id")

    channel_type = CodeField("ref.ChannelType", related_name="channels")
    credential = models.ForeignKey(
        "secure.Credential", models.SET_NULL, related_name="channels", null=True, blank=True
    )
    team = models.ForeignKey(
        "team.Team", models.SET_NULL, related_name="channels", null=True, blank=True
    )

    channel_code = LineField(unique=True, help_text="short key of the channel")
    channel_name = LineField()
    provider = ChoiceField(MessageChannelProvider, null=True)
    is_active = FlagField(default=True)
    direction = ChoiceField(MessageChannelDirection, default=MessageChannelDirection.BOTH)
    sender_address = LineField(null=True, help_text="from number or mailbox")
    is_default = FlagField()

    search_text = SearchTextField("number", "channel_code", "channel_name")

    label_fields = ("channel_name", "channel_code")

    class Meta:
        db_table = in_schema("comms", "channels")
        verbose_name = "message channel"
        verbose_name_plural = "message channels"
        ordering = ["channel_name"]
        indexes = [search_index("channels_search")]


class ChannelSetting(Entity):
    """Settings of a channel per environment."""

    number = BusinessIDField("CHCF-", db_column="config_id")

    channel = models.ForeignKey(
        "comms.MessageChannel", models.CASCADE, related_name="channel_configs", db_index=False
    )

    config_key = LineField()
    config_value = LineField(null=True)
    is_sensitive = FlagField()
    environment = ChoiceField(
        ChannelSettingEnvironment, default=ChannelSettingEnvironment.PRODUCTION
    )

    search_text = SearchTextField("number")

    label_fields = ("config_key",)
    search_through = ("channel",)

    class Meta:
        db_table = in_schema("comms", "channel_configs")
        verbose_name = "channel setting"
        verbose_name_plural = "channel settings"
        ordering = ["config_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "config_key", "environment"],
                name="channel_configs_channel_config_key_environment_unique",
                violation_error_message="There is already a row with this channel, config key, environment.",
            )
        ]
        indexes = [search_index("channel_configs_search")]
