"""Factories of the brand_marketing models."""

from core.testing.factories import DAY, Days, ModelFactory, Numbered, Parent


class AdCampaignFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.AdCampaign"

    ad_platform = "google_ads"
    external_campaign_id = Numbered("{}")
    name = Numbered("Ad campaign {}")


class AdCreativeFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.AdCreative"

    ad_campaign = Parent("brand_marketing.AdCampaign")
    creative_type = "image"


class AdPerformanceFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.AdPerformance"

    ad_campaign = Parent("brand_marketing.AdCampaign")
    metric_date = Days()


class ReferralProgramFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.ReferralProgram"

    program_name = Numbered("Referral program {}")
    audience = "guest"
    referrer_reward_type = "credit"


class ReferralFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.Referral"

    referral_program = Parent("brand_marketing.ReferralProgram")
    referrer_contact = Parent("directory.Contact")


class BrandAssetFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.BrandAsset"

    asset_name = Numbered("Brand asset {}")
    file = Parent("storage.StoredFile")
    asset_type = "logo"


class BrandGuidelineFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.BrandGuideline"

    title = Numbered("Brand guideline {}")
    category = "mission"
    content = Numbered("Content {}")


class BrandColorFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.BrandColor"

    color_name = Numbered("Brand color {}")
    color_role = "primary"
    hex_value = "#336699"


class BrandFontFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.BrandFont"

    font_name = Numbered("Brand font {}")
    font_role = "headline"
    font_family = Numbered("Font family {}")
    font_weight = "100"


class BrandTemplateFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.BrandTemplate"

    template_name = Numbered("Brand template {}")
    template_type = "email"


class MarketingCampaignFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.MarketingCampaign"

    campaign_name = Numbered("Marketing campaign {}")
    campaign_type = "email"


class CampaignAudienceFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.CampaignAudience"

    segment_name = Numbered("Campaign audience {}")
    campaign = Parent("brand_marketing.MarketingCampaign")


class CampaignContentFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.CampaignContent"

    campaign = Parent("brand_marketing.MarketingCampaign")
    content_role = "email"


class CampaignChannelFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.CampaignChannel"

    campaign = Parent("brand_marketing.MarketingCampaign")
    channel = "email"


class CampaignMetricFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.CampaignMetric"

    campaign = Parent("brand_marketing.MarketingCampaign")
    metric_date = Days()
    channel = "email"


class EmailListFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.EmailList"

    list_name = Numbered("Email list {}")


class EmailSubscriberFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.EmailSubscriber"

    email_list = Parent("brand_marketing.EmailList")
    email = Numbered("person{}@example.com")


class CalendarEntryFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.CalendarEntry"

    title = Numbered("Content calendar entry {}")
    content_type = "post"
    channel = "instagram"
    scheduled_date = DAY


class ContentPieceFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.ContentPiece"

    title = Numbered("Content piece {}")
    content_type = "blog"


class SeoKeywordFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.SeoKeyword"

    keyword = Numbered("SEO keyword {}")
    website_domain = "stay.example"


class SeoRankingFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.SeoRanking"

    seo_keyword = Parent("brand_marketing.SeoKeyword")
    checked_on = Days()


class SocialAccountFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.SocialAccount"

    platform = "instagram"
    account_name = Numbered("Social account {}")
    external_account_id = Numbered("{}")


class SocialPostFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.SocialPost"

    social_account = Parent("brand_marketing.SocialAccount")
    post_type = "post"


class SocialMetricFactory(ModelFactory):
    class Meta:
        model = "brand_marketing.SocialMetric"

    metric_date = Days()
    social_account = Parent("brand_marketing.SocialAccount")
