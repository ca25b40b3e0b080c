"""Everything that a row has, sent by everybody: what changes is what was declared, and no more."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.contrib import admin
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, models, transaction
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from core.api.registry import discover
from core.models import SealedField
from core.models.fields import TouchedField
from core.models.sealed import sealed_fields
from core.permissions.fields import guarded_fields, is_secret
from core.testing.factories import NOON
from core.testing.pages import fields_of
from core.transitions import transitions_of
from tests.access import matrix
from tests.access.api import Caller
from tests.access.oracle import Person, declared
from tests.access.probes import THOROUGH, Probes, turn

TRIES = 4
#: What nobody but a superuser changes, wherever it is sent to.
NEVER = {"portal.User": {"is_superuser", "password"}}


def probe(probes: Probes) -> None:
    """All fields of a row at once, over the API and by the console's form."""
    if not probes.model._meta.managed:
        return
    for way in (_by_api, _by_form):
        for person in _writers(probes, way.__name__):
            for key in probes.near(person, "write"):
                _sent(probes, person, key, way)


def _writers(probes: Probes, what: str) -> list[Person]:
    """One who may write some of the rows, else all: another at each model."""
    people = [p for p in probes.world.asked() if p.is_staff and not p.user.is_superuser]
    people = [p for p in people if probes.reach(p, "write")]
    if THOROUGH or not people:
        return people
    free = [p for p in people if probes.world.oracle.has_all(p, probes.model, "write")]
    narrow = [p for p in people if p not in free]
    return [turn(probes.model, narrow or free, what)]


def _sent(probes: Probes, person: Person, key, way) -> None:
    """Change every field of one row; look at what became of it; take it all back."""
    rows = probes.model._base_manager.filter(pk=key)
    with transaction.atomic():
        before = rows.values().get()
        way(probes, person, rows.get())
        after = rows.values().get()
        transaction.set_rollback(True)
    changed = {name for name, value in after.items() if value != before[name]}
    kept = {
        field.attname
        for field in probes.model._meta.concrete_fields
        if isinstance(field, TouchedField) or field.generated or not field.editable
    }
    for field in sealed_fields(probes.model):
        kept |= set(field.companions())  # they follow from what is entered
    allowed = writable(probes, person, key, changed, is_api=way is _by_api)
    probes.count += len(before)
    if more := changed - allowed - (kept - NEVER.get(probes.model._meta.label, set())):
        probes.wrong.append(f"{person.name} · {way.__name__} · {key}: changed {sorted(more)}")


def writable(probes: Probes, person: Person, key, changed, *, is_api: bool) -> set[str]:
    """Columns that the person may change: declared, open in the policy, not guarded."""
    model, names = probes.model, set()
    resource = discover().get(model)
    for field in model._meta.concrete_fields:
        if not field.editable or field.generated or field.primary_key:
            continue
        if field.name in transitions_of(model):
            continue
        if is_secret(field) and not isinstance(field, SealedField):
            continue
        if is_api and (
            resource is None
            or field.name not in resource.fields
            or field.name in resource.read_only_fields
        ):
            continue
        names.add(field.name)
    own = declared(model).own_fields
    if own is not None and not _reaches_otherwise(probes, person, key):
        names &= own
    for name, guard in guarded_fields(model).items():
        if "all" not in matrix.scopes(person.role, guard, "write"):
            names.discard(name)
    names -= NEVER.get(model._meta.label, set())
    return {model._meta.get_field(name).attname for name in names}


def _reaches_otherwise(probes: Probes, person: Person, key) -> bool:
    """Whether the person has the row by more than owning it."""
    scopes = probes.world.oracle.scopes(person, probes.model, "write")
    if "all" in scopes:
        return True
    teams = probes.world.records.teams(probes.model, probes.every_row[key])
    return "team" in scopes and bool(person.teams & teams)


# The ways in


def _by_api(probes: Probes, person: Person, row) -> None:
    resource = discover().get(probes.model)
    if resource is None or resource.read_only:
        return
    call = Caller(resource)
    sent = {f.name: other(probes, person, f, row) for f in probes.model._meta.concrete_fields}
    for _ in range(TRIES):
        with transaction.atomic():
            request = call.factory.patch("/", sent, format="json")
            status, said = call.answer(person, request, call.one, row.pk)
        probes.same(status in (200, 400, 403, 404, 409), True, person, "PATCH", status, said)
        if status == 200 or not (said or {}).get("errors"):
            return
        for fault in said["errors"]:
            sent.pop(str(fault["path"]).split(".")[0].split("[")[0], None)


def _by_form(probes: Probes, person: Person, row) -> None:
    page = admin.site.get_model_admin(probes.model)
    request = RequestFactory().post("/")
    request.user = person.user
    if not page.has_change_permission(request, row):
        return
    form_class = page.get_form(request, row, change=True)
    shown = fields_of(form_class(instance=row).as_div())
    sent = {}
    for field in probes.model._meta.concrete_fields:
        value = other(probes, person, field, row)
        sent[field.name] = "" if value is None else value
    for _ in range(TRIES):
        data: MultiValueDict = MultiValueDict()
        for name, value in {**shown, **sent}.items():
            data.setlist(name, value if isinstance(value, list) else [value])
        fresh = probes.model._base_manager.get(pk=row.pk)
        form = form_class(data, instance=fresh)
        faults = set(form.errors)
        if not faults:
            try:
                with transaction.atomic():
                    page.save_model(request, form.save(commit=False), form, change=True)
            except ValidationError as error:
                faults = set(getattr(error, "message_dict", ()))
            except (PermissionDenied, DatabaseError):
                return
        sent = {name: value for name, value in sent.items() if name not in faults}
        if not faults & set(shown):
            return


def other(probes: Probes, person: Person, field: models.Field, row) -> Any:
    """A value that the column does not have, as JSON and forms take it."""
    value = getattr(row, field.attname)
    if field.is_relation:
        return _other_key(probes, person, field, value)
    if field.choices:
        return next((code for code, _ in field.flatchoices if code != value), value)
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, ArrayField):
        return ["otherwise"]
    if isinstance(field, models.JSONField):
        return {"otherwise": 1}
    if isinstance(field, models.DateTimeField):
        return (value + timedelta(hours=1) if isinstance(value, datetime) else NOON).isoformat()
    if isinstance(field, models.DateField):
        return (
            value + timedelta(days=1) if isinstance(value, date) else date(2026, 3, 5)
        ).isoformat()
    if isinstance(field, models.TimeField):
        return "11:11:00"
    if isinstance(field, models.DecimalField):
        return str(value + 1 if isinstance(value, Decimal) else 1)
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1
    if isinstance(field, models.UUIDField):
        return str(uuid4())
    if isinstance(field, models.EmailField):
        return "otherwise@example.com"
    if isinstance(field, models.URLField):
        return "https://otherwise.example.com/"
    return "otherwise"


def _other_key(probes: Probes, person: Person, field, value) -> Any:
    """The key of another row that the person may name, else of any."""
    target = field.related_model
    if target not in probes.world.rows:
        return None
    rows, name = probes.world.records.rows(target), field.target_field.attname
    near = probes.world.sample(target, probes.reach(person, "read", target), 2)
    keys = [rows[key][name] for key in [*near, *probes.world.sample(target, set(rows), 2)]]
    found = next((key for key in keys if key != value), value)
    return str(found) if isinstance(found, UUID) else found
