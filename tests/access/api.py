"""The staff API of every model, by its views."""

import json
from collections.abc import Callable
from uuid import uuid4

from rest_framework.test import APIRequestFactory, force_authenticate

from core.api.filters import ThroughMixin
from core.api.registry import discover
from core.models import SearchTextField
from core.models.fields import field_or_none
from tests.access.oracle import Person
from tests.access.probes import Probes, turn, untouched

SIZE = 1000
CALLS = {"get": "list", "post": "create"}
ROW_CALLS = {"get": "retrieve", "patch": "partial_update", "delete": "destroy"}


class Caller:
    """Calls of one model's views by persons."""

    def __init__(self, resource, figures=()) -> None:
        calls = {m: f for m, f in CALLS.items() if m in resource.http_method_names}
        row_calls = {m: f for m, f in ROW_CALLS.items() if m in resource.http_method_names}
        self.many: Callable = resource.as_view(calls, detail=False)
        self.one: Callable = resource.as_view(row_calls, detail=True)
        self.move: Callable = resource.as_view(
            {"post": "move"}, detail=True, **resource.move.kwargs
        )
        self.factory = APIRequestFactory()
        # Of a view of figures, which has many rows, those that the oracle knows.
        self.among = {"id__in": ",".join(map(str, figures))} if figures else {}

    def __call__(self, person: Person, method: str, view, key=None, data=None, **query):
        """Status and document of an answer."""
        make = getattr(self.factory, method)
        query |= self.among if view is self.many else {}
        request = make("/", query) if method == "get" else make("/", data or {}, format="json")
        with untouched():
            return self.answer(person, request, view, key)

    def answer(self, person: Person, request, view, key=None):
        """Status and document of the answer to a request."""
        force_authenticate(request, person.user)
        answer = view(request, **({} if key is None else {"pk": key}))
        answer.render()
        return answer.status_code, json.loads(answer.content) if answer.content else None


def probe(probes: Probes) -> None:
    """Lists, rows, filters, orders, search, expansion and writing for everybody."""
    resource = discover().get(probes.model)
    if resource is None:
        return
    call = Caller(resource, () if probes.model._meta.managed else probes.every_row)
    people = probes.people()
    for person in people:
        _list(probes, person, call)
        _rows(probes, person, call, resource)
    inside = [person for person in people if person.is_staff]
    partial = [person for person in inside if probes.foreign(person)] or inside
    partial = [p for p in partial if probes.world.oracle.has_door(p, probes.model, "read")]
    if partial:
        _expand(probes, turn(probes.model, partial, "expand"), call, resource)
        _orders(probes, turn(probes.model, partial, "order"), call, resource)
        _filters(probes, turn(probes.model, partial, "filter"), call, resource)
        _search(probes, turn(probes.model, partial, "search"), call, resource)
    _choices(probes, turn(probes.model, inside, "choices"), resource)


def _keys(document) -> set:
    return {row["id"] for row in document["results"]}


def _text(keys) -> set:
    return {str(key) for key in keys}


def _list(probes: Probes, person: Person, call: Caller) -> None:
    oracle, model = probes.world.oracle, probes.model
    opens = person.is_staff and oracle.has_door(person, model, "read")
    status, found = call(person, "get", call.many, page_size=SIZE, fields="id")
    probes.same(status, 200 if opens else 403, person, "api list")
    due = _text(probes.reach(person, "read"))
    if status == 200 and len(due) < SIZE:
        probes.rows(_keys(found), due, person, "api list")


def _rows(probes: Probes, person: Person, call: Caller, resource) -> None:
    """Rows out of sight are not there; those in sight that stay as they are say so."""
    read, opens = probes.reach(person, "read"), person.is_staff
    methods = {"patch": "write", "delete": "delete", "move": "write"}
    if resource.read_only:
        methods = {}
    elif not resource.get_extra_actions():
        methods.pop("move")
    shut = [*probes.foreign(person, "write"), *probes.foreign(person, "delete")]
    for key in dict.fromkeys([*probes.near(person), *probes.foreign(person), *shut]):
        status, _ = call(person, "get", call.one, key)
        due = 200 if opens and key in read else 404
        probes.same(status, due, person, "api row", key)
        for method, action in methods.items():
            if opens and key in probes.reach(person, action):
                continue  # it would be done: see the tests of writing
            view = call.move if method == "move" else call.one
            status, _ = call(person, "post" if method == "move" else method, view, key, {"to": "x"})
            due = 403 if opens and key in read else 404
            probes.same(status, due, person, f"api {method}", key)
    if not resource.read_only and not (
        opens and probes.world.oracle.has_door(person, probes.model, "create")
    ):
        status, _ = call(person, "post", call.many)
        probes.same(status, 403, person, "api create")


def _expand(probes: Probes, person: Person, call: Caller, resource) -> None:
    """A related row stands in its key's place where the person may read it, and only there."""
    names = resource.expandable()
    if not names:
        return
    rows = probes.every_row
    _, found = call(person, "get", call.many, page_size=200, expand=",".join(names))
    for document in found["results"]:
        _expanded(probes, person, probes.model, document, names)
        key = next(key for key in rows if str(key) == document["id"])
        probes.same(key in probes.reach(person, "read"), True, person, "expanded list")


def _expanded(probes: Probes, person: Person, model, document, names) -> None:
    for name in names:
        first, _, rest = name.partition(".")
        value = document[first]
        if value is None:
            continue
        field = model._meta.get_field(first)
        target = field.related_model
        is_shown = isinstance(value, dict)
        if rest:
            if is_shown:
                _expanded(probes, person, target, value, [rest])
            continue
        code = field.target_field.name
        given = value.get(code) if is_shown else value
        if given is None:
            continue
        row = next(
            (k for k, r in probes.world.records.rows(target).items() if str(r[code]) == given), None
        )
        may = row in probes.reach(person, "read", target)
        probes.same(is_shown, may, person, "expand", model.__name__, name, given)


def _orders(probes: Probes, person: Person, call: Caller, resource) -> None:
    due = _text(probes.reach(person, "read"))
    for name in resource.orderings()[:4]:
        status, found = call(
            person, "get", call.many, ordering=f"-{name}", page_size=SIZE, fields="id"
        )
        if status == 200 and len(due) < SIZE:
            probes.rows(_keys(found), due, person, "api order", name)


def _filters(probes: Probes, person: Person, call: Caller, resource) -> None:
    """A key out of reach finds what its holder may read anyway; a missing one finds nothing."""
    records, read = probes.world.records, probes.reach(person, "read")
    for name, made in resource.filterset().base_filters.items():
        path, _, rest = made.field_name.partition("__")
        field = next(
            (f for f in probes.model._meta.concrete_fields if path in (f.name, f.attname)), None
        )
        if field is None or not field.is_relation or made.lookup_expr != "exact":
            continue
        target = field.related_model
        if target not in probes.world.rows:
            continue  # Django's own, the same for everybody
        for key in probes.foreign(person, model=target):
            row = records.rows(target)[key]
            is_through = isinstance(made, ThroughMixin)
            value = row[rest] if is_through else row[field.target_field.attname]
            if value is None:
                continue
            status, found = call(
                person, "get", call.many, page_size=SIZE, fields="id", **{name: value}
            )
            due = {k for k in read if probes.every_row[k][field.attname] == value}
            if is_through:
                near = probes.reach(person, "read", target)
                pairs = ((k, records.rows(target)[k]) for k in near)
                codes = {r[field.target_field.attname] for k, r in pairs if r[rest] == value}
                due = {k for k in read if probes.every_row[k][field.attname] in codes}
            probes.same(status, 200, person, "api filter", name)
            probes.rows(_keys(found), _text(due), person, "api filter", name)


def _search(probes: Probes, person: Person, call: Caller, resource) -> None:
    names = [
        f.attname for f in probes.model._meta.concrete_fields if isinstance(f, SearchTextField)
    ]
    for key in probes.foreign(person, count=2) if names else ():
        for word in sorted((probes.every_row[key][names[0]] or "").split(), key=len)[-1:]:
            _, found = call(person, "get", call.many, search=word, page_size=SIZE, fields="id")
            probes.inside(_keys(found), _text(probes.reach(person, "read")), person, "api search")


def _choices(probes: Probes, person: Person, resource) -> None:
    """A foreign key in a document: out of reach is answered like missing."""
    from rest_framework.exceptions import ValidationError

    if resource.read_only:
        return

    def refusal(field, value):
        try:
            field.run_validation(value)
        except ValidationError as error:
            return str(error.detail).replace(value, "…")
        return None

    request = type("Request", (), {"user": person.user})
    view = resource(request=request, action="create", kwargs={}, format_kwarg=None)
    fields = view.get_serializer().fields
    for name, field in fields.items():
        column = field_or_none(probes.model, name)  # None: asked for beside the columns
        if column is None or not column.is_relation or field.read_only:
            continue
        target = column.related_model
        for key in probes.foreign(person, model=target):
            value = str(probes.world.records.rows(target)[key][column.target_field.attname])
            missing = str(uuid4()) if len(value) == 36 else f"{value}-0"
            said = refusal(field, value)
            probes.same(said is not None, True, person, "api key", name)
            probes.same(said, refusal(field, missing), person, "api key", name)
