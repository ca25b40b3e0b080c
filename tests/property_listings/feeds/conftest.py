"""People and their browsers; our own servers may be called."""

import pytest

from core.testing.fixtures import browser, manager, staff, superuser  # noqa: F401


@pytest.fixture(autouse=True)
def _our_own_servers(settings):
    settings.FEED_TRUSTED_HOSTS = ["127.0.0.1"]
