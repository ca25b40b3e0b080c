"""Django's own answers to faults: as problems below /api/, as its pages elsewhere."""

from django.views import defaults

from core.api.problems import problem_response

API = "/api/"


def bad_request(request, exception):
    """400: a header, host or body that is refused before any view."""
    if request.path.startswith(API):
        return problem_response(400, "The request cannot be understood.")
    return defaults.bad_request(request, exception)


def permission_denied(request, exception):
    """403 outside of a view of the API."""
    if request.path.startswith(API):
        return problem_response(403, "This is not allowed.")
    return defaults.permission_denied(request, exception)


def page_not_found(request, exception):
    """404: no such address."""
    if request.path.startswith(API):
        return problem_response(404, "There is nothing at this address.")
    return defaults.page_not_found(request, exception)


def server_error(request):
    """500: a fault of ours; what went wrong stands in the log alone."""
    if request.path.startswith(API):
        return problem_response(500, "Something went wrong on our side.")
    return defaults.server_error(request)
