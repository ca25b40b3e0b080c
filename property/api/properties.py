"""Resorts and properties over the API."""

from core.api.resources import Resource
from property.models import Property, Resort


class ResortResource(Resource):
    """Resorts and condominium complexes."""

    model = Resort
    fields = (
        "id",
        "number",
        "resort_name",
        "resort_code",
        "city",
        "state",
        "area",
        "total_units",
        "managed_units",
        "status",
        "created_at",
        "updated_at",
    )


class PropertyResource(Resource):
    """Units under management."""

    model = Property
    fields = (
        "id",
        "number",
        "property_name",
        "property_code",
        "resort",
        "area",
        "unit_number",
        "property_type",
        "bedrooms",
        "bathrooms",
        "sleeps",
        "city",
        "state",
        "timezone",
        "check_in_time",
        "check_out_time",
        "min_stay_nights",
        "base_cleaning_fee",
        "status",
        "management_status",
        "created_at",
        "updated_at",
    )
