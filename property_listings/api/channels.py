"""Channels over the API."""

from core.api.resources import Resource
from property_listings.models import ChannelError, ChannelListing, ChannelMapping, ChannelSync


class ChannelListingResource(Resource):
    """A listing as published on one platform."""

    model = ChannelListing
    fields = """
        id number listing platform credential external_listing_id listing_url account_name
        last_synced_at sync_error_message badges rating review_count response_rate
        response_time_hours acceptance_rate instant_book_enabled cancellation_policy
        commission_rate performance_score published_at status sync_status created_at updated_at
    """


class ChannelMappingResource(Resource):
    """Field mapping between our data and a channel."""

    model = ChannelMapping
    fields = """
        id channel_listing our_table our_field channel_field transform direction default_value
        is_required is_active last_validated_at created_at updated_at
    """


class ChannelSyncResource(Resource):
    """Each synchronisation run with a channel."""

    model = ChannelSync
    fields = """
        id channel_listing user sync_type sync_direction synced_at changes records_sent
        records_received error_code error_message request_payload response_payload duration_ms
        triggered_by status created_at updated_at
    """


class ChannelErrorResource(Resource):
    """Open or solved channel sync problems."""

    model = ChannelError
    fields = """
        id channel_listing sync_log resolved_by ticket error_code error_message error_type
        severity field_name first_seen_at last_seen_at occurrence_count resolved_at
        resolution_notes status created_at updated_at
    """
