"""Vendors over the API."""

from core.api.resources import Resource
from directory.models import Company, Vendor, VendorAssignment


class CompanyResource(Resource):
    """Organisation profile: vendors, suppliers, partners, booking platforms, insurers."""

    model = Company
    fields = """
        id number company_name dba_name contact primary_contact billing_contact vendor_category
        company_type tax_id business_license website billing_email payment_terms service_areas
        is_preferred is_emergency_capable insurance_verified insurance_expiry internal_rating
        rating_notes notes qbo_vendor_id industry license_state license_expiry insurance_carrier
        insurance_policy coi_on_file coi_date tax_exempt is_1099_eligible w9_on_file
        rating_count credit_limit status created_at updated_at
    """


class VendorResource(Resource):
    """Service capabilities, pricing and performance of a vendor company."""

    model = Vendor
    fields = """
        id number company vendor_category approved_by vendor_type service_categories
        emergency_rate_multiplier response_time_hours service_area_miles certifications
        specialties availability performance_score total_jobs_completed on_time_percentage
        average_job_rating notes vendor_tier emergency_available is_approved approved_date
        jobs_cancelled rating_count dispatch_notes is_active hourly_rate minimum_charge
        trip_charge created_at updated_at
    """


class VendorAssignmentResource(Resource):
    """Preferred and backup vendor companies per property and trade."""

    model = VendorAssignment
    fields = """
        id company property service_category vendor is_preferred is_primary assignment_notes
        effective_date end_date assignment_type priority_rank rate_notes rate_override
        created_at updated_at
    """
