"""Factories of the property models."""

from core.testing.factories import DAY, NOON, ModelFactory, Numbered, Parent, Same


class DoorFactory(ModelFactory):
    class Meta:
        model = "property.Door"

    property = Parent("property.Property")
    door_type = "entry"
    location = Numbered("Location {}")


class LockFactory(ModelFactory):
    class Meta:
        model = "property.Lock"

    door = Parent("property.Door")
    lock_type = "deadbolt"


class KeyCheckoutFactory(ModelFactory):
    class Meta:
        model = "property.KeyCheckout"

    lock = Parent("property.Lock")
    checked_out_to = Parent("team.TeamMember")
    checked_out_at = NOON


class AccessCodeFactory(ModelFactory):
    class Meta:
        model = "property.AccessCode"

    property = Parent("property.Property")
    code_type = "door"
    code_value = Numbered("Code value {}")


class ApplianceFactory(ModelFactory):
    class Meta:
        model = "property.Appliance"

    property = Parent("property.Property")
    appliance_type_code = "FRIDGE"


class AppliancePartFactory(ModelFactory):
    class Meta:
        model = "property.AppliancePart"

    part_name = Numbered("Appliance part {}")
    appliance = Parent("property.Appliance")


class FixtureFactory(ModelFactory):
    class Meta:
        model = "property.Fixture"

    property = Parent("property.Property")
    room = Parent("property.Room", property=Same("property"))
    fixture_type_code = "SINK"


class SurfaceFactory(ModelFactory):
    class Meta:
        model = "property.Surface"

    property = Parent("property.Property")
    room = Parent("property.Room", property=Same("property"))
    surface_type_code = "FLOOR"


class LightFactory(ModelFactory):
    class Meta:
        model = "property.Light"

    property = Parent("property.Property")
    room = Parent("property.Room", property=Same("property"))
    fixture_type = "ceiling"


class WindowCoveringFactory(ModelFactory):
    class Meta:
        model = "property.WindowCovering"

    property = Parent("property.Property")
    room = Parent("property.Room", property=Same("property"))
    covering_type = "blinds"


class SafetyItemFactory(ModelFactory):
    class Meta:
        model = "property.SafetyItem"

    property = Parent("property.Property")
    item_type = "smoke_detector"


class CleanFactory(ModelFactory):
    class Meta:
        model = "property.Clean"

    property = Parent("property.Property")
    clean_type_code = "TURNOVER"
    scheduled_date = DAY


class AcSystemFactory(ModelFactory):
    class Meta:
        model = "property.AcSystem"

    property = Parent("property.Property")
    system_type = "central"


class AcUnitFactory(ModelFactory):
    class Meta:
        model = "property.AcUnit"

    ac_system = Parent("property.AcSystem")


class AcUnitRoomFactory(ModelFactory):
    class Meta:
        model = "property.AcUnitRoom"

    ac_unit = Parent("property.AcUnit")
    room = Parent("property.Room")


class InspectionFactory(ModelFactory):
    class Meta:
        model = "property.Inspection"

    property = Parent("property.Property")
    inspector = Parent("team.TeamMember")
    inspection_type = "post_clean"
    scheduled_date = DAY


class InspectionQuestionFactory(ModelFactory):
    class Meta:
        model = "property.InspectionQuestion"

    category_code = "CLEAN"
    question_text = Numbered("Question text {}")
    question_type = "pass_fail"


class InspectionAnswerFactory(ModelFactory):
    class Meta:
        model = "property.InspectionAnswer"

    inspection = Parent("property.Inspection")
    question = Parent("property.InspectionQuestion")


class InspectionInventoryLinkFactory(ModelFactory):
    class Meta:
        model = "property.InspectionInventoryLink"

    question = Parent("property.InspectionQuestion")
    inventory_item = Parent("inventory.InventoryItem")


class InspectionIssueFactory(ModelFactory):
    class Meta:
        model = "property.InspectionIssue"

    inspection = Parent("property.Inspection")
    category_code = "CLEAN"
    severity_code = "CRITICAL"
    description = Numbered("Description {}")


class InspectionRoomScoreFactory(ModelFactory):
    class Meta:
        model = "property.InspectionRoomScore"

    inspection = Parent("property.Inspection")
    room = Parent("property.Room")


class ResortFactory(ModelFactory):
    class Meta:
        model = "property.Resort"

    resort_name = Numbered("Resort {}")
    resort_code = Numbered("CODE-{}")


class PropertyFactory(ModelFactory):
    class Meta:
        model = "property.Property"

    property_name = Numbered("Property {}")
    property_code = Numbered("CODE-{}")


class PropertyAmenityFactory(ModelFactory):
    class Meta:
        model = "property.PropertyAmenity"

    property = Parent("property.Property")
    amenity_type_code = "WIFI"


class PropertyRuleFactory(ModelFactory):
    class Meta:
        model = "property.PropertyRule"

    property = Parent("property.Property")
    rule_category = "check_in"
    rule_text = Numbered("Rule text {}")


class RoomFactory(ModelFactory):
    class Meta:
        model = "property.Room"

    room_name = Numbered("Room {}")
    property = Parent("property.Property")


class BedFactory(ModelFactory):
    class Meta:
        model = "property.Bed"

    room = Parent("property.Room")
    bed_type_code = "KING"


class RoomFeatureFactory(ModelFactory):
    class Meta:
        model = "property.RoomFeature"

    property = Parent("property.Property")
    room = Parent("property.Room", property=Same("property"))
    feature_type = "closet"
