"""The process that opens files: ``python -m core.spreadsheets.child``.

It takes one request as JSON from its standard input and writes JSON lines: for a survey one
line ``{"survey": …}``, for rows lines ``{"rows": [[number, cells, reason], …]}`` and at last
``{"end": count}``; ``{"error": …}`` where the file cannot be read. It sets its own limits before
it opens anything.
"""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from core.spreadsheets.errors import Unreadable
from core.spreadsheets.facts import Layout, Survey
from core.spreadsheets.limits import MEGABYTE, Limits
from core.spreadsheets.sheets import Sheet
from core.spreadsheets.sniff import format_of
from core.spreadsheets.values import to_json

# Rows on one line of output: enough to be quick, few enough to be held.
BUNDLE = 250
LONGEST_BUNDLE = 1 << 18
LONGEST_LINE = 48 * MEGABYTE


def confine(limits: Limits) -> None:
    """Bounds this process; what the system does not offer (macOS has no RLIMIT_AS) is left."""
    import resource

    memory = limits.memory_mb * MEGABYTE
    bounds = {
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_CPU": (limits.seconds, limits.seconds + 5),
        "RLIMIT_FSIZE": (MEGABYTE, MEGABYTE),
        "RLIMIT_AS": (memory, memory),
    }
    for name, bound in bounds.items():
        try:
            resource.setrlimit(getattr(resource, name), bound)
        except (AttributeError, ValueError, OSError):
            continue


class Answer:
    """Writes lines to the parent."""

    def __init__(self, stream: BinaryIO):
        self.stream = stream
        self.encode = json.JSONEncoder(
            ensure_ascii=False, separators=(",", ":"), default=to_json, check_circular=False
        ).encode

    def write(self, data: dict[str, Any]) -> None:
        """One line; raises ``Unreadable`` where it would be too long to hold."""
        line = self.encode(data).encode()
        if len(line) > LONGEST_LINE:
            raise Unreadable(
                "The cells of this file are longer than can be read.",
                "Leave the column of long texts out, or shorten them.",
            )
        self.stream.write(line + b"\n")
        self.stream.flush()

    def write_rows(self, rows: Iterable[tuple]) -> None:
        """Rows in bundles, and the end."""
        bundle: list[tuple] = []
        count = size = 0
        for row in rows:
            bundle.append(row)
            count += 1
            size += len(row[1]) * 8
            if len(bundle) >= BUNDLE or size > LONGEST_BUNDLE:
                self.write({"rows": bundle})
                bundle, size = [], 0
        if bundle:
            self.write({"rows": bundle})
        self.write({"end": count})


def opened(request: dict[str, Any], limits: Limits) -> tuple[Survey, Sequence[Sheet]]:
    """An empty survey of the file, and its sheets."""
    path, name = Path(request["path"]), request["name"]
    form = format_of(path, name)
    if form == "text":
        from core.spreadsheets.text import TextSheet

        sheet = TextSheet(path, name, limits, request.get("encoding"), request.get("delimiter"))
        return Survey("csv", sheet.encoding, sheet.delimiter), [sheet]
    from core.spreadsheets.workbook import Workbook

    return Survey(form), Workbook(path, form, limits).sheets


def chosen(sheets: Sequence[Sheet], name: str | None) -> Sequence[Sheet]:
    """The sheets a request is about: the named one or all."""
    if not name:
        return sheets
    if sheets and sheets[0].is_text:
        raise Unreadable("A text file has no sheets.", "Leave the name of the sheet out.")
    named = [sheet for sheet in sheets if sheet.name == name]
    if not named:
        listed = ", ".join(f"“{sheet.name}”" for sheet in sheets[:10])
        raise Unreadable(f"The file has no sheet “{name}”.", f"Its sheets are: {listed}.")
    return named[:1]


def answer_survey(request: dict[str, Any], limits: Limits, answer: Answer) -> None:
    """Surveys all sheets, or the one asked for."""
    from core.spreadsheets.surveying import SheetSurveyor, best_of, check_filled

    survey, sheets = opened(request, limits)
    for sheet in chosen(sheets, request.get("sheet")):
        survey.sheets.append(SheetSurveyor(sheet, limits).run(request.get("header_row")))
        sheet.free()
    if not request.get("sheet"):
        check_filled(survey)
    survey.best = best_of(survey.sheets)
    answer.write({"survey": survey.as_json()})


def answer_rows(request: dict[str, Any], limits: Limits, answer: Answer) -> None:
    """Streams the rows of one sheet, by the layout of a survey where the request has one."""
    from core.spreadsheets.surveying import SheetSurveyor, best_of, check_filled, data_rows

    survey, sheets = opened(request, limits)
    name, header_row = request.get("sheet"), request.get("header_row")
    if not name and len(sheets) != 1:
        for sheet in sheets:
            survey.sheets.append(SheetSurveyor(sheet, limits).run())
            sheet.free()
        check_filled(survey)
        sheet = sheets[best_of(survey.sheets)]
    else:
        (sheet,) = chosen(sheets, name)
    if request.get("layout") is not None:
        layout = Layout(**request["layout"])
    else:
        layout = SheetSurveyor(sheet, limits, sketch=True).run(header_row).layout
    answer.write_rows(data_rows(sheet, layout))


TASKS = {"survey": answer_survey, "rows": answer_rows}


def main() -> int:
    """Answers one request; the exit status is 0 even where the file is refused."""
    request = json.loads(sys.stdin.buffer.read())
    sys.stdin.close()
    limits = Limits(**request["limits"])
    confine(limits)
    stream = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not end up among the answers.
    os.dup2(2, 1)
    answer = Answer(stream)
    try:
        TASKS[request["task"]](request, limits, answer)
    except Unreadable as error:
        answer.write({"error": error.as_json()})
    except FileNotFoundError:
        gone = Unreadable("The file is not there any more.", "Upload it again.")
        answer.write({"error": gone.as_json()})
    except MemoryError:
        return 70
    except BrokenPipeError:
        return 0
    except BaseException as error:
        # How calamine's own crashes arrive: no Exception, and of a class without a home.
        if type(error).__name__ != "PanicException":
            raise
        damaged = Unreadable(
            "This workbook is damaged.",
            "Open it in a spreadsheet program, save it again, and upload that.",
        )
        answer.write({"error": damaged.as_json()})
    return 0


if __name__ == "__main__":
    status = main()
    sys.stderr.flush()
    # Without the interpreter's end: it would only free memory, and could meet a closed pipe.
    os._exit(status)
