"""A role as a grid: resources down, actions across, and how far each cell reaches."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.apps import apps

from core.permissions.policies import REGISTRY
from portal.choices.roles import RolePermissionAction, RolePermissionScope
from portal.models import Role, RolePermission

#: The columns of the grid. Reports say "view" where the others say "read": one column holds both.
ACTIONS = ("read", "create", "write", "delete", "approve", "export", "admin")
WIDTH = {scope: place for place, scope in enumerate(("", *RolePermissionScope.values))}


@dataclass(frozen=True)
class Cell:
    """``own`` is what the role says itself, ``inherited`` what a parent says, both "" for nothing."""

    action: str
    own: str
    inherited: str
    parent: str

    @property
    def reach(self) -> str:
        """The scope in force: the wider of both."""
        return max(self.own, self.inherited, key=WIDTH.__getitem__)


@dataclass(frozen=True)
class Line:
    """A resource of the grid: its name, the tables it stands for, and a cell for each action."""

    resource: str
    title: str
    tables: str
    cells: tuple[Cell, ...]


@dataclass
class Section:
    """Resources whose tables stand in one part of the house."""

    title: str
    lines: list[Line] = field(default_factory=list)


def role_chain(role: Role) -> list[Role]:
    """The role and those it inherits from, the nearest first; a circle ends."""
    chain = [role]
    while (parent := chain[-1].parent_role) is not None and parent not in chain:
        chain.append(parent)
    return chain


def role_matrix(role: Role) -> list[Section]:
    """The grid of a role, by the app of each resource's tables. A query for each ancestor, and one."""
    chain = [one for one in role_chain(role) if one == role or one.is_active]
    told: dict[str, dict[tuple[str, str], str]] = {}
    rows = RolePermission.objects.filter(role__in=chain, is_active=True)
    for key, resource, action, scope in rows.values_list("role", "resource", "action", "scope"):
        told.setdefault(str(key), {})[resource, column_of(action)] = scope
    sections: dict[str, Section] = {}
    for resource, (app, tables) in sorted(resources().items(), key=_by_app):
        title = str(apps.get_app_config(app).verbose_name) if app else "Elsewhere"
        lines = sections.setdefault(title, Section(title)).lines
        cells = tuple(_cell(chain, told, resource, action) for action in ACTIONS)
        lines.append(Line(resource, resource_title(resource), ", ".join(tables), cells))
    return list(sections.values())


def column_of(action: str) -> str:
    """The column of the grid in which an action stands."""
    return "read" if action == RolePermissionAction.VIEW else action


def resources() -> dict[str, tuple[str, list[str]]]:
    """Every resource: the app that has most of its tables ("" for none), and the tables' names."""
    tables: dict[str, list] = defaultdict(list)
    for policies in REGISTRY.values():
        tables[policies[0].resource].append(policies[0].model)
    known = RolePermission.objects.order_by().values_list("resource", flat=True).distinct()
    found = {}
    for resource in {*tables, *known}:
        labels = [model._meta.app_label for model in tables.get(resource, ())]
        home = max(sorted(set(labels)), key=labels.count) if labels else ""
        names = sorted(str(m._meta.verbose_name_plural) for m in tables.get(resource, ()))
        found[resource] = (home, names)
    return found


def _cell(chain: list[Role], told, resource: str, action: str) -> Cell:
    own = told.get(str(chain[0].pk), {}).get((resource, action), "")
    inherited, parent = "", ""
    for ancestor in chain[1:]:
        scope = told.get(str(ancestor.pk), {}).get((resource, action), "")
        if WIDTH[scope] > WIDTH[inherited]:
            inherited, parent = scope, ancestor.role_name
    return Cell(action, own, inherited, parent)


def _by_app(item):
    resource, (app, _) = item
    return (not app, app, resource)


def resource_title(resource: str) -> str:
    """The name of a resource as people read it."""
    head, _, rest = resource.partition(".")
    words = f"{head}: {rest}" if rest else head
    words = words.replace("_", " ")
    return f"AI{words[2:]}" if words.startswith("ai ") else words.capitalize()
