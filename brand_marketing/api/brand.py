"""Brand over the API."""

from brand_marketing.models import BrandAsset, BrandColor, BrandFont, BrandGuideline, BrandTemplate
from core.api.resources import Resource


class BrandAssetResource(Resource):
    """Logos, images, video and other brand media."""

    model = BrandAsset
    fields = """
        id number asset_name file property uploaded_by asset_type logo_type color_version
        file_format alt_text caption dimensions min_size_px clear_space_ratio usage_guidelines
        usage_context do_not_use background_requirements tags ai_tags ai_description
        photographer license_type license_expires_on is_primary status created_at updated_at
    """


class BrandGuidelineResource(Resource):
    """Brand rules: voice, naming, visuals and replies."""

    model = BrandGuideline
    fields = """
        id number title property approved_by file category content tone_attributes
        personality_traits do_examples dont_examples key_phrases words_to_use words_to_avoid
        sample_copy naming_pattern naming_examples naming_rules response_context
        response_timeframe response_template applies_to priority ai_prompt_context version
        effective_date expires_on approved_at is_primary status created_at updated_at
    """


class BrandColorResource(Resource):
    """Brand colour palette."""

    model = BrandColor
    fields = """
        id color_name guideline color_role hex_value rgb_value cmyk_value hsl_value
        pantone_value usage_context usage_notes contrast_on_white contrast_on_black paired_with
        avoid_with sort_order is_active created_at updated_at
    """


class BrandFontResource(Resource):
    """Brand typefaces by role."""

    model = BrandFont
    fields = """
        id font_name guideline file font_role font_family font_weight font_style font_url
        fallback_fonts line_height letter_spacing size_scale usage_notes license_type sort_order
        is_active created_at updated_at
    """


class BrandTemplateResource(Resource):
    """Branded layouts and copy templates."""

    model = BrandTemplate
    fields = """
        id number template_name channel language file approved_by template_type category
        subject_line preview_text body_content body_html variables required_variables
        default_values tone version ab_variant use_count last_used_at performance approved_at
        tags status created_at updated_at
    """
