"""Models of the property schema, by topic."""

from property.models.access import AccessCode, Door, KeyCheckout, Lock
from property.models.assets import (
    Appliance,
    AppliancePart,
    Fixture,
    Light,
    SafetyItem,
    Surface,
    WindowCovering,
)
from property.models.cleans import Clean
from property.models.cooling import AcSystem, AcUnit, AcUnitRoom
from property.models.inspections import (
    Inspection,
    InspectionAnswer,
    InspectionInventoryLink,
    InspectionIssue,
    InspectionQuestion,
    InspectionRoomScore,
)
from property.models.properties import Property, PropertyAmenity, PropertyRule, Resort
from property.models.rooms import Bed, Room, RoomFeature

__all__ = [
    "AcSystem",
    "AcUnit",
    "AcUnitRoom",
    "AccessCode",
    "Appliance",
    "AppliancePart",
    "Bed",
    "Clean",
    "Door",
    "Fixture",
    "Inspection",
    "InspectionAnswer",
    "InspectionInventoryLink",
    "InspectionIssue",
    "InspectionQuestion",
    "InspectionRoomScore",
    "KeyCheckout",
    "Light",
    "Lock",
    "Property",
    "PropertyAmenity",
    "PropertyRule",
    "Resort",
    "Room",
    "RoomFeature",
    "SafetyItem",
    "Surface",
    "WindowCovering",
]
