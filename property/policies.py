"""Who sees what of the property schema."""

from core.permissions.fields import revealed_by
from core.permissions.policies import policy
from property.models import (
    AccessCode,
    AcSystem,
    AcUnit,
    AcUnitRoom,
    Appliance,
    AppliancePart,
    Bed,
    Clean,
    Door,
    Fixture,
    Inspection,
    InspectionAnswer,
    InspectionInventoryLink,
    InspectionIssue,
    InspectionQuestion,
    InspectionRoomScore,
    KeyCheckout,
    Light,
    Lock,
    Property,
    PropertyAmenity,
    PropertyRule,
    Resort,
    Room,
    RoomFeature,
    SafetyItem,
    Surface,
    WindowCovering,
)

# Access
policy(Door, "rooms_assets", parent="property")
policy(Lock, "access_codes", parent="door", inherit="staff")
policy(KeyCheckout, "access_codes", own=["checked_out_to__user"], parent="lock", inherit="staff")
policy(
    AccessCode,
    "access_codes",
    own=["reservation__guest__user", "contact__user", "created_by__user"],
    team=["property__primary_team"],
    visible_if={
        "guest": {
            "audience": "guest",
            "is_current": True,
            "reservation__status__in": ["confirmed", "checked_in"],
        },
        "contact": {"audience": "guest", "is_current": True},
    },
    outsiders_write=False,
)

# Assets
policy(Appliance, "rooms_assets", parent="property")
policy(AppliancePart, "rooms_assets", parent="appliance")
policy(Fixture, "rooms_assets", parent="property")
policy(Surface, "rooms_assets", parent="property")
policy(Light, "rooms_assets", parent="property")
policy(WindowCovering, "rooms_assets", parent="property")
policy(SafetyItem, "rooms_assets", parent="property")

# Cleans
policy(
    Clean,
    "cleans",
    own=[
        "assigned_to__user",
        "secondary_cleaner__user",
        "supervisor__user",
        "property__ownerships__homeowner__user",
    ],
    team=["team", "property__primary_team"],
)

# Cooling
policy(AcSystem, "rooms_assets", parent="property")
policy(AcUnit, "rooms_assets", parent="ac_system")
policy(AcUnitRoom, "rooms_assets", parent="ac_unit")

# Inspections
policy(
    Inspection,
    "inspections",
    own=["inspector__user", "property__ownerships__homeowner__user"],
    team=["inspector__team", "property__primary_team"],
    visible_if={"homeowner": {"status": "completed"}},
)
policy(InspectionQuestion, "inspections", public=True)
policy(InspectionAnswer, "inspections", parent="inspection")
policy(InspectionInventoryLink, "inspections", parent="question", public=True)
policy(InspectionIssue, "inspections", parent="inspection")
policy(InspectionRoomScore, "inspections", parent="inspection")

# Properties
policy(
    Resort,
    "properties",
    own=["properties__ownerships__homeowner__user", "properties__reservations__guest__user"],
    team=["properties__primary_team"],
    public=True,
    visible_if={"guest": {"properties__reservations__status__in": ["confirmed", "checked_in"]}},
)
policy(
    Property,
    "properties",
    own=["ownerships__homeowner__user", "property_manager__user", "reservations__guest__user"],
    team=["primary_team", "property_manager__team"],
    visible_if={"guest": {"reservations__status__in": ["confirmed", "checked_in"]}},
)
policy(PropertyAmenity, "properties", parent="property")
policy(PropertyRule, "properties", parent="property")

# Rooms
policy(Room, "rooms_assets", parent="property")
policy(Bed, "rooms_assets", parent="room")
policy(RoomFeature, "rooms_assets", parent="property")

# Who may read access codes gets to see them; a master code opens more than one stay's door.
revealed_by(AccessCode, "access_codes", "read", "code_value")
revealed_by(Lock, "access_codes", "read", "code_current")
revealed_by(Lock, "access_codes", "write", "code_master")
revealed_by(
    Property, "access_codes", "read", "wifi_password", "door_code", "gate_code", "lockbox_code"
)
revealed_by(Resort, "access_codes", "read", "wifi_password")
