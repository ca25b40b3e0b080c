"""Grants that no path can derive: one row, one action, to one person or one team.

django-guardian's tables with a foreign key of their own for each kind of row that is granted:
shares, vendors, watchers, delegation during an absence. Each says who gave it, why, and until when.
"""

from typing import Any

from django.contrib.auth.models import Group
from django.db import models
from guardian.managers import GroupObjectPermissionManager, UserObjectPermissionManager
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from core.models import Join, ScopedQuerySet, TextField, in_schema


class UserGrantManager(UserObjectPermissionManager.from_queryset(ScopedQuerySet)):
    """Guardian's manager, scoped like every other."""

    use_in_migrations = False

    def get_queryset(self):
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)


class TeamGrantManager(GroupObjectPermissionManager.from_queryset(ScopedQuerySet)):
    """Guardian's manager, scoped like every other."""

    use_in_migrations = False

    def get_queryset(self):
        return super().get_queryset().fetch_mode(models.FETCH_PEERS)


class Grant(Join):
    """What grants have in common. ``permission`` is view, change or delete of the row's model."""

    permission = models.ForeignKey(
        "auth.Permission", models.CASCADE, related_name="+", db_index=False
    )
    granted_by = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="+", null=True, blank=True
    )

    reason = TextField()
    expires_at = models.DateTimeField(null=True, blank=True, help_text="empty: until taken back")

    class Meta:
        abstract = True


class UserGrant(Grant, UserObjectPermissionBase):
    """A grant to one person."""

    user = models.ForeignKey("portal.User", models.CASCADE, related_name="+", db_index=False)

    objects = UserGrantManager()

    label_fields = ("reason",)
    search_through = ("user",)

    class Meta:
        abstract = True


class TeamGrant(Grant, GroupObjectPermissionBase):
    """A grant to a team, by the team's group."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="+", db_index=False)

    objects = TeamGrantManager()

    label_fields = ("reason",)

    class Meta:
        abstract = True


def _meta(table: str, holder: str, names: tuple[str, str]) -> Any:
    """Meta of a table of grants: one grant of each action to each holder, found from both ends."""
    fields = {
        "db_table": in_schema("portal", table),
        "verbose_name": names[0],
        "verbose_name_plural": names[1],
        "ordering": ["-id"],
        "constraints": [
            models.UniqueConstraint(
                fields=[holder, "permission", "content_object"],
                name=f"{table}_unique",
                violation_error_message=f"This {holder} was granted this already.",
            )
        ],
        "indexes": [models.Index(fields=["content_object"], name=f"{table}_row")],
    }
    return type("Meta", (), fields)


class PropertyUserGrant(UserGrant):
    """A property granted to a person."""

    content_object = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta(
        "property_user_grants",
        "user",
        ("property granted to a person", "property grants to people"),
    )


class PropertyTeamGrant(TeamGrant):
    """A property granted to a team."""

    content_object = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta(
        "property_team_grants", "group", ("property granted to a team", "property grants to teams")
    )


class ReservationUserGrant(UserGrant):
    """A reservation granted to a person."""

    content_object = models.ForeignKey(
        "reservations.Reservation", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta(
        "reservation_user_grants",
        "user",
        ("reservation granted to a person", "reservation grants to people"),
    )


class ReservationTeamGrant(TeamGrant):
    """A reservation granted to a team."""

    content_object = models.ForeignKey(
        "reservations.Reservation", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta(
        "reservation_team_grants",
        "group",
        ("reservation granted to a team", "reservation grants to teams"),
    )


class TicketUserGrant(UserGrant):
    """A ticket granted to a person."""

    content_object = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta(
        "ticket_user_grants", "user", ("ticket granted to a person", "ticket grants to people")
    )


class TicketTeamGrant(TeamGrant):
    """A ticket granted to a team."""

    content_object = models.ForeignKey(
        "service.Ticket", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta(
        "ticket_team_grants", "group", ("ticket granted to a team", "ticket grants to teams")
    )


class CleanUserGrant(UserGrant):
    """A clean granted to a person."""

    content_object = models.ForeignKey(
        "property.Clean", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta(
        "clean_user_grants", "user", ("clean granted to a person", "clean grants to people")
    )


class CleanTeamGrant(TeamGrant):
    """A clean granted to a team."""

    content_object = models.ForeignKey(
        "property.Clean", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta("clean_team_grants", "group", ("clean granted to a team", "clean grants to teams"))


class InspectionUserGrant(UserGrant):
    """A inspection granted to a person."""

    content_object = models.ForeignKey(
        "property.Inspection", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta(
        "inspection_user_grants",
        "user",
        ("inspection granted to a person", "inspection grants to people"),
    )


class InspectionTeamGrant(TeamGrant):
    """A inspection granted to a team."""

    content_object = models.ForeignKey(
        "property.Inspection", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta(
        "inspection_team_grants",
        "group",
        ("inspection granted to a team", "inspection grants to teams"),
    )


class ProjectUserGrant(UserGrant):
    """A project granted to a person."""

    content_object = models.ForeignKey(
        "service.Project", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta(
        "project_user_grants", "user", ("project granted to a person", "project grants to people")
    )


class ProjectTeamGrant(TeamGrant):
    """A project granted to a team."""

    content_object = models.ForeignKey(
        "service.Project", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta(
        "project_team_grants", "group", ("project granted to a team", "project grants to teams")
    )


class ClaimUserGrant(UserGrant):
    """A damage claim granted to a person."""

    content_object = models.ForeignKey(
        "service.DamageClaim", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta(
        "claim_user_grants",
        "user",
        ("damage claim granted to a person", "damage claim grants to people"),
    )


class ClaimTeamGrant(TeamGrant):
    """A damage claim granted to a team."""

    content_object = models.ForeignKey(
        "service.DamageClaim", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta(
        "claim_team_grants",
        "group",
        ("damage claim granted to a team", "damage claim grants to teams"),
    )


class FileUserGrant(UserGrant):
    """A file granted to a person."""

    content_object = models.ForeignKey(
        "storage.StoredFile", models.CASCADE, related_name="user_grants", db_index=False
    )

    Meta = _meta("file_user_grants", "user", ("file granted to a person", "file grants to people"))


class FileTeamGrant(TeamGrant):
    """A file granted to a team."""

    content_object = models.ForeignKey(
        "storage.StoredFile", models.CASCADE, related_name="team_grants", db_index=False
    )

    Meta = _meta("file_team_grants", "group", ("file granted to a team", "file grants to teams"))


GRANTS: tuple[type[Grant], ...] = tuple(
    model
    for model in list(vars().values())
    if isinstance(model, type) and issubclass(model, Grant) and not model._meta.abstract
)
