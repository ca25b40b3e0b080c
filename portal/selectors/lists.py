"""How a person keeps the lists of the console."""

import json
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F, Func, Q, TextField, UUIDField, Value
from django.db.models.functions import Cast

from portal.models import SavedView, User, UserPreference
from team.models import TeamMember

COLUMNS_KEY = "columns:"  # followed by the list's label: "columns:service.ticket"


@dataclass(frozen=True)
class KeptView:
    """A saved view as a list shows it; ``columns`` is None for the list's own columns."""

    id: UUID
    name: str
    query: str
    columns: list[str] | None
    team_id: UUID | None
    owner_id: UUID
    is_own: bool
    owner_email: str = ""
    team_name: str = ""


@dataclass(frozen=True)
class ListMemory:
    """What is kept about one list for one person."""

    columns: list[str] | None = None
    views: list[KeptView] = field(default_factory=list)

    def view(self, key: str | None) -> KeptView | None:
        """The view with that id, or None when the person has no such view."""
        return next((view for view in self.views if str(view.id) == key), None)


def list_memory(*, user: User, label: str) -> ListMemory:
    """The columns and views that ``user`` has for the list ``label`` ("service.ticket").

    Views are the person's own and those shared with the person's team, own ones first. One query.
    """
    nothing = Value(None, output_field=TextField())
    no_key = Value(None, output_field=UUIDField())
    chosen = UserPreference.objects.filter(
        user=user, preference_key=COLUMNS_KEY + label
    ).values_list(
        no_key, Value(""), nothing, F("preference_value"), no_key, F("user_id"), nothing, nothing
    )
    mine = Q(owner=user)
    if user.team_member_id:
        mine |= Q(team__in=TeamMember.objects.filter(pk=user.team_member_id).values("team"))
    kept = SavedView.objects.filter(mine, model_label=label).values_list(
        "id",
        "name",
        "query",
        Cast(Func("columns", function="to_json"), TextField()),
        "team_id",
        "owner_id",
        "owner__email",
        "team__name",
    )
    columns, views = None, []
    rows = chosen.order_by().union(kept.order_by(), all=True).order_by()
    for key, name, query, names, team, owner, email, team_name in rows:
        names = json.loads(names) if names else None
        if key is None:
            columns = names
        else:
            views.append(
                KeptView(
                    key, name, query, names, team, owner, owner == user.pk, email, team_name or ""
                )
            )
    views.sort(key=lambda view: (not view.is_own, view.name.casefold()))
    return ListMemory(columns, views)
