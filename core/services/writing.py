"""Who writes: told to the database, whose triggers then name the actor in the history."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Model
from django.utils.module_loading import import_string

from core.permissions.standing import is_onlooker

_NOBODY = ("", "", "")
_current: ContextVar[tuple[str, str, str]] = ContextVar("writer", default=_NOBODY)


@contextmanager
def writing(actor: Model | None, source: str = "console", reason: str = "") -> Iterator[None]:
    """One transaction whose changes are the actor's.

    ``actor`` is a user, or None for the system itself. ``source`` says through what (console,
    api, import, job, shell), ``reason`` why, where somebody was asked. The settings end with the
    transaction, so pooled connections carry nothing over. Raises ``PermissionDenied`` for somebody
    who looks through another person's eyes.
    """
    if is_onlooker(actor):
        raise PermissionDenied("You are looking as somebody else: nothing can be changed.")
    outer = _current.get()
    mine = (str(actor.pk) if actor is not None else "", source, reason)
    with transaction.atomic():
        _tell(mine)
        _call_after_commit()
        token = _current.set(mine)
        try:
            yield
        finally:
            _current.reset(token)
    if connection.in_atomic_block:  # the settings live as long as the outermost transaction
        _tell(outer)


def current_source() -> str:
    """Through what is being written now (console, api, import, job …); "" outside of writing."""
    return _current.get()[1]


def _call_after_commit() -> None:
    """Have ``settings.AFTER_WRITING`` called when all of it is written, once a transaction."""
    after = import_string(settings.AFTER_WRITING)
    if not any(after is waiting for _, waiting, *_ in connection.run_on_commit):
        transaction.on_commit(after, robust=True)


def _tell(writer: tuple[str, str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.actor', %s, true), set_config('app.source', %s, true),"
            " set_config('app.reason', %s, true)",
            writer,
        )
