"""Grants over the API."""

from core.api.resources import Resource
from portal.models import (
    ClaimTeamGrant,
    ClaimUserGrant,
    CleanTeamGrant,
    CleanUserGrant,
    FileTeamGrant,
    FileUserGrant,
    InspectionTeamGrant,
    InspectionUserGrant,
    ProjectTeamGrant,
    ProjectUserGrant,
    PropertyTeamGrant,
    PropertyUserGrant,
    ReservationTeamGrant,
    ReservationUserGrant,
    TicketTeamGrant,
    TicketUserGrant,
)


class PropertyUserGrantResource(Resource):
    """A property granted to a person."""

    model = PropertyUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class PropertyTeamGrantResource(Resource):
    """A property granted to a team."""

    model = PropertyTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True


class ReservationUserGrantResource(Resource):
    """A reservation granted to a person."""

    model = ReservationUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class ReservationTeamGrantResource(Resource):
    """A reservation granted to a team."""

    model = ReservationTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True


class TicketUserGrantResource(Resource):
    """A ticket granted to a person."""

    model = TicketUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class TicketTeamGrantResource(Resource):
    """A ticket granted to a team."""

    model = TicketTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True


class CleanUserGrantResource(Resource):
    """A clean granted to a person."""

    model = CleanUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class CleanTeamGrantResource(Resource):
    """A clean granted to a team."""

    model = CleanTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True


class InspectionUserGrantResource(Resource):
    """A inspection granted to a person."""

    model = InspectionUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class InspectionTeamGrantResource(Resource):
    """A inspection granted to a team."""

    model = InspectionTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True


class ProjectUserGrantResource(Resource):
    """A project granted to a person."""

    model = ProjectUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class ProjectTeamGrantResource(Resource):
    """A project granted to a team."""

    model = ProjectTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True


class ClaimUserGrantResource(Resource):
    """A damage claim granted to a person."""

    model = ClaimUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class ClaimTeamGrantResource(Resource):
    """A damage claim granted to a team."""

    model = ClaimTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True


class FileUserGrantResource(Resource):
    """A file granted to a person."""

    model = FileUserGrant
    fields = "id permission granted_by reason expires_at user content_object created_at updated_at"
    read_only = True


class FileTeamGrantResource(Resource):
    """A file granted to a team."""

    model = FileTeamGrant
    fields = "id permission granted_by reason expires_at group content_object created_at updated_at"
    read_only = True
