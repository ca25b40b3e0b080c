"""What the office does to accounts: buttons on the page of a user, and a page to set a password."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from core.admin.deeds import Deed
from portal.admin.account.forms import NewPasswordForm
from portal.choices.users import UserStatus
from portal.selectors.sessions import sessions_standing
from portal.services.accounts import (
    account_move,
    account_sign_out,
    account_unlock,
    check_may_manage,
)
from portal.services.invitations import invitation_send
from portal.services.mfa import mfa_reset
from portal.services.passwords import password_set

DEEDS = {
    "invite": Deed(
        "invite",
        "Send the invitation",
        "A mail with a link, good once and for seven days, by which the person chooses a "
        "password. Links sent before stop working.",
    ),
    "unlock": Deed("unlock", "Unlock", "The person may try again at once."),
    "sign_out": Deed(
        "sign_out",
        "Sign out everywhere",
        "Every browser and device is signed out. The person may sign in again.",
        asks_reason=True,
    ),
    "reset_mfa": Deed(
        "reset_mfa",
        "Take the second factor off",
        "For a telephone that is gone. Be sure of who asks: the password alone opens the account "
        "until a new app is set up.",
        asks_reason=True,
    ),
}


class AccountDeedsMixin:
    """Inviting, unlocking, signing out, helping after a lost telephone; each by its service."""

    def has_change_permission(self, request, obj=None):
        """Nobody changes an account that opens more than the own: its address is a way in."""
        return super().has_change_permission(request, obj) and _below(request, obj)

    def has_delete_permission(self, request, obj=None):
        """See ``has_change_permission``."""
        return super().has_delete_permission(request, obj) and _below(request, obj)

    def make_move(self, request, obj, name, to, reason):
        """Statuses of accounts end sessions too."""
        account_move(user=obj, to=to, actor=request.user, reason=reason)

    def deeds(self, request, obj):
        """What the state of the account asks for."""
        found = list(super().deeds(request, obj))
        if obj.pk == request.user.pk or not self.has_change_permission(request, obj):
            return found
        now = timezone.now()
        names = {
            "invite": obj.status == UserStatus.PENDING,
            "unlock": obj.failed_login_count or (obj.locked_until and obj.locked_until > now),
            "sign_out": sessions_standing(user=obj).exists(),
            "reset_mfa": obj.mfa_enabled,
        }
        return [*found, *(DEEDS[name] for name, offered in names.items() if offered)]

    def do_invite(self, request, obj, reason):
        """Mail the invitation."""
        invitation_send(user=obj, actor=request.user)
        return f"The invitation is on its way to {obj.email}."

    def do_unlock(self, request, obj, reason):
        """Forget the failures."""
        account_unlock(user=obj, actor=request.user, reason=reason)
        return f"{obj} may sign in again."

    def do_sign_out(self, request, obj, reason):
        """End every session."""
        account_sign_out(user=obj, actor=request.user, reason=reason)
        return f"{obj} is signed out everywhere."

    def do_reset_mfa(self, request, obj, reason):
        """Take the second factor off."""
        mfa_reset(user=obj, actor=request.user, reason=reason)
        return f"{obj} has no second factor any more."

    def get_urls(self):
        view = self.admin_site.admin_view(self.password_view)
        own = path("<path:object_id>/password/", view, name="portal_user_password")
        return [own, *super().get_urls()]

    @method_decorator(sensitive_post_parameters())
    def password_view(self, request, object_id):
        """Set a password for somebody, who must change it at the next sign-in."""
        user = self.get_object(request, unquote(object_id))
        if user is None:
            raise Http404("There is no such user.")
        if user.pk == request.user.pk:
            return redirect("admin:password_change")  # where the present one is asked for
        if not self.has_change_permission(request, user):
            raise PermissionDenied
        form = NewPasswordForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            new = form.cleaned_data["password"]
            if form.carried_out(password_set, user=user, new=new, actor=request.user):
                messages.success(request, f"{user} has a new password, to be changed by them.")
                return redirect("admin:portal_user_change", user.pk)
        context = {
            **self.admin_site.each_context(request),
            "title": f"A password for {user}",
            "intro": "The person must change it at the next sign-in; every device is signed out. "
            "Better send an invitation or a link, by which nobody else ever knows it.",
            "form": form,
            "button": "Set the password",
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "account/form.html", context)


def _below(request, obj) -> bool:
    if obj is None or obj.pk == request.user.pk:
        return True
    known = request.__dict__.setdefault("_accounts_below", {})
    if obj.pk not in known:
        try:
            check_may_manage(user=obj, actor=request.user)
        except ValidationError:
            known[obj.pk] = False
        else:
            known[obj.pk] = True
    return known[obj.pk]
