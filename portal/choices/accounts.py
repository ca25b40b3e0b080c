"""Closed lists of what accounts leave behind."""

from django.db import models


class TokenPurpose(models.TextChoices):
    INVITATION = "invitation"
    EMAIL_VERIFICATION = "email_verification"
    MAGIC_LINK = "magic_link"
    PASSWORD_RESET = "password_reset"
