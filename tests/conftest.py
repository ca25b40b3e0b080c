"""What every test may use."""

import pytest

from tests.database import SuiteDatabase


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Clone this worker's database from the template; a transactional test gets it anew.

    pytest-django's own set-up migrates from zero, and its way of cleaning up after a
    transactional test truncates the reference rows with the rest.
    """
    from django.db import connection
    from django.test import TransactionTestCase

    database = SuiteDatabase(connection)
    with django_db_blocker.unblock(), database.in_use(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: database.recreate())
        with django_db_blocker.block():
            yield database
