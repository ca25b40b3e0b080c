"""Errors as problem+json (RFC 9457): one shape, with the path of each field at fault."""

from collections.abc import Iterator
from typing import Any

import psycopg
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.db.models import ProtectedError, RestrictedError
from django.http import Http404, HttpResponse
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.serializers import as_serializer_error
from rest_framework.views import exception_handler as drf_exception_handler

from core.api.rendering import as_json
from core.services.refusals import BAD_VALUE_CLASS, COLLISIONS, FOREIGN_KEY, RESTRICT, UNIQUE

MEDIA_TYPE = "application/problem+json"
KEPT_HEADERS = frozenset({"WWW-Authenticate", "Retry-After", "Allow"})
LOCK_NOT_AVAILABLE, CANCELLED = "55P03", "57014"
CLASHES = COLLISIONS | {UNIQUE, RESTRICT, LOCK_NOT_AVAILABLE}


class Conflict(exceptions.APIException):
    """409: the row is not, or no longer, in a state that allows this."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "Another row or a change at this moment stands against it."
    default_code = "conflict"


class PreconditionFailed(exceptions.APIException):
    """412: the row changed since it was read."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_detail = "The row changed since you read it. Read it again."
    default_code = "precondition_failed"


class Unprocessable(exceptions.APIException):
    """422: understood, but it contradicts what was asked before."""

    status_code = status.HTTP_422_UNPROCESSABLE_ENTITY
    default_detail = "The request contradicts an earlier one."
    default_code = "unprocessable"


class Unavailable(exceptions.APIException):
    """503: the database gave up on it; the same request may work later."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_detail = "This took too long. Ask for less, or try again."
    default_code = "unavailable"


def exception_handler(exc: Exception, context: Any) -> Response | None:
    """The answer to an error that is the caller's; None (a 500) for one that is ours."""
    known = _as_api_exception(exc)
    answer = drf_exception_handler(known, context)
    if answer is None:
        return None
    problem = {"type": "about:blank", "title": _title(known), "status": answer.status_code}
    if isinstance(exc, ValidationError):
        problem["errors"] = list(_paths(as_serializer_error(exc)))
    elif isinstance(known, exceptions.ValidationError):
        problem["errors"] = list(_paths(known.detail))
    else:
        problem["detail"] = str(getattr(known, "detail", ""))
        problem["code"] = getattr(getattr(known, "detail", None), "code", "error")
    headers = {name: value for name, value in answer.headers.items() if name in KEPT_HEADERS}
    return Response(problem, answer.status_code, headers=headers, content_type=MEDIA_TYPE)


def problem_response(status_code: int, title: str, **headers: str) -> HttpResponse:
    """A problem outside of the API's views: addresses that lead nowhere, faults of ours."""
    problem = {"type": "about:blank", "title": title, "status": status_code}
    return HttpResponse(
        as_json(problem), status=status_code, content_type=MEDIA_TYPE, headers=headers
    )


def is_conflict(exc: ValidationError) -> bool:
    """Whether a service has refused with the code "conflict"."""
    if hasattr(exc, "error_dict"):
        return any(error.code == "conflict" for said in exc.error_dict.values() for error in said)
    return any(error.code == "conflict" for error in exc.error_list)


def clash_behind(exc: BaseException | None) -> bool:
    """Whether a clash with other rows, rather than a value as such, is what the database
    refused."""
    while exc is not None:
        if isinstance(exc, psycopg.Error):
            held = (exc.diag.message_primary or "").startswith("update or delete")
            return exc.sqlstate in CLASHES or (exc.sqlstate == FOREIGN_KEY and held)
        if isinstance(exc, ProtectedError | RestrictedError):
            return True
        exc = exc.__cause__
    return False


def _as_api_exception(exc: Exception) -> Exception:
    """What DRF calls the error; the same error where it has no name for it."""
    if isinstance(exc, ValidationError):
        clashes = is_conflict(exc) or clash_behind(exc)
        return Conflict() if clashes else exceptions.ValidationError()
    if isinstance(exc, ProtectedError | RestrictedError):
        held = exc.protected_objects if isinstance(exc, ProtectedError) else exc.restricted_objects
        names = sorted({str(row._meta.verbose_name_plural) for row in held})
        return Conflict(f"There are {', '.join(names)} that refer to this row.")
    if isinstance(exc, DatabaseError):
        return _as_database_answer(exc)
    if isinstance(exc, Http404):
        return exceptions.NotFound()
    if isinstance(exc, PermissionDenied):  # also OutOfScope
        return exceptions.PermissionDenied(str(exc) or None)
    wait = getattr(exc, "retry_after", None)
    if wait is not None:  # a refusal of the rate counters
        return exceptions.Throttled(wait)
    return exc


def _as_database_answer(exc: DatabaseError) -> Exception:
    """Refusals that no service translated; their SQL and values stay with us."""
    state = getattr(exc.__cause__, "sqlstate", None) or ""
    if state == CANCELLED:
        return Unavailable()
    if state.startswith(BAD_VALUE_CLASS):  # which only the database knew: an offset of 21:30
        return exceptions.ValidationError("A value is out of range.")
    return Conflict() if clash_behind(exc) else exc


def _title(exc: Exception) -> str:
    if isinstance(exc, exceptions.ValidationError):
        return "Some values cannot be taken."
    return str(getattr(exc, "default_detail", "Error"))


def _paths(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
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
