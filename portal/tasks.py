"""Jobs of the portal schema."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.services.mails import LINK_JOB, NOTICE_JOB, link_mail, notice_mail

# A mail server may be down for a while; a link that comes hours late helps nobody.
MAIL_RETRY = RetryStrategy(max_attempts=5, exponential_wait=4)


@app.task(name=LINK_JOB, retry=MAIL_RETRY)
def send_link(purpose: str, email: str, ip: str | None = None, created_by: str | None = None):
    """Mail a one-time link, if the address has an account that may have one."""
    link_mail(purpose=purpose, email=email, ip=ip, created_by=created_by)


@app.task(name=NOTICE_JOB, retry=MAIL_RETRY)
def send_notice(user_id: str, what: str):
    """Tell a person of a change of their account."""
    notice_mail(user_id=user_id, what=what)
