"""Passwords: choosing, changing and setting them. A new password ends what the old one opened."""

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from core.services.security import security_event
from core.services.writing import writing
from portal.choices.users import PortalSessionRevokedReason
from portal.models import PastPassword, PortalSession, User
from portal.services.accounts import check_may_manage
from portal.services.attempts import check_own_password
from portal.services.mails import notice_call
from portal.services.sessions import sessions_end


@sensitive_variables("new")
def password_validate(*, user: User, new: str) -> None:
    """Raises ``ValidationError`` on "password" with every rule that the password breaks."""
    try:
        validate_password(new, user)
    except ValidationError as error:
        raise ValidationError({"password": error.messages}) from error


@sensitive_variables("old", "new")
def password_change(
    *, user: User, old: str, new: str, keep: PortalSession | None = None, source: str = "api"
) -> None:
    """The person takes another password; every session but ``keep`` ends.

    Raises ``ValidationError`` on "old" when that is not the password, on "password" for a new one
    that breaks the rules.
    """
    check_own_password(user=user, password=old, field="old")
    password_validate(user=user, new=new)
    password_write(user=user, new=new, actor=user, keep=keep, source=source)
    notice_call(user=user, what="password_changed")


@sensitive_variables("new")
def password_set(
    *, user: User, new: str, actor: User, must_change: bool = True, source: str = "console"
) -> None:
    """The office sets a password for somebody, who must change it at the next sign-in; all
    sessions end.

    Raises ``ValidationError`` for a password that breaks the rules or an account above the
    actor's.
    """
    check_may_manage(user=user, actor=actor)
    password_validate(user=user, new=new)
    password_write(user=user, new=new, actor=actor, must_change=must_change, source=source)
    notice_call(user=user, what="password_changed")


@sensitive_variables("new")
def password_write(
    *,
    user: User,
    new: str,
    actor: User | None,
    must_change: bool = False,
    keep: PortalSession | None = None,
    source: str,
) -> User:
    """Keep a password that was validated, remember it, and end the sessions of the one before.

    For services that proved already who asks: of invitations and of mailed links.
    """
    with writing(actor, source):
        row = User.objects.select_for_update().get(pk=user.pk)
        had_one = row.has_usable_password()
        row.set_password(new)
        row.password_changed_at = timezone.now()
        row.must_change_password = must_change
        row.failed_login_count, row.locked_until = 0, None
        row.save()
        _remember(row)
        if had_one:
            sessions_end(
                user=row, reason=PortalSessionRevokedReason.PASSWORD_CHANGE, actor=actor, keep=keep
            )
        security_event(
            event="config_change",
            action="update",
            description="Password changed" if had_one else "First password chosen",
            actor=actor,
            row=row,
            columns=("password",),
        )
    # The caller's object too: Django keeps a browser signed in by its password's hash.
    user.password, user.must_change_password = row.password, must_change
    user.password_changed_at = row.password_changed_at
    return row


def _remember(row: User) -> None:
    PastPassword.objects.create(user=row, password=row.password)
    past = PastPassword.objects.filter(user=row).order_by("-id")
    kept = list(past.values_list("pk", flat=True)[: settings.PASSWORD_HISTORY])
    past.exclude(pk__in=kept).delete()
