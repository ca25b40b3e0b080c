"""What became of every row, kept with the staged rows: ``import_outcome`` gathers it first."""

from django.db import connection

from core.choices import LoadStatus, Verdict
from core.imports.engine.job import Fresh, Job, field_of, quoted
from core.imports.engine.match import part_table, presence
from core.imports.engine.stage import STAGED_COLUMNS, analyze
from core.imports.engine.work import skipped_by_hand

NEW, CHANGED, SAME = "new", "changed", "same"
#: What an outcome says of a row, besides the rows of the tables that it is (``matched``).
SAID = (
    "load_status",
    "verdict",
    "changes",
    "written",
    "likenesses",
    "refusals",
    "error_messages",
)


def record(job: Job, cursor, *, is_applied: bool) -> dict[str, int]:
    """Keep verdicts, changes and keys with the staged rows; rows by verdict.

    ``is_applied``: whether what the work says now stands in the tables.
    """
    links = [field_of(job.resource.staged(), f).column for f in job.resource.matched()]
    _gather(job, cursor, links, is_applied)
    if job.fresh is not None:
        _keep(job, cursor, links, job.fresh)
    else:
        _update(job, cursor, links)
    return counts(job, cursor)


def _gather(job: Job, cursor, links: list[str], is_applied: bool) -> None:
    """Fill ``import_outcome``: refused rows, those left out by hand, and the others."""
    kept = job.resource.staged()
    kinds = [f"{name} {field_of(kept, name).db_type(connection)}" for name in SAID]
    kinds += [f"{quoted(link)} uuid" for link in links]
    cursor.execute("DROP TABLE IF EXISTS pg_temp.import_outcome")
    cursor.execute(f"CREATE TEMP TABLE import_outcome (row int, {', '.join(kinds)}) ON COMMIT DROP")
    cursor.execute(
        "INSERT INTO import_outcome (row, load_status, verdict, refusals, error_messages)"
        " SELECT row, %s, CASE WHEN bool_and(is_repeat) THEN %s ELSE %s END,"
        "  CASE WHEN NOT bool_and(is_repeat) THEN jsonb_agg(DISTINCT jsonb_build_object("
        "   'column', field, 'value', value, 'reason', reason, 'remedy', remedy)) END,"
        "  array_agg(reason ORDER BY reason)"
        " FROM import_refused GROUP BY row",
        [LoadStatus.LOADED.value, Verdict.SKIPPED.value, Verdict.REFUSED.value],
    )
    cursor.execute(
        "INSERT INTO import_outcome (row, load_status, verdict, error_messages)"
        " SELECT source_row, %s, %s, ARRAY['Left out by hand.'] FROM import_raw"
        " WHERE source_row = ANY(%s) AND load_status = %s",
        [
            LoadStatus.LOADED.value,
            Verdict.SKIPPED.value,
            skipped_by_hand(job),
            LoadStatus.LOADED.value,
        ],
    )
    _gather_work(job, cursor, links, is_applied)
    analyze(cursor, "import_outcome")


def _gather_work(job: Job, cursor, links: list[str], is_applied: bool) -> None:
    main = job.resource.main()
    joins, written, changes, something = [], [], [], []
    newest: list[str] = []
    for name in job.parts:
        p, d = quoted(f"p_{name}"), quoted(f"d_{name}")
        joins.append(
            f"LEFT JOIN {part_table(name)} {p} ON {p}.row = w.row AND {presence(job, name)}"
            f" LEFT JOIN {quoted('import_diff_' + name)} {d} ON {d}.row = w.row"
        )
        what = (
            f"CASE WHEN {p}.is_new AND {p}.leader = {p}.row THEN '{NEW}'"
            f" WHEN {d}.row IS NOT NULL THEN '{CHANGED}' ELSE '{SAME}' END"
        )
        written.append(
            f"CASE WHEN {p}.id IS NULL THEN '{{}}'::jsonb ELSE"
            f" jsonb_build_object('{name}', jsonb_build_array({p}.id, {what})) END"
        )
        changes.append(f"coalesce({d}.changes, '{{}}'::jsonb)")
        something.append(f"coalesce({p}.is_new AND {p}.leader = {p}.row, false)")
        something.append(f"{d}.row IS NOT NULL")
        newest.insert(0, f"WHEN {p}.id IS NOT NULL THEN {p}.is_new AND {p}.leader = {p}.row")
    first = quoted(f"p_{main}")
    added = [main]
    if job.parts[main].is_shared:  # a further home of an owner is new, though the owner is not
        added = list(job.parts)[list(job.parts).index(main) :]
    is_added = " OR ".join(
        f"coalesce({p}.is_new AND {p}.leader = {p}.row, false)"
        for p in (quoted(f"p_{name}") for name in added)
    )
    is_new = f"CASE WHEN {first}.id IS NOT NULL THEN {is_added} {' '.join(newest)} END"
    keys = []
    for part in job.resource.matched().values():
        p = quoted(f"p_{part}")
        # Before it is applied the key of a new row leads nowhere yet.
        keys.append(f"{p}.id" if is_applied else f"CASE WHEN NOT {p}.is_new THEN {p}.id END")
    names = ["row", *SAID[:5], *map(quoted, links)]
    cursor.execute(
        f"INSERT INTO import_outcome ({', '.join(names)}) SELECT w.row, %s,"
        f"  CASE WHEN {is_new} THEN '{Verdict.NEW.value}'"
        f"       WHEN {' OR '.join(something)} THEN '{Verdict.CHANGED.value}'"
        f"       ELSE '{Verdict.UNCHANGED.value}' END,"
        f"  nullif({' || '.join(changes)}, '{{}}'::jsonb),"
        f"  {', '.join([' || '.join(written), 'a.likenesses', *keys])}"
        f"  FROM import_work w {' '.join(joins)} LEFT JOIN import_alike a ON a.row = w.row",
        [LoadStatus.MERGED.value if is_applied else LoadStatus.LOADED.value],
    )


def _keep(job: Job, cursor, links: list[str], fresh: Fresh) -> None:
    """Rows that were just read go to the staging table, in place of what the batch had there."""
    read = [name for name in (*STAGED_COLUMNS, *fresh.texts) if name not in SAID]
    names = ["batch_id", "source_file", "source_system", "processed_at"]
    names += [*map(quoted, read), *SAID, *map(quoted, links)]
    taken = [f"r.{quoted(name)}" for name in read]
    taken += [
        f"coalesce(o.{name}, r.{name})" if name in STAGED_COLUMNS else f"o.{name}" for name in SAID
    ]
    taken += [f"o.{quoted(link)}" for link in links]
    cursor.execute(f"DELETE FROM {job.staged} WHERE batch_id = %s", [job.batch])
    cursor.execute(
        f"INSERT INTO {job.staged} ({', '.join(names)})"
        f" SELECT %s, %s, %s, now(), {', '.join(taken)}"
        " FROM import_raw r LEFT JOIN import_outcome o ON o.row = r.source_row",
        [job.batch, fresh.file_name, fresh.source_system],
    )


def _update(job: Job, cursor, links: list[str]) -> None:
    """Rows that were staged before learn what became of them."""
    names = [*SAID, *map(quoted, links)]
    cursor.execute(
        f"UPDATE {job.staged} s SET processed_at = now(),"
        f" {', '.join(f'{name} = o.{name}' for name in names)}"
        " FROM import_outcome o WHERE s.batch_id = %s AND s.source_row = o.row",
        [job.batch],
    )


def counts(job: Job, cursor) -> dict[str, int]:
    """Rows of the batch by verdict, all of them named."""
    cursor.execute(
        f"SELECT verdict, count(*) FROM {job.staged} WHERE batch_id = %s GROUP BY verdict",
        [job.batch],
    )
    found = dict(cursor.fetchall())
    return {value: found.get(value, 0) for value in Verdict.values}
