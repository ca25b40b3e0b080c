"""Jobs of the secure schema."""

from procrastinate.contrib.django import app

from secure.services.rotation import JOB as ROTATION_JOB, SHIFT, keys_rotate, rotation_call
from secure.services.seals import JOB as SEAL_JOB, audit_seal


@app.task(name=SEAL_JOB)
def seal() -> None:
    """Seal what was written into the security trail."""
    audit_seal()


@app.periodic(cron="* * * * *")
@app.task(name="secure.seal_all", queueing_lock="secure.seal_all", lock=SEAL_JOB)
def seal_all(timestamp: int) -> None:
    """Seal what nobody called for, and write to the file what a killed worker did not."""
    audit_seal()


@app.task(name=ROTATION_JOB)
def rotate() -> None:
    """Seal with the first key what is under older ones; hands over to itself after a while."""
    if not keys_rotate(seconds=SHIFT).is_over:
        rotation_call()


@app.periodic(cron="41 3 * * *")
@app.task(name="secure.rotate_rest", queueing_lock="secure.rotate_rest", lock=ROTATION_JOB)
def rotate_rest(timestamp: int) -> None:
    """Take up what a killed worker left, and what was written past the services."""
    rotate()
