"""Factories of the directory models."""

from uuid import UUID

from core.testing.factories import DAY, ModelFactory, Numbered, Parent


class ContactFactory(ModelFactory):
    class Meta:
        model = "directory.Contact"

    contact_type = "person"
    first_name = Numbered("Malia {}")
    last_name = "Kealoha"


class ContactGroupFactory(ModelFactory):
    class Meta:
        model = "directory.ContactGroup"

    group_name = Numbered("Contact group {}")


class ContactGroupMemberFactory(ModelFactory):
    class Meta:
        model = "directory.ContactGroupMember"

    group = Parent("directory.ContactGroup")
    contact = Parent("directory.Contact")


class ContactRelationshipFactory(ModelFactory):
    class Meta:
        model = "directory.ContactRelationship"

    contact = Parent("directory.Contact")
    related_contact = Parent("directory.Contact")
    relationship_type_code = "SPOUSE"


class ContactNoteFactory(ModelFactory):
    class Meta:
        model = "directory.ContactNote"

    contact = Parent("directory.Contact")
    note_text = Numbered("Note text {}")


class ContactTagFactory(ModelFactory):
    class Meta:
        model = "directory.ContactTag"

    contact = Parent("directory.Contact")
    tag = Numbered("Contact tag {}")


class ContactMergeFactory(ModelFactory):
    class Meta:
        model = "directory.ContactMerge"

    surviving_contact = Parent("directory.Contact")
    merged_contact_id = UUID(int=1)


class GuestFactory(ModelFactory):
    class Meta:
        model = "directory.Guest"

    contact = Parent("directory.Contact")


class HomeownerFactory(ModelFactory):
    class Meta:
        model = "directory.Homeowner"

    contact = Parent("directory.Contact")


class OwnershipFactory(ModelFactory):
    class Meta:
        model = "directory.Ownership"

    homeowner = Parent("directory.Homeowner")
    property = Parent("property.Property")
    ownership_type = "primary"
    effective_date = DAY


class CompanyFactory(ModelFactory):
    class Meta:
        model = "directory.Company"

    company_name = Numbered("Company {}")


class VendorFactory(ModelFactory):
    class Meta:
        model = "directory.Vendor"

    company = Parent("directory.Company")
    vendor_type = "service"


class VendorAssignmentFactory(ModelFactory):
    class Meta:
        model = "directory.VendorAssignment"

    company = Parent("directory.Company")
    property = Parent("property.Property")
    service_category_code = "CLEANING"
