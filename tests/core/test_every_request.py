"""What every request passes: the connection, the browser's session, the log."""

import pytest
import structlog
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import RequestFactory

from core.middleware import RequestLog
from core.sessions import SessionStore

pytestmark = pytest.mark.django_db


class TestConnection:
    @pytest.fixture
    def aside(self):
        aside = connection.copy()
        yield aside
        aside.close()

    def backend(self, aside) -> int:
        """The process that answers the first query of a request."""
        aside.close_at = None
        aside.close_if_unusable_or_obsolete()
        with aside.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            return cursor.fetchone()[0]

    @pytest.mark.parametrize("answered_at", [float("-inf"), float("inf")])
    def test_one_that_the_server_ended_is_made_anew(self, aside, answered_at):
        first = self.backend(aside)
        assert self.backend(aside) == first
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [first])
            assert cursor.fetchone() == (True,)
        aside.answered_at = answered_at
        assert self.backend(aside) != first

    def test_one_that_answered_just_now_is_not_asked(self, aside, monkeypatch):
        first = self.backend(aside)
        monkeypatch.setattr(type(aside), "is_usable", lambda self: False)
        assert self.backend(aside) != first, "never asked so far"
        second = self.backend(aside)
        aside.answered_at = float("inf")
        assert self.backend(aside) == second


class TestSession:
    def test_a_key_known_before_is_worth_nothing_after(self):
        store = SessionStore()
        store["kept"] = 1
        store.cycle_key()
        assert store.session_key is None
        store.save()
        first = store.session_key
        store.cycle_key()
        assert store.session_key not in (None, first)
        assert SessionStore(store.session_key)["kept"] == 1
        assert [row.pk for row in Session.objects.all()] == [store.session_key]


class TestLog:
    @pytest.mark.parametrize(("proxies", "address"), [(0, "127.0.0.1"), (1, "203.0.113.9")])
    def test_the_address_is_the_one_we_believe(self, settings, proxies, address):
        settings.TRUSTED_PROXIES = proxies
        request = RequestFactory().get("/", headers={"x-forwarded-for": "6.6.6.6, 203.0.113.9"})
        with structlog.contextvars.bound_contextvars(ip=None):
            RequestLog.bind_ip(request)
            assert structlog.contextvars.get_contextvars()["ip"] == address
