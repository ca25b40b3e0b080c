"""Migration operations."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, cast

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.migrations.utils import resolve_relation


class RenderedWhenUsed:
    """Stands for the rendered models of a state until somebody asks for one of them.

    The executor and ``ProjectState.clone`` want a state to have its ``apps``; between two
    ``Together`` nobody looks into them.
    """

    def __init__(self, real_apps: set, models: dict[tuple[str, str], ModelState]) -> None:
        self._real_apps, self._models = real_apps, models

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rendered, name)

    @cached_property
    def _rendered(self) -> StateApps:
        return StateApps(list(self._real_apps), self._models)

    def clone(self) -> "RenderedWhenUsed":
        """The same for a copy of the state; what is already rendered is not rendered again."""
        copy = RenderedWhenUsed(
            self._real_apps, {key: model.clone() for key, model in self._models.items()}
        )
        if "_rendered" in self.__dict__:
            copy.__dict__["_rendered"] = self._rendered.clone()
        return copy


class Excerpt:
    """What adding to one app needs of a state: its models, and the tables they refer to.

    The latter come without their own relations, which would lead on to all the project's models.
    """

    def __init__(self, app_label: str, state: ProjectState) -> None:
        own = {key: model for key, model in state.models.items() if key[0] == app_label}
        targets = {
            resolve_relation(target, *key)
            for key, model in own.items()
            for field in model.fields.values()
            if (target := getattr(field.remote_field, "model", None))
        }
        bare = {key: self._without_relations(state.models[key]) for key in targets - own.keys()}
        self.models = own | bare
        self.apps = StateApps(list(state.real_apps), self.models)

    @staticmethod
    def _without_relations(model: ModelState) -> ModelState:
        bare = model.clone()
        bare.fields = {n: field for n, field in model.fields.items() if not field.is_relation}
        bare.options = {n: model.options[n] for n in ("db_table", "managed") if n in model.options}
        bare.managers = []
        return bare


class Together(Operation):
    """Apply operations that only add, as one, rendering only the models that they need.

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
        state.__dict__["apps"] = RenderedWhenUsed(state.real_apps, state.models)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Apply each operation, in order, to the state after them all."""
        excerpt = cast(ProjectState, Excerpt(app_label, to_state))
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, excerpt, excerpt)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take each operation back, the last one first, from the state that has them all."""
        excerpt = cast(ProjectState, Excerpt(app_label, from_state))
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, excerpt, excerpt)

    def describe(self) -> str:
        """Return the line shown by ``sqlmigrate`` and ``migrate --plan``."""
        return f"{len(self.operations)} operations together"
