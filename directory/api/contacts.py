"""Contacts over the API."""

from core.api.resources import Resource
from directory.models import (
    Contact,
    ContactGroup,
    ContactGroupMember,
    ContactMerge,
    ContactNote,
    ContactRelationship,
    ContactTag,
)


class ContactResource(Resource):
    """One record per person or organisation known to the company."""

    model = Contact
    fields = """
        id number country timezone preferred_language merged_into contact_type first_name
        last_name full_name company_name email email_secondary email_verified phone
        phone_secondary phone_type sms_capable sms_opt_in address_line1 address_line2 city state
        postal_code preferred_contact_method do_not_contact do_not_email do_not_sms do_not_call
        notes external_source external_id last_contact_at middle_name preferred_name suffix
        dba_name email_opt_in streamline_id quickbooks_id status created_at updated_at
    """
    brief = "id number contact_type full_name company_name email phone"
    example = {
        "contact_type": "person",
        "first_name": "Keola",
        "last_name": "Kealoha",
        "country": "US",
    }


class ContactGroupResource(Resource):
    """Named contact lists, fixed or rule-built, for messaging and operations."""

    model = ContactGroup
    fields = """
        id number group_name created_by group_type description is_dynamic dynamic_rules
        is_active created_at updated_at
    """


class ContactGroupMemberResource(Resource):
    """Membership of contacts in groups with removal kept as history."""

    model = ContactGroupMember
    fields = "id group contact added_by role added_at removed_at created_at updated_at"


class ContactRelationshipResource(Resource):
    """Personal or business links between two contacts."""

    model = ContactRelationship
    fields = """
        id contact related_contact relationship_type is_bidirectional notes effective_date
        end_date is_primary created_at updated_at
    """


class ContactNoteResource(Resource):
    """Dated staff notes about a contact."""

    model = ContactNote
    fields = "id contact created_by note_type note_text is_pinned is_internal created_at updated_at"
    read_only = False
    deletes = False


class ContactTagResource(Resource):
    """Tags on contacts, removal kept as history."""

    model = ContactTag
    fields = """
        id contact applied_by removed_by tag tag_category applied_at removed_at notes created_at
        updated_at
    """


class ContactMergeResource(Resource):
    """Audit of duplicate contacts merged into a survivor."""

    model = ContactMerge
    fields = """
        id surviving_contact merged_by reversed_by merged_contact_data merge_reason merged_at
        merged_contact_id match_method match_score is_reversible reversed_at repointed_counts
        created_at updated_at
    """
