"""Console pages: properties."""

from django.contrib import admin

from core.admin import BaseAdmin, EntityAdmin, JoinAdmin, Panel, inline, sheet
from directory.models import Ownership
from property.models import Property, PropertyAmenity, PropertyRule, Resort, Room


@admin.register(Resort)
class ResortAdmin(EntityAdmin):
    """Resorts and their homes."""

    is_large = False
    list_display = (
        "resort_code",
        "resort_name",
        "status",
        "property_type",
        "area",
        "city",
        "total_units",
        "managed_units",
        "resort_fee_amount",
    )
    panels = ("properties", "projects", "fee_rates", "pricing_rules")


@admin.register(Property)
class PropertyAdmin(EntityAdmin):
    """Homes: what they are, who owns them, what stands in them, what happens there."""

    is_large = False
    list_display = (
        "property_code",
        "property_name",
        "status",
        "resort",
        "property_type",
        "bedrooms",
        "sleeps",
        "property_manager",
        "management_status",
        "listing_status",
    )
    list_filter = (
        "status",
        "management_status",
        "listing_status",
        "property_type",
        "resort",
        "area",
        "property_manager",
        "primary_team",
    )
    inlines = (
        inline(Room, fields=("room_name", "room_type", "room_number", "floor_level", "is_active")),
        inline(
            Ownership,
            fields=(
                "homeowner",
                "ownership_type",
                "ownership_percentage",
                "distribution_split",
                "effective_date",
                "end_date",
            ),
        ),
        inline(
            PropertyAmenity,
            fields=("amenity_type", "location", "quantity", "is_available", "last_verified_at"),
        ),
    )
    panels = (
        "reservations",
        "cleans",
        "tickets",
        "inspections",
        Panel("beds", through="rooms"),
        "appliances",
        Panel("property_locks", through="doors", title="Locks"),
        "doors",
        "access_codes",
        "safety_items",
        "rules",
        "owner_statements",
    )
    fieldsets = sheet(
        ("", "number property_code property_name", "status management_status listing_status"),
        (
            "Place",
            "resort area",
            "address_line1 address_line2",
            "city state postal_code",
            "country timezone",
            "unit_number building floor_level",
            "latitude longitude",
            "closest_beach tmk",
        ),
        (
            "Space",
            "property_type property_class view_type",
            "bedrooms bathrooms half_baths",
            "sleeps floors square_feet",
            "has_ac has_pool has_hot_tub has_lanai",
            "has_washer_dryer has_garage",
            "parking_type parking_spaces",
            "parking_stall_numbers",
            "internet_speed_mbps",
        ),
        (
            "Stays",
            "check_in_time check_out_time",
            "early_check_in_available late_check_out_available",
            "min_stay_nights turnover_minutes",
            "pet_policy smoking_policy",
        ),
        (
            "Access",
            "wifi_network wifi_password",
            "door_code gate_code",
            "lockbox_location lockbox_code",
        ),
        (
            "Management",
            "property_manager primary_team",
            "default_cleaner default_inspector",
            "contract_start_date contract_end_date",
            "onboarding_date offboarding_date",
            "management_fee_rate base_cleaning_fee cleaning_cost",
            "rental_permit_number get_tax_license tat_tax_license",
        ),
        ("Notes", "notes", "owner_notes", "guest_notes"),
        ("Elsewhere", "streamline_id airbnb_listing_id vrbo_listing_id"),
    )


@admin.register(PropertyAmenity)
class PropertyAmenityAdmin(JoinAdmin):
    """What a home offers."""

    list_display = (
        "property",
        "amenity_type",
        "location",
        "quantity",
        "is_available",
        "last_verified_at",
    )


admin.site.register(PropertyRule, BaseAdmin)
