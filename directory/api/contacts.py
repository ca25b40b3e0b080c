"""Contacts over the API."""

from core.api.resources import Resource
from directory.models import Contact


class ContactResource(Resource):
    """People and organisations."""

    model = Contact
    fields = (
        "id",
        "number",
        "contact_type",
        "first_name",
        "last_name",
        "full_name",
        "company_name",
        "email",
        "phone",
        "city",
        "state",
        "country",
        "notes",
        "created_at",
        "updated_at",
    )
