"""What all steps of the engine share: the resource, the batch, who asks, and names in SQL."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model

from core.imports.cells import NumberedCell
from core.imports.recipe import Recipe, Report
from core.imports.resource import Column, Part, SpreadsheetResource
from core.permissions.scoping import scoped


def quoted(name: str) -> str:
    """An identifier for SQL; a model's ``db_table`` comes with its schema."""
    return connection.ops.quote_name(name)


def field_of(model: type[Model], name: str) -> Any:
    """A field of a table; one that stands in a column."""
    return model._meta.get_field(name)


@dataclass(frozen=True)
class Fresh:
    """Rows that were just read and are not kept yet: where from, and which columns as text."""

    file_name: str
    source_system: str
    texts: list[str]


@dataclass
class Job:
    """One run of the engine over the staged rows of a batch.

    ``actor`` None is the system itself, which reaches every row. ``fresh`` is set while the rows
    are not in the staging table yet.
    """

    resource: type[SpreadsheetResource]
    batch: str
    recipe: Recipe
    actor: Any
    report: Report = field(default_factory=Report)
    fresh: Fresh | None = None

    @cached_property
    def staged(self) -> str:
        """The staging table, quoted."""
        return quoted(self.resource.staged()._meta.db_table)

    @cached_property
    def parts(self) -> dict[str, Part]:
        """The parts that this sheet can have, in the order in which they are written."""
        parts = self.resource.parts()
        needed = {self.resource.main(), *self.resource.matched().values()}
        for name, part in reversed(parts.items()):
            if name in needed or not part.needs or set(part.needs) & set(self.columns):
                needed |= {name, *part.links.values()}
        return {name: part for name, part in parts.items() if name in needed}

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns that this sheet fills, by name; none that the actor may not."""
        known = self.resource.open_to(self.actor)
        wanted = {*self.recipe.columns.values(), *self.recipe.defaults}
        mapped = {name for name in wanted if name in known}
        given = {to for name in mapped for to in known[name].gives.values() if to in known}
        return {name: known[name] for name in known if name in mapped | given}

    @cached_property
    def has_numbers(self) -> bool:
        """Whether the sheet has our numbers of its rows: such a sheet is from here."""
        known = self.resource.columns()
        mapped = (known[name] for name in self.recipe.columns.values() if name in known)
        return any(isinstance(column.cell, NumberedCell) for column in mapped)

    @cached_property
    def filled_in(self) -> set[str]:
        """Columns that the sheet has not got: what is said for all rows fills new rows alone."""
        known = self.resource.columns()
        mapped = {name for name in self.recipe.columns.values() if name in known}
        given = {to for name in mapped for to in known[name].gives.values()}
        return set(self.recipe.defaults) - mapped - given

    @cached_property
    def written_columns(self) -> dict[str, Column]:
        """Those of them that are written to a table."""
        return {name: c for name, c in self.columns.items() if c.model_field is not None}

    @cached_property
    def headings(self) -> dict[str, str]:
        """Column of the import -> heading in the sheet (its own, for what another column gives)."""
        named = {name: name for name in self.recipe.defaults}
        named |= {name: heading for heading, name in self.recipe.columns.items()}
        for name, column in self.resource.columns().items():
            for to in column.gives.values() if name in named else ():
                named.setdefault(to, named[name])
        return named

    def of_part(self, part: str) -> dict[str, Column]:
        """Attribute of the part -> the column that fills it."""
        return {c.target: c for c in self.written_columns.values() if c.part == part}

    def scoped(self, model: type[Model], attributes: Sequence[str], action: str):
        """SQL and parameters of the rows within reach: ``id`` and the attributes, by attname.

        None where nothing is within reach.
        """
        rows = model._base_manager.all()
        if self.actor is not None:
            rows = scoped(rows, self.actor, action)
        names = dict.fromkeys(["id", *(field_of(model, a).attname for a in attributes)])
        try:
            return rows.order_by().values_list(*names).query.sql_with_params()
        except EmptyResultSet:
            return None

    def refuse(self, cursor, rows: Sequence[tuple[int, str, str, str, str]]) -> None:
        """Keep refusals (row, column, value, reason, remedy) and take the rows out of the work."""
        if rows:
            cursor.executemany("INSERT INTO import_refused VALUES (%s, %s, %s, %s, %s)", rows)
            cursor.execute(DROP_REFUSED)


DROP_REFUSED = "DELETE FROM import_work WHERE row IN (SELECT row FROM import_refused)"


def sql_type(column: Column) -> str:
    """The SQL type of a column's values; text for what still has to be looked up."""
    found = column.model_field.db_type(connection) if column.model_field else None
    return found or "text"
