"""Who reaches which rows, worked out the long way: plain Python over plain rows.

It reads what the policies declare (paths, parents, conditions) and walks from row to row; it knows
nothing of arms, SQL or indexes. Tests hold the real answers against it.
"""

from collections import defaultdict

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone

from core.permissions.policies import REGISTRY, policy_of

CLOSED = {"suspended", "locked", "deactivated"}
READING = {"read", "export"}
OUTSIDE = {"guest", "homeowner", "contact"}
PERSONS = {"TeamMember": "staff", "Guest": "guest", "Homeowner": "homeowner", "Contact": "contact"}
WORDS = {"view": "read", "change": "write", "delete": "delete"}
ANCHORS = {
    "Property": "property",
    "Reservation": "reservation",
    "Ticket": "ticket",
    "Clean": "clean",
    "Inspection": "inspection",
    "Project": "project",
    "DamageClaim": "claim",
    "StoredFile": "file",
}


class Oracle:
    """Answers from the rows as they are when first asked; make a new one after each change."""

    def __init__(self):
        self._rows, self._by = {}, {}
        self.now, self.today = timezone.now(), timezone.localdate()

    # -- rows

    def rows(self, model):
        """Every row of a model, as a dict of its columns."""
        if isinstance(model, str):
            model = apps.get_model(model)
        if model not in self._rows:
            self._rows[model] = list(model._base_manager.order_by().values())
        return self._rows[model]

    def where(self, model, column, value):
        """The rows whose column has a value; none for no value."""
        if isinstance(model, str):
            model = apps.get_model(model)
        if value is None:
            return []
        if (model, column) not in self._by:
            found = self._by[model, column] = defaultdict(list)
            for row in self.rows(model):
                found[row[column]].append(row)
        return self._by[model, column].get(value, [])

    def related(self, row, field):
        """The rows at the other end of a relation."""
        if field.concrete:
            end = field.target_field
            return self.where(field.related_model, end.attname, row[field.attname])
        key = field.field
        return self.where(field.related_model, key.attname, row[key.target_field.attname])

    def holds(self, model, row, asks):
        """Whether all asked of a row holds; what goes through one relation, of one row there.

        An ask is a list of steps and a test of the value at their end.
        """
        by_step = defaultdict(list)
        for steps, test in asks:
            by_step[steps[0]].append((steps[1:], test))
        for step, rest in by_step.items():
            field = model._meta.pk if step == "pk" else model._meta.get_field(step)
            here = [test for steps, test in rest if not steps]
            further = [(steps, test) for steps, test in rest if steps]
            if field.concrete and not all(test(row[field.attname]) for test in here):
                return False
            if not further and field.concrete:
                continue
            if not any(
                (field.concrete or all(test(other[_key(field)]) for test in here))
                and self.holds(field.related_model, other, further)
                for other in self.related(row, field)
            ):
                return False
        return True

    # -- persons

    def user(self, key):
        """The row of a user."""
        return self.where("portal.User", "id", key)[0]

    def is_live(self, user):
        return user["is_active"] and user["status"] not in CLOSED

    def is_inside(self, user):
        return user["is_staff"] or user["team_member_id"] is not None

    def teams(self, user):
        """Keys of the person's team, the teams the person manages, and all below those."""
        found, waiting = set(), []
        for member in self.where("team.TeamMember", "id", user["team_member_id"]):
            waiting = [member["team_id"]]
            waiting += [t["id"] for t in self.where("team.Team", "manager_id", member["id"])]
        while waiting:
            key = waiting.pop()
            if key is not None and key not in found:
                found.add(key)
                waiting += [t["id"] for t in self.where("team.Team", "parent_team_id", key)]
        return found

    def scopes(self, user, resource, action):
        """(scope, within, key) of everything the roles give; within None is everywhere."""
        given = set()
        for held in self.where("portal.UserRole", "user_id", user["id"]):
            everywhere = held["scope_type"] == "global"
            if (
                not held["is_active"]
                or held["revoked_at"]
                or (held["expires_at"] and held["expires_at"] <= self.now)
                or not (everywhere or held["scope_id"])
            ):
                continue
            limit = (None, None) if everywhere else (held["scope_type"], held["scope_id"])
            seen, role = set(), held["role_id"]
            while role is not None and role not in seen:
                seen.add(role)
                (row,) = self.where("portal.Role", "id", role)
                if not row["is_active"]:
                    break
                for line in self.where("portal.RolePermission", "role_id", role):
                    word = "read" if line["action"] == "view" else line["action"]
                    if (
                        line["is_active"]
                        and not line["conditions"]
                        and (line["resource"], word) == (resource, action)
                    ):
                        given.add((line["scope"], *limit))
                role = row["parent_role_id"]
        return given

    def granted(self, user, anchor, action):
        """Keys of rows of an anchor that were granted to the person or to a team of theirs."""
        keys, name = set(), ANCHORS[anchor.__name__].title()
        groups = {f"team:{key}" for key in self.teams(user)}
        for kind in ("UserGrant", "TeamGrant"):
            for grant in self.rows(f"portal.{name}{kind}"):
                (code,) = self.where("auth.Permission", "id", grant["permission_id"])
                if kind == "UserGrant":
                    mine = grant["user_id"] == user["id"]
                else:
                    (group,) = self.where("auth.Group", "id", grant["group_id"])
                    mine = group["name"] in groups
                in_force = grant["expires_at"] is None or grant["expires_at"] > self.now
                word = WORDS.get(code["codename"].partition("_")[0])
                if mine and in_force and word == action:
                    keys.add(grant["content_object_id"])
        return keys

    # -- ways

    def own(self, policy, user, action):
        """Kind of person and asks, for each declared path to a person."""
        for path in policy.own:
            kind, asks = self.walk(policy.model, path, lambda value: value == user["id"])
            yield from self._under(policy, kind, asks, action)
        if policy.parent:
            for kind, asks in self.own(self._parent(policy), user, action):
                if policy.inherit == "all" or kind == "staff":
                    behind = [([policy.parent, *steps], test) for steps, test in asks]
                    yield from self._under(policy, kind, behind, action)

    def team(self, policy, teams):
        """Asks for each declared path to a team."""
        for path in policy.team:
            yield self.walk(policy.model, path, lambda value: value in teams)[1]
        if policy.parent:
            for asks in self.team(self._parent(policy), teams):
                yield [([policy.parent, *steps], test) for steps, test in asks]

    def by_grant(self, policy, user, action):
        """Asks for each way by a grant; the row itself, its parent, what shares it."""
        model = policy.model
        if model.__name__ in ANCHORS and hasattr(model, "user_grants"):
            keys = self.granted(user, model, action)
            yield [(["pk"], lambda value: value in keys)]
        if policy.parent and (policy.shared or self.is_inside(user)):
            for asks in self.by_grant(self._parent(policy), user, action):
                yield [([policy.parent, *steps], test) for steps, test in asks]
        for path in policy.shared_by:
            steps, end = path.split("__"), model
            for step in steps:
                end = end._meta.get_field(step).related_model
            for asks in self.by_grant(policy_of(end), user, action):
                yield [([*steps, *rest], test) for rest, test in asks]

    def place(self, policy, kind):
        """The steps from a row to its property, resort or team; None where it has none."""
        model = policy.model
        if model.__name__.lower() == kind:
            return ["pk"]
        if kind == "team":
            steps = policy.team[0].split("__") if policy.team else None
        else:
            steps = [kind] if _has_relation(model, kind) else None
        if steps is None and policy.parent:
            rest = self.place(self._parent(policy), kind)
            steps = rest and [policy.parent, *([] if rest == ["pk"] and kind != "team" else rest)]
        if steps is None and kind == "resort" and _has_relation(model, "property"):
            steps = ["property", "resort"]
        return steps

    def walk(self, model, path, test):
        """Kind of person at the end of a path, and its asks: links on the way must be in force."""
        steps, asks, kind = path.split("__"), [], "user"
        for number, step in enumerate(steps, start=1):
            if step == "pk":
                break
            field = model._meta.get_field(step)
            if number == len(steps) and not field.concrete:
                kind = PERSONS[model.__name__]
            model = field.related_model
            found = policy_of(model) if model else None
            if found and found.in_force and number < len(steps):
                first, end = found.in_force
                asks.append(([*steps[:number], first], lambda day: day and day <= self.today))
                asks.append(([*steps[:number], end], lambda day: day is None or day > self.today))
        return kind, [(steps, test), *asks]

    def _under(self, policy, kind, asks, action):
        """The same asks under the policy's conditions for that kind of person."""
        if kind in OUTSIDE and not policy.outsiders_write and action not in READING:
            return
        conditions = policy.visible_if.get(kind, {}).items()
        yield kind, [*asks, *(_condition(policy.model, *pair) for pair in conditions)]

    def _parent(self, policy):
        return policy_of(policy.model._meta.get_field(policy.parent).related_model)

    # -- answers

    def reached(self, model, user, action):
        """Keys of the rows of a model on which a user (a row) may do an action."""
        policy = policy_of(model)
        everything = {row[model._meta.pk.attname] for row in self.rows(model)}
        if not self.is_live(user) or policy is None:
            return set()
        if user["is_superuser"] or (policy.public and action == "read" and user["is_staff"]):
            return everything
        ways = self._ways(policy, user, action)
        if ways is None:
            return everything
        ways = list(ways)
        return {
            row[model._meta.pk.attname]
            for row in self.rows(model)
            if any(self.holds(model, row, asks) for asks in ways)
        }

    def _ways(self, policy, user, action):
        """Asks of which one must hold; None where the roles give everything."""
        given = self.scopes(user, policy.resource, action)
        if action == "import":  # a permission of its own: nothing limited or granted counts
            may = {
                scope for scope, within, _ in self.scopes(user, "imports", "create") if not within
            }
            into = self.scopes(user, f"imports.{policy.resource}", "create") if may else set()
            given = {one for one in into if one[1] is None}
        if ("all", None, None) in given:
            return None
        return self._scoped_ways(policy, user, action, given)

    def _scoped_ways(self, policy, user, action, given):
        for scope, within, key in given:
            place = []
            if within:
                steps = self.place(policy, within)
                if steps is None:
                    continue
                place = [(steps, lambda value, key=key: value == key)]
            if scope == "own":
                for _, asks in self.own(policy, user, action):
                    yield [*asks, *place]
            elif scope == "team":
                for asks in self.team(policy, self.teams(user)):
                    yield [*asks, *place]
            elif within == "team":
                yield from self.team(policy, {key})
            else:
                yield place
        if action != "import":
            yield from self.by_grant(policy, user, action)


def _condition(model, lookup, value):
    """The ask of a look-up of ``visible_if``: equal, or one of several."""
    *steps, last = lookup.split("__")
    if last == "in":
        return steps, lambda found: found in value
    return [*steps, last], lambda found: found == value


def _key(field):
    return field.related_model._meta.pk.attname


def _has_relation(model, name):
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return field.concrete and field.is_relation


def models_with_policy():
    """Every model of the house that has rows of its own (a view may never have been filled)."""
    found = (apps.get_model(label) for label in sorted(REGISTRY))
    return [model for model in found if model._meta.managed]
