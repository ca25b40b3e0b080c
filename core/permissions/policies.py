"""One policy a model: what resource it is, whose rows are whose, and which team's.

A path is a chain of relations from the row to its person (ending at the user) or to its team:

    policy(Ticket, "tickets", own=["current_agent__user"], team=["current_team"])
    policy(TicketEvent, "tickets", parent="ticket", visible_if={"guest": {"is_internal": False}})

Each app's ``policies.py`` is loaded at startup. A model without a policy is denied to everybody
but superusers, and the system check fails.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db.models import Model, UUIDField

# As whom a user may own a row: attribute of the user -> kind of person. A path that ends at the
# user by a foreign key of its own is of kind "user".
PERSONS = {
    "team_member": "staff",
    "guest": "guest",
    "homeowner": "homeowner",
    "contact": "contact",
}
KINDS = frozenset({*PERSONS.values(), "user"})
OUTSIDERS = frozenset({"guest", "homeowner", "contact"})

REGISTRY: dict[str, list["Policy"]] = {}


class PolicyError(ImproperlyConfigured):
    """A policy that does not fit its model."""


@dataclass(frozen=True)
class Arm:
    """One way to a row: its ``lookup`` leads to the key of the person's ``kind`` (or team).

    ``conditions`` are further look-ups, ``in_force`` pairs of look-ups of a first day and a day
    after the last (or none); all of them hold of the same joined rows. ``read_only`` arms serve
    reading and exporting alone.
    """

    kind: str
    lookup: str
    conditions: tuple[tuple[str, Any], ...] = ()
    in_force: tuple[tuple[str, str], ...] = ()
    read_only: bool = False

    def behind(
        self, step: str, conditions: tuple[tuple[str, Any], ...] = (), read_only: bool = False
    ) -> "Arm":
        """The same arm seen from a row whose relation ``step`` leads here."""
        return Arm(
            self.kind,
            joined(step, self.lookup),
            (*((joined(step, name), value) for name, value in self.conditions), *conditions),
            tuple((joined(step, first), joined(step, end)) for first, end in self.in_force),
            self.read_only or read_only,
        )


@dataclass(frozen=True)
class GrantArm:
    """A way to a row by a grant: its ``lookup`` leads to the key of a row of ``anchor``.

    ``shared`` says whether it serves people from outside the house as well.
    """

    anchor: type[Model]
    lookup: str
    shared: bool

    def behind(self, step: str, shared: bool) -> "GrantArm":
        """The same way seen from a row whose relation ``step`` leads here."""
        lookup = step if self.lookup == "pk" else joined(step, self.lookup)
        return GrantArm(self.anchor, lookup, self.shared and shared)


@dataclass(frozen=True)
class Policy:
    """What :func:`policy` was told about a model; every way to its rows follows from it."""

    label: str
    resource: str
    own: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    parent: str | None = None
    public: bool = False
    inherit: str = "all"
    visible_if: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    outsiders_write: bool = True
    own_fields: frozenset[str] | None = None
    in_force: tuple[str, str] | None = None
    shared: bool = False
    shared_by: tuple[str, ...] = ()

    @cached_property
    def model(self) -> type[Model]:
        """The model; raises PolicyError when there is none of that label."""
        try:
            return apps.get_model(self.label)
        except (LookupError, ValueError) as problem:
            raise PolicyError(f"There is no model {self.label}.") from problem

    @cached_property
    def own_arms(self) -> tuple[Arm, ...]:
        """Every way to a person, those of the parent behind the model's own."""
        mine = [self._own_arm(path) for path in self.own]
        if self.parent and self.parent_policy:
            for arm in self.parent_policy.own_arms:
                if self.inherit == "all" or arm.kind == "staff":
                    conditions, read_only = self._conditions(arm.kind), self._read_only(arm.kind)
                    mine.append(arm.behind(self.parent, conditions, read_only))
        return tuple(mine)

    @cached_property
    def team_arms(self) -> tuple[Arm, ...]:
        """Every way to a team, those of the parent behind the model's own."""
        mine = [self._team_arm(path) for path in self.team]
        if self.parent and self.parent_policy:
            mine += [arm.behind(self.parent) for arm in self.parent_policy.team_arms]
        return tuple(mine)

    @cached_property
    def grant_arms(self) -> tuple[GrantArm, ...]:
        """Every way by a grant: of the row itself, of what it is part of, of what shares it."""
        mine = [GrantArm(self.model, "pk", True)] if self._is_anchor else []
        if self.parent and self.parent_policy:
            mine += [arm.behind(self.parent, self.shared) for arm in self.parent_policy.grant_arms]
        for path in self.shared_by:
            end = self._walk(path)[1].related_model
            found = policy_of(end)
            mine += [arm.behind(path, True) for arm in found.grant_arms] if found else []
        return tuple(mine)

    def place(self, kind: str) -> str | None:
        """The look-up of the property, resort or team that a row belongs to; None when to none."""
        if self.model._meta.model_name == kind:
            return "pk"
        if kind == "team":
            return self.team_arms[0].lookup if self.team_arms else None
        names = {field.name for field in self.model._meta.concrete_fields if field.is_relation}
        if kind in names:
            return kind
        if self.parent and self.parent_policy and (rest := self.parent_policy.place(kind)):
            return self.parent if rest == "pk" else joined(self.parent, rest)
        return joined("property", "resort") if kind == "resort" and "property" in names else None

    @property
    def _is_anchor(self) -> bool:
        """Whether single rows of the model can be granted."""
        return any(field.name == "user_grants" for field in self.model._meta.related_objects)

    @cached_property
    def parent_policy(self) -> "Policy | None":
        """The policy of the row that this one belongs to."""
        if self.parent is None:
            return None
        relation = self._step(self.model, self.parent)
        if not (relation.many_to_one or relation.one_to_one) or relation.auto_created:
            raise PolicyError(f"Parent {self.parent} of {self.label} is not a foreign key.")
        found = policy_of(relation.related_model)
        if found is None:
            raise PolicyError(f"Parent {self.parent} of {self.label} has no policy.")
        return found

    def _conditions(self, kind: str) -> tuple[tuple[str, Any], ...]:
        return tuple(self.visible_if.get(kind, {}).items())

    def _read_only(self, kind: str) -> bool:
        return kind in OUTSIDERS and not self.outsiders_write

    def _own_arm(self, path: str) -> Arm:
        user = get_user_model()
        steps, last, dated = self._walk(path)
        if last is None and self.model is user:
            return Arm("user", "pk")
        if last is None or last.related_model is not user:
            raise PolicyError(f"Own path {path} of {self.label} does not end at the user.")
        kind, lookup = "user", path
        if last.auto_created:  # the user's link to a person, read backwards
            kind = PERSONS.get(last.field.name, "")
            if not kind:
                raise PolicyError(f"Own path {path} of {self.label} ends at no kind of person.")
            lookup = "__".join(steps[:-1]) or "pk"
        return Arm(kind, lookup, self._conditions(kind), dated, self._read_only(kind))

    def _team_arm(self, path: str) -> Arm:
        steps, last, dated = self._walk(path)
        end = self.model if last is None else last.related_model
        # A view has the team's bare key, for its columns carry no constraints.
        bare = isinstance(last, UUIDField) and steps[-1] == "team_id"
        if end is not team_model() and not bare:
            raise PolicyError(f"Team path {path} of {self.label} does not end at the team.")
        return Arm("team", path, (), dated)

    def _walk(self, path: str):
        """Steps of a path, the field of the last, and the dates its rows must be in force on."""
        if path == "pk":
            return ["pk"], None, ()
        model, last, dated = self.model, None, []
        steps = path.split("__")
        for number, step in enumerate(steps, start=1):
            last = self._step(model, step)
            model = last.related_model
            if model is None and number < len(steps):
                raise PolicyError(f"{step} in path {path} of {self.label} is not a relation.")
            found = policy_of(model) if model else None
            if found and found.in_force and number < len(steps):
                before = "__".join(steps[:number])
                dated.append(tuple(joined(before, name) for name in found.in_force))
        return steps, last, tuple(dated)

    def _step(self, model: type[Model], step: str):
        try:
            return model._meta.get_field(step)
        except FieldDoesNotExist as problem:
            raise PolicyError(
                f"The policy of {self.label} names {step}, which {model._meta.label} has not."
            ) from problem


def policy(
    model: type[Model] | str,
    resource: str,
    *,
    own: list[str] | tuple[str, ...] = (),
    team: list[str] | tuple[str, ...] = (),
    parent: str | None = None,
    public: bool = False,
    inherit: str = "all",
    visible_if: Mapping[str, Mapping[str, Any]] | None = None,
    outsiders_write: bool = True,
    own_fields: list[str] | tuple[str, ...] | None = None,
    in_force: tuple[str, str] | None = None,
    shared: bool = False,
    shared_by: list[str] | tuple[str, ...] = (),
) -> Policy:
    """Say who reaches the rows of ``model`` (class or ``app.Model``); once for each model.

    resource: the name it has in ``portal.permissions``, which gives actions and scopes on it.
    own: paths to a person, ending at the user; they serve scope "own".
    team: paths to the team; they serve scope "team".
    parent: foreign key to the row it is part of, whose paths then serve it too, for the scopes
        held on its own resource; ``inherit="staff"`` leaves out guests, owners and contacts.
    public: any member of staff may read all of it.
    visible_if: kind of person -> look-ups that must hold as well where that person owns the row.
    outsiders_write: whether guests, homeowners and contacts may do more than read.
    own_fields: the only fields that scope "own" lets a person change; None is all of them.
    in_force: names of the first day and of the day after the last (or none) of a dated link;
        a path through it holds on the days between, by the company's calendar.
    shared: whether a grant of the parent shows people from outside this row too; people of the
        house reach all parts of what they were granted.
    shared_by: paths to rows whose grants show this one as well: the ticket of a photo.
    """
    label = model if isinstance(model, str) else model._meta.label
    new = Policy(
        label,
        resource,
        tuple(own),
        tuple(team),
        parent,
        public,
        inherit,
        dict(visible_if or {}),
        outsiders_write,
        None if own_fields is None else frozenset(own_fields),
        in_force,
        shared,
        tuple(shared_by),
    )
    REGISTRY.setdefault(label.lower(), []).append(new)
    return new


def policy_of(model: type[Model]) -> Policy | None:
    """The policy of a model, or None: then nobody but a superuser reaches it."""
    concrete = model._meta.concrete_model or model
    found = REGISTRY.get(concrete._meta.label_lower)
    return found[0] if found else None


def team_model() -> type[Model]:
    """The model of the teams: that of the team of the member who is behind a user."""
    member: Any = get_user_model()._meta.get_field("team_member").related_model
    team: type[Model] = member._meta.get_field("team").related_model
    return team


def joined(*steps: str) -> str:
    """A look-up of several steps."""
    return "__".join(steps)


__all__ = [
    "KINDS",
    "OUTSIDERS",
    "REGISTRY",
    "Arm",
    "GrantArm",
    "Policy",
    "PolicyError",
    "policy",
    "policy_of",
]
