"""Keeping lists as people want them: saved views, and the columns of a list."""

import json
from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError

from core.services.refusals import database_refusals
from core.services.writing import writing
from portal.choices.users import UserPreferenceValueType
from portal.models import SavedView, User, UserPreference
from portal.selectors.lists import COLUMNS_KEY, KeptView, ListMemory, list_memory

NAME_LENGTH = 80


def saved_view_save(
    *,
    actor: User,
    label: str,
    name: str,
    query: str = "",
    columns: Sequence[str] | None = None,
    is_shared: bool = False,
) -> SavedView:
    """Keep a list under a name; a view of that name which the actor has already is replaced.

    ``label`` names the list ("service.ticket"), ``query`` is its query string, ``columns`` the
    columns in order or None for the list's own; ``is_shared`` offers it to the actor's team.
    Raises ``ValidationError`` for a missing or too long name and for sharing without a team.
    """
    name = " ".join(name.split())
    if not name:
        raise ValidationError({"name": "Give the view a name."})
    if len(name) > NAME_LENGTH:
        raise ValidationError({"name": f"Give a name of at most {NAME_LENGTH} characters."})
    team = actor.team_member.team if is_shared and actor.team_member else None
    if is_shared and team is None:
        raise ValidationError({"team": "You are in no team to share a view with."})
    with writing(actor), database_refusals(SavedView):
        view, _ = SavedView.objects.update_or_create(
            owner=actor,
            model_label=label,
            name=name,
            defaults={
                "query": query.lstrip("?"),
                "columns": list(columns) if columns else None,
                "team": team,
            },
        )
    return view


def saved_view_columns(*, actor: User, view_id: UUID, columns: Sequence[str] | None) -> None:
    """Give a view of the actor's own other columns; ``PermissionDenied`` for anybody else's."""
    with writing(actor):
        view = _own_view(actor, view_id)
        view.columns = list(columns) if columns else None
        view.save(update_fields=["columns"])


def saved_view_delete(*, actor: User, view_id: UUID) -> SavedView:
    """Drop a view of the actor's own; ``PermissionDenied`` for anybody else's or none."""
    with writing(actor):
        view = _own_view(actor, view_id)
        view.delete()
    return view


def list_columns_keep(*, actor: User, label: str, columns: Sequence[str] | None) -> None:
    """Keep the columns, in order, that the actor wants in a list; None is the list's own again."""
    key = COLUMNS_KEY + label
    with writing(actor):
        if not columns:
            UserPreference.objects.filter(user=actor, preference_key=key).delete()
            return
        UserPreference.objects.update_or_create(
            user=actor,
            preference_key=key,
            defaults={
                "preference_value": json.dumps(list(columns)),
                "value_type": UserPreferenceValueType.JSON,
            },
        )


def _own_view(actor: User, view_id: UUID) -> SavedView:
    view = SavedView.objects.select_for_update().filter(pk=view_id, owner=actor).first()
    if view is None:
        raise PermissionDenied("Only its owner can change a saved view.")
    return view


__all__ = [
    "KeptView",
    "ListMemory",
    "list_columns_keep",
    "list_memory",
    "saved_view_columns",
    "saved_view_delete",
    "saved_view_save",
]
