import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from .catalog import query
from .lab import Lab


@pytest.fixture(autouse=True)
def _no_table_hook(settings):
    """The project's own triggers need tables that are not there."""
    settings.DATABASE_TABLE_HOOK = None


@pytest.fixture
def lab(db):
    """Twin tables in schemas ``a`` and ``b``, gone with the test's transaction."""
    return Lab()


@pytest.fixture
def autocommit(django_db_setup, django_db_blocker):
    """No transaction around the test, for what PostgreSQL refuses inside one.

    The schemas made are dropped and no other table is touched, so there is no need of
    ``transactional_db``, which would replace or empty the whole database for each such test.
    """
    with django_db_blocker.unblock():
        assert not connection.in_atomic_block
        yield
        query("DROP SCHEMA IF EXISTS a, b, c CASCADE")


@pytest.fixture
def twins(settings):
    """A project whose only apps are the twins, with migrations of their own."""
    settings.MIGRATION_MODULES = {}
    settings.INSTALLED_APPS = [f"{__package__}.twins.{app}" for app in "ab"]
    return apps


@pytest.fixture
def migrated(twins, db):
    """The twins, migrated within the test's transaction."""
    call_command("migrate", verbosity=0)
    return twins
