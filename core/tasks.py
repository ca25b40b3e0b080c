"""Jobs that belong to no schema of the company."""

from procrastinate.contrib.django import app

from core.throttling import sweep


@app.periodic(cron="*/10 * * * *")
@app.task(name="core.sweep_counters", queueing_lock="core.sweep_counters")
def sweep_counters(timestamp: int) -> None:
    """Forget the counters of tries whose time is over."""
    sweep()
