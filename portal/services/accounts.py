"""Opening and closing accounts. Whatever shuts one ends its sessions in the same transaction."""

from django.core.exceptions import ValidationError

from core.services import record_transition, writing
from core.services.security import security_event
from portal.choices.users import PortalSessionRevokedReason, UserStatus
from portal.models import User
from portal.selectors.accounts import is_administrator
from portal.services.sessions import sessions_end

ENDS = {
    UserStatus.SUSPENDED: PortalSessionRevokedReason.SUSPENSION,
    UserStatus.LOCKED: PortalSessionRevokedReason.SECURITY,
    UserStatus.DEACTIVATED: PortalSessionRevokedReason.ADMIN,
}


def check_may_manage(*, user: User, actor: User) -> None:
    """Raises ``ValidationError`` for an account above the actor's: nobody becomes an
    administrator by way of an administrator's account, nor a superuser by a superuser's."""
    if actor.is_superuser:
        return
    if user.is_superuser or (is_administrator(user) and not is_administrator(actor)):
        raise ValidationError("This account opens more than yours: ask an administrator.")


def account_move(
    *, user: User, to: str, actor: User, reason: str = "", source: str = "console"
) -> User:
    """Give an account another status, as ``USER_STATUS`` allows.

    Suspending, locking and deactivating end all sessions at once; opening an account clears what
    kept it shut. Raises ``ValidationError`` for a move that is not possible, a missing reason, the
    own account or one above the actor's; ``OutOfScope`` for one out of reach.
    """
    if user.pk == actor.pk:
        raise ValidationError({"status": "Nobody moves the own account. Ask somebody else."})
    check_may_manage(user=user, actor=actor)
    before = user.status
    with writing(actor, source, reason):
        row = record_transition(
            instance=user, field="status", to=to, actor=actor, reason=reason, source=source
        )
        if row.status == UserStatus.ACTIVE:
            row.is_active, row.deactivated_at = True, None
            row.failed_login_count, row.locked_until = 0, None
            row.save()
        else:
            sessions_end(user=row, reason=ENDS[UserStatus(row.status)], actor=actor)
        security_event(
            event="permission_change",
            action="grant" if row.status == UserStatus.ACTIVE else "revoke",
            description=f"Account {row.get_status_display().lower()}",
            actor=actor,
            row=row,
            reason=reason,
            columns=("status",),
            old={"status": before},
            new={"status": row.status},
        )
    return row


def account_suspend(*, user: User, actor: User, reason: str, source: str = "console") -> User:
    """Shut an account until it is opened again; see :func:`account_move`."""
    return account_move(
        user=user, to=UserStatus.SUSPENDED, actor=actor, reason=reason, source=source
    )


def account_lock(*, user: User, actor: User, reason: str = "", source: str = "console") -> User:
    """Shut an account that may be in the wrong hands; see :func:`account_move`."""
    return account_move(user=user, to=UserStatus.LOCKED, actor=actor, reason=reason, source=source)


def account_deactivate(*, user: User, actor: User, reason: str, source: str = "console") -> User:
    """Close an account; see :func:`account_move`."""
    return account_move(
        user=user, to=UserStatus.DEACTIVATED, actor=actor, reason=reason, source=source
    )


def account_reactivate(
    *, user: User, actor: User, reason: str = "", source: str = "console"
) -> User:
    """Open an account that was shut; see :func:`account_move`."""
    return account_move(user=user, to=UserStatus.ACTIVE, actor=actor, reason=reason, source=source)


def account_unlock(*, user: User, actor: User, reason: str = "", source: str = "console") -> User:
    """Let somebody sign in again after too many wrong tries, or after the office locked the
    account. Raises ``ValidationError`` for an account that is not locked."""
    if user.status == UserStatus.LOCKED:
        return account_reactivate(user=user, actor=actor, reason=reason, source=source)
    check_may_manage(user=user, actor=actor)
    with writing(actor, source, reason):
        row = User.objects.select_for_update().get(pk=user.pk)
        if row.locked_until is None and not row.failed_login_count:
            raise ValidationError({"status": "This account is not locked."})
        row.failed_login_count, row.locked_until = 0, None
        row.save(update_fields=["failed_login_count", "locked_until"])
        security_event(
            event="permission_change",
            action="grant",
            description="Account unlocked",
            actor=actor,
            row=row,
            reason=reason,
        )
    return row


def account_sign_out(*, user: User, actor: User, reason: str, source: str = "console") -> None:
    """End all sessions of somebody, who may sign in anew.

    Raises ``ValidationError`` for an account above the actor's.
    """
    check_may_manage(user=user, actor=actor)
    with writing(actor, source, reason):
        sessions_end(user=user, reason=PortalSessionRevokedReason.ADMIN, actor=actor)
