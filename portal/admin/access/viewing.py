"""View as: an administrator sees the console as somebody else does, and can change nothing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from core.admin.deeds import Deed
from portal.models import User
from portal.selectors.viewing import may_view_as
from portal.services.viewing import view_as_begin, view_as_end

SESSION_KEY = "view_as"
SAFE = {"GET", "HEAD", "OPTIONS"}
#: What an onlooker may still post: the way back, and out.
WAYS_OUT = {"admin:view_as_end", "admin:logout"}
#: The person's own account: how it is signed in to is nobody else's to see.
CLOSED = {
    f"admin:{name}"
    for name in (
        "account",
        "notices",
        "password_change",
        "enrolment",
        "take_off",
        "recovery_codes",
    )
}


class ViewAs:
    """Middleware: ``request.user`` is the person looked at, who knows of it by ``viewed_by``.

    Belongs after everything that asks who is signed in to this browser. Whether the
    administrator still may is asked on each request; nothing but reading gets through.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        person = _looked_at(request)
        if person is not None:
            person.viewed_by = request.user
            request.user = person
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """None for what an onlooker may have."""
        if getattr(request.user, "viewed_by", None) is None:
            return None
        name = request.resolver_match.view_name
        if name in WAYS_OUT or (request.method in SAFE and name not in CLOSED):
            return None
        said = "You are looking as somebody else: nothing can be changed until you stop."
        if request.path.startswith("/api/"):
            problem = {"title": "Forbidden", "status": 403, "detail": said}
            return JsonResponse(problem, status=403, content_type="application/problem+json")
        return render(request, "403.html", {"exception": said, "is_onlooker": True}, status=403)


def _looked_at(request: HttpRequest) -> User | None:
    """The person through whose eyes this browser looks; None for the most part."""
    key = request.session.get(SESSION_KEY) if request.user.is_authenticated else None
    if key is None:
        return None
    person = User.objects.filter(pk=UUID(key)).first()
    if person is None or not may_view_as(request.user, person):
        del request.session[SESSION_KEY]
        return None
    return person


class ViewAsMixin:
    """The button on the page of an account."""

    def deeds(self, request, obj):
        """Besides the others, looking through the person's eyes."""
        found = list(super().deeds(request, obj))
        if may_view_as(request.user, obj):
            hint = (
                f"You see the console as {obj} sees it, read-only, until you stop. "
                "It is written down with your name and your reason."
            )
            found.append(Deed("view_as", "View as…", hint, asks_reason=True))
        return found

    def do_view_as(self, request, obj, reason):
        """Begin."""
        view_as_begin(actor=request.user, person=obj, reason=reason)
        request.session[SESSION_KEY] = str(obj.pk)
        return f"You now see the console as {obj}."

    def deed_view(self, request, object_id, deed):
        """Who looks through other eyes starts at the first page: this one may be closed to them."""
        answer = super().deed_view(request, object_id, deed)
        return redirect("admin:index") if SESSION_KEY in request.session else answer


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """Back to one's own eyes."""
    key = request.session.pop(SESSION_KEY, None)
    actor = getattr(request.user, "viewed_by", None)
    if key is None or actor is None:
        return redirect("admin:index")
    person = get_object_or_404(User, pk=key)
    view_as_end(actor=actor, person=person)
    messages.success(request, "You see the console with your own eyes again.")
    return redirect(reverse("admin:portal_user_change", args=[person.pk]))
