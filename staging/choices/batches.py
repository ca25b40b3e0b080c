"""Closed lists: batches."""

from django.db import models

from core.transitions import Transitions


class BatchStatus(models.TextChoices):
    """How far an import has come."""

    UPLOADED = "uploaded"
    READ = "read"
    READY = "ready"
    APPLIED = "applied"
    UNDONE = "undone"
    UNREADABLE = "unreadable"
    DISCARDED = "discarded"


class BatchTask(models.TextChoices):
    """What a worker is to do with a batch."""

    READ = "read"
    CHECK = "check"
    APPLY = "apply"
    UNDO = "undo"


BATCH_STATUS = Transitions(
    field="status",
    values=BatchStatus,
    moves={
        BatchStatus.UPLOADED: [BatchStatus.READ, BatchStatus.UNREADABLE, BatchStatus.DISCARDED],
        BatchStatus.READ: [
            BatchStatus.READY,
            BatchStatus.APPLIED,
            BatchStatus.UNREADABLE,
            BatchStatus.DISCARDED,
        ],
        BatchStatus.READY: [BatchStatus.READ, BatchStatus.APPLIED, BatchStatus.DISCARDED],
        BatchStatus.APPLIED: [BatchStatus.UNDONE],
        BatchStatus.UNDONE: [BatchStatus.READ],
        BatchStatus.UNREADABLE: [BatchStatus.READ, BatchStatus.DISCARDED],
        BatchStatus.DISCARDED: [],
    },
)

#: What may be asked of a batch in which status, while no worker is at it.
MAPPABLE = frozenset({BatchStatus.READ, BatchStatus.READY, BatchStatus.UNREADABLE})
CHECKABLE = frozenset({BatchStatus.READ, BatchStatus.READY, BatchStatus.UNDONE})
DISCARDABLE = MAPPABLE | {BatchStatus.UPLOADED}
