"""Django's PostgreSQL backend, for models whose table lives in a named schema.

Queries take ``schema"."table`` (see ``names``) as they are. What Django lacks is the schema of what
lies beside a table (its indexes, constraints and sequences, the schema itself), and introspection
beyond the search_path. Tables named without a schema behave exactly as in Django.

Health checks (``CONN_HEALTH_CHECKS``) cost less than Django's, which ask the database before the
first query of each request.
"""

import select
from time import monotonic

import psycopg
from django.db.backends.postgresql import base, operations

from .introspection import DatabaseIntrospection
from .schema import DatabaseSchemaEditor

# Seconds for which a connection that answered is taken to answer still, unless its end has come.
TRUSTED = 5


class DatabaseOperations(operations.DatabaseOperations):
    """Django's operations, compiling queries with this package's compiler."""

    compiler_module = "config.postgresql.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection, made of the classes of this package."""

    SchemaEditorClass = DatabaseSchemaEditor
    introspection_class = DatabaseIntrospection
    ops_class = DatabaseOperations

    answered_at = float("-inf")

    def close_if_health_check_failed(self):
        """Close a connection that is dead; ask it only when it has not answered for some seconds.

        A server that goes away, or ends a session, says so on the wire: where nothing is to be
        read, nothing has happened.
        """
        is_due = self.health_check_enabled and not self.health_check_done
        if self.connection is None or not is_due:
            return
        if monotonic() - self.answered_at < TRUSTED and self._is_silent():
            self.health_check_done = True
            return
        super().close_if_health_check_failed()
        if self.connection is not None:
            self.answered_at = monotonic()

    def _is_silent(self) -> bool:
        try:
            wire = self.connection.fileno()
        except psycopg.Error:  # closed
            return False
        looking = select.poll()
        looking.register(wire, select.POLLIN)
        return not looking.poll(0)
