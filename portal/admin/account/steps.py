"""What must be done before anything else: nobody gets past these pages without it."""

from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from portal.models import User
from portal.selectors.permissions import roles_kept
from portal.selectors.steps import ENROLMENT, PASSWORD_CHANGE, SECOND_FACTOR, steps_due

PAGES = {
    SECOND_FACTOR: "admin:second_step",
    ENROLMENT: "admin:enrolment",
    PASSWORD_CHANGE: "admin:password_change",
}
#: Pages that are open whatever is due.
ALWAYS = {"admin:login", "admin:logout", "admin:jsi18n"}


class StepsFirst:
    """Leads a signed-in browser to the page of what is due, from wherever it asks.

    Belongs after the middleware that knows who is signed in.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """None for a page that may be shown."""
        due = step_of(request)
        if not due:
            return None
        name = request.resolver_match.view_name
        if name in ALWAYS or name == PAGES[due] or name.startswith("account:"):
            return None
        if request.path.startswith("/api/"):
            problem = {"title": "Forbidden", "status": 403, "code": due, "detail": SENTENCES[due]}
            return JsonResponse(problem, status=403, content_type="application/problem+json")
        page = resolve_url(PAGES[due])
        back = request.get_full_path() if request.method == "GET" else resolve_url("admin:index")
        return redirect(f"{page}?{urlencode({'next': back})}")


SENTENCES = {
    SECOND_FACTOR: "Give the code of your authenticator app first.",
    ENROLMENT: "Your account needs a second factor: set up an authenticator app first.",
    PASSWORD_CHANGE: "Choose a new password first.",
}


def step_of(request: HttpRequest) -> str:
    """What the person of this browser must do first; "" for nothing, or for nobody."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return ""
    user = getattr(user, "viewed_by", None) or user  # whoever looks through other eyes
    session = getattr(request, "portal_session", None)
    is_verified = session is not None and session.mfa_verified_at is not None
    return steps_due(user, mfa_verified=is_verified, held=roles_kept)


def person_of(request: HttpRequest) -> User:
    """Who is signed in, on a page that nobody else gets to."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def next_address(request: HttpRequest) -> str:
    """Where the person was going; the start page unless it is one of ours."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return asked
    return resolve_url(f"{admin.site.name}:index")
