"""People who work with secrets."""

from tests.console.conftest import browse, make, person  # noqa: F401  fixtures
