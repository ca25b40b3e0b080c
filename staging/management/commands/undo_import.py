"""`manage.py undo_import IMP-000123`: take an import back."""

import json
import sys

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from portal.models import User
from staging.models import ImportBatch
from staging.selectors.batches import left_rows
from staging.services import batch_run, batch_undo


class Command(BaseCommand):
    """Take back what an import wrote and nobody has touched since. Exit status 1: some was left."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("batch", help="its number, e.g. IMP-000123")
        parser.add_argument("--user", help="e-mail of who asks; by default the system itself")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *, batch, user, **options):
        found = ImportBatch._base_manager.filter(number=batch.upper()).first()
        if found is None:
            raise CommandError(f"There is no import {batch}.", returncode=2)
        actor = User._base_manager.filter(email=user.lower()).first() if user else None
        if user and actor is None:
            raise CommandError(f"There is no user with the e-mail {user}.", returncode=2)
        try:
            found = batch_undo(batch=found, actor=actor, calls_worker=False)
        except (PermissionDenied, ValidationError) as error:
            said = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            raise CommandError(said, returncode=2) from error
        found = batch_run(batch_id=found.pk)
        if found.message:
            raise CommandError(found.message, returncode=2)
        left = left_rows(found)
        undone = found.counts.get("undone", 0)
        if options["json"]:
            said = {"undone": undone, "left": left, "batch": found.number}
            self.stdout.write(json.dumps(said, ensure_ascii=False))
        else:
            for row in left[:50]:
                self.stdout.write(f"row {row['row']}: {row['reason']}")
            self.stdout.write(f"{undone:,} rows taken back, {len(left):,} left as they are.")
        sys.exit(1 if left else 0)
