"""The own account in the console: password, second factor, devices."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST

from core import throttling
from portal.admin.account.forms import CodeForm, OwnPasswordForm, TakeOffForm
from portal.admin.account.steps import next_address, person_of
from portal.middleware import console_session_verified
from portal.models import PortalSession, RecoveryCode
from portal.selectors.accounts import mfa_is_required
from portal.selectors.notifications import quiet_hours_kept
from portal.selectors.sessions import sessions_standing
from portal.services.links import email_verification_send
from portal.services.mfa import (
    mfa_begin,
    mfa_confirm,
    mfa_disable,
    mfa_pending,
    recovery_codes_make,
)
from portal.services.passwords import password_change
from portal.services.sessions import own_session_end

CONSOLE = "console"


def account_page(request: HttpRequest, site) -> HttpResponse:
    """What there is: address, password, second factor, notifications, devices."""
    user = person_of(request)
    return _page(
        request,
        site,
        "account/own.html",
        title="My account",
        sessions=sessions_standing(user=user),
        current=getattr(request, "portal_session", None),
        codes_left=RecoveryCode.objects.filter(user=user, used_at=None).count(),
        is_required=mfa_is_required(user),
        quiet_hours=quiet_hours_kept(user=user),
    )


def password_page(request: HttpRequest, site) -> HttpResponse:
    """Another password; every other browser and device is signed out."""
    user = person_of(request)
    form = OwnPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if form.carried_out(
            password_change,
            user=user,
            old=given["old"],
            new=given["password"],
            keep=getattr(request, "portal_session", None),
            source=CONSOLE,
        ):
            update_session_auth_hash(request, user)
            messages.success(request, "Your password is changed; other devices are signed out.")
            return redirect(next_address(request))
    intro = "Every other browser and device will be signed out."
    if user.must_change_password:
        intro = f"The office asks you to choose a password of your own. {intro}"
    return _page(
        request,
        site,
        "account/form.html",
        title="Change password",
        intro=intro,
        form=form,
        button="Change password",
    )


def enrolment_page(request: HttpRequest, site) -> HttpResponse:
    """Setting up an authenticator app: a QR code to scan, a code of it to confirm."""
    user = person_of(request)
    if user.mfa_enabled:
        return redirect("admin:account")
    form = CodeForm(request.POST if "code" in request.POST else None)
    if request.method == "POST" and "begin" in request.POST:
        mfa_begin(user=user, source=CONSOLE)
        return redirect(request.get_full_path())
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if form.carried_out(mfa_confirm, user=user, code=code, source=CONSOLE):
            user.mfa_enabled = True  # the next page is shown by it
            console_session_verified(request)
            return _codes(request, site, form.result)
    return _page(
        request,
        site,
        "account/enrolment.html",
        title="Set up an authenticator app",
        form=form,
        enrolment=mfa_pending(user=user),
        is_required=mfa_is_required(user),
    )


def recovery_codes_page(request: HttpRequest, site) -> HttpResponse:
    """Ten new recovery codes for a current one or a code of the app."""
    user = person_of(request)
    if not user.mfa_enabled:
        return redirect("admin:enrolment")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        if form.carried_out(recovery_codes_make, user=user, code=code, source=CONSOLE):
            return _codes(request, site, form.result)
    return _page(
        request,
        site,
        "account/form.html",
        title="New recovery codes",
        intro="The codes you have now stop working. Give a code of your authenticator app.",
        form=form,
        button="Make new codes",
    )


def take_off_page(request: HttpRequest, site) -> HttpResponse:
    """Doing without the second factor."""
    user = person_of(request)
    if not user.mfa_enabled:
        return redirect("admin:account")
    form = TakeOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if form.carried_out(
            mfa_disable,
            user=user,
            password=given["password"],
            code=given["code"],
            source=CONSOLE,
        ):
            messages.success(request, "The second factor is taken off.")
            return redirect("admin:account")
    return _page(
        request,
        site,
        "account/form.html",
        title="Take the second factor off",
        intro="Your password alone will open your account. A new telephone? Take it off, then set "
        "it up anew.",
        form=form,
        button="Take it off",
    )


@require_POST
def session_end_page(request: HttpRequest, site, session_id: UUID) -> HttpResponse:
    """POST: sign one of the own devices out."""
    try:
        own_session_end(user=person_of(request), session_id=session_id)
    except PortalSession.DoesNotExist as error:
        raise Http404("You have no such session.") from error
    messages.success(request, "That device is signed out.")
    return redirect("admin:account")


@require_POST
def verification_page(request: HttpRequest, site) -> HttpResponse:
    """POST: mail a link that confirms the own address."""
    user = person_of(request)
    try:
        email_verification_send(user=user, actor=user, source=CONSOLE)
    except throttling.Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, f"A link is on its way to {user.email}.")
    return redirect("admin:account")


def _codes(request: HttpRequest, site, codes: list[str]) -> HttpResponse:
    """The codes in the answer itself: they are kept nowhere from which to show them again."""
    return _page(request, site, "account/codes.html", title="Your recovery codes", codes=codes)


def _page(request: HttpRequest, site, template: str, **context) -> HttpResponse:
    request.current_app = site.name
    shown = {**site.each_context(request), "next": next_address(request), **context}
    return TemplateResponse(request, template, shown)
