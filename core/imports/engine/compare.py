"""What a row would change: for each part, old and new of every column that differs."""

from string import Formatter

from django.db import models

from core.imports.engine.job import DROP_REFUSED, Job, field_of, quoted
from core.imports.engine.match import part_table, values_of, work_with_links
from core.imports.resource import Column, Part
from core.models import BusinessIDField

MOST_LIKENESSES = 20_000  # new rows for which rows that look alike are shown


def share(job: Job, cursor, name: str) -> None:
    """Where several rows speak of one thing, they must agree; the first filled value stands.

    The leader's row of the work takes the values of the rows after it where its own are empty.
    """
    table, part = part_table(name), job.parts[name]
    folded = _folded(part)
    for attribute, column in job.of_part(name).items():
        own = quoted(f"c_{column.name}")
        differs = f"w.{own} <> l.{own}"
        if attribute in folded or column.name in folded:
            differs = f"core.fold(w.{own}::text) <> core.fold(l.{own}::text)"
        cursor.execute(
            f"UPDATE import_work l SET {own} = f.value FROM ("
            f"  SELECT DISTINCT ON (p.leader) p.leader, w.{own} AS value FROM {table} p"
            f"  JOIN import_work w USING (row) WHERE w.{own} IS NOT NULL"
            "   ORDER BY p.leader, p.row"
            f") f WHERE l.row = f.leader AND l.{own} IS NULL"
        )
        if part.fills:  # nothing is changed, so there is nothing to agree on
            continue
        cursor.execute(
            "INSERT INTO import_refused"
            f" SELECT w.row, %s, w.{own}::text, 'Row ' || l.row || ' says ' || l.{own}::text"
            "  || ' of the same ' || %s || '.', 'Let both rows say the same.'"
            f" FROM {table} p JOIN import_work w USING (row) JOIN import_work l ON l.row = p.leader"
            f" WHERE p.leader <> p.row AND w.{own} IS NOT NULL AND {differs}",
            [job.headings.get(column.name, attribute), part_label(job, name)],
        )
    cursor.execute(DROP_REFUSED)


def _folded(part: Part) -> set[str]:
    """What is compared without case and accents: attributes, and columns they are derived from."""
    folded = {attribute for key in part.keys for attribute in key.folded}
    for attribute in folded & set(part.derived):
        folded |= {name for _, name, _, _ in Formatter().parse(part.derived[attribute]) if name}
    return folded


def part_label(job: Job, name: str) -> str:
    """What people call a row of the part."""
    return str(job.parts[name].model._meta.verbose_name)


def compared(job: Job, name: str) -> dict[str, Column]:
    """Attribute -> column of what an import may change in rows that are there."""
    if job.parts[name].fills:
        return {}
    return {
        attribute: column
        for attribute, column in job.of_part(name).items()
        if column.model_field.editable  # not numbers, and not when it was made
        and column.name not in job.filled_in
    }


def compare(job: Job, cursor, name: str) -> None:
    """Make ``import_diff_<part>``: row, and ``changes`` as ``{column: [old, new]}``."""
    table = quoted(f"import_diff_{name}")
    cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{table}")
    cursor.execute(f"CREATE TEMP TABLE {table} (row int, changes jsonb) ON COMMIT DROP")
    columns = compared(job, name)
    if not columns:
        return
    old, new, pairs = [], [], []
    for column in columns.values():
        mine = f"w.{quoted('c_' + column.name)}"
        theirs = f"t.{quoted(column.model_field.column)}"
        value = mine if job.recipe.clears_blanks else f"coalesce({mine}, {theirs})"
        if job.recipe.clears_blanks and not column.model_field.null:
            value = f"coalesce({mine}, {theirs})"
        old.append(theirs)
        new.append(value)
        pairs.append(
            f"('{column.name}', to_jsonb({theirs}), to_jsonb({value}),"
            f" {theirs} IS DISTINCT FROM {value})"
        )
    target = quoted(job.parts[name].model._meta.db_table)
    cursor.execute(
        f"INSERT INTO {table} SELECT w.row, d.changes"
        f" FROM {part_table(name)} p JOIN import_work w USING (row) JOIN {target} t ON t.id = p.id"
        " CROSS JOIN LATERAL ("
        "   SELECT jsonb_object_agg(c.name, jsonb_build_array(c.old, c.new)) AS changes"
        f"   FROM (VALUES {', '.join(pairs)}) AS c(name, old, new, differs) WHERE c.differs"
        " ) d WHERE NOT p.is_new AND p.leader = p.row"
        f" AND ROW({', '.join(old)}) IS DISTINCT FROM ROW({', '.join(new)})"
    )
    cursor.execute(f"CREATE UNIQUE INDEX ON {table} (row)")
    cursor.execute(f"ANALYZE {table}")


def refuse_incomplete(job: Job, cursor, name: str) -> None:
    """New rows must bring what the table cannot do without; numbers are given by us."""
    part, table = job.parts[name], part_table(name)
    filled = values_of(job, name)
    columns = job.of_part(name)
    single = part_label(job, name)
    for field in part.model._meta.concrete_fields:
        if isinstance(field, BusinessIDField) and field.name in columns:
            column = columns[field.name]
            cursor.execute(
                "INSERT INTO import_refused"
                f" SELECT w.row, %s, w.{quoted('c_' + column.name)}, %s, %s"
                f" FROM {table} p JOIN import_work w USING (row)"
                f" WHERE p.is_new AND p.leader = p.row"
                f" AND w.{quoted('c_' + column.name)} IS NOT NULL",
                [
                    job.headings[column.name],
                    f"There is no {single} with this number that you may change.",
                    "Correct it, or leave it empty for a new row: new rows get their number here.",
                ],
            )
        if not is_needed(field):
            continue
        if field.name in part.constants:
            continue
        label = str(field.verbose_name)
        if field.name not in filled:
            cursor.execute(
                f"INSERT INTO import_refused SELECT p.row, %s, '', %s, %s FROM {table} p"
                " WHERE p.is_new AND p.leader = p.row",
                [
                    label,
                    f"A new {single} needs its {label}, and no column of the sheet gives it.",
                    "Add the column, or say which one it is.",
                ],
            )
        else:
            heading = job.headings.get(columns[field.name].name) if field.name in columns else label
            remedy = "Fill the cell in."
            if field.name in part.derived and (given := sources(job, part.derived[field.name])):
                heading, remedy = given[0], f"Fill in {' or '.join(given)}."
            cursor.execute(
                f"INSERT INTO import_refused SELECT w.row, %s, '', %s, %s"
                f" FROM {work_with_links(job, name)} JOIN {table} p ON p.row = w.row"
                f" WHERE p.is_new AND p.leader = p.row AND {filled[field.name]} IS NULL",
                [heading or label, f"A new {single} needs its {label}.", remedy],
            )
    cursor.execute(DROP_REFUSED)


def sources(job: Job, template: str) -> list[str]:
    """The headings of the sheet whose columns a derived value is made of."""
    names = [name for _, name, _, _ in Formatter().parse(template) if name]
    return [job.headings[name] for name in dict.fromkeys(names) if name in job.headings]


def is_needed(field: models.Field) -> bool:
    """Whether a new row cannot do without a value of its own."""
    return not (
        field.null
        or field.primary_key
        or field.generated
        or field.has_default()
        or field.has_db_default()
        or isinstance(field, BusinessIDField)
        or field.name in ("created_at", "updated_at")
    )


def alike(job: Job, cursor, name: str) -> None:
    """Rows within reach that share a value with a new one: shown, never taken.

    Makes ``import_alike``: row, and a list of ``{"part", "id", "attribute", "value"}``, with
    ``"row"`` where it is an earlier row of the sheet.
    """
    cursor.execute("DROP TABLE IF EXISTS pg_temp.import_alike")
    cursor.execute("CREATE TEMP TABLE import_alike (row int, likenesses jsonb) ON COMMIT DROP")
    part, values = job.parts[name], values_of(job, name)
    either = []
    for attribute in part.alike:
        scoped = job.scoped(part.model, (attribute,), "read") if attribute in values else None
        if scoped is None:
            continue
        sql, params = scoped
        field = field_of(part.model, attribute)
        theirs, mine = f"t.{quoted(field.attname)}", values[attribute]
        if isinstance(field, (models.CharField, models.TextField)):
            theirs, mine = f"core.fold({theirs})", f"core.fold({mine})"
        either.append(
            (
                f"SELECT n.row, t.id, '{attribute}' AS attribute, {mine} AS value,"
                " NULL::int AS other"
                f" FROM {work_with_links(job, name)} JOIN import_new n ON n.row = w.row"
                f" JOIN ({sql}) t"
                f" ON {theirs} = {mine}",
                params,
            )
        )
    either += [(repeated(job, name, said), []) for said in part.repeats if said in values]
    if not either:
        return
    cursor.execute("DROP TABLE IF EXISTS pg_temp.import_new")
    cursor.execute(
        f"CREATE TEMP TABLE import_new ON COMMIT DROP AS SELECT row FROM {part_table(name)}"
        f" WHERE is_new AND leader = row ORDER BY row LIMIT {MOST_LIKENESSES}"
    )
    cursor.execute(
        "INSERT INTO import_alike SELECT row, jsonb_agg(jsonb_strip_nulls(jsonb_build_object("
        "'part', %s::text, 'id', id, 'attribute', attribute, 'value', value, 'row', other)))"
        " FROM (" + " UNION ALL ".join(sql for sql, _ in either) + ") a GROUP BY row",
        [name, *(p for _, params in either for p in params)],
    )


def repeated(job: Job, name: str, attribute: str) -> str:
    """SQL of the new rows that say the same as an earlier row of the sheet: an invoice number."""
    value = values_of(job, name)[attribute]
    return (
        f"SELECT row, id, '{attribute}' AS attribute, value, first AS other FROM ("
        f" SELECT w.row, core.fold(({value})::text) AS value, p.is_new,"
        "   first_value(w.row) OVER same AS first, first_value(p.id) OVER same AS id"
        f" FROM {work_with_links(job, name)} JOIN {part_table(name)} p ON p.row = w.row"
        f" WINDOW same AS (PARTITION BY core.fold(({value})::text) ORDER BY w.row)"
        ") r WHERE value IS NOT NULL AND is_new AND row <> first"
    )
