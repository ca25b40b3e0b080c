"""Who sees what of the brand_marketing schema."""

from brand_marketing.models import (
    AdCampaign,
    AdCreative,
    AdPerformance,
    BrandAsset,
    BrandColor,
    BrandFont,
    BrandGuideline,
    BrandTemplate,
    CalendarEntry,
    CampaignAudience,
    CampaignChannel,
    CampaignContent,
    CampaignMetric,
    ContentPiece,
    EmailList,
    EmailSubscriber,
    MarketingCampaign,
    Referral,
    ReferralProgram,
    SeoKeyword,
    SeoRanking,
    SocialAccount,
    SocialMetric,
    SocialPost,
)
from core.permissions.policies import policy

# Advertising
policy(AdCampaign, "campaigns")
policy(AdCreative, "campaigns", parent="ad_campaign")
policy(AdPerformance, "campaigns", parent="ad_campaign")
policy(ReferralProgram, "campaigns")
policy(Referral, "campaigns", parent="referral_program")

# Brand
policy(BrandAsset, "brand")
policy(BrandGuideline, "brand")
policy(BrandColor, "brand")
policy(BrandFont, "brand")
policy(BrandTemplate, "brand")

# Campaigns
policy(MarketingCampaign, "campaigns")
policy(CampaignAudience, "campaigns", parent="campaign")
policy(CampaignContent, "campaigns", parent="campaign")
policy(CampaignChannel, "campaigns", parent="campaign")
policy(CampaignMetric, "campaigns", parent="campaign")
policy(EmailList, "campaigns")
policy(EmailSubscriber, "campaigns", parent="email_list")

# Content
policy(
    CalendarEntry,
    "social",
    own=["owner_member__user"],
    team=["owner_member__team", "property__primary_team"],
)
policy(
    ContentPiece, "social", own=["author__user"], team=["author__team", "property__primary_team"]
)
policy(SeoKeyword, "campaigns")
policy(SeoRanking, "campaigns", parent="seo_keyword")

# Social
policy(SocialAccount, "social", team=["property__primary_team"], public=True)
policy(
    SocialPost,
    "social",
    own=["created_by__user"],
    team=["created_by__team", "property__primary_team"],
)
policy(SocialMetric, "social", parent="social_post")
