"""Who sees what of the ref schema."""

from core.permissions.policies import policy
from ref.models import (
    ActivityLevel,
    ActivityType,
    AmenityType,
    ApplianceType,
    BedType,
    BudgetLevel,
    CancellationPolicy,
    CancellationStep,
    ChannelType,
    ClaimSubmissionType,
    CleaningType,
    CleanRule,
    CountryCode,
    Currency,
    DamageCategory,
    DenialCategory,
    DepositRule,
    DocumentType,
    DomainStatus,
    DrivingTolerance,
    ExpenseCategory,
    FeeRate,
    FeeType,
    FixtureType,
    InspectionCategory,
    InterestCategory,
    InterestType,
    InventoryItemType,
    IssueSeverity,
    JourneyStage,
    Label,
    Language,
    LimitationType,
    Platform,
    RelationshipType,
    RevenueCategory,
    RoomType,
    ScheduleDensity,
    StageTouchpoint,
    StateCode,
    StatusTransition,
    StatusType,
    SurfaceType,
    TaxRate,
    TaxType,
    TicketCategory,
    TicketPriority,
    TicketType,
    TimeZone,
    TouchpointType,
    VendorCategory,
)

# Charges
policy(FeeType, "reference_data", public=True)
policy(FeeRate, "fees", team=["property__primary_team"], public=True)
policy(ExpenseCategory, "reference_data", public=True)
policy(RevenueCategory, "reference_data", public=True)
policy(TaxType, "reference_data", public=True)

# Claims
policy(DamageCategory, "reference_data", public=True)
policy(ClaimSubmissionType, "reference_data", public=True)
policy(DenialCategory, "reference_data", public=True)

# Homes
policy(InventoryItemType, "reference_data", public=True)
policy(RoomType, "reference_data", public=True)
policy(BedType, "reference_data", public=True)
policy(AmenityType, "reference_data", public=True)
policy(ApplianceType, "reference_data", public=True)
policy(FixtureType, "reference_data", public=True)
policy(SurfaceType, "reference_data", public=True)

# Inspections
policy(InspectionCategory, "reference_data", public=True)
policy(IssueSeverity, "reference_data", public=True)
policy(CleaningType, "reference_data", public=True)
policy(CleanRule, "reference_data", public=True)

# Interests
policy(ActivityLevel, "reference_data", public=True)
policy(BudgetLevel, "reference_data", public=True)
policy(ScheduleDensity, "reference_data", public=True)
policy(DrivingTolerance, "reference_data", public=True)
policy(InterestType, "reference_data", public=True)
policy(InterestCategory, "reference_data", public=True)
policy(LimitationType, "reference_data", public=True)

# Journeys
policy(JourneyStage, "reference_data", public=True)
policy(TouchpointType, "reference_data", public=True)
policy(StageTouchpoint, "reference_data", public=True)

# Locales
policy(CountryCode, "reference_data", public=True)
policy(StateCode, "reference_data", public=True)
policy(Currency, "reference_data", public=True)
policy(Language, "reference_data", public=True)
policy(TimeZone, "reference_data", public=True)

# Partners
policy(Platform, "reference_data", public=True)
policy(ChannelType, "reference_data", public=True)
policy(DocumentType, "reference_data", public=True)
policy(RelationshipType, "reference_data", public=True)
policy(VendorCategory, "reference_data", public=True)

# Statuses
policy(StatusType, "reference_data", public=True)
policy(DomainStatus, "reference_data", public=True)
policy(StatusTransition, "reference_data", public=True)

# Tickets
policy(TicketType, "reference_data", public=True)
policy(TicketCategory, "reference_data", public=True)
policy(TicketPriority, "reference_data", public=True)
policy(ActivityType, "reference_data", public=True)
policy(Label, "reference_data", public=True)

# Terms
policy(TaxRate, "fees", public=True)
policy(CancellationPolicy, "fees", public=True)
policy(CancellationStep, "fees", public=True)
policy(DepositRule, "fees", public=True)
