"""What the log does not say."""

import logging
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


class Brief(logging.Filter):
    """Has a refusal (403, 404 …) logged by what was said, without the way through the code that
    led to it: to write that out takes longer than to refuse. Faults of ours keep it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record through."""
        if record.levelno < logging.ERROR and record.exc_info and record.exc_info[1]:
            record.exc_text = repr(record.exc_info[1])
        return True
