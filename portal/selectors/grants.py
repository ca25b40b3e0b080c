"""Grants of single rows: what was granted of a row, and what a person was granted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.auth.models import Group
from django.db.models import Model
from django.utils import timezone

from core.permissions.standing import teams_of
from portal.models.grants import GRANTS, Grant, TeamGrant, UserGrant
from team.models import Team

# Django's words for actions, which grants use, and those that people read.
WORDS = {"view": "read", "change": "change", "delete": "delete"}


@dataclass(frozen=True)
class Granted:
    """A grant as people read it; ``holder`` is a user or a team, ``row`` what was granted."""

    grant: Grant
    holder: Model | None
    row: Model
    action: str
    is_in_force: bool


def grant_models(anchor: type[Model]) -> dict[str, type[Grant]]:
    """The tables of grants of an anchor, by "user" and "team".

    Raises ``LookupError`` for a model whose rows cannot be granted.
    """
    every: Any = GRANTS
    found: dict[str, type[Grant]] = {
        "user" if issubclass(model, UserGrant) else "team": model
        for model in every
        if model._meta.get_field("content_object").related_model is anchor
    }
    if not found:
        raise LookupError(f"Single {anchor._meta.verbose_name_plural} cannot be granted.")
    return found


def anchors() -> list[type[Model]]:
    """The models whose single rows can be granted."""
    every: Any = GRANTS
    found: list[Any] = [m._meta.get_field("content_object").related_model for m in every]
    return list(dict.fromkeys(found))


def grants_of_row(row: Model) -> list[Granted]:
    """Every grant of a row, in force or ended, the newest first. Two queries and one for teams."""
    found: list[Grant] = []
    for model in grant_models(type(row)).values():
        grants = model._base_manager.filter(content_object=row.pk)  # type: ignore[misc]
        holder = "user" if issubclass(model, UserGrant) else "group"
        found += grants.select_related(holder, "permission", "granted_by")
    return _as_read(sorted(found, key=lambda grant: grant.pk, reverse=True))


def grants_of_person(user) -> list[Granted]:
    """Every grant to a person or to a team whose rows the person has, the newest first."""
    groups = [f"team:{key}" for key in teams_of(user)]
    found: list[Grant] = []
    every: Any = GRANTS
    for model in every:
        if issubclass(model, UserGrant):
            grants = model._base_manager.filter(user=user.pk).select_related("user")
        elif groups:
            grants = model._base_manager.filter(group__name__in=groups).select_related("group")
        else:
            continue
        found += grants.select_related("permission", "granted_by", "content_object")
    return _as_read(sorted(found, key=lambda grant: grant.pk, reverse=True))


def group_of(team: Team) -> Group:
    """The group of a team."""
    return Group.objects.get(name=f"team:{team.pk}")


def _as_read(grants: Iterable[Any]) -> list[Granted]:
    """The grants with their holders; teams are asked for once."""
    grants = list(grants)
    names = {g.group_id: g.group.name for g in grants if isinstance(g, TeamGrant)}
    keys = {group: UUID(name.partition(":")[2]) for group, name in names.items()}
    teams = Team._base_manager.in_bulk(list(keys.values())) if keys else {}
    now = timezone.now()
    return [
        Granted(
            grant,
            teams.get(keys[grant.group_id]) if isinstance(grant, TeamGrant) else grant.user,
            grant.content_object,
            WORDS[grant.permission.codename.partition("_")[0]],
            grant.expires_at is None or grant.expires_at > now,
        )
        for grant in grants
    ]
