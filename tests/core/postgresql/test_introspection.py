"""Introspection: all schemas are seen, and each table as itself."""

import io

import pytest
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations import AddConstraint, AddField

from config.postgresql.names import in_schema

from .catalog import query
from .lab import create

ITEMS = in_schema("b", "items")


@pytest.fixture
def different(lab):
    """The twin in ``b``, with a column, a key and a constraint that ``a`` has not."""
    lab.do(
        AddField("Item", "twin", models.ForeignKey("a.Item", models.CASCADE, null=True)),
        AddField("Item", "only_b", models.IntegerField(null=True)),
        AddConstraint("Item", models.UniqueConstraint(fields=["x", "y"], name="only_b_xy")),
    )
    return lab


@pytest.fixture
def cursor(db):
    with connection.cursor() as cursor:
        yield cursor


def test_table_names_are_those_of_the_models(lab):
    lab.do(create("Deed", "deeds_in_public"))
    query("CREATE MATERIALIZED VIEW b.counts AS SELECT count(*) FROM b.items")
    names = connection.introspection.table_names()
    assert {in_schema("a", "items"), ITEMS, "deeds_in_public"} <= set(names)
    assert in_schema("b", "counts") in connection.introspection.table_names(include_views=True)
    assert in_schema("b", "counts") not in names
    assert not [name for name in names if name.startswith(("pg_", "information_schema"))]


def test_columns(different, cursor):
    ours = connection.introspection.get_table_description(cursor, ITEMS)
    twins = connection.introspection.get_table_description(cursor, in_schema("a", "items"))
    assert {c.name for c in ours} - {c.name for c in twins} == {"only_b", "twin_id"}


def test_constraints_and_indexes(different, cursor):
    ours = connection.introspection.get_constraints(cursor, ITEMS)
    twins = connection.introspection.get_constraints(cursor, in_schema("a", "items"))
    assert ours["only_b_xy"]["columns"] == ["x", "y"]
    assert "only_b_xy" not in twins
    assert any(c["index"] and c["columns"] == ["name"] for c in ours.values())


def test_constraints_name_the_schema_of_the_other_table(different, cursor):
    keys = connection.introspection.get_constraints(cursor, ITEMS).values()
    found = {c["columns"][0]: c["foreign_key"] for c in keys if c["foreign_key"]}
    assert found == {"parent_id": (ITEMS, "id"), "twin_id": (in_schema("a", "items"), "id")}


def test_relations_across_schemas(different, cursor):
    found = connection.introspection.get_relations(cursor, ITEMS)
    assert found == {
        "parent_id": ("id", ITEMS, models.DO_NOTHING),
        "twin_id": ("id", in_schema("a", "items"), models.DO_NOTHING),
    }


def test_primary_key(lab, cursor):
    assert connection.introspection.get_primary_key_column(cursor, ITEMS) == "id"


def test_sequences(lab, cursor):
    assert connection.introspection.get_sequences(cursor, ITEMS) == [
        {"name": in_schema("b", "items_id_seq"), "table": ITEMS, "column": "id"}
    ]


def test_search_path_is_left_alone(lab, cursor):
    (before,) = query("SHOW search_path")
    connection.introspection.get_constraints(cursor, ITEMS)
    assert query("SHOW search_path") == [before]
    with pytest.raises(Exception, match="nowhere"):
        connection.introspection.get_table_description(cursor, in_schema("b", "nowhere"))
    assert query("SHOW search_path") == [before]


def test_public_table_of_the_same_name_is_kept_apart(lab, cursor):
    lab.do(create("Plain", "items", ("only_public", models.IntegerField())))
    described = connection.introspection.get_table_description(cursor, "items")
    assert {column.name for column in described} == {"id", "only_public"}
    assert "items" in connection.introspection.table_names()


def test_inspectdb(different):
    query("CREATE MATERIALIZED VIEW b.counts AS SELECT count(*) AS n FROM b.items")
    out = io.StringIO()
    names = [in_schema("a", "items"), ITEMS, in_schema("b", "counts")]
    call_command("inspectdb", *names, include_views=True, stdout=out)
    source = out.getvalue()
    assert "Unable to inspect" not in source
    compile(source, "models.py", "exec")
    for name, model in zip(names, ["AItems", "BItems", "BCounts"], strict=True):
        assert source.count(f"class {model}(models.Model)") == 1
        assert source.count(f"db_table = '{name}'") == 1
    _, _, ours = source.partition("class BItems")
    assert "models.ForeignKey(AItems" in ours
    assert "only_b = models.IntegerField" in ours


def test_inspectdb_lists_every_schema(lab):
    out = io.StringIO()
    call_command("inspectdb", stdout=out, table_name_filter=lambda name: name.endswith('"items'))
    assert out.getvalue().count("(models.Model)") == 2
