"""Signing in to the console and out of it."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import urlencode

from portal.admin.account.forms import SecondStepForm, SignInForm
from portal.admin.account.steps import next_address
from portal.middleware import (
    console_session_end,
    console_session_start,
    console_session_verified,
)
from portal.models import User
from portal.services.sessions import TokenRefused
from portal.services.sign_in import (
    SignInRefused,
    password_check,
    second_factor_check,
    sign_in_record,
)

PENDING = "pending_sign_in"  # who gave the right password and has a code yet to give
PENDING_SECONDS = 600
NOT_STAFF = "This account is not for the console. Guests and owners have their own portals."


def sign_in_page(request: HttpRequest, site) -> HttpResponse:
    """Address and password; whoever has a second factor is asked for it on the next page."""
    if request.method == "GET" and site.has_permission(request):
        return redirect(next_address(request))
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if form.carried_out(
            password_check,
            email=given["email"],
            password=given["password"],
            source="console",
            enters=_needs_no_code,
        ):
            user = form.result
            if _needs_no_code(user):
                if form.carried_out(_enter, request=request, user=user, mfa=False):
                    return redirect(next_address(request))
            elif user.is_staff:
                _remember(request, user)
                page = resolve_url("admin:second_step")
                return redirect(f"{page}?{urlencode({'next': next_address(request)})}")
            else:
                form.add_error(None, NOT_STAFF)
    return _page(request, site, "admin/login.html", title="Sign in", form=form)


def second_step_page(request: HttpRequest, site) -> HttpResponse:
    """The code, after the password; also for a browser that signed in before there was one."""
    user = _pending(request)
    if user is None:
        return redirect(resolve_url("admin:login"))
    form = SecondStepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if form.carried_out(second_factor_check, user=user, code=code, source="console"):
            if request.user.is_authenticated and hasattr(request, "portal_session"):
                console_session_verified(request)
                return redirect(next_address(request))
            if form.carried_out(_enter, request=request, user=user, mfa=True):
                return redirect(next_address(request))
    return _page(
        request,
        site,
        "account/lone.html",
        title="Second step",
        intro=f"{user.email}: your password is right. One code more, and you are in.",
        form=form,
        button="Sign in",
        links=[("Sign in as somebody else", resolve_url("admin:login"))],
    )


def sign_out(request: HttpRequest, site) -> HttpResponse:
    """POST: end the session, here and in the list of sessions."""
    if request.method == "POST":
        console_session_end(request)
        return _page(request, site, "registration/logged_out.html", title="Signed out")
    return redirect(resolve_url("admin:index"))


def _needs_no_code(user: User) -> bool:
    """Whether the password alone lets this person into the console."""
    return user.is_staff and not user.mfa_enabled


def _enter(*, request: HttpRequest, user: User, mfa: bool) -> None:
    next_one = sign_in_record(user=user, mfa_verified=mfa, source="console").user
    request.session.pop(PENDING, None)
    try:
        console_session_start(request, next_one, mfa=mfa)
    except TokenRefused as refused:
        raise ValidationError(str(refused)) from refused


def _remember(request: HttpRequest, user: User) -> None:
    request.session.cycle_key()
    request.session[PENDING] = {
        "user": str(user.pk),
        "proof": user.get_session_auth_hash(),  # changes with the password
        "at": timezone.now().timestamp(),
    }


def _pending(request: HttpRequest) -> User | None:
    """Who is to give a code: signed in without one, or with the password given just now."""
    if isinstance(request.user, User):
        return request.user if request.user.mfa_enabled else None
    kept = request.session.get(PENDING)
    if not kept or timezone.now().timestamp() - kept["at"] > PENDING_SECONDS:
        return None
    user = User.objects.filter(pk=kept["user"], mfa_enabled=True).first()
    if user is None or not constant_time_compare(kept["proof"], user.get_session_auth_hash()):
        return None
    return user


def _page(request: HttpRequest, site, template: str, **context) -> HttpResponse:
    request.current_app = site.name
    shown = {**site.each_context(request), "next": next_address(request), **context}
    return TemplateResponse(request, template, shown)


__all__ = ["SignInRefused", "second_step_page", "sign_in_page", "sign_out"]
