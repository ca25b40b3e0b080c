"""``manage.py rotate_keys``: seal all secrets anew with the first of ``ENCRYPTION_KEYS``."""

from django.core.management.base import BaseCommand, CommandError

from core import secrets
from secure.services.rotation import keys_in_use, keys_rotate, rotation_call


class Command(BaseCommand):
    """Seals what is under older keys with the first one. Can be stopped and run again at any time;
    people go on working meanwhile. Ends with status 1 when something does not open."""

    help = "Seal all secrets anew with the first of ENCRYPTION_KEYS."

    def add_arguments(self, parser):
        """--status, --background."""
        parser.add_argument("--status", action="store_true", help="only say which keys are in use")
        parser.add_argument("--background", action="store_true", help="let a worker do it")

    def handle(self, *, status: bool, background: bool, **options):
        """Do it, and say which keys can go."""
        if background:
            rotation_call()
            self.stdout.write("A worker does it. See how far it is: rotate_keys --status")
            return
        if not status:
            rotation = keys_rotate(watch=self._progress)
            self.stdout.write(
                f"{rotation.done.total():,} rows sealed anew, "
                f"{rotation.unreadable.total():,} do not open."
            )
        left = self._report()
        if not status and rotation.unreadable.total():
            raise CommandError(
                "Some rows do not open: put the keys they need (see the list) back into "
                "ENCRYPTION_KEYS and run this again."
            )
        for key in secrets.keys()[1:]:
            if key.id not in left:
                self.stdout.write(f"Nothing needs the key {key.id}: it can be removed.")

    def _progress(self, table: str, done: int) -> None:
        self.stdout.write(f"{table}: {done:,}")

    def _report(self) -> set[str]:
        """Print which keys are in use; the ids of those that are not the first."""
        left = set()
        for table, counts in keys_in_use().items():
            for key, count in sorted(counts.items()):
                self.stdout.write(f"{table}: {count:,} under {key or 'no key, in plain text'}")
                left.add(key)
        return left - {secrets.current_key_id()}
