"""Keys are changed while people work, and older ones can then go."""

import base64
import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections

from core import secrets
from core.models import SealedField
from core.models.sealed import sealed_fields
from portal.models import User, WebhookEndpoint
from property.models import AccessCode
from secure.models import AuditLog, BankAccount
from secure.services import rotation
from secure.services.rotation import keys_in_use, keys_rotate, sealed_models


def key(name, fill):
    return f"{name}:{base64.b64encode(bytes([fill]) * 32).decode()}"


OLD, NEW = key("old", 1), key("new", 2)


@pytest.fixture
def two_keys(settings, make):
    """Rows under the old key, with the new one put first."""
    settings.ENCRYPTION_KEYS = [OLD]
    account = make(
        "secure.BankAccount",
        account_number_encrypted="000123456789",
        routing_number_encrypted="121000248",
    )
    home = make("property.Property", door_code="4711")
    AccessCode.objects.bulk_create(
        AccessCode(property=home, code_type="door", code_value=str(1000 + n)) for n in range(30)
    )
    user = make("portal.User", mfa_secret_encrypted="JBSWY3DPEHPK3PXP")
    settings.ENCRYPTION_KEYS = [NEW, OLD]
    return account, home, user


def test_every_sealed_column_of_every_app_is_rotated():
    found = set(sealed_models())
    assert {User, WebhookEndpoint, BankAccount, AccessCode} <= found
    assert all(isinstance(f, SealedField) for model in found for f in sealed_fields(model))


@pytest.mark.django_db
class TestRotation:
    def test_all_is_under_the_first_key_and_the_old_one_can_go(self, settings, two_keys):
        account, home, user = two_keys
        assert keys_in_use()["secure.bank_accounts"] == {"old": 2}
        done = keys_rotate()
        assert done.is_over
        assert done.unreadable.total() == 0
        assert done.done["property.property_access_codes"] == 30
        assert {k for counts in keys_in_use().values() for k in counts} == {"new"}
        settings.ENCRYPTION_KEYS = [NEW]
        for row in (account, home, user):
            row.refresh_from_db()
        assert secrets.opened(account, "account_number_encrypted") == "000123456789"
        assert secrets.opened(account, "routing_number_encrypted") == "121000248"
        assert secrets.opened(home, "door_code") == "4711"
        assert secrets.opened(user, "mfa_secret_encrypted") == "JBSWY3DPEHPK3PXP"
        assert account.encryption_key_id == "new"
        assert list(BankAccount.objects.search("000123456789")) == [account]
        assert sorted(secrets.opened(code, "code_value") for code in AccessCode.objects.all()) == [
            str(1000 + n) for n in range(30)
        ]
        assert keys_rotate().done.total() == 0

    def test_it_is_found_by_its_number_before_during_and_after(self, monkeypatch, two_keys):
        account, *_ = two_keys
        assert list(BankAccount.objects.search("000123456789")) == [account]
        keys_rotate()
        assert list(BankAccount.objects.search("000123456789")) == [account]

    def test_a_run_that_was_stopped_is_taken_up(self, monkeypatch, two_keys):
        monkeypatch.setattr(rotation, "BATCH", 4)
        stopped = keys_rotate(seconds=0)
        assert not stopped.is_over
        assert 0 < stopped.done.total() <= 4
        rest = keys_rotate()
        assert rest.is_over
        assert stopped.done.total() + rest.done.total() >= 33
        assert {k for counts in keys_in_use().values() for k in counts} == {"new"}

    def test_what_does_not_open_is_counted_and_left(self, settings, two_keys):
        account, *_ = two_keys
        settings.ENCRYPTION_KEYS = [key("lost", 9)]
        BankAccount.objects.filter(pk=account.pk).update(
            account_number_encrypted=secrets.encrypt("1", "for something else")
        )
        settings.ENCRYPTION_KEYS = [NEW, OLD]
        done = keys_rotate()
        assert +done.unreadable == {"secure.bank_accounts": 1}
        entry = AuditLog.objects.filter(event_type="config_change").get()
        assert entry.flagged_for_review
        settings.ENCRYPTION_KEYS = [NEW, OLD, key("lost", 9)]
        with pytest.raises(CommandError, match="do not open"):
            call_command("rotate_keys", stdout=StringIO())

    def test_plain_text_from_before_is_sealed_on_the_way(self, make):
        home = make("property.Property")
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE property.properties SET gate_code = '12#' WHERE id = %s", [home.pk]
            )
        assert keys_in_use()["property.properties"][""] == 1
        keys_rotate()
        home.refresh_from_db()
        assert secrets.is_sealed(home.gate_code)
        assert secrets.opened(home, "gate_code") == "12#"

    def test_the_command_tells_how_far_it_is_and_what_can_go(self, two_keys):
        out = StringIO()
        call_command("rotate_keys", "--status", stdout=out)
        assert "secure.bank_accounts: 2 under old" in out.getvalue()
        assert "can be removed" not in out.getvalue()
        out = StringIO()
        call_command("rotate_keys", stdout=out)
        assert "0 do not open" in out.getvalue()
        assert "Nothing needs the key old: it can be removed." in out.getvalue()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_unreadable_while_it_runs(two_keys, monkeypatch):
    """A reader goes on opening everything, and a writer writing, while keys are changed."""
    monkeypatch.setattr(rotation, "BATCH", 3)
    stop, read, wrong = threading.Event(), [], []

    def look():
        try:
            while not stop.is_set():
                for code in AccessCode.objects.all():
                    try:
                        read.append(secrets.opened(code, "code_value"))
                    except secrets.Unreadable as error:
                        wrong.append(str(error))
        finally:
            connections.close_all()

    reader = threading.Thread(target=look)
    reader.start()
    try:
        while not read:
            stop.wait(0.01)
        for _, code in zip(range(5), AccessCode.objects.all(), strict=False):
            code.notes = "Changed meanwhile"
            code.save()
        done = keys_rotate()
    finally:
        stop.set()
        reader.join()
    assert done.unreadable.total() == 0
    assert wrong == []
    assert len(read) >= 30
    assert {k for counts in keys_in_use().values() for k in counts} == {"new"}
    assert AccessCode.objects.filter(notes="Changed meanwhile").count() == 5
