"""Mailed links: a guest's way in without a password, a forgotten password, an address to confirm.

Whoever asks for one gets the same answer in the same time whether the account exists or not: the
request leaves a job behind, and the job looks.
"""

from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from core import throttling
from core.services.origin import current_origin
from core.services.security import security_event
from core.services.writing import writing
from portal.choices.accounts import TokenPurpose
from portal.choices.users import UserStatus, UserType
from portal.models import User
from portal.services.mails import link_call, notice_call
from portal.services.one_time import refused, token_use
from portal.services.passwords import password_validate, password_write
from portal.services.sign_in import SignedIn, SignInRefused, second_factor_check, sign_in_record

MOST_FOR_EMAIL, EMAIL_SECONDS = 3, 900
MOST_FROM_ADDRESS, ADDRESS_SECONDS = 60, 3600  # many guests share the network of a resort


def magic_link_send(*, email: str) -> None:
    """Have a guest's way in mailed, good once and for 15 minutes.

    Raises ``throttling.Refused`` for too many, whoever the address belongs to.
    """
    _ask(TokenPurpose.MAGIC_LINK, email)


@sensitive_variables("token", "code")
def magic_link_use(*, token: str, code: str = "", source: str = "api") -> SignedIn:
    """Sign a guest in by a mailed link; a pending account is open by that.

    Raises ``ValidationError`` on "token" for a link that does not work and ``SignInRefused`` for
    an account that is shut or whose second factor is wrong; without any code ("code_required") the
    link still works. Must not be called inside a transaction.
    """
    with writing(None, source):
        user = token_use(token=token, purpose=TokenPurpose.MAGIC_LINK)
        if user.user_type != UserType.GUEST:
            raise refused()
        if user.mfa_enabled and not code:
            raise SignInRefused("code_required")
        if user.status == UserStatus.PENDING and user.is_active:
            user.status = UserStatus.ACTIVE
        if not user.email_verified:
            user.email_verified, user.email_verified_at = True, timezone.now()
        user.save()
    if user.mfa_enabled:
        second_factor_check(user=user, code=code, source=source)
    return sign_in_record(user=user, mfa_verified=user.mfa_enabled, source=source)


def password_reset_send(*, email: str) -> None:
    """Have a link mailed by which a new password is chosen, good once and for an hour.

    Raises ``throttling.Refused`` for too many, whoever the address belongs to.
    """
    _ask(TokenPurpose.PASSWORD_RESET, email)


@sensitive_variables("token", "password")
def password_reset(*, token: str, password: str, source: str = "api") -> User:
    """Choose a new password by a mailed link; all sessions end, and nobody is signed in.

    Raises ``ValidationError`` on "token" for a link that does not work and on "password" for one
    that breaks the rules: then the link still works.
    """
    with writing(None, source):
        user = token_use(token=token, purpose=TokenPurpose.PASSWORD_RESET)
        if user.status != UserStatus.ACTIVE or not user.is_active:
            raise refused()
        password_validate(user=user, new=password)
        user = password_write(user=user, new=password, actor=user, source=source)
        notice_call(user=user, what="password_changed")
    return user


def email_verification_send(*, user: User, actor: User, source: str = "console") -> None:
    """Mail a link by which the person confirms the address; good once and for 3 days.

    Raises ``throttling.Refused`` for too many.
    """
    throttling.require(
        f"{TokenPurpose.EMAIL_VERIFICATION} to {user.email}",
        limit=MOST_FOR_EMAIL,
        seconds=EMAIL_SECONDS,
    )
    with writing(actor, source):
        link_call(purpose=TokenPurpose.EMAIL_VERIFICATION, email=user.email, created_by=actor)


@sensitive_variables("token")
def email_verify(*, token: str, source: str = "api") -> User:
    """Take an address as confirmed; raises ``ValidationError`` on "token"."""
    with writing(None, source):
        user = token_use(token=token, purpose=TokenPurpose.EMAIL_VERIFICATION)
        user.email_verified, user.email_verified_at = True, timezone.now()
        user.save(update_fields=["email_verified", "email_verified_at"])
        security_event(
            event="config_change",
            action="update",
            description="E-mail address verified",
            actor=user,
            row=user,
            columns=("email_verified",),
        )
    return user


def _ask(purpose: TokenPurpose, email: str) -> None:
    email = email.replace("\x00", "").strip().lower()[:254]
    throttling.require(
        f"{purpose} from {_address()}", limit=MOST_FROM_ADDRESS, seconds=ADDRESS_SECONDS
    )
    throttling.require(f"{purpose} to {email}", limit=MOST_FOR_EMAIL, seconds=EMAIL_SECONDS)
    with writing(None, "api"):
        link_call(purpose=purpose, email=email, ip=current_origin().ip)


def _address() -> str:
    return current_origin().ip or "nowhere"
