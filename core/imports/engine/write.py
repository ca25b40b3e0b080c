"""Rows into tables: portions of the sheet, each in a savepoint, halved where one is refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from core.imports.engine.compare import compared
from core.imports.engine.job import Job, field_of, quoted
from core.imports.engine.match import part_table, presence, values_of, work_with_links
from core.imports.resource import Column
from core.models import BusinessIDField
from core.models.fields import TRIAL
from core.services.refusals import refusal_of

PORTION = 10_000
BETWEEN = "w.row BETWEEN %s AND %s AND p.row BETWEEN %s AND %s"  # the planner sees both tables
OUT_OF_REACH = "This row would be out of your reach."


@dataclass
class Writer:
    """Writes the parts. A trial takes no business numbers, for what it writes is rolled back."""

    job: Job
    is_trial: bool = False
    refused: list[tuple[int, str, str, str, str]] = field(default_factory=list)
    _model: type[Model] | None = None

    def run(self) -> list[tuple[int, str, str, str, str]]:
        """Write what can be written; what the database refuses comes back as refusals.

        The caller's transaction holds it all. May raise ``Cancelled`` between two portions.
        """
        with connection.cursor() as cursor:
            statements = [s for name in self.job.parts for s in self.statements(cursor, name)]
            self.portions(cursor, statements)
            self.portions(cursor, [s for name in self.job.parts for s in self.inward(name)])
        return self.refused

    def portions(self, cursor, statements: list) -> None:
        """Run the statements for all rows of the work, a portion at a time."""
        if not statements:
            return
        cursor.execute("SELECT row FROM import_work ORDER BY row")
        rows = [row for (row,) in cursor.fetchall()]
        waiting = [rows[at : at + PORTION] for at in range(0, len(rows), PORTION)][::-1]
        phase, done = "Trying rows" if self.is_trial else "Writing rows", 0
        while waiting:
            self.job.report(phase, done, len(rows))
            portion = waiting.pop()
            if self.write(cursor, statements, portion):
                done += len(portion)
            elif len(portion) == 1:
                done += 1
            else:
                middle = len(portion) // 2
                waiting += [portion[middle:], portion[:middle]]
        self.job.report(phase, len(rows), len(rows))

    def write(self, cursor, statements, portion: list[int]) -> bool:
        """Write the rows of a portion; False where it has to be halved, or its one row refused."""
        try:
            with transaction.atomic():
                for model, sql in statements:
                    self._model = model
                    cursor.execute(sql, [portion[0], portion[-1]] * 2)
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
                strayed = self.out_of_reach(cursor, portion)
                if strayed:
                    raise Strayed(strayed)
        except Strayed as error:
            self.refuse(cursor, [(row, "", "", OUT_OF_REACH, "") for row in error.rows])
            return not (left := [r for r in portion if r not in error.rows]) or self.write(
                cursor, statements, left
            )
        except DatabaseError as error:
            refusal = refusal_of(error, self._model) if self._model else None
            if refusal is None:
                raise
            if len(portion) == 1:
                heading = self.heading(refusal.field)
                value = self.value(cursor, portion[0], refusal.field)
                remedy = "Correct the row, or the one it clashes with."
                self.refuse(cursor, [(portion[0], heading, value, refusal.message, remedy)])
            return False
        return True

    def refuse(self, cursor, rows: list[tuple[int, str, str, str, str]]) -> None:
        """Keep refusals; the rows are not tried again."""
        self.refused += rows
        cursor.execute("DELETE FROM import_work WHERE row = ANY(%s)", [[r[0] for r in rows]])

    def heading(self, attribute: str | None) -> str:
        """The sheet's own name of an attribute of the model that refused."""
        column = self.column(attribute)
        return self.job.headings.get(column.name, "") if column else ""

    def value(self, cursor, row: int, attribute: str | None) -> str:
        """What the row says there."""
        column = self.column(attribute)
        if column is None:
            return ""
        cursor.execute(
            "SELECT converted->>%s FROM import_raw WHERE source_row = %s", [column.name, row]
        )
        found = cursor.fetchone()
        return str(found[0] or "") if found else ""

    def column(self, attribute: str | None):
        """The column of the sheet behind an attribute of the model that refused."""
        for name, part in self.job.parts.items():
            if attribute and part.model is self._model:
                return self.job.of_part(name).get(attribute)
        return None

    # SQL

    def statements(self, cursor, name: str) -> Iterator[tuple[type[Model], str]]:
        """INSERT and UPDATE of a part for the rows between two; the rows are the last parameters."""
        model = self.job.parts[name].model
        yield model, self.insert(name)
        cursor.execute(f"SELECT DISTINCT jsonb_object_keys(changes) FROM {difference(name)}")
        differing = {column for (column,) in cursor.fetchall()}
        columns = [c for c in compared(self.job, name).values() if c.name in differing]
        columns = [c for c in columns if c.model_field.related_model is not model]
        if columns:  # naming no others spares the database their indexes and look-ups
            yield model, self.update(name, columns)

    def insert(self, name: str) -> str:
        """New rows, with the table's own defaults where the sheet has nothing."""
        part, values = self.job.parts[name], values_of(self.job, name)
        names, taken = ["id"], ["p.id"]
        for attribute, value in values.items():
            target = field_of(part.model, attribute)
            if isinstance(target, BusinessIDField) or target.related_model is part.model:
                continue
            default = default_of(part.model, target.column)
            names.append(quoted(target.column))
            taken.append(
                value if target.null or default is None else f"coalesce({value}, {default})"
            )
        number = next((f for f in part.model._meta.fields if isinstance(f, BusinessIDField)), None)
        if self.is_trial and number is not None:
            names.append(quoted(str(number.column)))
            taken.append(f"'{TRIAL}' || p.id")
        return (
            f"INSERT INTO {quoted(part.model._meta.db_table)} ({', '.join(names)})"
            f" SELECT {', '.join(taken)} FROM {work_with_links(self.job, name)}"
            f" JOIN {part_table(name)} p ON p.row = w.row"
            f" WHERE p.is_new AND p.leader = p.row AND {presence(self.job, name)}"
            f" AND {BETWEEN} ORDER BY w.row"
        )

    def update(self, name: str, columns: list[Column]) -> str:
        """Rows that are there and differ, in those columns that differ anywhere."""
        target = quoted(self.job.parts[name].model._meta.db_table)
        sets = []
        for column in columns:
            own = quoted(column.model_field.column)
            value = f"w.{quoted('c_' + column.name)}"
            if not self.job.recipe.clears_blanks or not column.model_field.null:
                value = f"coalesce({value}, t.{own})"
            sets.append(f"{own} = {value}")
        return (
            f"UPDATE {target} t SET {', '.join(sets)}"
            f" FROM {part_table(name)} p JOIN import_work w USING (row)"
            f" JOIN {difference(name)} d USING (row)"
            f" WHERE t.id = p.id AND {BETWEEN}"
        )

    def inward(self, name: str) -> Iterator[tuple[type[Model], str]]:
        """References among the rows themselves, once all of them are there."""
        part = self.job.parts[name]
        target = quoted(part.model._meta.db_table)
        for column in self.job.of_part(name).values():
            if column.model_field.related_model is not part.model or part.fills:
                continue
            own, value = quoted(column.model_field.column), f"w.{quoted('c_' + column.name)}"
            yield (
                part.model,
                f"UPDATE {target} t SET {own} = {value}"
                f" FROM {part_table(name)} p JOIN import_work w USING (row)"
                f" WHERE t.id = p.id AND p.leader = p.row AND {value} IS NOT NULL"
                f" AND t.{own} IS DISTINCT FROM {value} AND {BETWEEN}",
            )

    def out_of_reach(self, cursor, portion: list[int]) -> list[int]:
        """Rows of the sheet that wrote something their writer cannot reach."""
        strayed: list[int] = []
        if self.job.actor is None or self.job.actor.is_superuser:
            return strayed
        for name, part in self.job.parts.items():
            scoped = self.job.scoped(part.model, (), "import")
            sql, params = scoped or ("SELECT NULL::uuid AS id", [])
            cursor.execute(
                f"SELECT p.row FROM {part_table(name)} p JOIN import_work w USING (row)"
                f" LEFT JOIN {difference(name)} d USING (row)"
                " WHERE p.leader = p.row AND (p.is_new OR d.row IS NOT NULL)"
                " AND p.row BETWEEN %s AND %s"
                f" AND p.id NOT IN (SELECT s.id FROM ({sql}) s WHERE s.id IS NOT NULL)",
                [portion[0], portion[-1], *params],
            )
            strayed += [row for (row,) in cursor.fetchall()]
        return strayed


def difference(name: str) -> str:
    """The table with what a part would change."""
    return quoted(f"import_diff_{name}")


class Strayed(Exception):
    """Rows that their writer could not reach any more once they were written."""

    def __init__(self, rows: list[int]) -> None:
        self.rows = set(rows)
        super().__init__(OUT_OF_REACH)


_defaults: dict[str, dict[str, str]] = {}


def default_of(model: type[Model], column: str) -> str | None:
    """The default of a column as the database has it."""
    table = quoted(model._meta.db_table)
    if table not in _defaults:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT a.attname, pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d"
                " JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum"
                " WHERE d.adrelid = %s::regclass AND a.attgenerated = ''",
                [table],
            )
            found = {name: text.replace("%", "%%") for name, text in cursor.fetchall()}
            _defaults[table] = found
    return _defaults[table].get(column)
