"""Values as cells of a spreadsheet, and back: what goes out comes in again as the very same."""

import datetime
import json
import re
from decimal import Decimal
from typing import Any
from uuid import UUID

# Excel and its kin take a cell that starts so for a formula. An apostrophe before it makes it
# text; one more is added where apostrophes stand there already, so that reading is exact.
RISKY = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula: ``=x`` becomes ``'=x``."""
    return f"'{text}" if RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text before ``guarded``: ``'=x`` becomes ``=x``, and ``'tis`` stays."""
    return text[1:] if text.startswith("'") and RISKY.match(text) else text


def csv_cell(value: Any) -> str:
    """A value as CSV keeps it: ISO 8601 dates, instants in UTC, lists as JSON, "" for none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, (list, dict)):
        return as_json(value)
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return guarded(str(value)) if not isinstance(value, (int, float, Decimal, UUID)) else str(value)


def as_json(value: list | dict) -> str:
    """A list or document as text."""
    return json.dumps(value, ensure_ascii=False, default=str)
