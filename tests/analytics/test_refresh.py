"""Refreshing the views: beside readers, once at a time, and from nothing."""

import psycopg
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from analytics.models import PropertyPerformance
from analytics.services import views_refresh
from analytics.sql import VIEWS
from analytics.tasks import refresh
from core.models import View
from core.testing.factories import factory_of

pytestmark = pytest.mark.django_db
VIEW = "property_performance_mv"


@pytest.fixture
def reader():
    """Another session, which gives up when it has to wait."""
    parameters = connection.get_connection_params()
    wanted = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(
        **{name: parameters[name] for name in wanted if name in parameters}, autocommit=True
    ) as session:
        session.execute("SET lock_timeout = '200ms'")
        yield session


def rows(session):
    return session.execute(f"SELECT count(*) FROM analytics.{VIEW}").fetchone()[0]


def test_every_model_of_a_view_has_its_view():
    models = [model for model in apps.get_models() if issubclass(model, View)]
    assert {model._meta.db_table.rpartition('"')[2] for model in models} == set(VIEWS)
    for model in models:
        assert list(model.objects.all()) == []


def test_all_views_in_order():
    assert [view.name for view in views_refresh()] == list(VIEWS)
    assert not any(view.was_skipped for view in views_refresh())


def test_a_row_keeps_its_id():
    unit = factory_of("property.Property").create()
    views_refresh(names=[VIEW])
    before = set(PropertyPerformance.objects.filter(property=unit).values_list("pk", flat=True))
    views_refresh(names=[VIEW])
    after = set(PropertyPerformance.objects.filter(property=unit).values_list("pk", flat=True))
    assert before
    assert before == after


@pytest.mark.django_db(transaction=True)
def test_readers_do_not_wait(reader):
    factory_of("property.Property").create()
    with transaction.atomic():
        views_refresh(names=[VIEW])
        assert rows(reader) == 0  # not committed: the old rows, at once
    assert rows(reader) > 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"REFRESH MATERIALIZED VIEW analytics.{VIEW}")
        with pytest.raises(psycopg.errors.LockNotAvailable):  # what the plain way would do
            rows(reader)


@pytest.mark.django_db(transaction=True)
def test_a_second_refresh_leaves_the_view_to_the_first(reader):
    reader.execute("SELECT pg_advisory_lock(hashtext(%s))", [f"analytics.{VIEW}"])
    first, second = views_refresh(names=[VIEW, "revenue_summary_mv"])
    assert (first.was_skipped, second.was_skipped) == (True, False)
    reader.execute("SELECT pg_advisory_unlock_all()")
    assert not views_refresh(names=[VIEW])[0].was_skipped


def test_a_view_that_was_never_filled_is_filled():
    with connection.cursor() as cursor:
        cursor.execute(f"REFRESH MATERIALIZED VIEW analytics.{VIEW} WITH NO DATA")
    views_refresh(names=[VIEW])
    assert PropertyPerformance.objects.count() == 0


def test_names_are_known():
    with pytest.raises(ValueError, match="no view profits"):
        views_refresh(names=["profits"])
    with pytest.raises(CommandError, match="no view profits"):
        call_command("refresh_analytics", "profits")


def test_the_command_tells_what_it_did(capsys):
    call_command("refresh_analytics", "revenue_summary_mv")
    assert capsys.readouterr().out.startswith("revenue_summary_mv: ")


def test_the_job_runs_every_quarter_of_an_hour():
    from procrastinate.contrib.django import app

    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
    assert periodic["analytics.refresh"] == "*/15 * * * *"
    factory_of("property.Property").create()
    refresh(timestamp=0)
    assert PropertyPerformance.objects.exists()
