"""Secrets in the console: entered, found, shown once for a reason, never anywhere else."""

import pytest

from core import secrets
from core.testing.pages import address
from property.models import Property
from secure.models import AuditLog, BankAccount, Credential, TaxIdentity

pytestmark = pytest.mark.django_db
NUMBER, ROUTING = "000123456789", "121000248"


@pytest.fixture
def account(make):
    return make(
        "secure.BankAccount",
        account_number_encrypted=NUMBER,
        routing_number_encrypted=ROUTING,
        bank_name="First Lanai",
    )


@pytest.fixture
def boss(browse, person):
    """May reveal what is secret."""
    return browse(person("SUPER_ADMIN"))


def text(response):
    return response.content.decode()


def test_a_new_account_is_entered_and_kept_sealed(boss, make):
    contact = make("directory.Contact")
    form = {
        "contact": contact.pk,
        "account_purpose": "owner_payout",
        "account_holder_name": "Keola Kahale",
        "account_type": "checking",
        "country": "US",
        "currency": "USD",
        "verification_status": "unverified",
        "is_active": "on",
        "account_number_encrypted": "000-123-456789",
        "routing_number_encrypted": ROUTING,
    }
    page = text(boss.get(address(BankAccount, "add")))
    assert 'type="password" name="account_number_encrypted"' in page
    assert "encryption_key_id" not in page
    wrong = boss.post(
        address(BankAccount, "add"), {**form, "routing_number_encrypted": "121000249"}
    )
    assert "The check digit does not fit" in text(wrong)
    assert NUMBER not in text(wrong)
    assert boss.post(address(BankAccount, "add"), form).status_code == 302
    account = BankAccount.objects.get()
    assert secrets.opened(account, "account_number_encrypted") == NUMBER
    assert account.account_last_four == "6789"


def test_an_account_without_a_number_is_refused_in_words(boss, make):
    answer = boss.post(
        address(BankAccount, "add"),
        {"contact": make("directory.Contact").pk, "account_holder_name": "Keola"},
    )
    assert answer.status_code == 200
    assert BankAccount.objects.count() == 0


def test_the_page_shows_the_end_alone_and_keeps_what_is_not_typed(boss, account):
    page = address(BankAccount, "change", account.pk)
    shown = text(boss.get(page))
    assert "•••• 6789" in shown
    for hidden in (NUMBER, ROUTING, "hk1."):
        assert hidden not in shown
    form = {
        "contact": account.contact_id,
        "account_purpose": "owner_payout",
        "account_holder_name": "Renamed",
        "account_type": "checking",
        "country": "US",
        "currency": "USD",
        "verification_status": "unverified",
        "is_active": "on",
        "account_number_encrypted": "",
        "routing_number_encrypted": "",
    }
    assert boss.post(page, form).status_code == 302
    account.refresh_from_db()
    assert account.account_holder_name == "Renamed"
    assert secrets.opened(account, "account_number_encrypted") == NUMBER
    assert boss.post(page, {**form, "account_number_encrypted": "55554444"}).status_code == 302
    account.refresh_from_db()
    assert secrets.opened(account, "account_number_encrypted") == "55554444"
    assert account.account_last_four == "4444"
    pasted = boss.post(page, {**form, "account_number_encrypted": account.routing_number_encrypted})
    assert "This cannot start with" in text(pasted)


def test_revealing_is_a_post_with_a_reason_kept_by_nothing(boss, account):
    where = address(BankAccount, "reveal", account.pk)
    assert boss.get(where).status_code == 405
    asked = {"field": "account_number_encrypted"}
    refused = boss.post(where, {**asked, "reason": ""})
    assert refused.status_code == 400
    assert "what you need it for" in text(refused)
    assert NUMBER not in text(refused)
    shown = boss.post(where, {**asked, "reason": "Wire to the owner"})
    assert shown.status_code == 200
    assert NUMBER in text(shown)
    assert "no-store" in shown["Cache-Control"]
    entry = AuditLog.objects.get(event_type="data_access", success=True)
    assert entry.access_reason == "Wire to the owner"
    for field in ("number", "data_hash", "nothing"):
        assert boss.post(where, {"field": field, "reason": "Wire it"}).status_code == 404


def test_who_may_read_the_row_alone_gets_no_button_and_no_answer(browse, person, account, make):
    admin = browse(person("ADMIN"))
    page = text(admin.get(address(BankAccount, "change", account.pk)))
    assert "•••• 6789" in page
    assert "Reveal" not in page
    where = address(BankAccount, "reveal", account.pk)
    asked = {"field": "account_number_encrypted", "reason": "Just curious"}
    answer = admin.post(where, asked)
    assert answer.status_code == 403
    assert NUMBER not in text(answer)
    assert AuditLog.objects.get(event_type="data_access").success is False
    manager = browse(person("MANAGER"))  # does not reach the table at all
    assert manager.post(where, asked).status_code in (302, 403, 404)
    credential = make("secure.Credential", encrypted_value="s3cret-value")
    page = text(manager.get(address(Credential, "change", credential.pk)))
    assert "s3cret-value" not in page
    assert "hk1." not in page
    assert "encrypted_value" not in page


def test_too_many_are_refused(settings, boss, account):
    settings.REVEALS_PER_HOUR = 1
    where = address(BankAccount, "reveal", account.pk)
    asked = {"field": "routing_number_encrypted", "reason": "Wire to the owner"}
    assert boss.post(where, asked).status_code == 200
    answer = boss.post(where, asked)
    assert answer.status_code == 429
    assert ROUTING not in text(answer)


def test_the_whole_number_finds_the_row_in_the_list(boss, account, make):
    make("secure.BankAccount", bank_name="Bank of the Reef")
    listed = address(BankAccount, "changelist")
    shown = text(boss.get(listed, {"q": "000123-456789"}))
    assert "First Lanai" in shown
    assert "Bank of the Reef" not in shown
    assert "First Lanai" not in text(boss.get(listed, {"q": "123456789"}))


@pytest.mark.parametrize("model", [BankAccount, Credential, TaxIdentity, Property])
def test_lists_files_and_histories_have_no_secret(boss, make, model):
    secret = {
        BankAccount: {"account_number_encrypted": "987654321"},
        Credential: {"encrypted_value": "987654321"},
        TaxIdentity: {"encrypted_value": "345678912"},
        Property: {"door_code": "987654321", "wifi_password": "987654321"},
    }[model]
    row = make(model._meta.label, **secret)
    offered = text(boss.get(address(model, "export")))
    listed = text(boss.get(address(model, "changelist")))
    history = text(boss.get(address(model, "history", row.pk)))
    for page in (offered, listed, history):
        assert "hk1." not in page
        for name, value in secret.items():
            assert value not in page
            assert name not in page
        assert "data_hash" not in page


def test_a_door_code_is_entered_removed_and_shown(browse, person, make):
    manager = browse(person("MANAGER"))
    home = make("property.Property", door_code="4711")
    page = address(Property, "change", home.pk)
    shown = text(manager.get(page))
    assert "4711" not in shown
    assert 'name="door_code-remove"' in shown
    answer = manager.post(
        address(Property, "reveal", home.pk),
        {"field": "door_code", "reason": "Guest is locked out"},
    )
    assert "4711" in text(answer)
