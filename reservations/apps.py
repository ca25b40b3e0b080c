from django.apps import AppConfig


class ReservationsConfig(AppConfig):
    """Reservations (PostgreSQL schema ``reservations``)."""

    name = "reservations"
    schema = "reservations"
    verbose_name = "Reservations"
