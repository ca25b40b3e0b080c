"""A small company with a row for every way that a policy knows: own, of a team, of others.

What a policy says decides what is made: for each path of it one row that the path leads to a
person of the test (or to the team), once as the factory makes it and once with what the policy
asks of visible rows; rows of strangers and of another team beside them; and for each such row of
a parent a child.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from analytics.services import views_refresh
from core.testing.factories import DAY, factory_of
from portal.models import Role, User
from tests.access.oracle import PERSONS, Oracle, Person, Records, declared
from tests.conformance.registry import MODELS, VIEWS

EVERY_MODEL = [*MODELS, *VIEWS]
MAKING = {"staff": ("clerk", "manager"), "guest": ("guest",), "homeowner": ("homeowner",)}
MAKING |= {"contact": ("guest", "homeowner"), "user": ("clerk", "guest", "homeowner")}


def make(label, **values):
    """A row by its factory."""
    return factory_of(label).create(**values)


class World:
    """The people, the rows, and what each person may do to them.

    ``rows`` has the keys of the rows made for each model; there are more, which they needed.
    """

    def __init__(self) -> None:
        self.rows: dict[type[Model], list] = defaultdict(list)
        self.refused: list[str] = []
        self._made: dict = {}
        self._done: set = set()
        self._people()
        for model in MODELS:
            self._populate(model)
        self._figures()
        self.records = Records()
        self.oracle = Oracle(self.records)
        for person in self.people.values():
            person.teams = self.records.teams_below(person.teams) if person.teams else set()

    # People

    def _people(self) -> None:
        lead_team = make("team.Team")
        self.team = make("team.Team", parent_team=lead_team)
        self.office, self.elsewhere = make("team.Team"), make("team.Team")
        self.people: dict[str, Person] = {}
        self._guest("guest", "GUEST")
        self._homeowner("homeowner", "HOMEOWNER")
        self._colleague("clerk", "TEAM_MEMBER", self.team)
        self._colleague("lead", "TEAM_LEAD", lead_team)
        self._colleague("manager", "MANAGER", self.office)
        self._colleague("admin", "ADMIN", self.office)
        self._colleague("chief", "SUPER_ADMIN", self.office)
        self._colleague("idle", "", self.team)
        self._guest("nobody", "")
        self._colleague("root", "", self.office, is_superuser=True)
        self._guest("guest at the desk", "GUEST", is_staff=True)
        self._homeowner("owner at the desk", "HOMEOWNER", is_staff=True)
        # Other people's rows: of the two at the desk, and of somebody who is asked nothing.
        self.strangers = {
            "guest": self.people["guest at the desk"],
            "homeowner": self.people["owner at the desk"],
        }
        self._colleague("stranger", "TEAM_MEMBER", self.elsewhere)
        self.strangers["clerk"] = self.strangers["manager"] = self.people.pop("stranger")

    def _guest(self, name, role, **fields) -> None:
        contact = make("directory.Contact")
        guest = make("directory.Guest", contact=contact)
        self._person(name, role, user_type="guest", guest=guest, contact=contact, **fields)

    def _homeowner(self, name, role, **fields) -> None:
        contact = make("directory.Contact")
        owner = make("directory.Homeowner", contact=contact)
        self._person(name, role, user_type="homeowner", homeowner=owner, contact=contact, **fields)

    def _colleague(self, name, role, team, **fields) -> None:
        member = make("team.TeamMember", team=team)
        self._person(
            name, role, user_type="team", team_member=member, **{"is_staff": True, **fields}
        )

    def _person(self, name, role, **fields) -> None:
        user = make("portal.User", status="active", **fields)
        if role:
            make("portal.UserRole", user=user, role=Role.objects.get(role_code=role))
        keys = {kind: getattr(user, f"{attribute}_id") for attribute, kind in PERSONS.items()}
        person = Person(name, User.objects.get(pk=user.pk), role, {**keys, "user": user.pk})
        if user.team_member:
            person.teams = {user.team_member.team_id}
        self.people[name] = person

    # Rows

    def _populate(self, model) -> None:
        """The rows of a model, those of its parent first."""
        if model in self._done:
            return
        self._done.add(model)
        policy = declared(model)
        if policy.parent:
            above = model._meta.get_field(policy.parent).related_model
            self._populate(above)
            for key in list(self.rows[above]):
                self._keep(model, lambda key=key: self._child(model, policy.parent, above, key))
        for path in policy.own:
            kind = kind_of(model, path)
            for name in MAKING[kind][: 3 if path == policy.own[0] else 1]:
                self._keep(model, lambda: self._led(model, path, self.people[name]))  # noqa: B023
            if kind in policy.visible_if:
                person = self.people[MAKING[kind][0]]
                self._keep(model, lambda: self._shown(model, path, kind, person))  # noqa: B023
        for path in policy.team:
            self._keep(model, lambda: self._led(model, path, team=self.team))  # noqa: B023
        if policy.own:
            kind = kind_of(model, policy.own[0])
            stranger = self.strangers[MAKING[kind][0]]
            self._keep(model, lambda: self._led(model, policy.own[0], stranger))
        if policy.team:
            self._keep(model, lambda: self._led(model, policy.team[0], team=self.elsewhere))
        self._keep(model, lambda: factory_of(model).create())

    def _keep(self, model, making) -> None:
        try:
            with transaction.atomic():
                row = making()
        except (DatabaseError, ValueError, ValidationError) as problem:
            self.refused.append(f"{model._meta.label}: {str(problem).splitlines()[0]}")
        else:
            if row is not None and row.pk not in self.rows[model]:
                self.rows[model].append(row.pk)

    def _child(self, model, name, above, key) -> Model:
        return factory_of(model).create(**{name: above._base_manager.get(pk=key)})

    def _led(self, model, path, person: Person | None = None, team=None, **values) -> Model:
        """A row that the path leads to the person or to the team."""
        steps = [] if path == "pk" else path.split("__")
        return self._made_through(model, steps, person, team, is_first=True, **values)

    def _made_through(self, model, steps, person, team, is_first=False, **values) -> Model:
        if not steps:
            return person.user if person else team
        step, *rest = steps
        relation = model._meta.get_field(step)
        other = relation.related_model
        if relation.auto_created and not rest and other is User:
            return getattr(person.user, relation.field.name)
        known = (model, *steps, person and person.name, person and person.user.pk, team and team.pk)
        if not values and not is_first and known in self._made:
            return self._made[known]
        if relation.auto_created:
            row = factory_of(model).create(**values)
            self._made_through(other, rest, person, team, **{relation.field.name: row})
        else:
            known_rows = self._made
            if relation.one_to_one:
                self._made = {}  # the row may be taken
            target = self._made_through(other, rest, person, team)
            self._made = known_rows
            row = factory_of(model).create(**values, **{step: target})
        if not values and not is_first:
            self._made[known] = row
        return row

    def _shown(self, model, path, kind, person) -> Model:
        """A row of the person that meets the conditions, on rows made for it alone."""
        conditions = {
            lookup.removesuffix("__in"): wanted[0] if lookup.endswith("__in") else wanted
            for lookup, wanted in declared(model).visible_if[kind].items()
        }
        known, self._made = self._made, {}
        try:
            own = {name: value for name, value in conditions.items() if "__" not in name}
            row = self._led(model, path, person, **own)
        finally:
            self._made = known
        for lookup, value in conditions.items():
            *way, name = lookup.split("__")
            end = model
            for step in way:
                end = end._meta.get_field(step).related_model
            if way:
                rows = model._base_manager.filter(pk=row.pk)
                keys = rows.values_list("__".join([*way, "pk"]), flat=True)
                end._base_manager.filter(pk__in=list(keys)).update(**{name: value})
        return row

    def _figures(self) -> None:
        """The views of figures, from what there is and a stay and some work besides."""
        make(
            "reservations.Reservation",
            status="checked_out",
            property__status="active",
            property__onboarding_date=DAY,
            property__primary_team=self.team,
        )
        make("team.TimeEntry", member=self.people["clerk"].user.team_member, work_date=DAY)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        views_refresh()
        with connection.cursor() as cursor:
            # Or plans are made for tables of unknown size. Ours alone: tables that databases of a
            # server share would stay locked as long as the world stands.
            names = ", ".join(map(connection.ops.quote_name, [m._meta.db_table for m in MODELS]))
            cursor.execute(f"ANALYZE {names}")

    # What the probes ask

    def asked(self) -> Iterator[Person]:
        """Everybody whom the test asks."""
        yield from self.people.values()

    def sample(self, model, among: set, count: int = 2) -> list:
        """Some keys of ``among``, those first that were made for the model."""
        made = [key for key in self.rows[model] if key in among]
        others = (
            sorted((key for key in among if key not in made), key=str) if len(made) < count else []
        )
        return [*made, *others][:count]


def kind_of(model, path: str) -> str:
    """As what kind of person a path makes an owner."""
    last = None
    for step in () if path == "pk" else path.split("__"):
        last = model._meta.get_field(step)
        model = last.related_model
    return PERSONS[last.field.name] if last is not None and last.auto_created else "user"
