"""Who calls the API, by the token in ``Authorization: Bearer …``.

Imports no views of Django REST framework: its settings name this module, and would go in a circle.
"""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied

from portal.services.sessions import session_of
from portal.services.tokens import TokenRefused

KEYWORD = b"bearer"
CHALLENGE = 'Bearer realm="halekeeper"'
STEPS = {
    "second_factor": "Give a code of your authenticator app first: POST /api/v1/auth/mfa/verify/.",
    "enrolment": "Set up an authenticator app first: POST /api/v1/auth/mfa/enrol/.",
    "password_change": "Change your password first: POST /api/v1/auth/password/change/.",
}


class TokenAuthentication(BaseAuthentication):
    """The user of an access token, and as ``request.auth`` the row of ``portal.sessions``.

    One query a request. A request without a token is left to the next way of signing in; one with
    a token that is no good is answered 401, whatever else it carries. Who still has a step of
    signing in to do gets 403 with the step as code, except from views that say
    ``before_steps = True``.
    """

    def authenticate(self, request):
        """User and session, or None without a token."""
        parts = get_authorization_header(request).split()
        if not parts or parts[0].lower() != KEYWORD:
            return None
        if len(parts) != 2:
            raise AuthenticationFailed("Give one token: Authorization: Bearer <token>.")
        try:
            session, step = session_of(token=parts[1].decode("ascii"))
        except (TokenRefused, UnicodeDecodeError) as refused:
            raise AuthenticationFailed("The token is not valid or no longer so.") from refused
        view = (request.parser_context or {}).get("view")
        if step and not getattr(view, "before_steps", False):
            raise PermissionDenied(STEPS[step], code=step)
        return session.user, session

    def authenticate_header(self, request):
        """What a 401 asks for (RFC 6750, section 3)."""
        if get_authorization_header(request)[: len(KEYWORD)].lower() == KEYWORD:
            return f'{CHALLENGE}, error="invalid_token"'
        return CHALLENGE


class TokenScheme(OpenApiAuthenticationExtension):
    """How the API's description says it."""

    target_class = "portal.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema):
        """A bearer token."""
        return {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "The access token of `POST /api/v1/auth/login/`.",
        }
