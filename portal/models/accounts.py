"""What accounts leave behind: earlier passwords, recovery codes, one-time links."""

from django.db import models

from core.models import ChoiceField, LineField, Log, in_schema
from portal.choices.accounts import TokenPurpose


class PastPassword(Log):
    """The hash of a password that a person has had, so that it is not taken again."""

    user = models.ForeignKey(
        "portal.User", models.CASCADE, related_name="past_passwords", db_index=False
    )

    password = LineField(help_text="hash, as Django writes it")

    label_fields = ("created_at",)
    search_through = ("user",)

    class Meta:
        db_table = in_schema("portal", "password_history")
        verbose_name = "past password"
        verbose_name_plural = "past passwords"
        ordering = ["-id"]
        indexes = [models.Index(fields=["user", "-id"], name="password_history_user")]


class RecoveryCode(Log):
    """A code that stands in once for the second factor; kept as a hash."""

    user = models.ForeignKey(
        "portal.User", models.CASCADE, related_name="recovery_codes", db_index=False
    )

    code_hash = LineField()
    used_at = models.DateTimeField(null=True, blank=True)

    label_fields = ("created_at",)
    search_through = ("user",)

    class Meta:
        db_table = in_schema("portal", "recovery_codes")
        verbose_name = "recovery code"
        verbose_name_plural = "recovery codes"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "code_hash"],
                name="recovery_codes_user_code_hash_unique",
                violation_error_message="This person already has that code.",
            )
        ]


class OneTimeToken(Log):
    """What a mailed link proves, once and not for long; the link's secret is kept as a hash."""

    user = models.ForeignKey(
        "portal.User", models.CASCADE, related_name="one_time_tokens", db_index=False
    )
    created_by = models.ForeignKey(
        "portal.User",
        models.SET_NULL,
        related_name="one_time_tokens_as_created_by",
        null=True,
        blank=True,
    )

    purpose = ChoiceField(TokenPurpose)
    token_hash = LineField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    requested_ip = models.GenericIPAddressField(null=True, blank=True)

    label_fields = ("purpose", "created_at")
    search_through = ("user",)

    class Meta:
        db_table = in_schema("portal", "one_time_tokens")
        verbose_name = "one-time link"
        verbose_name_plural = "one-time links"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["token_hash"],
                name="one_time_tokens_token_hash_unique",
                violation_error_message="There is already a link with this secret.",
            )
        ]
        indexes = [
            models.Index(fields=["user", "purpose"], name="one_time_tokens_user_purpose"),
            models.Index(fields=["expires_at"], name="one_time_tokens_expires_at"),
        ]
