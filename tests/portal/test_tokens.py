"""Forged, stolen, stale and mistaken tokens: all are answered 401, and reuse ends the session."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from uuid import uuid4

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core import signing
from django.utils import timezone
from rest_framework.test import APIClient

from core.testing.fixtures import person
from portal.models import PortalSession, User
from portal.services.accounts import account_deactivate, account_suspend
from portal.services.sessions import session_end, session_start, sessions_end
from portal.services.tokens import _signing_key
from secure.models import AuditLog

pytestmark = pytest.mark.django_db
ME = "/api/v1/me/"
SESSIONS = "/api/v1/me/sessions/"
REFRESH = "/api/v1/auth/refresh/"
LOGOUT = "/api/v1/auth/logout/"


@pytest.fixture
def user():
    return person("TEAM_MEMBER")


@pytest.fixture
def tokens(user):
    return session_start(user=user, mfa=True)


def calling(token, scheme="Bearer"):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"{scheme} {token}")
    return client


def refused(token, address=ME):
    """Whether a call with the token is answered 401, in the words of RFC 6750."""
    answer = calling(token).get(address)
    assert answer.status_code == 401, answer.content
    assert answer["WWW-Authenticate"].startswith('Bearer realm="halekeeper"')
    assert answer["Content-Type"] == "application/problem+json"
    assert str(token) not in answer.content.decode()
    return True


def part(data):
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()


def claims_of(token):
    return jwt.decode(token, options={"verify_signature": False})


def signed(claims, key=None, **header):
    """A token of our own making, with our key unless another is given."""
    return jwt.encode(claims, key or _signing_key(), algorithm="HS256", headers=header or None)


def by_hand(header, claims, key):
    """A token that PyJWT would not make."""
    text = f"{part(header)}.{part(claims)}"
    digest = hmac.new(key, text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"


def test_a_token_opens_the_api_in_one_query(tokens, user, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = calling(tokens.access).get(ME)
    assert answer.status_code == 200, answer.content
    assert answer.json()["id"] == str(user.pk)
    assert calling(tokens.access, "bearer").get(ME).status_code == 200


def test_what_a_token_says(tokens, user):
    claims = claims_of(tokens.access)
    assert claims.keys() == {"sid", "jti", "sub", "typ", "mfa", "iat", "exp", "aud"}
    said = {name: claims[name] for name in ("sid", "sub", "typ", "mfa", "aud")}
    assert said == {
        "sid": str(tokens.session.pk),
        "sub": str(user.pk),
        "typ": "access",
        "mfa": True,
        "aud": "halekeeper",
    }
    assert claims["exp"] - claims["iat"] == 15 * 60
    assert signed(claims) == tokens.access, "so what the tests alter is all that is wrong"


def test_without_a_token_one_is_asked_for():
    answer = APIClient().get(ME)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == 'Bearer realm="halekeeper"'


@pytest.mark.parametrize("name", ["none", "None", "NoNe", "NONE", "", "hs256", "HS1"])
def test_no_algorithm_is_none(tokens, name):
    head, claims = {"alg": name, "typ": "JWT"}, claims_of(tokens.access)
    signature = tokens.access.rpartition(".")[2]
    assert refused(f"{part(head)}.{part(claims)}.")
    assert refused(f"{part(head)}.{part(claims)}.{signature}")
    assert refused(by_hand(head, claims, _signing_key().encode()))


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
def test_another_algorithm_with_our_key(tokens, algorithm):
    claims = claims_of(tokens.access)
    assert refused(jwt.encode(claims, _signing_key() * 2, algorithm=algorithm))
    assert refused(jwt.encode(claims, _signing_key(), algorithm=algorithm))


def test_keys_of_one_kind_do_not_pass_for_the_other(tokens):
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    claims = claims_of(tokens.access)
    assert refused(jwt.encode(claims, private, algorithm="RS256"))
    assert refused(by_hand({"alg": "HS256", "typ": "JWT"}, claims, pem))
    assert refused(by_hand({"alg": "RS256", "typ": "JWT"}, claims, _signing_key().encode()))


@pytest.mark.parametrize(
    "key", ["x" * 64, "", settings.SECRET_KEY, settings.SECRET_KEY * 4, "None", "null"]
)
def test_other_keys_sign_nothing(tokens, key):
    claims = claims_of(tokens.access)
    assert refused(by_hand({"alg": "HS256", "typ": "JWT"}, claims, key.encode()))


def test_what_django_signs_is_no_token(tokens):
    assert refused(signing.dumps(claims_of(tokens.access)))
    assert refused(signing.Signer().sign(tokens.access))


@pytest.mark.parametrize(
    "kid", ["../../dev/null", "/dev/null", "' OR 1=1 --", "halekeeper", "http://example.com/k"]
)
def test_the_header_chooses_no_key(tokens, kid):
    claims = claims_of(tokens.access)
    for key in (b"", b"\x00", kid.encode()):
        for name in ("kid", "jku", "x5u"):
            assert refused(by_hand({"alg": "HS256", "typ": "JWT", name: kid}, claims, key))
    jwk = {"kty": "oct", "k": base64.urlsafe_b64encode(b"own").decode()}
    assert refused(by_hand({"alg": "HS256", "typ": "JWT", "jwk": jwk}, claims, b"own"))


def test_a_refresh_token_opens_nothing_and_an_access_token_refreshes_nothing(tokens):
    assert refused(tokens.refresh)
    answer = APIClient().post(REFRESH, {"refresh": tokens.access}, format="json")
    assert answer.status_code == 401
    assert calling(tokens.access).get(ME).status_code == 200, "no theft: a mistake ends nothing"


@pytest.mark.parametrize("name", ["sid", "sub", "jti", "typ", "aud", "iat", "exp"])
def test_no_claim_may_be_missing(tokens, name):
    claims = claims_of(tokens.access)
    del claims[name]
    assert refused(signed(claims))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sid", "somewhere"),
        ("sid", None),
        ("sid", 7),
        ("sid", ["a"]),
        ("sid", {"a": 1}),
        ("sid", "\x00"),
        ("sub", "1"),
        ("sub", "' OR 1=1 --"),
        ("jti", None),
        ("jti", ""),
        ("jti", ["a"]),
        ("typ", "refresh"),
        ("typ", "Access"),
        ("typ", None),
        ("typ", ["access"]),
        ("aud", "another"),
        ("aud", None),
        ("aud", ["another"]),
        ("exp", 0),
        ("exp", "soon"),
        ("exp", None),
        ("exp", 1e300),
        ("iat", "then"),
        ("iat", None),
        ("iat", 1e300),
        ("iat", -(10**18)),
        ("iat", 4_000_000_000),
        ("nbf", 4_000_000_000),
    ],
)
def test_claims_must_be_what_we_write(tokens, name, value):
    """Signed by our own key: not even then is anything but our own tokens good."""
    claims = {**claims_of(tokens.access), name: value}
    header, key = {"alg": "HS256", "typ": "JWT"}, _signing_key().encode()
    assert refused(by_hand(header, claims, key))


@pytest.mark.parametrize("name", ["sid", "sub", "jti", "mfa", "exp", "typ", "aud"])
def test_altered_claims_break_the_signature(tokens, name):
    head, _, signature = tokens.access.split(".")
    claims = {**claims_of(tokens.access), name: str(uuid4())}
    assert refused(f"{head}.{part(claims)}.{signature}")


@pytest.mark.parametrize("change", ["flip", "cut", "empty", "padded", "more"])
def test_altered_signatures(tokens, change):
    head, body, signature = tokens.access.split(".")
    first = "A" if signature[0] != "A" else "B"
    changed = {
        "flip": first + signature[1:],
        "cut": signature[:-2],
        "empty": "",
        "padded": f"{signature}AAAA",
        "more": f"{signature}.{signature}",
    }[change]
    assert refused(f"{head}.{body}.{changed}")


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "..",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "null",
        "%00",
        "é",
        "{}",
        "A" * 6000,
        "a b",
        "",
        "W10.W10.W10",
    ],
)
def test_what_is_no_token_at_all(text):
    answer = APIClient().get(ME, HTTP_AUTHORIZATION=f"Bearer {text}".encode("latin-1"))
    assert answer.status_code == 401


def test_another_scheme_is_not_ours(tokens):
    for scheme in ("Token", "Basic", "JWT", ""):
        assert calling(tokens.access, scheme).get(ME).status_code == 401


def test_an_expired_token(tokens, time_machine):
    time_machine.move_to(timezone.now() + timedelta(minutes=15, seconds=1))
    assert refused(tokens.access)
    answer = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json")
    assert answer.status_code == 200


def test_a_refresh_token_is_used_up(tokens):
    answer = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json")
    assert answer.status_code == 200, answer.content
    assert answer["Cache-Control"] == "no-store"
    new = answer.json()
    assert new["session"] == str(tokens.session.pk)
    assert refused(tokens.access), "the access token so far goes with it"
    assert calling(new["access"]).get(ME).status_code == 200


def test_a_refresh_token_used_again_ends_the_session(tokens, user):
    elsewhere = session_start(user=user)
    first = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json").json()
    again = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json")
    assert again.status_code == 401
    assert again.json()["code"] == "token_refused"
    assert refused(first["access"])
    last = APIClient().post(REFRESH, {"refresh": first["refresh"]}, format="json")
    assert last.status_code == 401, "nor does the thief's, or the victim's, newer one work"
    row = PortalSession.objects.get(pk=tokens.session.pk)
    assert (row.is_active, row.revoked_reason) == (False, "security")
    entry = AuditLog.objects.latest("id")
    assert (entry.event_type, entry.severity) == ("security_incident", "critical")
    assert calling(elsewhere.access).get(ME).status_code == 200, "only that session"


def test_an_old_token_stays_dead_beside_a_new_one(tokens):
    new = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json").json()
    claims = {**claims_of(new["access"]), "jti": claims_of(tokens.access)["jti"]}
    assert refused(signed(claims))


def test_a_revoked_session(tokens, user):
    session_end(session=tokens.session, actor=user, reason="admin")
    assert refused(tokens.access)
    answer = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json")
    assert answer.status_code == 401


def test_signing_out(tokens):
    assert calling(tokens.access).post(LOGOUT).status_code == 204
    assert refused(tokens.access)
    row = PortalSession.objects.get()
    assert (row.is_active, row.revoked_reason) == (False, "logout")


@pytest.mark.parametrize("shut", [account_suspend, account_deactivate])
def test_an_account_that_is_shut(tokens, user, office, shut):
    shut(user=user, actor=office, reason="left", source="console")
    assert refused(tokens.access)
    answer = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json")
    assert answer.status_code == 401
    assert not PortalSession.objects.filter(user=user, is_active=True).exists()


@pytest.mark.parametrize(
    "values",
    [
        {"status": "suspended"},
        {"status": "deactivated"},
        {"status": "locked"},
        {"is_active": False},
    ],
)
def test_an_account_that_is_shut_past_the_services(tokens, user, values):
    """The row of the session still stands; the account alone decides."""
    User.objects.filter(pk=user.pk).update(**values)
    assert refused(tokens.access)
    answer = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json")
    assert answer.status_code == 401
    assert PortalSession.objects.filter(user=user, is_active=True).exists()


def test_a_user_who_is_gone(tokens, user):
    user.delete()
    assert refused(tokens.access)


@pytest.mark.parametrize("whole", ["sid", "sub", "both"])
def test_the_session_of_somebody_else(tokens, user, whole):
    """Even one who could sign tokens needs the secret id of the very session."""
    other = person()
    theirs = session_start(user=other)
    changes = {
        "sid": {"sid": str(theirs.session.pk)},
        "sub": {"sub": str(other.pk)},
        "both": {"sid": str(theirs.session.pk), "sub": str(other.pk)},
    }[whole]
    assert refused(signed({**claims_of(tokens.access), **changes}))
    refresh = signed({**claims_of(tokens.refresh), **changes})
    answer = APIClient().post(REFRESH, {"refresh": refresh}, format="json")
    assert answer.status_code == 401


def test_a_token_from_before_the_password_change(tokens, user, time_machine):
    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    User.objects.filter(pk=user.pk).update(password_changed_at=timezone.now())
    assert PortalSession.objects.get().is_active, "the row alone would let it pass"
    assert refused(tokens.access)
    answer = APIClient().post(REFRESH, {"refresh": tokens.refresh}, format="json")
    assert answer.status_code == 401
    assert calling(session_start(user=user).access).get(ME).status_code == 200


def test_all_sessions_at_once(user):
    many = [session_start(user=user) for _ in range(3)]
    sessions_end(user=user, reason="admin", actor=None)
    assert all(refused(tokens.access) for tokens in many)


def test_a_bad_token_is_not_made_good_by_a_cookie(user):
    client = APIClient()
    client.force_login(user)
    assert client.get(ME).status_code == 200
    assert client.get(ME, HTTP_AUTHORIZATION="Bearer x.y.z").status_code == 401


def test_another_signing_key_signs_everybody_out(tokens, settings):
    settings.TOKEN_SIGNING_KEY = "another key of at least thirty-two characters"
    assert refused(tokens.access)
    new = session_start(user=tokens.session.user)
    assert calling(new.access).get(ME).status_code == 200
