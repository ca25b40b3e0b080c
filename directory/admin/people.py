"""Console pages: people."""

from django.contrib import admin
from django.db import models
from django.utils.html import format_html, format_html_join

from core.admin import EntityAdmin, JoinAdmin, Panel, inline, sheet
from core.admin.access import allowed
from core.admin.columns import page_address
from directory.models import Company, Contact, Guest, Homeowner, Ownership
from portal.models import User
from team.models import TeamMember

ROLES: tuple[tuple[str, type[models.Model]], ...] = (
    ("Guest", Guest),
    ("Homeowner", Homeowner),
    ("Team member", TeamMember),
    ("Company", Company),
    ("Account", User),
)


def roles_banner(request, contact: Contact, besides: models.Model | None = None) -> str:
    """Links to every role of ``contact`` that the person may see, and to the contact itself.

    ``besides`` is the role whose page it is. One query a kind of role.
    """
    links = []
    if besides is not None and allowed(request, Contact, "view"):
        links.append(("Contact", contact))
    for label, model in ROLES:
        if allowed(request, model, "view"):
            rows = model._default_manager.for_user(request.user, "read").filter(contact=contact)
            links += [(label, row) for row in rows[:5] if row != besides]
    if not links:
        return ""
    pills = format_html_join(
        "",
        '<a class="role" href="{}{}{}"><span>{}</span> {}</a>',
        ((before, row.pk, after, label, row) for label, row, before, after in _placed(links)),
    )
    return format_html('<div class="record-roles"><span>Also</span>{}</div>', pills)


def _placed(links):
    return [(label, row, *page_address(type(row))) for label, row in links]


@admin.register(Guest)
class GuestAdmin(EntityAdmin):
    """Guests, with their stays and what they like."""

    list_display = (
        "number",
        "contact",
        "guest_status",
        "guest_type",
        "loyalty_tier",
        "is_vip",
        "lifetime_stays",
        "lifetime_revenue",
        "last_stay_date",
    )
    list_filter = ("guest_status", "guest_type", "loyalty_tier", "is_vip", "last_stay_date")
    panels = (
        "reservations",
        "reviews",
        "service_requests",
        "itineraries",
        "bookings",
        "special_occasions",
        "surveys",
        "guest_preference",
    )
    fieldsets = sheet(
        ("", "number contact", "guest_status guest_type loyalty_tier"),
        (
            "Stays",
            "lifetime_stays lifetime_nights lifetime_revenue",
            "first_stay_date last_stay_date",
            "average_rating_given average_nps",
        ),
        (
            "Care",
            "is_vip vip_reason",
            "vip_notes",
            "birthday group_size_typical travels_with_pets",
            "special_requests_default",
            "preferred_properties dietary_restrictions",
            "notes",
            "blocked_reason",
        ),
        (
            "Source",
            "acquisition_source acquisition_campaign",
            "booking_source_primary marketing_segment",
            "referral_contact",
        ),
        ("Elsewhere", "airbnb_guest_id vrbo_guest_id streamline_guest_id"),
    )

    def banner(self, request, obj):
        """The other roles of the same person."""
        return roles_banner(request, obj.contact, besides=obj)


@admin.register(Homeowner)
class HomeownerAdmin(EntityAdmin):
    """Owners, with their homes, statements and payouts."""

    list_display = (
        "number",
        "legal_name",
        "contact",
        "owner_status",
        "owner_type",
        "owner_since",
        "contract_end_date",
        "approval_required_threshold",
    )
    list_filter = ("owner_status", "owner_type", "distribution_method", "contract_end_date")
    inlines = (
        inline(
            Ownership,
            fields=(
                "property",
                "ownership_type",
                "ownership_percentage",
                "distribution_split",
                "effective_date",
                "end_date",
            ),
        ),
    )
    panels = (
        "owner_statements",
        "owner_payouts",
        "tickets",
        "contracts",
        "trust_transactions",
        "messages",
        "documents",
        Panel("owner_inventory", title="Owner's things"),
    )
    fieldsets = sheet(
        ("", "number legal_name contact", "owner_status owner_type"),
        (
            "Contract",
            "contract_start_date contract_end_date owner_since",
            "commission_rate approval_required_threshold",
            "auto_approve_categories",
        ),
        (
            "Ways",
            "communication_preference communication_frequency",
            "trust_level escalation_priority",
            "report_detail_level statement_delivery statement_frequency",
            "notes",
        ),
        (
            "Money",
            "payment_method distribution_method",
            "entity_name entity_state",
            "tax_classification tax_id_last_four",
            "w9_on_file w9_date",
        ),
        ("Elsewhere", "qbo_customer_id qbo_vendor_id streamline_owner_id"),
    )

    def banner(self, request, obj):
        """The other roles of the same person."""
        return roles_banner(request, obj.contact, besides=obj)


@admin.register(Ownership)
class OwnershipAdmin(JoinAdmin):
    """Who owns what, from when to when."""

    list_display = (
        "property",
        "homeowner",
        "ownership_type",
        "ownership_percentage",
        "distribution_split",
        "effective_date",
        "end_date",
    )
