"""Which rows of the tables the rows of the sheet are.

For each part a table ``import_part_<part>``: the row of the sheet, ``leader`` (the first row of
the sheet that speaks of the same thing; it alone is written), ``id`` (of the row that is there,
or the one a new row will get) and ``is_new``.
"""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from core.imports.engine.job import DROP_REFUSED, Job, field_of, quoted, sql_type
from core.imports.recipe import SKIP
from core.imports.resource import Key, Part

BY_HAND, THROUGH, BY_COPY = -2, -1, 1_000  # besides the keys' own numbers, 0, 1, 2 …


@dataclass
class Matcher:
    """Matches one part; ``known`` are the parts before it."""

    job: Job
    cursor: Any
    name: str

    @property
    def part(self) -> Part:
        """The part."""
        return self.job.parts[self.name]

    @property
    def table(self) -> str:
        """Where the outcome is kept."""
        return part_table(self.name)

    def run(self) -> None:
        """Match, refuse what is not clear, and give new rows their keys."""
        self.execute("DROP TABLE IF EXISTS pg_temp.import_found, pg_temp.import_same")
        self.execute(f"DROP TABLE IF EXISTS pg_temp.{self.table}")
        self.execute(
            "CREATE TEMP TABLE import_found (row int, by int, id uuid, hits bigint) ON COMMIT DROP"
        )
        for number, key in enumerate(self.keys()):
            self.by_key(number, key)
        self.through_later_parts()
        if self.is_main:
            self.by_hand()
        self.by_copy()
        self.refuse_unclear()
        self.group()
        if self.is_main:
            self.refuse_repeated()

    # What may serve

    @property
    def is_main(self) -> bool:
        """Whether the sheet is about this part."""
        return self.name == self.job.resource.main()

    def keys(self, part_name: str = "") -> list[Key]:
        """The keys of a part whose attributes the sheet has, in their order."""
        name = part_name or self.name
        keys = self.job.parts[name].keys
        chosen = self.job.recipe.key_name
        if chosen and name == self.job.resource.main():
            keys = tuple(key for key in keys if key.name == chosen) or keys
        has = self.values(name)
        return [k for k in keys if all(a in has or a in k.blank for a in k.attributes)]

    def values(self, part_name: str) -> dict[str, str]:
        """Attribute -> SQL of its value for ``w``, a row of the work, and the linked parts."""
        return values_of(self.job, part_name)

    # Finding

    def execute(self, sql: str, params=()) -> None:
        """Run a statement."""
        self.cursor.execute(sql, list(params))

    def source(self, part_name: str) -> str:
        """The work joined with the parts that a part links to."""
        return work_with_links(self.job, part_name)

    def by_key(self, number: int, key: Key) -> None:
        """Rows within reach that have the same values."""
        if key.is_source:
            self.by_source_id(number, key)
            return
        scoped = self.job.scoped(self.part.model, key.attributes, "import")
        if scoped is None:
            return
        sql, params = scoped
        equal = self.equal(self.name, key) + [
            f"NOT {quoted('p_' + self.part.links[attribute])}.is_new"
            for attribute in key.attributes
            if attribute in self.part.links
        ]
        self.execute(
            "INSERT INTO import_found SELECT w.row, %s, min(t.id::text)::uuid, count(*)"
            f" FROM {self.source(self.name)} JOIN ({sql}) t ON {' AND '.join(equal)}"
            f" WHERE {self.present} GROUP BY w.row",
            [number, *params],
        )

    def equal(self, part_name: str, key: Key) -> list[str]:
        """SQL: ``t``, rows of a part's table, has a key's attributes as the row of the sheet has."""
        values, conditions = self.values(part_name), []
        for attribute in key.attributes:
            column = quoted(field_of(self.job.parts[part_name].model, attribute).attname)
            left, right = f"t.{column}", values.get(attribute, "NULL")
            if attribute in key.folded:
                left, right = f"core.fold({left}::text)", f"core.fold(({right})::text)"
            same = "IS NOT DISTINCT FROM" if attribute in key.blank else "="
            conditions.append(f"{left} {same} {right}")
        return conditions

    def by_source_id(self, number: int, key: Key) -> None:
        """Rows that an earlier import made of, or matched with, the same id of the sender."""
        link = link_to(self.job, self.name)
        scoped = self.job.scoped(self.part.model, key.attributes, "import")
        if link is None or scoped is None:
            return
        sql, params = scoped
        self.execute(
            "INSERT INTO import_found"
            " SELECT w.row, %s, min(t.id::text)::uuid, count(DISTINCT t.id)"
            f" FROM {self.source(self.name)} JOIN {self.job.staged} s ON s.source_id = w.source_id"
            f" AND s.load_status = 'merged' JOIN ({sql}) t"
            f" ON {' AND '.join([f't.id = s.{quoted(link)}', *self.equal(self.name, key)])}"
            " GROUP BY w.row",
            [number, *params],
        )

    def through_later_parts(self) -> None:
        """A member known by its number brings the contact that is behind it."""
        for later, part in self.job.parts.items():
            route = route_to(self.job, later, self.name)
            if not route:
                continue
            if later == self.job.resource.main():
                self.through_choices(later, route)
            for key in self.keys(later):
                if not set(key.attributes) & set(part.links):
                    self.through(later, route, key)

    def through(self, later: str, route: list[str], key: Key) -> None:
        """Find this part's rows as what the later part's rows point to."""
        model = self.job.parts[later].model
        scoped = self.job.scoped(model, (route[0], *key.attributes), "import")
        if scoped is None:
            return
        sql, params = scoped
        known, conditions = "", self.equal(later, key)
        if key.is_source:
            link = link_to(self.job, later)
            if link is None:
                return
            known = (
                f" JOIN {self.job.staged} s ON s.source_id = w.source_id"
                " AND s.load_status = 'merged'"
            )
            conditions.append(f"t.id = s.{quoted(link)}")
        joins, to = self.followed(model, route)
        self.execute(
            f"INSERT INTO import_found SELECT w.row, %s, min({to}::text)::uuid, count(*)"
            f" FROM import_work w{known} JOIN ({sql}) t ON {' AND '.join(conditions)}{joins}"
            f" WHERE {to} IS NOT NULL GROUP BY w.row",
            [THROUGH, *params],
        )

    def through_choices(self, later: str, route: list[str]) -> None:
        """What stands behind the rows that somebody chose."""
        model = self.job.parts[later].model
        joins, to = self.followed(model, route)
        self.choices(later, (route[0],), joins, to)

    def followed(self, model, route: list[str]) -> tuple[str, str]:
        """SQL that follows foreign keys from ``t``, a row of ``model``: joins, and the last one."""
        at, joins = "t", ""
        for step, link in enumerate(route):
            relation = field_of(model, link)
            to, model = f"{at}.{quoted(relation.attname)}", relation.related_model
            if step < len(route) - 1:
                at = f"h{step}"
                joins += f" JOIN {quoted(model._meta.db_table)} {at} ON {at}.id = {to}"
        return joins, to

    def by_hand(self) -> None:
        """What somebody decided about single rows, as far as it is within reach."""
        self.choices(self.name, (), "", "t.id")

    def choices(self, name: str, attributes: tuple[str, ...], joins: str, to: str) -> None:
        """Find ``to`` for the rows that somebody chose; ``t`` are rows of the part ``name``."""
        chosen = {int(r): k for r, k in self.job.recipe.decisions.items() if k != SKIP}
        model = self.job.parts[name].model
        scoped = self.job.scoped(model, attributes, "import") if chosen else None
        if scoped is None:
            return
        sql, params = scoped
        self.execute(
            f"INSERT INTO import_found SELECT d.row, %s, {to}, 1"
            " FROM unnest(%s::int[], %s::uuid[]) AS d(row, id)"
            f" JOIN import_work w USING (row) JOIN ({sql}) t ON t.id = d.id{joins}"
            f" WHERE {to} IS NOT NULL",
            [BY_HAND, list(chosen), list(chosen.values()), *params],
        )

    def by_copy(self) -> None:
        """Rows without any key: the very same cells, imported before."""
        scoped = self.job.scoped(self.part.model, (), "import")
        if scoped is None:
            return
        sql, params = scoped
        # In two steps: the planner cannot know how many rows have no key, most often none.
        self.execute("ANALYZE import_found")
        self.execute("DROP TABLE IF EXISTS pg_temp.import_keyless")
        self.execute(
            "CREATE TEMP TABLE import_keyless ON COMMIT DROP AS"
            f" SELECT w.row, w.row_hash FROM {self.source(self.name)}"
            f" WHERE {self.key_text} IS NULL AND {self.present}"
            "   AND NOT EXISTS (SELECT FROM import_found f WHERE f.row = w.row)"
        )
        self.execute("ANALYZE import_keyless")
        self.execute(
            "INSERT INTO import_found SELECT w.row, %s, min(t.id::text)::uuid, 1"
            f" FROM import_keyless w JOIN {self.job.staged} s ON s.row_hash = w.row_hash"
            " AND s.load_status = 'merged'"
            f" JOIN ({sql}) t ON t.id = (s.written->'{self.name}'->>0)::uuid"
            " GROUP BY w.row",
            [BY_COPY, *params],
        )

    # Judging

    @property
    def present(self) -> str:
        """Whether a row of the sheet has this part at all."""
        return presence(self.job, self.name)

    @property
    def key_text(self) -> str:
        """SQL of a row's first filled key as one text; NULL without any."""
        attributes = self.values(self.name)
        texts = []
        for number, key in enumerate(self.keys()):
            own = {a: attributes.get(a, "NULL::text") for a in key.attributes}
            own |= {a: f"core.fold(({own[a]})::text)" for a in key.folded}
            if key.is_source:
                own[""] = "w.source_id"
            values = list(own.values())
            needed = [value for a, value in own.items() if a not in key.blank]
            filled = " AND ".join(f"{value} IS NOT NULL" for value in needed)
            texts.append(
                f"CASE WHEN {filled} THEN '{number}' || jsonb_build_array({', '.join(values)})::text"
                " END"
            )
        return f"coalesce({', '.join(texts)})" if texts else "NULL::text"

    def refuse_unclear(self) -> None:
        """Rows that several rows of the table answer to."""
        plural = self.part.model._meta.verbose_name_plural
        keys = self.keys()
        # What several rows share (a name) does not count against a key that only one has.
        label = self.job.headings.get(self.key_column(keys[0]) or "", "") if keys else ""
        self.execute(
            "INSERT INTO import_refused SELECT row, %s, '', %s, %s FROM import_found"
            " GROUP BY row HAVING min(by) >= 0 AND (min(hits) > 1"
            "  OR count(DISTINCT id) FILTER (WHERE hits = 1) > 1)",
            [
                label,
                f"More than one of the {plural} answers to what this row says.",
                "Give the number of the right one, or choose by which column rows are matched.",
            ],
        )
        self.execute(DROP_REFUSED)

    def group(self) -> None:
        """One leader for all rows that speak of the same, and one key for each leader."""
        self.execute(
            "CREATE TEMP TABLE import_same ON COMMIT DROP AS"
            " SELECT s.*, min(s.row) OVER (PARTITION BY s.identity) AS leader FROM ("
            f"  SELECT w.row, f.id AS found, coalesce(f.id::text, {self.key_text},"
            "   'h' || w.row_hash) AS identity"
            f"  FROM {self.source(self.name)} LEFT JOIN ("
            "    SELECT DISTINCT ON (row) row, id FROM import_found"
            "     ORDER BY row, by >= 0 AND hits > 1, by"
            "  ) f ON f.row = w.row"
            f"  WHERE {self.present}"
            ") s"
        )
        self.execute(
            f"CREATE TEMP TABLE {self.table} ON COMMIT DROP AS"
            " SELECT s.row, s.leader, k.id, k.is_new FROM import_same s JOIN ("
            "   SELECT leader, coalesce(min(found::text)::uuid, core.uuidv7()) AS id,"
            "          count(found) = 0 AS is_new"
            "   FROM import_same GROUP BY leader"
            " ) k ON k.leader = s.leader"
        )
        self.execute(f"CREATE UNIQUE INDEX ON {self.table} (row)")
        self.execute(f"ANALYZE {self.table}")

    def refuse_repeated(self) -> None:
        """Further rows of the sheet about the same thing: left out where they say the same."""
        if self.part.is_shared:
            return
        keys = self.keys()
        field = self.key_column(keys[0]) if keys else None
        value = "NULL::text"
        if field and field in self.job.written_columns:
            value = f"w.{quoted('c_' + field)}::text"
        self.execute(
            "INSERT INTO import_refused"
            f" SELECT w.row, %s, {value},"
            "  CASE WHEN w.row_hash = l.row_hash THEN %s || l.row || '.'"
            "       ELSE 'Row ' || l.row || ' of the sheet is about the same.' END,"
            "  CASE WHEN w.row_hash = l.row_hash THEN '' ELSE %s END,"
            "  w.row_hash = l.row_hash"
            f" FROM {self.table} p JOIN import_work w USING (row)"
            " JOIN import_work l ON l.row = p.leader WHERE p.leader <> p.row",
            [
                self.job.headings.get(field or "", ""),
                "The very same as row ",
                "Keep one of the two rows.",
            ],
        )
        self.execute(DROP_REFUSED)

    def key_column(self, key: Key, name: str = "") -> str | None:
        """The column that says most of a part's key, or of the key of what it links to."""
        if key.is_source:
            return self.job.resource.source_column()
        name = name or self.name
        columns = [c for a in key.attributes if (c := self.job.of_part(name).get(a))]
        columns.sort(key=lambda column: column.model_field.is_relation)
        if columns:
            return columns[0].name
        linked = (to for a in key.attributes if (to := self.job.parts[name].links.get(a)))
        found = (self.key_column(further, to) for to in linked for further in self.keys(to))
        return next((c for c in found if c in self.job.written_columns), None)


def part_table(name: str) -> str:
    """The table that a part's matches are kept in."""
    return quoted(f"import_part_{name}")


def presence(job: Job, name: str) -> str:
    """SQL: whether a row of the sheet has the part, by the columns that it needs."""
    part = job.parts[name]
    if not part.needs:
        return "true"
    filled = [f"w.{quoted('c_' + c)} IS NOT NULL" for c in part.needs if c in job.written_columns]
    linked = [presence(job, to) for to in dict.fromkeys(part.links.values())]
    return " AND ".join([f"({' OR '.join(filled) or 'false'})", *linked])


def route_to(job: Job, start: str, name: str) -> list[str] | None:
    """The links that lead from one part to another: ``["guest", "contact"]``; None for none."""
    for attribute, to in job.parts[start].links.items():
        rest = [] if to == name else route_to(job, to, name)
        if rest is not None:
            return [attribute, *rest]
    return None


def work_with_links(job: Job, name: str) -> str:
    """``import_work w`` with ``p_<part>`` for each part that this one links to."""
    joins = [
        f"LEFT JOIN {part_table(to)} {quoted('p_' + to)} ON {quoted('p_' + to)}.row = w.row"
        for to in dict.fromkeys(job.parts[name].links.values())
    ]
    return " ".join(["import_work w", *joins])


def values_of(job: Job, name: str) -> dict[str, str]:
    """Attribute of a part -> SQL of its value."""
    values = {
        attribute: f"w.{quoted('c_' + column.name)}"
        for attribute, column in job.of_part(name).items()
    }
    for attribute, to in job.parts[name].links.items():
        values[attribute] = f"{quoted('p_' + to)}.id"
    for attribute, constant in job.parts[name].constants.items():
        fallback = literal(job, name, attribute, constant)
        values[attribute] = (
            f"coalesce({values[attribute]}, {fallback})" if attribute in values else fallback
        )
    for attribute, template in job.parts[name].derived.items():
        fallback = template.format_map(_Filled(job))
        values[attribute] = (
            f"coalesce({values[attribute]}, {fallback})" if attribute in values else fallback
        )
    return values


class _Filled(dict):
    """Column -> SQL of its value for ``w``; NULL for one that the sheet has not."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def __missing__(self, name: str) -> str:
        column = self.job.written_columns.get(name)
        if column is not None:
            return f"w.{quoted('c_' + name)}"
        return f"NULL::{sql_type(self.job.resource.columns()[name])}"


def literal(job: Job, part: str, attribute: str, value) -> str:
    """A declared constant in SQL."""
    field = field_of(job.parts[part].model, attribute)
    kind = field.db_type(connection)
    text = str(field.get_prep_value(value)).replace("'", "''").replace("%", "%%")
    return f"'{text}'::{kind}"


def link_to(job: Job, part: str) -> str | None:
    """The column of the staging table that points to the rows of a part."""
    staged, matched = job.resource.staged(), job.resource.matched()
    return next((field_of(staged, f).column for f, p in matched.items() if p == part), None)
