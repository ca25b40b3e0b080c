"""Cooling over the API."""

from core.api.resources import Resource
from property.models import AcSystem, AcUnit, AcUnitRoom


class AcSystemResource(Resource):
    """Heating and cooling system serving a unit."""

    model = AcSystem
    fields = """
        id number property vendor_company system_type brand model capacity_btu install_date
        last_service_date next_service_date filter_size filter_last_changed refrigerant_type
        condition warranty_expiry notes is_active system_name serial_number tonnage seer_rating
        service_interval_months status created_at updated_at
    """


class AcUnitResource(Resource):
    """Individual indoor or outdoor unit of a cooling system."""

    model = AcUnit
    fields = """
        id number ac_system room unit_type location serial_number has_remote remote_model notes
        is_active unit_name filter_size filter_last_changed status created_at updated_at
    """


class AcUnitRoomResource(Resource):
    """Rooms cooled by each AC unit."""

    model = AcUnitRoom
    fields = "id ac_unit room is_primary created_at updated_at"
