"""People over the API."""

from core.api.resources import Resource
from staging.models import (
    StagedGuest,
    StagedHomeowner,
    StagedOwnership,
    StagedReservation,
    StagedTeamMember,
)


class StagedGuestResource(Resource):
    """Raw guest rows from source systems."""

    model = StagedGuest
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_guest
        matched_contact guest_id first_name last_name full_name email phone address city state
        postal_code country created_at updated_at
    """


class StagedReservationResource(Resource):
    """Raw reservation rows from source systems."""

    model = StagedReservation
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict
        matched_reservation reservation_id guest_id property_id platform confirmation_code
        booked_at arrive_date depart_date nights occupants gross_total net_revenue taxes_total
        cleaning_fee currency status created_at updated_at
    """


class StagedHomeownerResource(Resource):
    """Raw owner rows from source systems."""

    model = StagedHomeowner
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_homeowner
        matched_contact homeowner_id prefix first_name last_name full_name entity_name email
        phone address city state postal_code created_at updated_at
    """


class StagedOwnershipResource(Resource):
    """Raw owner-to-unit rows from source systems."""

    model = StagedOwnership
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict
        matched_relationship relationship_id homeowner_id property_id property_short_name
        resort_id ownership_type ownership_percentage bedrooms bathrooms start_date end_date
        created_at updated_at
    """


class StagedTeamMemberResource(Resource):
    """Raw team rows from source systems."""

    model = StagedTeamMember
    fields = """
        id batch_id source_system source_file source_row load_status error_messages
        match_confidence loaded_at processed_at processed_by source_id verdict matched_member
        member_id first_name last_name team_name role internal_role_id email phone status
        employment_type compensation_type hire_date created_at updated_at
    """
