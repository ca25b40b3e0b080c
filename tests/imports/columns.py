"""Columns as the survey of a sheet describes them, as far as cells and mapping look."""

from dataclasses import dataclass, field


@dataclass
class Surveyed:
    """What ``core.spreadsheets.ColumnSurvey`` says of a column."""

    index: int
    heading: str
    filled: int
    samples: list[str] = field(default_factory=list)
    distinct: list[list] | None = None
    date_order: str | None = None
    decimal_mark: str | None = None
    named: bool = True


def column(texts=(), heading="Column A", index=0, order=None, mark=None, named=True) -> Surveyed:
    """A surveyed column of these texts."""
    texts = [str(text) for text in texts]
    distinct = list(dict.fromkeys(texts))
    counted = [[text, texts.count(text)] for text in distinct]
    return Surveyed(index, heading, len(texts), distinct[:10], counted, order, mark, named)
