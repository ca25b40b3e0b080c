"""Access over the API."""

from core.api.resources import Resource
from property.models import AccessCode, Door, KeyCheckout, Lock


class DoorResource(Resource):
    """Door of a unit, exterior or interior."""

    model = Door
    fields = """
        id number property room door_type location material color has_lock has_screen
        is_exterior notes is_active door_name created_at updated_at
    """


class LockResource(Resource):
    """Lock fitted on a door, mechanical or smart."""

    model = Lock
    fields = """
        id number door lock_type brand model is_smart smart_platform has_keypad key_quantity
        battery_type battery_last_changed install_date notes is_active serial_number
        smart_external_lock_id guest_code_pattern battery_level_percent last_seen_at status
        created_at updated_at
    """


class KeyCheckoutResource(Resource):
    """Custody of physical keys handed to team members."""

    model = KeyCheckout
    fields = """
        id number lock checked_out_to returned_to contact ticket key_number checked_out_at
        expected_return_at returned_at purpose notes status created_at updated_at
    """
    read_only = False
    deletes = False


class AccessCodeResource(Resource):
    """Entry codes of a unit with validity windows."""

    model = AccessCode
    fields = """
        id property door lock reservation contact created_by code_type code_location is_current
        effective_date expiry_date notes audience valid_from valid_until revoked_at created_at
        updated_at
    """
