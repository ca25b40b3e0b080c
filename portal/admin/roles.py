"""Console pages: roles."""

from django.contrib import admin

from core.admin import BaseAdmin, JoinAdmin
from portal.models import Role, RolePermission, UserRole

admin.site.register(
    [
        Role,
        RolePermission,
    ],
    BaseAdmin,
)
admin.site.register(UserRole, JoinAdmin)
