"""Signing in and out on devices: the rows of ``portal.sessions`` and the tokens that go with them.

Who may sign in (password, second factor, lockout) is decided before any of this.
"""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from core.permissions.scoping import is_live
from core.services.origin import current_origin
from core.services.security import security_event
from portal.choices.users import (
    PortalSessionDeviceType as Device,
    PortalSessionRevokedReason as Reason,
)
from portal.models import PortalSession, User
from portal.selectors.sessions import (
    ACTIVITY_STEP,
    session_limit,
    session_with_user,
    sessions_standing,
    standing,
)
from portal.selectors.steps import steps_still_due
from portal.services.tokens import (
    AccessToken,
    Claims,
    RefreshToken,
    TokenRefused,
    Tokens,
    hash_of,
    is_hash_of,
    is_older_than_password,
    tokens_issue,
)

WEB = timedelta(hours=24)
LIFETIMES = {
    Device.DESKTOP: WEB,
    Device.TABLET: WEB,
    Device.MOBILE: timedelta(days=7),
    Device.API_CLIENT: timedelta(hours=1),
}
NAME_LENGTH = 100


def session_start(
    *, user: User, device_type: str = Device.DESKTOP, device_name: str = "", mfa: bool = False
) -> Tokens:
    """Sign ``user`` in on a device and hand out its tokens.

    The session lasts 24 hours on the web (``desktop``, ``tablet``), 7 days on a phone
    (``mobile``) and an hour for an ``api_client``, counted from now; refreshing does not prolong
    it. Where the person is signed in on too many devices already, the oldest sign-ins end.
    ``mfa`` says that the second factor was given. Raises ``TokenRefused`` for a closed account.
    """
    now = timezone.now()
    with transaction.atomic():
        session = _opened(user, now, LIFETIMES[Device(device_type)], mfa)
        session.device_type = device_type
        session.device_name = " ".join(device_name.split())[:NAME_LENGTH] or None
        tokens = tokens_issue(session=session, now=now)
        session.save(force_insert=True)
    return tokens


def console_session_open(*, user: User, mfa: bool = False) -> tuple[PortalSession, str]:
    """Sign ``user`` in to the console for 24 hours: the row, and the secret that proves it.

    The secret goes into Django's session and nowhere else. The same limits as in
    :func:`session_start` hold.
    """
    now = timezone.now()
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        session = _opened(user, now, WEB, mfa)
        session.device_type = _device_of(session.user_agent or "")
        session.device_name = "Console"
        session.token_hash = hash_of(secret)
        session.save(force_insert=True)
    return session, secret


def session_refresh(*, token: str) -> Tokens:
    """New tokens for a refresh token, which is thereby used up, as is the access token so far.

    A refresh token that comes a second time has been stolen, by the one who comes now or by the
    one who came before: the session ends, and with it whatever tokens it has. Raises
    ``TokenRefused``. Must not be called inside a transaction, which would undo that.
    """
    claims = RefreshToken.read(token)
    now = timezone.now()
    with transaction.atomic(durable=True):
        session = _locked(claims, now)
        is_reused = not is_hash_of(session.refresh_token_hash, claims.token_id)
        if is_reused:
            _end(PortalSession.objects.filter(pk=session.pk), Reason.SECURITY, now)
        else:
            tokens = _reissue(session, now)
    if is_reused:
        # Told apart: an entry refers to the user, whose row comes before its sessions' in the
        # order of locks.
        security_event(
            event="security_incident",
            action="revoke",
            description="A refresh token was used twice; its session has been ended.",
            actor=session.user,
            row=session,
            success=False,
            failure="refresh token reused",
            severity="critical",
        )
        raise TokenRefused("The token has been used before. Sign in again.")
    return tokens


def session_reissue(*, session: PortalSession, mfa: bool = False) -> Tokens:
    """Other tokens for a session that stays while its old ones go: after a password change, or,
    with ``mfa``, once the second factor was given. Raises ``TokenRefused`` for one that is over.
    """
    now = timezone.now()
    with transaction.atomic():
        kept = PortalSession.objects.select_for_update(of=("self",)).select_related("user")
        found = kept.filter(standing(now), pk=session.pk).first()
        if found is None or not is_live(found.user):
            raise TokenRefused("The session is over.")
        if mfa:
            found.mfa_verified_at = now
        return _reissue(found, now)


def session_verified(*, session: PortalSession) -> None:
    """The second factor was given in a session that stands already."""
    session.mfa_verified_at = timezone.now()
    PortalSession.objects.filter(standing(), pk=session.pk).update(
        mfa_verified_at=session.mfa_verified_at
    )


def session_of(*, token: str) -> tuple[PortalSession, str]:
    """The session, with its user, of an access token that is good now; one query. And what the
    person must do before anything else, as ``steps_due`` says it ("" for nothing).

    Raises ``TokenRefused`` when the session is over, its user's account is closed, the token is
    not the session's present one or is older than the password.
    """
    claims = AccessToken.read(token)
    session = session_with_user(session_id=claims.session, user_id=claims.user)
    if session is None or not is_hash_of(session.token_hash, claims.token_id):
        raise TokenRefused("The session is over.")
    _check_user(session.user, claims)
    session_touch(session_id=session.pk, last=session.last_activity_at)
    verified = session.mfa_verified_at is not None
    return session, steps_still_due(session.user, mfa_verified=verified, was_due=claims.steps_due)


def session_touch(*, session_id: UUID, last: datetime | None) -> None:
    """Note that a session is in use, unless that was noted (``last``) in the last minutes."""
    now = timezone.now()
    if last is None or last < now - ACTIVITY_STEP:
        stale = Q(last_activity_at=None) | Q(last_activity_at__lt=now - ACTIVITY_STEP)
        PortalSession.objects.filter(stale, pk=session_id).update(last_activity_at=now)


def session_end(*, session: PortalSession, actor: User | None, reason: str = Reason.LOGOUT) -> bool:
    """End one session and its tokens at once; False when it was over already."""
    with transaction.atomic():
        _lock(session.user_id)
        ended = _end(PortalSession.objects.filter(pk=session.pk), reason, timezone.now())
        if ended:
            is_logout = reason == Reason.LOGOUT
            security_event(
                event="logout",
                action="logout" if is_logout else "revoke",
                description="Signed out." if is_logout else "A session was ended.",
                actor=actor,
                row=session,
                metadata={"reason": str(reason)},
            )
    return bool(ended)


def sessions_end(
    *, user: User, reason: str, actor: User | None, keep: PortalSession | None = None
) -> int:
    """End every session of ``user``, but ``keep``; how many there were.

    For a password change, a suspension, a deactivation, or because somebody asks. What is kept
    keeps its row only: after a password change get it new tokens by :func:`session_reissue`.
    """
    now = timezone.now()
    with transaction.atomic():
        _lock(user.pk)  # a sign-in under way is either seen here or sees what shut it out
        sessions = PortalSession.objects.filter(user=user)
        if keep is not None:
            sessions = sessions.exclude(pk=keep.pk)
        ended = _end(sessions, reason, now)
        if ended:
            security_event(
                event="logout",
                action="revoke",
                description=f"{ended} session{'s' if ended > 1 else ''} ended at once.",
                actor=actor,
                row=user,
                count=ended,
                metadata={"reason": str(reason)},
            )
    return ended


def own_session_end(*, user: User, session_id: UUID) -> None:
    """End one of the person's own sessions; ``PortalSession.DoesNotExist`` for anybody else's."""
    session = sessions_standing(user=user).get(pk=session_id)
    session_end(session=session, actor=user)


def sessions_expire() -> int:
    """Close the rows of sessions whose time is over, which nobody could use any more; how many."""
    now = timezone.now()
    over = PortalSession.objects.filter(is_active=True, expires_at__lte=now)
    return over.update(is_active=False, revoked_at=now, revoked_reason=Reason.EXPIRED)


def _opened(user: User, now: datetime, lifetime: timedelta, mfa: bool) -> PortalSession:
    """A session that is not written yet, with room made for it. Call inside a transaction."""
    if not is_live(_lock(user.pk)):
        raise TokenRefused("The account is closed.")
    _make_room(user, now)
    origin = current_origin()
    return PortalSession(
        user=user,
        started_at=now,
        expires_at=now + lifetime,
        last_activity_at=now,
        ip_address=origin.ip,
        user_agent=origin.user_agent,
        mfa_verified_at=now if mfa else None,
    )


def _lock(user_id: UUID) -> User | None:
    """The account as it is now; one at a time, so that two sign-ins cannot both be the last.

    Always locked before its sessions, as by whoever changes the account.
    """
    return User.objects.select_for_update(no_key=True).filter(pk=user_id).first()


def _make_room(user: User, now: datetime) -> None:
    limit = session_limit(user=user)
    if limit is None:
        return
    newest_first = PortalSession.objects.filter(standing(now), user=user)
    order = newest_first.order_by("-started_at", "-id").values_list("pk", flat=True)
    surplus = list(order[max(limit - 1, 0) :])
    if surplus:
        _end(PortalSession.objects.filter(pk__in=surplus), Reason.SECURITY, now)
        security_event(
            event="logout",
            action="revoke",
            description=f"Signed out elsewhere: no more than {limit} sessions at a time.",
            actor=user,
            row=user,
            count=len(surplus),
            metadata={"limit": limit, "sessions": [str(key) for key in surplus]},
        )


def _locked(claims: Claims, now: datetime) -> PortalSession:
    """The standing session of a refresh token, locked; the account must be open."""
    session = (
        PortalSession.objects.select_for_update(of=("self",))
        .filter(standing(now), pk=claims.session, user=claims.user, refresh_expires_at__gt=now)
        .select_related("user")
        .first()
    )
    if session is None:
        raise TokenRefused("The session is over.")
    _check_user(session.user, claims)
    return session


def _check_user(user: User, claims: Claims) -> None:
    if not is_live(user):
        raise TokenRefused("The account is closed.")
    if is_older_than_password(claims.issued_at, user.password_changed_at):
        raise TokenRefused("The password has been changed since. Sign in again.")


def _reissue(session: PortalSession, now: datetime) -> Tokens:
    tokens = tokens_issue(session=session, now=now)
    session.last_activity_at = now
    session.save(
        update_fields=[
            "token_hash",
            "refresh_token_hash",
            "refresh_expires_at",
            "last_activity_at",
            "mfa_verified_at",
        ]
    )
    return tokens


def _end(sessions: QuerySet[PortalSession], reason: str, now: datetime) -> int:
    """Whichever of them still stand; the rest keep the reason for which they ended."""
    return sessions.filter(is_active=True, revoked_at=None).update(
        is_active=False, revoked_at=now, revoked_reason=reason
    )


def _device_of(user_agent: str) -> str:
    if "iPad" in user_agent or "Tablet" in user_agent:
        return Device.TABLET
    return Device.MOBILE if "Mobi" in user_agent else Device.DESKTOP


__all__ = [
    "TokenRefused",
    "Tokens",
    "console_session_open",
    "own_session_end",
    "session_end",
    "session_of",
    "session_refresh",
    "session_reissue",
    "session_start",
    "session_touch",
    "session_verified",
    "sessions_end",
    "sessions_expire",
]
