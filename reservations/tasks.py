"""Jobs of the reservations schema."""

from procrastinate.contrib.django import app

from core.clock import now
from reservations.services.journeys import drafts_renew, journeys_advance
from reservations.services.reviews import reviews_catch_up
from reservations.services.touchpoint_tickets import overdue_tickets_open
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


@app.periodic(cron="*/5 * * * *")
@app.task(name="reservations.advance_journeys", queueing_lock="reservations.advance_journeys")
def advance_journeys(timestamp: int) -> None:
    """Move guest journeys on by the clock; required messages that are overdue become tickets."""
    journeys_advance(now=now())
    overdue_tickets_open(now=now())


@app.periodic(cron="7 * * * *")
@app.task(name="reservations.renew_drafts", queueing_lock="reservations.renew_drafts")
def renew_drafts(timestamp: int) -> None:
    """Write the messages of the next day anew: facts and templates may have changed."""
    drafts_renew(now=now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="reservations.reviews_catch_up", queueing_lock="reservations.reviews_catch_up")
def link_reviews(timestamp: int) -> None:
    """Link reviews that an import wrote, and raise the tickets of low scores."""
    reviews_catch_up(at=now())
