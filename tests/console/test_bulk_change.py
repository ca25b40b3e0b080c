"""Change of chosen fields of many rows: previewed, scoped, refused row by row, in the history."""

import pytest

from core.models import RowChange
from service.models import Ticket

pytestmark = pytest.mark.django_db
TICKETS = "/console/service/ticket/"


def send(client, rows, step, address=TICKETS, across=False, **values):
    """POST a step of the change; ``values`` are of the picked fields."""
    data = {
        "action": "change_selected",
        "index": "0",
        "select_across": "1" if across else "0",
        "_selected_action": [str(row.pk) for row in rows],
        "fields": list(values),
        **{f"set-{name}": value for name, value in values.items()},
    }
    if step:
        data["step"] = step
    return client.post(address, data)


def fields(response):
    return [line.name for line in response.context["form"].lines()]


def said(client, response):
    """The messages after a change."""
    page = client.get(response.url) if response.status_code == 302 else response
    return " ".join(str(message) for message in page.context["messages"])


def test_fields_offered(manager, browse, make):
    offered = fields(send(browse(manager), [make("service.Ticket")], ""))
    assert {"priority", "current_agent", "scheduled_date", "is_owner_visible"} <= set(offered)
    assert {"status", "number", "id", "created_at", "search_text"}.isdisjoint(offered)


def test_secrets_and_unique_fields_are_not_offered(manager, browse, make):
    address = "/console/property/property/"
    offered = fields(send(browse(manager), [make("property.Property")], "", address))
    assert {"sleeps", "pet_policy"} <= set(offered)
    assert {"property_code", "door_code", "wifi_password"}.isdisjoint(offered)


def test_preview_counts_and_changes_nothing(manager, browse, make):
    rows = [make("service.Ticket", source="GUEST"), make("service.Ticket")]
    response = send(browse(manager), rows, "preview", source="GUEST")
    preview = response.context["preview"]
    assert (preview.selected, preview.changing, preview.unchanged, preview.closed) == (2, 1, 1, 0)
    assert preview.values == [("Source", "Guest")]
    assert Ticket.objects.filter(source="GUEST").count() == 1


def test_change_is_made_and_the_history_names_the_actor(manager, browse, make):
    rows = [make("service.Ticket", source="GUEST"), make("service.Ticket"), make("service.Ticket")]
    client = browse(manager)
    response = send(client, rows, "change", source="GUEST", is_owner_visible="on")
    assert response.status_code == 302
    assert "3 tickets changed." in said(client, response)
    assert Ticket.objects.filter(source="GUEST", is_owner_visible=True).count() == 3
    changes = RowChange.objects.filter(table_name="tickets", action="U", actor_id=manager.pk)
    assert {change.row_id for change in changes} == {row.pk for row in rows}
    assert {change.source for change in changes} == {"console"}
    assert len({change.transaction_id for change in changes}) == 1
    assert changes.get(row_id=rows[1].pk).changed["source"] == [None, "GUEST"]


def test_rows_left_alone_write_no_history(manager, browse, make):
    row = make("service.Ticket", source="GUEST")
    client = browse(manager)
    response = send(client, [row], "change", source="GUEST")
    assert "0 tickets changed, 1 had these values already." in said(client, response)
    assert not RowChange.objects.filter(row_id=row.pk, action="U").exists()


def test_all_rows_that_match_and_no_others(manager, browse, make):
    taps = [make("service.Ticket", title=f"Tap {number}") for number in range(120)]
    door = make("service.Ticket", title="Door")
    client = browse(manager)
    address = f"{TICKETS}?q=tap"
    preview = send(client, taps[:1], "preview", address, across=True, source="OWNER")
    assert preview.context["preview"].changing == 120
    assert b'name="select_across" value="1"' in preview.content
    response = send(client, taps[:1], "change", address, across=True, source="OWNER")
    assert "120 tickets changed." in said(client, response)
    door.refresh_from_db()
    assert door.source is None


def test_foreign_key_and_empty_value(manager, browse, make):
    agent = make("team.TeamMember")
    rows = [make("service.Ticket", scheduled_date="2026-05-01")]
    response = send(browse(manager), rows, "change", current_agent=str(agent.pk), scheduled_date="")
    assert response.status_code == 302
    rows[0].refresh_from_db()
    assert rows[0].current_agent_id == agent.pk
    assert rows[0].scheduled_date is None


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("scheduled_date", "yesterday", "Enter a valid date"),
        ("priority", "", "cannot be empty"),
        ("source", "pigeon", "Select a valid choice"),
        ("current_agent", "00000000-0000-0000-0000-000000000000", "Select a valid choice"),
        ("current_agent", "nobody", "is not"),
    ],
)
def test_bad_values_are_named_beside_their_field(manager, browse, make, name, value, error):
    for step in ("preview", "change"):
        response = send(browse(manager), [make("service.Ticket")], step, **{name: value})
        assert response.status_code == 200
        line = next(line for line in response.context["form"].lines() if line.name == name)
        assert error in " ".join(line.errors)


def test_nothing_picked_is_said_so(manager, browse, make):
    response = send(browse(manager), [make("service.Ticket")], "change")
    assert "Pick at least one field" in response.content.decode()


@pytest.mark.parametrize("name", ["status", "number", "search_text", "id", "title__x", "nothing"])
def test_fields_that_are_not_open_are_not_changed(manager, browse, make, name):
    row = make("service.Ticket")
    before = Ticket.objects.filter(pk=row.pk).values().get()
    response = send(browse(manager), [row], "change", **{name: "RESOLVED"})
    assert "Pick at least one field" in response.content.decode()
    assert Ticket.objects.filter(pk=row.pk).values().get() == before


def test_refused_rows_are_named_and_the_others_changed(manager, browse, make):
    fine = make("reservations.Reservation", check_in_date="2027-01-01", check_out_date="2027-01-05")
    bad = make("reservations.Reservation", check_in_date="2027-03-01", check_out_date="2027-03-05")
    client = browse(manager)
    address = "/console/reservations/reservation/"
    response = send(client, [fine, bad], "change", address, check_out_date="2027-01-09")
    texts = said(client, response)
    bad.refresh_from_db()
    assert "1 reservation changed" in texts
    assert f"1 refused. {bad.number}" in texts
    fine.refresh_from_db()
    assert str(fine.check_out_date) == "2027-01-09"
    assert str(bad.check_out_date) == "2027-03-05"


def test_rows_beyond_the_person_s_reach_stay_as_they_are(person, browse, make):
    team = make("team.Team")
    lead = person("TEAM_LEAD", team=team)
    ours = make("service.Ticket", current_team=team)
    theirs = make("service.Ticket", current_team=make("team.Team"))
    client = browse(lead)
    response = send(client, [ours, theirs], "change", source="GUEST")
    assert "1 ticket changed." in said(client, response)
    theirs.refresh_from_db()
    assert theirs.source is None


def test_a_change_that_puts_rows_out_of_reach_changes_nothing(person, browse, make):
    team = make("team.Team")
    lead = person("TEAM_LEAD", team=team)
    row = make("service.Ticket", current_team=team)
    client = browse(lead)
    response = send(client, [row], "change", current_team=str(make("team.Team").pk))
    row.refresh_from_db()
    assert row.current_team_id == team.pk
    assert response.status_code in (200, 302)


def test_those_who_may_only_read_are_not_offered_it(person, browse, make):
    viewer = person("TEAM_MEMBER")
    make("property.Property", primary_team=viewer.team_member.team)
    page = browse(viewer).get("/console/property/property/").content.decode()
    assert "change_selected" not in page
    row = make("property.Property", sleeps=4)
    send(browse(viewer), [row], "change", "/console/property/property/", sleeps="9")
    row.refresh_from_db()
    assert row.sleeps == 4


def test_lists_that_nobody_writes_do_not_offer_it(manager, browse):
    page = browse(manager).get("/console/analytics/revenuesummary/").content.decode()
    assert "change_selected" not in page
