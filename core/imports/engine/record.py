"""What became of every row, kept with the staged rows."""

from core.choices import LoadStatus, Verdict
from core.imports.engine.job import Job, quoted
from core.imports.engine.match import part_table, presence
from core.imports.engine.work import skipped_by_hand

NEW, CHANGED, SAME = "new", "changed", "same"


def record(job: Job, cursor, *, is_applied: bool) -> dict[str, int]:
    """Write verdicts, changes and keys to the staged rows; rows by verdict.

    ``is_applied``: whether what the work says now stands in the tables.
    """
    cursor.execute(
        f"UPDATE {job.staged} s SET verdict = %s, changes = NULL, written = NULL,"
        " likenesses = NULL, error_messages = r.said, refusals = r.refusals"
        " FROM (SELECT row, bool_and(is_repeat) AS is_repeat,"
        "   array_agg(reason ORDER BY reason) AS said,"
        "   jsonb_agg(DISTINCT jsonb_build_object('column', field, 'value', value,"
        "     'reason', reason, 'remedy', remedy)) AS refusals FROM import_refused GROUP BY row) r"
        " WHERE s.batch_id = %s AND s.source_row = r.row",
        [Verdict.REFUSED.value, job.batch],
    )
    cursor.execute(
        f"UPDATE {job.staged} s SET verdict = %s, refusals = NULL"
        " FROM (SELECT row FROM import_refused GROUP BY row HAVING bool_and(is_repeat)) r"
        " WHERE s.batch_id = %s AND s.source_row = r.row",
        [Verdict.SKIPPED.value, job.batch],
    )
    cursor.execute(
        f"UPDATE {job.staged} s SET verdict = %s, changes = NULL, written = NULL, refusals = NULL,"
        " likenesses = NULL, error_messages = ARRAY['Left out by hand.']"
        " WHERE s.batch_id = %s AND s.source_row = ANY(%s)",
        [Verdict.SKIPPED.value, job.batch, skipped_by_hand(job)],
    )
    _record_outcomes(job, cursor, is_applied)
    return counts(job, cursor)


def _record_outcomes(job: Job, cursor, is_applied: bool) -> None:
    main = job.resource.main()
    joins, written, changes, something, newest = [], [], [], [], []
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
    first = f"{quoted('p_' + main)}"
    added = [main]
    if job.parts[main].is_shared:  # a further home of an owner is new, though the owner is not
        added = list(job.parts)[list(job.parts).index(main) :]
    is_added = " OR ".join(
        f"coalesce({p}.is_new AND {p}.leader = {p}.row, false)"
        for p in (quoted(f"p_{name}") for name in added)
    )
    is_new = f"CASE WHEN {first}.id IS NOT NULL THEN {is_added} {' '.join(newest)} END"
    links = {field: f"({quoted('p_' + part)}.id)" for field, part in job.resource.matched().items()}
    staged = job.resource.staged()._meta
    # Before it is applied the key of a new row leads nowhere yet.
    sets = [
        f"{quoted(staged.get_field(field).column)} = o.{quoted('m_' + field)}" for field in links
    ]
    taken = [
        f"{key} AS {quoted('m_' + field)}"
        if is_applied
        else f"CASE WHEN NOT {quoted('p_' + job.resource.matched()[field])}.is_new"
        f" THEN {key} END AS {quoted('m_' + field)}"
        for field, key in links.items()
    ]
    cursor.execute(
        f"UPDATE {job.staged} s SET verdict = o.verdict, changes = o.changes, written = o.written,"
        " likenesses = o.likenesses, refusals = NULL, error_messages = NULL,"
        f" load_status = %s, processed_at = now(){''.join(', ' + one for one in sets)}"
        " FROM (SELECT w.row,"
        f"  CASE WHEN {is_new} THEN '{Verdict.NEW.value}'"
        f"       WHEN {' OR '.join(something)} THEN '{Verdict.CHANGED.value}'"
        f"       ELSE '{Verdict.UNCHANGED.value}' END AS verdict,"
        f"  nullif({' || '.join(changes)}, '{{}}'::jsonb) AS changes,"
        f"  {' || '.join(written)} AS written, a.likenesses"
        f"  {''.join(', ' + one for one in taken)}"
        f"  FROM import_work w {' '.join(joins)} LEFT JOIN import_alike a ON a.row = w.row) o"
        " WHERE s.batch_id = %s AND s.source_row = o.row",
        [LoadStatus.MERGED.value if is_applied else LoadStatus.LOADED.value, job.batch],
    )


def counts(job: Job, cursor) -> dict[str, int]:
    """Rows of the batch by verdict, all of them named."""
    cursor.execute(
        f"SELECT verdict, count(*) FROM {job.staged} WHERE batch_id = %s GROUP BY verdict",
        [job.batch],
    )
    found = dict(cursor.fetchall())
    return {value: found.get(value, 0) for value in Verdict.values}
