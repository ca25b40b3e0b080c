"""Jobs of the property_listings schema."""

from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from property_listings.services.feeds.feeds import JOB, feed_pull, feeds_call
from property_listings.services.feeds.forgetting import closures_forget, pulls_forget


@app.periodic(cron="* * * * *")
@app.task(name="property_listings.feeds_call", queueing_lock="property_listings.feeds_call")
def call_feeds(timestamp: int) -> None:
    """Give every calendar feed that is due a job of its own."""
    feeds_call(now=timezone.now())


@app.task(name=JOB, queue="feeds")
def pull_feed(feed_id: str) -> None:
    """Look at one calendar feed."""
    feed_pull(feed_id=UUID(feed_id))


@app.periodic(cron="47 3 * * *")
@app.task(name="property_listings.pulls_forget", queueing_lock="property_listings.pulls_forget")
def forget_pulls(timestamp: int) -> None:
    """Drop what is kept no longer of pulls, and of closures that are over."""
    now = timezone.now()
    pulls_forget(now=now)
    closures_forget(now=now)
