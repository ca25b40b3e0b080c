"""Rules for passwords beside Django's own (``settings.AUTH_PASSWORD_VALIDATORS``)."""

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError

from portal.models import PastPassword

SHORTEST_NAME = 4  # of an address's first half that a password must not hold


class WithoutOwnAddress:
    """Not the own e-mail address, nor what stands before its @, anywhere in the password."""

    def validate(self, password, user=None):
        """Raises ``ValidationError`` for a password that holds the user's address."""
        address = (getattr(user, "email", None) or "").lower()
        name = address.partition("@")[0]
        said = password.lower()
        if (address and address in said) or (len(name) >= SHORTEST_NAME and name in said):
            raise ValidationError(
                "The password holds your e-mail address. Choose another one.",
                code="password_with_address",
            )

    def get_help_text(self):
        """The rule, for the form."""
        return "Your password must not hold your e-mail address."


class NotUsedBefore:
    """Not the password that the account has, nor one of the last few."""

    def validate(self, password, user=None):
        """Raises ``ValidationError`` for one of the last ``settings.PASSWORD_HISTORY`` passwords."""
        if user is None or user._state.adding:
            return
        past = PastPassword.objects.filter(user=user).order_by("-id")
        hashes = {user.password, *past.values_list("password", flat=True)[: _kept()]}
        if any(check_password(password, encoded) for encoded in hashes):
            raise ValidationError(
                "You have had this password before. Choose another one.",
                code="password_used_before",
            )

    def get_help_text(self):
        """The rule, for the form."""
        return f"Your password must not be one of your last {_kept()}."


def _kept() -> int:
    return settings.PASSWORD_HISTORY
