"""Changes that people made after the rows were entered, for the history to tell of."""

from decimal import Decimal

from config.demo.world import World
from core.services import record_transition, records_update, writing
from portal.models import User
from property.models import Property
from reservations.models import Reservation
from service.models import Ticket
from team.models import Team


def change(world: World) -> None:
    """A dozen changes by the manager, the maintenance lead and the system itself."""
    by_role = {u.email: u for u in User._base_manager.filter(email__endswith="@example.com")}
    manager, lead = by_role["manager@example.com"], by_role["lead@example.com"]
    homes = [home.id for home in world.homes]
    with writing(None, "demo"):
        for code, team in world.codes["team"].items():
            leader = next((m for m in world.members if m.team == code), None)
            if leader:
                Team._base_manager.filter(pk=team).update(manager_id=leader.id)
    records_update(
        queryset=Property._base_manager.filter(pk__in=homes[:6]),
        values={"check_in_time": "15:00", "guest_notes": "New keypad on the front door."},
        actor=manager,
    )
    with writing(manager, "console"):
        stays = Reservation._base_manager.filter(
            property_id__in=homes, status="confirmed", reservation_type="guest"
        ).order_by("check_in_date", "id")
        for stay in stays[:4]:
            stay.internal_notes = "Called: arrives with grandparents, needs the ground floor."
            stay.save(update_fields=["internal_notes"])
        home = Property._base_manager.get(pk=homes[0])
        home.base_cleaning_fee += Decimal(15)
        home.save(update_fields=["base_cleaning_fee"])
    fresh = Ticket._base_manager.filter(
        status="OPEN", property_id__in=homes, current_team__team_code="MAINTENANCE"
    ).order_by("-created_at", "id")
    for ticket in fresh[:2]:
        record_transition(instance=ticket, field="status", to="IN_PROGRESS", actor=lead)
