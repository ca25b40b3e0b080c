"""What a signed-in person must do before anything else."""

from portal.models import User
from portal.selectors.accounts import mfa_is_required
from portal.selectors.permissions import Asked, roles_held

SECOND_FACTOR = "second_factor"  # give a code
ENROLMENT = "enrolment"  # set up an authenticator app
PASSWORD_CHANGE = "password_change"  # noqa: S105  a step, no secret


def steps_due(user: User, *, mfa_verified: bool, held: Asked = roles_held) -> str:
    """The next step, or "" for nothing; at most one query, as ``held`` asks for the roles."""
    if user.mfa_enabled and not mfa_verified:
        return SECOND_FACTOR
    if not user.mfa_enabled and mfa_is_required(user, held):
        return ENROLMENT
    return PASSWORD_CHANGE if user.must_change_password else ""


def steps_still_due(user: User, *, mfa_verified: bool, was_due: str) -> str:
    """The same without a query, from what was due when a token was issued.

    Only whether an authenticator app is asked of the person depends on roles: a new role of
    administrators asks for it at the next refresh.
    """
    if was_due == ENROLMENT and not user.mfa_enabled:
        return ENROLMENT
    if user.mfa_enabled and not mfa_verified:
        return SECOND_FACTOR
    return PASSWORD_CHANGE if user.must_change_password else ""
