"""Files on their way out: as downloads of a type that we vouch for, never shown as pages."""

from django.http import FileResponse, Http404

from storage.models import StoredFile
from storage.selectors.contents import contents_of

# Types that a browser may be told; anything else is bytes.
TOLD = {"image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf", "video/mp4"}


def file_answer(row: StoredFile | None) -> FileResponse:
    """The bytes of a file whose reader was checked, as a download; 404 when they are not here."""
    contents = contents_of(row) if row is not None else None
    if row is None or contents is None:
        raise Http404("The file is not kept here.")
    return FileResponse(
        contents,
        as_attachment=True,
        filename=row.original_filename or row.number,
        content_type=row.mime_type if row.mime_type in TOLD else "application/octet-stream",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"},
    )
