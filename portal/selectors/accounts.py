"""What accounts are: administrators, and whether they must have a second factor."""

from django.conf import settings

from portal.choices.roles import RoleType
from portal.choices.users import UserType
from portal.models import User
from portal.selectors.permissions import holds_role_type


def is_administrator(user: User) -> bool:
    """Whether the account opens everything or holds or inherits, now, a role of administrators."""
    return user.is_superuser or holds_role_type(user, RoleType.ADMIN)


def mfa_is_required(user: User) -> bool:
    """Whether ``settings.MFA_REQUIRED`` asks this account for a second factor.

    Accounts of services are never asked: there is nobody to type a code.
    """
    if user.user_type == UserType.SERVICE:
        return False
    match settings.MFA_REQUIRED:
        case "everyone":
            return True
        case "staff":
            return user.is_staff or is_administrator(user)
        case "admins":
            return is_administrator(user)
        case "none":
            return False
    raise ValueError(f"MFA_REQUIRED is {settings.MFA_REQUIRED}: none, admins, staff or everyone.")
