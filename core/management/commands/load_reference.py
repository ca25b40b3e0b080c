"""`manage.py load_reference`: codes, roles, permissions, teams and places every company needs."""

from django.core.management.base import BaseCommand, CommandError

from core.services.reference import BadReference, Loaded, reference_load


class Command(BaseCommand):
    """Load the reference rows, or bring them up to date. What staff changed stays."""

    help = "Load the reference rows, or bring them up to date. What staff changed stays."
    requires_system_checks = []

    def handle(self, *, verbosity, **options):
        try:
            counts = reference_load()
        except BadReference as error:
            raise CommandError(str(error)) from error
        total = Loaded()
        for table, count in counts.items():
            for name, number in vars(count).items():
                setattr(total, name, getattr(total, name) + number)
            if verbosity > 1:
                self.stdout.write(f"{table}: {self._told(count)}")
        if verbosity:
            self.stdout.write(f"Reference rows in {len(counts)} tables: {self._told(total)}")

    def _told(self, count):
        return (
            f"{count.new} new, {count.updated} updated, "
            f"{count.kept} kept as staff left them, {count.unchanged} unchanged"
        )
