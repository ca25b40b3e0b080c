"""Migration operations."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState


class Together(Operation):
    """Apply operations that only add, as one, rendering the project's models once.

    Django renders anew, after every operation, all models related to the one it touched: with
    hundreds of tables all related, minutes of nothing else. ``TypeError`` for an operation that
    changes, removes or runs Python: it would meet the models as they are after the last operation.
    For the same reason a model created here is created complete, and what else is to be added to
    it belongs in the next ``Together``: ``ValueError``. ``migrate --fake-initial`` does not look
    inside.
    """

    category = OperationCategory.ADDITION
    refused = (OperationCategory.ALTERATION, OperationCategory.REMOVAL, OperationCategory.PYTHON)

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations
        created = set()
        for operation in operations:
            if isinstance(operation, CreateModel):
                created.add(operation.name_lower)
            elif operation.category in self.refused:
                raise TypeError(
                    f"{type(operation).__name__} cannot be applied together with others: "
                    "list it in the migration by itself."
                )
        for operation in operations:
            name = getattr(operation, "model_name_lower", None)
            if name in created:
                raise ValueError(
                    f"{operation.describe()}: {name} is created in the same Together. "
                    "Put what is added to it into a second one."
                )

    def deconstruct(self) -> tuple[str, list, dict]:
        """Return what writes this operation into a migration file."""
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change the state by all operations, leaving the models to be rendered when next used."""
        state.__dict__.pop("apps", None)  # a cached property
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Apply each operation, in order, between the states around them all."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take each operation back, the last one first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Return the line shown by ``sqlmigrate`` and ``migrate --plan``."""
        return f"{len(self.operations)} operations together"
