"""Opening and closing accounts, by services and by the buttons of the office."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.test import Client

from core.services import OutOfScope
from portal.models import PortalSession, Role, User
from portal.services.accounts import (
    account_deactivate,
    account_lock,
    account_reactivate,
    account_suspend,
    account_unlock,
)
from portal.services.mfa import mfa_begin, mfa_confirm
from portal.services.sessions import session_of, session_start
from portal.services.sign_in import SignInRefused, sign_in
from portal.services.tokens import TokenRefused
from secure.models import AuditLog
from tests.portal.conftest import PASSWORD
from tests.portal.test_console_sign_in import code_of


@pytest.fixture
def kai(account):
    return account(email="kai@example.com", is_staff=True)


@pytest.fixture
def in_role(account, make):
    """in_role("ADMIN"): somebody of the office with that role."""

    def in_role(code):
        user = account(is_staff=True, user_type="admin")
        make("portal.UserRole", user=user, role=Role.objects.get(role_code=code))
        return user

    return in_role


@pytest.mark.parametrize(
    ("service", "status", "reason"),
    [
        (account_suspend, "suspended", "suspension"),
        (account_lock, "locked", "security"),
        (account_deactivate, "deactivated", "admin"),
    ],
)
def test_shutting_an_account_ends_its_sessions_at_once(kai, office, service, status, reason):
    tokens = session_start(user=kai)
    user = service(user=kai, actor=office, reason="Left the company.")
    assert user.status == status
    tokens.session.refresh_from_db()
    assert (tokens.session.is_active, tokens.session.revoked_reason) == (False, reason)
    with pytest.raises(TokenRefused):
        session_of(token=tokens.access)
    with pytest.raises(SignInRefused):
        sign_in(email=kai.email, password=PASSWORD)
    entry = AuditLog.objects.filter(event_type="permission_change").get()
    assert (entry.user_id, entry.record_id, entry.access_reason) == (
        office.pk,
        kai.pk,
        "Left the company.",
    )
    assert entry.new_values == {"status": status}


def test_opening_it_again(kai, office):
    account_deactivate(user=kai, actor=office, reason="Left.")
    kai.refresh_from_db()
    assert kai.deactivated_at
    User.objects.filter(pk=kai.pk).update(failed_login_count=5, is_active=False)
    kai.refresh_from_db()
    user = account_reactivate(user=kai, actor=office)
    assert (user.status, user.is_active, user.deactivated_at, user.failed_login_count) == (
        "active",
        True,
        None,
        0,
    )
    assert sign_in(email=kai.email, password=PASSWORD).user == kai


def test_moves_that_are_not_there(kai, office, make):
    with pytest.raises(ValidationError, match="can only become"):
        account_reactivate(user=kai, actor=office)
    with pytest.raises(ValidationError, match="reason"):
        account_suspend(user=kai, actor=office, reason=" ")
    with pytest.raises(ValidationError, match="own account"):
        account_suspend(user=office, actor=office, reason="Holiday.")


def test_a_timed_lock_is_taken_off(kai, office):
    for _ in range(5):
        with pytest.raises(SignInRefused):
            sign_in(email=kai.email, password="wrong")
    account_unlock(user=kai, actor=office)
    assert sign_in(email=kai.email, password=PASSWORD).user == kai
    with pytest.raises(ValidationError, match="not locked"):
        account_unlock(user=User.objects.get(pk=kai.pk), actor=office)


def test_a_locked_account_is_opened_by_unlocking(kai, office):
    account_lock(user=kai, actor=office)
    kai.refresh_from_db()
    assert account_unlock(user=kai, actor=office).status == "active"


def test_who_is_above_is_out_of_reach(in_role, office):
    admin, manager = in_role("ADMIN"), in_role("MANAGER")
    for user, actor in ((office, admin), (admin, manager), (office, manager)):
        with pytest.raises(ValidationError, match="more than yours"):
            account_suspend(user=user, actor=actor, reason="Coup.")
    other = in_role("ADMIN")
    assert account_suspend(user=other, actor=admin, reason="Left.").status == "suspended"


def test_who_has_no_right_to_accounts_moves_none(in_role, kai):
    with pytest.raises(OutOfScope):
        account_suspend(user=kai, actor=in_role("TEAM_MEMBER"), reason="No.")
    kai.refresh_from_db()
    assert kai.status == "active"


class TestButtons:
    @pytest.fixture
    def client(self, office):
        client = Client()
        client.force_login(office)
        return client

    def page(self, user):
        return f"/console/portal/user/{user.pk}/change/"

    def press(self, client, user, deed, reason=""):
        answer = client.post(f"/console/portal/user/{user.pk}/deed/{deed}/", {"reason": reason})
        return answer, " ".join(str(m) for m in get_messages(answer.wsgi_request))

    def offered(self, client, user):
        return {deed.name for deed, _ in client.get(self.page(user)).context["deeds"]}

    def test_only_what_there_is_to_do(self, client, kai, make):
        new = make("portal.User", email="new@example.com")
        assert "invite" in self.offered(client, new)
        assert not {"invite", "unlock", "sign_out", "reset_mfa"} & self.offered(client, kai)
        assert self.press(client, kai, "invite")[0].status_code == 403

    def test_a_new_account_is_invited(self, client, post):
        data = {"email": "Noe@Example.com", "user_type": "team", "first_name": "Noe"}
        answer = client.post("/console/portal/user/add/", data)
        assert answer.status_code == 302
        new = User.objects.get(email="noe@example.com")
        assert (new.status, new.has_usable_password()) == ("pending", False)
        assert "on its way to noe@example.com" in self.press(client, new, "invite")[1]
        assert [message.to for message in post()] == [["noe@example.com"]]

    def test_suspending_ends_sessions(self, client, kai):
        session = session_start(user=kai).session
        move = f"/console/portal/user/{kai.pk}/move/"
        client.post(move, {"field": "status", "to": "suspended", "reason": "Left."})
        kai.refresh_from_db()
        session.refresh_from_db()
        assert (kai.status, session.revoked_reason) == ("suspended", "suspension")

    def test_signing_out(self, client, kai):
        session_start(user=kai)
        assert "sign_out" in self.offered(client, kai)
        self.press(client, kai, "sign_out", "Telephone lost.")
        assert not PortalSession.objects.filter(user=kai, is_active=True).exists()

    def test_a_lost_telephone(self, client, kai, post):
        mfa_confirm(user=kai, code=code_of(mfa_begin(user=kai)))
        post()
        assert "Say why" in self.press(client, kai, "reset_mfa")[1]
        assert "no second factor" in self.press(client, kai, "reset_mfa", "Seen at the desk.")[1]
        kai.refresh_from_db()
        assert (kai.mfa_enabled, kai.mfa_secret_encrypted) == (False, None)
        assert "removed" in post()[0].subject
        entry = AuditLog.objects.filter(access_reason="Seen at the desk.").first()
        assert entry is not None

    def test_a_lock_is_taken_off(self, client, kai):
        User.objects.filter(pk=kai.pk).update(
            failed_login_count=5, locked_until=datetime.now(UTC) + timedelta(minutes=20)
        )
        self.press(client, kai, "unlock")
        kai.refresh_from_db()
        assert kai.locked_until is None

    def test_a_password_set_by_the_office_must_be_changed(self, client, kai):
        url = f"/console/portal/user/{kai.pk}/password/"
        short = client.post(url, {"password": "short-1", "again": "short-1"})
        assert "12 characters" in short.content.decode()
        new = "a heron at low tide"
        assert client.post(url, {"password": new, "again": new}).status_code == 302
        kai.refresh_from_db()
        assert kai.check_password(new)
        assert kai.must_change_password

    def test_the_own_password_needs_the_present_one(self, client, office):
        url = f"/console/portal/user/{office.pk}/password/"
        new = "a heron at low tide"
        assert client.post(url, {"password": new, "again": new}).url == "/console/password_change/"
        office.refresh_from_db()
        assert office.check_password(PASSWORD)

    def test_an_administrator_touches_no_superuser(self, office, in_role, kai):
        client = Client()
        client.force_login(in_role("ADMIN"))
        data = {"email": "mine@example.com", "user_type": "team"}
        assert client.post(self.page(office), data).status_code == 403
        new = {"password": "a heron at low tide", "again": "a heron at low tide"}
        assert client.post(f"/console/portal/user/{office.pk}/password/", new).status_code == 403
        assert self.press(client, office, "sign_out", "Why not.")[0].status_code == 403
        office.refresh_from_db()
        assert (office.email, office.check_password(PASSWORD)) == ("office@example.com", True)
        client.post(self.page(kai), {"is_superuser": "on", "email": kai.email, "user_type": "team"})
        kai.refresh_from_db()
        assert not kai.is_superuser

    def test_a_new_address_is_not_confirmed_yet(self, client, kai):
        User.objects.filter(pk=kai.pk).update(email_verified=True)
        data = {"email": "kai@example.org", "user_type": "team", "language": "en", "is_staff": "on"}
        assert client.post(self.page(kai), data).status_code == 302
        kai.refresh_from_db()
        assert (kai.email, kai.email_verified) == ("kai@example.org", False)
