"""Signing in: how many a second, against the bare hash of a password at OWASP's parameters."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from django.contrib.auth.hashers import check_password
from django.db import connections
from django.test import Client

from benchmarks.measure import Line
from portal.models import User
from portal.services import attempts
from portal.services.sessions import session_start
from portal.services.sign_in import SignInRefused, sign_in

# Users of this part alone, so that they can be taken away again.
MARK = "signing-in.example"
PASSWORD = "aloha-kakahiaka-7"
PEOPLE, LOGINS, WORKERS = 20, 120, 2
GOAL = 30  # logins a second


def lines(scratch) -> Iterator[Line]:
    """Two at a time, as two cores allow. Hashing takes the time; it is meant to."""
    attempts.MOST_FROM_ADDRESS = 10**9  # all come from here
    people = [_person(number) for number in range(PEOPLE)]
    try:
        encoded = people[0].password
        hashing = _each(lambda number: check_password(PASSWORD, encoded))
        for what, work in (
            ("API: password, session and tokens", _by_api),
            ("console: the page's POST, to the redirect", _by_console),
            ("a wrong password", _wrongly),
            ("an address without an account", _unknown),
        ):
            each = _each(lambda number, work=work: work(people[number % PEOPLE]))
            note = f"{1000 / each:.0f} a second"
            yield Line(what, each, hashing, goal_ms=round(1000 / GOAL, 1), note=note)
        yield Line("the hash alone", hashing, note=f"{1000 / hashing:.0f} a second")
    finally:
        _clear(scratch)


def _person(number: int) -> User:
    return User.objects.create_user(
        f"somebody{number}@{MARK}", PASSWORD, user_type="team", status="active", is_staff=True
    )


def _by_api(user: User) -> None:
    signed_in = sign_in(email=user.email, password=PASSWORD)
    session_start(user=signed_in.user)


def _by_console(user: User) -> None:
    client = Client(SERVER_NAME="localhost")
    answer = client.post("/console/login/", {"email": user.email, "password": PASSWORD})
    if answer.status_code != 302:
        raise RuntimeError(f"The console did not open: {answer.status_code}.")


def _wrongly(user: User) -> None:
    User.objects.filter(pk=user.pk).update(failed_login_count=0, locked_until=None)
    _refused(user.email)


def _unknown(user: User) -> None:
    _refused(f"not-{user.email}")


def _refused(email: str) -> None:
    try:
        sign_in(email=email, password="not-the-password-1")
    except SignInRefused:
        return
    raise RuntimeError("A wrong password opened an account.")


def _each(work: Callable[[int], object]) -> float:
    """Milliseconds for one of many calls, ``WORKERS`` at a time; the better of two runs."""
    with ThreadPoolExecutor(WORKERS) as pool:

        def run(count: int) -> float:
            start = perf_counter()
            list(pool.map(work, range(count)))
            return (perf_counter() - start) * 1000 / count

        run(2 * WORKERS)
        quickest = min(run(LOGINS), run(LOGINS))
        list(pool.map(lambda _: connections.close_all(), range(WORKERS)))
    return quickest


def _clear(scratch) -> None:
    with scratch.connect() as raw:
        raw.execute("SET session_replication_role = replica")
        whose = "(SELECT id FROM portal.users WHERE email LIKE %s)"
        mark = [f"%{MARK}"]
        raw.execute(f"DELETE FROM portal.sessions WHERE user_id IN {whose}", mark)
        raw.execute("DELETE FROM portal.users WHERE email LIKE %s", mark)
        raw.execute("TRUNCATE core.row_changes, secure.audit_logs, core.rate_counters")
