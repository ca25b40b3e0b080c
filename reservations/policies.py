"""Who sees what of the reservations schema."""

from core.permissions.policies import policy
from reservations.models import (
    GuestJourney,
    LegacyDamageClaim,
    PropertyCalendar,
    Quote,
    QuoteLine,
    Reservation,
    ReservationFee,
    ReservationFinancials,
    Review,
    StayChange,
    StayGuest,
    Touchpoint,
)

# Journeys
policy(
    GuestJourney,
    "journeys",
    own=["reservation__guest__user", "assigned_member__user"],
    team=["assigned_member__team", "reservation__property__primary_team"],
)
policy(Touchpoint, "journeys", own=["team_member__user"], parent="journey", inherit="staff")
policy(
    Review,
    "reviews",
    own=["guest__user", "property__ownerships__homeowner__user", "responded_by__user"],
    team=["property__primary_team", "responded_by__team"],
    visible_if={"homeowner": {"is_published": True}},
)

# Reservations
policy(
    Reservation,
    "reservations",
    own=["guest__user", "property__ownerships__homeowner__user", "assigned_member__user"],
    team=["property__primary_team", "assigned_member__team"],
)
policy(StayChange, "reservations", parent="reservation", inherit="staff")
policy(ReservationFee, "fees", parent="reservation")
policy(StayGuest, "guests", parent="reservation")
policy(ReservationFinancials, "transactions", parent="reservation", inherit="staff")
policy(
    LegacyDamageClaim,
    "damage_claims",
    own=["property__ownerships__homeowner__user"],
    team=["property__primary_team"],
)

# Calendars
policy(PropertyCalendar, "reservations", parent="property", inherit="staff")

# Quotes
policy(Quote, "reservations", team=["property__primary_team"])
policy(QuoteLine, "reservations", parent="quote")
