"""A POST that may be sent twice: the header ``Idempotency-Key`` makes one of them count.

The handler and the key's row share one transaction. A repeat that arrives meanwhile waits for it
at the unique index of the key, and then gets the first answer, byte by byte. An error takes the
key back with everything else, so that the same request may be sent again once mended.
"""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import orjson
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils import timezone
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from core.api.problems import Unprocessable
from core.api.rendering import as_json

HEADER = "Idempotency-Key"
LONGEST = 200
KEPT = timedelta(hours=24)
KEPT_HEADERS = ("Location", "ETag")
WAIT = "10s"  # for the first of two; then 409


class IdempotentMixin:
    """For a view whose POSTs honour the header; ``idempotent = False`` takes it away.

    Answers are kept for a day: never for views whose answers hold secrets.
    """

    idempotent = True

    def initial(self, request, *args, **kwargs):
        """Let the POST's handler run once for a key."""
        super().initial(request, *args, **kwargs)
        key = request.headers.get(HEADER)
        if request.method != "POST" or key is None or not self.idempotent:
            return
        if not request.user.is_authenticated:
            return
        if not 0 < len(key) <= LONGEST or not key.isprintable():
            raise ValidationError({HEADER: f"1 to {LONGEST} printable characters."})
        handler = getattr(self, "post", None)
        if handler is not None:
            self.post = lambda request, *args, **kwargs: answered_once(
                request, key, lambda: handler(request, *args, **kwargs)
            )


def answered_once(request, key: str, handle: Callable[[], Response]) -> Response:
    """The answer to the request: ``handle()``'s, or the one that its key had before.

    Raises ``Unprocessable`` when the key was given to another request.
    """
    model = apps.get_model(settings.IDEMPOTENCY_KEYS)
    asked = fingerprint(request)
    with transaction.atomic():
        kept = _claimed(model, request, key, asked)
        if kept is not None:
            if kept.request_hash != asked:
                raise Unprocessable(f"{HEADER} {key} was given to another request.")
            headers = {**(kept.headers or {}), "Idempotency-Replayed": "true"}
            body = None if kept.body is None else orjson.Fragment(kept.body)
            return Response(body, kept.status_code, headers=headers)
        answer = handle()
        if answer.status_code >= 400:
            transaction.set_rollback(True)
            return answer
        model._base_manager.filter(user=request.user.pk, key=key).update(
            status_code=answer.status_code,
            # As text: a document would come back with its keys in another order.
            body=None if answer.data is None else as_json(answer.data).decode(),
            headers={name: answer[name] for name in KEPT_HEADERS if answer.has_header(name)},
        )
    return answer


def fingerprint(request) -> str:
    """What tells two requests apart: address and what was sent, not how it was packed."""
    digest = hashlib.sha256(request.get_full_path().encode())
    data = request.data
    if hasattr(data, "lists"):  # a form: the boundary between its parts differs each time
        for name, values in sorted(data.lists()):
            for value in values:
                digest.update(as_json(name))
                digest.update(_content(value))
    else:
        digest.update(orjson.dumps(data, option=orjson.OPT_SORT_KEYS))
    return digest.hexdigest()


def _claimed(model, request, key: str, asked: str) -> Any:
    """None when the key is now ours, else the row that has it; waits for whoever is at it."""
    now = timezone.now()
    mine = model._base_manager.filter(user=request.user.pk, key=key)
    mine.filter(expires_at__lte=now).delete()
    row = model(
        user_id=request.user.pk,
        key=key,
        method=request.method,
        path=request.path,
        request_hash=asked,
        expires_at=now + KEPT,
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [WAIT])
        model._base_manager.bulk_create([row], ignore_conflicts=True)
        cursor.execute("SELECT set_config('lock_timeout', '0', true)")
    kept = mine.first()
    return None if kept is not None and kept.pk == row.pk else kept


def _content(value: Any) -> bytes:
    if not isinstance(value, UploadedFile):
        return as_json(value)
    digest = hashlib.sha256()
    for chunk in value.chunks():
        digest.update(chunk)
    value.seek(0)
    return digest.digest()
