"""What the log does not say."""

import re
from collections.abc import Mapping, MutableMapping
from typing import Any

# The link of a calendar is its key (docs/calendar-feeds.md).
CALENDAR = re.compile(r"(/calendars/)[^\s/?#\"']+")


def without_links(logger: Any, method: str, said: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """A structlog processor: addresses of calendars without their secret part."""
    return {
        name: CALENDAR.sub(r"\1…", value) if isinstance(value, str) else value
        for name, value in said.items()
    }
