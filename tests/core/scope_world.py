"""A world in which every model has rows, tied together at random (the same way in each run)."""

import random
from operator import itemgetter

from django.core.exceptions import ValidationError
from django.db import Error, transaction

from core.permissions.policies import REGISTRY, policy_of
from core.testing.factories import factory_of
from tests.core.oracle import ANCHORS, models_with_policy

ROUNDS = 2  # rows made of each model
ACTIONS = ("read", "write", "export", "delete")
PEOPLE = {"portal.User", "portal.UserRole", "portal.Role", "portal.RolePermission"}


def make(label, **values):
    return factory_of(label).create(**values)


class World:
    """``rows`` by model; ``people`` by name, each made to reach rows in one way."""

    def __init__(self):
        self.chance = random.Random(361)
        self.rows = {}
        self._places()
        models = [m for m in models_with_policy() if m._meta.label not in PEOPLE]
        models = [m for m in models if m._meta.app_label != "core"]  # history writes itself
        for _ in range(ROUNDS):
            for model in models:
                if "Grant" not in model.__name__:
                    self._add(model)
        self.people = People(self).made

    def of(self, label):
        """Rows of a model that were made so far."""
        return self.rows.get(label, [])

    def _keep(self, row):
        self.rows.setdefault(row._meta.label, []).append(row)
        return row

    def _places(self):
        """Teams below each other, with members and homes."""
        top = self._keep(make("team.Team"))
        middle = self._keep(make("team.Team", parent_team=top))
        self._keep(make("team.Team", parent_team=middle))
        for team in (top, middle, middle):
            self._keep(make("team.TeamMember", team=team))
        lead = self.of("team.TeamMember")[2]
        self._keep(make("team.Team", manager=lead))
        for team in (middle, self.of("team.Team")[2]):
            resort = self._keep(make("property.Resort"))
            self._keep(
                make("property.Property", resort=resort, primary_team=team, property_manager=lead)
            )
        for label in ("directory.Guest", "directory.Homeowner", "directory.Contact"):
            self._keep(make(label))
        owner, home = self.of("directory.Homeowner")[0], self.of("property.Property")[0]
        self._keep(make("directory.Ownership", homeowner=owner, property=home))
        guest = self.of("directory.Guest")[0]
        for home in self.of("property.Property"):
            stay = {"property": home, "guest": guest, "status": "confirmed"}
            self._keep(make("reservations.Reservation", **stay))

    def _add(self, model):
        """One row more, tied to rows there are; by its factory alone where that does not fit."""
        for values in (self._ties(model, 0.9), self._ties(model, 0.4), {}):
            try:
                with transaction.atomic():
                    self._keep(factory_of(model).create(**values))
                return
            except (Error, ValidationError, TypeError, ValueError, AttributeError):
                continue
        # A list that migrations bring, or one row for each parent: there are some already.
        if first := model._base_manager.first():
            self._keep(first)

    def _ties(self, model, likely):
        """The first row of a model hangs on first rows, which somebody owns, leads or was granted;
        those after it on any of three."""
        values, choose = {}, self.chance.choice if self.of(model._meta.label) else itemgetter(0)
        for field in model._meta.concrete_fields:
            known = field.is_relation and self.of(field.related_model._meta.label)
            if known and not field.primary_key and self.chance.random() < likely:
                values[field.name] = choose(known[:3])
        for conditions in policy_of(model).visible_if.values():
            for lookup, value in conditions.items():
                name, _, rest = lookup.partition("__")
                if rest in ("", "in") and self.chance.random() < likely:
                    values[name] = self.chance.choice(value) if rest else value
        return values


class People:
    """Persons of every kind, with a role that gives own, team or all (within a place), or grants."""

    def __init__(self, world):
        self.world, self.made = world, {}
        own, team, everything = (self._role(scope) for scope in ("own", "team", "all"))
        member, other, lead = world.of("team.TeamMember")[:3]
        staff = {"is_staff": True, "user_type": "team"}
        home = world.of("property.Property")[0]
        self._person("member", own, team_member=member, **staff)
        self._person("lead", team, team_member=lead, **staff)
        for name in ("Guest", "Homeowner", "Contact"):
            label, word = f"directory.{name}", name.lower()
            self._person(word, own, user_type="guest", **{word: world.of(label)[0]})
        self._person("office", everything, **staff)
        self._person("at home", everything, ("property", home.pk), **staff)
        self._person("in resort", everything, ("resort", home.resort_id), **staff)
        self._person("in team", everything, ("team", home.primary_team_id), **staff)
        self._person("nobody", user_type="guest")
        self._granted("vendor", user_type="guest")
        self._granted("colleague", **staff)
        self._granted("mate", team_member=other, **staff)

    def _role(self, scope):
        role = make("portal.Role", role_code=f"EVERY_{scope}".upper())
        for resource in sorted({found.resource for (found,) in REGISTRY.values()}):
            for action in (*ACTIONS, "create", "approve"):
                make(
                    "portal.RolePermission",
                    role=role,
                    resource=resource,
                    action=action,
                    scope=scope,
                    permission_code=f"{resource}.{action}",
                )
        return role

    def _person(self, name, role=None, within=("global", None), **fields):
        user = make("portal.User", **{"status": "active", **fields})
        if role:
            kind, key = within
            make("portal.UserRole", user=user, role=role, scope_type=kind, scope_id=key)
        self.made[name] = type(user).objects.get(pk=user.pk)
        return user

    def _granted(self, name, **fields):
        """Somebody to whom one row of each anchor was granted, and another no longer."""
        user = self._person(name, **fields)
        for model in (m for m in models_with_policy() if m.__name__ in ANCHORS):
            if not hasattr(model, "user_grants"):
                continue
            first, second = self.world.of(model._meta.label)[:2]
            self._grant(user, first, "view")
            self._grant(user, second, "change")
            self._grant(user, second, "view", ended=True)

    def _grant(self, user, row, word, ended=False):
        from django.contrib.auth.models import Group, Permission
        from django.utils import timezone

        options, name = row._meta, ANCHORS[type(row).__name__].title()
        code = Permission.objects.get(
            codename=f"{word}_{options.model_name}", content_type__app_label=options.app_label
        )
        values = {"permission": code, "content_object": row, "reason": "generated"}
        if ended:
            values["expires_at"] = timezone.now()
        if user.team_member_id:
            values["group"] = Group.objects.get(name=f"team:{user.team_member.team_id}")
            make(f"portal.{name}TeamGrant", **values)
        else:
            make(f"portal.{name}UserGrant", **values, user=user)
