"""Console pages: accounts and what belongs to them."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as PasswordPages
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import format_html
from unfold.forms import AdminPasswordChangeForm, UserCreationForm

from core.admin import BaseAdmin, EntityAdmin, LogAdmin
from core.admin.forms import BaseForm
from portal.models import PortalSession, User, UserPreference

# Roles give permissions here; Django's groups are only where guardian keeps its grants.
admin.site.unregister(Group)


class NewUserForm(UserCreationForm):
    """An account with its first password; the person changes it at the first sign-in."""

    refused = None

    class Meta:
        model = User
        fields = ("email", "user_type", "team_member")


@admin.register(User)
class UserAdmin(EntityAdmin, PasswordPages):
    """Accounts; a password is set on its own page and never shown."""

    form = BaseForm
    search_fields = ("search_text",)
    add_form = NewUserForm
    change_password_form = AdminPasswordChangeForm
    change_user_password_template = None
    list_display = ("number", "email", "first_name", "last_name", "user_type", "status", "is_staff")
    list_filter = ("user_type", "status", "is_staff", "is_active")
    ordering = ("email",)
    filter_horizontal = ()
    exclude = ("groups", "user_permissions")
    readonly_fields = ("set_password", "last_login", "last_login_ip", "date_joined")
    fieldsets = (
        (None, {"fields": ("number", ("email", "set_password"), ("user_type", "status"))}),
        (
            "Person",
            {
                "fields": (
                    ("first_name", "last_name", "phone"),
                    ("team_member", "contact"),
                    ("homeowner", "guest"),
                    ("language", "timezone"),
                )
            },
        ),
        (
            "Sign-in",
            {
                "fields": (
                    ("is_active", "is_staff", "is_superuser", "must_change_password"),
                    ("email_verified", "phone_verified", "mfa_enabled", "mfa_method"),
                    ("failed_login_count", "locked_until", "password_changed_at"),
                    ("last_login", "last_login_ip", "date_joined"),
                    ("auth_provider", "external_auth_id"),
                )
            },
        ),
        ("Record", {"fields": (("created_at", "updated_at"),)}),
    )
    add_fieldsets = (
        (None, {"fields": ("email", "user_type", "password1", "password2", "team_member")}),
    )

    @admin.display(description="password")
    def set_password(self, user):
        """Where the password is set."""
        return format_html(
            '<a href="{}">Set a new password</a>',
            reverse("admin:auth_user_password_change", args=[user.pk]),
        )

    def get_fields(self, request, obj=None):
        """Besides the columns, where the password is set."""
        return [*super().get_fields(request, obj), "set_password"]

    def get_readonly_fields(self, request, obj=None):
        """Only a superuser makes superusers."""
        names = super().get_readonly_fields(request, obj)
        return names if request.user.is_superuser else (*names, "is_superuser")


admin.site.register(UserPreference, BaseAdmin)
admin.site.register(PortalSession, LogAdmin)
