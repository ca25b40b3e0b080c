"""The page of one import: how it is read, what it would do, and what is done with it."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpResponse, QueryDict
from django.template.response import TemplateResponse

from core.choices import Verdict
from staging.admin.pages import MEDIA
from staging.admin.pages.actions import shape_of
from staging.admin.pages.standing import Standing
from staging.choices.batches import BatchStatus
from staging.models import ImportBatch
from staging.selectors import mapping
from staging.selectors.preview import (
    ALIKE,
    LEFT,
    alike_count,
    page_of,
    preview,
)

DONE_HEADER = "X-Import-Done"  # tells the script that the page has more to show
TABS = {
    "rows": "Rows",
    "columns": "Columns",
    "values": "Values",
    "matching": "Matching",
    "sheet": "Sheet",
}


@dataclass
class Tile:
    """A count that filters the rows."""

    cut: str
    label: str
    count: int
    address: str
    is_current: bool


class BatchPage(Standing):
    """What the template asks of an import; each part is worked out when it is shown."""

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
            label = "looks like another row" if alike == 1 else "look like other rows"
            further.append((ALIKE, label, alike))
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
        query.update({"tab": "rows", "p": str(number)})
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
        return mapping.choices_of(self.batch, self.request.user)

    @cached_property
    def column_lines(self):
        """The sheet's columns."""
        return mapping.column_lines(self.batch, self.sheet, self.request.user)

    @cached_property
    def fill_lines(self):
        """Our columns that the sheet has not got."""
        return mapping.fill_lines(self.batch, self.request.user)

    @cached_property
    def value_columns(self):
        """Columns whose values can be said to mean something else."""
        return mapping.value_columns(self.batch, self.sheet, self.request.user)

    @property
    def keys(self):
        """The keys by which rows can be recognised: name, and the columns it needs."""
        keys = self.resource.keys()
        return [(key.name, " + ".join(key.attributes).replace("_", " ")) for key in keys]


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
            "media": MEDIA,
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
