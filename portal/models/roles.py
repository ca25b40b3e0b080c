"""Roles."""

from django.db import models

from core.models import (
    BaseModel,
    ChoiceField,
    FlagField,
    IntegerField,
    Join,
    LineField,
    NowField,
    SearchTextField,
    TextField,
    in_schema,
    search_index,
)
from portal.choices.roles import (
    RolePermissionAction,
    RolePermissionScope,
    RoleType,
    UserRoleScopeType,
)


class Role(BaseModel):
    """Roles that bundle permissions."""

    parent_role = models.ForeignKey(
        "portal.Role", models.SET_NULL, related_name="children", null=True, blank=True
    )

    role_code = LineField(unique=True, help_text="seven seeded roles; custom roles may be added")
    role_name = LineField()
    description = TextField(null=True)
    is_system = FlagField()
    is_active = FlagField(default=True)
    rank = IntegerField(default=0, help_text="higher outranks lower")
    role_type = ChoiceField(RoleType, default=RoleType.TEAM)
    max_sessions = IntegerField(null=True, help_text="concurrent session limit")

    search_text = SearchTextField("role_code", "role_name")

    label_fields = ("role_name",)

    class Meta:
        db_table = in_schema("portal", "roles")
        verbose_name = "role"
        verbose_name_plural = "roles"
        ordering = ["rank", "role_name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent_role__isnull=True)
                | ~models.Q(parent_role=models.F("id")),
                name="roles_parent_role_id_id_check",
                violation_error_message="Parent role cannot be the row itself.",
            )
        ]
        indexes = [search_index("roles_search")]


class RolePermission(BaseModel):
    """What a role may do: resource, action and scope."""

    role = models.ForeignKey(
        "portal.Role", models.CASCADE, related_name="permissions", db_index=False
    )

    resource = LineField()
    action = ChoiceField(RolePermissionAction)
    scope = ChoiceField(RolePermissionScope, default=RolePermissionScope.OWN)
    conditions = models.JSONField(null=True, blank=True)
    is_active = FlagField(default=True)
    permission_code = LineField(help_text="{resource}.{action}")
    description = TextField(null=True)

    search_text = SearchTextField("permission_code")

    label_fields = ("permission_code",)
    search_through = ("role",)

    class Meta:
        db_table = in_schema("portal", "permissions")
        verbose_name = "permission"
        verbose_name_plural = "permissions"
        ordering = ["resource", "action"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "permission_code"],
                name="permissions_role_permission_code_unique",
                violation_error_message="There is already a row with this role, permission code.",
            )
        ]
        indexes = [
            models.Index(fields=["resource", "action"], name="permissions_resource_action"),
            search_index("permissions_search"),
        ]


class UserRole(Join):
    """Role grants to users with expiry."""

    user = models.ForeignKey("portal.User", models.CASCADE, related_name="roles")
    role = models.ForeignKey("portal.Role", models.PROTECT, related_name="user_roles")
    granted_by = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="roles_as_granted_by", null=True, blank=True
    )
    revoked_by = models.ForeignKey(
        "portal.User", models.SET_NULL, related_name="roles_as_revoked_by", null=True, blank=True
    )

    granted_at = NowField()
    expires_at = models.DateTimeField(null=True, blank=True)
    is_active = FlagField(default=True)
    scope_type = ChoiceField(UserRoleScopeType, default=UserRoleScopeType.GLOBAL)
    scope_id = models.UUIDField(null=True, blank=True, help_text="row limiting the grant")
    revoked_at = models.DateTimeField(null=True, blank=True)
    reason = TextField(null=True)

    label_fields = ("granted_at",)
    search_through = ("user", "role")

    class Meta:
        db_table = in_schema("portal", "user_roles")
        verbose_name = "role grant"
        verbose_name_plural = "role grants"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "scope_type", "scope_id"],
                name="user_roles_user_role_scope_type_scope_id_unique",
                condition=models.Q(revoked_at__isnull=True),
                nulls_distinct=False,
                violation_error_message="There is already a row with this user, role, scope type, scope id.",
            )
        ]
        indexes = [models.Index(fields=["expires_at"], name="user_roles_expires_at")]
