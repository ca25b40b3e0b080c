"""Jobs of the portal schema."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from portal.selectors.webhooks import someone_listens
from portal.services.grants import grants_sweep
from portal.services.mails import LINK_JOB, NOTICE_JOB, link_mail, notice_mail
from portal.services.one_time import tokens_sweep
from portal.services.sessions import sessions_expire
from portal.services.webhooks.courier import JOB as COURIER_JOB, call_courier, courier_run
from portal.services.webhooks.outbox import events_forget

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


@app.periodic(cron="41 3 * * *")
@app.task(name="portal.links_forget", queueing_lock="portal.links_forget")
def links_forget(timestamp: int) -> None:
    """Delete one-time links that ended long ago."""
    tokens_sweep()


@app.task(name=COURIER_JOB, queue="webhooks")
def courier() -> None:
    """Take what happened into the outbox of webhooks, and send what is due."""
    courier_run()


@app.periodic(cron="* * * * *")
@app.task(name="portal.webhooks_resume", queueing_lock="portal.webhooks_resume")
def webhooks_resume(timestamp: int) -> None:
    """Take up what workers left when they were killed, and what was written past the services."""
    if someone_listens():
        call_courier()


@app.periodic(cron="23 3 * * *")
@app.task(name="portal.webhooks_forget", queueing_lock="portal.webhooks_forget")
def webhooks_forget(timestamp: int) -> None:
    """Delete events that are old and settled."""
    events_forget()


@app.periodic(cron="17 * * * *")
@app.task(name="portal.sessions_expire", queueing_lock="portal.sessions_expire")
def sessions_close(timestamp: int) -> None:
    """Mark the sign-ins whose time is over; they open nothing any more anyway."""
    sessions_expire()


@app.periodic(cron="41 3 * * *")
@app.task(name="portal.grants_sweep", queueing_lock="portal.grants_sweep")
def sweep_grants(timestamp: int) -> None:
    """Delete grants that ended long ago."""
    grants_sweep()
