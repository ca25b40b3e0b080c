"""Homes."""

from django.contrib.postgres.fields import ArrayField

from core.models import (
    ChoiceField,
    DecimalField,
    FlagField,
    IntegerField,
    LineField,
    Lookup,
    SearchTextField,
    in_schema,
    search_index,
)
from ref.choices.homes import (
    AmenityTypeCategory,
    ApplianceTypeCategory,
    FixtureTypeCategory,
    InventoryItemTypeCategory,
    RoomTypeRoomGroup,
    SurfaceTypeCategory,
)


class InventoryItemType(Lookup):
    """Four-letter product type codes."""

    category = ChoiceField(InventoryItemTypeCategory)
    is_consumable = FlagField()
    is_trackable = FlagField(default=True)
    typical_lifespan_months = IntegerField(null=True)
    default_par = IntegerField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "inventory_item_types")
        verbose_name = "inventory item type"
        verbose_name_plural = "inventory item types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("inventory_item_types_search")]


class RoomType(Lookup):
    """Kinds of rooms."""

    room_group = ChoiceField(RoomTypeRoomGroup, default=RoomTypeRoomGroup.OTHER)
    is_countable_bedroom = FlagField()
    is_countable_bathroom = FlagField()

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "room_types")
        verbose_name = "room type"
        verbose_name_plural = "room types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("room_types_search")]


class BedType(Lookup):
    """Kinds of beds and how many they sleep."""

    sleeps = IntegerField()
    width_inches = DecimalField(max_digits=5, decimal_places=1, null=True)
    linen_size = LineField(null=True)
    counts_toward_occupancy = FlagField(default=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "bed_types")
        verbose_name = "bed type"
        verbose_name_plural = "bed types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("bed_types_search")]


class AmenityType(Lookup):
    """Amenities with grouping and platform mapping."""

    category = ChoiceField(AmenityTypeCategory)
    icon = LineField(null=True)
    airbnb_code = LineField(null=True)
    vrbo_code = LineField(null=True)
    is_searchable = FlagField(default=True)

    search_text = SearchTextField("code", "name", "airbnb_code", "vrbo_code")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "amenity_types")
        verbose_name = "amenity type"
        verbose_name_plural = "amenity types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("amenity_types_search")]


class ApplianceType(Lookup):
    """Appliance kinds, expected life and service interval."""

    category = ChoiceField(ApplianceTypeCategory)
    typical_lifespan_years = IntegerField(null=True)
    maintenance_interval_months = IntegerField(null=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "appliance_types")
        verbose_name = "appliance type"
        verbose_name_plural = "appliance types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("appliance_types_search")]


class FixtureType(Lookup):
    """Plumbing fixture kinds."""

    category = ChoiceField(FixtureTypeCategory)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "fixture_types")
        verbose_name = "fixture type"
        verbose_name_plural = "fixture types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("fixture_types_search")]


class SurfaceType(Lookup):
    """Surface kinds for care and upkeep."""

    category = ChoiceField(SurfaceTypeCategory)
    typical_materials = ArrayField(LineField(), null=True, blank=True)

    search_text = SearchTextField("code", "name")

    label_fields = ("name", "code")

    class Meta:
        db_table = in_schema("ref", "surface_types")
        verbose_name = "surface type"
        verbose_name_plural = "surface types"
        ordering = ["sort_order", "code"]
        indexes = [search_index("surface_types_search")]
