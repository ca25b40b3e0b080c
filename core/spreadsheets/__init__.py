"""Spreadsheets read safely: hostile or dirty files never reach the process that asks.

Everything that opens a file runs in a bare child process (``child``) under limits of memory and
time; the caller gets a ``Survey`` or a stream of ``Row``s, or ``Unreadable`` with a sentence for
people. Nothing here knows Django.
"""

from core.spreadsheets.errors import Unreadable
from core.spreadsheets.facts import ColumnSurvey, SheetSurvey, Survey
from core.spreadsheets.limits import Limits
from core.spreadsheets.reading import Row, read_rows, survey
from core.spreadsheets.values import as_text

__all__ = [
    "ColumnSurvey",
    "Limits",
    "Row",
    "SheetSurvey",
    "Survey",
    "Unreadable",
    "as_text",
    "read_rows",
    "survey",
]
