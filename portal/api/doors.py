"""What the portals have in common: who may come in, and how clashes are told."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from rest_framework.parsers import BaseParser
from rest_framework.permissions import SAFE_METHODS, BasePermission, IsAuthenticated

from core.api.problems import Conflict, is_conflict
from core.api.rendering import JSONParser
from core.permissions.standing import is_live, is_onlooker
from storage.api.downloads import file_answer

__all__ = ["ClashMixin", "Door", "doors", "file_answer", "found"]


class Door(BasePermission):
    """Lets in who is a person of that kind: ``attribute`` of the user leads to who they are."""

    attribute: str

    def has_permission(self, request, view):
        """Whether the account stands for such a person; who looks on through it only reads."""
        user = request.user
        if not is_live(user) or getattr(user, self.attribute) is None:
            return False
        return request.method in SAFE_METHODS or not is_onlooker(user)


class IsGuest(Door):
    """Somebody who has booked with us."""

    attribute = "guest_id"


class IsHomeowner(Door):
    """Somebody whose home we manage, or managed."""

    attribute = "homeowner_id"


class IsTeamMember(Door):
    """Somebody who works here."""

    attribute = "team_member_id"


class IsContact(Door):
    """Somebody in the directory: a vendor's person."""

    attribute = "contact_id"


def doors(door: type[Door]) -> list[Any]:
    """The permission classes of a portal's views."""
    return [IsAuthenticated, door]


class ClashMixin:
    """For views that write: JSON alone comes in, 409 where something else stands in the way."""

    parser_classes: Sequence[type[BaseParser]] = [JSONParser]

    def handle_exception(self, exc):
        """Refusals with the code "conflict" are clashes, all others bad requests."""
        if isinstance(exc, ValidationError) and is_conflict(exc):
            exc = Conflict(" ".join(exc.messages))
        return super().handle_exception(exc)


def found(rows, **key):
    """The row of a scoped queryset, or 404: what is foreign and what is not there look alike."""
    row = rows.filter(**key).first()
    if row is None:
        raise Http404
    return row
