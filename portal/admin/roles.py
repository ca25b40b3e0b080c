"""Console pages: roles."""

from django.contrib import admin

from core.admin import BaseAdmin, JoinAdmin, ReadOnlyAdmin, inline
from portal.admin.access.matrix import MatrixMixin
from portal.models import Role, RolePermission, UserRole


@admin.register(Role)
class RoleAdmin(MatrixMixin, BaseAdmin):
    """Roles, what they permit and who has them."""

    is_large = False
    list_display = (
        "role_name",
        "role_type",
        "rank",
        "parent_role",
        "max_sessions",
        "is_system",
        "is_active",
    )
    inlines = (
        inline(
            UserRole,
            fk_name="role",
            fields=("user", "scope_type", "granted_at", "expires_at", "is_active"),
        ),
    )
    panels = ("permissions", "children")


@admin.register(RolePermission)
class RolePermissionAdmin(ReadOnlyAdmin):
    """Every cell of every role's grid; changed there, where the rules about it are kept."""


admin.site.register(UserRole, JoinAdmin)
