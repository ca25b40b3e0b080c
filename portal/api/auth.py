"""Signing in and out over the API: ``/api/v1/auth/``.

What a stranger may call looks at no token, so that an old one in the header does no harm. Answers
that hold tokens or codes are never stored, not even for an Idempotency-Key.
"""

from drf_spectacular.utils import OpenApiExample, OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from core.api.views import PortalView
from portal.api import auth_serializers as shapes
from portal.api.authentication import CHALLENGE, TokenAuthentication
from portal.selectors.accounts import mfa_is_required
from portal.services.invitations import invitation_accept
from portal.services.links import (
    email_verification_send,
    email_verify,
    magic_link_send,
    magic_link_use,
    password_reset,
    password_reset_send,
)
from portal.services.mfa import mfa_begin, mfa_confirm, mfa_disable, recovery_codes_make
from portal.services.passwords import password_change
from portal.services.sessions import (
    session_end,
    session_refresh,
    session_reissue,
    session_start,
)
from portal.services.sign_in import SignInRefused, second_factor_check, sign_in
from portal.services.tokens import TokenRefused

TOKENS = OpenApiExample(
    "Signed in",
    value={
        "access": "eyJhbGciOiJIUzI1NiIs…",
        "access_expires_at": "2026-03-01T20:15:00Z",
        "refresh": "eyJhbGciOiJIUzI1NiIs…",
        "refresh_expires_at": "2026-03-02T20:00:00Z",
        "session": "019caa3e-5a70-7bd0-8e59-0a6f7f4d2f5c",
        "steps_due": "",
    },
    response_only=True,
)
REFUSED = OpenApiResponse(description="Nobody is signed in; `code` says why.")
SENT = OpenApiResponse(description="If such an account exists, a link is on its way.")


class AuthView(PortalView):
    """Puts refusals of the services into the words of HTTP."""

    idempotent = False

    def handle_exception(self, exc):
        """401 for a sign-in or token that is no good, with the reason as code; 429 for too many."""
        if isinstance(exc, SignInRefused):
            if exc.retry_after is not None:
                exc = Throttled(exc.retry_after)
            else:
                exc = AuthenticationFailed(str(exc), code=exc.reason)
        elif isinstance(exc, TokenRefused):
            exc = AuthenticationFailed(str(exc), code="token_refused")
        return super().handle_exception(exc)

    def finalize_response(self, request, response, *args, **kwargs):
        """Nothing of this is for a cache."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    def given(self, shape):
        """The request's values as ``shape`` takes them."""
        serializer = shape(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data


class PublicView(AuthView):
    """For who is not signed in yet."""

    authentication_classes = []
    permission_classes = [AllowAny]
    throttle_scope = "auth"

    def get_authenticate_header(self, request):
        """A 401 even though no way of signing in is looked at."""
        return CHALLENGE


class OwnView(AuthView):
    """For a signed-in device, whatever step of signing in is still due."""

    authentication_classes = [TokenAuthentication]
    before_steps = True


def tokens_answer(tokens):
    """The tokens as they go out."""
    return Response(shapes.TokensSerializer(tokens).data)


def signed_in(who, device):
    """The answer to somebody who has just come in."""
    tokens = session_start(
        user=who.user,
        device_type=device.get("type", "desktop"),
        device_name=device.get("name", ""),
        mfa=who.mfa_verified,
    )
    return tokens_answer(tokens)


class LoginView(PublicView):
    """Sign in with address and password."""

    @extend_schema(
        request=shapes.LoginSerializer,
        responses={200: shapes.TokensSerializer, 401: REFUSED},
        examples=[
            OpenApiExample(
                "A browser",
                value={"email": "owner@example.com", "password": "…"},
                request_only=True,
            ),
            OpenApiExample(
                "A phone, with a second factor",
                value={
                    "email": "lead@example.com",
                    "password": "…",
                    "code": "123456",
                    "device": {"type": "mobile", "name": "Kai's phone"},
                },
                request_only=True,
            ),
            TOKENS,
        ],
    )
    def post(self, request):
        """Sign in. 401 with the code `code_required` asks for `code` as well."""
        values = self.given(shapes.LoginSerializer)
        device = values.pop("device", {})
        return signed_in(sign_in(**values, source="api"), device)


class RefreshView(PublicView):
    """Stay signed in."""

    @extend_schema(
        request=shapes.RefreshSerializer,
        responses={200: shapes.TokensSerializer, 401: REFUSED},
        examples=[TOKENS],
    )
    def post(self, request):
        """New tokens for a refresh token. It works once: used again it ends the session."""
        return tokens_answer(session_refresh(token=self.given(shapes.RefreshSerializer)["refresh"]))


class LogoutView(OwnView):
    """Sign out."""

    @extend_schema(request=None, responses={204: None})
    def post(self, request):
        """End this session; its tokens are worth nothing from now on."""
        session_end(session=request.auth, actor=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)


class MfaView(OwnView):
    """The second factor."""

    @extend_schema(responses=shapes.MfaSerializer)
    def get(self, request):
        """Whether the account has a second factor, needs one, and has given it here."""
        return Response(
            {
                "is_enabled": request.user.mfa_enabled,
                "is_required": mfa_is_required(request.user),
                "is_verified": request.auth.mfa_verified_at is not None,
            }
        )


class MfaVerifyView(OwnView):
    """Give the second factor later than the first."""

    throttle_scope = "auth"

    @extend_schema(
        request=shapes.CodeSerializer,
        responses={200: shapes.TokensSerializer, 401: REFUSED},
        examples=[OpenApiExample("A code", value={"code": "123456"}, request_only=True), TOKENS],
    )
    def post(self, request):
        """Give a code in a session that has none; the tokens so far end."""
        code = self.given(shapes.CodeSerializer)["code"]
        second_factor_check(user=request.user, code=code, source="api")
        return tokens_answer(session_reissue(session=request.auth, mfa=True))


class MfaEnrolView(OwnView):
    """Set up an authenticator app: the first half."""

    @extend_schema(request=None, responses=shapes.EnrolmentSerializer)
    def post(self, request):
        """A secret for the app. It counts once a code of it is confirmed."""
        enrolment = mfa_begin(user=request.user, source="api")
        return Response(shapes.EnrolmentSerializer(enrolment).data)


class MfaConfirmView(OwnView):
    """Set up an authenticator app: the second half."""

    throttle_scope = "auth"

    @extend_schema(request=shapes.AppCodeSerializer, responses=shapes.ConfirmedSerializer)
    def post(self, request):
        """Put the second factor in force; shows the recovery codes, and new tokens."""
        code = self.given(shapes.AppCodeSerializer)["code"]
        codes = mfa_confirm(user=request.user, code=code, source="api")
        tokens = session_reissue(session=request.auth, mfa=True)
        answer = {"recovery_codes": codes, "tokens": tokens}
        return Response(shapes.ConfirmedSerializer(answer).data)


class MfaDisableView(OwnView):
    """Take the second factor off."""

    throttle_scope = "auth"

    @extend_schema(request=shapes.MfaDisableSerializer, responses={204: None})
    def post(self, request):
        """Needs the password and a code."""
        mfa_disable(user=request.user, source="api", **self.given(shapes.MfaDisableSerializer))
        return Response(status=status.HTTP_204_NO_CONTENT)


class RecoveryCodesView(OwnView):
    """Codes for the day on which the telephone is gone."""

    throttle_scope = "auth"

    @extend_schema(request=shapes.AppCodeSerializer, responses=shapes.RecoveryCodesSerializer)
    def post(self, request):
        """New recovery codes, shown this once; the old ones are void."""
        code = self.given(shapes.AppCodeSerializer)["code"]
        codes = recovery_codes_make(user=request.user, code=code, source="api")
        return Response({"recovery_codes": codes})


class MagicLinkView(PublicView):
    """A guest's way in without a password."""

    @extend_schema(request=shapes.AddressSerializer, responses={202: SENT})
    def post(self, request):
        """Mail a link to a guest; the answer is the same whoever asks."""
        magic_link_send(email=self.given(shapes.AddressSerializer)["email"])
        return Response(status=status.HTTP_202_ACCEPTED)


class MagicLinkUseView(PublicView):
    """Come in by a mailed link."""

    @extend_schema(
        request=shapes.MagicLinkUseSerializer,
        responses={200: shapes.TokensSerializer, 401: REFUSED},
        examples=[TOKENS],
    )
    def post(self, request):
        """Sign a guest in; the link works once and for 15 minutes."""
        values = self.given(shapes.MagicLinkUseSerializer)
        device = values.pop("device", {})
        return signed_in(magic_link_use(**values, source="api"), device)


class PasswordChangeView(OwnView):
    """Another password, by who knows the present one."""

    throttle_scope = "auth"

    @extend_schema(
        request=shapes.PasswordChangeSerializer,
        responses=shapes.TokensSerializer,
        examples=[TOKENS],
    )
    def post(self, request):
        """Change the password. Every other session ends; this one goes on with new tokens."""
        values = self.given(shapes.PasswordChangeSerializer)
        password_change(user=request.user, keep=request.auth, source="api", **values)
        return tokens_answer(session_reissue(session=request.auth))


class PasswordForgottenView(PublicView):
    """Another password, by who does not know the present one."""

    @extend_schema(request=shapes.AddressSerializer, responses={202: SENT})
    def post(self, request):
        """Mail a link for a new password; the answer is the same whoever asks."""
        password_reset_send(email=self.given(shapes.AddressSerializer)["email"])
        return Response(status=status.HTTP_202_ACCEPTED)


class PasswordResetView(PublicView):
    """The link of the mail."""

    @extend_schema(request=shapes.LinkPasswordSerializer, responses={204: None})
    def post(self, request):
        """Choose a new password by a mailed link; all sessions end."""
        password_reset(source="api", **self.given(shapes.LinkPasswordSerializer))
        return Response(status=status.HTTP_204_NO_CONTENT)


class InvitationAcceptView(PublicView):
    """The first password of an account."""

    @extend_schema(request=shapes.LinkPasswordSerializer, responses={204: None})
    def post(self, request):
        """Open an account by the link of its invitation; then sign in."""
        invitation_accept(source="api", **self.given(shapes.LinkPasswordSerializer))
        return Response(status=status.HTTP_204_NO_CONTENT)


class EmailSendView(OwnView):
    """Confirm one's address: the mail."""

    @extend_schema(request=None, responses={202: OpenApiResponse(description="It is on its way.")})
    def post(self, request):
        """Mail a link by which the address is confirmed."""
        email_verification_send(user=request.user, actor=request.user, source="api")
        return Response(status=status.HTTP_202_ACCEPTED)


class EmailVerifyView(PublicView):
    """Confirm one's address: the link."""

    @extend_schema(request=shapes.LinkSerializer, responses={204: None})
    def post(self, request):
        """Take the address as confirmed."""
        email_verify(source="api", **self.given(shapes.LinkSerializer))
        return Response(status=status.HTTP_204_NO_CONTENT)
