"""The security trail in the console: read, filtered, reviewed."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from core.services.security import security_event
from core.testing.pages import address
from secure.models import AuditLog, AuditSeal
from secure.selectors.verifying import audit_verify
from secure.services.audit import audit_entry_review
from secure.services.seals import audit_seal

pytestmark = pytest.mark.django_db


def event(**given):
    security_event(**{"event": "data_access", "action": "read", **given})
    return AuditLog.objects.order_by("-id").first()


def rows(client, **query):
    page = client.get(address(AuditLog, "changelist"), query)
    assert page.status_code == 200
    return page.content.decode()


def test_it_is_filtered_by_event_severity_flag_and_person(browse, person, make):
    leilani = make("portal.User", email="leilani@example.com", first_name="Leilani")
    event(description="Looked at a code", actor=leilani)
    event(description="Gave a role", event="permission_change", action="grant", severity="critical")
    admin = browse(person("ADMIN"))
    both = rows(admin)
    assert "Looked at a code" in both
    assert "Gave a role" in both
    for query, shown, left_out in (
        ({"event_type__exact": "permission_change"}, "Gave a role", "Looked at a code"),
        ({"severity__exact": "critical"}, "Gave a role", "Looked at a code"),
        ({"flagged_for_review__exact": "1"}, "Gave a role", "Looked at a code"),
        ({"person": "leilani"}, "Looked at a code", "Gave a role"),
        ({"person": "leilani@example.com"}, "Looked at a code", "Gave a role"),
        ({"q": "leilani@example.com"}, "Looked at a code", "Gave a role"),
    ):
        found = rows(admin, **query)
        assert shown in found, query
        assert left_out not in found, query


def test_a_manager_does_not_read_it(browse, person):
    assert browse(person("MANAGER")).get(address(AuditLog, "changelist")).status_code == 403


def test_a_review_is_kept_and_told_and_breaks_no_seal(browse, person, settings, tmp_path):
    settings.SEALS_ROOT = str(tmp_path)
    entry = event(description="A strange reveal", severity="critical")
    audit_seal()
    boss = person("SUPER_ADMIN")
    page = address(AuditLog, "change", entry.pk)
    assert "Reviewed" in browse(boss).get(page).content.decode()
    where = address(AuditLog, "deed", entry.pk, "review")
    browse(boss).post(where, {"reason": "It was the accountant"})
    entry.refresh_from_db()
    assert entry.review_notes == "It was the accountant"
    assert entry.reviewed_by_id == boss.pk
    assert not entry.flagged_for_review
    assert audit_verify().is_intact
    told = AuditLog.objects.get(record_id=entry.pk)
    assert told.user_id == boss.pk
    with pytest.raises(ValidationError, match="already"):
        audit_entry_review(entry=entry, notes="Again", actor=boss)


def test_who_only_reads_the_trail_does_not_review(browse, person):
    entry = event(description="A strange reveal", severity="critical")
    admin = person("ADMIN")
    assert (
        ">Reviewed<"
        not in browse(admin).get(address(AuditLog, "change", entry.pk)).content.decode()
    )
    answer = browse(admin).post(address(AuditLog, "deed", entry.pk, "review"), {"reason": "Mine"})
    assert answer.status_code == 403
    with pytest.raises(PermissionDenied):
        audit_entry_review(entry=entry, notes="Mine", actor=admin)
    entry.refresh_from_db()
    assert entry.flagged_for_review


def test_seals_have_a_page(browse, person, settings, tmp_path):
    settings.SEALS_ROOT = str(tmp_path)
    event(description="x")
    audit_seal()
    assert AuditSeal.objects.get().root_hash in rows_of_seals(browse(person("ADMIN")))


def rows_of_seals(client):
    return client.get(address(AuditSeal, "changelist")).content.decode()
