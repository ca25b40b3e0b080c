"""Signing in: e-mail address and password, then the second factor where the account has one.

Whoever does not know the password learns nothing: unknown address, wrong password and locked
account cost one hash each and are answered in the same words. What is the matter with an account
is said after the right password only.

None of these may be called inside a transaction: what was guessed is counted whatever follows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from django.contrib.auth import check_password_with_timing_attack_mitigation
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from core import throttling
from core.services.origin import current_origin
from core.services.security import security_event
from core.services.writing import writing
from portal.choices.users import UserStatus
from portal.models import User
from portal.selectors.steps import steps_due
from portal.services.attempts import attempt_begin, attempt_from_address, attempt_undo
from portal.services.mfa import mfa_verify

WRONG, THROTTLED = "wrong", "throttled"
CODE_REQUIRED, CODE_WRONG = "code_required", "code_wrong"

NOBODY = ""  # an unknown address costs the same statements

SENTENCES = {
    WRONG: "This e-mail address and password open no account. After five wrong tries an account "
    "stays closed for 30 minutes.",
    CODE_REQUIRED: "Give the code of your authenticator app too, or a recovery code.",
    CODE_WRONG: "This code is not right, or was used already. After five wrong tries an account "
    "stays closed for 30 minutes.",
    UserStatus.PENDING: "This account has not been opened yet: follow the link of the invitation, "
    "or ask the office for a new one.",
    UserStatus.SUSPENDED: "This account is suspended. Ask the office.",
    UserStatus.LOCKED: "This account is locked. Ask the office.",
    UserStatus.DEACTIVATED: "This account was closed. Ask the office.",
}


class SignInRefused(Exception):
    """Nobody is signed in; the text is what to tell whoever tried.

    ``reason`` is "wrong", "throttled", "code_required", "code_wrong" or the status of an account
    that is not open; ``retry_after`` the seconds until another try makes sense, when throttled.
    """

    def __init__(self, reason: str, retry_after: int | None = None, sentence: str = ""):
        self.reason = str(reason)
        self.retry_after = retry_after
        super().__init__(sentence or SENTENCES[reason])


@dataclass(frozen=True)
class SignedIn:
    """Who signed in, and whether with a second factor."""

    user: User
    mfa_verified: bool


@sensitive_variables("password", "code")
def sign_in(*, email: str, password: str, code: str = "", source: str = "api") -> SignedIn:
    """Everything at once; raises ``SignInRefused``, "code_required" where a code is missing."""
    user = _knows_password(email, password, source)
    if user.mfa_enabled:
        attempt_undo(user=user, source=source)
        second_factor_check(user=user, code=code, source=source)
    # Else what was counted is forgotten by what follows: a transaction less.
    return sign_in_record(user=user, mfa_verified=user.mfa_enabled, source=source)


@sensitive_variables("password")
def password_check(
    *,
    email: str,
    password: str,
    source: str = "api",
    enters: Callable[[User], bool] = lambda user: False,
) -> User:
    """Whose address and password these are; the person is not signed in yet.

    ``enters`` tells who is so at once, by :func:`sign_in_record`: that forgets what was counted,
    which saves a transaction. Raises ``SignInRefused``.
    """
    user = _knows_password(email, password, source)
    if not enters(user):
        attempt_undo(user=user, source=source)
    return user


@sensitive_variables("password")
def _knows_password(email: str, password: str, source: str) -> User:
    """Whose password this is, of an open account; the guess is still counted."""
    email = email.strip().lower()
    _throttle(email)
    user = User.objects.filter(email=email).first() if is_text(email) else None
    is_open = attempt_begin(email=email if user else NOBODY, source=source)
    is_right = check_password_with_timing_attack_mitigation(user, password)
    if user is None or not is_open or not is_right:
        _refused(user, email, WRONG)
    if reason := closed_for(user):
        attempt_undo(user=user, source=source)
        _refused(user, email, reason)
    return user


@sensitive_variables("code")
def second_factor_check(*, user: User, code: str, source: str = "api") -> None:
    """The second step, after the password: a code of the app or a recovery code.

    Wrong ones count like wrong passwords. Raises ``SignInRefused``.
    """
    if not code.strip():
        raise SignInRefused(CODE_REQUIRED)
    _throttle(user.email)
    if not attempt_begin(email=user.email, source=source) or not mfa_verify(
        user=user, code=code, source=source
    ):
        _refused(user, user.email, CODE_WRONG)
    attempt_undo(user=user, source=source)


def sign_in_record(*, user: User, mfa_verified: bool, source: str = "api") -> SignedIn:
    """Write down that somebody came in; earlier failures are forgotten.

    Raises ``SignInRefused`` when the account was shut meanwhile.
    """
    with writing(user, source):
        user = User.objects.select_for_update().get(pk=user.pk)
        reason = closed_for(user)
        if not reason:
            user.failed_login_count, user.locked_until = 0, None
            user.last_login, user.last_login_ip = timezone.now(), current_origin().ip
            user.save(
                update_fields=["failed_login_count", "locked_until", "last_login", "last_login_ip"]
            )
            how = "with a second factor" if mfa_verified else "without a second factor"
            security_event(
                event="login", action="login", description=f"Signed in {how}", actor=user, row=user
            )
    if reason:
        _refused(user, user.email, reason)
    return SignedIn(user, mfa_verified)


def closed_for(user: User) -> str:
    """The status that keeps the account from signing in; "" for an open one."""
    if user.status == UserStatus.ACTIVE and user.is_active:
        return ""
    return UserStatus.DEACTIVATED if user.status == UserStatus.ACTIVE else user.status


def is_text(value: str) -> bool:
    """Whether the database can hold the text: it has no NUL character."""
    return "\x00" not in value


def _throttle(email: str) -> None:
    try:
        attempt_from_address()
    except throttling.Refused as refused:
        _told(None, email, THROTTLED)
        raise SignInRefused(THROTTLED, refused.retry_after, str(refused)) from refused


def _refused(user: User | None, email: str, reason: str) -> NoReturn:
    _told(user, email, reason)
    raise SignInRefused(reason)


def _told(user: User | None, email: str, reason: str) -> None:
    """One entry of the trail; an address that nobody has may be a password typed in haste."""
    locked = (
        user is not None
        and User.objects.filter(pk=user.pk, locked_until__gt=timezone.now()).exists()
    )
    security_event(
        event="login",
        action="login",
        description="Sign-in refused" + (": the account is locked for a while" if locked else ""),
        actor=user,
        row=user,
        success=False,
        failure=str(reason),
        severity="warning" if locked or reason == THROTTLED else "info",
        metadata={"email": email[:254]} if "@" in email else None,
    )


__all__ = [
    "SignInRefused",
    "SignedIn",
    "closed_for",
    "is_text",
    "password_check",
    "second_factor_check",
    "sign_in",
    "sign_in_record",
    "steps_due",
]
