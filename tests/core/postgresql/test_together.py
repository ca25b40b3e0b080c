"""Together: many operations as one give what they give one by one."""

import pytest
from django.db import models
from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterModelTable,
    RemoveField,
    RunPython,
    RunSQL,
)
from django.db.migrations.writer import OperationWriter

from config.postgresql.migrations import Together
from config.postgresql.names import in_schema

from .catalog import columns, describe_schemas, tables
from .fields import ClosedListField, NumberField
from .lab import create


def creations():
    return [
        create("Deed", in_schema("b", "deeds"), ("number", NumberField(unique=True))),
        create(
            "Act",
            in_schema("b", "acts"),
            ("name", models.TextField(db_index=True)),
            ("kind", ClosedListField(choices=[("x", "X")])),
            ("items", models.ManyToManyField("a.Item", related_name="+")),
        ),
    ]


def additions():
    return [
        AddField("Deed", "act", models.ForeignKey("b.Act", models.CASCADE, null=True)),
        AddField("Act", "deed", models.ForeignKey("b.Deed", models.CASCADE, related_name="+")),
        AddField("Act", "deeds", models.ManyToManyField("b.Deed", related_name="+")),
        AddField("Act", "label", NumberField()),
        AddIndex("Deed", models.Index(fields=["act"], name="deeds_act")),
        AddIndex("Act", models.Index(fields=["deed", "name"], name="act_name")),
        AddConstraint("Act", models.UniqueConstraint(fields=["deed", "name"], name="act_unique")),
    ]


def test_same_schema_as_one_by_one(lab):
    before = describe_schemas("a", "b")
    lab.do(*creations(), *additions())
    one_by_one = describe_schemas("a", "b")
    for _ in [*creations(), *additions()]:
        lab.undo()
    assert describe_schemas("a", "b") == before

    lab.do(Together(creations()), Together(additions()))
    assert describe_schemas("a", "b") == one_by_one
    lab.undo()
    lab.undo()
    assert describe_schemas("a", "b") == before


def test_same_sql_as_one_by_one(lab):
    one_by_one = lab.sql(*creations())
    assert lab.sql(Together(creations())) == one_by_one
    assert tables("b") == {"b.items"}


def test_same_state_as_one_by_one(lab):
    together, one_by_one = lab.state.clone(), lab.state.clone()
    assert together.apps.get_model("b", "Item")
    for operation in [*creations(), *additions()]:
        operation.state_forwards("b", one_by_one)
    Together(creations()).state_forwards("b", together)
    Together(additions()).state_forwards("b", together)
    assert together == one_by_one
    assert together.apps.get_model("b", "Act")._meta.get_field("deed")


def test_is_written_into_migrations():
    text, imports = OperationWriter(Together([creations()[0]])).serialize()
    assert "import config.postgresql.migrations" in imports
    assert text.lstrip().startswith("config.postgresql.migrations.Together(\n")
    assert "migrations.CreateModel(" in text
    assert Together(creations()).describe() == "2 operations together"


@pytest.mark.parametrize(
    "operation",
    [RunPython(RunPython.noop), RemoveField("Act", "name"), AlterModelTable("Act", "acts")],
    ids=lambda operation: type(operation).__name__,
)
def test_refuses_what_does_not_only_add(operation):
    with pytest.raises(TypeError, match="cannot be applied together with others"):
        Together([creations()[0], operation])


def test_takes_sql_between(lab):
    grown = "ALTER TABLE b.deeds ADD note text"
    lab.do(Together([creations()[0], RunSQL(grown, "ALTER TABLE b.deeds DROP note")]))
    assert "note" in columns("b.deeds")
    lab.undo()
    assert tables("b") == {"b.items"}


def test_refuses_additions_to_a_model_created_in_it():
    with pytest.raises(ValueError, match="deed is created in the same Together"):
        Together([*creations(), additions()[0]])
