"""Taking an import back: what nobody has touched since, and the reasons for what is left.

A row that the import added goes when nothing has changed it and nothing refers to it since; of a
row that it changed, each column goes back that nobody has changed since.
"""

from dataclasses import dataclass, field

from django.db import DatabaseError, connection, transaction
from django.db.backends.utils import split_identifier
from django.db.models import Model

from core.choices import LoadStatus
from core.imports.engine.compare import compared
from core.imports.engine.job import Job, quoted
from core.imports.engine.record import CHANGED, NEW
from core.imports.engine.write import PORTION
from core.services.refusals import refusal_of
from core.services.writing import writing

UNTRACKED = {"staging", "analytics"}  # schemas whose rows keep nothing from going


@dataclass
class Undoing:
    """One undo of a batch, by the transaction that its history bears."""

    job: Job
    transaction_id: int
    differing: set[str] = field(default_factory=set)

    def run(self) -> dict[str, int]:
        """Take back what can be; ``{"undone": rows, "left": rows}`` of the sheet."""
        said = f"undo of {self.job.batch}"
        with writing(self.job.actor, "import", said), connection.cursor() as cursor:
            return self._run(cursor)

    def _run(self, cursor) -> dict[str, int]:
        self.collect(cursor)
        for name in reversed(self.job.parts):
            self.refuse_unreachable(cursor, name)
            self.refuse_touched(cursor, name)
            for relation in referring(self.job.parts[name].model):
                self.refuse_needed(cursor, name, relation)
            self.portions(cursor, name)
        return self.record(cursor)

    def collect(self, cursor) -> None:
        """What the batch wrote: ``import_undo``; and what was touched since, by column."""
        cursor.execute("DROP TABLE IF EXISTS pg_temp.import_undo, pg_temp.import_touched")
        cursor.execute(
            "CREATE TEMP TABLE import_undo ON COMMIT DROP AS"
            " SELECT s.source_row AS row, w.key AS part, (w.value->>0)::uuid AS id,"
            "  w.value->>1 AS what, NULL::text AS left_because"
            f" FROM {self.job.staged} s, jsonb_each(s.written) w"
            " WHERE s.batch_id = %s AND s.load_status = %s AND w.value->>1 IN (%s, %s)",
            [self.job.batch, LoadStatus.MERGED.value, NEW, CHANGED],
        )
        cursor.execute("CREATE INDEX ON import_undo (part, row)")
        cursor.execute("CREATE INDEX ON import_undo (id)")
        cursor.execute(
            "CREATE TEMP TABLE import_touched ON COMMIT DROP AS"
            " SELECT c.row_id AS id, array_agg(DISTINCT k.key) AS columns, max(c.id) AS change"
            " FROM core.row_changes c LEFT JOIN LATERAL jsonb_object_keys(c.changed) k(key) ON true"
            " JOIN (SELECT row_id, max(id) AS own FROM core.row_changes"
            "       WHERE transaction_id = %s GROUP BY row_id) o"
            "   ON o.row_id = c.row_id AND c.id > o.own"
            " WHERE c.row_id IN (SELECT id FROM import_undo) AND c.transaction_id <> %s"
            " GROUP BY c.row_id",
            [self.transaction_id, self.transaction_id],
        )
        cursor.execute(
            "SELECT DISTINCT c.key FROM (SELECT changes FROM"
            f" {self.job.staged} WHERE batch_id = %s AND load_status = %s) s,"
            " jsonb_object_keys(s.changes) c(key)",
            [self.job.batch, LoadStatus.MERGED.value],
        )
        self.differing = {name for (name,) in cursor.fetchall()}
        cursor.execute("ANALYZE import_undo")
        cursor.execute("ANALYZE import_touched")

    def refuse_unreachable(self, cursor, name: str) -> None:
        """Rows that are not within the reach of who takes back."""
        scoped = self.job.scoped(self.job.parts[name].model, (), "import")
        sql, params = scoped or ("SELECT NULL::uuid AS id", [])
        cursor.execute(
            "UPDATE import_undo u SET left_because = 'It is not there, or out of your reach.'"
            f" WHERE part = %s AND NOT EXISTS (SELECT FROM ({sql}) t WHERE t.id = u.id)",
            [name, *params],
        )

    def refuse_touched(self, cursor, name: str) -> None:
        """New rows that somebody has changed since."""
        cursor.execute(
            "UPDATE import_undo u SET left_because = 'Changed since, on '"
            "  || to_char(c.at AT TIME ZONE current_setting('TimeZone'), 'YYYY-MM-DD HH24:MI')"
            "  || ' UTC.'"
            " FROM import_touched t JOIN core.row_changes c ON c.id = t.change"
            " WHERE u.part = %s AND u.what = %s AND u.id = t.id AND left_because IS NULL",
            [name, NEW],
        )

    def refuse_needed(self, cursor, name: str, relation) -> None:
        """New rows that rows of another table refer to by now."""
        table, column, plural = relation
        own = table == quoted(self.job.parts[name].model._meta.db_table)
        while going := self.going(cursor, name):
            cursor.execute(
                f"SELECT DISTINCT {column} FROM {table} r WHERE {column} = ANY(%s)"
                " AND NOT (%s AND r.id = ANY(%s))",  # rows that go as well keep nothing
                [going, own, going if own else []],
            )
            kept = [key for (key,) in cursor.fetchall()]
            cursor.execute(
                "UPDATE import_undo SET left_because = %s"
                " WHERE part = %s AND what = %s AND left_because IS NULL AND id = ANY(%s)",
                [f"There are {plural} that refer to it.", name, NEW, kept],
            )
            if not (own and kept):  # a row that stays may keep another one that it refers to
                break

    def going(self, cursor, name: str) -> list:
        """The keys of the new rows that are to go, as far as nothing speaks against it yet."""
        cursor.execute(
            "SELECT id FROM import_undo WHERE part = %s AND what = %s AND left_because IS NULL",
            [name, NEW],
        )
        return [key for (key,) in cursor.fetchall()]

    def portions(self, cursor, name: str) -> None:
        """Take the rows of a part back, halving where the database refuses."""
        cursor.execute(
            "SELECT row FROM import_undo WHERE part = %s AND left_because IS NULL ORDER BY row",
            [name],
        )
        rows = [row for (row,) in cursor.fetchall()]
        waiting = [rows[at : at + PORTION] for at in range(0, len(rows), PORTION)][::-1]
        model, done = self.job.parts[name].model, 0
        while waiting:
            self.job.report(f"Taking back {model._meta.verbose_name_plural}", done, len(rows))
            portion = waiting.pop()
            try:
                with transaction.atomic():
                    self.take_back(cursor, name, portion)
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
                done += len(portion)
            except DatabaseError as error:
                refusal = refusal_of(error, model)
                if refusal is None:
                    raise
                if len(portion) > 1:
                    middle = len(portion) // 2
                    waiting += [portion[middle:], portion[:middle]]
                    continue
                cursor.execute(
                    "UPDATE import_undo SET left_because = %s WHERE part = %s AND row = %s",
                    [refusal.message, name, portion[0]],
                )

    def take_back(self, cursor, name: str, portion: list[int]) -> None:
        """Delete what was added, set back what was changed."""
        table = quoted(self.job.parts[name].model._meta.db_table)
        span = [name, portion[0], portion[-1]]
        for staged, link, _ in referring(self.job.parts[name].model, is_tracked=False):
            cursor.execute(
                f"UPDATE {staged} s SET {link} = NULL FROM import_undo u"
                f" WHERE s.{link} = u.id AND u.part = %s AND u.row BETWEEN %s AND %s"
                f" AND u.what = '{NEW}' AND u.left_because IS NULL",
                span,
            )
        cursor.execute(
            f"DELETE FROM {table} t USING import_undo u"
            " WHERE t.id = u.id AND u.part = %s AND u.row BETWEEN %s AND %s"
            f" AND u.what = '{NEW}' AND u.left_because IS NULL",
            span,
        )
        columns = [c for c in compared(self.job, name).values() if c.name in self.differing]
        if not columns:
            return
        kinds, sets = [], []
        for column in columns:
            own, value = quoted(column.model_field.column), quoted(column.name)
            kinds.append(f"{value} {column.model_field.db_type(connection)}")
            sets.append(
                f"{own} = CASE WHEN s.changes ? '{column.name}' AND NOT"
                f" '{column.model_field.column}' = ANY(coalesce(k.columns, '{{}}'))"
                f" THEN v.{value} ELSE t.{own} END"
            )
        cursor.execute(
            f"UPDATE {table} t SET {', '.join(sets)}"
            f" FROM import_undo u JOIN {self.job.staged} s"
            "   ON s.batch_id = %s AND s.source_row = u.row"
            " LEFT JOIN import_touched k ON k.id = u.id"
            " CROSS JOIN LATERAL jsonb_to_record("
            "   (SELECT jsonb_object_agg(c.key, c.value->0) FROM jsonb_each(s.changes) c)"
            f" ) AS v({', '.join(kinds)})"
            " WHERE t.id = u.id AND u.part = %s AND u.row BETWEEN %s AND %s"
            f" AND u.what = '{CHANGED}' AND u.left_because IS NULL",
            [self.job.batch, *span],
        )

    def record(self, cursor) -> dict[str, int]:
        """Say with each staged row what was left and why; rows of the sheet, counted."""
        self.name_columns(cursor)
        cursor.execute(
            "UPDATE import_undo u SET left_because ="
            "  'Changed since and left: ' || array_to_string(ARRAY("
            f"    SELECT c.key FROM jsonb_object_keys(s.changes) c(key)"
            "     JOIN import_columns n ON n.name = c.key AND n.own = ANY(t.columns)), ', ') || '.'"
            f" FROM {self.job.staged} s, import_touched t"
            f" WHERE u.what = '{CHANGED}' AND left_because IS NULL AND t.id = u.id"
            "   AND s.batch_id = %s AND s.source_row = u.row AND EXISTS ("
            "     SELECT FROM jsonb_object_keys(s.changes) c(key) JOIN import_columns n"
            "     ON n.name = c.key AND n.own = ANY(t.columns))",
            [self.job.batch],
        )
        cursor.execute(
            f"UPDATE {self.job.staged} s SET load_status = %s, error_messages = r.said"
            " FROM (SELECT row, array_agg(left_because) FILTER (WHERE left_because IS NOT NULL)"
            "   AS said FROM import_undo GROUP BY row) r"
            " WHERE s.batch_id = %s AND s.source_row = r.row",
            [LoadStatus.LOADED.value, self.job.batch],
        )
        cursor.execute(
            f"UPDATE {self.job.staged} SET load_status = %s"
            " WHERE batch_id = %s AND load_status = %s",
            [LoadStatus.LOADED.value, self.job.batch, LoadStatus.MERGED.value],
        )
        cursor.execute(
            "SELECT count(*) FILTER (WHERE NOT is_left), count(*) FILTER (WHERE is_left) FROM ("
            " SELECT row, bool_or(left_because IS NOT NULL) AS is_left FROM import_undo GROUP BY row"
            ") r"
        )
        undone, left = cursor.fetchone()
        return {"undone": undone, "left": left}

    def name_columns(self, cursor) -> None:
        """``import_columns``: columns of the import, and what the tables call them."""
        pairs = [
            (column.name, column.model_field.column)
            for name in self.job.parts
            for column in compared(self.job, name).values()
        ]
        cursor.execute("DROP TABLE IF EXISTS pg_temp.import_columns")
        cursor.execute("CREATE TEMP TABLE import_columns (name text, own text) ON COMMIT DROP")
        if pairs:
            cursor.executemany("INSERT INTO import_columns VALUES (%s, %s)", pairs)


def referring(model: type[Model], *, is_tracked: bool = True) -> list[tuple[str, str, str]]:
    """Table, column and plural name of all that refers to rows of ``model`` by their key.

    ``is_tracked`` False: the staged rows, which let go of what is taken back.
    """
    found = []
    for relation in model._meta.related_objects:
        field, other = relation.field, relation.related_model
        schema, _ = split_identifier(other._meta.db_table)
        if (schema in UNTRACKED) == is_tracked or not field.target_field.primary_key:
            continue
        if not other._meta.managed or other._meta.pk.column != "id":
            continue
        table = quoted(other._meta.db_table)
        found.append((table, quoted(str(field.column)), str(other._meta.verbose_name_plural)))
    return found
