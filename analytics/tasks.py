"""Jobs of the analytics schema."""

from procrastinate.contrib.django import app

from analytics.services import views_refresh


@app.periodic(cron="*/15 * * * *")
@app.task(name="analytics.refresh", queueing_lock="analytics.refresh")
def refresh(timestamp: int) -> None:
    """Keep the figures at most a quarter of an hour old."""
    views_refresh()
