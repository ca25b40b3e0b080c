"""Homes over the API."""

from core.api.resources import Resource
from ref.models import (
    AmenityType,
    ApplianceType,
    BedType,
    FixtureType,
    InventoryItemType,
    RoomType,
    SurfaceType,
)


class InventoryItemTypeResource(Resource):
    """Four-letter product type codes."""

    model = InventoryItemType
    fields = """
        id code name description sort_order is_active category is_consumable is_trackable
        typical_lifespan_months default_par created_at updated_at
    """


class RoomTypeResource(Resource):
    """Kinds of rooms."""

    model = RoomType
    fields = """
        id code name description sort_order is_active room_group is_countable_bedroom
        is_countable_bathroom created_at updated_at
    """


class BedTypeResource(Resource):
    """Kinds of beds and how many they sleep."""

    model = BedType
    fields = """
        id code name description sort_order is_active sleeps width_inches linen_size
        counts_toward_occupancy created_at updated_at
    """


class AmenityTypeResource(Resource):
    """Amenities with grouping and platform mapping."""

    model = AmenityType
    fields = """
        id code name description sort_order is_active category icon airbnb_code vrbo_code
        is_searchable created_at updated_at
    """


class ApplianceTypeResource(Resource):
    """Appliance kinds, expected life and service interval."""

    model = ApplianceType
    fields = """
        id code name description sort_order is_active category typical_lifespan_years
        maintenance_interval_months created_at updated_at
    """


class FixtureTypeResource(Resource):
    """Plumbing fixture kinds."""

    model = FixtureType
    fields = "id code name description sort_order is_active category created_at updated_at"


class SurfaceTypeResource(Resource):
    """Surface kinds for care and upkeep."""

    model = SurfaceType
    fields = """
        id code name description sort_order is_active category typical_materials created_at
        updated_at
    """
