"""Saved views over the API."""

from core.api.resources import Resource
from portal.models import SavedView


class SavedViewResource(Resource):
    """A list of the console as its owner keeps it: filters, search, order and columns."""

    model = SavedView
    fields = "id owner team model_label name query columns created_at updated_at"
    read_only = True
