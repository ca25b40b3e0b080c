"""Places over the API."""

from core.api.resources import Resource
from geo.models import Area, City, Country, PointOfInterest, State


class CountryResource(Resource):
    """Countries used in addresses and markets."""

    model = Country
    fields = """
        id country_name country currency calling_code is_active slug sort_order created_at
        updated_at
    """


class StateResource(Resource):
    """States or provinces of a country."""

    model = State
    fields = """
        id country timezone iso state_code state_name is_active slug latitude longitude
        created_at updated_at
    """


class CityResource(Resource):
    """Cities and towns."""

    model = City
    fields = """
        id number city_name state timezone latitude longitude population is_active slug
        city_code city_type zone_slug postal_codes short_description description is_ai_visible
        is_featured sort_order created_at updated_at
    """


class AreaResource(Resource):
    """Zones, resort districts and neighbourhoods."""

    model = Area
    fields = """
        id number area_name city state parent_area area_type county description boundary_geojson
        latitude longitude is_active slug area_code short_description vibe_tags highlights
        best_for postal_codes drive_to_airport_minutes nearest_airport_code walkability_score
        is_resort_area is_ai_visible is_featured sort_order notes created_at updated_at
    """


class PointOfInterestResource(Resource):
    """Points of interest for guests and field teams."""

    model = PointOfInterest
    fields = """
        id number poi_name area activity_level company poi_type description address latitude
        longitude phone website hours rating price_level tags is_recommended is_active
        poi_category email google_place_id yelp_id tripadvisor_id cuisines duration_minutes
        booking_required booking_url amenities accessibility_features parking_info review_count
        is_partner commission_rate is_family_friendly is_romantic is_ai_visible
        seasonal_availability highlights notes created_at updated_at
    """
