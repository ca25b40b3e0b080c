"""Signing in over the API, from the first call to the last, and what is one's own."""

from base64 import b32decode
from datetime import timedelta

import pytest
from django.utils import timezone
from django_otp.oath import TOTP
from rest_framework.test import APIClient

from core.models import RowChange
from portal.models import PortalSession, User, UserPreference
from portal.services.invitations import invitation_send
from portal.services.mfa import mfa_begin, mfa_confirm
from portal.services.sessions import session_start
from tests.portal.conftest import PASSWORD, token_in

pytestmark = pytest.mark.django_db
AUTH = "/api/v1/auth/"
ME = "/api/v1/me/"
OTHER_PASSWORD = "another-aloha-kakahiaka-8"


def call(path, data=None, client=None):
    return (client or APIClient()).post(f"{AUTH}{path}/", data or {}, format="json")


def calling(token):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def signed_in(user, **device):
    """A client that signed in as a service does."""
    return calling(session_start(user=user, **device).access)


def login(user, **values):
    return call("login", {"email": user.email, "password": PASSWORD, **values})


def code_of(secret, step=0):
    """The code an app shows, ``step`` half minutes from now."""
    totp = TOTP(b32decode(secret))
    totp.time = timezone.now().timestamp() + 30 * step
    return f"{totp.token():06d}"


@pytest.fixture
def user(account):
    return account()


@pytest.fixture
def with_app(account):
    """Somebody with an authenticator app; the secret is ``user.secret``."""
    user = account()
    user.secret = mfa_begin(user=user, source="api").secret
    mfa_confirm(user=user, code=code_of(user.secret, -1), source="api")
    secret, user = user.secret, User.objects.get(pk=user.pk)
    user.secret = secret
    return user


def test_from_signing_in_to_signing_out(user):
    answer = login(user, device={"type": "mobile", "name": "Kai's phone"})
    assert answer.status_code == 200, answer.content
    assert answer["Cache-Control"] == "no-store"
    tokens = answer.json()
    assert tokens["steps_due"] == ""
    client = calling(tokens["access"])
    (session,) = client.get(f"{ME}sessions/").json()
    assert session["id"] == tokens["session"]
    assert (session["device_type"], session["device_name"]) == ("mobile", "Kai's phone")
    assert session["is_current"] is True
    assert session["expires_at"] == tokens["refresh_expires_at"]
    tokens = call("refresh", {"refresh": tokens["refresh"]}).json()
    client = calling(tokens["access"])
    assert client.get(ME).status_code == 200
    assert call("logout", client=client).status_code == 204
    assert client.get(ME).status_code == 401
    assert call("refresh", {"refresh": tokens["refresh"]}).status_code == 401


@pytest.mark.parametrize(
    "values", [{"password": "wrong"}, {"email": "nobody@example.com"}, {"password": PASSWORD + " "}]
)
def test_what_is_wrong_opens_nothing(user, values):
    answer = call("login", {"email": user.email, "password": PASSWORD, **values})
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["code"] == "wrong"
    assert not PortalSession.objects.exists()


def test_wrong_and_unknown_are_answered_alike(user):
    known = call("login", {"email": user.email, "password": "wrong"})
    unknown = call("login", {"email": "nobody@example.com", "password": "wrong"})
    assert known.content == unknown.content


def test_five_wrong_passwords_lock_the_right_one_out(user):
    answers = [call("login", {"email": user.email, "password": "wrong"}) for _ in range(5)]
    assert {answer.json()["code"] for answer in answers} == {"wrong"}
    locked = login(user)
    assert (locked.status_code, locked.content) == (401, answers[0].content)
    assert not PortalSession.objects.exists()


def test_too_many_from_one_address_are_told_to_wait(user, settings):
    settings.API_THROTTLES = {"auth": "2/minute"}
    answers = [login(user) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2]["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("values", "paths"),
    [
        ({}, {"email", "password"}),
        ({"email": "a@example.com", "password": ""}, {"password"}),
        ({"email": "a\x00@example.com", "password": "x"}, {"email"}),
        ({"email": "a@example.com", "password": "x" * 1001}, {"password"}),
        ({"email": "a@b.example", "password": "x", "device": {"type": "toaster"}}, {"device.type"}),
        ({"email": "a@b.example", "password": "x", "device": "phone"}, {"device"}),
        ({"email": ["a"], "password": {"a": 1}}, {"email", "password"}),
    ],
)
def test_what_is_no_sign_in_is_told_by_field(values, paths):
    answer = call("login", values)
    assert answer.status_code == 400, answer.content
    found = {error["path"].removesuffix(".non_field_errors") for error in answer.json()["errors"]}
    assert found == paths


def test_an_old_token_in_the_header_does_not_keep_one_out(user):
    client = calling("x.y.z")
    values = {"email": user.email, "password": PASSWORD}
    assert call("login", values, client=client).status_code == 200


def test_the_second_factor_is_asked_for(with_app):
    answer = login(with_app)
    assert (answer.status_code, answer.json()["code"]) == (401, "code_required")
    answer = login(with_app, code="000000")
    assert (answer.status_code, answer.json()["code"]) == (401, "code_wrong")
    assert not PortalSession.objects.exists()
    answer = login(with_app, code=code_of(with_app.secret))
    assert answer.status_code == 200, answer.content
    assert PortalSession.objects.get().mfa_verified_at is not None


def test_setting_up_an_app_where_it_is_required(account, settings):
    settings.MFA_REQUIRED = "everyone"
    user = account()
    tokens = login(user).json()
    assert tokens["steps_due"] == "enrolment"
    client = calling(tokens["access"])
    kept_out = client.get(f"{ME}sessions/")
    assert (kept_out.status_code, kept_out.json()["code"]) == (403, "enrolment")
    assert client.get("/api/v1/service/tickets/").json()["code"] == "enrolment"
    assert client.get(ME).status_code == 200
    mfa = {"is_enabled": False, "is_required": True, "is_verified": False}
    assert client.get(f"{AUTH}mfa/").json() == mfa
    refreshed = call("refresh", {"refresh": tokens["refresh"]}).json()
    assert refreshed["steps_due"] == "enrolment", "refreshing is no way around it"
    client = calling(refreshed["access"])
    enrolment = call("mfa/enrol", client=client).json()
    assert enrolment["uri"].startswith("otpauth://totp/")
    wrong = call("mfa/confirm", {"code": "000000"}, client=client)
    assert wrong.status_code == 400
    done = call("mfa/confirm", {"code": code_of(enrolment["secret"])}, client=client)
    assert done.status_code == 200, done.content
    assert len(done.json()["recovery_codes"]) == 10
    assert client.get(ME).status_code == 401, "the tokens from before are spent"
    client = calling(done.json()["tokens"]["access"])
    assert client.get(f"{ME}sessions/").status_code == 200


def test_a_session_from_before_the_app_gives_its_code_first(with_app):
    """As when the app was set up on another device."""
    client = signed_in(with_app)
    kept_out = client.get(f"{ME}sessions/")
    assert (kept_out.status_code, kept_out.json()["code"]) == (403, "second_factor")
    wrong = call("mfa/verify", {"code": "000000"}, client=client)
    assert (wrong.status_code, wrong.json()["code"]) == (401, "code_wrong")
    right = call("mfa/verify", {"code": code_of(with_app.secret)}, client=client)
    assert right.status_code == 200, right.content
    assert calling(right.json()["access"]).get(f"{ME}sessions/").status_code == 200


def test_the_app_is_taken_off_with_both_factors(with_app):
    tokens = login(with_app, code=code_of(with_app.secret)).json()
    client = calling(tokens["access"])
    code = code_of(with_app.secret, 1)
    wrong = call("mfa/disable", {"password": "wrong", "code": code}, client=client)
    assert wrong.status_code == 400
    assert User.objects.get(pk=with_app.pk).mfa_enabled
    right = call("mfa/disable", {"password": PASSWORD, "code": code}, client=client)
    assert right.status_code == 204, right.content
    assert not User.objects.get(pk=with_app.pk).mfa_enabled


def test_new_recovery_codes(with_app):
    tokens = login(with_app, code=code_of(with_app.secret)).json()
    code = {"code": code_of(with_app.secret, 1)}
    answer = call("mfa/recovery-codes", code, client=calling(tokens["access"]))
    assert answer.status_code == 200, answer.content
    (first, *_) = answer.json()["recovery_codes"]
    assert login(with_app, code=first).status_code == 200


def test_a_password_that_must_be_changed_comes_first(account):
    user = account(must_change_password=True)
    tokens = login(user).json()
    assert tokens["steps_due"] == "password_change"
    client = calling(tokens["access"])
    assert client.get(f"{ME}sessions/").json()["code"] == "password_change"
    change = {"old": PASSWORD, "new": OTHER_PASSWORD}
    answer = call("password/change", change, client=client)
    assert answer.status_code == 200, answer.content
    assert answer.json()["steps_due"] == ""
    assert calling(answer.json()["access"]).get(f"{ME}sessions/").status_code == 200


def test_a_password_change_ends_every_other_session(user, time_machine):
    client, elsewhere = signed_in(user), signed_in(user)
    time_machine.move_to(timezone.now() + timedelta(seconds=5))
    wrong = call("password/change", {"old": "wrong", "new": OTHER_PASSWORD}, client=client)
    assert [error["path"] for error in wrong.json()["errors"]] == ["old"]
    weak = call("password/change", {"old": PASSWORD, "new": "aloha"}, client=client)
    assert {error["path"] for error in weak.json()["errors"]} == {"password"}
    answer = call("password/change", {"old": PASSWORD, "new": OTHER_PASSWORD}, client=client)
    assert answer.status_code == 200, answer.content
    assert elsewhere.get(ME).status_code == 401
    assert client.get(ME).status_code == 401
    assert calling(answer.json()["access"]).get(ME).status_code == 200
    assert login(user).status_code == 401


def test_a_forgotten_password(user, post):
    client = signed_in(user)
    unknown = call("password/forgotten", {"email": "nobody@example.com"})
    known = call("password/forgotten", {"email": user.email})
    assert (known.status_code, known.content) == (202, unknown.content)
    (mail,) = [mail for mail in post() if mail.to == [user.email]]
    values = {"token": token_in(mail), "password": OTHER_PASSWORD}
    assert call("password/reset", values).status_code == 204
    assert client.get(ME).status_code == 401
    again = call("password/reset", values)
    assert [error["path"] for error in again.json()["errors"]] == ["token"]
    answer = call("login", {"email": user.email, "password": OTHER_PASSWORD})
    assert answer.status_code == 200


def test_a_guest_comes_in_by_a_mailed_link(account, post):
    guest = account(user_type="guest", email="guest@example.com")
    assert call("magic-link", {"email": guest.email}).status_code == 202
    (mail,) = post()
    values = {"token": token_in(mail), "device": {"type": "mobile"}}
    answer = call("magic-link/use", values)
    assert answer.status_code == 200, answer.content
    assert calling(answer.json()["access"]).get(ME).json()["email"] == guest.email
    again = call("magic-link/use", values)
    assert again.status_code == 400
    assert [error["path"] for error in again.json()["errors"]] == ["token"]


def test_an_invitation_is_accepted(account, office, post):
    new = account(password=None, status="pending", email="new@example.com")
    invitation_send(user=new, actor=office)
    (mail,) = post()
    values = {"token": token_in(mail), "password": OTHER_PASSWORD}
    assert call("invitation/accept", values).status_code == 204
    answer = call("login", {"email": new.email, "password": OTHER_PASSWORD})
    assert answer.status_code == 200


def test_an_address_is_confirmed(user, post):
    assert call("email/send", client=signed_in(user)).status_code == 202
    (mail,) = post()
    assert call("email/verify", {"token": "no such"}).status_code == 400
    assert call("email/verify", {"token": token_in(mail)}).status_code == 204
    assert User.objects.get(pk=user.pk).email_verified


@pytest.mark.parametrize(
    "path", ["logout", "mfa/enrol", "mfa/verify", "mfa/disable", "password/change", "email/send"]
)
def test_what_is_for_the_signed_in(path):
    assert call(path).status_code == 401


# One's own


def test_one_changes_ones_own_profile_and_no_more(account):
    guest = account(user_type="guest", phone_verified=True, phone="+1 808 555 0100")
    client = signed_in(guest)
    values = {"first_name": "Keola", "phone": "+1 808 555 0199", "timezone": "Europe/Berlin"}
    answer = client.patch(ME, {**values, "language": "en"}, format="json")
    assert answer.status_code == 200, answer.content
    assert {name: answer.json()[name] for name in values} == values
    assert answer.json()["phone_verified"] is False
    change = RowChange.objects.filter(row_id=guest.pk).latest("id")
    assert (change.actor_id, change.source) == (guest.pk, "api")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("email", "other@example.com"),
        ("user_type", "admin"),
        ("status", "active"),
        ("is_staff", True),
        ("is_superuser", True),
        ("mfa_enabled", True),
        ("email_verified", True),
        ("number", "USR-1"),
        ("password", "x"),
        ("team_member", "x"),
        ("password_changed_at", None),
        ("failed_login_count", 0),
    ],
)
def test_what_the_office_keeps_is_not_changed(account, name, value):
    user = account(user_type="guest")
    before = User.objects.filter(pk=user.pk).values().get()
    client = signed_in(user)
    answer = client.patch(ME, {name: value, "first_name": "Keola"}, format="json")
    assert answer.status_code in (200, 400)
    after = User.objects.filter(pk=user.pk).values().get()
    changed = {key for key in before if before[key] != after[key]}
    assert changed <= {"first_name", "search_text", "updated_at"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("timezone", "Mars/Olympus"), ("language", "xx"), ("language", None), ("first_name", "a\x00")],
)
def test_a_profile_that_cannot_be(user, name, value):
    answer = signed_in(user).patch(ME, {name: value}, format="json")
    assert answer.status_code == 400
    assert [error["path"] for error in answer.json()["errors"]] == [name]


def test_one_lists_and_ends_ones_own_sessions(account):
    user, other = account(), account(email="other@example.com")
    client, phone = signed_in(user), signed_in(user, device_type="mobile")
    theirs = session_start(user=other).session
    listed = client.get(f"{ME}sessions/").json()
    assert [row["is_current"] for row in listed] == [False, True]
    assert str(theirs.pk) not in {row["id"] for row in listed}
    assert not {"token_hash", "refresh_token_hash"} & listed[0].keys()
    for nobody in (theirs.pk, "01a1f9b2-4be8-7aca-baba-94e26a0ea4c1"):
        assert client.delete(f"{ME}sessions/{nobody}/").status_code == 404
    assert PortalSession.objects.get(pk=theirs.pk).is_active
    assert client.delete(f"{ME}sessions/{listed[0]['id']}/").status_code == 204
    assert phone.get(ME).status_code == 401
    assert client.delete(f"{ME}sessions/{listed[0]['id']}/").status_code == 404


def test_one_signs_out_everywhere_else(account):
    user = account()
    client, others = signed_in(user), [signed_in(user), signed_in(user)]
    answer = client.post(f"{ME}sessions/end-others/")
    assert (answer.status_code, answer.json()) == (200, {"ended": 2})
    assert [other.get(ME).status_code for other in others] == [401, 401]
    assert client.get(ME).status_code == 200


def test_preferences_are_ones_own(account):
    client, other = signed_in(account()), signed_in(account(email="other@example.com"))
    answer = client.patch(f"{ME}preferences/", {"theme": "dark", "page_size": 50}, format="json")
    assert answer.status_code == 200, answer.content
    assert client.get(f"{ME}preferences/").json()["theme"] == "dark"
    assert other.get(f"{ME}preferences/").json()["theme"] == "system"
    answer = client.patch(f"{ME}preferences/", {"theme": None}, format="json")
    assert answer.json()["theme"] == "system"
    for wrong in ({"theme": "pink"}, {"page_size": 1}, {"reduced_motion": "perhaps"}):
        answer = client.patch(f"{ME}preferences/", wrong, format="json")
        assert [error["path"] for error in answer.json()["errors"]] == list(wrong)


def test_unknown_preferences_are_told(user):
    answer = signed_in(user).patch(f"{ME}preferences/", {"columns:x": "[]"}, format="json")
    assert answer.status_code == 400
    assert not UserPreference.objects.exists()


def test_notifications_by_topic_and_channel(user):
    client = signed_in(user)
    whole = client.get(f"{ME}notifications/").json()
    assert whole["topics"]["bookings"]["email"] is True
    assert whole["time_zone"] == "Pacific/Honolulu"
    values = {
        "topics": {"bookings": {"email": False}},
        "quiet_hours": {"is_on": True, "start": "21:30", "end": "06:30"},
    }
    answer = client.patch(f"{ME}notifications/", values, format="json")
    assert answer.status_code == 200, answer.content
    whole["topics"]["bookings"]["email"] = False
    whole["quiet_hours"] = values["quiet_hours"]
    assert answer.json() == whole == client.get(f"{ME}notifications/").json()


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"topics": {"gossip": {"email": True}}}, "topics.gossip"),
        ({"topics": {"bookings": {"pigeon": True}}}, "topics.bookings.pigeon"),
        ({"topics": {"bookings": {"email": "perhaps"}}}, "topics.bookings.email"),
        ({"topics": {"security": {"email": False}}}, "topics.security.email"),
        ({"quiet_hours": {"start": "9 pm"}}, "quiet_hours.start"),
        ({"quiet_hours": {"start": "07:00"}}, "quiet_hours.end"),
        ({"quiet": {}}, "quiet"),
    ],
)
def test_notifications_that_cannot_be(user, values, path):
    answer = signed_in(user).patch(f"{ME}notifications/", values, format="json")
    assert answer.status_code == 400, answer.content
    assert [error["path"] for error in answer.json()["errors"]] == [path]


def test_a_browsers_session_reaches_its_own_too(user):
    client = APIClient()
    client.force_login(user)
    assert client.get(ME).json()["email"] == user.email
    assert client.get(f"{ME}sessions/").json() == []
    assert call("logout", client=client).status_code == 401, "tokens only"
