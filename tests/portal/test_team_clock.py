"""The time clock: one entry runs at most, sent twice it counts once, pay is nobody's to read."""

from decimal import Decimal
from uuid import uuid4

import pytest
import time_machine

from core.testing.factories import factory_of
from team.models import TimeEntry
from tests.portal.people import a_member, app_of

pytestmark = pytest.mark.django_db
TEAM = "/api/v1/team/"
#: 09:00 on the 20th in Honolulu.
NOW = time_machine.travel("2026-11-20T19:00:00Z", tick=False)


@pytest.fixture
def crew():
    return factory_of("team.Team").create()


@pytest.fixture
def member(crew):
    return a_member(crew)


@pytest.fixture
def home(crew):
    return factory_of("property.Property").create(
        timezone_code="Pacific/Honolulu", primary_team=crew
    )


def _get(user, path):
    return app_of(user).get(f"{TEAM}{path}")


def _post(user, path, **sent):
    return app_of(user).post(f"{TEAM}{path}", sent, format="json")


@NOW
def test_one_clocks_in_and_out_once(member, home):
    member.team_member.hourly_rate = Decimal("24.00")
    member.team_member.save()
    key = str(uuid4())
    sent = {"id": key, "property": str(home.pk), "activity": "CLEAN", "latitude": "20.7984"}
    first, second = (_post(member, "clock/in/", **sent) for _ in range(2))
    assert first.status_code == 201, first.json()
    assert first.json() == second.json()
    assert first.json()["work_date"] == "2026-11-20"
    assert _get(member, "clock/").json()["open"]["id"] == key
    refused = _post(member, "clock/in/", id=str(uuid4()))
    assert refused.status_code == 409
    assert first.json()["number"] in refused.json()["detail"]
    with time_machine.travel("2026-11-20T20:30:00Z", tick=False):
        out, again = (_post(member, "clock/out/", id=key) for _ in range(2))
        assert out.status_code == 200, out.json()
        assert out.json() == again.json()
        assert (out.json()["duration_seconds"], out.json()["timesheet_status"]) == (5400, "STOP")
        assert _post(member, "clock/out/").status_code == 409
    row = TimeEntry.objects.get()
    assert (row.labor_cost, row.hourly_rate) == (Decimal("36.00"), Decimal("24.00"))
    assert "24.00" not in _get(member, "clock/").content.decode()


@NOW
def test_a_stamp_may_come_late_but_not_from_nowhere(member):
    late = _post(member, "clock/in/", at="2026-11-20T17:31:00Z")
    assert late.json()["started_at"] == "2026-11-20T17:31:00Z", late.json()
    for at in ("2026-11-20T20:00:00Z", "2026-11-18T17:31:00Z", "2026-11-20T16:00:00Z", "noon"):
        answer = _post(member, "clock/out/", at=at)
        assert answer.status_code == 400
        assert [e["path"] for e in answer.json()["errors"]] == ["at"]
    assert TimeEntry.objects.get().ended_at is None


@NOW
def test_the_day_of_work_is_that_of_the_home(member, home):
    with time_machine.travel("2026-11-21T05:00:00Z", tick=False):  # the 20th, 19:00 in Honolulu
        assert _post(member, "clock/in/", property=str(home.pk)).json()["work_date"] == "2026-11-20"


@NOW
def test_nobody_stamps_anothers_entry(member, crew):
    other = a_member(crew)
    key = _post(member, "clock/in/", id=str(uuid4())).json()["id"]
    assert _post(other, "clock/out/", id=key).status_code == 409
    assert _post(other, "clock/in/", id=key).status_code == 409
    assert TimeEntry.objects.get().ended_at is None
