"""Rooms over the API."""

from core.api.resources import Resource
from property.models import Bed, Room, RoomFeature


class RoomResource(Resource):
    """Room within a unit, the anchor for assets and inspections."""

    model = Room
    fields = """
        id number room_name property room_type room_number floor_level square_feet has_bathroom
        has_closet has_tv has_ac window_count notes sort_order is_active room_code created_at
        updated_at
    """


class BedResource(Resource):
    """Bed placed in a room."""

    model = Bed
    fields = """
        id room bed_type bed_number bed_brand bed_model purchase_date mattress_size
        is_adjustable notes sleeps linen_size condition is_active created_at updated_at
    """


class RoomFeatureResource(Resource):
    """Built-in feature of a room such as a closet."""

    model = RoomFeature
    fields = """
        id number property room feature_type feature_name location_detail dimensions material
        has_doors door_type notes is_active description is_owner_locked created_at updated_at
    """
