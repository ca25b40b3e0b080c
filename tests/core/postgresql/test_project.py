"""A project of two apps, one schema each: its migrations, from zero and back."""

import io

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from .catalog import describe_schemas, query, tables
from .fields import ClosedListField

TABLES = {"a.items", "a.items_tags", "a.tags", "b.items"}


def command(*args, **options) -> str:
    """Run a management command and return what it says."""
    out = io.StringIO()
    call_command(*args, stdout=out, stderr=out, **options)
    return out.getvalue()


def test_migrate_and_back_and_again(migrated):
    assert tables("a", "b") == TABLES
    first = describe_schemas("a", "b")
    command("migrate", "a", "zero")
    assert tables("a", "b") == set()
    command("migrate")
    assert describe_schemas("a", "b") == first
    assert "No migrations to apply" in command("migrate")


def test_migrate_check_is_quiet(migrated):
    command("migrate", check_unapplied=True)
    with pytest.raises(SystemExit):
        command("migrate", "a", "zero", check_unapplied=True)


def test_makemigrations_check_is_quiet(migrated):
    assert "No changes detected" in command("makemigrations", check_changes=True, dry_run=True)


def test_makemigrations_sees_a_changed_closed_list(twins, monkeypatch):
    field = twins.get_model("a", "Item")._meta.get_field("status")
    monkeypatch.setattr(field, "choices", [*field.choices, ("held", "Held")])
    detector = MigrationAutodetector(
        MigrationLoader(None).project_state(), ProjectState.from_apps(twins)
    )
    changes = detector._detect_changes()
    (operation,) = [op for found in changes.values() for m in found for op in m.operations]
    assert isinstance(operation.field, ClosedListField)
    assert operation.describe() == "Alter field status on item"


def test_sqlmigrate_builds_the_same_tables(migrated):
    by_migrate = describe_schemas("a", "b")
    script = "".join(
        command("sqlmigrate", *key) for key in [("a", "0001"), ("b", "0001"), ("a", "0002")]
    )
    command("migrate", "a", "zero")
    query("DROP SCHEMA a, b CASCADE")
    query(script.replace("BEGIN;", "").replace("COMMIT;", ""))
    assert describe_schemas("a", "b") == by_migrate


def test_sqlmigrate_back(migrated):
    script = "".join(command("sqlmigrate", *key, backwards=True) for key in [("a", "0002")])
    query(script.replace("BEGIN;", "").replace("COMMIT;", ""))
    assert tables("a", "b") == TABLES - {"a.items_tags"}


def test_fake_initial_sees_tables_that_are_there(migrated):
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("a", "0002_initial")
    recorder.record_unapplied("b", "0001_initial")
    assert "b.0001_initial... FAKED" in command("migrate", "b", fake_initial=True)


def test_run_syncdb_twice(twins, db, settings):
    settings.MIGRATION_MODULES = {"a": None, "b": None}
    command("migrate", run_syncdb=True)
    assert tables("a", "b") == TABLES
    command("migrate", run_syncdb=True)


def test_missing_migration_fails_the_check(migrated, monkeypatch):
    monkeypatch.setitem(migrated.get_model("b", "Item")._meta.original_attrs, "db_table", 'b"."x')
    with pytest.raises(SystemExit):
        command("makemigrations", check_changes=True, dry_run=True)


def test_migration_that_fails_leaves_nothing(twins, db):
    query("CREATE SCHEMA b; CREATE TABLE b.items (id int)")
    with pytest.raises(Exception, match="already exists"), transaction.atomic():
        command("migrate")
    assert tables("a", "b") == {"b.items"}
