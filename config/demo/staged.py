"""A spreadsheet load that waits for somebody to look at it."""

from datetime import timedelta

from config.demo.world import World
from staging.models import (
    StagedGuest,
    StagedHomeowner,
    StagedOwnership,
    StagedProperty,
    StagedReservation,
    StagedResort,
    StagedTeamMember,
)


def stage(world: World) -> None:
    """A few rows a table: some matched, one refused, one new."""
    with world.about("staging") as chance:
        when = world.now - timedelta(hours=3)
        states = [("matched", None), ("validated", None), ("rejected", ["No date of arrival"])]

        def row(model, number, **values):
            state, errors = states[number % 3]
            common = {
                "batch_id": f"LOAD-{world.today:%Y%m%d}-1", "source_system": "xlsx",
                "source_file": "spring-load.xlsx", "source_row": number + 2, "load_status": state,
                "error_messages": errors, "loaded_at": when,
                "row_hash": f"{chance.getrandbits(64):016x}",
            }  # fmt: skip
            world.add(model, when, **{**common, **values})

        for number in range(3):
            home = world.homes[number % len(world.homes)]
            resort = world.resorts[number]
            owner = world.owners[number % len(world.owners)]
            member = world.members[number]
            guest = world.shelf["guests"][number]
            matched = number == 0
            row(
                StagedProperty, number, property_name=home.name, property_short_name=home.code,
                property_type="Condo", bed=str(home.bedrooms), bath=str(home.bathrooms),
                city="Lahaina", state="HI", matched_property_id=home.id if matched else None,
            )  # fmt: skip
            row(
                StagedResort, number, resort_name=resort.name, resort_code=resort.code,
                city="Lahaina", state="HI", pool="Yes",
                matched_resort_id=resort.id if matched else None,
            )  # fmt: skip
            row(
                StagedGuest, number, first_name=guest.first, last_name=guest.last, email=guest.email,
                phone="808 555 0123", matched_guest_id=guest.id if matched else None,
            )  # fmt: skip
            row(
                StagedReservation, number, confirmation_code=f"HKX{number}", platform="Airbnb",
                arrive_date=f"{world.today:%m/%d/%Y}" if number != 2 else None, nights="5",
                depart_date=f"{world.today + timedelta(days=5):%m/%d/%Y}", gross_total="2,310.00",
            )  # fmt: skip
            row(
                StagedHomeowner, number, full_name=owner.name, email=owner.email, state="CA",
                matched_homeowner_id=owner.id if matched else None,
            )  # fmt: skip
            row(
                StagedOwnership, number, property_short_name=home.code, ownership_percentage="100",
                start_date="01/01/2024", ownership_type="primary",
            )  # fmt: skip
            row(
                StagedTeamMember, number, first_name=member.first,
                last_name=member.name.split()[-1], team_name=member.team, role=member.title,
                matched_member_id=member.id if matched else None,
            )  # fmt: skip
