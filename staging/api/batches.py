"""Batches over the API."""

from core.api.resources import Resource
from staging.models import ImportBatch, ImportRecipe


class ImportBatchResource(Resource):
    """One spreadsheet on its way in: the file, how it is read, and what became of it."""

    model = ImportBatch
    fields = """
        id number file_name sender asked_by resource file_size survey sheet header_row columns
        value_maps defaults key_name is_all_or_nothing goes_straight clears_blanks decisions
        unknown_columns counts task phase done total is_cancel_requested message asked_at
        applied_at undone_at transaction_id status created_at updated_at
    """
    read_only = True


class ImportRecipeResource(Resource):
    """How somebody's sheets of one shape were read the last time; proposed the next time."""

    model = ImportRecipe
    fields = """
        id sender resource signature columns value_maps key_name used_at created_at updated_at
    """
    read_only = True
