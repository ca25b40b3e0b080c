"""Messages over the API."""

from comms.models import Message, MessageAttachment, MessageEvent, MessageRecipient
from core.api.resources import Resource


class MessageResource(Resource):
    """Every inbound or outbound message and call, grouped in threads."""

    model = Message
    fields = """
        id number template channel contact reservation property homeowner ticket sent_by
        sent_by_agent assigned_to in_reply_to call_recording_file language automation direction
        from_address to_address subject body body_html sent_at delivered_at external_id
        error_message metadata thread_id thread_subject message_type scheduled_at read_at
        needs_reply replied_at call_duration_seconds sentiment is_automated status call_status
        created_at updated_at
    """


class MessageRecipientResource(Resource):
    """Delivery state of a message per recipient."""

    model = MessageRecipient
    fields = """
        id message contact recipient_type address delivered_at opened_at clicked_at read_at
        sent_at bounced_at error_message unsubscribed_at status created_at updated_at
    """


class MessageAttachmentResource(Resource):
    """Files attached to messages."""

    model = MessageAttachment
    fields = "id message file filename is_inline sort_order created_at updated_at"


class MessageEventResource(Resource):
    """Provider delivery and engagement events."""

    model = MessageEvent
    fields = """
        id message recipient event_type event_data occurred_at provider_event_id created_at
        updated_at
    """
