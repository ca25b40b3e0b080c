"""From where something is done: the address, the device, the session and the request."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

import structlog
from django.conf import settings

LONGEST = 500


@dataclass(frozen=True)
class Origin:
    """Where a request came from; all is None outside of one (a job, a command)."""

    ip: str | None = None
    user_agent: str | None = None
    session_id: str | None = None
    request_id: str | None = None


NOWHERE = Origin()
_request: ContextVar = ContextVar("request", default=None)


def current_origin() -> Origin:
    """The origin of what is done now. Read when asked: who signed in is known only by then."""
    request = _request.get()
    if request is None:
        return NOWHERE
    session: Any = getattr(request, "portal_session", None) or getattr(request, "auth", None)
    return Origin(
        ip=client_address(request),
        user_agent=request.META.get("HTTP_USER_AGENT", "").replace("\x00", "")[:LONGEST] or None,
        session_id=str(session.pk) if hasattr(session, "pk") else None,
        request_id=_request_id(request),
    )


def current_request_user():
    """The user of the request at hand; None outside of one. For what is logged, never for scope."""
    return getattr(_request.get(), "user", None)


@contextmanager
def arriving(request) -> Iterator[None]:
    """What is done inside comes from ``request``."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)


def client_address(request) -> str | None:
    """The address of the client, None when there is none that is one (a unix socket).

    ``X-Forwarded-For`` is believed as far as our own proxies wrote it: with
    ``settings.TRUSTED_PROXIES`` = 2 the last but one entry. Anybody can send the others.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES > 0:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        hops = [hop.strip() for hop in forwarded if hop.strip()]
        if len(hops) >= settings.TRUSTED_PROXIES:
            address = hops[-settings.TRUSTED_PROXIES]
    try:
        return str(ip_address(address.strip("[]")))
    except ValueError:
        return None


def _request_id(request) -> str | None:
    known = structlog.contextvars.get_contextvars().get("request_id")
    return str(known or request.META.get("HTTP_X_REQUEST_ID") or "")[:100] or None
