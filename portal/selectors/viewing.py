"""Who may look through whose eyes."""

from core.permissions.standing import is_live, scopes_on
from portal.choices.roles import RoleType
from portal.models import Role, User


def may_view_as(actor, person: User) -> bool:
    """Whether ``actor`` may see the console as ``person`` sees it.

    For administrators who may change every account (``users.write`` for all), towards people whose
    account is open and who do not stand above them; nobody but a superuser looks through a
    superuser's eyes, and nobody through two pairs at once.
    """
    if actor.pk == person.pk or getattr(actor, "viewed_by", None) is not None:
        return False
    if not (is_live(actor) and is_live(person)):
        return False
    if actor.is_superuser:
        return True
    if person.is_superuser or "all" not in scopes_on(actor, "users", "write"):
        return False
    if not roles_of(actor).filter(role_type=RoleType.ADMIN).exists():
        return False
    return rank_of(person) <= rank_of(actor)


def roles_of(user):
    """The roles that a user holds now, by direct grants for everything."""
    names = user.groups.filter(name__startswith="role:").values_list("name", flat=True)
    return Role.objects.filter(pk__in=[name.removeprefix("role:") for name in names])


def rank_of(user) -> int:
    """The highest rank among the roles of a user; 0 without one."""
    return max(roles_of(user).values_list("rank", flat=True), default=0)
