"""Pulls that are kept, read again: to see what would come of them, or to apply them."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from property_listings.models import CalendarPull
from property_listings.services.feeds.pulling import Fetched, body_of, pull_apply
from property_listings.services.feeds.report import sentence


def pull_replay(
    *, pull: CalendarPull, actor, at: datetime, source: str = "console"
) -> CalendarPull:
    """Apply the body of a pull as if it had come at ``at``; returns the new pull.

    Raises ``ValidationError`` where the body is not kept any more.
    """
    body = body_of(pull)
    if body is None:
        raise ValidationError("Its body is not kept any more.")
    done, _ = pull_apply(
        feed=pull.feed, fetched=Fetched(body=body), at=at, actor=actor, source=source
    )
    return done


def pull_try(*, pull: CalendarPull, actor, at: datetime, source: str = "console") -> str:
    """What applying it at ``at`` would do, in a few words. Nothing is written."""
    with transaction.atomic():
        done = pull_replay(pull=pull, actor=actor, at=at, source=source)
        transaction.set_rollback(True)
    return done.error or sentence(done.report)
