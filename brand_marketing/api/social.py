"""Social over the API."""

from brand_marketing.models import SocialAccount, SocialMetric, SocialPost
from core.api.resources import Resource


class SocialAccountResource(Resource):
    """Social profiles of the company or a unit."""

    model = SocialAccount
    fields = """
        id number property credential platform account_name handle profile_url
        external_account_id follower_count following_count post_count token_expires_at
        last_synced_at status created_at updated_at
    """


class SocialPostResource(Resource):
    """Social posts from draft to publication."""

    model = SocialPost
    fields = """
        id number social_account campaign content_piece property agent approved_by created_by
        post_type caption media_file_ids hashtags mentions link_url location_tag scheduled_at
        published_at external_post_id external_url ai_generated approved_at error_message status
        created_at updated_at
    """


class SocialMetricResource(Resource):
    """Daily post and account statistics."""

    model = SocialMetric
    fields = """
        id social_post social_account metric_date impressions reach engagement likes comments
        shares saves clicks video_views watch_time_seconds engagement_rate followers
        follower_change profile_views website_clicks created_at updated_at
    """
