"""Mailed links: invitations, forgotten passwords, addresses, guests' way in."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from core import throttling
from core.models import RowChange
from portal.models import OneTimeToken, PortalSession
from portal.services.invitations import invitation_accept, invitation_send
from portal.services.links import (
    email_verification_send,
    email_verify,
    magic_link_send,
    magic_link_use,
    password_reset,
    password_reset_send,
)
from portal.services.sessions import session_start
from portal.services.sign_in import SignInRefused, sign_in
from secure.models import AuditLog
from tests.portal.conftest import PASSWORD, token_in

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
NEW = "mahalo-nui-loa-9"


def refused(service, **values):
    with pytest.raises(ValidationError) as error:
        service(**values)
    return error.value.message_dict


@pytest.fixture
def guest(account):
    return account(email="guest7@example.com", user_type="guest", status="pending", password=None)


@pytest.fixture
def invited(make):
    return make("portal.User", email="kai@example.com", user_type="team")


class TestInvitation:
    def test_it_opens_the_account(self, invited, office, post):
        invitation_send(user=invited, actor=office)
        (message,) = post()
        assert message.to == ["kai@example.com"]
        assert f"http://localhost:8000{reverse('account:invitation')}#" in message.body
        user = invitation_accept(token=token_in(message), password=PASSWORD)
        assert (user.status, user.email_verified, user.must_change_password) == (
            "active",
            True,
            False,
        )
        assert sign_in(email="kai@example.com", password=PASSWORD).user == invited

    def test_the_link_stands_in_one_line_as_it_is_sent(self, invited, office, post):
        invited.first_name = "Keʻala"
        invited.save()
        invitation_send(user=invited, actor=office)
        (message,) = post()
        sent = message.message().as_bytes().decode()
        assert token_in(message) in sent
        assert "Aloha Keʻala," in sent

    def test_it_works_once(self, invited, office, post):
        invitation_send(user=invited, actor=office)
        token = token_in(post()[0])
        invitation_accept(token=token, password=PASSWORD)
        assert "token" in refused(invitation_accept, token=token, password=NEW)

    def test_a_weak_password_leaves_it_working(self, invited, office, post):
        invitation_send(user=invited, actor=office)
        token = token_in(post()[0])
        assert "password" in refused(invitation_accept, token=token, password="aloha")
        assert invitation_accept(token=token, password=PASSWORD) == invited

    def test_a_new_one_voids_the_old_one(self, invited, office, post):
        for _ in range(2):
            invitation_send(user=invited, actor=office)
            post()
        first, second = map(token_in, mail.outbox)
        assert "token" in refused(invitation_accept, token=first, password=PASSWORD)
        assert invitation_accept(token=second, password=PASSWORD) == invited

    def test_it_lasts_seven_days(self, invited, office, post):
        with time_machine.travel(NOON, tick=False) as clock:
            invitation_send(user=invited, actor=office)
            token = token_in(post()[0])
            clock.shift(timedelta(days=7))
            assert "token" in refused(invitation_accept, token=token, password=PASSWORD)
            clock.shift(timedelta(seconds=-1))
            assert invitation_accept(token=token, password=PASSWORD) == invited

    def test_only_for_accounts_that_wait(self, account, office):
        user = account(email="open@example.com")
        assert "status" in refused(invitation_send, user=user, actor=office)

    def test_not_after_the_account_was_closed(self, invited, office, post):
        from portal.services.accounts import account_deactivate

        invitation_send(user=invited, actor=office)
        token = token_in(post()[0])
        account_deactivate(user=invited, actor=office, reason="A mistake.")
        assert "token" in refused(invitation_accept, token=token, password=PASSWORD)


class TestForgottenPassword:
    def test_a_new_one_ends_every_session(self, account, post):
        user = account(email="kai@example.com")
        session = session_start(user=user).session
        password_reset_send(email=" Kai@example.com")
        token = token_in(post()[0])
        assert password_reset(token=token, password=NEW) == user
        session.refresh_from_db()
        assert (session.is_active, session.revoked_reason) == (False, "password_change")
        assert sign_in(email=user.email, password=NEW).user == user
        assert "token" in refused(password_reset, token=token, password="another-kakahiaka-8")
        assert "was changed" in post()[0].subject

    def test_it_unlocks(self, account, post):
        user = account(email="kai@example.com")
        for _ in range(5):
            with pytest.raises(SignInRefused):
                sign_in(email=user.email, password="wrong")
        password_reset_send(email=user.email)
        password_reset(token=token_in(post()[0]), password=NEW)
        assert sign_in(email=user.email, password=NEW).user == user

    @pytest.mark.parametrize("status", ["pending", "suspended", "locked", "deactivated"])
    def test_none_for_accounts_that_are_not_open(self, account, post, status):
        account(email="kai@example.com", status=status)
        password_reset_send(email="kai@example.com")
        assert post() == []

    def test_an_earlier_password_is_refused_and_the_link_goes_on_working(self, account, post):
        account(email="kai@example.com")
        password_reset_send(email="kai@example.com")
        token = token_in(post()[0])
        assert "before" in refused(password_reset, token=token, password=PASSWORD)["password"][0]
        password_reset(token=token, password=NEW)

    def test_suspended_meanwhile(self, account, office, post):
        from portal.services.accounts import account_suspend

        user = account(email="kai@example.com")
        password_reset_send(email=user.email)
        token = token_in(post()[0])
        account_suspend(user=user, actor=office, reason="Left.")
        assert "token" in refused(password_reset, token=token, password=NEW)

    def test_a_link_to_an_address_the_account_no_longer_has(self, account, post):
        user = account(email="kai@example.com")
        password_reset_send(email=user.email)
        token = token_in(post()[0])
        user.email = "kai@example.org"
        user.save()
        assert "token" in refused(password_reset, token=token, password=NEW)


class TestMagicLink:
    def test_it_signs_a_guest_in(self, guest, post, settings):
        settings.PORTAL_URL = "https://stay.example.com"
        magic_link_send(email="Guest7@example.com")
        (message,) = post()
        assert "https://stay.example.com/sign-in#" in message.body
        given = magic_link_use(token=token_in(message))
        guest.refresh_from_db()
        assert (given.user, guest.status, guest.email_verified) == (guest, "active", True)
        assert "token" in refused(magic_link_use, token=token_in(message))

    def test_it_lasts_a_quarter_of_an_hour(self, guest, post):
        with time_machine.travel(NOON, tick=False) as clock:
            magic_link_send(email=guest.email)
            token = token_in(post()[0])
            clock.shift(timedelta(minutes=15))
            assert "token" in refused(magic_link_use, token=token)

    @pytest.mark.parametrize("user_type", ["homeowner", "team", "admin", "service"])
    def test_for_guests_alone(self, account, post, user_type):
        account(email="kai@example.com", user_type=user_type)
        magic_link_send(email="kai@example.com")
        assert post() == []

    def test_not_for_somebody_shut_out_meanwhile(self, guest, post):
        magic_link_send(email=guest.email)
        token = token_in(post()[0])
        guest.status = "active"
        guest.save()
        guest.status = "suspended"
        guest.save()
        with pytest.raises(SignInRefused) as error:
            magic_link_use(token=token)
        assert error.value.reason == "suspended"
        assert not PortalSession.objects.filter(user=guest).exists()

    def test_a_link_of_another_purpose_opens_nothing(self, guest, office, post):
        invitation_send(user=guest, actor=office)
        assert "token" in refused(magic_link_use, token=token_in(post()[0]))

    @pytest.mark.parametrize("token", ["", "x", "x.y", "a" * 5000, "ʻōkina", "\x00"])
    def test_nonsense(self, db, token):
        assert "token" in refused(magic_link_use, token=token)


class TestAsking:
    def test_three_in_a_quarter_of_an_hour_whoever_it_is(self, guest):
        with time_machine.travel(NOON, tick=False) as clock:
            for email in (guest.email, "nobody@example.com"):
                for _ in range(3):
                    magic_link_send(email=email)
                with pytest.raises(throttling.Refused) as error:
                    magic_link_send(email=email.upper())
                assert error.value.retry_after == 900
            clock.shift(timedelta(minutes=16))
            magic_link_send(email=guest.email)

    def test_the_request_does_the_same_whether_the_account_exists_or_not(
        self, guest, django_assert_num_queries
    ):
        queries = []
        for email in (guest.email, "nobody@example.com"):
            with CaptureQueries() as captured:
                magic_link_send(email=email)
            queries.append([text.replace(email, "…") for text in captured.sql])
        assert len(queries[0]) == len(queries[1]) > 0
        assert not any("portal" in text and "users" in text for text in queries[0])

    def test_a_request_that_is_undone_mails_nothing(self, invited, office, post):
        from django.db import transaction

        with pytest.raises(ZeroDivisionError), transaction.atomic():
            invitation_send(user=invited, actor=office)
            raise ZeroDivisionError
        assert post() == []


class CaptureQueries:
    """The statements of a block."""

    def __enter__(self):
        from django.test.utils import CaptureQueriesContext

        self.context = CaptureQueriesContext(connection)
        self.context.__enter__()
        return self

    def __exit__(self, *exception):
        self.context.__exit__(*exception)
        self.sql = [query["sql"] for query in self.context.captured_queries]


def test_an_address_is_verified_once(account, post):
    user = account(email="kai@example.com")
    email_verification_send(user=user, actor=user)
    token = token_in(post()[0])
    assert email_verify(token=token).email_verified
    assert "token" in refused(email_verify, token=token)


def test_no_secret_is_kept_anywhere(guest, post, caplog):
    magic_link_send(email=guest.email)
    token = token_in(post()[0])
    magic_link_use(token=token)
    kept = [*OneTimeToken.objects.values(), *AuditLog.objects.values(), *RowChange.objects.values()]
    kept += [*ProcrastinateJob.objects.values("args")]
    assert OneTimeToken.objects.get(user=guest).used_at
    for part in (token, token.partition(".")[0]):
        assert part not in str(kept)
        assert part not in caplog.text


def test_links_that_ended_long_ago_are_forgotten(guest, post):
    from portal.tasks import links_forget

    with time_machine.travel(NOON, tick=False) as clock:
        magic_link_send(email=guest.email)
        post()
        clock.shift(timedelta(days=90))
        links_forget(timestamp=0)
        assert OneTimeToken.objects.filter(user=guest).count() == 1
        clock.shift(timedelta(days=1))
        links_forget(timestamp=0)
        assert not OneTimeToken.objects.filter(user=guest).exists()
