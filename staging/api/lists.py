"""Lists over the API."""

from core.api.resources import Resource
from staging.models import (
    StagedCompany,
    StagedContact,
    StagedItem,
    StagedReview,
    StagedStockCount,
    StagedTicket,
    StagedVendorInvoice,
)


class StagedContactResource(Resource):
    """Raw contact rows."""

    model = StagedContact
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_contact
        name created_at updated_at
    """


class StagedCompanyResource(Resource):
    """Raw company and vendor rows."""

    model = StagedCompany
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_company
        name created_at updated_at
    """


class StagedVendorInvoiceResource(Resource):
    """Raw vendor invoice rows."""

    model = StagedVendorInvoice
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_payment
        name created_at updated_at
    """


class StagedReviewResource(Resource):
    """Raw review rows."""

    model = StagedReview
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_review
        name created_at updated_at
    """


class StagedTicketResource(Resource):
    """Raw work order rows."""

    model = StagedTicket
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_ticket
        name created_at updated_at
    """


class StagedItemResource(Resource):
    """Raw inventory item rows."""

    model = StagedItem
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_item name
        created_at updated_at
    """


class StagedStockCountResource(Resource):
    """Raw stock count rows."""

    model = StagedStockCount
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_stock
        name created_at updated_at
    """
