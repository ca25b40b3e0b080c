"""Every import: it is declared soundly, its template reads as itself, its export comes back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.imports.cells import TextCell
from core.imports.mapping import guess
from core.imports.registry import resources
from core.imports.resource import Reference, SourceId
from core.permissions.policies import policy_of
from core.permissions.scoping import scopes_on
from core.testing.factories import factory_of
from core.testing.fixtures import person
from staging.selectors.batches import staged_rows
from tests.console.naughty import LINE_TEXTS
from tests.staging.sheets import applied, counted, reasons, undone, uploaded

pytestmark = pytest.mark.django_db
EACH = pytest.mark.parametrize("resource", resources(), ids=lambda resource: resource.name)
NAUGHTY = [text for text in LINE_TEXTS if text.strip() and not set(text) & set("\r\n\0")]
SECRET = re.compile(
    r"password|door_code|gate_code|lockbox_code|token|_encrypted|ssn|account_number"
)


@EACH
def test_it_is_declared_soundly(resource):
    parts, columns = resource.parts(), resource.columns()
    assert resource.__doc__
    assert resource.main() in parts
    for name, part in parts.items():
        known = {f.name for f in part.model._meta.get_fields()}
        assert set(part.links.values()) < set(parts)
        assert all(list(parts).index(to) < list(parts).index(name) for to in part.links.values())
        named = {*part.links, *part.constants, *part.alike}
        named |= {a for key in part.keys for a in key.attributes}
        assert named <= known, f"{name} names attributes that {part.model.__name__} has not"
        assert set(part.needs) <= set(columns)
        assert policy_of(part.model), "without a policy nobody could import it"
    assert len({c.column_name.casefold() for c in columns.values()}) == len(columns)
    for column in columns.values():
        assert set(column.gives.values()) <= set(columns)
        assert column.cell.hint, f"{column.name} does not say what it accepts"
        assert not SECRET.search(column.target or ""), "secrets do not come in by spreadsheet"
        if isinstance(column, Reference):
            assert column.model_field.is_relation
    assert set(resource.matched().values()) <= set(parts)
    for field in resource.matched():
        assert resource.staged()._meta.get_field(field).is_relation


@EACH
def test_a_manager_may_and_staff_without_a_role_may_not(resource):
    manager, nobody = person("MANAGER", is_staff=True), person(is_staff=True)
    for part in resource.parts().values():
        policy = policy_of(part.model)
        assert scopes_on(manager, policy.resource, "import"), policy.resource
        assert not scopes_on(nobody, policy.resource, "import")


@EACH
def test_its_own_headings_are_recognised(resource):
    columns = [c for c in resource.columns().values() if not isinstance(c, SourceId)]

    class Surveyed:
        def __init__(self, index, heading):
            self.index, self.heading, self.samples, self.distinct = index, heading, [], []
            self.filled, self.kinds, self.date_order, self.decimal_mark = 0, {}, None, None
            self.longest, self.named = 0, True

    surveyed = [Surveyed(i, column.column_name) for i, column in enumerate(columns)]
    found = guess(surveyed, list(resource.columns().values()))
    assert {i: g.field for i, g in found.items()} == {i: c.name for i, c in enumerate(columns)}


@EACH
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_comes_back_unchanged(resource, kind, superuser, browser):
    model = resource.model()
    texts = [
        column.target
        for column in resource.columns().values()
        if column.part == resource.main()
        and isinstance(column.cell, TextCell)
        and column.cell.longest is None
    ]
    rows = factory_of(model).create_batch(3)
    for at, row in enumerate(rows):
        for offset, name in enumerate(texts):
            setattr(row, name, NAUGHTY[(at * 7 + offset * 3) % len(NAUGHTY)])
        row.save(update_fields=texts or None)
    client = browser(superuser)
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_export")
    offered = client.get(address).context["form"].fields["columns"].choices
    answer = client.post(address, {"kind": kind, "columns": [name for name, _ in offered]})
    content = b"".join(answer.streaming_content)
    batch = uploaded(resource.name, None, file=SimpleUploadedFile(f"export.{kind}", content))
    assert batch.status == "ready", batch.message
    assert counted(batch) == {"unchanged": model._base_manager.count()}, (
        reasons(batch),
        [row.changes for row in staged_rows(batch, "changed")],
    )
    assert counted(applied(batch)) == counted(batch)
    assert undone(batch).counts["undone"] == 0
