"""How rows are written."""

from core.services.records import (
    BulkOutcome,
    OutOfScope,
    record_delete,
    record_save,
    record_transition,
    records_update,
)
from core.services.refusals import Refusal, database_refusals, refusal_of
from core.services.writing import writing

__all__ = [
    "BulkOutcome",
    "OutOfScope",
    "Refusal",
    "database_refusals",
    "record_delete",
    "record_save",
    "record_transition",
    "records_update",
    "refusal_of",
    "writing",
]
