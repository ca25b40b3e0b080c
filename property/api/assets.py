"""Assets over the API."""

from core.api.resources import Resource
from property.models import (
    Appliance,
    AppliancePart,
    Fixture,
    Light,
    SafetyItem,
    Surface,
    WindowCovering,
)


class ApplianceResource(Resource):
    """Major appliance installed in a unit."""

    model = Appliance
    fields = """
        id number property room appliance_type replaced_by vendor_company manual_file brand
        model model_number serial_number color purchase_date warranty_expiry
        expected_lifespan_years condition last_service_date next_service_date
        service_interval_months notes is_active appliance_name install_date ownership
        purchase_price status created_at updated_at
    """


class AppliancePartResource(Resource):
    """Replaceable part of an appliance with replacement cycle."""

    model = AppliancePart
    fields = """
        id part_name appliance supplier_company part_number manufacturer last_replaced
        replacement_interval_months next_replacement_due notes quantity cost created_at
        updated_at
    """


class FixtureResource(Resource):
    """Plumbing or bath fixture in a room."""

    model = Fixture
    fields = """
        id number property room fixture_type brand model color install_date condition notes
        is_active fixture_name finish status created_at updated_at
    """


class SurfaceResource(Resource):
    """Floor, counter or other finish needing care."""

    model = Surface
    fields = """
        id number property room surface_type material color square_feet install_date condition
        last_refinished notes is_active cleaning_instructions special_care created_at updated_at
    """


class LightResource(Resource):
    """Light fixture in a room with bulb details."""

    model = Light
    fields = """
        id number property room fixture_type location_detail bulb_type bulb_count wattage
        is_dimmable is_smart switch_location notes is_active brand install_date status
        created_at updated_at
    """


class WindowCoveringResource(Resource):
    """Blind, curtain, shade or shutter in a room."""

    model = WindowCovering
    fields = """
        id number property room covering_type material color width_inches height_inches
        is_blackout is_motorized install_date condition notes is_active created_at updated_at
    """


class SafetyItemResource(Resource):
    """Safety device with test and expiry dates."""

    model = SafetyItem
    fields = """
        id number property room last_tested_by item_type location brand model install_date
        expiry_date last_tested_date battery_type battery_last_changed certification notes
        is_active next_test_date serial_number test_interval_months is_required status
        created_at updated_at
    """
