"""Data of whole projects: emptied, dumped, loaded, kept for serialized rollback."""

import unittest

import pytest
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import TransactionTestCase

from .catalog import query, settle
from .test_project import command

# Taken now, for a suite may replace it by a way of its own to clean up.
DJANGOS_TEARDOWN = TransactionTestCase._fixture_teardown
COUNTS = (
    "SELECT (SELECT count(*) FROM a.items), (SELECT count(*) FROM b.items), "
    "(SELECT count(*) FROM a.items_tags)"
)


@pytest.fixture
def rows(migrated):
    """One item in each app, that need each other, and a tag."""
    fill(migrated)
    settle()
    return migrated


def fill(apps):
    ours = apps.get_model("a", "Item").objects.create(name="ours")
    ours.other = apps.get_model("b", "Item").objects.create(name="theirs", source=ours)
    ours.save()
    ours.tags.create(name="sea")


def run(case: type[unittest.TestCase]) -> unittest.TestResult:
    """Run a test case as a test runner does."""
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    return result


def test_flush_empties_every_table(rows):
    command("flush", interactive=False, verbosity=0)
    assert query(COUNTS) == [(0, 0, 0)]


def test_flush_restarts_identities_and_sequences(rows):
    command("flush", interactive=False, verbosity=0)
    fill(rows)
    assert query("SELECT id, number FROM a.items") == [(1, "N-1")]


def test_sqlflush_names_the_tables(rows):
    script = command("sqlflush")
    for table in ('"a"."items"', '"a"."items_tags"', '"a"."tags"', '"b"."items"'):
        assert table in script
    assert "counts" not in script


def test_sequence_reset(rows):
    """After rows came in with keys of their own, the next key is free."""
    query("INSERT INTO a.tags (id, name) VALUES (40, 'sun')")
    tag = rows.get_model("a", "Tag")
    assert '\'"a"."tags"\'' in command("sqlsequencereset", "a", no_color=True)
    for statement in connection.ops.sequence_reset_sql(no_style(), [tag]):
        query(statement)
    assert tag.objects.create(name="air").pk == 41


def test_sequences_of_the_project(rows):
    listed = connection.introspection.sequence_list()
    assert {"table": 'b"."items', "column": "id", "name": 'b"."items_id_seq'} in listed


def test_dumpdata_and_loaddata(rows, tmp_path):
    dump = tmp_path / "rows.json"
    call_command("dumpdata", "a.item", "a.tag", "b", output=dump, verbosity=0)
    before = query("SELECT * FROM a.items"), query("SELECT * FROM b.items")
    query("TRUNCATE a.items, a.tags, b.items CASCADE")
    assert query(COUNTS) == [(0, 0, 0)]
    call_command("loaddata", dump, verbosity=0)
    assert (query("SELECT * FROM a.items"), query("SELECT * FROM b.items")) == before
    assert query(COUNTS) == [(1, 1, 1)]
    assert rows.get_model("a", "Tag").objects.create(name="sun").pk == 2


def test_serialized_database_comes_back(rows):
    kept = connection.creation.serialize_db_to_string()
    query("TRUNCATE a.items, a.tags, b.items CASCADE")
    connection.creation.deserialize_db_from_string(kept)
    assert query(COUNTS) == [(1, 1, 1)]


@pytest.mark.usefixtures("autocommit")
def test_transaction_test_case_leaves_nothing(twins):
    class Case(TransactionTestCase):
        _fixture_teardown = DJANGOS_TEARDOWN

        def test_one(self):
            fill(twins)
            assert query(COUNTS) == [(1, 1, 1)]

    build_tables(twins)
    result = run(Case)
    assert result.testsRun == 1
    assert result.errors == result.failures == []
    assert query(COUNTS) == [(0, 0, 0)]


@pytest.mark.usefixtures("autocommit")
def test_serialized_rollback(twins, monkeypatch):
    """Rows of migrations are there for each test, though the one before emptied all tables."""

    class Case(TransactionTestCase):
        serialized_rollback = True
        _fixture_teardown = DJANGOS_TEARDOWN

        def test_one(self):
            assert query(COUNTS) == [(1, 1, 1)]

        test_two = test_one

    build_tables(twins)
    fill(twins)
    kept = connection.creation.serialize_db_to_string()
    monkeypatch.setattr(connection, "_test_serialized_contents", kept, raising=False)
    query("TRUNCATE a.items, a.tags, b.items CASCADE")
    result = run(Case)
    assert result.testsRun == 2
    assert result.errors == result.failures == []


def build_tables(apps):
    """Create the tables of the twins, without a trace in the table of migrations."""
    models = [model for model in apps.get_models() if model._meta.managed]
    with connection.schema_editor() as editor:
        for model in models:
            editor.create_model(model)
