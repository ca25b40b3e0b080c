"""Console pages: vendors."""

from django.contrib import admin

from core.admin import EntityAdmin, JoinAdmin, Panel, inline
from directory.admin.people import roles_banner
from directory.models import Company, Vendor, VendorAssignment


@admin.register(Company)
class CompanyAdmin(EntityAdmin):
    """Vendors, suppliers, platforms and insurers."""

    list_display = (
        "number",
        "company_name",
        "company_type",
        "status",
        "vendor_category",
        "contact",
        "insurance_expiry",
        "license_expiry",
    )
    panels = (
        Panel("vendors", title="As a vendor"),
        "vendor_assignments",
        "ticket_vendors",
        "vendor_payments",
        "cleans",
        "documents",
        "inventory_purchases",
    )

    def banner(self, request, obj):
        """The roles of its contact."""
        return roles_banner(request, obj.contact, besides=obj) if obj.contact_id else ""


@admin.register(Vendor)
class VendorAdmin(EntityAdmin):
    """What a company does for us, and how well."""

    list_display = (
        "number",
        "company",
        "vendor_type",
        "vendor_category",
        "vendor_tier",
        "hourly_rate",
        "minimum_charge",
        "approved_date",
    )
    inlines = (
        inline(
            VendorAssignment,
            fields=(
                "property",
                "company",
                "service_category",
                "assignment_type",
                "priority_rank",
                "effective_date",
            ),
        ),
    )


admin.site.register(VendorAssignment, JoinAdmin)
