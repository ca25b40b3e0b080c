"""Files come in and go out by views that ask who it is, as data and never as pages."""

import ast
import csv
import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.urls import get_resolver

from config.embedded import REPO
from core.resources.files import csv_chunks
from core.testing.factories import factory_of
from core.testing.fixtures import person
from core.testing.pages import address
from storage.models import StoredFile

pytestmark = pytest.mark.django_db


def kept(content=b"\xff\xd8\xff photo", **values):
    """A file with its bytes."""
    values = {"mime_type": "image/jpeg", "original_filename": "lanai.jpg", **values}
    row = factory_of("storage.StoredFile").create(**values)
    storages["files"].save(row.storage_key, ContentFile(content))
    return row


def download(row) -> str:
    """The address of the console from which a file is taken."""
    return address(StoredFile, "download", row.pk)


def test_a_file_is_taken_from_its_page_by_whoever_may_read_it(client):
    row = kept()
    client.force_login(person("MANAGER", is_staff=True))
    page = client.get(address(StoredFile, "change", row.pk)).content.decode()
    assert download(row) in page
    answer = client.get(download(row))
    assert b"".join(answer.streaming_content) == b"\xff\xd8\xff photo"
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="lanai.jpg"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_file_out_of_reach_is_not_there(client):
    row = kept()
    client.force_login(person("TEAM_MEMBER", is_staff=True))
    assert client.get(download(row)).status_code == 404
    client.force_login(person("GUEST", user_type="guest"))
    assert client.get(download(row)).status_code == 302  # to the sign-in
    client.logout()
    assert client.get(download(row)).status_code == 302


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/javascript", None])
def test_what_a_browser_could_run_is_sent_as_bytes(client, kind):
    row = kept(b"<script>alert(1)</script>", mime_type=kind, original_filename="a.html\r\nX: y")
    client.force_login(person("MANAGER", is_staff=True))
    answer = client.get(download(row))
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "X" not in answer.headers
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "key", ["{0}/../{1}", "./{0}/{1}", "{0}//{1}", "../../../etc/passwd", "/etc/passwd"]
)
def test_no_key_leads_to_another_files_bytes(client, key):
    theirs = kept(storage_key="uploads/2026/theirs.jpg")
    folder, _, name = theirs.storage_key.rpartition("/")
    row = factory_of("storage.StoredFile").create(storage_key=key.format(folder, name))
    client.force_login(person("MANAGER", is_staff=True))
    assert client.get(download(row)).status_code == 404


@pytest.mark.parametrize(
    "values", [{"storage_backend": "s3"}, {"virus_scan_status": "infected"}, {}]
)
def test_what_is_not_here_or_not_clean_is_not_given(client, values):
    row = factory_of("storage.StoredFile").create(storage_key="uploads/none.jpg", **values)
    if values:
        storages["files"].save(row.storage_key, ContentFile(b"x"))
    client.force_login(person("MANAGER", is_staff=True))
    assert client.get(download(row)).status_code == 404
    storages["files"].delete(row.storage_key)


def test_no_folder_of_files_is_served_by_itself(settings):
    served = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert not [one for one in served if "media" in one or "<path:" in one]
    for name in ("imports", "files"):
        where = storages[name].base_location
        assert not str(where).startswith(str(settings.MEDIA_ROOT))
        assert storages[name].file_permissions_mode == 0o600 or name in settings.STORAGES


def test_spreadsheets_are_written_in_two_places_that_are_safe():
    """CSV by ``csv_chunks``, which guards each cell; workbooks by ``write_string``, which makes
    no formula."""
    found = {}
    folders = [p for p in REPO.iterdir() if (p / "__init__.py").exists() and p.name != "tests"]
    for path in (path for folder in folders for path in folder.rglob("*.py")):
        if str(path.relative_to(REPO)).startswith(("benchmarks/", "config/demo/")):
            continue
        calls = {
            node.attr
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute)
        }
        if used := calls & {"writer", "DictWriter", "Workbook", "writerow"}:
            found[str(path.relative_to(REPO))] = (used, calls)
    assert set(found) == {"core/resources/files.py", "core/imports/template.py"}
    for used, calls in found.values():
        assert "write" not in calls or "writer" in used
        assert not calls & {"write_formula", "write_url", "write_rich_string", "write_row"}


def test_headings_of_other_peoples_sheets_are_no_formulas():
    written = b"".join(csv_chunks(["=1+1", "name"], [["@a", "-b"]])).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(written))) == [["'=1+1", "name"], ["'@a", "'-b"]]
