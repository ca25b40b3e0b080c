"""Campaigns over the API."""

from brand_marketing.models import (
    CampaignAudience,
    CampaignChannel,
    CampaignContent,
    CampaignMetric,
    EmailList,
    EmailSubscriber,
    MarketingCampaign,
)
from core.api.resources import Resource


class MarketingCampaignResource(Resource):
    """Guest marketing campaign: goal, budget, schedule."""

    model = MarketingCampaign
    fields = """
        id number campaign_name property area currency owner_member approved_by campaign_type
        goal description strategy_notes start_date end_date promo_code target_metrics
        approved_at utm_campaign budget_amount spent_amount status created_at updated_at
    """


class CampaignAudienceResource(Resource):
    """Audience segment a campaign addresses."""

    model = CampaignAudience
    fields = """
        id number segment_name campaign contact_group segment_type description criteria
        member_count excluded_count auto_refresh last_calculated_at status created_at updated_at
    """


class CampaignContentResource(Resource):
    """Creative pieces used in a campaign."""

    model = CampaignContent
    fields = """
        id campaign content_piece brand_asset brand_template language approved_by content_role
        headline body call_to_action destination_url variant sort_order status created_at
        updated_at
    """


class CampaignChannelResource(Resource):
    """Channels a campaign runs on with budget share."""

    model = CampaignChannel
    fields = """
        id campaign comms_campaign ad_campaign channel schedule utm_source utm_medium started_at
        ended_at allocated_budget spent_amount status created_at updated_at
    """


class CampaignMetricResource(Resource):
    """Daily campaign results."""

    model = CampaignMetric
    fields = """
        id campaign metric_date channel variant sent delivered opened clicked bounced
        unsubscribed complained impressions sessions inquiries bookings attribution_model
        revenue_attributed cost_amount created_at updated_at
    """


class EmailListResource(Resource):
    """Mailing lists."""

    model = EmailList
    fields = """
        id number list_name list_type description is_double_opt_in from_name from_email
        subscriber_count external_list_id status created_at updated_at
    """


class EmailSubscriberResource(Resource):
    """Subscriptions of contacts to mailing lists."""

    model = EmailSubscriber
    fields = """
        id email_list contact email subscribed_at confirmed_at unsubscribed_at
        unsubscribe_reason source consent_ip consent_text open_count click_count last_engaged_at
        interests status created_at updated_at
    """
