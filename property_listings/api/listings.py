"""Listings over the API."""

from core.api.resources import Resource
from property_listings.models import Listing, ListingAmenity, ListingBadge, ListingRule


class ListingResource(Resource):
    """Listing master of a unit across channels."""

    model = Listing
    fields = """
        id number internal_name primary_title property language owner_member agent
        primary_description bedrooms_display bathrooms_display sleeps_display
        property_type_display is_published published_at quality_score completeness_score
        seo_score headline summary space_description access_description interaction_description
        highlights slug max_guests bedrooms bathrooms last_audited_at a_b_test_group status
        created_at updated_at
    """


class ListingAmenityResource(Resource):
    """Amenities shown on a listing and their channel codes."""

    model = ListingAmenity
    fields = """
        id display_name listing amenity_type property_amenity description is_highlighted
        is_published channel_codes sort_order created_at updated_at
    """


class ListingRuleResource(Resource):
    """House rules as published on a listing."""

    model = ListingRule
    fields = """
        id listing property_rule rule_type rule_text is_allowed channel_codes is_published
        sort_order created_at updated_at
    """


class ListingBadgeResource(Resource):
    """Badges and certificates a listing holds."""

    model = ListingBadge
    fields = """
        id listing channel_listing file badge_type badge_name issuer external_badge_id
        awarded_on expires_on criteria show_on_site status created_at updated_at
    """
