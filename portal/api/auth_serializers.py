"""What signing in over the API takes and gives."""

from rest_framework import serializers

from core.api.serializers import ApiSerializer, InstantField
from portal.choices.users import PortalSessionDeviceType

LONGEST_PASSWORD = 1000  # hashing costs by the length


class PasswordField(serializers.CharField):
    """A password: taken as it is, never given back."""

    def __init__(self, **kwargs):
        defaults = {
            "write_only": True,
            "trim_whitespace": False,
            "max_length": LONGEST_PASSWORD,
            "style": {"input_type": "password"},
        }
        super().__init__(**{**defaults, **kwargs})


class DeviceSerializer(ApiSerializer):
    """What signs in: it decides how long the sign-in lasts."""

    type = serializers.ChoiceField(
        choices=PortalSessionDeviceType.choices,
        default=PortalSessionDeviceType.DESKTOP,
        help_text="desktop and tablet: 24 hours; mobile: 7 days; api_client: 1 hour",
    )
    name = serializers.CharField(
        default="", allow_blank=True, max_length=100, help_text="as the person knows it"
    )


class LoginSerializer(ApiSerializer):
    """Address and password; the code where the account has a second factor."""

    email = serializers.CharField(max_length=254)
    password = PasswordField()
    code = serializers.CharField(
        default="",
        allow_blank=True,
        max_length=40,
        help_text="of the authenticator app, or a recovery code; needed after code_required",
    )
    device = DeviceSerializer(required=False)


class RefreshSerializer(ApiSerializer):
    """The refresh token of the last answer; it works once."""

    refresh = serializers.CharField(max_length=4000)


class TokensSerializer(ApiSerializer):
    """What a signed-in device has. Only hashes of it are kept here."""

    access = serializers.CharField(help_text="goes into the header Authorization: Bearer …")
    access_expires_at = InstantField()
    refresh = serializers.CharField(help_text="gets new tokens, once")
    refresh_expires_at = InstantField(help_text="the end of the session")
    session = serializers.UUIDField(source="session.pk")
    steps_due = serializers.ChoiceField(
        choices=["", "second_factor", "enrolment", "password_change"],
        help_text="what must be done before anything else is answered",
    )


class CodeSerializer(ApiSerializer):
    """A code of the authenticator app, or a recovery code."""

    code = serializers.CharField(max_length=40)


class AppCodeSerializer(ApiSerializer):
    """A code of the authenticator app."""

    code = serializers.CharField(max_length=40)


class MfaSerializer(ApiSerializer):
    """How the account stands to its second factor."""

    is_enabled = serializers.BooleanField()
    is_required = serializers.BooleanField(help_text="asked of this account by the company")
    is_verified = serializers.BooleanField(help_text="given in this session")


class EnrolmentSerializer(ApiSerializer):
    """What an authenticator app needs."""

    secret = serializers.CharField(help_text="to type in (base32)")
    uri = serializers.CharField(help_text="otpauth: address")
    qr = serializers.CharField(help_text="the address as QR code, a data: address of an SVG image")


class RecoveryCodesSerializer(ApiSerializer):
    """Each stands in once for a code of the app. Shown this once."""

    recovery_codes = serializers.ListField(child=serializers.CharField())


class ConfirmedSerializer(RecoveryCodesSerializer):
    """The second factor is in force."""

    tokens = TokensSerializer()


class MfaDisableSerializer(ApiSerializer):
    """Both factors, to take the second one off."""

    password = PasswordField()
    code = serializers.CharField(max_length=40)


class AddressSerializer(ApiSerializer):
    """To whom to write."""

    email = serializers.CharField(max_length=254)


class LinkSerializer(ApiSerializer):
    """The secret of a mailed link."""

    token = serializers.CharField(max_length=200)


class MagicLinkUseSerializer(LinkSerializer):
    """The secret of the link; the code where the account has a second factor."""

    code = serializers.CharField(default="", allow_blank=True, max_length=40)
    device = DeviceSerializer(required=False)


class LinkPasswordSerializer(LinkSerializer):
    """The secret of the link, and the password to be."""

    password = PasswordField()


class PasswordChangeSerializer(ApiSerializer):
    """The password so far and the one to be."""

    old = PasswordField()
    new = PasswordField()
