"""The dashboard's numbers are true, the person's own, and cheap."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from config import dashboard
from core.focus import REGISTRY

pytestmark = pytest.mark.django_db

# Half past eight in the evening on Maui is already tomorrow in UTC.
EVENING = datetime(2026, 11, 21, 6, 30, tzinfo=UTC)
QUERIES = 29  # one for each card and chart, and those of the page itself


@pytest.fixture(autouse=True)
def _evening_on_maui():
    with time_machine.travel(EVENING, tick=False):
        yield


def cards(response):
    return {card.title: card for _, cards in response.context["sections"] for card in cards}


def stay(make, first, last, **values):
    today = timezone.localdate()
    return make(
        "reservations.Reservation",
        check_in_date=today + timedelta(days=first),
        check_out_date=today + timedelta(days=last),
        **{"status": "confirmed", "net_total": 1000, **values},
    )


def test_stays_of_today_in_the_company_s_time_zone(manager, browse, make):
    arriving = stay(make, 0, 3)
    stay(make, -3, 0, status="checked_in")
    stay(make, -2, 2, status="checked_in")
    stay(make, 1, 4)  # arrives tomorrow on Maui, today in UTC
    stay(make, 0, 2, status="cancelled")
    found = cards(browse(manager).get("/console/"))
    assert found["Arriving today"].count == 1
    assert str(arriving.pk) in found["Arriving today"].rows[0][0]
    assert found["Departing today"].count == 1
    assert found["In house tonight"].count == 2


def test_late_cleans_and_inspections(manager, browse, make):
    today = timezone.localdate()
    make("property.Clean", scheduled_date=today, scheduled_time="23:00", status="scheduled")
    make("property.Clean", scheduled_date=today, scheduled_time="09:00", status="scheduled")
    make("property.Clean", scheduled_date=today - timedelta(days=2), status="assigned")
    make("property.Clean", scheduled_date=today, status="cancelled")
    make("property.Inspection", scheduled_date=today, status="scheduled")
    make("property.Inspection", scheduled_date=today, status="completed")
    response = browse(manager).get("/console/")
    found = cards(response)
    assert found["Cleans today"].count == 2
    assert found["Late cleans"].count == 2
    assert found["Late cleans"].is_urgent
    assert found["Inspections due"].count == 1
    assert response.context["clean_states"] == [("Scheduled", 2)]


def test_tickets_past_the_time_of_their_priority(manager, browse, make):
    from ref.models import TicketPriority
    from service.models import Ticket

    priority = TicketPriority.objects.order_by("sla_hours").first()
    late, fresh, held = (make("service.Ticket", priority=priority) for _ in range(3))
    before = timezone.now() - timedelta(hours=priority.sla_hours, minutes=1)
    Ticket.objects.filter(pk__in=[late.pk, held.pk]).update(created_at=before)
    Ticket.objects.filter(pk=fresh.pk).update(created_at=timezone.now())
    Ticket.objects.filter(pk=held.pk).update(status="IN_PROGRESS")
    Ticket.objects.filter(pk=held.pk).update(status="ON_HOLD", hold_reason="waits for a part")
    found = cards(browse(manager).get("/console/"))
    assert found["Tickets past their time"].count == 1
    assert str(late.pk) in found["Tickets past their time"].rows[0][0]
    assert found["Tickets nobody has"].count == 2


def test_money_papers_and_stock(person, browse, make):
    today = timezone.localdate()
    make("finance.OwnerStatement", status="draft")
    make(
        "finance.Invoice",
        status="sent",
        due_date=today - timedelta(days=1),
        invoice_date=today - timedelta(days=30),
        total_amount=100,
    )
    make("directory.Company", insurance_expiry=today + timedelta(days=10))
    make("directory.Company", insurance_expiry=today + timedelta(days=300))
    item = make("inventory.InventoryItem", reorder_point=5)
    make("inventory.StorageStock", item=item, quantity=5)
    make("inventory.StorageStock", item=item, quantity=50)
    found = cards(browse(person("ADMIN")).get("/console/"))
    assert found["Owner statements to approve"].count == 0
    assert found["Invoices past due"].count == 1
    assert found["Vendor insurance running out"].count == 1
    assert found["Stock running low"].count == 1


def test_a_person_sees_only_what_is_theirs(member, browse, make):
    make("service.Ticket", current_agent=member.team_member)
    make("service.Ticket")
    make("property.Clean", scheduled_date=timezone.localdate(), assigned_to=member.team_member)
    make("property.Clean", scheduled_date=timezone.localdate())
    found = cards(browse(member).get("/console/"))
    assert found["Cleans today"].count == 1
    assert found["Tickets nobody has"].count == 0
    assert "Owner statements to approve" not in found


@pytest.mark.parametrize("key", sorted(REGISTRY), ids=lambda key: f"{key[0]}-{key[1]}")
def test_every_cut_opens_as_a_list(key, person, browse):
    label, name = key
    address = f"/console/{label.replace('.', '/')}/?_focus={name}"
    response = browse(person("ADMIN", is_superuser=True)).get(address)
    assert response.status_code == 200
    assert REGISTRY[key].title in response.content.decode()


def test_a_number_and_its_list_agree(manager, browse, make):
    for first in (0, 0, 0, 1):
        stay(make, first, first + 2)
    client = browse(manager)
    card = cards(client.get("/console/"))["Arriving today"]
    assert client.get(card.address).context["cl"].result_count == card.count == 3


def test_charts_hold_the_counted_numbers(manager, browse, make):
    from property.models import Property

    stay(make, 0, 2)
    stay(make, 1, 3)
    Property.objects.update(status="active", management_status="managed")
    charts = browse(manager).get("/console/").context["charts"]
    titles = [chart.title for chart in charts]
    assert len(titles) == 4
    occupancy = dashboard.json.loads(charts[0].data)["datasets"][0]["data"]
    assert occupancy[:4] == [50.0, 100.0, 50.0, 0.0]
    revenue = dashboard.json.loads(charts[1].data)["datasets"]
    assert revenue[0]["data"][-1] == 2000.0
    assert sum(revenue[1]["data"]) == 0


def test_few_queries_and_no_more_with_more_rows(
    manager, browse, make, django_assert_max_num_queries
):
    client = browse(manager)
    client.get("/console/")
    for first in range(-3, 3):
        stay(make, first, first + 3, guest=make("directory.Guest"))
        make("property.Clean", scheduled_date=timezone.localdate())
        make("service.Ticket")
    with django_assert_max_num_queries(QUERIES):
        client.get("/console/")
