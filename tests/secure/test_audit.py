"""The security trail takes entries."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import RequestFactory

from core.services import writing
from core.services.origin import NOWHERE, arriving, client_address, current_origin
from core.services.security import security_event
from secure.models import AuditLog
from tests.portal.factories import UserFactory

pytestmark = pytest.mark.django_db


def event(**given):
    given = {"event": "data_access", "action": "read", "description": "Looked at it", **given}
    security_event(**given)
    return AuditLog.objects.order_by("-id").first()


def test_an_entry_says_who_what_why_and_from_where():
    user, row = UserFactory(), UserFactory()
    request = RequestFactory().get(
        "/", REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Firefox", HTTP_X_REQUEST_ID="r-1"
    )
    with arriving(request):
        entry = event(actor=user, row=row, reason="Audit", columns=["email"], count=3)
    assert (entry.user_id, entry.user_email) == (user.pk, user.email)
    assert (entry.table_name, entry.record_id) == ("portal.users", row.pk)
    assert entry.record_business_id == row.number
    assert (entry.ip_address, entry.user_agent) == ("203.0.113.9", "Firefox")
    assert entry.request_id == "r-1"
    assert (entry.access_reason, entry.columns_accessed, entry.record_count) == (
        "Audit",
        ["email"],
        3,
    )
    assert entry.actor_type == "user"


def test_secrets_are_masked_and_nobody_is_no_error():
    entry = event(
        old={"password": "one", "status": "active", "door_code": ""},
        new={"password": "two", "status": "suspended"},
    )
    assert entry.old_values == {"password": "•••", "status": "active", "door_code": ""}
    assert entry.new_values == {"password": "•••", "status": "suspended"}
    assert entry.actor_type == "system"
    assert entry.user_id is None
    assert current_origin() == NOWHERE


def test_an_admin_who_views_as_somebody_is_named_as_the_admin():
    admin, viewed = UserFactory(), UserFactory()
    viewed.viewed_by = admin
    entry = event(actor=viewed)
    assert entry.user_id == admin.pk
    assert entry.metadata == {"viewed_as": str(viewed.pk)}


def test_jobs_and_the_api_are_told_apart():
    user = UserFactory()
    with writing(user, "api"):
        assert event(actor=user).actor_type == "api"
    with writing(None, "job"):
        assert event().actor_type == "scheduled_job"


def test_critical_entries_wait_for_review():
    assert event(severity="critical").flagged_for_review
    assert not event(severity="warning").flagged_for_review


def test_unknown_words_are_an_error():
    with pytest.raises(ValueError, match="nonsense"):
        event(event="nonsense")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.1", "10.0.0.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "1.1.1.1, 198.51.100.1", "198.51.100.1"),
        (2, "1.1.1.1, 198.51.100.1, 10.0.0.7", "198.51.100.1"),
        (2, "198.51.100.1", "10.0.0.1"),
        (1, "[2001:db8::1]", "2001:db8::1"),
        (1, "nonsense", None),
        (1, "", "10.0.0.1"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == address


@pytest.mark.parametrize("change", ["UPDATE {} SET description = 'x'", "DELETE FROM {}"])
def test_entries_stay_as_they_are(change):
    event()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format("secure.audit_logs"))
    assert AuditLog.objects.get().description == "Looked at it"
