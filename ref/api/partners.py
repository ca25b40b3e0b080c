"""Partners over the API."""

from core.api.resources import Resource
from ref.models import ChannelType, DocumentType, Platform, RelationshipType, VendorCategory


class PlatformResource(Resource):
    """Booking and review platforms."""

    model = Platform
    fields = """
        id code name description sort_order is_active is_ota is_review_source commission_rate
        rating_max guest_pays_service_fee remits_taxes website created_at updated_at
    """


class ChannelTypeResource(Resource):
    """Message and contact channels."""

    model = ChannelType
    fields = """
        id code name description sort_order is_active supports_inbound supports_attachments
        is_realtime max_length created_at updated_at
    """


class DocumentTypeResource(Resource):
    """Kinds of documents and their retention."""

    model = DocumentType
    fields = """
        id code name description sort_order is_active category retention_years is_sensitive
        expires created_at updated_at
    """


class RelationshipTypeResource(Resource):
    """Kinds of contact-to-contact links."""

    model = RelationshipType
    fields = """
        id code name description sort_order is_active is_bidirectional inverse_code created_at
        updated_at
    """


class VendorCategoryResource(Resource):
    """Vendor trades and guest-service categories."""

    model = VendorCategory
    fields = """
        id code name description sort_order is_active parent requires_license requires_insurance
        is_guest_service created_at updated_at
    """
