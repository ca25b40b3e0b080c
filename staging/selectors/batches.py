"""Batches and their rows, as far as somebody may see them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from core.choices import Verdict
from core.imports.registry import resource_named, resources
from core.imports.resource import SpreadsheetResource
from core.permissions.scoping import reach_of
from staging.models import ImportBatch
from staging.selectors.watching import is_held


def may_import(actor, resource: type[SpreadsheetResource]) -> bool:
    """Whether somebody may import these rows at all; None is the system itself."""
    return actor is None or bool(reach_of(actor, resource.model(), "import"))


def importable(actor) -> list[type[SpreadsheetResource]]:
    """The imports that are open to somebody."""
    return [resource for resource in resources() if may_import(actor, resource)]


def sees_all_of(actor, resource: type[SpreadsheetResource]) -> bool:
    """Whether an import of somebody else shows nothing that the actor could not see anyway."""
    return all(
        reach_of(actor, part.model, "import").everything for part in resource.parts().values()
    )


def batches_for(actor) -> QuerySet[ImportBatch]:
    """The actor's own batches, and those of others into tables that are wholly the actor's."""
    rows = ImportBatch._base_manager.all()
    if actor.is_superuser:
        return rows
    open_to = importable(actor)
    own = rows.filter(sender=actor, resource__in=[r.name for r in open_to])
    whole = [r.name for r in open_to if sees_all_of(actor, r)]
    return own | rows.filter(resource__in=whole)


def refuse_unless_reachable(batch: ImportBatch, actor) -> None:
    """Raise ``PermissionDenied`` for a batch that is not the actor's to work with."""
    if actor is not None and not batches_for(actor).filter(pk=batch.pk).exists():
        raise PermissionDenied("This import is not yours.")


def staged_rows(batch: ImportBatch, verdict: str = "") -> QuerySet[Any]:
    """The rows of a batch in the order of the sheet, all or those of one verdict."""
    rows = resource_named(batch.resource).staged()._base_manager.filter(batch_id=batch.number)
    return (rows.filter(verdict=verdict) if verdict else rows).order_by("source_row")


def outcome(batch: ImportBatch) -> dict[str, Any]:
    """What became of the rows: counts, each refusal, each skipped row, columns not taken."""
    refused = [
        {"row": row, **refusal}
        for row, refusals in staged_rows(batch, Verdict.REFUSED).values_list(
            "source_row", "refusals"
        )
        for refusal in refusals or ()
    ]
    skipped = [
        {"row": row, "reason": "; ".join(reasons or ())}
        for row, reasons in staged_rows(batch, Verdict.SKIPPED).values_list(
            "source_row", "error_messages"
        )
    ]
    return {
        "new": batch.counts.get("new", 0),
        "changed": batch.counts.get("changed", 0),
        "unchanged": batch.counts.get("unchanged", 0),
        "refused": refused,
        "skipped": skipped,
        "unknown_columns": batch.unknown_columns,
        "batch": batch.number,
    }


def left_rows(batch: ImportBatch) -> list[dict[str, Any]]:
    """Rows that an undo left, and why."""
    rows = staged_rows(batch).filter(
        verdict__in=[Verdict.NEW, Verdict.CHANGED], error_messages__isnull=False
    )
    return [
        {"row": row, "reason": " ".join(reasons)}
        for row, reasons in rows.values_list("source_row", "error_messages")
    ]


def left_behind() -> list[str]:
    """Batches with something to do that no worker is at."""
    keys = ImportBatch._base_manager.filter(task__isnull=False).values_list("pk", flat=True)
    return [str(key) for key in keys if not is_held(key)]
