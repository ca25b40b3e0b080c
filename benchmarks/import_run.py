"""One import in a process of its own, as a worker does it; its figures as JSON.

`python -m benchmarks.import_run FILE`, the database being DATABASE_URL's.
"""

import json
import os
import sys
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

KILOBYTE, MEGABYTE = 1024, 1024 * 1024


def high_water(pid: int | str) -> float:
    """The most memory that a process has held, in MB (0 where it is gone, or without /proc)."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * KILOBYTE / MEGABYTE
    return 0.0


class Memory:
    """How far memory rises above its base while the block runs; of the reader, from nothing."""

    def __enter__(self) -> "Memory":
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")  # the high water is where it is now
        self.base, self.reader, self.is_over = high_water("self"), 0.0, threading.Event()
        self.watcher = threading.Thread(target=self._watch, daemon=True)
        self.watcher.start()
        return self

    def _watch(self) -> None:
        children = Path(f"/proc/self/task/{os.getpid()}/children")
        while not self.is_over.wait(0.05):
            with suppress(OSError):
                for pid in children.read_text().split():
                    # Between fork and exec it is a copy of this process.
                    if b"core.spreadsheets" in Path(f"/proc/{pid}/cmdline").read_bytes():
                        self.reader = max(self.reader, high_water(pid))

    def __exit__(self, *failure) -> None:
        self.above = high_water("self") - self.base
        self.is_over.set()
        self.watcher.join()


class Phases:
    """Seconds of each phase that the work reports, and of each kind of statement."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.statements: Counter[str] = Counter()
        self.phase, self.since = "Beginning", time.perf_counter()

    def watch(self, phase: str, done: int = 0, total: int | None = None) -> None:
        """The work is now at this phase."""
        now = time.perf_counter()
        self.seconds[self.phase] += now - self.since
        self.phase, self.since = phase, now

    def __call__(self, execute, sql, params, many, context):
        """Around every statement of Django's."""
        start = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.statements[" ".join(str(sql).split())[:90]] += time.perf_counter() - start


def run(path: Path) -> dict:
    """Import the file, from its upload to the commit."""
    from django.core.files import File
    from django.db import connection

    from benchmarks.import_sheet import HEADINGS, declared
    from staging.services import batch_run, batch_upload

    phases, name = Phases(), declared()
    connection.ensure_connection()
    with Memory() as memory, path.open("rb") as file, connection.execute_wrapper(phases):
        start = phases.since = time.perf_counter()
        batch = batch_upload(
            resource=name,
            file=File(file, name=path.name),
            file_name=path.name,
            actor=None,
            options={"columns": {h: h for h in HEADINGS}, "goes_straight": True},
            calls_worker=False,  # this process is it
        )
        batch = batch_run(batch_id=batch.pk, watch=phases.watch)
        seconds = time.perf_counter() - start
        phases.watch("")
    Path(batch.file.path).unlink()
    return {
        "seconds": seconds,
        "status": batch.status,
        "message": batch.message,
        "counts": batch.counts,
        "base_mb": memory.base,
        "above_mb": memory.above,
        "reader_mb": memory.reader,
        "phases": dict(phases.seconds),
        "statements": dict(phases.statements.most_common(14)),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    import django

    django.setup()
    import structlog

    quiet = structlog.PrintLoggerFactory(Path(os.devnull).open("w"))  # noqa: SIM115  to the end
    structlog.configure(logger_factory=quiet)
    print(json.dumps(run(Path(sys.argv[1]))))
