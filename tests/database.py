"""The suite's databases: one migrated template, cloned for each worker.

Loaded as a plugin (`-p tests.database`) because pytest-django reads the settings, and with them
DATABASE_URL, before it looks at any conftest.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.embedded import REPO, ServerError, ensure_database_url

#: Templates of other branches and versions that are kept, so that switching back is cheap.
KEPT_TEMPLATES = 3
#: A database of this very code that has just been migrated from zero and holds the reference rows
#: and nothing else, to be copied instead of doing both again. .ci/run has one.
MIGRATED = os.environ.get("HALEKEEPER_MIGRATED_DATABASE", "")
LOCK_CLASS = 361
TEMPLATE_LOCK = "halekeeper templates"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config):
    """Have a server before the settings are read; without fsync, for nothing here must last."""
    asked = early_config.known_args_namespace
    if not (asked.help or asked.version):
        try:
            ensure_database_url(durable=False)
        except ServerError as problem:
            raise pytest.UsageError(str(problem)) from problem
    return (yield)


class SuiteDatabase:
    """One worker's database, cloned from the template of the code as it is.

    Works on any server where the role may create databases. Advisory locks, not files, keep
    workers and runs apart, for a server may be shared by several machines: one lock guards the
    templates, and each run holds one in its database's name, so that what a killed run left
    behind is known by its free lock and swept away.
    """

    def __init__(self, connection) -> None:
        self.connection = connection
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid():08x}")[:8]
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        self.name = f"halekeeper_test_{run}_{worker}"

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Build the template when there is none, clone it, point Django there, drop the clone."""
        with self.connection._nodb_cursor() as self.server:
            self._lock(self.name)
            with self._templates():
                self._sweep()
            self.recreate()
            yield
            self._leave()
            self._drop(self.name)

    def recreate(self) -> None:
        """Replace the database by a fresh clone: cheaper than truncating 361 tables, and the
        reference rows are there again."""
        self._leave()
        self._drop(self.name)
        with self._templates():
            template = self._template()
            self.server.execute(
                f'CREATE DATABASE "{self.name}" TEMPLATE "{template}" STRATEGY FILE_COPY'
            )
        self._point_at(self.name)

    def _template(self) -> str:
        """The name of the migrated template, built when missing. Call with the lock held."""
        name = f"halekeeper_template_{self._fingerprint()}"
        self.server.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s AND datistemplate", [name]
        )
        if not self.server.fetchone():
            from django.core.management import call_command

            self._drop(name)
            if MIGRATED:
                self.server.execute(
                    f'CREATE DATABASE "{name}" TEMPLATE "{MIGRATED}" STRATEGY FILE_COPY'
                )
            else:
                self.server.execute(f'CREATE DATABASE "{name}"')
                self._point_at(name)
                call_command("migrate", verbosity=0)
                call_command("load_reference", verbosity=0)
                self._leave()
            self.server.execute(f'ALTER DATABASE "{name}" IS_TEMPLATE true')
        self.server.execute(f"COMMENT ON DATABASE \"{name}\" IS '{datetime.now(UTC).isoformat()}'")
        return name

    def _fingerprint(self) -> str:
        """A hash of all that decides what a migrated database holds."""
        if not hasattr(self, "_known_fingerprint"):
            from django.apps import apps

            parts = [
                REPO / "config" / "postgresql",
                REPO / "core" / "models",
                REPO / "core/history",
            ]
            files = {path for part in parts for path in part.rglob("*.py")}
            files |= set(REPO.glob("*/management/commands/load_reference.py"))
            for app in apps.get_app_configs():
                folder = Path(app.path)
                files |= set((folder / "migrations").glob("*.py"))
                if folder.is_relative_to(REPO) and not folder.is_relative_to(REPO / ".venv"):
                    files |= {path for ext in ("sql", "csv") for path in folder.rglob(f"*.{ext}")}
            digest = hashlib.sha256()
            for path in sorted(files):
                digest.update(f"{path.name}\0".encode() + path.read_bytes())
            engine = self.connection.settings_dict["ENGINE"]
            self.server.execute("SHOW server_version")
            digest.update(f"{engine} {self.server.fetchone()[0]}".encode())
            self._known_fingerprint = digest.hexdigest()[:12]
        return self._known_fingerprint

    def _sweep(self) -> None:
        """Drop databases of runs that were killed, and templates long unused."""
        self.server.execute(
            "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database "
            r"WHERE datname LIKE 'halekeeper\_test\_%' OR datname LIKE 'halekeeper\_template\_%'"
        )
        templates = []
        for name, used_at in self.server.fetchall():
            if name.startswith("halekeeper_template_"):
                templates.append((used_at or "", name))
            elif name != self.name and self._lock(name, wait=False):
                self._drop(name)
                self._unlock(name)
        for _, name in sorted(templates, reverse=True)[KEPT_TEMPLATES:]:
            self.server.execute(f'ALTER DATABASE "{name}" IS_TEMPLATE false')
            self._drop(name)

    def _point_at(self, name: str) -> None:
        self.connection.close()
        self.connection.settings_dict["NAME"] = name

    def _leave(self) -> None:
        from django.db import connections

        connections.close_all()

    def _drop(self, name: str) -> None:
        self.server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    @contextmanager
    def _templates(self) -> Iterator[None]:
        self._lock(TEMPLATE_LOCK)
        try:
            yield
        finally:
            self._unlock(TEMPLATE_LOCK)

    def _lock(self, what: str, *, wait: bool = True) -> bool:
        function = "pg_advisory_lock" if wait else "pg_try_advisory_lock"
        self.server.execute(f"SELECT {function}(%s, hashtext(%s))", [LOCK_CLASS, what])
        return wait or self.server.fetchone()[0]

    def _unlock(self, what: str) -> None:
        self.server.execute("SELECT pg_advisory_unlock(%s, hashtext(%s))", [LOCK_CLASS, what])
