"""Rules for passwords, and what a change of one does."""

import pytest
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from core.models import RowChange
from portal.models import PastPassword
from portal.services.passwords import password_change, password_set
from portal.services.sessions import session_start
from secure.models import AuditLog
from tests.portal.conftest import PASSWORD

NEW = "mahalo-nui-loa-{}"


@pytest.fixture
def kai(account):
    return account(email="kaimana@example.com", first_name="Kealohanuiakea")


def refused(service, **values):
    with pytest.raises(ValidationError) as error:
        service(**values)
    return error.value.message_dict


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("eleven-char", "12 characters"),
        ("123456789012345", "entirely numeric"),
        ("password1234", "too common"),
        ("my-KAIMANA-password", "e-mail address"),
        ("xkaimana@example.comx", "e-mail address"),
        ("kealohanuiakea1", "similar"),
    ],
)
def test_rules(kai, new, said):
    told = " ".join(refused(password_change, user=kai, old=PASSWORD, new=new)["password"])
    assert said in told


def test_a_short_name_may_stand_in_a_password(account):
    user = account(email="al@example.com")
    password_change(user=user, old=PASSWORD, new="always-walking-7")


def test_the_last_five_are_not_taken_again(kai, settings):
    settings.PASSWORD_HISTORY = 3
    old = PASSWORD
    for number in range(4):
        password_change(user=kai, old=old, new=NEW.format(number))
        old = NEW.format(number)
    assert PastPassword.objects.filter(user=kai).count() == 3
    for number in (1, 2, 3):
        again = refused(password_change, user=kai, old=old, new=NEW.format(number))
        assert "before" in again["password"][0]
    password_change(user=kai, old=old, new=NEW.format(0))


def test_a_change_ends_every_session_but_the_own(kai, post):
    kept, other = (session_start(user=kai).session for _ in range(2))
    password_change(user=kai, old=PASSWORD, new=NEW.format(1), keep=kept)
    for session in (kept, other):
        session.refresh_from_db()
    assert (kept.is_active, other.is_active) == (True, False)
    assert other.revoked_reason == "password_change"
    kai.refresh_from_db()
    assert kai.password_changed_at
    assert kai.check_password(NEW.format(1))
    assert "was changed" in post()[0].subject


def test_the_old_one_is_not_guessed_for_ever(kai):
    for _ in range(10):
        assert "not your password" in refused(password_change, user=kai, old="x", new=NEW)["old"][0]
    said = refused(password_change, user=kai, old=PASSWORD, new=NEW)["old"][0]
    assert "too often" in said


def test_one_set_by_the_office_must_be_changed(kai, office):
    password_set(user=kai, new=NEW.format(1), actor=office)
    kai.refresh_from_db()
    assert kai.must_change_password
    password_change(user=kai, old=NEW.format(1), new=NEW.format(2))
    kai.refresh_from_db()
    assert not kai.must_change_password


def test_nobody_becomes_a_superuser_by_a_superusers_password(account, make, office):
    from portal.models import Role

    admin, manager, kai = (account(is_staff=True) for _ in range(3))
    make("portal.UserRole", user=admin, role=Role.objects.get(role_code="ADMIN"))
    make("portal.UserRole", user=manager, role=Role.objects.get(role_code="MANAGER"))
    for user, actor in ((office, admin), (admin, manager)):
        with pytest.raises(ValidationError, match="more than yours"):
            password_set(user=user, new=NEW.format(1), actor=actor)
    password_set(user=kai, new=NEW.format(1), actor=admin)
    password_set(user=admin, new=NEW.format(1), actor=office)


def test_what_is_kept_shows_no_password(kai):
    password_change(user=kai, old=PASSWORD, new=NEW.format(1))
    kai.refresh_from_db()
    kept = f"{list(RowChange.objects.values())}{list(AuditLog.objects.values())}"
    for secret in (PASSWORD, NEW.format(1), kai.password):
        assert secret not in kept


def test_every_rule_says_what_it_asks():
    assert "12 characters" in " ".join(password_validation.password_validators_help_texts())
