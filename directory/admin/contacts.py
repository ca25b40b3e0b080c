"""Console pages: contacts."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, JournalAdmin, LogAdmin, Panel, inline, sheet
from directory.admin.people import roles_banner
from directory.models import (
    Contact,
    ContactGroup,
    ContactGroupMember,
    ContactMerge,
    ContactNote,
    ContactRelationship,
    ContactTag,
)


@admin.register(Contact)
class ContactAdmin(EntityAdmin):
    """People and organisations; every role that one has is shown above the form."""

    list_display = (
        "number",
        "full_name",
        "contact_type",
        "status",
        "company_name",
        "email",
        "phone",
        "city",
        "last_contact_at",
    )
    list_filter = ("contact_type", "status", "do_not_contact", "email_opt_in", "last_contact_at")
    inlines = (
        inline(ContactTag, fields=("tag", "applied_by", "applied_at")),
        inline(
            ContactRelationship,
            fk_name="contact",
            fields=(
                "related_contact",
                "relationship_type",
                "effective_date",
                "end_date",
                "is_bidirectional",
            ),
        ),
        inline(ContactGroupMember, fields=("group", "added_by", "added_at")),
    )
    panels = (
        "contact_notes",
        Panel("relationships_as_related_contact", title="Related to"),
        "messages",
        "tickets",
        "invoices",
        "prospects",
        "merge_history",
    )
    fieldsets = sheet(
        ("", "number full_name", "contact_type status"),
        (
            "Person",
            "first_name middle_name last_name",
            "preferred_name suffix",
            "company_name dba_name",
            "preferred_language timezone",
            "last_contact_at merged_into",
        ),
        (
            "Reach",
            "email email_secondary",
            "phone phone_secondary phone_type",
            "preferred_contact_method",
            "email_verified sms_capable",
        ),
        ("Address", "address_line1 address_line2", "city state postal_code", "country"),
        (
            "Consent",
            "do_not_contact do_not_email do_not_sms do_not_call",
            "sms_opt_in email_opt_in",
        ),
        ("Notes", "notes"),
        ("Elsewhere", "external_source external_id", "streamline_id quickbooks_id"),
    )

    def banner(self, request, obj):
        """Every role of the person, each a link."""
        return roles_banner(request, obj)


@admin.register(ContactGroup)
class ContactGroupAdmin(EntityAdmin):
    """Lists of contacts."""

    inlines = (inline(ContactGroupMember, fields=("contact", "added_by", "added_at")),)
    panels = ("campaigns", "campaign_audiences")


admin.site.register(
    [
        ContactGroupMember,
        ContactRelationship,
        ContactTag,
    ],
    JoinAdmin,
)
admin.site.register(ContactNote, JournalAdmin)
admin.site.register(ContactMerge, LogAdmin)
