"""The console of every model, asked as its pages ask it."""

import json

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import RequestFactory

from config import search
from core.admin.access import PermittedMixin, ScopedMixin
from core.admin.shell import bulk
from core.models import SearchTextField
from core.transitions import transitions_of
from tests.access.oracle import Person, declared
from tests.access.probes import WORDS, Probes, asked_by, turn

PERMISSIONS = {"write": "change", "delete": "delete", "export": "export", "read": "view"}


def probe(probes: Probes) -> None:
    """What pages show and take, for everybody who may sign in there."""
    model_admin = admin.site.get_model_admin(probes.model)
    people = probes.people(of_the_house=True)
    for person in people:
        request = asked_by(person)
        _list(probes, person, model_admin, request)
        _pages(probes, person, model_admin, request)
    partial = [p for p in people if probes.foreign(p)] or people
    person = turn(probes.model, partial)
    _filters(probes, person, model_admin)
    _search(probes, turn(probes.model, partial, "search"), model_admin)
    _export(probes, turn(probes.model, partial, "export"), model_admin)
    _choices(probes, turn(probes.model, partial, "choices"), model_admin)
    _bulk(probes, turn(probes.model, partial, "bulk"), model_admin)


def _list(probes: Probes, person: Person, model_admin, request) -> None:
    oracle, model = probes.world.oracle, probes.model
    if ScopedMixin.get_queryset is _inherited(model_admin, "get_queryset"):
        shown = probes.keys(model_admin.get_queryset(request))
        probes.rows(shown, probes.reach(person, "read"), person, "list")
    for action in ("read", "create", "write", "delete", "export"):
        name = f"has_{WORDS.get(action, action)}_permission"
        told = getattr(model_admin, name)(request)
        opens = oracle.has_door(person, model, action)
        if _inherited(model_admin, name) is getattr(PermittedMixin, name):
            probes.same(told, opens, person, name)
        else:
            probes.same(told and not opens, False, person, name)


def _pages(probes: Probes, person: Person, model_admin, request) -> None:
    """Pages of single rows: found when they may be read, with the buttons that are due."""
    near = probes.near(person, count=2)
    for key in dict.fromkeys([*near, *probes.foreign(person), *probes.near(person, "write")]):
        row = model_admin.get_object(request, str(key))
        is_near = key in probes.reach(person, "read")
        is_narrower = _inherited(model_admin, "get_queryset") is not ScopedMixin.get_queryset
        found = row is not None or (is_narrower and is_near)
        probes.same(found, is_near, person, "page", key)
        if row is None:
            continue
        for action, word in PERMISSIONS.items():
            name = f"has_{word}_permission"
            told, due = (
                getattr(model_admin, name)(request, row),
                key in probes.reach(person, action),
            )
            if _inherited(model_admin, name) is getattr(PermittedMixin, name):
                probes.same(told, due, person, name, key)
            else:
                probes.same(told and not due, False, person, name, key)
        _moves(probes, person, model_admin, request, row)
        if key == near[0]:
            _inlines(probes, person, model_admin, request, row)


def _moves(probes: Probes, person: Person, model_admin, request, row) -> None:
    maps = transitions_of(probes.model)
    if not maps:
        return
    may_write = row.pk in probes.reach(person, "write")
    may_approve = row.pk in probes.reach(person, "approve")
    for move in model_admin.moves(request, row):
        needs = (getattr(row, move.field), move.to) in maps[move.field].approval
        probes.same(may_write and (may_approve or not needs), True, person, "move", move.to)


def _inlines(probes: Probes, person: Person, model_admin, request, row) -> None:
    for inline in model_admin.get_inline_instances(request, row):
        if ScopedMixin.get_queryset is _inherited(inline, "get_queryset"):
            shown = probes.keys(inline.get_queryset(request))
            expected = probes.reach(person, "read", inline.model)
            probes.rows(shown, expected, person, "inline", inline.model.__name__, of=len(expected))


def _filters(probes: Probes, person: Person, model_admin) -> None:
    """A list filtered by a key shows readable rows only; a strange key finds what none finds."""
    read, made = probes.reach(person, "read"), probes.world.records
    for field in probes.model._meta.concrete_fields:
        if not field.is_relation or field.related_model not in probes.world.rows:
            continue
        target = field.target_field.attname
        strange = probes.foreign(person, model=field.related_model)
        for key in strange or probes.world.sample(
            field.related_model, {*made.rows(field.related_model)}, 1
        ):
            value = made.rows(field.related_model)[key][target]
            lookup = f"{field.name}__{field.target_field.name}__exact"
            request = asked_by(person, **{lookup: str(value)})
            try:
                found = model_admin.get_changelist_instance(request).queryset
            except (IncorrectLookupParameters, PermissionDenied):
                probes.count += 1
                continue
            expected = {k for k in read if made.rows(probes.model)[k][field.attname] == value}
            probes.rows(probes.keys(found), expected, person, "filter", lookup)


def _search(probes: Probes, person: Person, model_admin) -> None:
    """Words of rows out of reach find nothing more than words that nobody has written."""
    names = [
        f.attname for f in probes.model._meta.concrete_fields if isinstance(f, SearchTextField)
    ]
    read, rows = probes.reach(person, "read"), probes.every_row
    request = asked_by(person)
    for key in probes.foreign(person, count=2) if names else ():
        words = sorted((rows[key][names[0]] or "").split(), key=len)
        for word in words[-1:]:
            found, _ = model_admin.get_search_results(
                request, model_admin.get_queryset(request), word
            )
            probes.inside(probes.keys(found), read, person, "search", word)
        if words and probes.model._meta.label in {kind.label for kind in search.KINDS}:
            _global_search(probes, person, words[-1])


def _global_search(probes: Probes, person: Person, word: str) -> None:
    for kind in search.search(asked_by(person), word, each=50).kinds:
        for result in kind.results:
            probes.same(_is_readable(probes, person, result.link), True, person, "global", word)


def _is_readable(probes: Probes, person: Person, link: str) -> bool:
    """Whether the row at that address of the console is one that the person may read."""
    _, _, app_label, name, key, *_ = link.split("/")
    model = next(
        model
        for model in probes.world.rows
        if (model._meta.app_label, model._meta.model_name) == (app_label, name)
    )
    return key.replace("_2D", "-") in {str(k) for k in probes.reach(person, "read", model)}


def _export(probes: Probes, person: Person, model_admin) -> None:
    if model_admin.has_export_permission(asked_by(person)):
        rows = probes.keys(model_admin.export_rows(asked_by(person)))
        due = probes.reach(person, "read") & probes.reach(person, "export")
        probes.rows(rows, due, person, "export")


def _choices(probes: Probes, person: Person, model_admin) -> None:
    """A foreign key takes rows within reach; one out of reach is refused like one not there."""
    request = asked_by(person)
    for field in probes.model._meta.concrete_fields:
        target = field.related_model if field.is_relation else None
        if target not in probes.world.rows or not field.editable:
            continue
        choice = model_admin.formfield_for_foreignkey(field, request)
        field_name = field.target_field.attname
        for key in probes.foreign(person, model=target):
            value = str(probes.world.records.rows(target)[key][field_name])
            said, missing = _refusal(choice, value), _refusal(choice, absent(value))
            probes.same(said, missing, person, "choice", field.name)
            probes.same(said is not None, True, person, "choice", field.name)
        if admin.site.is_registered(target):
            _autocomplete(probes, person, field, target)


def absent(value: str) -> str:
    """A key or code of the same shape that no row has."""
    return f"{value[:-12]}000000000000" if len(value) == 36 else f"{value}-0"


def _refusal(choice, value) -> str | None:
    try:
        choice.clean(value)
    except ValidationError as error:
        return " ".join(error.messages).replace(value, "…")
    return None


def _autocomplete(probes: Probes, person: Person, field, target) -> None:
    names = {"app_label": field.model._meta.app_label, "model_name": field.model._meta.model_name}
    request = RequestFactory().get("/", {"term": "", "field_name": field.name, **names})
    request.user = person.user
    opens = probes.world.oracle.has_door(person, target, "read")
    try:
        answer = admin.site.autocomplete_view(request)
    except PermissionDenied:
        probes.same(opens, False, person, "autocomplete", field.name)
        return
    shown = {result["id"] for result in json.loads(answer.content)["results"]}
    rows, name = probes.world.records.rows(target), field.target_field.attname
    due = {str(rows[key][name]) for key in probes.reach(person, "read", target)}
    probes.inside(shown, due, person, "autocomplete", field.name)
    probes.same(len(shown), min(len(due), 20), person, "autocomplete", field.name)


def _bulk(probes: Probes, person: Person, model_admin) -> None:
    request = asked_by(person)
    rows = bulk._writable(request, model_admin.get_queryset(request))
    due = probes.reach(person, "write") & probes.reach(person, "read")
    if ScopedMixin.get_queryset is _inherited(model_admin, "get_queryset"):
        probes.rows(probes.keys(rows), due, person, "bulk")
    own = declared(probes.model).own_fields
    if own is not None and "all" not in probes.world.oracle.scopes(person, probes.model, "write"):
        offered = {field.name for field in bulk.open_fields(model_admin, request)}
        if not person.user.is_superuser:
            probes.inside(offered, set(own), person, "bulk fields")


def _inherited(model_admin, name: str):
    """The function that a method of the admin is."""
    return getattr(type(model_admin), name)
