"""Calendars: which nights of a property are taken, and how stays came to stand where they do."""

from django.db import models

from core.models import (
    BaseModel,
    ChoiceField,
    DateMultiRangeField,
    LineField,
    Log,
    NowField,
    TextField,
    in_schema,
)
from core.models.triggers import append_only
from reservations.choices.reservations import ReservationStatus


class PropertyCalendar(BaseModel):
    """The nights of a property that are taken, kept by triggers on its stays.

    Made with the first stay of a property; none means that all nights are free. Who books locks the
    row first, so that writers of one property take turns and those of others do not wait. ``unfollowed_since`` says that stays were
    written whose cleans, inspections and journeys have not been planned since.
    """

    property = models.OneToOneField("property.Property", models.CASCADE, related_name="calendar")

    busy = DateMultiRangeField(editable=False, help_text="nights of the stays that block")
    unfollowed_since = models.DateTimeField(null=True, blank=True, editable=False)

    search_through = ("property",)

    class Meta:
        db_table = in_schema("reservations", "calendars")
        verbose_name = "property calendar"
        verbose_name_plural = "property calendars"
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["unfollowed_since"],
                condition=models.Q(unfollowed_since__isnull=False),
                name="calendars_unfollowed_since",
            ),
        ]


class StayChange(Log):
    """Dates, property or status of a stay as they changed; written by a trigger, kept for ever.

    What a stay began with is the old side of its first change, or the stay itself.
    """

    reservation = models.ForeignKey(
        "reservations.Reservation", models.PROTECT, related_name="changes", db_index=False
    )
    old_property = models.ForeignKey("property.Property", models.PROTECT, related_name="+")
    new_property = models.ForeignKey("property.Property", models.PROTECT, related_name="+")
    actor = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="+", null=True, blank=True
    )

    changed_at = NowField()
    old_check_in_date = models.DateField()
    new_check_in_date = models.DateField()
    old_check_out_date = models.DateField()
    new_check_out_date = models.DateField()
    source = LineField(null=True, help_text="console, api, import, job or shell")
    reason = TextField(null=True)

    old_status = ChoiceField(ReservationStatus)
    new_status = ChoiceField(ReservationStatus)

    label_fields = ("changed_at", "new_status")
    search_through = ("reservation",)

    class Meta:
        db_table = in_schema("reservations", "stay_changes")
        verbose_name = "stay change"
        verbose_name_plural = "stay changes"
        ordering = ["-changed_at"]
        indexes = [
            models.Index(fields=["reservation", "-changed_at"], name="stay_changes_reservation"),
            models.Index(fields=["changed_at"], name="stay_changes_changed_at"),
        ]
        triggers = [append_only(may_change=["actor_id"])]
