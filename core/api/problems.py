"""Errors as problem+json (RFC 9457): one shape, with the path of each field at fault."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.serializers import as_serializer_error
from rest_framework.views import exception_handler as drf_exception_handler

from core.services import OutOfScope

MEDIA_TYPE = "application/problem+json"


def exception_handler(exc, context):
    """The answer to an error that is the caller's; None (a 500) for one that is ours."""
    if isinstance(exc, ValidationError):
        exc = exceptions.ValidationError(as_serializer_error(exc))
    elif isinstance(exc, OutOfScope):
        exc = exceptions.PermissionDenied(str(exc))
    elif isinstance(exc, Http404 | PermissionDenied):
        exc = exceptions.NotFound()  # a foreign row and a missing one look the same
    answer = drf_exception_handler(exc, context)
    if answer is None:
        return None
    problem = {
        "type": "about:blank",
        "title": getattr(exc, "default_detail", "Error"),
        "status": answer.status_code,
    }
    if isinstance(exc, exceptions.ValidationError):
        problem["title"] = "Some values cannot be taken."
        problem["errors"] = list(_paths(exc.detail))
    else:
        problem["detail"] = str(getattr(exc, "detail", ""))
    headers = {k: v for k, v in answer.headers.items() if k in ("WWW-Authenticate", "Retry-After")}
    return Response(problem, answer.status_code, headers=headers, content_type=MEDIA_TYPE)


def _paths(detail, path=""):
    """``{"lines": [{"amount": ["…"]}]}`` gives the path ``lines.0.amount``."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from _paths(inner, f"{path}.{name}" if path else str(name))
    elif isinstance(detail, list):
        for position, inner in enumerate(detail):
            nested = isinstance(inner, dict | list)
            yield from _paths(inner, f"{path}.{position}" if nested else path)
    else:
        yield {"path": path, "message": str(detail), "code": getattr(detail, "code", "invalid")}
