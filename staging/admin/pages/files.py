"""Files that the pages of imports give: template sheets, and the rows that were refused."""

from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, StreamingHttpResponse

from core.admin.export import XLSX_TYPE
from core.imports.registry import resource_named
from core.imports.template import template_file
from core.resources.files import csv_chunks, xlsx_file
from staging.selectors.batches import may_import
from staging.selectors.refused import refused_headings, refused_rows


def template(request, name: str) -> FileResponse:
    """The template sheet of an import that is open to the person."""
    try:
        resource = resource_named(name)
    except LookupError as error:
        raise Http404(str(error)) from error
    if not may_import(request.user, resource):
        raise PermissionDenied
    return FileResponse(
        template_file(resource),
        as_attachment=True,
        filename=f"{name.replace('_', '-')}-template.xlsx",
        content_type=XLSX_TYPE,
    )


def refused(batch) -> FileResponse | StreamingHttpResponse:
    """The refused rows as XLSX; as CSV where a text is longer than Excel's cells."""
    headings = refused_headings(batch)
    name = f"{Path(batch.file_name).stem} - refused rows"
    try:
        file = xlsx_file(headings, refused_rows(batch, headings), "Refused rows")
    except ValidationError:
        return StreamingHttpResponse(
            csv_chunks(headings, refused_rows(batch, headings)),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{batch.number}-refused.csv"'},
        )
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX_TYPE)
