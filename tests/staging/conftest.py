"""People who import."""

from core.testing.fixtures import browser, manager, staff, superuser  # noqa: F401
