"""The suite's own database: cloned, replaced, swept."""

import pytest
from django.db import connection

from tests.database import SuiteDatabase


def rows(question, *values):
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchall()


def databases():
    return {name for (name,) in rows("SELECT datname FROM pg_database")}


@pytest.mark.django_db(transaction=True)
def test_a_fresh_clone_forgets_rows_and_keeps_what_migrations_made(django_db_setup):
    before = rows("SELECT count(*) FROM django_migrations")
    rows("DELETE FROM django_migrations RETURNING 1")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE public.left_behind (n int)")
    django_db_setup.recreate()
    assert rows("SELECT count(*) FROM django_migrations") == before
    assert rows("SELECT to_regclass('public.left_behind')") == [(None,)]


@pytest.mark.django_db(transaction=True)
def test_databases_of_killed_runs_are_swept_and_of_living_ones_kept(django_db_setup):
    dead, living = "halekeeper_test_dead_main", "halekeeper_test_living_main"
    with connection._nodb_cursor() as other_run:
        for name in (dead, living):
            other_run.execute(f"DROP DATABASE IF EXISTS {name}")
            other_run.execute(f"CREATE DATABASE {name}")
        other = SuiteDatabase(connection)
        other.server = other_run
        other._lock(living)
        with django_db_setup._templates():
            django_db_setup._sweep()
        left = databases()
        other._drop(living)
    assert dead not in left
    assert {living, connection.settings_dict["NAME"]} <= left
