"""How often somebody may call: counted in fixed windows, in Django's cache.

``settings.API_THROTTLES`` names the rates ("600/minute"); a scope without a rate has no limit.
"""

import time
from functools import cache

from django.conf import settings
from django.core.cache import cache as counters
from rest_framework.permissions import SAFE_METHODS
from rest_framework.throttling import BaseThrottle

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@cache
def limit_of(rate: str) -> tuple[int, int]:
    """ "600/minute" as calls and seconds."""
    calls, period = rate.split("/")
    return int(calls), SECONDS[period.strip()[0]]


class WindowThrottle(BaseThrottle):
    """At most so many calls in each window of the scope's rate, by user or else by address."""

    scope = ""
    wait_seconds: int | None = None

    def concerns(self, request, view) -> bool:
        """Whether the call counts at all."""
        return True

    def counted_scope(self, view) -> str:
        """The name of the rate."""
        return self.scope

    def who(self, request) -> str:
        """Whose calls are counted together."""
        user = request.user
        return str(user.pk) if user and user.is_authenticated else self.get_ident(request)

    def allow_request(self, request, view):
        """Count the call; False when the window is used up."""
        scope = self.counted_scope(view)
        rate = settings.API_THROTTLES.get(scope)
        if not rate or not self.concerns(request, view):
            return True
        calls, seconds = limit_of(rate)
        now = time.time()
        key = f"api:{scope}:{self.who(request)}:{int(now // seconds)}"
        if counters.add(key, 1, seconds):
            return True
        try:
            count = counters.incr(key)
        except ValueError:  # the window ended between the two
            return True
        self.wait_seconds = int(seconds - now % seconds) + 1
        return count <= calls

    def wait(self):
        """Seconds until the next window."""
        return self.wait_seconds


class AnonThrottle(WindowThrottle):
    """Callers who are not signed in, by address."""

    scope = "anon"

    def concerns(self, request, view):
        """Only those without a user."""
        return not (request.user and request.user.is_authenticated)


class UserThrottle(WindowThrottle):
    """All calls of a user."""

    scope = "user"

    def concerns(self, request, view):
        """Only those with a user."""
        return bool(request.user and request.user.is_authenticated)


class BurstThrottle(UserThrottle):
    """The same over a short window."""

    scope = "burst"


class WritesThrottle(WindowThrottle):
    """Calls that change something."""

    scope = "writes"

    def concerns(self, request, view):
        """Every method but the reading ones."""
        return request.method not in SAFE_METHODS


class SearchThrottle(WindowThrottle):
    """Calls that search for words, which cost more than others."""

    scope = "search"

    def concerns(self, request, view):
        """Only those with ``?search=``."""
        return "search" in request.query_params


class ViewThrottle(WindowThrottle):
    """The rate of a view's own ``throttle_scope``; strangers are counted by address."""

    def counted_scope(self, view):
        """What the view names, if anything."""
        return getattr(view, "throttle_scope", "")
