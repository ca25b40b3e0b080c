"""What accounts are: administrators, and whether they must have a second factor."""

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from portal.choices.roles import RoleType
from portal.choices.users import UserType
from portal.models import User, UserRole


def is_administrator(user: User) -> bool:
    """Whether the account opens everything or holds, now, a role of administrators."""
    if user.is_superuser:
        return True
    held = UserRole.objects.filter(user=user, is_active=True, revoked_at=None).filter(
        Q(expires_at=None) | Q(expires_at__gt=timezone.now()), role__is_active=True
    )
    return held.filter(
        Q(role__role_type=RoleType.ADMIN) | Q(role__parent_role__role_type=RoleType.ADMIN)
    ).exists()


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
