"""A receiver, and somebody who is told everything."""

import pytest

from core.testing.fixtures import person
from portal.services.webhooks import courier
from tests.portal.webhooks.receiver import receiver


@pytest.fixture(autouse=True)
def _our_own_servers(settings, monkeypatch):
    """Our own servers may be called; whether anybody listens is asked anew."""
    settings.WEBHOOK_TRUSTED_HOSTS = ["127.0.0.1"]
    monkeypatch.setattr(courier, "_remembered", (0.0, False))


@pytest.fixture
def hook():
    """A receiver that takes everything."""
    with receiver() as made:
        yield made


@pytest.fixture
def admin(db):
    """May read and write all."""
    return person("SUPER_ADMIN", is_staff=True, user_type="admin")
