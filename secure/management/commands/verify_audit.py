"""``manage.py verify_audit``: whether the security trail is as it was sealed."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError

from secure.selectors.verifying import audit_verify


class Command(BaseCommand):
    """Finds entries that were altered, removed, added or moved, and seals that were. Ends with
    status 1 when there are any."""

    help = "Verify that the security trail is as it was sealed."

    def add_arguments(self, parser):
        """--from, --json."""
        parser.add_argument("--from", dest="start", default="", help="an entry: AUD-00001234")
        parser.add_argument("--json", action="store_true", help="the verdict as JSON")

    def handle(self, *, start, json: bool, **options):
        """Print the verdict."""
        verdict = audit_verify(start=start)
        if json:
            self.stdout.write(_as_json(verdict))
        else:
            for note in verdict.notes:
                self.stdout.write(_sentence(note))
            for fault in verdict.faults:
                self.stderr.write(_sentence(fault))
            self.stdout.write(
                f"{verdict.entries:,} entries, {verdict.seals:,} seals, {verdict.unsealed:,} not "
                f"sealed yet; {verdict.rate:,} entries a second."
            )
        if not verdict.is_intact:
            raise CommandError(
                f"{len(verdict.faults)} faults: the trail is not as sealed.", returncode=1
            )


def _as_json(verdict) -> str:
    known = {**asdict(verdict), "is_intact": verdict.is_intact, "rate": verdict.rate}
    return json.dumps(known, indent=2)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
