"""Factories of the service models."""

from decimal import Decimal

from core.testing.factories import DAY, Counted, ModelFactory, Numbered, Parent, Same


class TicketDamageFactory(ModelFactory):
    class Meta:
        model = "service.TicketDamage"

    ticket = Parent("service.Ticket")


class DamageClaimFactory(ModelFactory):
    class Meta:
        model = "service.DamageClaim"


class ClaimSubmissionFactory(ModelFactory):
    class Meta:
        model = "service.ClaimSubmission"

    damage_claim = Parent("service.DamageClaim")
    submission_number = Counted()


class ClaimApprovalFactory(ModelFactory):
    class Meta:
        model = "service.ClaimApproval"

    damage_claim = Parent("service.DamageClaim")
    submission = Parent("service.ClaimSubmission", damage_claim=Same("damage_claim"))
    approval_number = Counted()


class ClaimDenialFactory(ModelFactory):
    class Meta:
        model = "service.ClaimDenial"

    damage_claim = Parent("service.DamageClaim")
    submission = Parent("service.ClaimSubmission", damage_claim=Same("damage_claim"))
    denial_number = Counted()


class ClaimAppealFactory(ModelFactory):
    class Meta:
        model = "service.ClaimAppeal"

    damage_claim = Parent("service.DamageClaim")
    submission = Parent("service.ClaimSubmission", damage_claim=Same("damage_claim"))
    appeal_number = Counted()


class TicketVendorFactory(ModelFactory):
    class Meta:
        model = "service.TicketVendor"

    ticket = Parent("service.Ticket")
    vendor = Parent("directory.Company")


class TicketCostFactory(ModelFactory):
    class Meta:
        model = "service.TicketCost"

    ticket = Parent("service.Ticket")
    cost_type = "labor"
    amount = Decimal("100.00")


class TicketPurchaseFactory(ModelFactory):
    class Meta:
        model = "service.TicketPurchase"

    ticket = Parent("service.Ticket")


class TicketInspectionFactory(ModelFactory):
    class Meta:
        model = "service.TicketInspection"

    ticket = Parent("service.Ticket")
    inspection = Parent("property.Inspection")
    relationship = "ROOT_CAUSE"


class TicketCleanFactory(ModelFactory):
    class Meta:
        model = "service.TicketClean"

    ticket = Parent("service.Ticket")
    clean_event = Parent("property.Clean")
    relationship = "FOUND_DURING_CLEAN"


class TicketInventoryEventFactory(ModelFactory):
    class Meta:
        model = "service.TicketInventoryEvent"

    ticket = Parent("service.Ticket")
    inventory_event = Parent("inventory.InventoryEvent")


class TicketTransactionFactory(ModelFactory):
    class Meta:
        model = "service.TicketTransaction"

    ticket = Parent("service.Ticket")
    transaction = Parent("finance.Transaction")
    role = "EXPENSE"


class TicketClaimFactory(ModelFactory):
    class Meta:
        model = "service.TicketClaim"

    ticket = Parent("service.Ticket")
    damage_claim = Parent("service.DamageClaim")


class ProjectFactory(ModelFactory):
    class Meta:
        model = "service.Project"

    project_name = Numbered("Project {}")


class ProjectPropertyFactory(ModelFactory):
    class Meta:
        model = "service.ProjectProperty"

    project = Parent("service.Project")
    property = Parent("property.Property")


class ProjectTicketFactory(ModelFactory):
    class Meta:
        model = "service.ProjectTicket"

    project = Parent("service.Project")
    ticket = Parent("service.Ticket")


class TicketFactory(ModelFactory):
    class Meta:
        model = "service.Ticket"

    title = Numbered("Ticket {}")
    ticket_type_code = "PC"
    category_code = "PC-PLUMBING"
    property = Parent("property.Property")


class TicketPropertyFactory(ModelFactory):
    class Meta:
        model = "service.TicketProperty"

    ticket = Parent("service.Ticket")
    property = Parent("property.Property")


class TicketReservationFactory(ModelFactory):
    class Meta:
        model = "service.TicketReservation"

    ticket = Parent("service.Ticket")
    reservation = Parent("reservations.Reservation")


class TicketHomeownerFactory(ModelFactory):
    class Meta:
        model = "service.TicketHomeowner"

    ticket = Parent("service.Ticket")
    homeowner = Parent("directory.Homeowner")


class TicketRelationshipFactory(ModelFactory):
    class Meta:
        model = "service.TicketRelationship"

    ticket = Parent("service.Ticket")
    related_ticket = Parent("service.Ticket")
    relationship_type = "parent"


class TicketContactFactory(ModelFactory):
    class Meta:
        model = "service.TicketContact"

    ticket = Parent("service.Ticket")
    role = "requestor"
    contact = Parent("directory.Contact")


class TicketEventFactory(ModelFactory):
    class Meta:
        model = "service.TicketEvent"

    ticket = Parent("service.Ticket")
    event_type = "CREATED"


class TicketLabelFactory(ModelFactory):
    class Meta:
        model = "service.TicketLabel"

    ticket = Parent("service.Ticket")
    freeform_label = Numbered("label {}")


class TicketTimeEntryFactory(ModelFactory):
    class Meta:
        model = "service.TicketTimeEntry"

    ticket = Parent("service.Ticket")
    time_entry = Parent("team.TimeEntry")
    allocated_seconds = 1800


class InspectionTimeEntryFactory(ModelFactory):
    class Meta:
        model = "service.InspectionTimeEntry"

    inspection = Parent("property.Inspection")
    time_entry = Parent("team.TimeEntry")
    allocated_seconds = 1800


class TicketShiftFactory(ModelFactory):
    class Meta:
        model = "service.TicketShift"

    ticket = Parent("service.Ticket")
    shift = Parent("team.Shift")


class TicketMissFactory(ModelFactory):
    class Meta:
        model = "service.TicketMiss"

    ticket = Parent("service.Ticket")
    scheduled_date = DAY
    miss_date = DAY


class TicketRecurrenceFactory(ModelFactory):
    class Meta:
        model = "service.TicketRecurrence"

    ticket = Parent("service.Ticket")


class RecurringTaskFactory(ModelFactory):
    class Meta:
        model = "service.RecurringTask"

    task_name = Numbered("Recurring task {}")
    ticket_type_code = "PC"
    category_code = "PC-PLUMBING"
    frequency = "daily"
    start_date = DAY
