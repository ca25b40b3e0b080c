"""The world of the matrix: made once for a worker, in a transaction that never ends well."""

import pytest
from django.db import transaction

from core.testing.factories import reset_sequences
from tests.access.probes import Probes
from tests.access.world import World


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """The people and the rows."""
    reset_sequences()
    with django_db_blocker.unblock(), transaction.atomic():
        made = World()
        with django_db_blocker.block():
            yield made
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _without_patience(settings):
    """One person here asks more in a minute than a hundred people do."""
    settings.SEARCHES_PER_MINUTE = 1_000_000


@pytest.fixture
def probes(world, model, db):
    """What is asked of one model."""
    return Probes(world, model)
