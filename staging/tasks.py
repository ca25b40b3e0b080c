"""Jobs of the staging schema."""

from contextlib import suppress

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from staging.selectors.batches import left_behind
from staging.services.batches import batch_run


@app.task(name="staging.run", queue="imports")
def run(batch_id: str) -> None:
    """Do what is asked of a batch, as the person who asked."""
    batch_run(batch_id=batch_id)


def call(batch_id: str) -> None:
    """Let a worker know of a batch; once is enough."""
    with suppress(AlreadyEnqueued):
        run.configure(queueing_lock=f"import {batch_id}").defer(batch_id=batch_id)


@app.periodic(cron="* * * * *")
@app.task(name="staging.resume", queueing_lock="staging.resume")
def resume(timestamp: int) -> None:
    """Take up what workers left when they were killed."""
    for batch_id in left_behind():
        call(batch_id)
