"""The first page of scoped rows, found by the keys of the scope, is the same page."""

from datetime import timedelta

import pytest
from django.db.models import OuterRef, Prefetch, Subquery
from django.utils import timezone

from core.permissions import paging
from property.models import Property
from service.models import Ticket
from tests.core.test_permissions import make, member

pytestmark = pytest.mark.django_db

NEWEST = ("-created_at", "-pk")


@pytest.fixture
def team():
    return make("team.Team")


@pytest.fixture
def home():
    return make("property.Property")


@pytest.fixture
def rows(team, home):
    """What a member of the team may read: by the team, by colleagues, by both; amid others'."""
    mates = [make("team.TeamMember", team=team) for _ in range(2)]
    now = timezone.now()
    for number in range(24):
        ticket = make(
            "service.Ticket",
            property=home if number % 2 else make("property.Property"),
            current_team=team if number % 3 == 0 else None,
            current_agent=mates[number % 2] if number % 4 == 0 else None,
        )
        Ticket.objects.filter(pk=ticket.pk).update(created_at=now - timedelta(days=number * 7 % 5))
    return Ticket.objects.for_user(member("TEAM_MEMBER", team))


def is_by_keys(page):
    return '"reach"' in str(page.query.sql_with_params()[0])


def test_it_is_the_same_page(rows, home):
    everything = list(rows.order_by(*NEWEST))
    assert len(everything) == 12
    for first, last in ((0, 5), (3, 8), (0, 100), (11, 13), (20, 25)):
        page = rows.order_by(*NEWEST)[first:last]
        assert is_by_keys(page)
        assert list(page) == everything[first:last]
    back = rows.order_by(*NEWEST).reverse()[:5]
    assert is_by_keys(back)
    assert list(back) == everything[::-1][:5]
    assert list(rows[:100]) != []  # by the model's own order
    at_home = [row for row in everything if row.property_id == home.pk]
    assert list(rows.filter(property=home).order_by(*NEWEST)[:2]) == at_home[:2]
    named = rows.filter(property__property_name=home.property_name).order_by(*NEWEST)[1:4]
    assert is_by_keys(named)
    assert list(named) == at_home[1:4]
    assert rows.order_by(*NEWEST)[:5].count() == 5
    assert rows.order_by(*NEWEST)[:5].exists()
    assert rows.order_by(*NEWEST).first() == everything[0]
    assert list(rows.order_by(*NEWEST)[:9][2:4]) == everything[2:4]


def test_it_serves_inside_of_other_queries(rows, home):
    everything = list(rows.order_by(*NEWEST))
    page = rows.order_by(*NEWEST)[:4]
    assert set(Ticket.objects.filter(pk__in=page.values("pk"))) == set(everything[:4])
    newest = rows.filter(property=OuterRef("pk")).order_by(*NEWEST).values("pk")[:1]
    found = Property.objects.annotate(newest=Subquery(newest)).get(pk=home.pk)
    assert found.newest == next(row.pk for row in everything if row.property_id == home.pk)
    latest = Prefetch("tickets", queryset=rows.order_by(*NEWEST)[:2], to_attr="latest")
    for one in Property.objects.prefetch_related(latest):
        mine = [row for row in everything if row.property_id == one.pk]
        assert one.latest == mine[:2]


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.order_by("title"),
        lambda rows: rows.order_by("property__property_name", "-pk"),
        lambda rows: rows.order_by("?"),
        lambda rows: rows.order_by("-created_at", "-pk").distinct(),
        lambda rows: rows.order_by("-created_at", "-pk").select_for_update(of=("self",)),
        lambda rows: (rows | rows).order_by("-created_at", "-pk"),
    ],
)
def test_elsewhere_it_is_left_alone(rows, change):
    page = change(rows)[:50]
    assert not is_by_keys(page)
    assert set(page) == set(rows)


def test_many_keys_and_long_slices_are_left_alone(rows, monkeypatch):
    everything = list(rows.order_by(*NEWEST))
    assert not is_by_keys(rows.order_by(*NEWEST)[: paging.LONGEST + 1])
    monkeypatch.setattr(paging, "MOST", 3)
    page = rows.order_by(*NEWEST)[:5]
    assert not is_by_keys(page)
    assert list(page) == everything[:5]


def test_nobody_in_the_team_is_nothing(team):
    user = member("TEAM_MEMBER", team)
    make("service.Ticket", property=make("property.Property"))
    assert list(Ticket.objects.for_user(user).order_by(*NEWEST)[:5]) == []
