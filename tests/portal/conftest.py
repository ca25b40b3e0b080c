"""People with accounts, and what they are sent."""

import re
from contextlib import contextmanager

import pytest
from django.core import mail

from core.services.origin import arriving
from core.testing.factories import factory_of, reset_sequences

PASSWORD = "aloha-kakahiaka-7"


@pytest.fixture(autouse=True)
def _counters_from_one():
    reset_sequences()


@pytest.fixture
def make(db):
    """make("portal.User", email="…"): a row from its factory."""
    return lambda label, **values: factory_of(label).create(**values)


@pytest.fixture
def account(make):
    """account(status=…): somebody with an account and ``PASSWORD``."""

    def account(password=PASSWORD, **values):
        user = make("portal.User", **{"status": "active", "user_type": "team", **values})
        user.set_password(password)
        user.save(update_fields=["password"])
        return user

    return account


@pytest.fixture
def office(account):
    """The superuser who manages the accounts of others."""
    return account(email="office@example.com", is_superuser=True, is_staff=True)


@pytest.fixture
def from_address(rf):
    """with from_address("198.51.100.7"): … as if a request came from there."""

    @contextmanager
    def from_address(address):
        with arriving(rf.get("/", REMOTE_ADDR=address)):
            yield

    return from_address


@pytest.fixture
def post(db):
    """The mails that waiting jobs send now: ``post()`` gives those it sent."""

    def post():
        from procrastinate.contrib.django.models import ProcrastinateJob

        from portal import tasks

        jobs = {"portal.mail_link": tasks.send_link, "portal.mail_notice": tasks.send_notice}
        before = len(mail.outbox)
        waiting = ProcrastinateJob.objects.filter(task_name__in=jobs, status="todo")
        done = {job.pk for job in waiting} - post.done
        for job in waiting.filter(pk__in=done).order_by("pk"):
            jobs[job.task_name](**job.args)
        post.done |= done
        return mail.outbox[before:]

    post.done = set()
    return post


def token_in(message):
    """The secret of the link in a mail."""
    return re.search(r"https?://\S+#(\S+)", message.body)[1]
