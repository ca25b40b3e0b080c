"""The served description holds: calls made up from it are answered as it says, for every role.

A sample of operations by turns: ``HALEKEEPER_FUZZ_SEED`` chooses another, ``HALEKEEPER_FUZZ=long``
(``make fuzz``) takes all of them, with many more examples each.
"""

import os
import random
from functools import cache

import pytest
import schemathesis
import yaml
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from rest_framework.test import APIClient
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.failures import Failure, FailureGroup

from config.describing import parts
from core.testing.factories import factory_of
from core.testing.fixtures import person
from portal.services.sessions import session_start
from tests.access import matrix

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
IS_LONG = os.environ.get("HALEKEEPER_FUZZ") == "long"
SEED = int(os.environ.get("HALEKEEPER_FUZZ_SEED", "1"))
OPERATIONS, EXAMPLES = (100_000, 40) if IS_LONG else (24, 6)
#: Checks of schemathesis that are not asked for, and why.
LEFT_OUT = {
    "positive_data_acceptance": "no schema knows which rows exist and what the database refuses",
}
KINDS = {
    "GUEST": ("guest", "directory.Guest"),
    "HOMEOWNER": ("homeowner", "directory.Homeowner"),
}


def caller(role: str):
    """A person of that role, linked to whom such persons are."""
    if role in KINDS:
        name, label = KINDS[role]
        return person(role, user_type=name, **{name: factory_of(label).create()})
    member = factory_of("team.TeamMember").create(team=factory_of("team.Team").create())
    return person(role, user_type="team", is_staff=True, team_member=member)


@cache
def application():
    """What is served; one for all, as making it reads in every middleware."""
    return get_wsgi_application()


@cache
def operations(part: str) -> list:
    """The operations of a part of the description; to read it takes longer than to ask them."""
    document = yaml.load(parts()[part], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    schema = schemathesis.openapi.from_dict(document)
    schema.app = application()
    return [result.ok() for result in schema.get_all_operations()]


def chosen(role: str):
    """Operations of the description, as many as there is time for."""
    draw = random.Random(f"{SEED} {role}")
    names = sorted(parts())
    for part in names if IS_LONG else draw.sample(names, 4):
        found = operations(part)
        yield from draw.sample(found, min(len(found), OPERATIONS // 4))


@pytest.fixture
def one_connection(db):
    """Calls use the connection of the test, which must outlive them."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def checks():
    """All checks but those left out."""
    load_all_checks()
    return [check for check in CHECKS.get_all() if check.__name__ not in LEFT_OUT]


@pytest.mark.parametrize("role", sorted(matrix.parents()))
@pytest.mark.usefixtures("one_connection")
def test_answers_are_as_described(role, checks, record_property):
    tokens = session_start(user=caller(role), mfa=True)
    headers = {"Authorization": f"Bearer {tokens.access}", "Accept-Encoding": "identity"}
    calls, faults = 0, []

    for operation in chosen(role):

        @seed(SEED)
        @settings(
            max_examples=EXAMPLES,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def made_up(case):
            nonlocal calls
            calls += 1
            with transaction.atomic():
                response = case.call(headers=headers)
                transaction.set_rollback(True)
            case.validate_response(response, checks=checks, headers=headers)

        try:
            made_up()
        except (FailureGroup, Failure) as fault:
            faults.append(f"{operation.label}: {fault}")
    record_property("probes", calls)
    assert not faults, f"{len(faults)} operations:\n" + "\n\n".join(faults[:5])


def test_an_instant_that_only_the_database_refuses_is_refused_by_name():
    tokens = session_start(user=person(is_superuser=True, user_type="admin"), mfa=True)
    client = APIClient(headers={"authorization": f"Bearer {tokens.access}"})
    with transaction.atomic():
        answer = client.get(
            "/api/v1/service/tickets/", {"created_at__gte": "0392-10-29T21:06:43+21:30"}
        )
        transaction.set_rollback(True)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["message"] == "A value is out of range."


def test_an_address_with_a_nul_is_a_problem_like_any_other():
    answer = APIClient().get("/api/v1/service/tickets/?search=%00")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert "NUL" in answer.json()["title"]
