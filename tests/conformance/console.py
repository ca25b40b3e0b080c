"""What the tests of console pages share."""

from contextlib import contextmanager

from django.contrib import admin
from django.db import connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from analytics.services import views_refresh
from core.testing.factories import DAY, Days, factory_of


def make(model, count):
    """Rows of the table; those of a view of figures come from stays and work on several days."""
    if model._meta.managed:
        factory_of(model).create_batch(count)
    else:
        factory_of("reservations.Reservation").create_batch(
            count,
            status="checked_out",
            property__status="active",
            property__onboarding_date=DAY,
        )
        team = factory_of("team.Team").create()
        factory_of("team.TimeEntry").create_batch(count, member__team=team, work_date=Days())
        views_refresh()


def asked_by(user, **query):
    """The admin's request by that person, for what needs no page."""
    request = RequestFactory().get("/", query)
    request.user = user
    return request


def admin_of(model):
    """The model's page maker."""
    return admin.site.get_model_admin(model)


@contextmanager
def only_reading():
    """The database itself refuses whatever is written inside."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield


def read(client, url, **query):
    """GET the page; return it with its queries. A write on the way is an error."""
    with only_reading(), CaptureQueriesContext(connection) as queries:
        response = client.get(url, query)
    return response, [query["sql"] for query in queries]


def same_queries(few, many):
    """Whether both pages asked as often; says what the second one asked otherwise."""
    assert len(many) == len(few), "\n".join(sql[:200] for sql in many)
    return True
