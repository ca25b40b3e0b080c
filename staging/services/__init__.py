"""What is done with imports."""

from staging.services.batches import (
    batch_apply,
    batch_cancel,
    batch_check,
    batch_decide,
    batch_discard,
    batch_map,
    batch_run,
    batch_undo,
    batch_upload,
)

__all__ = [
    "batch_apply",
    "batch_cancel",
    "batch_check",
    "batch_decide",
    "batch_discard",
    "batch_map",
    "batch_run",
    "batch_undo",
    "batch_upload",
]
