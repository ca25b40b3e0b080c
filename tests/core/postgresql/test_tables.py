"""Tables: created, renamed, moved between schemas, dropped."""

import pytest
from django.apps.registry import Apps
from django.db import connection, migrations, models
from django.db.migrations import AlterModelTable, AlterModelTableComment

from config.postgresql.names import in_schema

from .catalog import describe, index_names, query, references, sequences, settle, tables
from .lab import create, items

M2M = ("links", models.ManyToManyField("a.Item", related_name="+"))


@pytest.mark.django_db
def test_creating_a_table_creates_its_schema():
    class Deed(models.Model):
        class Meta:
            app_label = "b"
            db_table = in_schema("b", "deeds")
            apps = Apps()

        def __str__(self):
            return "Deed"

    assert not query("SELECT FROM pg_namespace WHERE nspname = 'b'")
    with connection.schema_editor() as editor:
        editor.create_model(Deed)
    assert tables("b") == {"b.deeds"}


def test_create_table_in_a_schema_that_exists(lab):
    lab.do(create("Deed", in_schema("b", "deeds")))
    assert tables("a", "b") == {"a.items", "b.items", "b.deeds"}


def test_table_without_schema_goes_to_public(lab):
    lab.do(create("Deed", "deeds_in_public"))
    assert tables("public") >= {"public.deeds_in_public"}
    assert tables("a", "b") == {"a.items", "b.items"}


def test_rename_table(lab):
    before = describe("b.items")
    lab.do(AlterModelTable("Item", in_schema("b", "things")))
    assert tables("a", "b") == {"a.items", "b.things"}
    lab.undo()
    assert describe("b.items") == before


def test_move_table_to_another_schema(lab):
    before = describe("b.items")
    lab.do(AlterModelTable("Item", in_schema("c", "items")))
    assert tables("a", "b", "c") == {"a.items", "c.items"}
    assert sequences("c") == {"c.items_id_seq": ("c.items.id", "integer")}
    assert index_names("c.items") == index_names("a.items")
    lab.model().objects.create(name="moved", code="1")
    assert query("SELECT name FROM c.items") == [("moved",)]
    settle()
    lab.undo()
    assert describe("b.items") == before


def test_move_and_rename_table(lab):
    before = describe("b.items")
    lab.do(AlterModelTable("Item", in_schema("c", "things")))
    assert tables("a", "b", "c") == {"a.items", "c.things"}
    lab.undo()
    assert describe("b.items") == before


def test_move_public_table_into_a_schema_and_back(lab):
    lab.do(create("Deed", "deeds", ("name", models.CharField(max_length=9, db_index=True))))
    lab.do(AlterModelTable("Deed", in_schema("c", "deeds")))
    assert tables("c") == {"c.deeds"}
    assert "public.deeds" not in tables("public")
    lab.undo()
    assert "public.deeds" in tables("public")
    assert tables("c") == set()


def test_move_is_printed_by_sqlmigrate(lab):
    script = lab.sql(
        AlterModelTable("Item", in_schema("c", "items")),
        migrations.AlterField("Item", "code", models.CharField(max_length=20)),
    )
    assert tables("b", "c") == {"b.items"}
    query("\n".join(script))
    assert tables("b", "c") == {"c.items"}
    assert not [name for name in index_names("c.items") if "code" in name]


def test_drop_table(lab):
    lab.do(migrations.DeleteModel("Item"))
    assert tables("a", "b") == {"a.items"}
    lab.undo()
    assert tables("a", "b") == {"a.items", "b.items"}


def test_rename_model_takes_foreign_keys_and_m2m_columns_along(lab):
    lab.do(
        create(
            "Child",
            in_schema("a", "children"),
            ("item", models.ForeignKey("b.Item", models.CASCADE)),
            ("items", models.ManyToManyField("b.Item", related_name="+")),
        ),
        app="a",
    )
    lab.do(migrations.RenameModel("Item", "Thing"))
    assert tables("a", "b") == {"a.items", "b.items", "a.children", "a.children_items"}
    assert references("a.children") == ["b.items"]
    assert set(describe("a.children_items")["columns"]) == {"id", "child_id", "thing_id"}
    assert references("a.children_items") == ["a.children", "b.items"]


def test_comments(lab):
    comments = "SELECT obj_description('b.items'::regclass), col_description('b.items'::regclass,5)"
    lab.do(
        AlterModelTableComment("Item", "Things"),
        migrations.AlterField("Item", "x", models.IntegerField(null=True, db_comment="Across")),
    )
    assert query(comments) == [("Things", "Across")]
    lab.do(
        AlterModelTableComment("Item", None),
        migrations.AlterField("Item", "x", models.IntegerField(null=True)),
    )
    assert query(comments) == [(None, None)]


def test_longest_names(lab):
    """Only the table's part is cut to what PostgreSQL can hold, never the schema."""
    schema, table = "a_schema_with_a_name_quite_as_long_as_it_gets", "x" * 63
    column = "a_column_with_a_name_quite_as_long_as_it_gets"
    lab.do(
        create(
            "Long",
            in_schema(schema, table),
            *items()[1:-1],
            ("rel", models.ManyToManyField("self")),
        ),
        create("Kid", in_schema("b", table), (column, models.ForeignKey("b.Long", models.CASCADE))),
    )
    assert f"{schema}.{table}" in tables(schema)
    assert len(tables(schema)) == 2
    assert references(f"b.{table}") == [f"{schema}.{table}"]
    lab.do(migrations.RemoveField("Kid", column))
    assert references(f"b.{table}") == []


def test_m2m_table_lies_beside_its_owner(lab):
    lab.do(migrations.AddField("Item", *M2M))
    assert tables("a", "b") == {"a.items", "b.items", "b.items_links"}
    lab.do(migrations.RemoveField("Item", "links"))
    assert tables("a", "b") == {"a.items", "b.items"}


def test_m2m_table_is_renamed_with_its_field(lab):
    lab.do(migrations.AddField("Item", *M2M), migrations.RenameField("Item", "links", "ties"))
    assert tables("b") == {"b.items", "b.items_ties"}


def test_m2m_table_moves_with_its_owner(lab):
    lab.do(migrations.AddField("Item", *M2M))
    lab.do(AlterModelTable("Item", in_schema("c", "things")))
    assert tables("a", "b", "c") == {"a.items", "c.things", "c.things_links"}
    assert references("c.things_links") == ["a.items", "c.things"]
    lab.undo()
    assert tables("a", "b", "c") == {"a.items", "b.items", "b.items_links"}


def test_m2m_table_is_pointed_to_another_target(lab):
    lab.do(create("Other", in_schema("a", "others")), app="a")
    lab.do(migrations.AddField("Item", *M2M))
    other = models.ManyToManyField("a.Other", related_name="+")
    lab.do(migrations.AlterField("Item", "links", other))
    assert references("b.items_links") == ["a.others", "b.items"]
