"""What is done with an import from its page: forms read, services called, refusals said."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect, QueryDict
from django.urls import reverse

from core.imports.recipe import SKIP
from core.imports.registry import resource_named
from staging.models import ImportBatch
from staging.selectors.mapping import fill_lines, named_by, sheet_of, survey_of
from staging.services import (
    batch_apply,
    batch_cancel,
    batch_check,
    batch_decide,
    batch_discard,
    batch_map,
    batch_undo,
)

MOST_VALUES = 5_000


def act(request, batch: ImportBatch, action: str) -> HttpResponseRedirect:
    """Do it, or say why not; then back to the page."""
    do = ACTIONS.get(action)
    if do is None:
        raise Http404(f"Nothing called {action} is done with imports.")
    try:
        said = do(batch, request.POST, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except PermissionDenied as error:
        messages.error(request, str(error) or "This is not yours to do.")
    except LookupError as error:
        messages.error(request, str(error).strip("'\""))
    else:
        if said:
            messages.success(request, said)
    return HttpResponseRedirect(_back(request, batch))


def _back(request, batch: ImportBatch) -> str:
    address = reverse("admin:staging_importbatch_change", args=[batch.pk])
    query = QueryDict(request.POST.get("back", "")[:500])
    row = request.POST.get("row", "")
    anchor = f"#row-{row}" if row.isdecimal() else ""
    return f"{address}?{query.urlencode()}{anchor}" if query else f"{address}{anchor}"


def whole(text: str, what: str) -> int:
    """A number of a row that was typed or clicked."""
    if not text.isdecimal() or len(text) > 8:
        raise ValidationError(f"{what} must be a number.")
    return int(text)


def choose_sheet(batch: ImportBatch, data: Any, actor) -> str:
    """Another sheet, or another row with the headings."""
    found = survey_of(batch)
    names = [sheet.name for sheet in found.sheets] if found is not None else []
    sheet = data.get("sheet", "")
    if sheet not in names:
        raise ValidationError("The file has no such sheet.")
    row = data.get("header_row", "").strip()
    header_row = whole(row, "The row of the headings") if row else None
    if sheet == (batch.sheet or "") and header_row in (None, batch.header_row):
        return "It is read so already."
    batch_map(batch=batch, actor=actor, sheet=sheet or None, header_row=header_row)
    return ""


def choose_columns(batch: ImportBatch, data: Any, actor) -> str:
    """Which column of the sheet is which of ours."""
    sheet = sheet_of(batch, survey_of(batch))
    if sheet is None or data.get("shape") != shape_of(batch):
        raise ValidationError("The sheet was read anew meanwhile. Look at its columns again.")
    columns = {
        column.heading: data[f"c-{column.index}"]
        for column in sheet.columns
        if data.get(f"c-{column.index}")
    }
    if not columns:
        raise ValidationError("Say of at least one column what it is.")
    fills = {name: data.get(f"d-{name}", "").strip() for name in fillable(batch, actor)}
    defaults = {**batch.defaults, **fills}
    batch_map(
        batch=batch,
        actor=actor,
        columns=columns,
        defaults={name: text for name, text in defaults.items() if text},
    )
    return ""


def fillable(batch: ImportBatch, actor) -> list[str]:
    """The columns of ours for which the form asks one value for all rows."""
    return [line.name for line in fill_lines(batch, actor)]


def shape_of(batch: ImportBatch) -> str:
    """What a form of columns was made for."""
    return f"{batch.header_row}:{batch.sheet}"


def choose_values(batch: ImportBatch, data: Any, actor) -> str:
    """What the texts of one column mean; texts that the form does not show stay as they are."""
    name = data.get("column", "")
    columns = resource_named(batch.resource).columns()
    column = columns.get(name)
    if column is None:
        raise ValidationError("There is no such column.")
    is_typed = named_by(column, columns) is not None
    kept = dict(batch.value_maps.get(name, {}))
    shown = {text.strip().casefold() for key, text in data.items() if key.startswith("t-")}
    meant = {text: value for text, value in kept.items() if text.strip().casefold() not in shown}
    for place in range(min(len(shown), MOST_VALUES)):
        text, said = data.get(f"t-{place}"), data.get(f"v-{place}", "")
        if text is None:
            continue
        if f"e-{place}" in data:
            meant[text] = ""
        elif is_typed and said.strip():
            meant[text] = said.strip()
        elif not is_typed and said.startswith("="):  # "" leaves it as it is read
            meant[text] = said[1:]
    maps = {**batch.value_maps, name: meant}
    batch_map(batch=batch, actor=actor, value_maps={n: m for n, m in maps.items() if m})
    return ""


def choose_matching(batch: ImportBatch, data: Any, actor) -> str:
    """By which key rows are recognised, and what is done about refusals and empty cells."""
    key = data.get("key_name", "")
    keys = resource_named(batch.resource).keys()
    if key and key not in {known.name for known in keys}:
        raise ValidationError("There is no such key.")
    batch_map(
        batch=batch,
        actor=actor,
        key_name=key or None,
        is_all_or_nothing="is_all_or_nothing" in data,
        clears_blanks="clears_blanks" in data,
    )
    return ""


def decide(batch: ImportBatch, data: Any, actor) -> str:
    """Which row a row of the sheet is, or that it is left out."""
    row, choice = whole(data.get("row", ""), "The row"), data.get("choice", "")
    batch_decide(batch=batch, row=row, choice=choice or None, actor=actor)
    done = {"": "is taken as it was found", SKIP: "is left out"}.get(choice, "is the row you chose")
    return f"Row {row} {done}. Check again to see what that does."


def _plain(service: Callable[..., Any], said: str = "") -> Callable[..., str]:
    def do(batch: ImportBatch, data: Any, actor) -> str:
        service(batch=batch, actor=actor)
        return said

    return do


ACTIONS: dict[str, Callable[[ImportBatch, Any, Any], str]] = {
    "sheet": choose_sheet,
    "columns": choose_columns,
    "values": choose_values,
    "matching": choose_matching,
    "decide": decide,
    "check": _plain(batch_check),
    "apply": _plain(batch_apply),
    "undo": _plain(batch_undo),
    "cancel": _plain(batch_cancel, "It stops as soon as it can; nothing of it stands."),
    "discard": _plain(batch_discard, "The import is put away; its file is gone."),
}
