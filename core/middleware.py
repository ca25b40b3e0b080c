"""What every request passes first."""

import structlog
from django.db import DatabaseError, connection
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.utils.csp import CSP
from django_structlog.middlewares import RequestMiddleware

from core.services.origin import arriving, client_address

# What browsers may do with an answer that is no page: nothing.
LOCKED = {
    "default-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
UNUSED = (
    "accelerometer camera display-capture geolocation gyroscope magnetometer microphone payment usb"
)
HEADERS = {
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED.split()),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
}
ROBOTS = "User-agent: *\nDisallow: /\n"
NUL = "The address holds a NUL character (%00), which no text can contain. Remove it."
ALIVE, READY = "/healthz", "/readyz"


def health(get_response):
    """Answer whoever asks whether this process lives (``/healthz``) and can do its work
    (``/readyz``: the database answers). Before anything else: a probe knows neither our names nor
    our certificates."""

    def answer(request):
        if request.path == ALIVE:
            return JsonResponse({"status": "ok"})
        if request.path == READY:
            return _readiness()
        return get_response(request)

    return answer


def _readiness() -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ok"})


def edges(get_response):
    """Headers of every answer: no search engine, no sniffing, no device; what is no page is
    nothing but data. Belongs inside of the CSP middleware."""

    def answer(request):
        if request.path == "/robots.txt":
            response = HttpResponse(ROBOTS, content_type="text/plain")
        else:
            response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            response._csp_config = LOCKED
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return answer


def no_nul(get_response):
    """Refuse an address with a NUL character: no text of the database can hold or match one."""

    def answer(request):
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            if request.path.startswith("/api/"):
                problem = {"type": "about:blank", "title": NUL, "status": 400}
                return JsonResponse(problem, status=400, content_type="application/problem+json")
            return HttpResponseBadRequest(NUL)
        return get_response(request)

    return answer


def origin(get_response):
    """Let what is done for a request know where the request came from."""

    def answer(request):
        with arriving(request):
            return get_response(request)

    return answer


class RequestLog(RequestMiddleware):
    """Two lines of the log for each request; the address is the one that we believe ourselves."""

    @classmethod
    def bind_ip(cls, request):
        """Name the client in every line."""
        structlog.contextvars.bind_contextvars(ip=client_address(request))
