"""What accounts are: administrators, and whether they must have a second factor."""

from django.conf import settings

from portal.choices.roles import RoleType
from portal.choices.users import UserType
from portal.models import User
from portal.selectors.permissions import Asked, roles_held


def is_administrator(user: User, held: Asked = roles_held) -> bool:
    """Whether the account opens everything or holds or inherits, now, a role of administrators.

    One query, unless ``held`` says what it knows already (``roles_kept``).
    """
    return user.is_superuser or RoleType.ADMIN in held(user).types


def mfa_is_required(user: User, held: Asked = roles_held) -> bool:
    """Whether ``settings.MFA_REQUIRED`` asks this account for a second factor.

    Accounts of services are never asked: there is nobody to type a code. See
    :func:`is_administrator` for ``held``.
    """
    if user.user_type == UserType.SERVICE:
        return False
    match settings.MFA_REQUIRED:
        case "everyone":
            return True
        case "staff":
            return user.is_staff or is_administrator(user, held)
        case "admins":
            return is_administrator(user, held)
        case "none":
            return False
    raise ValueError(f"MFA_REQUIRED is {settings.MFA_REQUIRED}: none, admins, staff or everyone.")
