"""Browsers of the console: signed in while their row of portal.sessions stands, and no longer."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.models import PortalSession, User
from portal.selectors.sessions import sessions_standing
from portal.services.sessions import session_end, session_start, sessions_end
from tests.portal.conftest import PASSWORD

pytestmark = pytest.mark.django_db
ME = "/api/v1/me/"


@pytest.fixture(autouse=True)
def _as_on_a_server(settings):
    settings.SESSIONS_MUST_BE_RECORDED = True


@pytest.fixture
def user(account):
    return account(is_staff=True)


@pytest.fixture
def signed_in():
    """signed_in(user): a browser that went through the page."""

    def signed_in(user, **headers):
        client = Client(headers=headers)
        values = {"email": user.email, "password": PASSWORD}
        answer = client.post(reverse("admin:login"), values)
        assert answer.status_code == 302, answer.content
        return client

    return signed_in


def is_in(client):
    """Whether the console and the API take the browser for somebody's."""
    console = client.get(reverse("admin:index")).status_code == 200
    assert (client.get(ME).status_code == 200) == console
    return console


def test_signing_in_is_recorded(user, signed_in):
    phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148"
    client = signed_in(user, user_agent=phone)
    row = PortalSession.objects.get()
    assert (row.user, row.device_type, row.device_name) == (user, "mobile", "Console")
    assert (row.ip_address, row.user_agent) == ("127.0.0.1", phone)
    assert row.expires_at - row.started_at == timedelta(hours=24), "on a phone as well"
    assert row.mfa_verified_at is None
    assert is_in(client)
    (listed,) = client.get(f"{ME}sessions/").json()
    assert listed["is_current"] is True


def test_what_is_ended_elsewhere_is_out_on_the_next_click(user, signed_in):
    one, other = signed_in(user), signed_in(user)
    session = PortalSession.objects.earliest("id")
    session_end(session=session, actor=user, reason="admin")
    assert not is_in(one)
    assert is_in(other)
    assert not is_in(one), "and stays out"


@pytest.mark.parametrize("reason", ["suspension", "password_change", "security"])
def test_all_browsers_are_out_at_once(user, signed_in, reason):
    many = [signed_in(user) for _ in range(2)]
    sessions_end(user=user, reason=reason, actor=None)
    assert not any(is_in(client) for client in many)


def test_after_a_day_one_signs_in_again(user, signed_in, time_machine):
    time_machine.move_to("2026-03-01T10:00:00Z", tick=False)
    client = signed_in(user)
    time_machine.shift(timedelta(hours=23, minutes=59))
    assert is_in(client)
    time_machine.shift(timedelta(minutes=1))
    assert not is_in(client)


def test_signing_out_ends_the_row_too(user, signed_in):
    client, other = signed_in(user), signed_in(user)
    cookies = client.cookies.copy()
    client.post(reverse("admin:logout"))
    assert PortalSession.objects.filter(revoked_reason="logout").count() == 1
    client.cookies = cookies
    assert not is_in(client), "an old cookie opens nothing"
    assert is_in(other)


def test_a_session_without_a_row_is_refused(user, settings):
    client = Client()
    client.force_login(user)
    assert not is_in(client)
    settings.SESSIONS_MUST_BE_RECORDED = False
    client.force_login(user)
    assert is_in(client)


def test_even_where_rows_are_not_asked_for_a_row_that_ended_counts(user, signed_in, settings):
    settings.SESSIONS_MUST_BE_RECORDED = False
    client = signed_in(user)
    sessions_end(user=user, reason="admin", actor=None)
    assert not is_in(client)


@pytest.mark.parametrize("stolen", ["portal_session", "portal_session_proof", "both"])
def test_the_row_of_somebody_else_does_not_serve(account, signed_in, stolen):
    user, other = account(is_staff=True), account(is_staff=True, email="other@example.com")
    mine, theirs = signed_in(user), signed_in(other)
    names = ["portal_session", "portal_session_proof"] if stolen == "both" else [stolen]
    session = mine.session
    for name in names:
        session[name] = theirs.session[name]
    session.save()
    assert not is_in(mine)
    assert is_in(theirs)


def test_browsers_and_tokens_share_the_limit(account, signed_in):
    admin = account(is_staff=True, user_type="admin")
    client = signed_in(admin)
    tokens = session_start(user=admin)
    assert is_in(client)
    session_start(user=admin)
    assert not is_in(client), "two at a time for administrators: the oldest went"
    assert tokens.session in sessions_standing(user=admin)


def test_it_costs_no_query_more(user, signed_in, django_assert_num_queries):
    client = signed_in(user)
    with django_assert_num_queries(2) as recorded:  # Django's session; the row with its user
        client.get(ME)
    assert sum("portal.sessions" in query["sql"] for query in recorded) == 1


@pytest.mark.parametrize(
    "values", [{"password": "other"}, {"status": "suspended"}, {"is_active": False}]
)
def test_what_happened_to_the_account_past_the_services(user, signed_in, values):
    """The row still stands."""
    client = signed_in(user)
    User.objects.filter(pk=user.pk).update(**values)
    assert PortalSession.objects.get().is_active
    assert not is_in(client)


def test_use_is_noted_every_few_minutes_only(user, signed_in, time_machine):
    time_machine.move_to("2026-03-01T10:00:00Z", tick=False)
    client = signed_in(user)
    began = timezone.now()
    time_machine.shift(timedelta(minutes=4))
    is_in(client)
    assert PortalSession.objects.get().last_activity_at == began
    time_machine.shift(timedelta(minutes=2))
    is_in(client)
    assert PortalSession.objects.get().last_activity_at == timezone.now()


def test_strangers_cost_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        Client().get(ME)


def test_a_user_who_is_gone(user, signed_in):
    client = signed_in(user)
    User.objects.filter(pk=user.pk).delete()
    assert not is_in(client)


def test_a_password_change_in_the_console_keeps_this_browser_only(user, signed_in):
    client, other = signed_in(user), signed_in(user)
    new = "another-aloha-kakahiaka-8"
    values = {"old": PASSWORD, "password": new, "again": new}
    answer = client.post(reverse("admin:password_change"), values)
    assert answer.status_code == 302, answer.content
    assert is_in(client)
    assert not is_in(other)
