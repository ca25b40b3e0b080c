"""Models of the brand_marketing schema, by topic."""

from brand_marketing.models.advertising import (
    AdCampaign,
    AdCreative,
    AdPerformance,
    Referral,
    ReferralProgram,
)
from brand_marketing.models.brand import (
    BrandAsset,
    BrandColor,
    BrandFont,
    BrandGuideline,
    BrandTemplate,
)
from brand_marketing.models.campaigns import (
    CampaignAudience,
    CampaignChannel,
    CampaignContent,
    CampaignMetric,
    EmailList,
    EmailSubscriber,
    MarketingCampaign,
)
from brand_marketing.models.content import CalendarEntry, ContentPiece, SeoKeyword, SeoRanking
from brand_marketing.models.social import SocialAccount, SocialMetric, SocialPost

__all__ = [
    "AdCampaign",
    "AdCreative",
    "AdPerformance",
    "BrandAsset",
    "BrandColor",
    "BrandFont",
    "BrandGuideline",
    "BrandTemplate",
    "CalendarEntry",
    "CampaignAudience",
    "CampaignChannel",
    "CampaignContent",
    "CampaignMetric",
    "ContentPiece",
    "EmailList",
    "EmailSubscriber",
    "MarketingCampaign",
    "Referral",
    "ReferralProgram",
    "SeoKeyword",
    "SeoRanking",
    "SocialAccount",
    "SocialMetric",
    "SocialPost",
]
