"""The table hook: what a project runs for each new table, such as its triggers."""

import pytest
from django.db import models
from django.db.backends.utils import split_identifier
from django.db.migrations import AddField, AlterModelTable

from config.postgresql.names import in_schema

from .catalog import query, triggers
from .lab import create

STAMP = ("stamp", models.IntegerField(null=True))


def stamp_rows(db_table: str, columns: set[str]) -> list[str]:
    """Stamp changed rows of any table that has the column; the percent sign must survive."""
    if "stamp" not in columns:
        return []
    schema, table = split_identifier(db_table)
    return [
        f'CREATE TRIGGER stamp BEFORE UPDATE ON "{schema}"."{table}" FOR EACH ROW '
        "WHEN (NEW.name LIKE 'x%') EXECUTE FUNCTION a.stamp_row()"
    ]


def note(db_table: str, columns: set[str]) -> list[str]:
    """Leave a comment that tells what the hook was given."""
    schema, table = split_identifier(db_table)
    return [f'COMMENT ON TABLE "{schema}"."{table}" IS \'{",".join(sorted(columns))}\'']


def comment(table: str) -> str | None:
    ((text,),) = query("SELECT obj_description(%s::regclass)", table)
    return text


@pytest.fixture
def stamping(lab, settings):
    query(
        "CREATE FUNCTION a.stamp_row() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN NEW.stamp := 1; RETURN NEW; END'"
    )
    settings.DATABASE_TABLE_HOOK = f"{__name__}.stamp_rows"
    return lab


@pytest.fixture
def noting(lab, settings):
    settings.DATABASE_TABLE_HOOK = f"{__name__}.note"
    return lab


def test_runs_for_a_new_table(stamping):
    stamping.do(create("Deed", in_schema("b", "deeds"), ("name", models.TextField()), STAMP))
    query("INSERT INTO b.deeds (name) VALUES ('x'), ('y'); UPDATE b.deeds SET name = name")
    assert query("SELECT name, stamp FROM b.deeds ORDER BY name") == [("x", 1), ("y", None)]


def test_is_given_table_and_columns(noting):
    noting.do(
        create(
            "Deed", in_schema("b", "deeds"), ("item", models.ForeignKey("b.Item", models.CASCADE))
        )
    )
    assert comment("b.deeds") == "id,item_id"


def test_runs_for_the_table_of_an_m2m_field(noting):
    links = models.ManyToManyField("a.Item", related_name="+")
    noting.do(create("Deed", in_schema("b", "deeds"), ("links", links)))
    assert comment("b.deeds_links") == "deed_id,id,item_id"
    noting.do(AddField("Item", "links", links.clone()))
    assert comment("b.items_links") == "from_item_id,id,to_item_id"


def test_does_not_run_in_public(noting):
    noting.do(create("Deed", "deeds_in_public"))
    assert comment("public.deeds_in_public") is None


def test_does_not_run_when_there_is_none(lab, settings):
    del settings.DATABASE_TABLE_HOOK
    lab.do(create("Deed", in_schema("b", "deeds"), STAMP))
    assert triggers("b.deeds") == {}


def test_runs_for_an_added_column_that_calls_for_it(stamping):
    stamping.do(create("Deed", in_schema("b", "deeds"), ("name", models.TextField())))
    assert triggers("b.deeds") == {}
    stamping.do(AddField("Deed", *STAMP))
    assert list(triggers("b.deeds")) == ["stamp"]
    stamping.do(AddField("Deed", "other", models.IntegerField(null=True)))
    assert list(triggers("b.deeds")) == ["stamp"]


def test_triggers_move_with_the_table(stamping):
    stamping.do(create("Deed", in_schema("b", "deeds"), ("name", models.TextField()), STAMP))
    stamping.do(AlterModelTable("Deed", in_schema("c", "acts")))
    assert "BEFORE UPDATE ON c.acts" in triggers("c.acts")["stamp"]


def test_is_printed_by_sqlmigrate(stamping):
    operation = create("Deed", in_schema("b", "deeds"), ("name", models.TextField()), STAMP)
    script = stamping.sql(operation)
    assert query("SELECT to_regclass('b.deeds')") == [(None,)]
    query("\n".join(script))
    assert "~~ 'x%'" in triggers("b.deeds")["stamp"]
