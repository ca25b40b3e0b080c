"""Columns: added, renamed, changed, and what hangs on them."""

import pytest
from django.db import IntegrityError, models, transaction
from django.db.migrations import AddField, AlterField, AlterUniqueTogether, RemoveField, RenameField

from config.postgresql.names import in_schema

from .catalog import (
    column_type,
    columns,
    constraints,
    describe,
    index_names,
    indexes,
    query,
    sequences,
    settle,
)
from .fields import ClosedListField
from .lab import create

WIDER = [("new", "New"), ("done", "Done"), ("held", "Held")]


def of_column(table: str, column: str) -> list[str]:
    """Return the indexes that start with the column."""
    return [name for name, text in indexes(table).items() if f"({column}" in text]


def test_add_and_remove_field(lab):
    before = describe("b.items")
    lab.model().objects.create(name="before", code="1")
    settle()
    lab.do(AddField("Item", "z", models.CharField(max_length=5, default="q", db_index=True)))
    assert columns("b.items")["z"] == "character varying(5) not null"
    assert query("SELECT z FROM b.items") == [("q",)]
    lab.undo()
    assert describe("b.items") == before


def test_rename_field(lab):
    lab.do(RenameField("Item", "name", "title"))
    assert "title" in columns("b.items")
    assert "name" not in columns("b.items")


def test_indexed_text_becomes_integer(lab):
    lab.do(
        AlterField("Item", "name", models.TextField(db_index=True)),
        AlterField("Item", "name", models.IntegerField(db_index=True)),
    )
    assert column_type("b.items", "name") == "integer"
    assert len(of_column("b.items", "name")) == 1


def test_drop_index_of_field(lab):
    lab.do(AlterField("Item", "name", models.CharField(max_length=50)))
    assert [i for i in indexes("b.items").values() if "(name)" in i] == []


def test_drop_unique_of_field(lab):
    lab.do(AlterField("Item", "code", models.CharField(max_length=20)))
    assert constraints("b.items", "u") == {}
    assert [name for name in index_names("b.items") if "code" in name] == []


def test_unique_to_index_and_back(lab):
    lab.do(
        AlterField("Item", "code", models.CharField(max_length=20, db_index=True)),
    )
    assert constraints("b.items", "u") == {}
    lab.do(AlterField("Item", "code", models.CharField(max_length=20, unique=True)))
    assert list(constraints("b.items", "u").values()) == ["UNIQUE (code)"]


def test_drop_check_of_type(lab):
    checks = constraints("b.items", "c")
    lab.do(AlterField("Item", "n", models.IntegerField(default=0)))
    assert checks.items() - constraints("b.items", "c").items() == {
        ("items_n_check", "CHECK ((n >= 0))")
    }


def test_not_null_with_default(lab):
    lab.model().objects.create(name="a", code="a")
    settle()
    lab.do(AlterField("Item", "x", models.IntegerField(default=7)))
    assert query("SELECT x FROM b.items") == [(7,)]
    assert columns("b.items")["x"] == "integer not null"


def test_unique_together(lab):
    lab.do(AlterUniqueTogether("Item", {("x", "y")}))
    assert "UNIQUE (x, y)" in constraints("b.items", "u").values()
    lab.do(AlterUniqueTogether("Item", set()))
    assert list(constraints("b.items", "u").values()) == ["UNIQUE (code)"]


def test_identity_comes_grows_and_goes(lab):
    lab.do(AlterField("Item", "id", models.BigAutoField(primary_key=True)))
    assert sequences("b")["b.items_id_seq"] == ("b.items.id", "bigint")
    lab.do(AlterField("Item", "id", models.IntegerField(primary_key=True)))
    assert columns("b.items")["id"] == "integer not null"
    assert sequences("b") == {}
    lab.do(AlterField("Item", "id", models.AutoField(primary_key=True)))
    assert columns("b.items")["id"] == "integer not null d"


def test_legacy_serial_column_alters_its_own_sequence(lab):
    query(
        "CREATE TABLE a.olds (id serial PRIMARY KEY); CREATE TABLE b.olds (id serial PRIMARY KEY)"
    )
    create("Old", in_schema("b", "olds")).state_forwards("b", lab.state)
    lab.do(AlterField("Old", "id", models.BigAutoField(primary_key=True)))
    assert sequences("b")["b.olds_id_seq"] == ("b.olds.id", "bigint")
    assert sequences("a")["a.olds_id_seq"] == ("a.olds.id", "integer")


def test_generated_column_and_database_default(lab):
    double = models.GeneratedField(
        expression=models.F("y") * 2, output_field=models.IntegerField(), db_persist=True
    )
    lab.do(
        AddField("Item", "z", double),
        AddField("Item", "w", models.IntegerField(db_default=5)),
    )
    item = lab.model().objects.create(name="a", code="a", y=4)
    settle()
    assert (item.z, item.w) == (8, 5)
    lab.do(AlterField("Item", "w", models.IntegerField(default=0)), RemoveField("Item", "z"))
    assert columns("b.items")["w"] == "integer not null"
    assert "z" not in columns("b.items")


def test_closed_list_changes(lab):
    lab.do(AlterField("Item", "status", ClosedListField(choices=WIDER, default="new")))
    lab.model().objects.create(name="a", code="a", status="held")
    settle()
    with pytest.raises(IntegrityError, match="check"), transaction.atomic():
        lab.model().objects.create(name="b", code="b", status="nonsense")
    query("DELETE FROM b.items")
    settle()
    lab.undo()
    with pytest.raises(IntegrityError, match="check"):
        lab.model().objects.create(name="b", code="b", status="held")


def test_closed_list_opened(lab):
    lab.do(AlterField("Item", "status", models.TextField(default="new")))
    assert list(constraints("b.items", "c")) == ["items_n_check"]
    lab.undo()
    assert len(constraints("b.items", "c")) == 2


def test_closed_list_keeps_its_constraint_when_the_column_is_renamed(lab):
    lab.do(RenameField("Item", "status", "state"), RenameField("Item", "n", "number"))
    assert set(constraints("b.items", "c")) == {"items_n_check", "items_status_check"}
    assert "state" in constraints("b.items", "c")["items_status_check"]
