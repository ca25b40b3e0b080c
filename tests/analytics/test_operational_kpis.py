"""Indicators by day and team, against figures computed by hand."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from analytics.models import OperationalKpi
from analytics.services import views_refresh
from core.testing.factories import factory_of
from team.models import Team

pytestmark = pytest.mark.django_db
MAUI = ZoneInfo("Pacific/Honolulu")


def make(label, **values):
    return factory_of(label).create(**values)


@pytest.fixture
def day():
    return timezone.localdate() - timedelta(days=5)


@pytest.fixture
def team():
    return Team.objects.get(team_code="MAINTENANCE")


@pytest.fixture
def member(team):
    return make("team.TeamMember", team=team)


def at(day, hour=9):
    """An hour of the day on Maui."""
    return datetime.combine(day, time(), tzinfo=MAUI) + timedelta(hours=hour)


def row(day, team=None):
    views_refresh(names=["operational_kpis_mv"])
    return OperationalKpi.objects.get(kpi_date=day, team_id=team.pk if team else None)


def ticket(opened, team=None, **values):
    made = make("service.Ticket", current_team=team, **values)
    type(made).objects.filter(pk=made.pk).update(created_at=opened)
    return made


def test_tickets_of_a_team(day, team):
    before = day - timedelta(days=1)
    done = {"status": "RESOLVED", "priority_code": "HIGH"}  # HIGH allows 24 hours
    ticket(at(before, 20), team, resolved_at=at(day, 20), first_response_at=at(before, 22), **done)
    ticket(at(before, 1), team, resolved_at=at(day, 2), first_response_at=at(day, 1), **done)
    ticket(at(day, 23), team)  # the next day in UTC
    ticket(at(day, 3), None, status="CANCELLED", cancelled_at=at(day + timedelta(days=1)))

    ours, all_teams = row(day, team), row(day)
    assert (ours.team_name, all_teams.team_name) == ("Maintenance", "All teams")
    assert (ours.tickets_opened, all_teams.tickets_opened) == (1, 2)
    assert ours.tickets_resolved == 2
    assert ours.sla_met_rate == Decimal("0.5000")  # 24 hours, and 25
    assert ours.average_resolution_hours == Decimal("24.50")
    assert ours.first_response_hours == Decimal("24.00")
    assert (ours.tickets_open, all_teams.tickets_open) == (1, 2)
    assert row(before, team).tickets_open == 2
    assert row(day + timedelta(days=1)).tickets_open == 1


def test_what_was_open_before_the_first_day_is_still_counted(team):
    today = timezone.localdate()
    ticket(at(today - timedelta(days=2000)), team)
    first = today.replace(year=today.year - 3)
    assert row(first, team).tickets_open == 1
    assert not OperationalKpi.objects.filter(kpi_date__lt=first).exists()
    assert row(first).tickets_opened == 0


def test_cleans(day, member, team):
    unit = make("property.Property", check_in_time=time(15))
    arrival = make(
        "reservations.Reservation",
        property=unit,
        check_in_date=day,
        check_out_date=day + timedelta(days=2),
        status="confirmed",
    )
    done = {"property": unit, "scheduled_date": day, "status": "completed", "assigned_to": member}
    make("property.Clean", actual_end_at=at(day, 14), checkin_reservation=arrival, **done)
    make("property.Clean", actual_end_at=at(day, 16), checkin_reservation=arrival, **done)
    make("property.Clean", actual_end_at=at(day, 23), **done)
    poor = make("property.Clean", **{**done, "status": "verified"})
    make("property.Clean", **{**done, "status": "scheduled"}, reclean_of=poor)
    ours = row(day, team)
    assert (ours.cleans_completed, ours.cleans_late) == (4, 1)
    assert ours.reclean_rate == Decimal("0.2500")


def test_inspections_labor_and_messages(day, member, team):
    look = {"inspector": member, "status": "completed", "scheduled_date": day}
    make("property.Inspection", pass_fail="pass", overall_score=90, **look)
    make("property.Inspection", pass_fail="fail", overall_score=71, **look)
    make("property.Inspection", pass_fail="pass", **{**look, "status": "scheduled"})
    work = {"member": member, "work_date": day, "hourly_rate": 20}
    make("team.TimeEntry", duration_seconds=5400, labor_cost=30, is_billable=True, **work)
    make("team.TimeEntry", duration_seconds=1800, labor_cost=10, **work)
    make("team.TimeEntry", duration_seconds=9000, timesheet_status="REJECTED", **work)
    for minutes in (10, 20, 90, None):
        make(
            "comms.Message",
            assigned_to=member,
            sent_at=at(day),
            replied_at=minutes and at(day) + timedelta(minutes=minutes),
        )
    make("comms.Message", direction="outbound", assigned_to=member, sent_at=at(day))

    ours = row(day, team)
    assert (ours.inspections_completed, ours.inspection_pass_rate) == (2, Decimal("0.5000"))
    assert ours.average_inspection_score == Decimal("80.50")
    assert (ours.labor_hours, ours.labor_cost) == (2, 40)
    assert ours.billable_hours_share == Decimal("0.7500")
    assert (ours.messages_received, ours.median_reply_minutes) == (4, Decimal("20.0"))
    assert row(day).labor_hours == 2


def test_reviews_and_claims(day, member, team):
    unit = make("property.Property", primary_team=team)
    told = {"property": unit, "review_date": day}
    make("reservations.Review", overall_rating=5, normalized_rating=5, **told)
    make(
        "reservations.Review",
        overall_rating=4,
        normalized_rating=4,
        responded_at=at(day + timedelta(days=2)),
        **told,
    )
    make(
        "reservations.Review",
        overall_rating=3,
        normalized_rating=3,
        response_status="skipped",
        **told,
    )
    for status, cost, back in (("RECOVERED", 300, 250), ("DENIED", 100, 0), ("OPEN", 900, 0)):
        claim = make(
            "service.DamageClaim",
            status_code=status,
            total_damage_cost=cost,
            total_recovered=back,
            claim_owner=member,
            resolved_at=None if status == "OPEN" else at(day + timedelta(days=1)),
        )
        type(claim).objects.filter(pk=claim.pk).update(created_at=at(day))

    ours, later = row(day, team), row(day + timedelta(days=2), team)
    assert (ours.review_average, later.review_average) == (4, None)
    assert (ours.reviews_pending_reply, later.reviews_pending_reply) == (2, 1)
    assert (ours.claims_open, later.claims_open) == (3, 1)
    closing = row(day + timedelta(days=1), team)
    assert closing.claim_recovery_rate == Decimal("0.6250")
    assert ours.claim_recovery_rate is None


def test_money_of_the_company_stands_in_its_own_row(day, team):
    ticket(at(day - timedelta(days=2)))
    due = {"invoice_date": day - timedelta(days=30), "due_date": day - timedelta(days=1)}
    make("finance.Invoice", status="sent", **due)
    make("finance.Invoice", status="paid", paid_at=at(day + timedelta(days=1)), **due)
    make("finance.Invoice", status="paid", paid_at=at(day - timedelta(days=3)), **due)
    make("finance.Invoice", status="void", **due)
    for status in ("draft", "approved"):
        statement = make(
            "finance.OwnerStatement", status=status, approved_at=at(day + timedelta(days=1))
        )
        type(statement).objects.filter(pk=statement.pk).update(created_at=at(day))

    assert (row(day - timedelta(days=1)).invoices_overdue, row(day).invoices_overdue) == (0, 2)
    assert row(day + timedelta(days=1)).invoices_overdue == 1
    assert (row(day).statements_pending, row(day + timedelta(days=1)).statements_pending) == (2, 1)
    assert row(day, team).invoices_overdue is None
    assert row(day, team).statements_pending is None


def test_a_day_without_work_has_no_rates(day, team):
    ticket(at(day - timedelta(days=1)))
    quiet = row(day, team)
    assert (quiet.tickets_opened, quiet.labor_hours, quiet.cleans_completed) == (0, 0, 0)
    for rate in (
        "sla_met_rate",
        "reclean_rate",
        "inspection_pass_rate",
        "billable_hours_share",
        "median_reply_minutes",
        "claim_recovery_rate",
        "review_average",
    ):
        assert getattr(quiet, rate) is None, rate


def test_an_empty_house_has_no_days():
    views_refresh(names=["operational_kpis_mv"])
    assert not OperationalKpi.objects.exists()
