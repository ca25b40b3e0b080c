"""Console pages: accounts and what belongs to them."""

from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import format_html

from core.admin import BaseAdmin, EntityAdmin, LogAdmin
from portal.admin.access.viewing import ViewAsMixin
from portal.admin.account.office import AccountDeedsMixin
from portal.models import PortalSession, User, UserPreference

# Roles give permissions here; Django's groups are only where guardian keeps its grants.
admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(ViewAsMixin, AccountDeedsMixin, EntityAdmin):
    """Accounts. People choose their own passwords, by invitation; what happened at sign-in is
    shown and moved by buttons, never typed."""

    search_fields = ("search_text",)
    list_display = ("number", "email", "first_name", "last_name", "user_type", "status", "is_staff")
    list_filter = ("user_type", "status", "is_staff", "is_active")
    ordering = ("email",)
    exclude = ("groups", "user_permissions")
    panels = ("sessions", "preferences")
    readonly_fields = (
        "set_password",
        "is_active",
        "email_verified",
        "email_verified_at",
        "phone_verified",
        "mfa_enabled",
        "mfa_method",
        "failed_login_count",
        "locked_until",
        "password_changed_at",
        "last_login",
        "last_login_ip",
        "date_joined",
        "deactivated_at",
        "auth_provider",
        "external_auth_id",
    )
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
                    ("is_staff", "is_superuser"),
                    ("is_active", "must_change_password"),
                    ("email_verified", "email_verified_at", "phone_verified"),
                    ("mfa_enabled", "mfa_method"),
                    ("failed_login_count", "locked_until", "password_changed_at"),
                    ("last_login", "last_login_ip", "date_joined"),
                    ("auth_provider", "external_auth_id", "deactivated_at"),
                )
            },
        ),
        ("Record", {"fields": (("created_at", "updated_at"),)}),
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    ("email", "user_type", "is_staff"),
                    ("first_name", "last_name", "phone"),
                    ("team_member", "contact"),
                    ("homeowner", "guest"),
                ),
                "description": "Save the account, then send the invitation: the person chooses "
                "a password by the link in it.",
            },
        ),
    )

    @admin.display(description="password")
    def set_password(self, user):
        """Where the password is set."""
        return format_html(
            '<a href="{}" class="hk-button">Set a new password</a>',
            reverse("admin:portal_user_password", args=[user.pk]),
        )

    def get_fields(self, request, obj=None):
        """Besides the columns, where the password is set."""
        return [*super().get_fields(request, obj), "set_password"]

    def get_fieldsets(self, request, obj=None):
        """A new account needs little."""
        return super().get_fieldsets(request, obj) if obj is not None else self.add_fieldsets

    def get_readonly_fields(self, request, obj=None):
        """Only a superuser makes superusers."""
        names = super().get_readonly_fields(request, obj)
        return names if request.user.is_superuser else (*names, "is_superuser")

    def save_model(self, request, obj, form, change):
        """A new account has no password until its person chooses one; a new address is nobody's
        until it is confirmed."""
        if not change:
            obj.set_unusable_password()
        elif "email" in form.changed_data:
            obj.email_verified, obj.email_verified_at = False, None
        super().save_model(request, obj, form, change)


admin.site.register(UserPreference, BaseAdmin)
admin.site.register(PortalSession, LogAdmin)
