"""Secrets of rows: sealed whoever writes them, found by the whole number, shown for a reason."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from core import secrets
from core.models.sealed import sealed_fields
from core.services import record_save, records_update
from core.services.secrets import secret_reveal, secret_set
from core.throttling import Refused
from property.models import AccessCode, Lock, Property, Resort
from secure.checks import account_number, identity_number, routing_number, token
from secure.models import AuditLog, BankAccount, Credential, PaymentMethod, TaxIdentity

ROUTING, IBAN = "121000248", "DE89 3704 0044 0532 0130 00"
REASON = "Wire to the owner"


@pytest.fixture
def account(make):
    return make(
        "secure.BankAccount",
        account_number_encrypted="000123-456789",
        routing_number_encrypted=ROUTING,
    )


@pytest.fixture
def boss(make):
    return make("portal.User", is_superuser=True, is_staff=True, status="active", user_type="admin")


def stored(row, column):
    table = row._meta.db_table.replace('"."', ".")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} WHERE id = %s", [row.pk])
        return cursor.fetchone()[0]


def test_every_column_that_keeps_a_secret_is_sealed():
    found = {
        (model.__name__, field.name)
        for model in (AccessCode, Lock, Property, Resort, BankAccount, Credential, PaymentMethod,
                      TaxIdentity)
        for field in sealed_fields(model)
    }  # fmt: skip
    assert found == {
        ("AccessCode", "code_value"),
        ("Lock", "code_current"),
        ("Lock", "code_master"),
        ("Property", "door_code"),
        ("Property", "gate_code"),
        ("Property", "lockbox_code"),
        ("Property", "wifi_password"),
        ("Resort", "wifi_password"),
        ("BankAccount", "account_number_encrypted"),
        ("BankAccount", "routing_number_encrypted"),
        ("Credential", "encrypted_value"),
        ("Credential", "oauth_refresh_token_encrypted"),
        ("PaymentMethod", "billing_address"),
        ("PaymentMethod", "token"),
        ("TaxIdentity", "encrypted_value"),
    }


@pytest.mark.django_db
class TestSealing:
    def test_a_row_keeps_ciphertext_last_four_index_and_key(self, account):
        sealed = stored(account, "account_number_encrypted")
        assert secrets.is_sealed(sealed)
        assert "456789" not in sealed
        assert secrets.opened(account, "account_number_encrypted") == "000123456789"
        assert secrets.opened(account, "routing_number_encrypted") == ROUTING
        assert account.account_last_four == "6789"
        assert account.encryption_key_id == "test"
        assert account.encryption_algorithm == secrets.ALGORITHM
        assert account.data_hash == secrets.blind_index(
            "000123456789", "secure.bank_accounts.data_hash"
        )

    def test_a_sealed_text_opens_in_its_own_row_and_column_alone(self, make, account):
        other = make("secure.BankAccount", account_number_encrypted="99887766",
                     routing_number_encrypted=ROUTING)  # fmt: skip
        for target, source in (
            ("account_number_encrypted", "account_number_encrypted"),
            ("routing_number_encrypted", "account_number_encrypted"),
        ):
            thief = BankAccount.objects.get(pk=other.pk)
            setattr(thief, target, getattr(account, source))
            with pytest.raises(secrets.Unreadable):
                secrets.opened(thief, target)

    def test_rows_made_in_bulk_are_sealed_too(self, make):
        home = make("property.Property")
        codes = [AccessCode(property=home, code_type="door", code_value=f"47{n}") for n in range(3)]
        AccessCode.objects.bulk_create(codes)
        kept = AccessCode.objects.filter(pk__in=[c.pk for c in codes])
        assert {secrets.opened(code, "code_value") for code in kept} == {"470", "471", "472"}
        assert all(secrets.is_sealed(stored(code, "code_value")) for code in kept)

    def test_an_update_in_sql_cannot_write_plain_text(self, account):
        with pytest.raises(TypeError, match="row by row"):
            BankAccount.objects.filter(pk=account.pk).update(account_number_encrypted="4711")

    def test_many_rows_are_not_given_one_secret(self, account):
        with pytest.raises(ValidationError, match="row by row"):
            records_update(
                queryset=BankAccount.objects.filter(pk=account.pk),
                values={"account_number_encrypted": "4711"},
                actor=None,
            )

    def test_saving_other_columns_leaves_the_secret(self, account):
        before = stored(account, "account_number_encrypted")
        account.bank_name = "Another"
        record_save(instance=account, actor=None)
        assert stored(account, "account_number_encrypted") == before

    def test_a_new_secret_takes_its_companions_along(self, account):
        secret_set(row=account, values={"account_number_encrypted": "5555 4444"}, actor=None)
        account.refresh_from_db()
        assert account.account_last_four == "4444"
        assert secrets.opened(account, "account_number_encrypted") == "55554444"
        entry = AuditLog.objects.get(record_id=account.pk)
        assert entry.columns_accessed == ["account_number_encrypted"]
        assert entry.event_type == "data_change"

    def test_history_search_and_trail_keep_no_secret(self, account):
        secret_set(row=account, values={"account_number_encrypted": "87654321"}, actor=None)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT string_agg(changed::text, ' ') FROM core.row_changes WHERE row_id = %s",
                [account.pk],
            )
            history = cursor.fetchone()[0]
        for text in (history, stored(account, "search_text"), str(AuditLog.objects.values())):
            assert "87654321" not in text
            assert "hk1." not in text

    def test_the_same_account_twice_is_refused(self, make, account):
        again = BankAccount(
            contact=account.contact,
            account_holder_name="Again",
            account_number_encrypted="000123456789",
            routing_number_encrypted=ROUTING,
        )
        with pytest.raises(ValidationError, match="already"):
            record_save(instance=again, actor=None)

    def test_it_is_refused_while_keys_change_too(self, settings, make, account):
        settings.ENCRYPTION_KEYS = [
            "new:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=",
            *settings.ENCRYPTION_KEYS,
        ]
        again = BankAccount(
            contact=account.contact,
            account_holder_name="Again",
            account_number_encrypted="000123456789",
            routing_number_encrypted=ROUTING,
        )
        with pytest.raises(ValidationError, match="already"):
            record_save(instance=again, actor=None)

    def test_sealed_text_cannot_be_entered(self, account):
        with pytest.raises(ValidationError, match="cannot start with"):
            secret_set(
                row=account,
                values={"account_number_encrypted": account.routing_number_encrypted},
                actor=None,
            )

    def test_a_secret_that_may_be_missing_can_be_removed(self, make):
        home = make("property.Property", door_code="4711")
        assert secrets.opened(home, "door_code") == "4711"
        secret_set(row=home, values={"door_code": None}, actor=None)
        assert stored(home, "door_code") is None

    def test_the_whole_number_finds_the_row(self, account):
        for text in ("000123456789", "000123-456-789", " 000123 456789 "):
            assert list(BankAccount.objects.search(text)) == [account]
        for text in ("00012345678", "456789", "123456789"):
            assert list(BankAccount.objects.search(text)) == []


class Row:
    def __init__(self, **values):
        self.__dict__.update(values)


@pytest.mark.parametrize(
    ("check", "row", "text", "kept"),
    [
        (account_number, {}, "12-34 5678", "12345678"),
        (account_number, {}, IBAN, "DE89370400440532013000"),
        (account_number, {}, IBAN.replace("9", "8"), None),
        (account_number, {}, "123", None),
        (account_number, {}, "12345678'; DROP", None),
        (routing_number, {"country_code": "US"}, ROUTING, ROUTING),
        (routing_number, {"country_code": "US"}, "121000249", None),
        (routing_number, {"country_code": "US"}, "12100024", None),
        (routing_number, {"country_code": "DE"}, "COBADEFFXXX", "COBADEFFXXX"),
        (identity_number, {"data_type": "ssn"}, "123-45-6789", "123456789"),
        (identity_number, {"data_type": "ssn"}, "000-45-6789", None),
        (identity_number, {"data_type": "ssn"}, "912-45-6789", None),
        (identity_number, {"data_type": "itin"}, "912-70-6789", "912706789"),
        (identity_number, {"data_type": "itin"}, "812-70-6789", None),
        (identity_number, {"data_type": "ein"}, "12-3456789", "123456789"),
        (identity_number, {"data_type": "ein"}, "12-345678", None),
        (identity_number, {"data_type": "passport"}, "c01x00t47", "C01X00T47"),
        (identity_number, {"data_type": "passport"}, "?", None),
        (token, {}, "tok_1NabcDEF", "tok_1NabcDEF"),
        (token, {}, "4242 4242 4242 4242", None),
    ],
)
def test_numbers_are_kept_as_they_are_compared(check, row, text, kept):
    if kept is None:
        with pytest.raises(ValidationError):
            check(text, Row(**row))
    else:
        assert check(text, Row(**row)) == kept


@pytest.mark.django_db
class TestRevealing:
    def test_it_asks_why_and_writes_it_down(self, account, boss):
        text = secret_reveal(
            row=account, name="account_number_encrypted", actor=boss, reason=REASON
        )
        assert text == "000123456789"
        entry = AuditLog.objects.get(record_id=account.pk)
        assert (entry.event_type, entry.action_type, entry.success) == ("data_access", "read", True)
        assert (entry.user_id, entry.access_reason) == (boss.pk, REASON)
        assert entry.columns_accessed == ["account_number_encrypted"]
        assert entry.data_classification == "restricted"
        assert "000123456789" not in str(entry.__dict__)

    @pytest.mark.parametrize("reason", ["", "  ", "why"])
    def test_no_reason_no_secret(self, account, boss, reason):
        with pytest.raises(ValidationError, match="what you need it for"):
            secret_reveal(row=account, name="account_number_encrypted", actor=boss, reason=reason)

    @pytest.mark.parametrize("role", ["MANAGER", "ADMIN", "TEAM_LEAD"])
    def test_reading_the_row_is_not_enough(self, account, person, role):
        user = person(role)
        with pytest.raises(PermissionDenied):
            secret_reveal(row=account, name="account_number_encrypted", actor=user, reason=REASON)
        entry = AuditLog.objects.get(record_id=account.pk)
        assert (entry.success, entry.severity, entry.user_id) == (False, "warning", user.pk)

    def test_the_permission_of_its_own_is(self, account, person):
        user = person("SUPER_ADMIN")
        assert secret_reveal(
            row=account, name="routing_number_encrypted", actor=user, reason=REASON
        )

    def test_who_reads_access_codes_sees_the_door_but_not_every_master_code(self, make, person):
        manager, member = person("MANAGER"), person("TEAM_MEMBER")
        home = make("property.Property", door_code="4711", primary_team=member.team_member.team)
        lock = make("property.Lock", door=make("property.Door", property=home), code_master="0000")
        other = make("property.Property", door_code="4712")
        for user in (manager, member):
            assert secret_reveal(row=home, name="door_code", actor=user, reason=REASON) == "4711"
        assert secret_reveal(row=lock, name="code_master", actor=manager, reason=REASON) == "0000"
        for row, name in ((lock, "code_master"), (other, "door_code")):
            with pytest.raises(PermissionDenied):
                secret_reveal(row=row, name=name, actor=member, reason=REASON)

    def test_nobody_sees_secrets_while_viewing_as_somebody(self, account, boss):
        viewed = type(boss).objects.get(pk=boss.pk)
        viewed.viewed_by = boss
        with pytest.raises(PermissionDenied):
            secret_reveal(row=account, name="account_number_encrypted", actor=viewed, reason=REASON)

    def test_a_lost_key_is_said_and_flagged(self, settings, account, boss):
        settings.ENCRYPTION_KEYS = ["new:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="]
        with pytest.raises(ValidationError, match="key test is not among"):
            secret_reveal(row=account, name="account_number_encrypted", actor=boss, reason=REASON)
        entry = AuditLog.objects.get(record_id=account.pk)
        assert entry.flagged_for_review
        assert not entry.success

    def test_only_so_many_an_hour(self, settings, make, boss):
        settings.REVEALS_PER_HOUR = 2
        home = make("property.Property", door_code="4711")
        for _ in range(2):
            secret_reveal(row=home, name="door_code", actor=boss, reason=REASON)
        with pytest.raises(Refused):
            secret_reveal(row=home, name="door_code", actor=boss, reason=REASON)
        assert AuditLog.objects.filter(record_id=home.pk, success=True).count() == 2
