"""Who sees what of the directory schema."""

from core.permissions.policies import policy
from directory.models import (
    Company,
    Contact,
    ContactGroup,
    ContactGroupMember,
    ContactMerge,
    ContactNote,
    ContactRelationship,
    ContactTag,
    Guest,
    Homeowner,
    Ownership,
    Vendor,
    VendorAssignment,
)

# Contacts
policy(
    Contact,
    "contacts",
    own=["user"],
    team=[
        "team_members__team",
        "guest__reservations__property__primary_team",
        "homeowner__ownerships__property__primary_team",
        "tickets__current_team",
    ],
    own_fields=[
        "preferred_name",
        "email_secondary",
        "phone",
        "phone_secondary",
        "phone_type",
        "sms_opt_in",
        "email_opt_in",
        "address_line1",
        "address_line2",
        "city",
        "state",
        "postal_code",
        "country",
        "timezone",
        "preferred_language",
        "preferred_contact_method",
        "do_not_email",
        "do_not_sms",
        "do_not_call",
    ],
)
policy(ContactGroup, "contacts", own=["created_by__user"], team=["created_by__team"])
policy(ContactGroupMember, "contacts", parent="group")
policy(ContactRelationship, "contacts", parent="contact", inherit="staff")
policy(ContactNote, "contacts", own=["created_by__user"], parent="contact", inherit="staff")
policy(ContactTag, "contacts", parent="contact", inherit="staff")
policy(ContactMerge, "contacts", parent="surviving_contact", inherit="staff")

# People
policy(
    Guest,
    "guests",
    own=["user"],
    team=["reservations__property__primary_team", "reservations__assigned_member__team"],
    own_fields=[
        "dietary_restrictions",
        "special_requests_default",
        "travels_with_pets",
        "birthday",
    ],
)
policy(
    Homeowner,
    "homeowners",
    own=["user"],
    team=["ownerships__property__primary_team"],
    own_fields=[
        "communication_preference",
        "communication_frequency",
        "statement_delivery",
        "report_detail_level",
    ],
)
policy(
    Ownership,
    "homeowners",
    own=["homeowner__user"],
    team=["property__primary_team"],
    outsiders_write=False,
    in_force=("effective_date", "end_date"),
)

# Vendors
policy(
    Company,
    "companies",
    team=["vendor_assignments__property__primary_team", "ticket_vendors__ticket__current_team"],
)
policy(Vendor, "vendors", parent="company")
policy(VendorAssignment, "vendors", team=["property__primary_team"])
