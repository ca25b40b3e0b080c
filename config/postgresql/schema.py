"""Schema editor: names what lies beside a table, and so in its schema, with that schema.

Two hooks serve whoever builds on it:

- A field with a method ``sequence_name(model)`` that returns ``schema"."name`` gets that sequence,
  made before its column (so a default may read it) and owned by it (so it goes where the table
  goes). It must lie in the schema of the table. A default should hold it as ``regclass``, which
  follows when the sequence is renamed or moved. ``None`` means that there is no sequence.
- ``settings.DATABASE_TABLE_HOOK`` may name a function ``(db_table, columns) -> statements``: SQL
  to run after a table was created in a named schema, such as its triggers. When a column is added
  later, statements run that the table's former columns did not call for. There is no undoing: a
  trigger goes with its table, but one that needs a column must be dropped before that column.
"""

from copy import copy
from typing import Any

from django.conf import settings
from django.db import models
from django.db.backends.ddl_references import Statement
from django.db.backends.postgresql import schema
from django.db.backends.utils import split_identifier
from django.utils.module_loading import import_string

from .names import in_schema


class DatabaseSchemaEditor(schema.DatabaseSchemaEditor):
    """Django's schema editor, for tables in named schemas."""

    sql_create_schema = "CREATE SCHEMA IF NOT EXISTS %(schema)s"
    sql_delete_index = "DROP INDEX IF EXISTS %(namespace)s%(name)s"
    sql_delete_index_concurrently = "DROP INDEX CONCURRENTLY IF EXISTS %(namespace)s%(name)s"
    sql_rename_index = "ALTER INDEX %(namespace)s%(old_name)s RENAME TO %(new_name)s"
    sql_delete_fk = (
        "SET CONSTRAINTS %(namespace)s%(name)s IMMEDIATE; "
        "ALTER TABLE %(table)s DROP CONSTRAINT %(name)s"
    )
    sql_create_sequence = "CREATE SEQUENCE IF NOT EXISTS %(sequence)s"
    sql_own_sequence = "ALTER SEQUENCE %(sequence)s OWNED BY %(table)s.%(column)s"
    # The sequence is found through its owner: after a move its old name is not known here.
    sql_rename_sequence = """DO $$
DECLARE owned text := pg_get_serial_sequence(%(table)s, %(column)s);
BEGIN
    IF owned::regclass IS DISTINCT FROM to_regclass(%(sequence)s) THEN
        EXECUTE format('ALTER SEQUENCE %%s RENAME TO %%I', owned, %(name)s);
    END IF;
END $$"""

    # Tables

    def create_model(self, model: type[models.Model]) -> None:
        """Create the schema when it is missing, then the table and its M2M tables."""
        self._create_schema_of(model._meta.db_table)
        sequences = self._sequences(model)
        for _, sequence in sequences:
            self._create_sequence(sequence)
        super().create_model(model)
        for field, sequence in sequences:
            self._own_sequence(model, field, sequence)
        for statement in self._table_statements(model, self._columns(model)):
            self.execute(statement, params=None)

    def alter_db_table(
        self, model: type[models.Model], old_db_table: str, new_db_table: str
    ) -> None:
        """Rename within a schema, move to another, or both.

        A name without schema means ``public``. ``model`` carries the new name.
        """
        qn = self.quote_name
        old_schema, old = split_identifier(old_db_table)
        new_schema, new = split_identifier(new_db_table)
        steps = []
        if old_schema != new_schema:
            self._create_schema_of(new_db_table)
            steps.append(f"ALTER TABLE %(old_table)s SET SCHEMA {qn(new_schema or 'public')}")
        if old != new:
            moved = qn(in_schema(new_schema, old) if new_schema else old)
            steps.append(f"ALTER TABLE {moved} RENAME TO {qn(new)}")
        self.sql_rename_table = "; ".join(steps)
        super().alter_db_table(model, old_db_table, new_db_table)
        for field, sequence in self._sequences(model):
            self._rename_sequence(model, field, sequence)

    def _create_schema_of(self, db_table: str) -> None:
        namespace, _ = split_identifier(db_table)
        if namespace:
            self.execute(self.sql_create_schema % {"schema": self.quote_name(namespace)})

    # Columns

    def add_field(self, model: type[models.Model], field: models.Field) -> None:
        """Add the column and what the hooks ask for, or the table of an M2M field."""
        sequence = self._sequence_name(model, field)
        if sequence:
            self._create_sequence(sequence)
        super().add_field(model, field)
        if sequence:
            self._own_sequence(model, field, sequence)
        if field.column and not field.many_to_many:
            columns = self._columns(model) - {field.column}
            known = self._table_statements(model, columns)
            for statement in self._table_statements(model, columns | {field.column}):
                if statement not in known:
                    self.execute(statement, params=None)

    def alter_field(
        self,
        model: type[models.Model],
        old_field: models.Field,
        new_field: models.Field,
        strict: bool = False,
    ) -> None:
        """Alter the column; its sequence is made, renamed or dropped as the new field has it."""
        old_sequence = self._sequence_name(model, old_field)
        new_sequence = self._sequence_name(model, new_field)
        if new_sequence and not old_sequence:
            self._create_sequence(new_sequence)
        elif new_sequence and new_sequence != old_sequence:
            # First, for the new default may name it already.
            self._rename_sequence(model, old_field, new_sequence)
        super().alter_field(model, old_field, new_field, strict)
        if new_sequence and not old_sequence:
            self._own_sequence(model, new_field, new_sequence)
        elif old_sequence and not new_sequence:
            self.execute(self.sql_delete_sequence % {"sequence": self.quote_name(old_sequence)})

    def _field_db_check(self, field: models.Field, field_db_params: dict[str, Any]) -> str | None:
        """Compare checks by the field's own ``db_check()`` too, not only those of Django's types.

        Like Django's, it ignores the column's name, so that renaming one keeps its constraint.
        """
        nameless = copy(field)
        nameless.column = "__column_name__"
        return nameless.db_check(self.connection)

    # Indexes and constraints (of these methods the type stubs know nothing)

    def _delete_index_sql(self, *args: Any, **kwargs: Any) -> Statement:
        return self._with_namespace(super()._delete_index_sql(*args, **kwargs))  # type: ignore[misc]

    def _rename_index_sql(self, *args: Any, **kwargs: Any) -> Statement:
        return self._with_namespace(super()._rename_index_sql(*args, **kwargs))  # type: ignore[misc]

    def _delete_constraint_sql(self, *args: Any, **kwargs: Any) -> Statement:
        return self._with_namespace(super()._delete_constraint_sql(*args, **kwargs))  # type: ignore[misc]

    def _with_namespace(self, statement: Statement) -> Statement:
        parts: dict[str, Any] = statement.parts
        namespace, _ = split_identifier(parts["table"].table)
        parts["namespace"] = f"{self.quote_name(namespace)}." if namespace else ""
        return statement

    # Hooks

    def _sequence_name(self, model: type[models.Model], field: models.Field) -> str | None:
        """Return the field's sequence, or nothing; ``ValueError`` when the table cannot own it."""
        if not hasattr(field, "sequence_name"):
            return None
        sequence = field.sequence_name(model)
        table = model._meta.db_table
        if sequence and split_identifier(sequence)[0] != split_identifier(table)[0]:
            raise ValueError(
                f"{model._meta.label}.{field.name}: its sequence {sequence} must lie in the schema "
                f"of its table {table}, or PostgreSQL does not let the table own it."
            )
        return sequence

    def _sequences(self, model: type[models.Model]) -> list[tuple[models.Field, str]]:
        named = [(f, self._sequence_name(model, f)) for f in model._meta.local_fields]
        return [(field, sequence) for field, sequence in named if sequence]

    def _create_sequence(self, sequence: str) -> None:
        self.execute(self.sql_create_sequence % {"sequence": self.quote_name(sequence)})

    def _own_sequence(self, model: type[models.Model], field: models.Field, sequence: str) -> None:
        qn = self.quote_name
        self.execute(
            self.sql_own_sequence
            % {
                "sequence": qn(sequence),
                "table": qn(model._meta.db_table),
                "column": qn(str(field.column)),
            }
        )

    def _rename_sequence(
        self, model: type[models.Model], field: models.Field, sequence: str
    ) -> None:
        self.execute(
            self.sql_rename_sequence
            % {
                "table": self.quote_value(self.quote_name(model._meta.db_table)),
                "column": self.quote_value(field.column),
                "sequence": self.quote_value(self.quote_name(sequence)),
                "name": self.quote_value(split_identifier(sequence)[1]),
            },
            params=None,
        )

    def _columns(self, model: type[models.Model]) -> set[str]:
        return {field.column for field in model._meta.local_fields if field.column}

    def _table_statements(self, model: type[models.Model], columns: set[str]) -> list[str]:
        """Return what the table hook, if there is one, says of a table in a named schema."""
        hook = getattr(settings, "DATABASE_TABLE_HOOK", None)
        table = model._meta.db_table
        if not hook or not split_identifier(table)[0]:
            return []
        return list(import_string(hook)(table, columns))
