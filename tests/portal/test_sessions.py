"""Sign-ins: how long they last, how many there may be, what ends them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.models import PortalSession, Role, User
from portal.selectors.sessions import session_limit, sessions_standing
from portal.services.passwords import password_write
from portal.services.sessions import (
    TokenRefused,
    own_session_end,
    session_end,
    session_of,
    session_refresh,
    session_reissue,
    session_start,
    sessions_end,
)
from portal.tasks import sessions_close
from secure.models import AuditLog
from tests.portal.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def standing(user):
    return set(sessions_standing(user=user).values_list("pk", flat=True))


def started(user, times):
    return [session_start(user=user, device_type="mobile").session for _ in range(times)]


@pytest.mark.parametrize(
    ("device_type", "lifetime"),
    [
        ("desktop", timedelta(hours=24)),
        ("tablet", timedelta(hours=24)),
        ("mobile", timedelta(days=7)),
        ("api_client", timedelta(hours=1)),
    ],
)
def test_how_long_a_sign_in_lasts(time_machine, device_type, lifetime):
    user = person("TEAM_MEMBER")
    time_machine.move_to("2026-03-01T10:00:00Z", tick=False)
    tokens = session_start(user=user, device_type=device_type)
    assert tokens.refresh_expires_at == timezone.now() + lifetime
    assert tokens.access_expires_at == timezone.now() + timedelta(minutes=15)
    time_machine.shift(lifetime - timedelta(minutes=10))
    tokens = session_refresh(token=tokens.refresh)
    assert tokens.access_expires_at == tokens.session.expires_at, "no longer than the session"
    assert session_of(token=tokens.access)[0].pk == tokens.session.pk
    time_machine.shift(timedelta(minutes=10))
    with pytest.raises(TokenRefused):
        session_of(token=tokens.access)
    with pytest.raises(TokenRefused):
        session_refresh(token=tokens.refresh)


def test_the_database_keeps_no_token():
    tokens = session_start(user=person(), device_name="  Kai's\n phone ")
    row = PortalSession.objects.values().get()
    kept = " ".join(str(value) for value in row.values())
    for token in (tokens.access, tokens.refresh):
        assert token not in kept
        assert token.split(".")[2] not in kept
    assert row["device_name"] == "Kai's phone"


@pytest.mark.parametrize(
    ("roles", "user_type", "limit"),
    [
        (["HOMEOWNER"], "homeowner", 5),
        (["TEAM_MEMBER"], "team", 3),
        (["MANAGER"], "team", 3),
        (["SUPER_ADMIN"], "admin", 2),
        (["GUEST"], "guest", None),
        (["HOMEOWNER", "ADMIN"], "homeowner", 2),
        ([], "homeowner", 5),
        ([], "guest", None),
        ([], "service", None),
    ],
)
def test_how_many_devices_a_role_allows(roles, user_type, limit):
    user = person(*roles, user_type=user_type)
    assert session_limit(user=user) == limit
    sessions = started(user, (limit or 6) + 2)
    kept = sessions if limit is None else sessions[-limit:]
    assert standing(user) == {session.pk for session in kept}


def test_a_role_of_ones_own_has_the_limit_it_inherits():
    parent = Role.objects.get(role_code="TEAM_MEMBER")
    role = factory_of(Role).create(parent_role=parent, max_sessions=None)
    user = person()
    factory_of("portal.UserRole").create(user=user, role=role)
    assert session_limit(user=user) == 3
    Role.objects.filter(pk=role.pk).update(max_sessions=7)
    assert session_limit(user=user) == 7


def test_a_role_held_no_longer_limits_nothing():
    user = person("GUEST", user_type="guest")
    past = timezone.now() - timedelta(days=1)
    admin = Role.objects.get(role_code="ADMIN")
    factory_of("portal.UserRole").create(user=user, role=admin, expires_at=past)
    assert session_limit(user=user) is None


def test_what_is_over_takes_no_room(time_machine):
    user = person("ADMIN", user_type="admin")
    time_machine.move_to("2026-03-01T10:00:00Z")
    old = session_start(user=user, device_type="api_client").session
    phone = session_start(user=user, device_type="mobile").session
    time_machine.move_to("2026-03-01T12:00:00Z")
    new = session_start(user=user).session
    assert standing(user) == {phone.pk, new.pk}
    sessions_close(timestamp=0)
    old.refresh_from_db()
    assert (old.is_active, old.revoked_reason) == (False, "expired")


def test_the_one_that_had_to_go_is_out_at_once_and_it_is_on_record():
    user = person("ADMIN", user_type="admin")
    first = session_start(user=user)
    started(user, 2)
    with pytest.raises(TokenRefused):
        session_of(token=first.access)
    entry = AuditLog.objects.latest("id")
    assert (entry.event_type, entry.action_type) == ("logout", "revoke")
    assert "no more than 2" in str(entry.__dict__)


def test_signing_out_ends_one_session_and_only_it():
    user = person("TEAM_MEMBER")
    one, other = session_start(user=user), session_start(user=user)
    assert session_end(session=one.session, actor=user) is True
    assert session_end(session=one.session, actor=user, reason="admin") is False
    one.session.refresh_from_db()
    assert one.session.revoked_reason == "logout", "the first reason stays"
    for token, read in ((one.access, session_of), (one.refresh, session_refresh)):
        with pytest.raises(TokenRefused):
            read(token=token)
    assert session_of(token=other.access)[0].pk == other.session.pk


def test_nobody_ends_a_session_of_somebody_else():
    mine, theirs = person(), person()
    session = session_start(user=theirs).session
    with pytest.raises(PortalSession.DoesNotExist):
        own_session_end(user=mine, session_id=session.pk)
    assert standing(theirs) == {session.pk}
    own_session_end(user=theirs, session_id=session.pk)
    assert standing(theirs) == set()


@pytest.mark.parametrize("reason", ["password_change", "suspension", "admin"])
def test_all_sessions_end_at_once(reason):
    user, other = person("HOMEOWNER", user_type="homeowner"), person()
    many = [session_start(user=user) for _ in range(4)]
    elsewhere = session_start(user=other)
    kept = many[2].session
    assert sessions_end(user=user, reason=reason, actor=None, keep=kept) == 3
    assert standing(user) == {kept.pk}
    assert sessions_end(user=user, reason=reason, actor=None) == 1
    for tokens in many:
        with pytest.raises(TokenRefused):
            session_of(token=tokens.access)
    reasons = PortalSession.objects.filter(user=user).values_list("revoked_reason", flat=True)
    assert set(reasons) == {reason}
    assert session_of(token=elsewhere.access)[0].pk == elsewhere.session.pk


def test_a_session_kept_through_a_password_change_needs_new_tokens(time_machine):
    user = person()
    time_machine.move_to("2026-03-01T10:00:00Z", tick=False)
    old = session_start(user=user)
    time_machine.shift(60)
    User.objects.filter(pk=user.pk).update(password_changed_at=timezone.now())
    sessions_end(user=user, reason="password_change", actor=user, keep=old.session)
    for token, read in ((old.access, session_of), (old.refresh, session_refresh)):
        with pytest.raises(TokenRefused, match="password"):
            read(token=token)
    new = session_reissue(session=old.session)
    assert session_of(token=new.access)[0].pk == old.session.pk
    assert session_refresh(token=new.refresh).session.pk == old.session.pk


def test_the_second_factor_is_noted_when_it_comes_later():
    tokens = session_start(user=person())
    assert tokens.session.mfa_verified_at is None
    tokens = session_reissue(session=tokens.session, mfa=True)
    assert session_of(token=tokens.access)[0].mfa_verified_at is not None


def test_what_has_ended_is_not_given_new_tokens():
    tokens = session_start(user=person())
    session_end(session=tokens.session, actor=None)
    with pytest.raises(TokenRefused):
        session_reissue(session=tokens.session)


@pytest.mark.parametrize("status", ["suspended", "locked", "deactivated"])
def test_a_closed_account_signs_in_nowhere(status):
    user = person(status=status)
    with pytest.raises(TokenRefused):
        session_start(user=user)
    assert not PortalSession.objects.exists()


def test_the_session_of_a_token_is_as_the_orm_reads_it():
    user = person("TEAM_MEMBER", timezone_code="Pacific/Honolulu", last_login_ip="198.51.100.7")
    tokens = session_start(user=user)
    PortalSession.objects.update(device_info={"app": [1, None]}, ip_address="2001:db8::1")
    found, _ = session_of(token=tokens.access)
    read = PortalSession.objects.select_related("user").get()
    for one, other in ((found, read), (found.user, read.user)):
        names = [field.attname for field in one._meta.concrete_fields]
        assert {name: getattr(one, name) for name in names} == {
            name: getattr(other, name) for name in names
        }
        assert (one._state.db, one._state.adding) == (other._state.db, False)
    found.user.first_name = "Keola"
    found.user.save()
    assert User.objects.get().first_name == "Keola"


def test_use_is_noted_every_few_minutes_only(time_machine, django_assert_num_queries):
    time_machine.move_to("2026-03-01T10:00:00Z", tick=False)
    tokens = session_start(user=person())
    time_machine.shift(240)
    with django_assert_num_queries(1):
        session_of(token=tokens.access)
    time_machine.shift(90)
    with django_assert_num_queries(2):
        session_of(token=tokens.access)
    with django_assert_num_queries(1):
        session_of(token=tokens.access)
    assert PortalSession.objects.get().last_activity_at == timezone.now()


def at_once(count, work):
    """What ``work`` makes of each number, all begun at the same moment, each on its connection."""
    ready = Barrier(count)

    def one(number):
        try:
            ready.wait(timeout=30)
            return work(number)
        except TokenRefused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(one, range(count)))


@pytest.mark.django_db(transaction=True)
def test_sign_ins_at_the_same_moment_keep_the_limit():
    user = person("ADMIN", user_type="admin")
    all_started = at_once(6, lambda number: session_start(user=user))
    assert len({tokens.session.pk for tokens in all_started}) == 6
    assert len(standing(user)) == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_refreshes_at_the_same_moment_one_is_a_theft():
    tokens = session_start(user=person("TEAM_MEMBER"))
    answers = at_once(2, lambda number: session_refresh(token=tokens.refresh))
    won = [answer for answer in answers if not isinstance(answer, TokenRefused)]
    assert len(won) == 1
    session = PortalSession.objects.get()
    assert (session.is_active, session.revoked_reason) == (False, "security")
    for token, read in ((won[0].access, session_of), (won[0].refresh, session_refresh)):
        with pytest.raises(TokenRefused):
            read(token=token)


@pytest.mark.django_db(transaction=True)
def test_a_sign_in_at_the_moment_of_a_suspension_does_not_survive_it():
    user = person("HOMEOWNER", user_type="homeowner")

    def work(number):
        if number:
            return session_start(user=user)
        User.objects.filter(pk=user.pk).update(status="suspended")
        return sessions_end(user=user, reason="suspension", actor=None)

    at_once(4, work)
    assert standing(user) == set()


@pytest.mark.django_db(transaction=True)
def test_ends_and_changes_at_the_same_moment_do_not_lock_each_other_out():
    user = person("HOMEOWNER", user_type="homeowner")
    many = [session_start(user=user) for _ in range(4)]
    spent = [session_refresh(token=tokens.refresh) for tokens in many]

    def work(number):
        if number == 0:
            return password_write(user=user, new=PASSWORD, actor=user, source="api").pk
        if number % 2:
            return session_end(session=many[number - 1].session, actor=user)
        return session_refresh(token=many[number - 1].refresh)

    for answer in at_once(5, work):
        assert isinstance(answer, UUID | bool | TokenRefused)
    assert standing(user) == set()
    for tokens in spent:
        with pytest.raises(TokenRefused):
            session_of(token=tokens.access)
