"""Texts that look like formulas, markup or damage are data: in, out and in again to the letter."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.resources.files import xlsx_file
from property.models import Property
from tests.console.naughty import LINE_TEXTS, TEXTS, big_list
from tests.staging.sheets import applied, counted, uploaded

pytestmark = pytest.mark.django_db
FORMULAS = ["=Free Parking!=", "+1 808 555 0142", "@ Wailea", "-3", "'=1+1", "''", "'tis", "\t=x"]


def is_seen(text: str) -> bool:
    """Whether a text shows anything: one of blanks and marks alone is an empty cell."""
    return "\0" not in text and any(c.isprintable() and not c.isspace() for c in text)


NAMES = [text for text in [*FORMULAS, *LINE_TEXTS] if is_seen(text)]
NOTES = [text for text in [*TEXTS, *big_list()] if is_seen(text)]


def rows_of(notes):
    """A home for each text."""
    headings = ["property_code", "property_name", "notes"]
    names = [NAMES[at % len(NAMES)] for at in range(len(notes))]
    return headings, [[f"N{at}", names[at], note] for at, note in enumerate(notes)]


def as_csv(headings, rows):
    """As a program writes it that knows nothing of guards."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([headings, *rows])
    return SimpleUploadedFile("naughty.csv", text.getvalue().encode())


def as_xlsx(headings, rows):
    """As a workbook of texts."""
    return SimpleUploadedFile("naughty.xlsx", xlsx_file(headings, rows, "Rows").read())


def guarded(text: str) -> bool:
    """Whether a CSV of ours would have an apostrophe before it: a foreign one reads as that."""
    return text.startswith("'") and text.lstrip("'")[:1] in tuple("=+-@\t\r")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_texts_come_in_to_the_letter_and_go_round(kind, superuser, browser):
    plain = [n for n in NOTES if kind == "xlsx" or not guarded(n)]
    # A workbook's line breaks are \n, and it has no place for most control characters.
    if kind == "xlsx":
        plain = [n for n in plain if n.isprintable() and len(n) < 32_000]
    headings, rows = rows_of(plain)
    rows = [row for row in rows if kind == "xlsx" or not guarded(row[1])]
    if kind == "xlsx":
        rows = [row for row in rows if row[1].isprintable()]
    make = as_csv if kind == "csv" else as_xlsx
    batch = applied(uploaded("properties", None, file=make(headings, rows)))
    assert counted(batch) == {"new": len(rows)}
    there = {
        p.property_code: [p.property_code, p.property_name, p.notes] for p in Property.objects.all()
    }
    assert there == {row[0]: row for row in rows}

    address = reverse("admin:property_property_export")
    asked = {"kind": kind, "columns": ["number", "property_code", "property_name", "notes"]}
    content = b"".join(browser(superuser).post(address, asked).streaming_content)
    again = uploaded("properties", None, file=SimpleUploadedFile(f"export.{kind}", content))
    assert counted(again) == {"unchanged": len(rows)}
