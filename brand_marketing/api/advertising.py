"""Advertising over the API."""

from brand_marketing.models import AdCampaign, AdCreative, AdPerformance, Referral, ReferralProgram
from core.api.resources import Resource


class AdCampaignResource(Resource):
    """Paid advertising campaigns on ad platforms."""

    model = AdCampaign
    fields = """
        id number campaign property owner_member ad_platform external_campaign_id name objective
        targeting bid_strategy start_date end_date landing_url daily_budget total_budget
        spent_amount status created_at updated_at
    """


class AdCreativeResource(Resource):
    """Creative variants of an ad campaign."""

    model = AdCreative
    fields = """
        id number ad_campaign file brand_asset approved_by creative_type headline description
        call_to_action destination_url external_creative_id variant rejection_reason status
        created_at updated_at
    """


class AdPerformanceResource(Resource):
    """Daily paid advertising results."""

    model = AdPerformance
    fields = """
        id ad_campaign ad_creative metric_date impressions clicks ctr conversions bookings roas
        video_views frequency quality_score cost_amount cost_per_click revenue_amount created_at
        updated_at
    """


class ReferralProgramResource(Resource):
    """Referral schemes and rewards."""

    model = ReferralProgram
    fields = """
        id number program_name audience referrer_reward_type referee_reward_type reward_percent
        terms code_prefix max_rewards_per_contact start_date end_date referrer_reward_amount
        referee_reward_amount min_booking_amount budget_amount status created_at updated_at
    """


class ReferralResource(Resource):
    """Individual referrals with attribution and reward."""

    model = Referral
    fields = """
        id number referral_program referrer_contact referred_contact reservation prospect
        campaign transaction referral_code source medium first_touch_at first_touch_channel
        last_touch_at last_touch_channel touchpoints attribution_model reward_issued_at
        revenue_attributed reward_amount status created_at updated_at
    """
