"""Secrets of mailed links: made for one person and one purpose, good once and not for long.

The database keeps a hash. A secret is bound to the address it is mailed to: once the account has
another address, links that went to the old one open nothing.
"""

import hashlib
import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from portal.choices.accounts import TokenPurpose
from portal.models import OneTimeToken, User

LIFETIMES = {
    TokenPurpose.INVITATION: timedelta(days=7),
    TokenPurpose.EMAIL_VERIFICATION: timedelta(days=3),
    TokenPurpose.MAGIC_LINK: timedelta(minutes=15),
    TokenPurpose.PASSWORD_RESET: timedelta(hours=1),
}
KEPT_FOR = timedelta(days=90)  # after its end, for whoever asks what happened
NO_LONGER = "This link does not work any more. Ask for a new one."


def token_make(*, user: User, purpose: str, ip: str | None, created_by: User | None = None) -> str:
    """A new secret for ``purpose``; earlier ones for it, not yet used, stop working.

    For the mail alone: nothing else may keep it. Call inside ``writing``.
    """
    now = timezone.now()
    unused = OneTimeToken.objects.filter(user=user, purpose=purpose, used_at=None)
    unused.filter(expires_at__gt=now).update(expires_at=now)
    nonce = secrets.token_urlsafe(32)
    token = f"{nonce}.{_bound(nonce, user)}"
    OneTimeToken.objects.create(
        user=user,
        created_by=created_by,
        purpose=purpose,
        token_hash=_hash(token),
        expires_at=now + LIFETIMES[TokenPurpose(purpose)],
        requested_ip=ip,
    )
    return token


def token_use(*, token: str, purpose: str) -> User:
    """Whose secret this is, locked; it is used up when the transaction commits.

    Raises ``ValidationError`` on "token", in the same words for a secret that is unknown, used,
    too old, replaced, made for something else or mailed to an address the account no longer has.
    Call inside ``writing``.
    """
    now = timezone.now()
    found = OneTimeToken.objects.filter(token_hash=_hash(token), purpose=purpose, used_at=None)
    if not found.filter(expires_at__gt=now).update(used_at=now):
        raise refused()
    user_id = OneTimeToken.objects.values_list("user_id", flat=True).get(token_hash=_hash(token))
    user = User.objects.select_for_update().get(pk=user_id)
    nonce, _, bound = token.partition(".")
    if not secrets.compare_digest(bound, _bound(nonce, user)):
        raise refused()
    return user


def tokens_sweep() -> int:
    """Remove what ended long ago; how many there were."""
    return OneTimeToken.objects.filter(expires_at__lt=timezone.now() - KEPT_FOR).delete()[0]


def refused() -> ValidationError:
    """What is said about any link that does not work."""
    return ValidationError({"token": NO_LONGER})


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _bound(nonce: str, user: User) -> str:
    return hashlib.sha256(f"{nonce} {user.email}".encode()).hexdigest()[:16]
