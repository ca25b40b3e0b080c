"""Foreign keys: within a schema, across schemas, changed and dropped."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations import AddField, AlterField, RemoveField, RunPython
from django.db.models import (
    CASCADE,
    DB_CASCADE,
    AutoField,
    BigAutoField,
    ForeignKey,
)

from config.postgresql.names import in_schema

from .catalog import column_type, constraints, query, references
from .lab import create


def to(target: str, **options) -> ForeignKey:
    return ForeignKey(target, CASCADE, related_name="+", **options)


def test_self_cross_schema_and_circular(lab):
    lab.do(AddField("Item", "twin", to("a.Item", null=True)))
    lab.do(AddField("Item", "twin", to("b.Item", null=True)), app="a")
    assert references("b.items") == ["a.items", "b.items"]
    assert references("a.items") == ["a.items", "b.items"]


def test_is_enforced_across_schemas(lab):
    lab.do(AddField("Item", "twin", to("a.Item", null=True)))
    lab.model().objects.create(name="x", code="x", twin_id=lab.model(app="a").objects.create().pk)
    query("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="items_twin_id"), transaction.atomic():
        lab.model().objects.create(name="y", code="y", twin_id=0)


def test_on_delete_by_the_database(lab):
    lab.do(AddField("Item", "twin", ForeignKey("a.Item", DB_CASCADE, null=True, related_name="+")))
    (definition,) = [d for d in constraints("b.items", "f").values() if "a.items" in d]
    assert "ON DELETE CASCADE" in definition


def test_remove_field(lab):
    lab.do(RemoveField("Item", "parent"))
    assert references("b.items") == []
    lab.undo()
    assert references("b.items") == ["b.items"]


def test_alter_nullability_keeps_one_constraint(lab):
    lab.do(AlterField("Item", "parent", to("self")))
    assert references("b.items") == ["b.items"]


def test_alter_target(lab):
    lab.do(create("Other", in_schema("a", "others")), app="a")
    lab.do(AlterField("Item", "parent", to("a.Other", null=True)))
    assert references("b.items") == ["a.others"]
    lab.undo()
    assert references("b.items") == ["b.items"]


def test_drop_constraint(lab):
    lab.do(AlterField("Item", "parent", to("self", null=True, db_constraint=False)))
    assert references("b.items") == []
    lab.undo()
    assert references("b.items") == ["b.items"]


def test_drop_constraint_with_checks_still_deferred(lab):
    """Rows written earlier in the migration wait for their check: it runs, then the key goes."""

    def fill(apps, editor):
        item = apps.get_model("b", "Item")
        item.objects.create(name="child", code="2", parent=item.objects.create(name="p", code="1"))

    operations = [
        RunPython(fill),
        AlterField("Item", "parent", to("self", null=True, db_constraint=False)),
    ]
    with connection.schema_editor() as editor:
        for operation in operations:
            state = lab.state.clone()
            operation.state_forwards("b", state)
            operation.database_forwards("b", editor, lab.state, state)
            lab.state = state
    assert references("b.items") == []


def test_key_of_another_type_takes_its_references_along(lab):
    lab.do(
        create("Child", in_schema("a", "children"), ("item", to("b.Item"))),
        app="a",
    )
    lab.do(AlterField("Item", "id", BigAutoField(primary_key=True)))
    assert column_type("a.children", "item_id") == "bigint"
    assert column_type("b.items", "parent_id") == "bigint"
    assert references("a.children") == references("b.items") == ["b.items"]
    lab.do(AlterField("Item", "id", AutoField(primary_key=True)))
    assert column_type("a.children", "item_id") == "integer"
    assert references("a.children") == references("b.items") == ["b.items"]
