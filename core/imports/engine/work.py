"""The staged rows with typed values, in a table of this transaction: ``import_work``.

One line a row of the sheet: ``row``, ``row_hash``, ``source_id`` and ``c_<column>`` for each
column that is written. ``import_refused`` holds what was found against rows since they were read.
"""

from core.choices import LoadStatus
from core.imports.engine.job import DROP_REFUSED, Job, quoted, sql_type
from core.imports.engine.references import resolve
from core.imports.engine.stage import analyze
from core.imports.recipe import SKIP
from core.imports.resource import Reference


def prepare(job: Job, cursor) -> None:
    """Make both tables and take out the rows whose references lead nowhere."""
    cursor.execute("DROP TABLE IF EXISTS pg_temp.import_work, pg_temp.import_refused")
    cursor.execute(
        "CREATE TEMP TABLE import_refused"
        " (row int, field text, value text, reason text, remedy text,"
        "  is_repeat bool DEFAULT false) ON COMMIT DROP"
    )
    resolve(job, cursor)
    read, taken, joined = [], [], []
    for name, column in job.written_columns.items():
        is_reference = isinstance(column, Reference)
        read.append(f"{quoted(name)} {'text' if is_reference else sql_type(column)}")
        if is_reference:
            table = quoted(f"import_ref_{name}")
            alias = quoted(f"r_{name}")
            joined.append(f"LEFT JOIN {table} {alias} ON {alias}.text = v.{quoted(name)}")
            taken.append(f"{alias}.key AS {quoted(f'c_{name}')}")
            if column.is_inward:
                taken.append(f"v.{quoted(name)} AS {quoted(f't_{name}')}")
        else:
            taken.append(f"v.{quoted(name)} AS {quoted(f'c_{name}')}")
    values = f"CROSS JOIN LATERAL jsonb_to_record(s.converted) AS v({', '.join(read)})"
    cursor.execute(
        "CREATE TEMP TABLE import_work ON COMMIT DROP AS"
        f" SELECT s.source_row AS row, s.row_hash, s.source_id, {', '.join(taken)}"
        f" FROM import_raw s {values if read else ''} {' '.join(joined)}"
        " WHERE s.load_status = %s AND NOT s.source_row = ANY(%s)",
        [LoadStatus.LOADED.value, skipped_by_hand(job)],
    )
    cursor.execute("CREATE UNIQUE INDEX ON import_work (row)")
    cursor.execute(DROP_REFUSED)
    analyze(cursor, "import_work")


def skipped_by_hand(job: Job) -> list[int]:
    """Rows that somebody decided to leave out."""
    return [int(row) for row, what in job.recipe.decisions.items() if what == SKIP]
