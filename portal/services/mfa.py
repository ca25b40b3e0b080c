"""The second factor: codes of an authenticator app (RFC 6238), and recovery codes for the day on
which the telephone is gone."""

import hashlib
import secrets
from base64 import b32decode, b32encode
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import segno
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django_otp.oath import TOTP

from core import throttling
from core.secrets import column_purpose, decrypt, encrypt
from core.services.security import security_event
from core.services.writing import writing
from portal.choices.users import PortalSessionRevokedReason, UserMfaMethod
from portal.models import RecoveryCode, User
from portal.services.accounts import check_may_manage
from portal.services.attempts import check_own_password, own_guess
from portal.services.mails import notice_call
from portal.services.sessions import sessions_end

ISSUER = "Halekeeper"
STEP, DIGITS = 30, 6
SECRET_BYTES = 20
TOLERANCE = 1  # steps before and after: clocks of telephones go wrong by half a minute
#: Longer than a code is good for: within it, the same code counts once.
REMEMBERED = 300
RECOVERY_CODES = 10
WRONG_CODE = "This code is not right, or was used already. Wait for the next one."


@dataclass(frozen=True)
class Enrolment:
    """What an authenticator app needs: ``secret`` to type (base32), ``uri`` as the QR code holds
    it, ``qr`` that code as a data: address of an SVG image."""

    secret: str
    uri: str
    qr: str


def mfa_begin(*, user: User, source: str = "api") -> Enrolment:
    """A new secret for the account, in force only once a code of it is confirmed.

    Raises ``ValidationError`` when the account has a second factor already.
    """
    with writing(user, source):
        row = User.objects.select_for_update().get(pk=user.pk)
        _check_has_none(row)
        secret = b32encode(secrets.token_bytes(SECRET_BYTES)).decode()
        row.mfa_secret_encrypted = encrypt(secret, column_purpose(row, "mfa_secret_encrypted"))
        row.save(update_fields=["mfa_secret_encrypted"])
    return _enrolment(row, secret)


def mfa_pending(*, user: User) -> Enrolment | None:
    """The secret that was begun and waits to be confirmed; None when there is none."""
    row = User.objects.get(pk=user.pk)
    if row.mfa_enabled or not row.mfa_secret_encrypted:
        return None
    return _enrolment(row, _secret_of(row))


@sensitive_variables("code")
def mfa_confirm(*, user: User, code: str, source: str = "api") -> list[str]:
    """Put the secret in force with a first code of it; gives ten recovery codes, shown once.

    Raises ``ValidationError`` on "code" for a wrong one or when nothing was begun.
    """
    with writing(user, source):
        row = User.objects.select_for_update().get(pk=user.pk)
        _check_has_none(row)
        if not row.mfa_secret_encrypted or not _is_code_of_app(row, code):
            raise ValidationError({"code": WRONG_CODE})
        row.mfa_enabled, row.mfa_method = True, UserMfaMethod.TOTP
        row.save(update_fields=["mfa_enabled", "mfa_method"])
        codes = _new_codes(row)
        _tell(row, user, "grant", "Second factor set up")
        notice_call(user=row, what="second_factor_on")
    return codes


@sensitive_variables("code")
def mfa_verify(*, user: User, code: str, source: str = "api") -> bool:
    """Whether this is, for the first time, a code of the account's app or a recovery code of it.

    The caller counts what is wrong: see ``sign_in.second_factor_check``.
    """
    row = User.objects.get(pk=user.pk)
    if not row.mfa_enabled or not row.mfa_secret_encrypted:
        return False
    return _is_code_of_app(row, code) or _is_recovery_code(row, code, source)


@sensitive_variables("code")
def recovery_codes_make(*, user: User, code: str, source: str = "api") -> list[str]:
    """Ten new recovery codes, shown once; the old ones are void.

    Raises ``ValidationError`` on "code" unless it is a current one.
    """
    _check_code(user, code, source)
    with writing(user, source):
        codes = _new_codes(user)
        _tell(user, user, "update", "New recovery codes made")
    return codes


@sensitive_variables("password", "code")
def mfa_disable(*, user: User, password: str, code: str, source: str = "api") -> None:
    """Take the second factor off, with password and a current code.

    Raises ``ValidationError`` on "password" or "code".
    """
    check_own_password(user=user, password=password, field="password")
    _check_code(user, code, source)
    with writing(user, source):
        _take_off(user)
        _tell(user, user, "revoke", "Second factor taken off")
        notice_call(user=user, what="second_factor_off")


def mfa_reset(*, user: User, actor: User, reason: str, source: str = "console") -> None:
    """Take somebody else's second factor off, whose telephone is gone; all sessions end.

    Raises ``ValidationError`` without a reason or for an account above the actor's.
    """
    check_may_manage(user=user, actor=actor)
    if not reason.strip():
        raise ValidationError({"reason": "Say why, and how you know who asks."})
    with writing(actor, source, reason):
        _take_off(user)
        sessions_end(user=user, reason=PortalSessionRevokedReason.SECURITY, actor=actor)
        _tell(user, actor, "revoke", "Second factor taken off by the office", reason)
        notice_call(user=user, what="second_factor_off")


def _check_has_none(row: User) -> None:
    if row.mfa_enabled:
        raise ValidationError({"code": "There is a second factor already. Take it off first."})


def _check_code(user: User, code: str, source: str) -> None:
    own_guess(user=user, field="code")
    if not mfa_verify(user=user, code=code, source=source):
        raise ValidationError({"code": WRONG_CODE})


def _secret_of(row: User) -> str:
    return decrypt(row.mfa_secret_encrypted or "", column_purpose(row, "mfa_secret_encrypted"))


def _enrolment(row: User, secret: str) -> Enrolment:
    label = quote(f"{ISSUER}:{row.email}")
    asked = urlencode({"secret": secret, "issuer": ISSUER, "digits": DIGITS, "period": STEP})
    uri = f"otpauth://totp/{label}?{asked}"
    qr = segno.make(uri, error="m", micro=False).svg_data_uri(scale=5, border=2, light="white")
    return Enrolment(secret, uri, qr)


def _is_code_of_app(row: User, code: str) -> bool:
    digits = "".join(code.split())
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdecimal()):
        return False
    clock = TOTP(b32decode(_secret_of(row)), step=STEP, digits=DIGITS)
    clock.time = timezone.now().timestamp()
    if not clock.verify(int(digits), tolerance=TOLERANCE):
        return False
    # Whoever looks over a shoulder may be as quick as its owner: each code counts once.
    return throttling.allowed(f"code {row.pk} {clock.t()}", limit=1, seconds=REMEMBERED)


def _is_recovery_code(row: User, code: str, source: str) -> bool:
    unused = RecoveryCode.objects.filter(user=row, code_hash=_hash(row, code), used_at=None)
    with writing(row, source):
        if not unused.update(used_at=timezone.now()):
            return False
        left = RecoveryCode.objects.filter(user=row, used_at=None).count()
        _tell(row, row, "execute", f"Recovery code used, {left} left", severity="warning")
    return True


def _new_codes(user: User) -> list[str]:
    RecoveryCode.objects.filter(user=user).delete()
    codes = []
    for _ in range(RECOVERY_CODES):
        letters = b32encode(secrets.token_bytes(10)).decode().lower()
        codes.append("-".join(letters[at : at + 4] for at in range(0, 16, 4)))
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, code_hash=_hash(user, code)) for code in codes
    )
    return codes


def _hash(user: User, code: str) -> str:
    # 80 random bits: a plain digest gives nothing away.
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(f"{user.pk} {plain}".encode()).hexdigest()


def _take_off(user: User) -> None:
    row = User.objects.select_for_update().get(pk=user.pk)
    row.mfa_enabled, row.mfa_method, row.mfa_secret_encrypted = False, None, None
    row.save(update_fields=["mfa_enabled", "mfa_method", "mfa_secret_encrypted"])
    RecoveryCode.objects.filter(user=row).delete()


def _tell(
    user: User, actor: User, action: str, description: str, reason: str = "", severity: str = "info"
) -> None:
    security_event(
        event="config_change",
        action=action,
        description=description,
        actor=actor,
        row=user,
        reason=reason,
        severity=severity,
    )
