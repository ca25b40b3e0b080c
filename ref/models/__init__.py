"""Models of the ref schema, by topic."""

from ref.models.charges import ExpenseCategory, FeeRate, FeeType, RevenueCategory, TaxType
from ref.models.claims import ClaimSubmissionType, DamageCategory, DenialCategory
from ref.models.homes import (
    AmenityType,
    ApplianceType,
    BedType,
    FixtureType,
    InventoryItemType,
    RoomType,
    SurfaceType,
)
from ref.models.inspections import CleaningType, CleanRule, InspectionCategory, IssueSeverity
from ref.models.interests import (
    ActivityLevel,
    BudgetLevel,
    DrivingTolerance,
    InterestCategory,
    InterestType,
    LimitationType,
    ScheduleDensity,
)
from ref.models.journeys import JourneyStage, StageTouchpoint, TouchpointType
from ref.models.locales import CountryCode, Currency, Language, StateCode, TimeZone
from ref.models.partners import (
    ChannelType,
    DocumentType,
    Platform,
    RelationshipType,
    VendorCategory,
)
from ref.models.statuses import DomainStatus, StatusTransition, StatusType
from ref.models.terms import CancellationPolicy, CancellationStep, DepositRule, TaxRate
from ref.models.tickets import ActivityType, Label, TicketCategory, TicketPriority, TicketType

__all__ = [
    "ActivityLevel",
    "ActivityType",
    "AmenityType",
    "ApplianceType",
    "BedType",
    "BudgetLevel",
    "CancellationPolicy",
    "CancellationStep",
    "ChannelType",
    "ClaimSubmissionType",
    "CleanRule",
    "CleaningType",
    "CountryCode",
    "Currency",
    "DamageCategory",
    "DenialCategory",
    "DepositRule",
    "DocumentType",
    "DomainStatus",
    "DrivingTolerance",
    "ExpenseCategory",
    "FeeRate",
    "FeeType",
    "FixtureType",
    "InspectionCategory",
    "InterestCategory",
    "InterestType",
    "InventoryItemType",
    "IssueSeverity",
    "JourneyStage",
    "Label",
    "Language",
    "LimitationType",
    "Platform",
    "RelationshipType",
    "RevenueCategory",
    "RoomType",
    "ScheduleDensity",
    "StageTouchpoint",
    "StateCode",
    "StatusTransition",
    "StatusType",
    "SurfaceType",
    "TaxRate",
    "TaxType",
    "TicketCategory",
    "TicketPriority",
    "TicketType",
    "TimeZone",
    "TouchpointType",
    "VendorCategory",
]
