"""The tokens that callers of the API carry: signed, short-lived, and worth only what their row of
``portal.sessions`` is worth."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hmac import compare_digest
from typing import Any, Self
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import Token

from portal.models import PortalSession
from portal.selectors.steps import steps_due

ALGORITHM = "HS256"
AUDIENCE = "halekeeper"
# What reading makes of claims that we would never write.
UNREADABLE = (TokenError, KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError)


class TokenRefused(Exception):
    """A token that is not, or no longer, good for anything."""


@dataclass(frozen=True)
class Claims:
    """What a token says, once its signature, audience, type and dates have been checked."""

    session: UUID
    user: UUID
    token_id: str
    issued_at: datetime
    steps_due: str = ""


@dataclass(frozen=True)
class Tokens:
    """A signed-in device's tokens. Only the caller ever has them: the database keeps hashes."""

    session: PortalSession
    access: str
    access_expires_at: datetime
    refresh: str
    refresh_expires_at: datetime
    steps_due: str


class SessionToken(Token):
    """A token of one session: ``sid``, ``sub``, ``jti``, ``typ``, ``mfa``, ``iat``, ``exp``, ``aud``;
    and ``due``, where the person has to do something before anything else."""

    lifetime = settings.ACCESS_TOKEN_LIFETIME  # replaced by the session's own end

    def get_token_backend(self) -> TokenBackend:
        """Signs and checks with our key, one algorithm, one audience."""
        return _backend(_signing_key())

    @classmethod
    def issued(
        cls, session: PortalSession, now: datetime, expires_at: datetime, due: str = ""
    ) -> Self:
        """A new token of ``session``, with an id that no other token has."""
        token = cls.for_user(session.user)
        token.set_iat(at_time=now)
        token.set_exp(from_time=expires_at, lifetime=timedelta())
        token["sid"] = str(session.pk)
        token["mfa"] = session.mfa_verified_at is not None
        if due:
            token["due"] = due
        return token

    @classmethod
    def read(cls, text: str) -> Claims:
        """The claims of a token that we signed, of this type and in date.

        Raises ``TokenRefused`` for anything else. Whether its session still stands is for the
        database to say.
        """
        try:
            token = cls(text)  # type: ignore[arg-type]  # its stubs have a Token here
            return Claims(
                session=UUID(token["sid"]),
                user=UUID(token["sub"]),
                token_id=str(token["jti"]),
                issued_at=datetime.fromtimestamp(token["iat"], tz=UTC),
                steps_due=str(token.get("due", "")),
            )
        except UNREADABLE as error:
            raise TokenRefused("The token is not valid.") from error


class AccessToken(SessionToken):
    """Opens the API for some minutes."""

    token_type = "access"  # noqa: S105  a kind, no secret


class RefreshToken(SessionToken):
    """Gets new tokens, once."""

    token_type = "refresh"  # noqa: S105  a kind, no secret


def hash_of(token_id: str) -> str:
    """How the id of a token is kept. Ids are random, so a plain digest gives nothing away."""
    return hashlib.sha256(token_id.encode()).hexdigest()


def is_hash_of(kept: str | None, token_id: str) -> bool:
    """Whether ``kept`` is the hash of ``token_id``, in the same time either way."""
    return kept is not None and compare_digest(kept, hash_of(token_id))


def is_older_than_password(issued_at: datetime, changed_at: datetime | None) -> bool:
    """Whether a token is from before the password change; tokens count in whole seconds."""
    return changed_at is not None and issued_at < changed_at.replace(microsecond=0)


def tokens_issue(*, session: PortalSession, now: datetime) -> Tokens:
    """New tokens for ``session``; sets the hashes on it, which the caller writes.

    The access token lasts ``settings.ACCESS_TOKEN_LIFETIME``, but no longer than the session.
    """
    due = steps_due(session.user, mfa_verified=session.mfa_verified_at is not None)
    until = min(now + settings.ACCESS_TOKEN_LIFETIME, session.expires_at)
    access = AccessToken.issued(session, now, until, due)
    refresh = RefreshToken.issued(session, now, session.expires_at)
    session.token_hash = hash_of(access["jti"])
    session.refresh_token_hash = hash_of(refresh["jti"])
    session.refresh_expires_at = session.expires_at
    return Tokens(session, str(access), until, str(refresh), session.expires_at, due)


def _signing_key() -> str:
    """A key for tokens alone: what Django signs with ``SECRET_KEY`` can never pass for a token."""
    own: Any = settings.TOKEN_SIGNING_KEY
    return own or salted_hmac("portal.tokens", "key", algorithm="sha256").hexdigest()


@lru_cache(maxsize=4)
def _backend(key: str) -> TokenBackend:
    return TokenBackend(ALGORITHM, signing_key=key, audience=AUDIENCE)
