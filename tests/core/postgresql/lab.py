"""Twin tables, ``a.items`` and ``b.items``, alike to the last column.

Operations go to ``b``: whatever picks the table, index or constraint of the wrong schema shows, for
after each of them the twin must be as it was.
"""

from django.contrib.postgres.fields import DateRangeField
from django.db import connection, migrations, models
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from config.postgresql.names import in_schema

from .catalog import describe
from .fields import ClosedListField


def items() -> list[tuple[str, models.Field]]:
    """Return the columns of the twins."""
    return [
        ("id", models.AutoField(primary_key=True)),
        ("name", models.CharField(max_length=50, db_index=True)),
        ("code", models.CharField(max_length=20, unique=True)),
        ("n", models.PositiveIntegerField(default=0)),
        ("x", models.IntegerField(null=True)),
        ("y", models.IntegerField(default=1)),
        ("dates", DateRangeField(null=True)),
        ("status", ClosedListField(choices=[("new", "New"), ("done", "Done")], default="new")),
        ("parent", models.ForeignKey("self", models.CASCADE, null=True)),
    ]


def create(name: str, db_table: str, *fields, **options) -> migrations.CreateModel:
    """Return the operation that creates a table, with an integer key if none is given."""
    key = ("id", models.AutoField(primary_key=True))
    has_key = any(field.primary_key for _, field in fields)
    return migrations.CreateModel(
        name, [*([] if has_key else [key]), *fields], options={"db_table": db_table, **options}
    )


class Lab:
    """A project of its own: apps ``a`` and ``b``, each in the schema of that name."""

    def __init__(self, **options) -> None:
        self.state = ProjectState()
        self.before: list[tuple[str, Operation, ProjectState]] = []
        self.twin: dict[str, object] = {}
        for app in "ab":
            self.do(create("Item", in_schema(app, "items"), *items(), **options), app=app)

    def do(self, *operations: Operation, app: str = "b", atomic: bool = True) -> None:
        """Apply operations of an app's migration, each by itself."""
        for operation in operations:
            state = self.state.clone()
            operation.state_forwards(app, state)
            with connection.schema_editor(atomic=atomic) as editor:
                operation.database_forwards(app, editor, self.state, state)
            self.before.append((app, operation, self.state))
            self.state = state
            self._compare_twin(app)

    def undo(self, *, atomic: bool = True) -> None:
        """Take back the last operation."""
        app, operation, state = self.before.pop()
        with connection.schema_editor(atomic=atomic) as editor:
            operation.database_backwards(app, editor, self.state, state)
        self.state = state
        self._compare_twin(app)

    def sql(self, *operations: Operation, app: str = "b") -> list[str]:
        """Return what ``sqlmigrate`` prints for the operations; nothing is applied."""
        before = self.state
        with connection.schema_editor(collect_sql=True, atomic=False) as editor:
            for operation in operations:
                state = before.clone()
                operation.state_forwards(app, state)
                operation.database_forwards(app, editor, before, state)
                before = state
        return editor.collected_sql

    def model(self, name: str = "Item", app: str = "b") -> type[models.Model]:
        """Return the model as the last state has it."""
        return self.state.apps.get_model(app, name)

    def _compare_twin(self, app: str) -> None:
        twin = describe("a.items")
        if app == "a":
            self.twin = twin
        assert twin == self.twin, "the table of the other schema changed"
