"""What the database refuses, in words: the one place where its errors are translated."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from psycopg.pq import TransactionStatus

UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK, EXCLUSION = "23505", "23503", "23502", "23514", "23P01"
RAISED, RESTRICT, DEADLOCK, SERIALIZATION = "P0001", "23001", "40P01", "40001"
REFUSALS = {UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK, EXCLUSION, RAISED, RESTRICT}
COLLISIONS = {EXCLUSION, DEADLOCK, SERIALIZATION}
BAD_VALUE_CLASS = "22"  # too long, out of range, NUL bytes


@dataclass(frozen=True)
class Refusal:
    """Why the database said no.

    ``field`` is the attribute at fault, or None when the row as a whole is. ``is_conflict`` tells
    a clash with another row (HTTP 409) from a value that can never be right (HTTP 400).
    """

    message: str
    field: str | None = None
    is_conflict: bool = False

    def as_error(self) -> ValidationError:
        """The same as forms and serializers understand it."""
        code = "conflict" if self.is_conflict else "invalid"
        said = ValidationError(self.message, code=code)
        return ValidationError({self.field or NON_FIELD_ERRORS: [said]})


#: Says of a constraint's refusal more than its message does; given what the database said in
#: detail. Registered by the app whose constraint it is.
_described: dict[str, Callable[[str], str | None]] = {}


def described_by(constraint: str, describe: Callable[[str], str | None]) -> None:
    """Have ``describe`` find the words for what a constraint refuses.

    It is called when the refused transaction (or savepoint) is rolled back, and may ask the
    database; None leaves the constraint's own message.
    """
    _described[constraint] = describe


def refusal_of(error: DatabaseError, model: type[Model]) -> Refusal | None:
    """The refusal behind a database error, or None when it is a fault of ours or of the server."""
    cause = error.__cause__
    if isinstance(cause, psycopg.DataError) and cause.sqlstate is None:
        return Refusal("A value holds a character that cannot be kept (NUL). Remove it.")
    if not isinstance(cause, psycopg.Error) or cause.sqlstate is None:
        return None
    state, said = cause.sqlstate, cause.diag
    if state.startswith(BAD_VALUE_CLASS):
        return Refusal(f"A value does not fit: {said.message_primary}.")
    if state in (DEADLOCK, SERIALIZATION):
        return Refusal("Somebody changed the same rows at this moment. Try again.", None, True)
    if state not in REFUSALS:
        return None
    for constraint in model._meta.constraints:
        if constraint.name == said.constraint_name:
            message = _description(said) or str(constraint.get_violation_error_message())
            return Refusal(message, None, state in COLLISIONS)
    field = _field_of(model, said.column_name or _column_in(said.message_detail))
    name = field.name if field else None
    label = str(field.verbose_name).capitalize() if field else "A value"
    if state == NOT_NULL:
        return Refusal(f"{label} is needed.", name)
    if state == UNIQUE:
        return Refusal(f"{label} is already taken by another row.", name, True)
    if state == FOREIGN_KEY and (said.message_primary or "").startswith("update or delete"):
        table = f"{said.schema_name}.{said.table_name}"
        return Refusal(f"Rows of {table} still refer to this one; change or retire it instead.")
    if state == FOREIGN_KEY:
        return Refusal(f"{label} refers to a row that does not exist.", name)
    if state == CHECK:
        field = _checked_field(model, said.constraint_name or "") or field
        label = str(field.verbose_name).capitalize() if field else "A value"
        return Refusal(f"{label} is not one of the allowed values.", field.name if field else None)
    return Refusal(f"{said.message_primary}.")


@contextmanager
def database_refusals(model: type[Model]) -> Iterator[None]:
    """Turn what the database refuses inside the block into a ``ValidationError``."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        refusal = refusal_of(error, model)
        if refusal is None:
            raise
        raise refusal.as_error() from error


def _description(said: psycopg.errors.Diagnostic) -> str | None:
    describe = _described.get(said.constraint_name or "")
    if describe is None or connection.needs_rollback:
        return None
    if connection.connection.info.transaction_status == TransactionStatus.INERROR:
        return None
    return describe(said.message_detail or "")


def _column_in(detail: str | None) -> str | None:
    """``Key (email)=(x) already exists.`` names the column between its first brackets."""
    if not detail or "(" not in detail:
        return None
    return detail.split("(", 1)[1].split(")", 1)[0].split(",")[0].strip().strip('"')


def _field_of(model, column):
    return next((f for f in model._meta.concrete_fields if f.column == column), None)


def _checked_field(model, constraint):
    """A column's own CHECK is named by PostgreSQL ``<table>_<column>_check``."""
    fields = [f for f in model._meta.concrete_fields if f"_{f.column}_check" in constraint]
    return max(fields, key=lambda f: len(f.column), default=None)
