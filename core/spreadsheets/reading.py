"""The parent's side: starts the child, bounds its time, and makes its end something to say."""

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from core.spreadsheets.errors import Unreadable
from core.spreadsheets.facts import Survey
from core.spreadsheets.limits import MEGABYTE, Limits
from core.spreadsheets.values import Value, from_json

ROOT = Path(__file__).resolve().parents[2]
LONGEST_LINE = 64 * MEGABYTE
Pipes = tuple[IO[bytes], IO[bytes]]
STRAY = (
    "Often a stray cell far below or beside the table is the cause: copy the table to a new sheet,"
    " or save it as CSV, and upload that."
)


class Row(NamedTuple):
    """One row: its number as a spreadsheet program shows it, cells in the order of the survey's
    columns (None: blank), and why it is no data (None: it is).
    """

    number: int
    cells: list[Value | None]
    skipped: str | None


def survey(
    path: Path,
    *,
    name: str,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    sheet: str | None = None,
    header_row: int | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Survey:
    """Reads a file once and says what is in it.

    ``name`` is the file's own name: its extension helps where the content leaves a choice. By
    ``sheet`` only that one is surveyed; ``header_row`` (1-based, 0: none), ``encoding`` and
    ``delimiter`` override what would be found. Raises ``Unreadable``.
    """
    request = {
        "task": "survey",
        "path": str(Path(path).resolve()),
        "name": name,
        "sheet": sheet,
        "header_row": header_row,
        "encoding": encoding,
        "delimiter": delimiter,
    }
    with Child(request, limits) as child:
        for message in child.messages():
            if "survey" in message:
                return Survey.from_json(message["survey"])
    raise Unreadable("The file could not be read to its end.", "Send it again.")


def read_rows(
    path: Path,
    *,
    name: str,
    sheet: str | None = None,
    header_row: int | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    survey: Survey | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Generator[Row]:
    """Rows of one sheet (the best one for None), in order, blank ones left out.

    Skipped rows come too, with the reason. A ``survey`` of the same file made with the same
    ``sheet`` and ``header_row`` spares the child a pass over it. Closing the generator ends the
    child. Raises ``Unreadable``, be it after some rows.
    """
    request = {
        "task": "rows",
        "path": str(Path(path).resolve()),
        "name": name,
        "sheet": sheet,
        "header_row": header_row,
        "encoding": encoding,
        "delimiter": delimiter,
    }
    if survey is not None:
        request.update(from_survey(survey, sheet, header_row, encoding, delimiter))
    with Child(request, limits) as child:
        for message in child.messages():
            if "end" in message:
                return
            yield from map(Row._make, message["rows"])


def from_survey(
    survey: Survey,
    sheet: str | None,
    header_row: int | None,
    encoding: str | None,
    delimiter: str | None,
) -> dict[str, Any]:
    """What a survey settles of a request for rows."""
    try:
        found = survey.sheet(sheet or None)
    except KeyError:
        raise Unreadable(f"The file has no sheet “{sheet}”.", "Choose one of its sheets.") from None
    settled: dict[str, Any] = {
        "encoding": encoding or survey.encoding,
        "delimiter": delimiter or survey.delimiter,
    }
    if survey.format != "csv":
        settled["sheet"] = found.name
    if header_row in (None, found.header_row) and delimiter in (None, survey.delimiter):
        settled["layout"] = found.as_layout()
    return settled


class Child:
    """One child process; leaving the ``with`` block ends it, whatever it was doing."""

    def __init__(self, request: dict[str, Any], limits: Limits):
        self.request = {**request, "limits": limits.as_json()}
        self.seconds = float(limits.seconds)
        self.memory_mb = limits.memory_mb

    def __enter__(self) -> "Child":
        self.errors = tempfile.TemporaryFile()
        # No settings and no secrets: the child needs neither.
        kept = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
        environment = {key: os.environ[key] for key in kept if key in os.environ}
        paths = [str(ROOT), *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
        environment |= {"PYTHONPATH": os.pathsep.join(paths), "RUST_BACKTRACE": "0"}
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-m", "core.spreadsheets.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            cwd=ROOT,
            env=environment,
            start_new_session=True,
        )
        request, self.answers = cast("Pipes", (self.process.stdin, self.process.stdout))
        with contextlib.suppress(BrokenPipeError), request as stdin:
            stdin.write(json.dumps(self.request).encode())  # else its exit status tells why
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.answers.close()
        self.errors.close()

    def messages(self) -> Iterator[dict[str, Any]]:
        """The child's answers; raises ``Unreadable`` for its refusal and for its death."""
        done = False
        for line in self.lines():
            message = json.loads(line, object_hook=from_json)
            if "error" in message:
                raise Unreadable(**message["error"])
            done = "end" in message or "survey" in message
            yield message
        if not done:
            raise self.death()

    def lines(self) -> Iterator[bytes]:
        """Lines as they come; only the time spent waiting for them counts against the limit."""
        pipe = self.answers.fileno()
        rest = b""
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while True:
                started = time.monotonic()
                ready = selector.select(max(self.seconds, 0))
                self.seconds -= time.monotonic() - started
                if not ready:
                    raise too_slow()
                chunk = os.read(pipe, MEGABYTE)
                if not chunk:
                    return
                if b"\n" not in chunk:
                    rest += chunk
                    if len(rest) > LONGEST_LINE:
                        raise Unreadable("The cells of this file are too long.", STRAY)
                    continue
                *lines, rest = (rest + chunk).split(b"\n")
                yield from lines

    def death(self) -> Unreadable:
        """Why the child ended without an answer, for people; its last words are the cause."""
        try:
            status = self.process.wait(10)
        except subprocess.TimeoutExpired:
            return too_slow()
        self.errors.seek(0)
        words = self.errors.read(4000).decode(errors="replace")
        if status == 70 or "memory allocation" in words or "MemoryError" in words:
            error = Unreadable(
                f"Reading this file would take more than {self.memory_mb} MB of memory.", STRAY
            )
        elif status == -signal.SIGXCPU:
            error = too_slow()
        elif status == -signal.SIGKILL:
            error = Unreadable("The system stopped the reading of this file.", STRAY)
        else:
            error = Unreadable(
                "This file brought its reader down: it is damaged, or made to do harm.",
                "Open it in a spreadsheet program, save it again, and upload that.",
            )
        error.add_note(f"exit status {status}: {words.strip()[-1500:]}")
        return error


def too_slow() -> Unreadable:
    """The refusal of a file that takes too long."""
    return Unreadable("Reading this file takes too long.", f"{STRAY} Or cut it into parts.")
