"""Messages."""

from django.db import models

from comms.choices.messages import (
    MESSAGE_STATUS,
    MessageCallStatus,
    MessageDirection,
    MessageEventType,
    MessageRecipientStatus,
    MessageRecipientType,
    MessageSentiment,
    MessageStatus,
    MessageType,
)
from core.models import (
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    Join,
    LineField,
    Log,
    NowField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)


class Message(Entity):
    """Every inbound or outbound message and call, grouped in threads."""

    number = BusinessIDField("MSG-", width=8, db_column="message_id")

    template = models.ForeignKey(
        "comms.MessageTemplate", models.SET_NULL, related_name="messages", null=True, blank=True
    )
    channel = models.ForeignKey("comms.MessageChannel", models.PROTECT, related_name="messages")
    contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="messages", null=True, blank=True
    )
    reservation = models.ForeignKey(
        "reservations.Reservation", models.SET_NULL, related_name="messages", null=True, blank=True
    )
    property = models.ForeignKey(
        "property.Property",
        models.SET_NULL,
        related_name="messages",
        null=True,
        blank=True,
        db_index=False,
    )
    homeowner = models.ForeignKey(
        "directory.Homeowner", models.SET_NULL, related_name="messages", null=True, blank=True
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="messages", null=True, blank=True
    )
    sent_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="messages_as_sent_by",
        null=True,
        blank=True,
    )
    sent_by_agent = models.ForeignKey(
        "ai.Agent", models.SET_NULL, related_name="messages", null=True, blank=True
    )
    assigned_to = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="messages_as_assigned_to",
        null=True,
        blank=True,
    )
    in_reply_to = models.ForeignKey(
        "comms.Message",
        models.SET_NULL,
        related_name="messages_as_in_reply_to",
        null=True,
        blank=True,
    )
    call_recording_file = models.ForeignKey(
        "storage.StoredFile", models.SET_NULL, related_name="messages", null=True, blank=True
    )
    language = CodeField("ref.Language", related_name="messages", null=True)
    automation = models.ForeignKey(
        "comms.Automation", models.SET_NULL, related_name="messages", null=True, blank=True
    )

    direction = ChoiceField(MessageDirection)
    from_address = LineField(null=True)
    to_address = LineField(null=True)
    subject = LineField(null=True)
    body = TextField()
    body_html = TextField(null=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    external_id = LineField(null=True)
    error_message = TextField(null=True)
    metadata = models.JSONField(null=True, blank=True)
    thread_id = LineField(null=True, help_text="conversation key THR-NNNNNNNN")
    thread_subject = LineField(null=True)
    message_type = ChoiceField(MessageType, default=MessageType.MESSAGE)
    scheduled_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    needs_reply = FlagField()
    replied_at = models.DateTimeField(null=True, blank=True)
    call_duration_seconds = IntegerField(null=True)
    sentiment = ChoiceField(MessageSentiment, null=True)
    is_automated = FlagField()

    status = ChoiceField(MessageStatus, default=MessageStatus.PENDING)
    call_status = ChoiceField(MessageCallStatus, null=True)

    search_text = SearchTextField("number", "subject", "thread_subject")

    label_fields = ("number", "subject")
    search_through = ("property", "homeowner")

    class Meta:
        db_table = in_schema("comms", "messages")
        verbose_name = "message"
        verbose_name_plural = "messages"
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["thread_id", "created_at"], name="messages_thread_id_created_at"),
            models.Index(fields=["status", "scheduled_at"], name="messages_status_scheduled_at"),
            models.Index(
                fields=["external_id"],
                condition=models.Q(external_id__isnull=False),
                name="messages_external_id_partial",
            ),
            models.Index(fields=["property", "-created_at"], name="messages_property_created_at"),
            search_index("messages_search"),
        ]
        triggers = [MESSAGE_STATUS.guard()]


class MessageRecipient(Join):
    """Delivery state of a message per recipient."""

    message = models.ForeignKey(
        "comms.Message", models.CASCADE, related_name="recipients", db_index=False
    )
    contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="message_recipients",
        null=True,
        blank=True,
    )

    recipient_type = ChoiceField(MessageRecipientType, default=MessageRecipientType.TO)
    address = LineField()
    delivered_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    clicked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    bounced_at = models.DateTimeField(null=True, blank=True)
    error_message = TextField(null=True)
    unsubscribed_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(MessageRecipientStatus, default=MessageRecipientStatus.PENDING)

    label_fields = ("address", "status")
    search_through = ("contact", "message")

    class Meta:
        db_table = in_schema("comms", "message_recipients")
        verbose_name = "message recipient"
        verbose_name_plural = "message recipients"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "address", "recipient_type"],
                name="message_recipients_message_address_recipient_type_unique",
                violation_error_message="There is already a row with this message, address, recipient type.",
            )
        ]
        indexes = [models.Index(fields=["status"], name="message_recipi_status")]


class MessageAttachment(Join):
    """Files attached to messages."""

    message = models.ForeignKey(
        "comms.Message", models.CASCADE, related_name="attachments", db_index=False
    )
    file = models.ForeignKey(
        "storage.StoredFile", models.PROTECT, related_name="message_attachments"
    )

    filename = LineField(null=True)
    is_inline = FlagField()
    sort_order = IntegerField(default=0)

    label_fields = ("filename",)
    search_through = ("message", "file")

    class Meta:
        db_table = in_schema("comms", "message_attachments")
        verbose_name = "attachment"
        verbose_name_plural = "attachments"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "file"],
                name="message_attachments_message_file_unique",
                violation_error_message="There is already a row with this message, file.",
            )
        ]


class MessageEvent(Log):
    """Provider delivery and engagement events."""

    message = models.ForeignKey(
        "comms.Message", models.CASCADE, related_name="events", db_index=False
    )
    recipient = models.ForeignKey(
        "comms.MessageRecipient",
        models.CASCADE,
        related_name="message_events",
        null=True,
        blank=True,
    )

    event_type = ChoiceField(MessageEventType)
    event_data = models.JSONField(null=True, blank=True)
    occurred_at = NowField()
    provider_event_id = LineField(null=True)

    label_fields = ("event_type", "occurred_at")
    search_through = ("message",)

    class Meta:
        db_table = in_schema("comms", "message_events")
        verbose_name = "message event"
        verbose_name_plural = "message events"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["message", "occurred_at"], name="message_events_message_o_181b7"),
            models.Index(fields=["event_type"], name="message_events_event_type"),
        ]
