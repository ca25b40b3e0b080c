"""What every test may use."""

import gc

import pytest
from django.template import Template

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


#: Templates of single fields and their parts: nobody asks a page for their contexts.
OF_FIELDS = ("django/forms/", "admin/widgets/", "unfold/widgets/", "unfold/helpers/")


@pytest.fixture(scope="session", autouse=True)
def _contexts_of_pages_alone(django_test_environment):
    """Copy the context of what a test may ask for (``response.context``), not that of each of the
    four hundred fields and labels of a page."""
    told = Template._render

    def render(template, context):
        if (template.name or "").startswith(OF_FIELDS):
            return template.nodelist.render(context)
        return told(template, context)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", render)
        yield


def pytest_collection_finish(session):
    """Have what stays until the end (modules, models, the tests themselves) left out of every
    search for garbage, and search less often: it is a twentieth of the suite's time else."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


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
