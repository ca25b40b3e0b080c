"""Roles over the API."""

from core.api.resources import Resource
from portal.models import Role, RolePermission, UserRole


class RoleResource(Resource):
    """Roles that bundle permissions."""

    model = Role
    fields = """
        id parent_role role_code role_name description is_system is_active rank role_type
        max_sessions created_at updated_at
    """
    read_only = True


class RolePermissionResource(Resource):
    """What a role may do: resource, action and scope."""

    model = RolePermission
    fields = """
        id role resource action scope conditions is_active permission_code description
        created_at updated_at
    """
    read_only = True


class UserRoleResource(Resource):
    """Role grants to users with expiry."""

    model = UserRole
    fields = """
        id user role granted_by revoked_by granted_at expires_at is_active scope_type scope_id
        revoked_at reason created_at updated_at
    """
    read_only = True
