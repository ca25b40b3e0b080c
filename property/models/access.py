"""Access."""

from django.db import models

from core.models import (
    BaseModel,
    BusinessIDField,
    ChoiceField,
    Entity,
    FlagField,
    IntegerField,
    LineField,
    Log,
    SealedField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from property.choices.access import (
    AccessCodeAudience,
    AccessCodeType,
    DoorMaterial,
    DoorType,
    KeyCheckoutStatus,
    LockStatus,
    LockType,
)


class Door(Entity):
    """Door of a unit, exterior or interior."""

    number = BusinessIDField("DOR-", db_column="door_id")

    property = models.ForeignKey("property.Property", models.CASCADE, related_name="doors")
    room = models.ForeignKey(
        "property.Room", models.SET_NULL, related_name="property_doors", null=True, blank=True
    )

    door_type = ChoiceField(DoorType)
    location = LineField()
    material = ChoiceField(DoorMaterial, null=True)
    color = LineField(null=True)
    has_lock = FlagField()
    has_screen = FlagField()
    is_exterior = FlagField()
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    door_name = LineField(null=True)

    search_text = SearchTextField("number", "door_name")

    label_fields = ("door_name", "number")
    search_through = ("property",)

    class Meta:
        db_table = in_schema("property", "property_doors")
        verbose_name = "door"
        verbose_name_plural = "doors"
        ordering = ["number"]
        indexes = [search_index("property_doors_search")]


class Lock(Entity):
    """Lock fitted on a door, mechanical or smart."""

    number = BusinessIDField("LCK-", db_column="lock_id")

    door = models.ForeignKey("property.Door", models.CASCADE, related_name="property_locks")

    lock_type = ChoiceField(LockType)
    brand = LineField(null=True)
    model = LineField(null=True)
    is_smart = FlagField()
    smart_platform = LineField(null=True)
    has_keypad = FlagField()
    key_quantity = IntegerField(null=True)
    code_current = SealedField(null=True, label="Current code", help_text="encrypted at rest")
    code_master = SealedField(null=True, label="Master code", help_text="encrypted at rest")
    battery_type = LineField(null=True)
    battery_last_changed = models.DateField(null=True, blank=True)
    install_date = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    is_active = FlagField(default=True)
    serial_number = LineField(null=True)
    smart_external_lock_id = LineField(null=True, help_text="id at the lock vendor API")
    guest_code_pattern = LineField(null=True)
    battery_level_percent = IntegerField(null=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)

    status = ChoiceField(LockStatus, default=LockStatus.ACTIVE)

    search_text = SearchTextField("number", "serial_number")

    label_fields = ("lock_type", "number")
    search_through = ("door",)

    class Meta:
        db_table = in_schema("property", "property_locks")
        verbose_name = "lock"
        verbose_name_plural = "locks"
        ordering = ["number"]
        indexes = [
            models.Index(
                fields=["smart_external_lock_id"],
                condition=models.Q(smart_external_lock_id__isnull=False),
                name="property_locks_smart_ext_e7cf9",
            ),
            search_index("property_locks_search"),
        ]


class KeyCheckout(Log):
    """Custody of physical keys handed to team members."""

    number = BusinessIDField("KEY-", db_column="checkout_id")

    lock = models.ForeignKey(
        "property.Lock", models.PROTECT, related_name="key_checkouts", db_index=False
    )
    checked_out_to = models.ForeignKey(
        "team.TeamMember", models.PROTECT, related_name="key_checkouts_as_checked_out_to"
    )
    returned_to = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="key_checkouts_as_returned_to",
        null=True,
        blank=True,
    )
    contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="key_checkouts",
        null=True,
        blank=True,
        help_text="when lent outside the team",
    )
    ticket = models.ForeignKey(
        "service.Ticket", models.SET_NULL, related_name="key_checkouts", null=True, blank=True
    )

    key_number = LineField(null=True)
    checked_out_at = models.DateTimeField()
    expected_return_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    purpose = LineField(null=True)
    notes = TextField(null=True)

    status = ChoiceField(KeyCheckoutStatus, default=KeyCheckoutStatus.OUT)

    search_text = SearchTextField("number", "key_number")

    label_fields = ("number", "key_number")
    search_through = ("checked_out_to", "contact")

    class Meta:
        db_table = in_schema("property", "key_checkouts")
        verbose_name = "key checkout"
        verbose_name_plural = "key checkouts"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(returned_at__isnull=True)
                | models.Q(returned_at__gte=models.F("checked_out_at")),
                name="key_checkouts_returned_at_checked_out_at_check",
                violation_error_message="Returned at must not be before checked out at.",
            )
        ]
        indexes = [
            models.Index(fields=["lock", "-checked_out_at"], name="key_checkouts_lock_check_fcf9e"),
            models.Index(
                fields=["returned_at"],
                condition=models.Q(returned_at__isnull=True),
                name="key_checkouts_returned_a_6ab89",
            ),
            search_index("key_checkouts_search"),
        ]


class AccessCode(BaseModel):
    """Entry codes of a unit with validity windows."""

    property = models.ForeignKey(
        "property.Property", models.CASCADE, related_name="access_codes", db_index=False
    )
    door = models.ForeignKey(
        "property.Door", models.CASCADE, related_name="property_access_codes", null=True, blank=True
    )
    lock = models.ForeignKey(
        "property.Lock",
        models.SET_NULL,
        related_name="property_access_codes",
        null=True,
        blank=True,
    )
    reservation = models.ForeignKey(
        "reservations.Reservation",
        models.SET_NULL,
        related_name="property_access_codes",
        null=True,
        blank=True,
    )
    contact = models.ForeignKey(
        "directory.Contact",
        models.SET_NULL,
        related_name="property_access_codes",
        null=True,
        blank=True,
    )
    created_by = models.ForeignKey(
        "team.TeamMember",
        models.SET_NULL,
        related_name="property_access_codes",
        null=True,
        blank=True,
    )

    code_type = ChoiceField(AccessCodeType)
    code_location = LineField(null=True)
    code_value = SealedField(label="Code", help_text="encrypted at rest; reveal is audited")
    is_current = FlagField(default=True)
    effective_date = models.DateField(null=True, blank=True)
    expiry_date = models.DateField(null=True, blank=True)
    notes = TextField(null=True)
    audience = ChoiceField(AccessCodeAudience, default=AccessCodeAudience.GUEST)
    valid_from = models.DateTimeField(null=True, blank=True)
    valid_until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("code_type", "code_location")
    search_through = ("property", "contact")

    class Meta:
        db_table = in_schema("property", "property_access_codes")
        verbose_name = "access code"
        verbose_name_plural = "access codes"
        ordering = ["-effective_date"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expiry_date__isnull=True)
                | models.Q(expiry_date__gte=models.F("effective_date")),
                name="property_access_codes_expiry_date_effective_date_check",
                violation_error_message="Expiry date must not be before effective date.",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gt=models.F("valid_from")),
                name="property_access_codes_valid_until_valid_from_check",
                violation_error_message="Valid until must be after valid from.",
            ),
        ]
        indexes = [
            models.Index(fields=["property", "is_current"], name="property_acces_property_551d2"),
            models.Index(
                fields=["valid_from", "valid_until"], name="property_acces_valid_fro_d28d5"
            ),
        ]
