"""The page of one import: how it is read, what it would do, and what is done with it."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst

from core.choices import Verdict
from core.imports.registry import resource_named
from staging.admin.pages.actions import shape_of
from staging.choices.batches import BatchStatus
from staging.models import ImportBatch
from staging.selectors import mapping
from staging.selectors.batches import may_import
from staging.selectors.preview import (
    ALIKE,
    LEFT,
    alike_count,
    page_of,
    pending_decisions,
    preview,
)

DONE_HEADER = "X-Import-Done"  # tells the script that the page has more to show
COLOURS = {
    "uploaded": "plain",
    "read": "warning",
    "ready": "info",
    "applied": "success",
    "undone": "plain",
    "unreadable": "danger",
    "discarded": "plain",
}
TABS = {
    "rows": "Rows",
    "columns": "Columns",
    "values": "Values",
    "matching": "Matching",
    "sheet": "Sheet",
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
MAPPABLE = {BatchStatus.READ, BatchStatus.READY, BatchStatus.UNREADABLE}


@dataclass
class Tile:
    """A count that filters the rows."""

    cut: str
    label: str
    count: int
    address: str
    is_current: bool


class BatchPage:
    """What the template asks of an import; each part is worked out when it is shown."""

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

    # -- how it stands --------------------------------------------------------------------------

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
        statuses = {BatchStatus.READ, BatchStatus.READY, BatchStatus.UNDONE}
        return self.is_idle and self.batch.status in statuses and bool(self.batch.columns)

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
        return self.is_idle and self.batch.status in {*MAPPABLE, BatchStatus.UPLOADED}

    @property
    def is_undone(self) -> bool:
        """Whether it was taken back."""
        return self.batch.status == BatchStatus.UNDONE and "undone" in (self.batch.counts or {})

    @cached_property
    def pending(self) -> int:
        """Choices about rows that no check has heeded yet."""
        return pending_decisions(self.batch) if self.is_ready else 0

    # -- its parts ------------------------------------------------------------------------------

    @cached_property
    def survey(self):
        """What the file holds."""
        return mapping.survey_of(self.batch)

    @cached_property
    def sheet(self):
        """The sheet that is taken."""
        return mapping.sheet_of(self.batch, self.survey)

    @cached_property
    def tab(self) -> str:
        """The part that is shown."""
        asked = self.request.GET.get("tab")
        offered = [name for name, *_ in self.tabs]
        if asked in offered:
            return asked
        if self.has_rows:
            return "rows"
        if self.batch.status == BatchStatus.UNREADABLE and "sheet" in offered:
            return "sheet"
        return "columns" if "columns" in offered else ""

    @property
    def has_rows(self) -> bool:
        """Whether the rows were checked."""
        return self.batch.status in {BatchStatus.READY, BatchStatus.APPLIED, BatchStatus.UNDONE}

    @property
    def tabs(self) -> list[tuple[str, str, str]]:
        """Name, title and address of the parts that there are."""
        if self.resource is None or self.batch.status == BatchStatus.DISCARDED:
            return []
        names = ["rows"] if self.has_rows else []
        if self.sheet is not None:
            names += [name for name in TABS if name != "rows"]
        return [(name, TABS[name], f"{self.address}?tab={name}") for name in names]

    @cached_property
    def missing(self) -> list[str]:
        """Needed columns that the sheet does not give."""
        return mapping.missing_columns(self.batch) if self.sheet is not None else []

    @cached_property
    def cut(self) -> str:
        """The kind of rows that is shown."""
        asked = self.request.GET.get("show", "")
        return asked if asked in {*Verdict.values, ALIKE, LEFT} else ""

    @cached_property
    def tiles(self) -> list[Tile]:
        """Counts by verdict; then what looks alike and what an undo left, if there is any."""
        counts = self.batch.counts or {}
        found = [(verdict, verdict, counts.get(verdict, 0)) for verdict in Verdict.values]
        return [self._tile(*one) for one in found]

    @cached_property
    def cuts(self) -> list[Tile]:
        """Further kinds of rows, where there are any."""
        further = []
        if self.batch.status == BatchStatus.READY and (alike := alike_count(self.batch)):
            further.append((ALIKE, "look like rows that are there", alike))
        if self.is_undone and (left := self.batch.counts.get("left")):
            further.append((LEFT, "left by the undo", left))
        return [self._tile(*one) for one in further]

    def _tile(self, cut: str, label: str, count: int) -> Tile:
        is_current = self.cut == cut
        address = self.address if is_current else f"{self.address}?tab=rows&show={cut}"
        return Tile(cut, label, count, address, is_current)

    @cached_property
    def page(self):
        """The rows of the page, raw."""
        return page_of(self.batch, self.cut, self.request.GET.get("p"))

    @cached_property
    def lines(self):
        """The rows of the page, in words."""
        return preview(self.batch, list(self.page.object_list), self.request.user)

    @property
    def back(self) -> str:
        """The query by which an action leads back here."""
        return self.request.GET.urlencode()

    def query(self, number: int) -> str:
        """The address of another page of rows."""
        query = QueryDict(mutable=True)
        query.update({"tab": "rows", "p": number})
        if self.cut:
            query["show"] = self.cut
        return f"{self.address}?{query.urlencode()}"

    @property
    def newer(self) -> str:
        """The address of the page before."""
        return self.query(self.page.previous_page_number())

    @property
    def older(self) -> str:
        """The address of the page after."""
        return self.query(self.page.next_page_number())

    # -- how it is read -------------------------------------------------------------------------

    @property
    def shape(self) -> str:
        """What the form of columns is made for."""
        return shape_of(self.batch)

    @cached_property
    def choices(self):
        """Our columns."""
        return mapping.choices_of(self.batch)

    @cached_property
    def column_lines(self):
        """The sheet's columns."""
        return mapping.column_lines(self.batch, self.sheet)

    @cached_property
    def value_columns(self):
        """Columns whose values can be said to mean something else."""
        return mapping.value_columns(self.batch, self.sheet, self.request.user)

    @property
    def keys(self):
        """The keys by which rows can be recognised: name, and the columns it needs."""
        return [
            (key.name, " + ".join(key.attributes).replace("_", " "))
            for key in self.resource.keys()
        ]


def page(admin, request, batch: ImportBatch) -> TemplateResponse:
    """The whole page."""
    request.current_app = admin.admin_site.name
    return TemplateResponse(
        request,
        "console/imports/batch.html",
        {
            **admin.admin_site.each_context(request),
            "title": f"{batch.number} · {batch.file_name}",
            "opts": admin.opts,
            "original": batch,
            "media": admin.media,
            "batch": batch,
            "import": BatchPage(request, batch),
        },
    )


def progress(admin, request, batch: ImportBatch | None) -> HttpResponse:
    """The bar alone; with a header once there is more to show."""
    if batch is None:
        raise Http404("This import is not there, or not yours.")
    response = TemplateResponse(
        request, "console/imports/progress.html", {"import": BatchPage(request, batch)}
    )
    response.headers["Cache-Control"] = "no-store"
    if not batch.task:
        response.headers[DONE_HEADER] = "1"
    return response
