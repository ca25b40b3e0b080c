"""People."""

from django.db import models

from core.models import EmailField, LineField, StagingRow, in_schema


class StagedGuest(StagingRow):
    """Raw guest rows from source systems."""

    matched_guest = models.ForeignKey(
        "directory.Guest", models.SET_NULL, related_name="guests", null=True, blank=True
    )
    matched_contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="guests", null=True, blank=True
    )

    guest_id = LineField(null=True)
    first_name = LineField(null=True)
    last_name = LineField(null=True)
    full_name = LineField(null=True)
    email = EmailField(null=True)
    phone = LineField(null=True)
    address = LineField(null=True)
    city = LineField(null=True)
    state = LineField(null=True)
    postal_code = LineField(null=True)
    country = LineField(null=True)

    label_fields = ("full_name", "source_row")

    class Meta:
        db_table = in_schema("staging", "guests")
        verbose_name = "staged guest"
        verbose_name_plural = "staged guests"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="guests_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="guests_load_status"),
            models.Index(fields=["row_hash"], name="guests_row_hash"),
            models.Index(fields=["source_id"], name="guests_source_id"),
        ]


class StagedReservation(StagingRow):
    """Raw reservation rows from source systems."""

    matched_reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="reservations",
        null=True,
        blank=True,
    )

    reservation_id = LineField(null=True)
    guest_id = LineField(null=True)
    property_id = LineField(null=True)
    platform = LineField(null=True)
    confirmation_code = LineField(null=True)
    booked_at = LineField(null=True)
    arrive_date = LineField(null=True)
    depart_date = LineField(null=True)
    nights = LineField(null=True)
    occupants = LineField(null=True)
    gross_total = LineField(null=True)
    net_revenue = LineField(null=True)
    taxes_total = LineField(null=True)
    cleaning_fee = LineField(null=True)
    currency = LineField(null=True)
    status = LineField(null=True)

    label_fields = ("confirmation_code", "source_row")

    class Meta:
        db_table = in_schema("staging", "reservations")
        verbose_name = "staged reservation"
        verbose_name_plural = "staged reservations"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="reservations_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="reservations_load_status"),
            models.Index(fields=["row_hash"], name="reservations_row_hash"),
            models.Index(fields=["source_id"], name="reservations_source_id"),
        ]


class StagedHomeowner(StagingRow):
    """Raw owner rows from source systems."""

    matched_homeowner = models.ForeignKey(
        "directory.Homeowner", models.SET_NULL, related_name="homeowners", null=True, blank=True
    )
    matched_contact = models.ForeignKey(
        "directory.Contact", models.SET_NULL, related_name="homeowners", null=True, blank=True
    )

    homeowner_id = LineField(null=True)
    prefix = LineField(null=True)
    first_name = LineField(null=True)
    last_name = LineField(null=True)
    full_name = LineField(null=True)
    entity_name = LineField(null=True)
    email = EmailField(null=True)
    phone = LineField(null=True)
    address = LineField(null=True)
    city = LineField(null=True)
    state = LineField(null=True)
    postal_code = LineField(null=True)

    label_fields = ("full_name", "source_row")

    class Meta:
        db_table = in_schema("staging", "homeowners")
        verbose_name = "staged homeowner"
        verbose_name_plural = "staged homeowners"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="homeowners_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="homeowners_load_status"),
            models.Index(fields=["row_hash"], name="homeowners_row_hash"),
            models.Index(fields=["source_id"], name="homeowners_source_id"),
        ]


class StagedOwnership(StagingRow):
    """Raw owner-to-unit rows from source systems."""

    matched_relationship = models.ForeignKey(
        "directory.Ownership",
        models.SET_NULL,
        related_name="homeowner_property_relationships",
        null=True,
        blank=True,
    )

    relationship_id = LineField(null=True)
    homeowner_id = LineField(null=True)
    property_id = LineField(null=True)
    property_short_name = LineField(null=True)
    resort_id = LineField(null=True)
    ownership_type = LineField(null=True)
    ownership_percentage = LineField(null=True)
    bedrooms = LineField(null=True)
    bathrooms = LineField(null=True)
    start_date = LineField(null=True)
    end_date = LineField(null=True)

    label_fields = ("property_short_name", "source_row")

    class Meta:
        db_table = in_schema("staging", "homeowner_property_relationships")
        verbose_name = "staged ownership"
        verbose_name_plural = "staged ownerships"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="homeowner_property_relationships_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="homeowner_prop_load_status"),
            models.Index(fields=["row_hash"], name="homeowner_prop_row_hash"),
            models.Index(fields=["source_id"], name="homeowner_prop_source_id"),
        ]


class StagedTeamMember(StagingRow):
    """Raw team rows from source systems."""

    matched_member = models.ForeignKey(
        "team.TeamMember", models.SET_NULL, related_name="internal_team", null=True, blank=True
    )

    member_id = LineField(null=True)
    first_name = LineField(null=True)
    last_name = LineField(null=True)
    team_name = LineField(null=True)
    role = LineField(null=True)
    internal_role_id = LineField(null=True)
    email = EmailField(null=True)
    phone = LineField(null=True)
    status = LineField(null=True)
    employment_type = LineField(null=True)
    compensation_type = LineField(null=True)
    hire_date = LineField(null=True)

    label_fields = ("first_name", "last_name", "source_row")

    class Meta:
        db_table = in_schema("staging", "internal_team")
        verbose_name = "staged team member"
        verbose_name_plural = "staged team members"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch_id", "source_row"],
                name="internal_team_batch_id_source_row_unique",
                nulls_distinct=False,
                violation_error_message="There is already a row with this batch id, source row.",
            )
        ]
        indexes = [
            models.Index(fields=["load_status"], name="internal_team_load_status"),
            models.Index(fields=["row_hash"], name="internal_team_row_hash"),
            models.Index(fields=["source_id"], name="internal_team_source_id"),
        ]
