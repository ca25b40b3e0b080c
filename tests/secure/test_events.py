"""What the security trail is told: exports, changes of permissions, imports."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.services import record_delete, record_save, records_update
from core.services.watched import is_watched, told_as_one
from core.testing.pages import address
from portal.models import Role, RolePermission, TicketUserGrant, User, UserRole, grants
from secure.models import AuditLog
from service.models import Ticket
from team.models import TeamMember
from tests.staging.sheets import applied, undone, uploaded

pytestmark = pytest.mark.django_db


def last(**wanted):
    return AuditLog.objects.filter(**wanted).order_by("id").last()


def test_an_export_says_of_what_how_much_and_by_whom(browse, person, make):
    user = person("MANAGER")
    for _ in range(3):
        make("service.Ticket")
    answer = browse(user).post(
        address(Ticket, "export") + "?status__exact=OPEN",
        {"kind": "csv", "columns": ["number", "title"]},
        REMOTE_ADDR="203.0.113.7",
    )
    assert answer.status_code == 200
    entry = last(event_type="export")
    assert (entry.table_name, entry.user_id) == ("service.tickets", user.pk)
    assert entry.columns_accessed == ["number", "title"]
    assert entry.record_count == Ticket.objects.filter(status="OPEN").count()
    assert entry.metadata == {"query": "status__exact=OPEN"}
    assert str(entry.ip_address) == "203.0.113.7"
    assert entry.user_role == "MANAGER"


def test_all_tables_that_decide_who_may_do_what_are_watched():
    decisive = {Role, RolePermission, UserRole, User}
    decisive |= {
        m for m in vars(grants).values() if getattr(m, "_meta", None) and not m._meta.abstract
    }
    decisive = {model for model in decisive if model._meta.app_label == "portal"}
    assert len(decisive) == 20
    assert all(map(is_watched, decisive))


def test_giving_changing_and_taking_a_role(person, make):
    admin, user = person("SUPER_ADMIN"), make("portal.User")
    role = Role.objects.get(role_code="MANAGER")
    grant = record_save(
        instance=UserRole(user=user, role=role, granted_by=admin, reason="Holiday"), actor=admin
    )
    entry = last(record_id=grant.pk)
    assert (entry.event_type, entry.action_type) == ("permission_change", "grant")
    assert entry.severity == "warning"
    assert entry.new_values["role"] == str(role)
    assert entry.user_id == admin.pk
    grant.expires_at = timezone.now() + timedelta(days=2)
    record_save(instance=grant, actor=admin)
    entry = last(record_id=grant.pk)
    assert (entry.action_type, entry.columns_accessed) == ("update", ["expires_at"])
    record_save(instance=grant, actor=admin)
    assert AuditLog.objects.filter(record_id=grant.pk).count() == 2  # nothing changed
    grant.revoked_at = timezone.now()
    record_save(instance=grant, actor=admin)
    assert last(record_id=grant.pk).action_type == "revoke"
    record_delete(instance=UserRole.objects.get(pk=grant.pk), actor=admin)
    assert last(table_name="portal.user_roles").action_type == "revoke"
    assert AuditLog.objects.filter(table_name="portal.user_roles").count() == 4


def test_accounts_are_told_of_by_what_they_may_do(person, make):
    admin, user = person("SUPER_ADMIN"), make("portal.User", is_staff=False)
    user.first_name = "Keola"
    record_save(instance=user, actor=admin)
    assert last(record_id=user.pk) is None
    user.is_staff = True
    record_save(instance=user, actor=admin)
    entry = last(record_id=user.pk)
    assert (entry.old_values, entry.new_values) == ({"is_staff": False}, {"is_staff": True})
    records_update(
        queryset=User.objects.filter(pk=user.pk), values={"is_staff": False}, actor=admin
    )
    entry = last(table_name=None)
    assert (entry.record_count, entry.new_values) == (1, {"is_staff": False})


def test_a_grant_on_one_ticket(person, make):
    admin, vendor, ticket = person("SUPER_ADMIN"), make("portal.User"), make("service.Ticket")
    grant = make("portal.TicketUserGrant", user=vendor, content_object=ticket)
    key = grant.pk
    record_delete(instance=grant, actor=admin)
    entry = last(record_id=key)
    assert entry.action_type == "revoke"
    assert entry.table_name == TicketUserGrant._meta.db_table.replace('"', "")


def test_a_service_may_tell_of_many_writes_at_once(person, make):
    admin, user = person("SUPER_ADMIN"), make("portal.User", is_staff=False)
    with told_as_one():
        user.is_staff = True
        record_save(instance=user, actor=admin)
    assert last(record_id=user.pk) is None


def test_imports_and_what_is_taken_back(person):
    user = person("ADMIN")
    sheet = [["Property code", "Property name", "Bedrooms"], ["P1", "Palm 1", "2"]]
    batch = applied(uploaded("properties", sheet, user), user)
    entry = last(event_type="bulk_operation")
    assert entry.record_id == batch.pk
    assert entry.metadata["counts"]["new"] == 1
    assert "was applied" in entry.description
    undone(batch, user)
    assert "was taken back" in last(event_type="bulk_operation").description


def test_a_sheet_with_pay_leaves_it_out_for_those_without_payroll(person, make):
    manager = person("MANAGER")
    rows = [["Name", "Hourly rate"], ["Leilani Kahale", "41.75"]]
    batch = uploaded("team-members", rows, manager)
    assert "hourly_rate" not in batch.columns.values()
    assert "Hourly rate" in batch.unknown_columns
    assert not TeamMember.objects.filter(hourly_rate__gt=0).exists()
