"""`manage.py refresh_analytics`: the figures as of now."""

from django.core.management.base import BaseCommand, CommandError

from analytics.services import views_refresh
from analytics.sql import VIEWS


class Command(BaseCommand):
    """Refresh the materialized views beside their readers."""

    help = "Refresh the materialized views beside their readers."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="view", help=", ".join(VIEWS))

    def handle(self, *, names, verbosity, **options):
        try:
            views = views_refresh(names=names or None)
        except ValueError as error:
            raise CommandError(str(error)) from error
        for view in views:
            if verbosity:
                told = "being refreshed elsewhere" if view.was_skipped else f"{view.seconds:.2f} s"
                self.stdout.write(f"{view.name}: {told}")
