"""Introspection of all schemas, not only of those on the search_path."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.backends.postgresql import introspection
from django.db.backends.postgresql.introspection import FieldInfo, TableInfo
from django.db.backends.utils import CursorWrapper, split_identifier

from .names import in_schema


class DatabaseIntrospection(introspection.DatabaseIntrospection):
    """Sees every schema; names a table outside the current one ``schema"."table``."""

    def get_table_list(self, cursor: CursorWrapper) -> list[Any]:
        """Return tables and views of all schemas but the server's own."""
        cursor.execute(
            """
            SELECT concat(nullif(n.nspname, current_schema()) || '"."', c.relname),
                   CASE WHEN c.relispartition THEN 'p'
                        WHEN c.relkind IN ('m', 'v') THEN 'v'
                        ELSE 't' END,
                   obj_description(c.oid, 'pg_class')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('f', 'm', 'p', 'r', 'v')
              AND n.nspname !~ '^(pg_|information_schema$)'
            """
        )
        return [TableInfo(*row) for row in cursor.fetchall() if row[0] not in self.ignored_tables]

    def get_table_description(self, cursor: CursorWrapper, table_name: str) -> list[FieldInfo]:
        """Return the table's columns as Django does."""
        with self._inside_schema_of(cursor, table_name) as name:
            return super().get_table_description(cursor, name)

    def get_constraints(self, cursor: CursorWrapper, table_name: str) -> dict[str, Any]:
        """Return constraints and indexes as Django does, foreign keys with the other's schema."""
        with self._inside_schema_of(cursor, table_name) as name:
            constraints = super().get_constraints(cursor, name)
        if any(constraint["foreign_key"] for constraint in constraints.values()):
            for key, _, to_table, to_column, _ in self._foreign_keys(cursor, table_name):
                constraints[key]["foreign_key"] = to_table, to_column
        return constraints

    def get_sequences(
        self, cursor: CursorWrapper, table_name: str, table_fields: Any = ()
    ) -> list[Any]:
        """Return the sequences that the table's columns own, named with their schema."""
        with self._inside_schema_of(cursor, table_name) as name:
            sequences = super().get_sequences(cursor, name, table_fields)
        schema, _ = split_identifier(table_name)
        if not schema:
            return sequences
        # PostgreSQL keeps an owned sequence in the schema of its table.
        return [
            {**sequence, "table": table_name, "name": in_schema(schema, sequence["name"])}
            for sequence in sequences
        ]

    def get_relations(self, cursor: CursorWrapper, table_name: str) -> dict[str, Any]:
        """Return ``{column: (other column, other table, on_delete)}``, across schemas too."""
        return {
            column: (to_column, to_table, self.on_delete_types.get(action))
            for _, column, to_table, to_column, action in self._foreign_keys(cursor, table_name)
        }

    def _foreign_keys(
        self, cursor: CursorWrapper, table_name: str
    ) -> list[tuple[str, str, str, str, str]]:
        """Return (constraint, column, other table, other column, action on delete) of each."""
        cursor.execute(
            """
            SELECT con.conname, a.attname,
                   concat(nullif(fn.nspname, current_schema()) || '"."', fc.relname),
                   fa.attname, con.confdeltype
            FROM pg_constraint con
            JOIN pg_attribute a ON (a.attrelid, a.attnum) = (con.conrelid, con.conkey[1])
            JOIN pg_attribute fa ON (fa.attrelid, fa.attnum) = (con.confrelid, con.confkey[1])
            JOIN pg_class fc ON fc.oid = con.confrelid
            JOIN pg_namespace fn ON fn.oid = fc.relnamespace
            WHERE con.contype = 'f' AND con.conrelid = to_regclass(%s)
            """,
            [self.connection.ops.quote_name(table_name)],
        )
        return cursor.fetchall()

    @contextmanager
    def _inside_schema_of(self, cursor: CursorWrapper, table_name: str) -> Iterator[str]:
        """Make the table's schema the whole search_path, for Django's queries see nothing else.

        Gives the table's name within it. Undoing the savepoint also undoes the search_path, so
        nothing of it outlives the block, whatever happens inside.
        """
        schema, name = split_identifier(table_name)
        if not schema:
            yield name
            return
        alias = self.connection.alias
        with transaction.atomic(using=alias):
            cursor.execute("SELECT set_config('search_path', quote_ident(%s), true)", [schema])
            yield name
            transaction.set_rollback(True, using=alias)
