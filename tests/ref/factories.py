"""Factories of the ref models."""

from decimal import Decimal

from factory import SelfAttribute, Sequence

from core.testing.factories import Days, ModelFactory, Numbered, Parent, Row


class FeeTypeFactory(ModelFactory):
    class Meta:
        model = "ref.FeeType"

    code = Numbered("CODE-{}")
    name = Numbered("Fee type {}")


class FeeRateFactory(ModelFactory):
    class Meta:
        model = "ref.FeeRate"

    fee_type = Row("ref.FeeType", code="CLEANING")
    rate = Decimal("1")
    effective_date = Days()


class ExpenseCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.ExpenseCategory"

    code = Numbered("CODE-{}")
    name = Numbered("Expense category {}")


class RevenueCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.RevenueCategory"

    code = Numbered("CODE-{}")
    name = Numbered("Revenue category {}")


class TaxTypeFactory(ModelFactory):
    class Meta:
        model = "ref.TaxType"

    code = Numbered("CODE-{}")
    name = Numbered("Tax type {}")
    jurisdiction = Numbered("Jurisdiction {}")
    level = "federal"


class DamageCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.DamageCategory"

    code = Numbered("CODE-{}")
    name = Numbered("Damage category {}")


class ClaimSubmissionTypeFactory(ModelFactory):
    class Meta:
        model = "ref.ClaimSubmissionType"

    code = Numbered("CODE-{}")
    name = Numbered("Claim submission type {}")


class DenialCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.DenialCategory"

    code = Numbered("CODE-{}")
    name = Numbered("Denial category {}")


class InventoryItemTypeFactory(ModelFactory):
    class Meta:
        model = "ref.InventoryItemType"

    code = Numbered("CODE-{}")
    name = Numbered("Inventory item type {}")
    category = "linens"


class RoomTypeFactory(ModelFactory):
    class Meta:
        model = "ref.RoomType"

    code = Numbered("CODE-{}")
    name = Numbered("Room type {}")


class BedTypeFactory(ModelFactory):
    class Meta:
        model = "ref.BedType"

    code = Numbered("CODE-{}")
    name = Numbered("Bed type {}")
    sleeps = 1


class AmenityTypeFactory(ModelFactory):
    class Meta:
        model = "ref.AmenityType"

    code = Numbered("CODE-{}")
    name = Numbered("Amenity type {}")
    category = "technology"


class ApplianceTypeFactory(ModelFactory):
    class Meta:
        model = "ref.ApplianceType"

    code = Numbered("CODE-{}")
    name = Numbered("Appliance type {}")
    category = "kitchen"


class FixtureTypeFactory(ModelFactory):
    class Meta:
        model = "ref.FixtureType"

    code = Numbered("CODE-{}")
    name = Numbered("Fixture type {}")
    category = "sink"


class SurfaceTypeFactory(ModelFactory):
    class Meta:
        model = "ref.SurfaceType"

    code = Numbered("CODE-{}")
    name = Numbered("Surface type {}")
    category = "floor"


class InspectionCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.InspectionCategory"

    code = Numbered("CODE-{}")
    name = Numbered("Inspection category {}")


class IssueSeverityFactory(ModelFactory):
    class Meta:
        model = "ref.IssueSeverity"

    code = Numbered("CODE-{}")
    name = Numbered("Issue severity {}")


class CleaningTypeFactory(ModelFactory):
    class Meta:
        model = "ref.CleaningType"

    code = Numbered("CODE-{}")
    name = Numbered("Cleaning type {}")


class CleanRuleFactory(ModelFactory):
    class Meta:
        model = "ref.CleanRule"

    code = Numbered("CODE-{}")
    name = Numbered("Clean rule {}")
    clean_type_code = "TURNOVER"


class ActivityLevelFactory(ModelFactory):
    class Meta:
        model = "ref.ActivityLevel"

    code = Numbered("CODE-{}")
    name = Numbered("Activity level {}")
    level_order = 1


class BudgetLevelFactory(ModelFactory):
    class Meta:
        model = "ref.BudgetLevel"

    code = Numbered("CODE-{}")
    name = Numbered("Budget level {}")
    level_order = 1


class ScheduleDensityFactory(ModelFactory):
    class Meta:
        model = "ref.ScheduleDensity"

    code = Numbered("CODE-{}")
    name = Numbered("Schedule density {}")
    level_order = 1


class DrivingToleranceFactory(ModelFactory):
    class Meta:
        model = "ref.DrivingTolerance"

    code = Numbered("CODE-{}")
    name = Numbered("Driving tolerance {}")
    level_order = 1


class InterestTypeFactory(ModelFactory):
    class Meta:
        model = "ref.InterestType"

    code = Numbered("CODE-{}")
    name = Numbered("Interest {}")
    category_code = "WATR"


class InterestCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.InterestCategory"

    code = Numbered("CODE-{}")
    name = Numbered("Interest category {}")


class LimitationTypeFactory(ModelFactory):
    class Meta:
        model = "ref.LimitationType"

    code = Numbered("CODE-{}")
    name = Numbered("Limitation {}")
    limitation_group = "mobility"


class JourneyStageFactory(ModelFactory):
    class Meta:
        model = "ref.JourneyStage"

    code = Numbered("CODE-{}")
    name = Numbered("Journey stage {}")
    sequence_order = Sequence(lambda n: 100 + n)
    trigger_type = "days_before_arrival"


class TouchpointTypeFactory(ModelFactory):
    class Meta:
        model = "ref.TouchpointType"

    code = Numbered("CODE-{}")
    name = Numbered("Touchpoint type {}")
    category = "confirmation"


class StageTouchpointFactory(ModelFactory):
    class Meta:
        model = "ref.StageTouchpoint"

    stage = Parent("ref.JourneyStage")
    touchpoint_type = Row("ref.TouchpointType", code="booking_confirmation")


class CountryCodeFactory(ModelFactory):
    class Meta:
        model = "ref.CountryCode"

    code = Numbered("CODE-{}")
    name = Numbered("Country code {}")


class StateCodeFactory(ModelFactory):
    class Meta:
        model = "ref.StateCode"

    code = Numbered("CODE-{}")
    name = Numbered("State code {}")
    country_code = "US"
    local_code = Numbered("CODE-{}")


class CurrencyFactory(ModelFactory):
    class Meta:
        model = "ref.Currency"

    code = Numbered("CODE-{}")
    name = Numbered("Currency {}")


class LanguageFactory(ModelFactory):
    class Meta:
        model = "ref.Language"

    code = Numbered("CODE-{}")
    name = Numbered("Language {}")


class TimeZoneFactory(ModelFactory):
    class Meta:
        model = "ref.TimeZone"

    code = Numbered("CODE-{}")
    name = Numbered("Time zone {}")


class PlatformFactory(ModelFactory):
    class Meta:
        model = "ref.Platform"

    code = Numbered("CODE-{}")
    name = Numbered("Platform {}")


class ChannelTypeFactory(ModelFactory):
    class Meta:
        model = "ref.ChannelType"

    code = Numbered("CODE-{}")
    name = Numbered("Channel type {}")


class DocumentTypeFactory(ModelFactory):
    class Meta:
        model = "ref.DocumentType"

    code = Numbered("CODE-{}")
    name = Numbered("Document type {}")
    category = "contract"


class RelationshipTypeFactory(ModelFactory):
    class Meta:
        model = "ref.RelationshipType"

    code = Numbered("CODE-{}")
    name = Numbered("Relationship type {}")


class VendorCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.VendorCategory"

    code = Numbered("CODE-{}")
    name = Numbered("Vendor category {}")


class StatusTypeFactory(ModelFactory):
    class Meta:
        model = "ref.StatusType"

    code = Numbered("CODE-{}")
    name = Numbered("Status {}")


class DomainStatusFactory(ModelFactory):
    class Meta:
        model = "ref.DomainStatus"

    status = Parent("ref.StatusType")
    domain_code = "RSV"
    domain_name = Numbered("Status of a domain {}")


class StatusTransitionFactory(ModelFactory):
    class Meta:
        model = "ref.StatusTransition"

    from_status = Parent("ref.StatusType")
    to_status = Parent("ref.StatusType")
    domain_code = "RSV"


class TicketTypeFactory(ModelFactory):
    class Meta:
        model = "ref.TicketType"

    code = Numbered("CODE-{}")
    name = Numbered("Ticket type {}")
    id_prefix = Numbered("Id prefix {}")


class TicketCategoryFactory(ModelFactory):
    class Meta:
        model = "ref.TicketCategory"

    code = Numbered("PC-CODE-{}")
    name = Numbered("Ticket category {}")
    ticket_type_code = "PC"


class TicketPriorityFactory(ModelFactory):
    class Meta:
        model = "ref.TicketPriority"

    code = Numbered("CODE-{}")
    name = Numbered("Ticket priority {}")
    sla_hours = 24


class ActivityTypeFactory(ModelFactory):
    class Meta:
        model = "ref.ActivityType"

    code = Numbered("CODE-{}")
    name = Numbered("Activity type {}")
    activity_category = "cleaning"


class LabelFactory(ModelFactory):
    class Meta:
        model = "ref.Label"

    code = Numbered("CODE-{}")
    name = Numbered("Label {}")
    label_group = "RISK"


class TaxRateFactory(ModelFactory):
    class Meta:
        model = "ref.TaxRate"

    tax_type = Row("ref.TaxType", code="TAT")
    state = Row("ref.StateCode", code="US-HI")
    component = Numbered("Part {}")
    rate = Decimal("0.0100")
    effective_date = Days()
    source_url = "https://tax.hawaii.gov/"


class CancellationPolicyFactory(ModelFactory):
    class Meta:
        model = "ref.CancellationPolicy"

    code = Numbered("POLICY-{}")
    name = Numbered("Policy {}")
    kind = "relaxed"
    effective_date = Days()
    effective_to = SelfAttribute("effective_date")


class CancellationStepFactory(ModelFactory):
    class Meta:
        model = "ref.CancellationStep"

    policy = Parent("ref.CancellationPolicy")
    days_before = Sequence(int)
    refund_percent = Decimal("50.00")


class DepositRuleFactory(ModelFactory):
    class Meta:
        model = "ref.DepositRule"

    platform_code = "PARTNER"
    deposit_share = Decimal("0.2000")
    balance_days = 14
    effective_date = Days()
    effective_to = SelfAttribute("effective_date")
