"""Inviting people: an account waits until its person follows the mailed link."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from core import throttling
from core.services.security import security_event
from core.services.writing import writing
from portal.choices.accounts import TokenPurpose
from portal.choices.users import UserStatus
from portal.models import User
from portal.services.accounts import check_may_manage
from portal.services.mails import link_call
from portal.services.one_time import token_use
from portal.services.passwords import password_validate, password_write

MOST_INVITATIONS, INVITATION_SECONDS = 5, 3600


def invitation_send(*, user: User, actor: User, source: str = "console") -> None:
    """Mail a link by which the person chooses a password and opens the account; 7 days.

    Links sent before stop working. Raises ``ValidationError`` for an account that is not pending
    or was invited five times within the hour.
    """
    check_may_manage(user=user, actor=actor)
    if user.status != UserStatus.PENDING:
        raise ValidationError({"status": "Only an account that is pending can be invited."})
    if not throttling.allowed(
        f"invitation {user.pk}", limit=MOST_INVITATIONS, seconds=INVITATION_SECONDS
    ):
        raise ValidationError("This person was invited several times already. Wait an hour.")
    with writing(actor, source):
        link_call(purpose=TokenPurpose.INVITATION, email=user.email, created_by=actor)
        security_event(
            event="permission_change",
            action="grant",
            description="Invitation sent",
            actor=actor,
            row=user,
        )


@sensitive_variables("token", "password")
def invitation_accept(*, token: str, password: str, source: str = "api") -> User:
    """Open the account with its first password; the address is verified by that.

    Nobody is signed in by it. Raises ``ValidationError`` on "token" for a link that does not work
    and on "password" for one that breaks the rules: then the link still works.
    """
    with writing(None, source):
        user = token_use(token=token, purpose=TokenPurpose.INVITATION)
        if user.status != UserStatus.PENDING:
            raise ValidationError({"token": "This account is open already: sign in."})
        password_validate(user=user, new=password)
        user.status = UserStatus.ACTIVE
        user.email_verified, user.email_verified_at = True, timezone.now()
        user.save()
        user = password_write(user=user, new=password, actor=user, source=source)
        security_event(
            event="permission_change",
            action="grant",
            description="Invitation accepted",
            actor=user,
            row=user,
            columns=("status",),
            old={"status": UserStatus.PENDING},
            new={"status": UserStatus.ACTIVE},
        )
    return user
