"""Rooms."""

from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    CodeField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property.choices.rooms import (
    BedCondition,
    BedMattressSize,
    RoomFeatureDoorType,
    RoomFeatureType,
)


class Room(Entity):
    """Room within a unit, the anchor for assets and inspections."""

    number = BusinessIDField("RM-", width=5, db_column="room_id")
    room_name = LineField()

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="rooms", db_index=False
    )
    room_type = CodeField("ref.RoomType", related_name="rooms", null=True)

    room_number = IntegerField(null=True)
    floor_level = IntegerField(null=True)
    square_feet = IntegerField(null=True)
    has_bathroom = FlagField()
    has_closet = FlagField(default=True)
    has_tv = FlagField(default=True)
    has_ac = FlagField(default=True)
    window_count = IntegerField(null=True)
    notes = TextField(null=True)
    sort_order = IntegerField(default=0)
    is_active = FlagField(default=True)
    room_code = LineField(null=True, help_text="short code within the unit, e.g. MBR")

    search_text = SearchTextField("number", "room_name", "room_code")

    label_fields = ("room_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("property", "rooms")
        verbose_name = "room"
        verbose_name_plural = "rooms"
        ordering = ["property_id", "sort_order", "room_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["property", "room_code"],
                name="rooms_property_room_code_unique",
                condition=models.Q(room_code__isnull=False),
                violation_error_message="There is already a row with this property, room code.",
            )
        ]
        indexes = [
            models.Index(fields=["property", "sort_order"], name="rooms_property_sort_order"),
            search_index("rooms_search"),
        ]


class Bed(BaseModel):
    """Bed placed in a room."""

    room = models.ForeignKey("property.Room", models.CASCADE, related_name="beds", db_index=False)
    bed_type = CodeField("ref.BedType", related_name="beds")

    bed_number = IntegerField(default=1)
    bed_brand = LineField(null=True)
    bed_model = LineField(null=True)
    purchase_date = models.DateField(null=True, blank=True)
    mattress_size = ChoiceField(BedMattressSize, null=True)
    is_adjustable = FlagField()
    notes = TextField(null=True)
    sleeps = IntegerField(default=2)
    linen_size = LineField(null=True)
    condition = ChoiceField(BedCondition, default=BedCondition.GOOD)
    is_active = FlagField(default=True)

    label_fields = ("bed_number", "mattress_size")
    search_through = ("room",)

    class Meta:
        db_table = in_schema("property", "beds")
        verbose_name = "bed"
        verbose_name_plural = "beds"
        ordering = ["room_id", "bed_number"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(bed_number__gte=1),
                name="beds_bed_number_check",
                violation_error_message="Bed number cannot be less than 1.",
            ),
            models.UniqueConstraint(
                fields=["room", "bed_number"],
                name="beds_room_bed_number_unique",
                violation_error_message="There is already a row with this room, bed number.",
            ),
        ]


class RoomFeature(Entity):
    """Built-in feature of a room such as a closet."""

    number = BusinessIDField("RMF-", db_column="feature_id")

    property = models.ForeignKey("property.Property", models.CASCADE, related_name="room_features")
    room = models.ForeignKey("property.Room", models.CASCADE, related_name="features")

    feature_type = ChoiceField(RoomFeatureType)
    feature_name = LineField(null=True)
    location_detail = TextField(null=True)
    dimensions = LineField(null=True)
    material = LineField(null=True)
    has_doors = FlagField(default=True)
    door_type = ChoiceField(RoomFeatureDoorType, null=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    description = TextField(null=True)
    is_owner_locked = FlagField(help_text="owner closet")

    search_text = SearchTextField("number", "feature_name")

    label_fields = ("feature_name", "number")
    search_through = ("property", "room")

    class Meta:
        db_table = in_schema("property", "room_features")
        verbose_name = "room feature"
        verbose_name_plural = "room features"
        ordering = ["number"]
        indexes = [search_index("room_features_search")]
