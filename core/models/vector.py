"""pgvector where the server has it: the embedded one does, Debian's PostgreSQL 15 does not."""

from functools import cache

from pgvector.django import HnswIndex as PgvectorHnswIndex


def has_vector(connection) -> bool:
    """Whether the extension is installed in the connection's database."""
    return _has_vector(connection.alias, connection.settings_dict["NAME"])


@cache
def _has_vector(alias, _database):
    from django.db import connections

    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'vector'")
        return cursor.fetchone() is not None


class HnswIndex(PgvectorHnswIndex):
    """An approximate nearest-neighbour index; not made where there is no pgvector."""

    def create_sql(self, model, schema_editor, using="", **kwargs):
        if not has_vector(schema_editor.connection):
            return "SELECT 1"  # a statement is expected; there is nothing to make
        return super().create_sql(model, schema_editor, using=using, **kwargs)


__all__ = ["HnswIndex", "has_vector"]
