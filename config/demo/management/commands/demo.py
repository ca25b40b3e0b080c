"""`manage.py demo`: the demo company, once."""

import time

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from config.demo import plans
from config.demo.build import build, is_there
from config.demo.logins import demo_logins
from secure.services.seals import audit_seal


class Command(BaseCommand):
    """Make the demo company: 60 homes, two years of stays, and all that belongs to them."""

    help = "Make the demo company, once. The same seed on the same day gives the same rows."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--scale", type=int, default=1, help="so many branches of 60 homes")
        parser.add_argument("--seed", type=int, default=1, help="another seed, another company")
        parser.add_argument(
            "--lean", action="store_true", help="further branches with little but stays and tickets"
        )
        parser.add_argument("--properties", type=int, default=60, help="homes of a branch")

    def handle(self, *, scale, seed, properties, lean, verbosity, **options):
        if is_there():
            if verbosity:
                self.stdout.write("The demo company is already there; nothing was changed.")
            return
        began = time.monotonic()
        with transaction.atomic():
            written = build(seed=seed, scale=scale, properties=properties, lean=lean)
            plans.settle(timezone.localdate())
        audit_seal()
        if not verbosity:
            return
        total, seconds = sum(written.values()), time.monotonic() - began
        self.stdout.write(
            f"Halekai Maui: {total:,} rows in {len(written)} tables, {seconds:.1f} s; "
            f"{written['reservations.Reservation']:,} stays, {written['service.Ticket']:,} tickets"
        )
        for role, email, password in demo_logins():
            self.stdout.write(f"  {role:20} {email:26} password {password}")
