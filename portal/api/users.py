"""Users over the API."""

from core.api.resources import Resource
from portal.models import PortalSession, User, UserPreference


class UserResource(Resource):
    """Accounts for every portal; the Django AUTH_USER_MODEL."""

    model = User
    fields = """
        id number last_login is_superuser contact team_member homeowner guest timezone language
        email user_type email_verified email_verified_at phone_verified mfa_enabled
        last_login_ip failed_login_count locked_until password_changed_at is_active is_staff
        first_name last_name phone mfa_method auth_provider external_auth_id date_joined
        deactivated_at status created_at updated_at
    """
    read_only = True


class PortalSessionResource(Resource):
    """Sign-in sessions per device with expiry."""

    model = PortalSession
    fields = """
        id user device_info ip_address user_agent started_at expires_at last_activity_at
        is_active revoked_at revoked_reason refresh_expires_at device_type device_name
        mfa_verified_at created_at updated_at
    """


class UserPreferenceResource(Resource):
    """User settings as key and value."""

    model = UserPreference
    fields = "id user preference_key preference_value value_type created_at updated_at"
    read_only = True
