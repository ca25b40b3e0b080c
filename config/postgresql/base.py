"""Django's PostgreSQL backend, for models whose table lives in a named schema.

Queries take ``schema"."table`` (see ``names``) as they are. What Django lacks is the schema of what
lies beside a table (its indexes, constraints and sequences, the schema itself), and introspection
beyond the search_path. Tables named without a schema behave exactly as in Django.
"""

from django.db.backends.postgresql import base, operations

from .introspection import DatabaseIntrospection
from .schema import DatabaseSchemaEditor


class DatabaseOperations(operations.DatabaseOperations):
    """Django's operations, compiling queries with this package's compiler."""

    compiler_module = "config.postgresql.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's connection, made of the classes of this package."""

    SchemaEditorClass = DatabaseSchemaEditor
    introspection_class = DatabaseIntrospection
    ops_class = DatabaseOperations
