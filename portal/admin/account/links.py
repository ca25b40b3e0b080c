"""Pages that mailed links lead to. They are for everybody, signed in or not.

The secret of a link stands behind the # of its address, so no log and no other site gets to see
it; a script puts it into the form, and only sending the form uses it up: whatever looks at links
in mails beforehand changes nothing.
"""

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from portal.admin.account.forms import ForgottenForm, LinkForm, LinkPasswordForm
from portal.models import User
from portal.services.invitations import invitation_accept
from portal.services.links import email_verify, password_reset, password_reset_send


@never_cache
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link by which a new password is chosen."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if form.carried_out(password_reset_send, email=email):
            said = (
                f"If {email} has an account, a link is on its way to it. It works for an hour. "
                "Nothing comes? Look among unwanted mail, or ask the office."
            )
            return _page(request, title="Look into your mail", intro=said)
    return _page(
        request,
        title="A new password",
        intro="Give the address you sign in with: a link comes by mail.",
        form=form,
        button="Mail me a link",
    )


@never_cache
@sensitive_post_parameters()
def reset(request: HttpRequest) -> HttpResponse:
    """Choose a new password."""
    return _chosen(
        request,
        password_reset,
        title="Choose a new password",
        intro="Every browser and device will be signed out.",
        done="Your new password holds. Sign in with it.",
    )


@never_cache
@sensitive_post_parameters()
def invitation(request: HttpRequest) -> HttpResponse:
    """Choose the first password of an account."""
    return _chosen(
        request,
        invitation_accept,
        title="Welcome",
        intro="Choose a password, and your account is open.",
        done="Your account is open. Sign in with your address and your password.",
    )


@never_cache
@sensitive_post_parameters()
def email(request: HttpRequest) -> HttpResponse:
    """Confirm an address."""
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["token"]
        if form.carried_out(email_verify, token=token, source="console"):
            return _page(request, title="Thank you", intro="Your address is confirmed.")
    return _page(
        request,
        title="Confirm your address",
        intro="One click more, and we know that this address is yours.",
        form=form,
        button="It is mine",
    )


def _chosen(request: HttpRequest, service, *, title: str, intro: str, done: str) -> HttpResponse:
    form = LinkPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if form.carried_out(
            service, token=given["token"], password=given["password"], source="console"
        ):
            return _page(request, title=title, intro=done, links=[_door(form.result)])
    return _page(request, title=title, intro=intro, form=form, button="Keep this password")


def _door(user: User) -> tuple[str, str]:
    if user.is_staff:
        return "Sign in to the console", resolve_url("admin:login")
    return "To your portal", settings.PORTAL_URL


def _page(request: HttpRequest, **context) -> HttpResponse:
    return TemplateResponse(
        request, "account/lone.html", {**admin.site.each_context(request), **context}
    )
