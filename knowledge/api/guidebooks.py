"""Guidebooks over the API."""

from core.api.resources import Resource
from knowledge.models import GlossaryTerm, Guidebook, GuidebookSection


class GuidebookResource(Resource):
    """Guest guidebook of a unit."""

    model = Guidebook
    fields = """
        id number title property language cover_file created_by welcome_text version
        published_at last_reviewed_at view_count status created_at updated_at
    """


class GuidebookSectionResource(Resource):
    """Sections of a guidebook."""

    model = GuidebookSection
    fields = """
        id guidebook file section_type title content sort_order icon visible_from_days_before
        requires_confirmed_stay is_active created_at updated_at
    """


class GlossaryTermResource(Resource):
    """Company vocabulary."""

    model = GlossaryTerm
    fields = """
        id number language related_article term definition abbreviation synonyms category
        is_active created_at updated_at
    """
