"""Content over the API."""

from core.api.resources import Resource
from property_listings.models import (
    FloorPlan,
    ListingDescription,
    ListingPhoto,
    ListingSeoContent,
    ListingTitle,
    NeighborhoodContent,
    VirtualTour,
)


class ListingTitleResource(Resource):
    """Title variants per channel with version and test result."""

    model = ListingTitle
    fields = """
        id number title listing platform language approved_by created_by character_count version
        is_current test_variant impressions click_rate ai_generated approved_at change_reason
        status created_at updated_at
    """


class ListingDescriptionResource(Resource):
    """Description texts by section, channel and version."""

    model = ListingDescription
    fields = """
        id number listing platform language brand_guideline approved_by created_by section body
        word_count version is_current readability_score seo_score performance_score ai_generated
        approved_at change_reason last_synced_at status created_at updated_at
    """


class ListingPhotoResource(Resource):
    """Listing photos in order, tagged and scored."""

    model = ListingPhoto
    fields = """
        id number listing file room room_type caption alt_text sort_order channel_orders
        is_primary tags tag_sources ai_description ai_quality_score season taken_on photographer
        status created_at updated_at
    """


class ListingSeoContentResource(Resource):
    """Search-optimised page content for a listing."""

    model = ListingSeoContent
    fields = """
        id number listing primary_keyword og_image_file language page_path page_title
        meta_description h1 body keywords structured_data canonical_url word_count seo_score
        published_at ai_generated status created_at updated_at
    """


class VirtualTourResource(Resource):
    """Virtual tours and video walk-throughs."""

    model = VirtualTour
    fields = """
        id number listing file thumbnail_file provider_company tour_type title tour_url
        embed_code captured_on duration_seconds is_primary is_published expires_on view_count
        created_at updated_at
    """


class FloorPlanResource(Resource):
    """Floor-plan drawings of a unit."""

    model = FloorPlan
    fields = """
        id listing file floor_level title plan_type total_square_feet room_labels drawn_on
        is_published sort_order created_at updated_at
    """


class NeighborhoodContentResource(Resource):
    """Neighbourhood text and distances on a listing."""

    model = NeighborhoodContent
    fields = """
        id listing area language section title body distances is_published ai_generated
        last_reviewed_at sort_order created_at updated_at
    """
