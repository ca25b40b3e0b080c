"""Content over the API."""

from brand_marketing.models import CalendarEntry, ContentPiece, SeoKeyword, SeoRanking
from core.api.resources import Resource


class CalendarEntryResource(Resource):
    """Planned content by date and channel."""

    model = CalendarEntry
    fields = """
        id number title campaign content_piece social_post property owner_member description
        calendar_name content_type channel scheduled_date scheduled_time priority tags status
        created_at updated_at
    """


class ContentPieceResource(Resource):
    """Reusable marketing content, versioned."""

    model = ContentPiece
    fields = """
        id number title slug property area file parent_content language author approved_by
        content_type body body_html excerpt meta_title meta_description keywords is_template
        version version_history tone target_audience word_count ai_generated ai_model
        published_at published_url approved_at performance_score tags status created_at
        updated_at
    """


class SeoKeywordResource(Resource):
    """Search terms and pages we track."""

    model = SeoKeyword
    fields = """
        id number area content_piece keyword website_domain target_page_path page_title
        meta_description search_engine locale search_volume difficulty_score intent priority
        is_active notes created_at updated_at
    """


class SeoRankingResource(Resource):
    """Observed positions of tracked keywords."""

    model = SeoRanking
    fields = """
        id seo_keyword checked_on device position previous_position ranking_url page_number
        has_featured_snippet in_map_pack clicks impressions ctr top_competitors created_at
        updated_at
    """
