"""Who sees what of the storage schema."""

from core.permissions.policies import policy
from storage.models import (
    InspectionFile,
    RoomFile,
    StoredFile,
    TicketFile,
)

policy(
    StoredFile,
    "files",
    own=[
        "uploaded_by__user",
        "property__ownerships__homeowner__user",
        "property__reservations__guest__user",
    ],
    team=["uploaded_by__team", "property__primary_team", "ticket_files__ticket__current_team"],
    shared_by=["ticket_files__ticket", "inspection_files__inspection"],
    visible_if={
        "homeowner": {"visibility__in": ["owner", "public"], "is_archived": False},
        "guest": {
            "visibility__in": ["guest", "public"],
            "is_archived": False,
            "property__reservations__status__in": ["confirmed", "checked_in"],
        },
    },
)
policy(
    TicketFile,
    "files",
    parent="ticket",
    shared=True,
    visible_if={
        "guest": {"is_guest_visible": True},
        "homeowner": {"is_owner_visible": True},
        "contact": {"is_guest_visible": True, "is_owner_visible": True},
    },
)
policy(
    InspectionFile,
    "files",
    parent="inspection",
    shared=True,
    visible_if={"homeowner": {"file__visibility__in": ["owner", "public"]}},
)
policy(
    RoomFile,
    "files",
    parent="room",
    visible_if={
        "homeowner": {"file__visibility__in": ["owner", "public"]},
        "guest": {"file__visibility__in": ["guest", "public"]},
    },
)
