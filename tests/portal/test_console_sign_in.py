"""Signing in to the console: its pages, the second step, and what must be done first."""

from base64 import b32decode
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP

from portal.models import PortalSession, RecoveryCode
from portal.services.mfa import mfa_begin, mfa_confirm
from tests.portal.conftest import PASSWORD, token_in

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
LOGIN, STEP, HOME = "/console/login/", "/console/login/code/", "/console/"


@pytest.fixture
def staff(account):
    """Somebody of the office, without any second factor."""
    return account(email="leilani@example.com", is_staff=True)


def code_of(enrolment, at=None):
    """What the app shows for a secret, now or at an instant."""
    app = TOTP(b32decode(enrolment.secret))
    app.time = (at or datetime.now(UTC)).timestamp()
    return f"{app.token():06}"


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(LOGIN, {"email": email, "password": password, **more})


def test_address_and_password_open_the_console(client, staff):
    answer = sign_in(client, "Leilani@Example.com ")
    assert (answer.status_code, answer.url) == (302, HOME)
    assert client.get(HOME).status_code == 200
    session = PortalSession.objects.get(user=staff)
    assert (session.is_active, session.mfa_verified_at) == (True, None)


def test_where_one_was_going_is_where_one_gets(client, staff):
    answer = sign_in(client, staff.email, next="/console/account/")
    assert answer.url == "/console/account/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_nobody_is_led_elsewhere(client, staff, elsewhere):
    assert sign_in(client, staff.email, next=elsewhere).url == HOME


def test_wrong_and_unknown_are_told_alike(client, staff):
    told = [
        sign_in(client, email, "not-the-password-1").content.decode()
        for email in (staff.email, "nobody@example.com")
    ]
    told = [text.replace(staff.email, "…").replace("nobody@example.com", "…") for text in told]
    assert "open no account" in told[0]
    tokens = [text.split('csrfmiddlewaretoken" value="')[1][:64] for text in told]
    assert told[0].replace(tokens[0], "") == told[1].replace(tokens[1], "")
    assert client.get(HOME).status_code == 302


def test_no_console_for_guests(client, account):
    guest = account(email="guest1@example.com", user_type="guest")
    assert "not for the console" in sign_in(client, guest.email).content.decode()
    assert client.get(HOME).status_code == 302


def test_signing_out_ends_the_session(client, staff):
    sign_in(client, staff.email)
    assert client.get("/console/logout/").status_code == 302  # a link is not enough
    assert PortalSession.objects.filter(user=staff, is_active=True).exists()
    assert "signed out" in client.post("/console/logout/").content.decode()
    assert not PortalSession.objects.filter(user=staff, is_active=True).exists()
    assert client.get(HOME).status_code == 302


class TestSecondStep:
    @pytest.fixture
    def enrolled(self, staff):
        """The staff member with an app; time stands still, later than the code used so far."""
        with time_machine.travel(NOON, tick=False) as clock:
            self.enrolment = mfa_begin(user=staff)
            self.codes = mfa_confirm(user=staff, code=code_of(self.enrolment, NOON))
            clock.shift(timedelta(minutes=5))
            self.clock = clock
            staff.refresh_from_db()
            yield staff

    def now(self):
        return code_of(self.enrolment, datetime.now(UTC))

    def test_the_password_alone_opens_nothing(self, client, enrolled):
        answer = sign_in(client, enrolled.email)
        assert answer.url == f"{STEP}?next=%2Fconsole%2F"
        assert "_auth_user_id" not in client.session
        assert client.get(HOME).url.startswith(LOGIN)
        assert not PortalSession.objects.filter(user=enrolled).exists()

    def test_the_code_opens_the_console(self, client, enrolled):
        page = sign_in(client, enrolled.email, next="/console/account/").url
        answer = client.post(page, {"code": self.now()})
        assert answer.url == "/console/account/"
        assert "10 recovery codes left" in client.get(answer.url).content.decode()
        assert PortalSession.objects.get(user=enrolled).mfa_verified_at

    def test_a_recovery_code_opens_it_once(self, client, enrolled):
        page = sign_in(client, enrolled.email).url
        assert client.post(page, {"code": self.codes[0].upper()}).status_code == 302
        assert RecoveryCode.objects.filter(user=enrolled, used_at=None).count() == 9
        other = Client()
        page = sign_in(other, enrolled.email).url
        assert "not right" in other.post(page, {"code": self.codes[0]}).content.decode()

    def test_a_code_counts_once(self, client, enrolled):
        code = self.now()
        client.post(sign_in(client, enrolled.email).url, {"code": code})
        other = Client()
        page = sign_in(other, enrolled.email).url
        assert "used already" in other.post(page, {"code": code}).content.decode()
        self.clock.shift(timedelta(seconds=30))
        assert other.post(page, {"code": self.now()}).status_code == 302

    def test_guesses_lock_the_account(self, client, enrolled):
        page = sign_in(client, enrolled.email).url
        for _ in range(5):
            client.post(page, {"code": "000000"})
        assert "not right" in client.post(page, {"code": self.now()}).content.decode()
        self.clock.shift(timedelta(minutes=9))
        assert client.post(page, {"code": self.now()}).status_code == 200
        self.clock.shift(timedelta(minutes=22))
        assert client.post(page, {"code": self.now()}).url == LOGIN  # too late for this password
        page = sign_in(client, enrolled.email).url
        assert client.post(page, {"code": self.now()}).status_code == 302

    def test_a_new_password_ends_the_waiting(self, client, enrolled):
        page = sign_in(client, enrolled.email).url
        enrolled.set_password("another-kakahiaka-8")
        enrolled.save()
        assert client.post(page, {"code": self.now()}).url == LOGIN

    def test_a_browser_from_before_is_asked_too(self, client, enrolled):
        client.force_login(enrolled)
        answer = client.get("/console/account/")
        assert answer.url == f"{STEP}?next=%2Fconsole%2Faccount%2F"
        assert client.get("/api/v1/schema/").json()["code"] == "second_factor"
        client.post(answer.url, {"code": self.now()})
        assert client.get("/console/account/").status_code == 200


class TestEnrolment:
    def test_it_is_asked_of_administrators(self, client, office, staff, settings):
        settings.MFA_REQUIRED = "admins"
        sign_in(client, office.email)
        answer = client.get("/console/portal/user/")
        assert answer.url == "/console/account/second-factor/?next=%2Fconsole%2Fportal%2Fuser%2F"
        assert (
            client.post("/console/portal/user/add/", {"email": "x@example.com"}).status_code == 302
        )
        other = Client()
        sign_in(other, staff.email)
        assert other.get("/console/account/").status_code == 200

    def test_scan_confirm_and_go_on(self, client, office, settings):
        settings.MFA_REQUIRED = "staff"
        with time_machine.travel(NOON, tick=False):
            sign_in(client, office.email)
            page = client.get(HOME).url
            assert client.get(page).context["enrolment"] is None  # looking begins nothing
            client.post(page, {"begin": "1"})
            shown = client.get(page)
            assert "data:image/svg+xml" in shown.content.decode()
            wrong = client.post(page, {"code": "123456", "next": HOME})
            assert "not right" in wrong.content.decode()
            code = code_of(shown.context["enrolment"], NOON)
            codes = client.post(page, {"code": code, "next": HOME})
            assert len(codes.context["codes"]) == 10
            assert all(code in codes.content.decode() for code in codes.context["codes"])
            assert codes.headers["Cache-Control"].count("no-store")
            assert client.get(HOME).status_code == 200
        office.refresh_from_db()
        assert office.mfa_enabled
        assert shown.context["enrolment"].secret not in office.mfa_secret_encrypted

    def test_taking_it_off_needs_password_and_code(self, client, staff):
        with time_machine.travel(NOON, tick=False) as clock:
            sign_in(client, staff.email)
            page = "/console/account/second-factor/"
            client.post(page, {"begin": "1"})
            enrolment = client.get(page).context["enrolment"]
            client.post(page, {"code": code_of(enrolment, NOON)})
            off = f"{page}off/"
            clock.shift(timedelta(minutes=1))
            code = code_of(enrolment, datetime.now(UTC))
            assert client.post(off, {"password": "nope", "code": code}).status_code == 200
            assert client.post(off, {"password": PASSWORD, "code": "111111"}).status_code == 200
            assert client.post(off, {"password": PASSWORD, "code": code}).status_code == 302
        staff.refresh_from_db()
        assert (staff.mfa_enabled, staff.mfa_secret_encrypted) == (False, None)
        assert not RecoveryCode.objects.filter(user=staff).exists()

    def test_new_recovery_codes_void_the_old_ones(self, client, staff):
        enrolment = mfa_begin(user=staff)
        old = mfa_confirm(user=staff, code=code_of(enrolment))
        page = sign_in(client, staff.email).url
        client.post(page, {"code": old[0]})
        new = client.post("/console/account/codes/", {"code": old[1]}).context["codes"]
        assert not set(old) & set(new)
        assert (
            "not right" in client.post("/console/account/codes/", {"code": old[2]}).content.decode()
        )


class TestPassword:
    def test_changing_it_keeps_this_browser_only(self, client, staff):
        other = Client()
        for browser in (client, other):
            sign_in(browser, staff.email)
        page = reverse("admin:password_change")
        fields = {"old": PASSWORD, "password": "mahalo-nui-loa-9", "again": "mahalo-nui-loa-9"}
        assert client.post(page, fields).status_code == 302
        assert client.get(HOME).status_code == 200
        assert other.get(HOME).status_code == 302
        assert sign_in(Client(), staff.email).status_code == 200
        assert sign_in(Client(), staff.email, "mahalo-nui-loa-9").status_code == 302

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"old": "wrong"}, "not your password"),
            ({"again": "different-words-1"}, "not the same"),
            ({"password": "short-1", "again": "short-1"}, "12 characters"),
            ({"password": "leilani-leilani-1", "again": "leilani-leilani-1"}, "e-mail address"),
        ],
    )
    def test_refusals_stand_at_the_fields(self, client, staff, fields, said):
        sign_in(client, staff.email)
        given = {"old": PASSWORD, "password": "mahalo-nui-loa-9", "again": "mahalo-nui-loa-9"}
        answer = client.post(reverse("admin:password_change"), given | fields)
        assert said in answer.content.decode()
        staff.refresh_from_db()
        assert staff.check_password(PASSWORD)

    def test_one_that_must_be_changed_comes_first(self, client, account):
        account(email="new@example.com", is_staff=True, must_change_password=True)
        sign_in(client, "new@example.com")
        page = client.get("/console/account/").url
        assert page.startswith(reverse("admin:password_change"))
        new = "mahalo-nui-loa-9"
        fields = {"old": PASSWORD, "password": new, "again": new, "next": "/console/account/"}
        assert client.post(page, fields).url == "/console/account/"
        assert client.get("/console/account/").status_code == 200

    def test_a_forgotten_one(self, client, staff, post):
        page = reverse("account:forgotten")
        told = [
            client.post(page, {"email": email}).content.decode().replace(email, "…")
            for email in (staff.email, "nobody@example.com")
        ]
        assert told[0] == told[1]
        assert len(post()) == 1
        link = mail.outbox[0].body.split("http://localhost:8000")[1].split()[0]
        path, _, token = link.partition("#")
        fields = {"token": token, "password": "mahalo-nui-loa-9", "again": "mahalo-nui-loa-9"}
        assert client.get(path).status_code == 200  # looking uses nothing up
        assert "holds" in client.post(path, fields).content.decode()
        assert "does not work any more" in client.post(path, fields).content.decode()
        assert sign_in(client, staff.email, "mahalo-nui-loa-9").status_code == 302


def test_an_onlooker_is_not_led_to_the_other_persons_steps(client, office, account):
    other = account(email="new@example.com", is_staff=True, must_change_password=True)
    client.force_login(office)
    client.post(f"/console/portal/user/{other.pk}/deed/view_as/", {"reason": "A question."})
    assert client.get(HOME).status_code == 200


class TestDevices:
    def test_the_own_can_be_signed_out(self, client, staff):
        other = Client(headers={"user-agent": "Mozilla/5.0 (iPhone) Mobile"})
        for browser in (client, other):
            sign_in(browser, staff.email)
        phone = PortalSession.objects.get(user=staff, device_type="mobile")
        assert (
            reverse("admin:session_end", args=[phone.pk])
            in client.get("/console/account/").content.decode()
        )
        client.post(reverse("admin:session_end", args=[phone.pk]))
        assert other.get(HOME).status_code == 302
        assert client.get(HOME).status_code == 200

    def test_nobody_elses(self, client, staff, office):
        other = Client()
        sign_in(other, office.email)
        sign_in(client, staff.email)
        theirs = PortalSession.objects.get(user=office)
        assert client.post(reverse("admin:session_end", args=[theirs.pk])).status_code == 404
        assert other.get(HOME).status_code == 200


def test_an_invitation_opens_an_account(client, make, office, post):
    from portal.services.invitations import invitation_send

    new = make("portal.User", email="kai@example.com", user_type="team", is_staff=True)
    invitation_send(user=new, actor=office)
    (message,) = post()
    page = reverse("account:invitation")
    fields = {"token": token_in(message), "password": PASSWORD, "again": PASSWORD}
    assert "whole link" in client.post(page, fields | {"token": ""}).content.decode()
    answer = client.post(page, fields)
    assert "Sign in to the console" in answer.content.decode()
    assert sign_in(client, "kai@example.com").status_code == 302


def test_an_address_is_confirmed(client, staff, post):
    sign_in(client, staff.email)
    client.post(reverse("admin:verification"))
    (message,) = post()
    answer = client.post(reverse("account:email"), {"token": token_in(message)})
    assert "confirmed" in answer.content.decode()
    staff.refresh_from_db()
    assert staff.email_verified
