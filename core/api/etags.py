"""Which version of a row an answer shows: ``"<version>-<check sum of the answer>"``.

The version is the instant of the row's last change. If-Match asks for the version alone, so that
a tag from ``?fields=`` or ``?expand=`` serves too; If-None-Match asks for all of it.
"""

import zlib
from datetime import UTC, datetime

from core.api.problems import PreconditionFailed

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def version_of(changed_at: datetime | None) -> str:
    """An instant as a version, to the microsecond."""
    if changed_at is None:
        return ""
    since = changed_at - EPOCH
    return f"{(since.days * 86400 + since.seconds) * 1_000_000 + since.microseconds:x}"


def tags_in(header: str) -> list[str]:
    """The tags that If-Match or If-None-Match lists, without quotes and weakness."""
    return [part.strip().removeprefix("W/").strip('"') for part in header.split(",")]


def require_version(request, changed_at: datetime | None) -> None:
    """Raise ``PreconditionFailed`` when If-Match names other versions than the row's."""
    header = request.headers.get("If-Match")
    if header is None or header.strip() == "*":
        return
    if version_of(changed_at) not in {tag.partition("-")[0] for tag in tags_in(header)}:
        raise PreconditionFailed


class ConditionalMixin:
    """For a view whose answers to GET have tags; who has the answer already gets 304."""

    def finalize_response(self, request, response, *args, **kwargs):
        """Add the tag, or leave the body out."""
        response = super().finalize_response(request, response, *args, **kwargs)
        if not hasattr(response, "add_post_render_callback"):  # a file, which is never drawn up
            return response
        is_read = request.method in ("GET", "HEAD")
        if is_read and response.status_code == 200 and getattr(response, "version", None) is None:
            response.version = ""
        if getattr(response, "version", None) is not None:
            response.add_post_render_callback(lambda rendered: _tagged(request, rendered))
        return response


def _tagged(request, response):
    body = response.content
    tag = f"{response.version}-{zlib.crc32(body):x}"
    response["ETag"] = f'"{tag}"'
    if request.method in ("GET", "HEAD") and response.status_code == 200:
        wanted = request.headers.get("If-None-Match")
        if wanted is not None and (wanted.strip() == "*" or tag in tags_in(wanted)):
            response.status_code = 304
            response.content = b""
            del response.headers["Content-Type"]
    return response
