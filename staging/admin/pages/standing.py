"""How an import stands, and what may be done with it now."""

from functools import cached_property

from django.urls import reverse
from django.utils.text import capfirst

from core.imports.registry import resource_named
from staging.choices.batches import CHECKABLE, DISCARDABLE, MAPPABLE, BatchStatus
from staging.models import ImportBatch
from staging.selectors.batches import may_import
from staging.selectors.preview import pending_decisions

COLOURS = {
    "uploaded": "plain",
    "read": "warning",
    "ready": "info",
    "applied": "success",
    "undone": "plain",
    "unreadable": "danger",
    "discarded": "plain",
}
STANDING = {
    "uploaded": "Waiting to be read",
    "read": "Read, not checked",
    "ready": "Checked, nothing written yet",
    "applied": "Applied",
    "undone": "Undone",
    "unreadable": "Cannot be read",
    "discarded": "Put away",
}


class Standing:
    """The status of an import for one person: what it is called, and which buttons there are."""

    def __init__(self, request, batch: ImportBatch) -> None:
        self.request, self.batch = request, batch
        self.address = reverse("admin:staging_importbatch_change", args=[batch.pk])

    @cached_property
    def resource(self):
        """The import's declaration; None where there is none of that name any more."""
        try:
            return resource_named(self.batch.resource)
        except LookupError:
            return None

    @property
    def title(self) -> str:
        """What the rows are."""
        return capfirst(self.resource.title()) if self.resource else self.batch.resource

    @cached_property
    def may(self) -> bool:
        """Whether the person may do anything here."""
        return self.resource is not None and may_import(self.request.user, self.resource)

    @property
    def standing(self) -> str:
        """The status in words."""
        return STANDING.get(self.batch.status, self.batch.status)

    @property
    def colour(self) -> str:
        """The colour of the status."""
        return COLOURS.get(self.batch.status, "plain")

    @property
    def percent(self) -> int | None:
        """How much of the work is done; None where that is not known."""
        if not self.batch.total:
            return None
        return min(100, round(100 * self.batch.done / self.batch.total))

    @property
    def is_idle(self) -> bool:
        """Whether no worker is at it and the person may act."""
        return self.may and not self.batch.task

    @property
    def can_map(self) -> bool:
        """Whether how it is read can be changed now."""
        return self.is_idle and self.batch.status in MAPPABLE

    @property
    def can_check(self) -> bool:
        """Whether the rows can be compared anew."""
        return self.is_idle and self.batch.status in CHECKABLE and bool(self.batch.columns)

    @property
    def writes(self) -> int:
        """Rows that applying it would write."""
        counts = self.batch.counts or {}
        return counts.get("new", 0) + counts.get("changed", 0)

    @property
    def is_ready(self) -> bool:
        """Whether it can be applied, were there anything to write."""
        return self.is_idle and self.batch.status == BatchStatus.READY

    @property
    def can_apply(self) -> bool:
        """Whether there is anything to apply."""
        return self.is_ready and self.writes > 0 and not self.is_barred

    @property
    def is_barred(self) -> bool:
        """Whether all or nothing was asked for, and rows are refused."""
        return self.batch.is_all_or_nothing and bool((self.batch.counts or {}).get("refused"))

    @property
    def can_undo(self) -> bool:
        """Whether it can be taken back."""
        return self.is_idle and self.batch.status == BatchStatus.APPLIED

    @property
    def can_discard(self) -> bool:
        """Whether it can be put away."""
        return self.is_idle and self.batch.status in DISCARDABLE

    @property
    def is_undone(self) -> bool:
        """Whether it was taken back."""
        return self.batch.status == BatchStatus.UNDONE and "undone" in (self.batch.counts or {})

    @cached_property
    def pending(self) -> int:
        """Choices about rows that no check has heeded yet."""
        return pending_decisions(self.batch) if self.is_ready else 0
