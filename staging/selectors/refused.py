"""The refused rows of a batch as a sheet of the same shape, with the reason beside each."""

from collections.abc import Iterator
from typing import Any

from core.choices import Verdict
from core.imports.mapping import REFUSAL_HEADINGS
from staging.models import ImportBatch
from staging.selectors.batches import staged_rows
from staging.selectors.mapping import sheet_of, survey_of

SECTION = "(section)"


def refused_headings(batch: ImportBatch) -> list[str]:
    """The sheet's own headings in its order, then row and reason."""
    sheet = sheet_of(batch, survey_of(batch))
    columns = sheet.columns if sheet is not None else []
    headings = [c.heading for c in columns if not c.is_blank and c.heading not in REFUSAL_HEADINGS]
    return [*headings, *REFUSAL_HEADINGS]


def refused_rows(batch: ImportBatch, headings: list[str]) -> Iterator[list[Any]]:
    """The cells of each refused row, just as they were read, with row and reason at the end."""
    own = headings[: -len(REFUSAL_HEADINGS)]
    rows = staged_rows(batch, Verdict.REFUSED)
    values = rows.values_list("source_row", "source_payload", "refusals")
    for number, payload, refusals in values.iterator(chunk_size=2000):
        cells = [(payload or {}).get(heading) for heading in own]
        yield [*cells, number, reasons(refusals or [])]


def reasons(refusals: list[dict[str, str]]) -> str:
    """Why a row is refused, in one text: column, reason and remedy of each."""
    return " | ".join(
        f"{one['column']}: {one['reason']} {one['remedy']}".strip() for one in refusals
    )
