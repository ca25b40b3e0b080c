"""Saved views and chosen columns: kept per person, shared with a team, changed by their owner."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import RowChange
from portal.models import SavedView, UserPreference
from portal.selectors.lists import list_memory
from portal.services import lists

pytestmark = pytest.mark.django_db
TICKETS = "/console/service/ticket/"


def save(client, name="Mine", query="status__in=OPEN&o=-2", **data):
    return client.post(f"{TICKETS}shell/views/", {"name": name, "query": query, **data})


def headers(response):
    """Names of the columns that a list shows."""
    return [name for name in response.context["cl"].list_display if name != "action_checkbox"]


def test_a_view_keeps_filters_search_and_order(manager, browse, make):
    make("service.Ticket", title="Door sticks")
    make("service.Ticket", title="Tap drips")
    client = browse(manager)
    response = save(client, query="q=door&o=-2&p=3&e=1")
    view = SavedView.objects.get()
    assert (view.owner, view.model_label, view.name) == (manager, "service.ticket", "Mine")
    assert view.query == "q=door&o=-2"
    assert response.url == f"{TICKETS}?q=door&o=-2&_view={view.pk}"
    shown = client.get(response.url)
    assert [row.title for row in shown.context["cl"].result_list] == ["Door sticks"]
    page = shown.content.decode()
    assert "Saved as “Mine”." in page
    assert f'_view={view.pk}" aria-current="page"' in page


def test_saving_under_the_same_name_replaces(manager, browse):
    client = browse(manager)
    save(client, query="q=a")
    save(client, query="q=b")
    assert SavedView.objects.get().query == "q=b"


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_view_needs_a_name_of_some_length(manager, browse, name):
    client = browse(manager)
    assert "name" in client.get(save(client, name=name).url).content.decode()
    assert not SavedView.objects.exists()


def test_odd_names_are_text(manager, browse):
    client = browse(manager)
    page = client.get(save(client, name="<script>alert(1)</script> ʻōlelo").url).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ʻōlelo" in page
    assert "<script>alert(1)" not in page


def test_a_view_is_its_owner_s_alone(manager, person, browse):
    save(browse(manager))
    other = browse(person("MANAGER"))
    assert "Mine" not in other.get(TICKETS).content.decode()
    assert list_memory(user=manager, label="service.ticket").views[0].is_own


def test_a_view_shared_with_a_team_is_there_for_its_members(manager, person, browse):
    team = manager.team_member.team
    save(browse(manager), share="team")
    mate, stranger = person("TEAM_MEMBER", team=team), person("MANAGER")
    page = browse(mate).get(TICKETS).content.decode()
    assert f"Shared by {manager.email} with {team.name}" in page
    assert "Shared by" not in browse(stranger).get(TICKETS).content.decode()


def test_only_the_owner_changes_or_deletes(manager, person, browse):
    team = manager.team_member.team
    view = lists.saved_view_save(actor=manager, label="service.ticket", name="Ours", is_shared=True)
    mate = person("MANAGER", team=team)
    response = browse(mate).post(f"{TICKETS}shell/views/{view.pk}/delete/")
    assert response.status_code == 403
    with pytest.raises(PermissionDenied):
        lists.saved_view_columns(actor=mate, view_id=view.pk, columns=["title"])
    assert SavedView.objects.filter(pk=view.pk).exists()
    assert browse(manager).post(f"{TICKETS}shell/views/{view.pk}/delete/").status_code == 302
    assert not SavedView.objects.exists()


def test_who_is_in_no_team_shares_with_none(make, browse):
    boss = make("portal.User", is_staff=True, is_superuser=True, status="active")
    client = browse(boss)
    page = client.get(save(client, share="team").url).content.decode()
    assert "You are in no team to share a view with." in page
    assert 'name="share"' not in page
    assert not SavedView.objects.exists()


def test_a_view_of_a_list_one_may_not_see_is_refused(member, browse):
    client = browse(member)
    address = "/console/finance/payrollrun/shell/views/"
    assert client.post(address, {"name": "Pay"}).status_code == 403
    assert client.post("/console/finance/payrollrun/shell/columns/").status_code == 403


@pytest.mark.parametrize("path", ["views/", "columns/"])
def test_reading_changes_nothing(manager, browse, path):
    assert browse(manager).get(f"{TICKETS}shell/{path}").status_code == 405


def test_history_names_who_saved(manager, browse):
    save(browse(manager))
    change = RowChange.objects.get(table_name="saved_views")
    assert (change.actor_id, change.source, change.action) == (manager.pk, "console", "I")


def test_columns_are_chosen_ordered_and_kept_for_the_person(manager, person, browse, make):
    make("service.Ticket", title="Door sticks", property=make("property.Property"))
    client = browse(manager)
    usual = headers(client.get(TICKETS))
    data = {"columns": ["title", "property", "created_at"], "query": "q=door"}
    response = client.post(f"{TICKETS}shell/columns/", data)
    assert response.url == f"{TICKETS}?q=door"
    assert headers(client.get(TICKETS)) == ["title", "property", "created_at"]
    kept = UserPreference.objects.get(user=manager)
    assert kept.preference_key == "columns:service.ticket"
    assert json.loads(kept.preference_value) == ["title", "property", "created_at"]
    assert headers(browse(person("MANAGER")).get(TICKETS)) == usual
    client.post(f"{TICKETS}shell/columns/", {"reset": "1"})
    assert headers(client.get(TICKETS)) == usual
    assert not UserPreference.objects.exists()


def test_chosen_foreign_keys_cost_no_query_a_row(
    manager, browse, make, django_assert_max_num_queries
):
    """As many as the list costs with its own columns and one row: foreign keys come by joins."""
    client = browse(manager)
    make("service.Ticket", property=make("property.Property"))
    client.get(TICKETS)
    with CaptureQueriesContext(connection) as plain:
        client.get(TICKETS)
    usual = len(plain)
    columns = ["title", "property", "reservation", "homeowner", "current_agent", "category"]
    client.post(f"{TICKETS}shell/columns/", {"columns": columns})
    for _ in range(8):
        make(
            "service.Ticket",
            property=make("property.Property"),
            reservation=make("reservations.Reservation"),
            homeowner=make("directory.Homeowner"),
            current_agent=make("team.TeamMember"),
        )
    client.get(TICKETS)
    with django_assert_max_num_queries(usual):
        client.get(TICKETS)


def test_columns_that_are_none_or_secret_are_left_out(manager, browse, make):
    make("property.Property")
    client = browse(manager)
    address = "/console/property/property/"
    names = ["door_code", "wifi_password", "search_text", "nothing", "id", "property_name"]
    client.post(f"{address}shell/columns/", {"columns": names})
    assert headers(client.get(address)) == ["property_name"]
    offered = [c.name for c in client.get(address).context["shell"].columns]
    assert {"door_code", "wifi_password", "search_text"}.isdisjoint(offered)


def test_a_view_keeps_its_own_columns(manager, browse, make):
    make("service.Ticket")
    client = browse(manager)
    usual = headers(client.get(TICKETS))
    client.post(f"{TICKETS}shell/columns/", {"columns": ["title", "source"]})
    address = save(client, query="o=1").url
    view = SavedView.objects.get()
    assert view.columns == ["title", "source"]
    client.post(f"{TICKETS}shell/columns/", {"reset": "1"})
    assert headers(client.get(TICKETS)) == usual
    assert headers(client.get(address)) == ["title", "source"]
    data = {"columns": ["source"], "query": f"o=1&_view={view.pk}"}
    client.post(f"{TICKETS}shell/columns/", data)
    assert headers(client.get(address)) == ["source"]
    assert headers(client.get(TICKETS)) == usual


def test_choosing_columns_in_somebody_else_s_view_is_kept_for_oneself(manager, person, browse):
    team = manager.team_member.team
    view = lists.saved_view_save(
        actor=manager, label="service.ticket", name="Ours", is_shared=True, columns=["title"]
    )
    client = browse(person("MANAGER", team=team))
    data = {"columns": ["source"], "query": f"_view={view.pk}"}
    assert client.post(f"{TICKETS}shell/columns/", data).url == TICKETS
    assert headers(client.get(TICKETS)) == ["source"]
    view.refresh_from_db()
    assert view.columns == ["title"]


def test_a_view_that_is_gone_or_made_up_shows_the_plain_list(manager, browse):
    for view in ("00000000-0000-0000-0000-000000000000", "nonsense"):
        assert browse(manager).get(f"{TICKETS}?_view={view}").status_code == 200


def test_what_is_kept_costs_one_query(manager, make, django_assert_num_queries):
    lists.list_columns_keep(actor=manager, label="service.ticket", columns=["title"])
    lists.saved_view_save(actor=manager, label="service.ticket", name="B", columns=["title", "id"])
    lists.saved_view_save(actor=manager, label="service.ticket", name="a")
    with django_assert_num_queries(1):
        memory = list_memory(user=manager, label="service.ticket")
    assert memory.columns == ["title"]
    assert [view.name for view in memory.views] == ["a", "B"]
    assert memory.views[1].columns == ["title", "id"]


def test_a_name_too_long_is_said_so(manager):
    with pytest.raises(ValidationError, match="at most 80 characters"):
        lists.saved_view_save(actor=manager, label="service.ticket", name="x" * 81)
