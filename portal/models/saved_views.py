"""Lists as people keep them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import BaseModel, LineField, TextField, in_schema


class SavedView(BaseModel):
    """A list of the console as its owner keeps it: filters, search, order and columns.

    ``query`` is the list's query string (``status__exact=open&o=-3``, without "?"); ``columns``
    names the columns in their order, or is null for the list's own. Shared with a team, it is
    offered to the team's members; only the owner changes it.
    """

    owner = models.ForeignKey(
        "portal.User", models.CASCADE, related_name="saved_views", db_index=False
    )
    team = models.ForeignKey(
        "team.Team",
        models.SET_NULL,
        related_name="saved_views",
        null=True,
        blank=True,
        db_index=False,
        help_text="whose members see it too",
    )

    model_label = LineField("list", help_text="app and model, e.g. service.ticket")
    name = LineField()
    query = TextField(default="", blank=True, help_text="query string without the question mark")
    columns = ArrayField(LineField(), null=True, blank=True)

    label_fields = ("name",)
    search_through = ("owner",)

    class Meta:
        db_table = in_schema("portal", "saved_views")
        verbose_name = "saved view"
        verbose_name_plural = "saved views"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "model_label", "name"],
                name="saved_views_owner_model_label_name_unique",
                violation_error_message="You already have a view of that name for this list.",
            ),
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="saved_views_name_check",
                violation_error_message="Give the view a name.",
            ),
        ]
        indexes = [models.Index(fields=["team", "model_label"], name="saved_views_team_model")]
