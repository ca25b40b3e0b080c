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


def pytest_terminal_summary(terminalreporter):
    """How many questions of access were asked, in all workers together."""
    asked = sum(
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "probes" and getattr(report, "when", "") == "call"
    )
    if asked:
        terminalreporter.write_line(f"{asked:,} probes of who may do what to which rows")
