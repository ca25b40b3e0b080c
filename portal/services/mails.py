"""Mails to people about their accounts.

A job makes and sends each of them, deferred in the transaction that calls for it: a mail about
something that was rolled back is never sent. Its arguments name the person, never a secret: the
secret of a link is made by the job and stands in the mail alone.
"""

import email.policy

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from procrastinate.contrib.django import app

from core.services.writing import writing
from portal.choices.accounts import TokenPurpose
from portal.choices.users import UserStatus, UserType
from portal.models import User
from portal.services.one_time import LIFETIMES, token_make

LINK_JOB = "portal.mail_link"
NOTICE_JOB = "portal.mail_notice"
#: Which accounts a link of each purpose is for.
STATUSES = {
    TokenPurpose.INVITATION: {UserStatus.PENDING},
    TokenPurpose.EMAIL_VERIFICATION: {UserStatus.PENDING, UserStatus.ACTIVE},
    TokenPurpose.MAGIC_LINK: {UserStatus.PENDING, UserStatus.ACTIVE},
    TokenPurpose.PASSWORD_RESET: {UserStatus.ACTIVE},
}
PAGES = {
    TokenPurpose.INVITATION: "account:invitation",
    TokenPurpose.EMAIL_VERIFICATION: "account:email",
    TokenPurpose.PASSWORD_RESET: "account:reset",
}
LONGEST_LINE = 990  # RFC 5322 allows 998
#: Where the guest portal takes the secret of a magic link, below ``settings.PORTAL_URL``.
GUEST_PAGE = "/sign-in"


def link_call(
    *, purpose: str, email: str, ip: str | None = None, created_by: User | None = None
) -> None:
    """Have a link mailed to an address, if there is such an account. It is looked up by the job,
    so that whoever asked learns nothing, not even from the time it takes."""
    app.configure_task(LINK_JOB).defer(
        purpose=str(purpose),
        email=email,
        ip=ip,
        created_by=str(created_by.pk) if created_by else None,
    )


def link_mail(*, purpose: str, email: str, ip: str | None, created_by: str | None) -> bool:
    """Mail a link of that purpose; whether there was an account to mail one to."""
    purpose = TokenPurpose(purpose)
    user = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if user is None or user.status not in STATUSES[purpose]:
        return False
    if purpose == TokenPurpose.MAGIC_LINK and user.user_type != UserType.GUEST:
        return False
    maker = User.objects.filter(pk=created_by).first() if created_by else None
    with writing(maker, "job"):
        token = token_make(user=user, purpose=purpose, ip=ip, created_by=maker)
    _send(
        user,
        purpose,
        link=f"{_page(purpose)}#{token}",
        lifetime=_in_words(int(LIFETIMES[purpose].total_seconds())),
    )
    return True


def notice_call(*, user: User, what: str) -> None:
    """Have a person told of a change of their account; ``what`` names a template."""
    app.configure_task(NOTICE_JOB).defer(user_id=str(user.pk), what=what)


def notice_mail(*, user_id: str, what: str) -> None:
    """Tell a person of a change of their account."""
    user = User.objects.filter(pk=user_id).first()
    if user is not None:
        _send(user, what, link=settings.SITE_URL + reverse("account:forgotten"))


def _page(purpose: str) -> str:
    # Behind the #, where browsers keep it to themselves: no log and no other site sees the secret.
    if purpose == TokenPurpose.MAGIC_LINK:
        return settings.PORTAL_URL + GUEST_PAGE
    return settings.SITE_URL + reverse(PAGES[TokenPurpose(purpose)])


class Letter(EmailMessage):
    """A mail whose links stay in one line, also for whoever reads it as it was sent."""

    def message(self, *, policy=email.policy.default):
        return super().message(policy=policy.clone(max_line_length=LONGEST_LINE))


def _send(user: User, template: str, **context) -> None:
    """The first line of a template is the subject."""
    text = render_to_string(f"mail/{template}.txt", {"user": user, **context})
    subject, _, body = text.strip().partition("\n")
    letter = Letter(subject.strip(), body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [user.email])
    letter.send()


def _in_words(seconds: int) -> str:
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            count = seconds // size
            return f"{count} {name}s" if count > 1 else f"one {name}"
    raise ValueError("A link lasts a minute at least.")
