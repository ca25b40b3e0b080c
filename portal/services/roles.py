"""What roles permit, written: by whom, and with what left standing."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError

from core.permissions.standing import scopes_on
from core.services import database_refusals, writing
from core.services.security import security_event
from core.services.watched import told_as_one
from portal.choices.roles import RolePermissionAction, RolePermissionScope
from portal.models import Role, RolePermission, User
from portal.selectors.viewing import rank_of

#: Losing these for everybody, nobody could give them back.
KEYS = (("permissions", "write"), ("roles", "write"), ("users", "write"))


def role_permissions_set(
    *,
    actor: User,
    role: Role,
    changes: Mapping[tuple[str, str], str],
    source: str = "console",
) -> int:
    """Give cells of a role's matrix another scope; returns how many changed.

    ``changes`` maps (resource, action) to "own", "team" or "all", or to "" to take it away. All
    of it is written or nothing. Raises ``PermissionDenied`` unless the actor may write permissions
    for all, and ``ValidationError`` for an unknown action or scope, for a role that stands above
    the actor's own, for more than the actor may do, and for what would leave nobody who can mend
    it.
    """
    if not actor.is_superuser and "all" not in scopes_on(actor, "permissions", "write"):
        raise PermissionDenied("You cannot change what roles permit.")
    if not actor.is_superuser and role.rank > rank_of(actor):
        raise ValidationError(f"{role.role_name} stands above your own role.")
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    with writing(actor, source), database_refusals(RolePermission), told_as_one():
        Role.objects.select_for_update().get(pk=role.pk)
        for (resource, action), scope in changes.items():
            before = _cell_set(actor, role, resource, action, scope)
            if before != scope:
                code = f"{resource}.{action}"
                old[code], new[code] = before or "none", scope or "none"
        if new:
            _check_keys_are_held()
            security_event(
                event="permission_change",
                action="update",
                description=f"Permissions of the role {role.role_name} changed",
                actor=actor,
                row=role,
                count=len(new),
                severity="warning",
                old=old,
                new=new,
            )
    return len(new)


def _cell_set(actor, role: Role, resource: str, action: str, scope: str) -> str:
    """Write one cell; returns the scope it had ("" for none)."""
    if action not in RolePermissionAction.values:
        raise ValidationError(f"{action} is no action.")
    if scope and scope not in RolePermissionScope.values:
        raise ValidationError(f"{scope} is no scope: choose own, team or all.")
    actions = [action, "view"] if action == "read" else [action]
    rows = RolePermission.objects.filter(role=role, resource=resource, action__in=actions)
    row = rows.order_by("-is_active", "id").first()
    before = row.scope if row is not None and row.is_active else ""
    if before == scope:
        return before
    if scope and not actor.is_superuser and not _is_within(actor, resource, action, scope):
        raise ValidationError(f"You cannot give more than you have: {resource}.{action} {scope}.")
    if not scope:
        assert row is not None  # noqa: S101  it had a scope
        row.delete()  # writing permissions is what was asked, not deleting rows
        return before
    if row is None:
        row = RolePermission(
            role=role, resource=resource, action=action, permission_code=f"{resource}.{action}"
        )
    row.scope, row.is_active = scope, True
    row.full_clean(validate_unique=False, validate_constraints=False)
    row.save()
    return before


def _is_within(actor, resource: str, action: str, scope: str) -> bool:
    """Whether the actor reaches at least as far."""
    held = scopes_on(actor, resource, action)
    return "all" in held or scope in held


def _check_keys_are_held() -> None:
    """Raise ``ValidationError`` unless somebody is left who can change roles and accounts."""
    if User.objects.filter(is_superuser=True, is_active=True, status="active").exists():
        return
    for resource, action in KEYS:
        told = RolePermission.objects.filter(
            resource=resource, action=action, scope="all", is_active=True, conditions__isnull=True
        )
        groups = [f"role:{key}" for key in told.values_list("role", flat=True)]
        holders = User.objects.filter(is_active=True, status="active", groups__name__in=groups)
        if not holders.exists():
            raise ValidationError(f"Then nobody could change {resource} any more.")
