"""Pay is seen and changed by those who have payroll: in pages, lists, files, history, imports."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from core.permissions.fields import hidden_fields
from core.services import record_save, records_update
from core.testing.pages import address
from team.models import TeamMember, TimeEntry
from team.resources.members import TeamMemberResource

PAY = {"compensation_type", "hourly_rate", "overtime_rate", "salary"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(make):
    return make("team.TeamMember", hourly_rate=Decimal("41.75"), salary=Decimal("98765.00"))


def test_payroll_decides_for_lists_and_for_rows(person, paid, make):
    admin, manager, lead = person("ADMIN"), person("MANAGER"), person("TEAM_LEAD")
    assert hidden_fields(admin, TeamMember) == frozenset()
    assert hidden_fields(lead, TeamMember) == PAY
    assert hidden_fields(manager, TeamMember) == PAY
    mate = make("team.TeamMember", team=manager.team_member.team)
    assert hidden_fields(manager, TeamMember, row=mate) == frozenset()
    assert hidden_fields(manager, TeamMember, row=paid) == PAY
    assert hidden_fields(manager, TeamMember, "write", row=mate) == PAY
    assert hidden_fields(lead, TeamMember, row=lead.team_member) == frozenset()  # the own pay
    assert hidden_fields(lead, TimeEntry) == {"hourly_rate", "labor_cost"}


def test_pages_show_it_to_payroll_alone(browse, person, paid):
    page = address(TeamMember, "change", paid.pk)
    assert "41.75" in browse(person("ADMIN")).get(page).content.decode()
    shown = browse(person("MANAGER")).get(page)
    assert shown.status_code == 200
    for text in ("41.75", "98765", "98,765", "hourly_rate"):
        assert text not in shown.content.decode()


def test_who_sees_it_may_still_not_change_it(browse, person, make):
    manager = person("MANAGER")
    mate = make("team.TeamMember", team=manager.team_member.team, hourly_rate=Decimal("41.75"))
    shown = browse(manager).get(address(TeamMember, "change", mate.pk)).content.decode()
    assert "41.75" in shown
    assert 'name="hourly_rate"' not in shown
    mate.hourly_rate = Decimal("99.00")
    with pytest.raises(ValidationError, match="not yours"):
        record_save(instance=mate, actor=manager)
    with pytest.raises(ValidationError, match="not yours"):
        records_update(
            queryset=TeamMember.objects.filter(pk=mate.pk),
            values={"salary": Decimal(1)},
            actor=manager,
        )
    mate.refresh_from_db()
    assert mate.hourly_rate == Decimal("41.75")
    mate.notes = "Likes the early shift"
    record_save(instance=mate, actor=manager)


def test_lists_and_files_leave_it_out(browse, person, paid):
    manager, admin = browse(person("MANAGER")), browse(person("ADMIN"))
    where = address(TeamMember, "export")
    asked = {"kind": "csv", "columns": ["display_name", "hourly_rate"]}
    refused = manager.post(where, asked)
    assert refused.status_code == 200
    assert not refused.streaming
    assert "hourly_rate" not in manager.get(where).content.decode()
    file = b"".join(admin.post(where, asked).streaming_content).decode()
    assert "41.75" in file
    listed = address(TeamMember, "changelist")
    for query in ("?hourly_rate__gte=40", "?salary__isnull=0"):
        assert manager.get(listed + query).status_code == 400
    assert "Hourly rate" not in manager.get(listed).content.decode()


def test_history_leaves_it_out(browse, person, paid):
    paid.hourly_rate = Decimal("43.10")
    record_save(instance=paid, actor=None)
    page = address(TeamMember, "history", paid.pk)
    assert "43.10" in browse(person("ADMIN")).get(page).content.decode()
    shown = browse(person("MANAGER")).get(page).content.decode()
    assert "43.10" not in shown
    assert "41.75" not in shown


def test_imports_fill_it_for_payroll_alone(person):
    open_to_manager = TeamMemberResource.open_to(person("MANAGER"))
    assert not {*PAY, "pay"} & set(open_to_manager)
    assert set(TeamMemberResource.open_to(person("ADMIN"))) == set(TeamMemberResource.columns())
    assert set(TeamMemberResource.open_to(None)) == set(TeamMemberResource.columns())
