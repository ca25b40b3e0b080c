"""Signing in by services: what is counted, what locks, and what a stranger learns (nothing)."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
import time_machine
from django.contrib.auth import hashers
from django.db import connections

from portal.choices.users import UserStatus
from portal.models import User
from portal.services import attempts
from portal.services.sign_in import SignInRefused, sign_in, steps_due
from secure.models import AuditLog
from tests.portal.conftest import PASSWORD

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def refusal(email, password="not-the-password-1", **more):
    with pytest.raises(SignInRefused) as refused:
        sign_in(email=email, password=password, **more)
    return refused.value


@pytest.fixture
def hashings(monkeypatch):
    """How often a password was hashed."""
    counted = []
    hasher = type(hashers.get_hasher())
    encode = hasher.encode

    def counting(self, *args, **kwargs):
        counted.append(args[0])
        return encode(self, *args, **kwargs)

    monkeypatch.setattr(hasher, "encode", counting)
    return counted


def test_the_right_password_opens(account, from_address):
    user = account(email="kai@example.com", failed_login_count=3)
    with from_address("198.51.100.7"):
        given = sign_in(email=" Kai@Example.com", password=PASSWORD)
    user.refresh_from_db()
    assert (given.user, given.mfa_verified) == (user, False)
    assert (user.failed_login_count, user.last_login_ip) == (0, "198.51.100.7")
    entry = AuditLog.objects.filter(event_type="login").get()
    assert (entry.user_id, entry.success, str(entry.ip_address)) == (user.pk, True, "198.51.100.7")


def test_everybody_who_knows_no_password_is_told_the_same_and_waits_as_long(account, hashings):
    account(email="kai@example.com")
    account(email="shut@example.com", status="suspended")
    account(email="new@example.com", password=None)
    locked = account(email="locked@example.com")
    User.objects.filter(pk=locked.pk).update(locked_until=datetime.now(UTC) + timedelta(hours=1))
    told = {}
    for email in ("kai", "shut", "new", "locked", "nobody"):
        hashings.clear()
        told[email] = (str(refusal(f"{email}@example.com")), len(hashings))
    assert set(told.values()) == {(told["kai"][0], 1)}
    hashings.clear()
    assert str(refusal("locked@example.com", PASSWORD)) == told["kai"][0]
    assert len(hashings) == 1


@pytest.mark.parametrize("status", ["pending", "suspended", "locked", "deactivated"])
def test_what_is_the_matter_is_said_to_who_knows_the_password(account, status):
    account(email="kai@example.com", status=status)
    assert refusal("kai@example.com", PASSWORD).reason == status
    assert refusal("kai@example.com").reason == "wrong"


def test_an_account_that_is_switched_off_is_closed(account):
    account(email="kai@example.com", is_active=False)
    assert refusal("kai@example.com", PASSWORD).reason == UserStatus.DEACTIVATED


def test_five_wrong_tries_lock_for_half_an_hour(account):
    user = account(email="kai@example.com")
    with time_machine.travel(NOON, tick=False) as clock:
        for tried in range(1, 6):
            refusal(user.email)
            user.refresh_from_db()
            assert user.failed_login_count == tried
        assert user.locked_until == NOON + timedelta(minutes=30)
        assert user.status == "active"  # the status is for people
        assert refusal(user.email, PASSWORD).reason == "wrong"
        clock.shift(timedelta(minutes=29, seconds=59))
        assert refusal(user.email, PASSWORD).reason == "wrong"
        clock.shift(timedelta(seconds=2))
        sign_in(email=user.email, password=PASSWORD)
    user.refresh_from_db()
    assert (user.failed_login_count, user.locked_until) == (0, None)
    entry = AuditLog.objects.filter(severity="warning").earliest("occurred_at")
    assert (entry.success, entry.user_id) == (False, user.pk)


def test_after_the_lock_one_has_five_tries_again(account):
    user = account(email="kai@example.com")
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(5):
            refusal(user.email)
        clock.shift(timedelta(minutes=31))
        for _ in range(4):
            refusal(user.email)
        sign_in(email=user.email, password=PASSWORD)


def test_the_fifth_try_may_be_right(account):
    user = account(email="kai@example.com")
    for _ in range(4):
        refusal(user.email)
    assert sign_in(email=user.email, password=PASSWORD).user == user


def test_one_address_does_not_try_for_ever(account, from_address, monkeypatch, hashings):
    account(email="kai@example.com")
    monkeypatch.setattr(attempts, "MOST_FROM_ADDRESS", 3)
    with time_machine.travel(NOON, tick=False) as clock:
        with from_address("198.51.100.7"):
            for number in range(3):
                assert refusal(f"guess{number}@example.com").reason == "wrong"
            hashings.clear()
            refused = refusal("kai@example.com", PASSWORD)
            assert (refused.reason, refused.retry_after) == ("throttled", 300)
            assert hashings == []
        with from_address("203.0.113.9"):
            sign_in(email="kai@example.com", password=PASSWORD)
        clock.shift(timedelta(minutes=6))
        with from_address("198.51.100.7"):
            sign_in(email="kai@example.com", password=PASSWORD)


@pytest.mark.django_db(transaction=True)
def test_however_many_guess_at_once_five_are_looked_at(account, monkeypatch):
    user = account(email="kai@example.com")
    looked_at = []

    def looking(found, password):
        looked_at.append(found)
        return False

    begun = []
    real = attempts.attempt_begin

    def counting(**values):
        begun.append(real(**values))
        return begun[-1]

    monkeypatch.setattr("portal.services.sign_in.attempt_begin", counting)
    monkeypatch.setattr(
        "portal.services.sign_in.check_password_with_timing_attack_mitigation", looking
    )

    def guess():
        try:
            refusal(user.email)
        finally:
            connections.close_all()

    threads = [Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (begun.count(True), begun.count(False), len(looked_at)) == (5, 7, 12)


@pytest.mark.parametrize(
    "email", ["", "   ", "no address", "a" * 5000, "kai\x00@example.com", "ʻōkina@x"]
)
def test_anything_may_be_typed(db, email):
    assert refusal(email, "x").reason == "wrong"


def test_no_password_reaches_the_trail(account):
    account(email="kai@example.com")
    refusal("kai@example.com", "a-secret-guess-1")
    refusal("my-password-typed-as-address", "a-secret-guess-1")
    trail = str(list(AuditLog.objects.values()))
    assert "a-secret-guess-1" not in trail
    assert "my-password-typed-as-address" not in trail


@pytest.mark.parametrize(
    ("required", "values", "due"),
    [
        ("none", {"is_superuser": True}, ""),
        ("admins", {"is_superuser": True}, "enrolment"),
        ("admins", {"is_staff": True}, ""),
        ("staff", {"is_staff": True}, "enrolment"),
        ("staff", {"user_type": "guest"}, ""),
        ("everyone", {"user_type": "guest"}, "enrolment"),
        ("everyone", {"user_type": "service"}, ""),
        ("none", {"must_change_password": True}, "password_change"),
        ("none", {"mfa_enabled": True, "must_change_password": True}, "second_factor"),
    ],
)
def test_what_is_due_first(account, settings, required, values, due):
    settings.MFA_REQUIRED = required
    assert steps_due(account(**values), mfa_verified=False) == due


def test_roles_of_administrators_need_a_second_factor(account, make, settings):
    from portal.models import Role

    settings.MFA_REQUIRED = "admins"
    for code, due in (("MANAGER", ""), ("ADMIN", "enrolment"), ("SUPER_ADMIN", "enrolment")):
        user = account(is_staff=True)
        grant = make("portal.UserRole", user=user, role=Role.objects.get(role_code=code))
        assert steps_due(user, mfa_verified=False) == due
        grant.revoked_at = datetime.now(UTC)
        grant.save()
        assert steps_due(user, mfa_verified=False) == ""


def test_a_role_that_inherits_from_administrators_needs_one_however_far_below(
    account, make, settings
):
    from portal.models import Role

    settings.MFA_REQUIRED = "admins"
    role = Role.objects.get(role_code="ADMIN")
    for code in ("AREA_ADMIN", "ISLAND_ADMIN", "VALLEY_ADMIN"):
        role = make("portal.Role", role_code=code, role_type="team", parent_role=role)
    user = account(is_staff=True)
    make("portal.UserRole", user=user, role=role)
    assert steps_due(user, mfa_verified=False) == "enrolment"
