"""Jobs of the reservations schema."""

from procrastinate.contrib.django import app

from core.clock import now
from reservations.services.upkeep import calendars_catch_up, holds_expire


@app.periodic(cron="* * * * *")
@app.task(name="reservations.expire_holds", queueing_lock="reservations.expire_holds")
def expire_holds(timestamp: int) -> None:
    """Give back the nights of holds whose time is over."""
    holds_expire(at=now())


@app.periodic(cron="* * * * *")
@app.task(name="reservations.follow_stays", queueing_lock="reservations.follow_stays")
def follow_stays(timestamp: int) -> None:
    """Plan what follows stays that came by import or plain SQL."""
    calendars_catch_up()
