"""Jobs of the secure schema."""

from procrastinate.contrib.django import app

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
