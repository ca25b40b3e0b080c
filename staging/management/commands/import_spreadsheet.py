"""`manage.py import_spreadsheet properties FILE`: what the console does, from a shell."""

import json
import sys
import time
from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from core.imports.registry import resource_named, resources
from portal.models import User
from staging.choices.batches import BatchStatus
from staging.models import ImportBatch
from staging.selectors.batches import outcome
from staging.services import batch_cancel, batch_run, batch_upload

ALL_IN, SOME_REFUSED, UNREADABLE = 0, 1, 2
BAR = 30
SECONDS_BETWEEN_LOOKS = 0.5
TAKEN = {"columns", "values", "defaults", "key"}


class Command(BaseCommand):
    """Bring the rows of a spreadsheet in. Exit status 0: all in, 1: some refused, 2: unreadable."""

    help = (
        "Bring the rows of a spreadsheet in. Exit status 0: all in, 1: some refused, 2: unreadable."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("resource", help=", ".join(r.name for r in resources()))
        parser.add_argument("file", type=Path, help=".xlsx, .xls, .ods, .csv, .tsv")
        parser.add_argument(
            "--sheet", help="its name; by default the one that looks most like rows"
        )
        parser.add_argument("--header-row", type=int, help="row of the headings, 0 for none")
        parser.add_argument(
            "--map",
            type=Path,
            help='JSON: {"columns": {heading: column}, "values": {column: {cell: value}},'
            ' "defaults": {column: value}, "key": name}',
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen")
        parser.add_argument("--all-or-nothing", action="store_true", help="refused rows stop all")
        parser.add_argument("--user", help="e-mail of who imports; by default the system itself")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *, resource, file, sheet, header_row, dry_run, all_or_nothing, **options):
        self.shows_bar = options["verbosity"] > 0 and self.stderr.isatty()
        try:
            batch = self.upload(
                resource,
                file,
                user=options["user"],
                options={
                    "sheet": sheet,
                    "header_row": header_row,
                    "is_all_or_nothing": all_or_nothing,
                    "goes_straight": not dry_run,
                    **self.recipe(options["map"], resource),
                },
            )
        except (LookupError, OSError, PermissionDenied, ValidationError) as error:
            said = "; ".join(error.messages) if isinstance(error, ValidationError) else error
            raise CommandError(str(said), returncode=UNREADABLE) from error
        batch = self.finished(batch)
        found = outcome(batch)
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            if batch.message:
                self.stderr.write(batch.message)
        else:
            self.tell(batch, found)
        if batch.status not in (BatchStatus.READY, BatchStatus.APPLIED):
            sys.exit(UNREADABLE)
        is_kept_out = batch.status == BatchStatus.READY and not dry_run
        sys.exit(SOME_REFUSED if found["refused"] or is_kept_out else ALL_IN)

    def recipe(self, path: Path | None, resource: str) -> dict:
        """What --map says, as options of the batch."""
        if path is None:
            return {}
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValidationError(f"{path} is not JSON: {error}") from error
        if not isinstance(said, dict) or set(said) - TAKEN:
            raise ValidationError(f"{path} may hold {', '.join(sorted(TAKEN))} and nothing else.")
        known = resource_named(resource).columns()
        named = [
            *said.get("columns", {}).values(),
            *said.get("values", {}),
            *said.get("defaults", {}),
        ]
        if unknown := sorted(set(named) - set(known)):
            raise ValidationError(
                f"{path} names {', '.join(unknown)}; there are {', '.join(known)}."
            )
        return {
            "columns": said.get("columns", {}),
            "value_maps": said.get("values", {}),
            "defaults": said.get("defaults", {}),
            "key_name": said.get("key"),
        }

    def upload(self, resource: str, path: Path, *, user: str | None, options: dict) -> ImportBatch:
        """The file as a batch; ``LookupError`` for a resource or a user there is not."""
        resource_named(resource)
        actor = None
        if user:
            actor = User._base_manager.filter(email=user.lower()).first()
            if actor is None:
                raise LookupError(f"There is no user with the e-mail {user}.")
        with path.open("rb") as opened:
            return batch_upload(
                resource=resource,
                file=File(opened, name=path.name),
                file_name=path.name,
                actor=actor,
                options=options,
                calls_worker=False,
            )

    def finished(self, batch: ImportBatch) -> ImportBatch:
        """The batch once all is done that was asked for; Ctrl-C cancels."""
        try:
            while batch.task:
                batch = batch_run(batch_id=batch.pk, watch=self.draw)
                if batch.task:  # a worker has taken it up
                    time.sleep(SECONDS_BETWEEN_LOOKS)
                    self.draw(batch.phase or "", batch.done, batch.total)
                    batch.refresh_from_db()
        except KeyboardInterrupt as stopped:
            batch_cancel(batch=batch, actor=None)
            batch_run(batch_id=batch.pk)
            raise CommandError(
                "Cancelled. Nothing was written.", returncode=SOME_REFUSED
            ) from stopped
        if self.shows_bar:
            self.stderr.write("\r\x1b[K", ending="")
        return batch

    def draw(self, phase: str, done: int, total: int | None = None) -> None:
        """One line that is drawn over."""
        if self.shows_bar:
            share = min(done / total, 1) if total else 0
            bar = "█" * int(BAR * share) + "░" * (BAR - int(BAR * share))
            rows = f"{done:,} of {total:,}" if total else f"{done:,}" if done else ""
            self.stderr.write(f"\r\x1b[K{bar} {phase} {rows}", ending="")

    def tell(self, batch: ImportBatch, found: dict) -> None:
        """The outcome in words."""
        for row in found["refused"][:50]:
            where = f"row {row['row']}, {row['column']}" if row["column"] else f"row {row['row']}"
            value = f" {row['value']!r}" if row["value"] else ""
            self.stdout.write(f"{where}{value}: {row['reason']} {row['remedy']}".rstrip())
        if len(found["refused"]) > 50:
            self.stdout.write(f"... and {len(found['refused']) - 50:,} more refusals.")
        if found["unknown_columns"]:
            self.stdout.write("Not imported: " + ", ".join(found["unknown_columns"]))
        counts = ", ".join(f"{batch.counts.get(name, 0):,} {name}" for name in batch.counts)
        state = {BatchStatus.APPLIED: "Applied", BatchStatus.READY: "Not written"}
        said = state.get(BatchStatus(batch.status), "Not read")
        self.stdout.write(f"{said}: {counts or 'no rows'}. Batch {batch.number}.")
        if batch.message:
            self.stdout.write(batch.message)
