"""What work that follows a stay has in common."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import LineField


class FollowsStay(models.Model):
    """Work planned from a stay: what was asked of it last, what a person pinned, what differs."""

    plan = models.JSONField(
        null=True, blank=True, editable=False, help_text="field: what the stay asks for"
    )
    pinned_fields = ArrayField(
        LineField(),
        default=list,
        blank=True,
        editable=False,
        help_text="fields that do not follow the stay",
    )
    plan_changes = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="pinned field: [kept, what the stay asks for], to be looked at",
    )

    class Meta:
        abstract = True
