from django.apps import AppConfig


class ReservationsConfig(AppConfig):
    """Reservations (PostgreSQL schema ``reservations``)."""

    name = "reservations"
    schema = "reservations"
    verbose_name = "Reservations"

    def ready(self):
        """Have the refusal of nights that are taken name the stay in the way."""
        from core.services.refusals import described_by
        from reservations.selectors.standing import described

        described_by("reservation_stays_do_not_overlap", described)
