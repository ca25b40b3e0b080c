"""Every request of a signed-in browser: its session must still stand in ``portal.sessions``."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY as USER_KEY,
    login,
    logout,
)
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from core.permissions.scoping import is_live
from portal.models import PortalSession, User
from portal.selectors.sessions import session_with_user
from portal.services.sessions import (
    console_session_open,
    session_end,
    session_touch,
    session_verified,
)
from portal.services.tokens import is_hash_of

SESSION_KEY = "portal_session"
SECRET_KEY = "portal_session_proof"  # noqa: S105  a name


def console_session_start(request: HttpRequest, user: User, *, mfa: bool = False) -> PortalSession:
    """Sign ``user`` in to this browser, under a row of ``portal.sessions``.

    ``mfa`` says that the second factor was given. Does Django's ``login`` as well, which changes
    the session's key. Raises ``TokenRefused`` for a closed account.
    """
    session, secret = console_session_open(user=user, mfa=mfa)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[SESSION_KEY] = str(session.pk)
    request.session[SECRET_KEY] = secret
    request.session.set_expiry(session.expires_at)
    request.portal_session = session  # type: ignore[attr-defined]
    return session


def console_session_verified(request: HttpRequest) -> None:
    """The person of this browser has given the second factor, some time after signing in."""
    session = getattr(request, "portal_session", None)
    if session is not None:
        session_verified(session=session)


def console_session_end(request: HttpRequest) -> None:
    """Sign this browser out and end its row."""
    session = getattr(request, "portal_session", None)
    if session is not None and isinstance(request.user, User):
        session_end(session=session, actor=request.user)
    logout(request)


def live_session(get_response):
    """Sign a browser out whose session has been ended elsewhere, is over, or was never recorded.

    Belongs after Django's ``AuthenticationMiddleware``, whose query for the user it saves by one of
    its own for row and user.
    ``settings.SESSIONS_MUST_BE_RECORDED`` False lets sessions pass that never had a row, as the
    test client makes them.
    """

    def answer(request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not _stands(request):
            logout(request)
        return get_response(request)

    return answer


def _stands(request: HttpRequest) -> bool:
    if USER_KEY not in request.session:
        return True
    key = request.session.get(SESSION_KEY)
    if key is None:
        return not settings.SESSIONS_MUST_BE_RECORDED
    session = session_with_user(session_id=UUID(key), user_id=UUID(request.session[USER_KEY]))
    if session is None or not is_hash_of(session.token_hash, request.session.get(SECRET_KEY, "")):
        return False
    session_touch(session_id=session.pk, last=session.last_activity_at)
    request.portal_session = session  # type: ignore[attr-defined]
    if _is_signed_in(request, session.user):
        # The user itself, for Django's lazy one is several times as slow to ask.
        request.user = request._cached_user = session.user  # type: ignore[attr-defined]
    return True


def _is_signed_in(request: HttpRequest, user: User) -> bool:
    """What Django would find with a query more: the user, under the present password. Where this
    says no, Django looks for itself and signs out whom it has to."""
    kept = request.session.get(HASH_SESSION_KEY, "")
    return (
        request.session.get(BACKEND_SESSION_KEY) in settings.AUTHENTICATION_BACKENDS
        and constant_time_compare(kept, user.get_session_auth_hash())
        and is_live(user)
    )
