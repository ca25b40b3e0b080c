"""Query compilers: Django's own, but for one clause that rejects schemas."""

from django.db.backends.postgresql import compiler
from django.db.backends.postgresql.compiler import (
    SQLAggregateCompiler,
    SQLDeleteCompiler,
    SQLInsertCompiler,
    SQLUpdateCompiler,
)
from django.db.backends.utils import split_identifier
from django.db.utils import NotSupportedError

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]


class SQLCompiler(compiler.SQLCompiler):
    """Django's compiler of SELECT, which can lock rows of tables in schemas."""

    def get_select_for_update_of_arguments(self) -> list[str]:
        """Return the relations to lock without their schemas, which ``FOR UPDATE OF`` rejects.

        Raises ``NotSupportedError`` when the query reads two tables of that name from different
        schemas: lock them in two queries.
        """
        qn = self.connection.ops.quote_name
        used = [alias for alias, uses in self.query.alias_refcount.items() if uses]
        names = [split_identifier(alias)[1] for alias in used]
        arguments = []
        for argument in super().get_select_for_update_of_arguments():
            _, name = split_identifier(argument)
            if names.count(name) > 1:
                raise NotSupportedError(
                    f"FOR UPDATE OF {name} is ambiguous: the query reads a table of that name in "
                    "two schemas. Lock their rows in two queries."
                )
            arguments.append(qn(name))
        return arguments
