"""The bytes behind a file's row."""

from posixpath import normpath

from django.core.files.base import File
from django.core.files.storage import storages

from storage.choices.files import StoredFileStorageBackend, StoredFileVirusScanStatus
from storage.models import StoredFile
from storage.services.uploads import STORE


def contents_of(row: StoredFile) -> File | None:
    """The opened file, or None: kept elsewhere, found infected, or not there.

    No scope is asked here: pass rows that the person may read.
    """
    if row.storage_backend != StoredFileStorageBackend.LOCAL:
        return None
    if row.virus_scan_status == StoredFileVirusScanStatus.INFECTED:
        return None
    # No way out of the folder, and no second way to write another row's place.
    if normpath(row.storage_key) != row.storage_key or row.storage_key.startswith(("/", "..")):
        return None
    store = storages[STORE]
    if not store.exists(row.storage_key):
        return None
    return store.open(row.storage_key, "rb")
