"""Whether the security trail is as it was sealed."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from secure.models import AuditSeal
from secure.services.merkle import Tree, chained
from secure.services.seals import Entry, entries, in_order, outside_read, seals_file, seals_in_order

LATE = timedelta(minutes=10)  # after which an entry that is not sealed is a fault


@dataclass
class Verdict:
    """What was found. ``faults`` are signs of tampering or of sealing that stands still; ``notes``
    are none. ``seconds`` is how long it took."""

    entries: int = 0
    seals: int = 0
    unsealed: int = 0
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def is_intact(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    @property
    def rate(self) -> int:
        """Entries a second."""
        return round(self.entries / self.seconds) if self.seconds else 0


def audit_verify(*, start: str = "") -> Verdict:
    """Go through the entries and their seals, from the seal that holds the entry numbered
    ``start`` ("": from the first), and compare with the file outside of the database."""
    verdict, begun = Verdict(), time.perf_counter()
    with transaction.atomic():
        seals = list(seals_in_order())
        _chain(seals, verdict)
        _outside(seals, verdict)
        before, seals = _from(seals, start)
        verdict.seals = len(seals)
        tail = _ranges(seals, entries(after=before.last_number if before else ""), verdict)
        _tail(tail, verdict)
    verdict.seconds = time.perf_counter() - begun
    return verdict


def _from(seals: list[AuditSeal], start: str) -> tuple[AuditSeal | None, list[AuditSeal]]:
    """The seal before, and those from the one that holds ``start``."""
    place = 0
    while start and place < len(seals) and in_order(seals[place].last_number) < in_order(start):
        place += 1
    return (seals[place - 1] if place else None), seals[place:]


def _chain(seals: list[AuditSeal], verdict: Verdict) -> None:
    """Each seal follows the one before, in root and in range."""
    before = None
    for seal in seals:
        if seal.previous_root != (before.root_hash if before else None):
            verdict.faults.append(f"{_name(seal)} does not follow the seal before it.")
        if before and in_order(seal.first_number) <= in_order(before.last_number):
            verdict.faults.append(f"{_name(seal)} overlaps the seal before it.")
        before = seal


def _outside(seals: list[AuditSeal], verdict: Verdict) -> None:
    """The file has every seal as the table has it; only the newest may not be there yet."""
    lines = outside_read()
    by_id = {str(seal.pk): seal for seal in seals}
    written = set()
    for line in lines:
        seal = by_id.get(line["id"])
        written.add(line["id"])
        span = f"The seal of {line['first']} to {line['last']}"
        if seal is None:
            verdict.faults.append(f"{span} is in the file, but gone from the database.")
        elif (seal.root_hash, seal.previous_root) != (line["root"], line["previous"]):
            verdict.faults.append(f"{span} is not the one that was written to the file.")
    missing = [seal for seal in seals if str(seal.pk) not in written]
    newest = lines[-1]["last"] if lines else ""
    for seal in missing:
        if lines and in_order(seal.last_number) > in_order(newest):
            verdict.notes.append(f"{_name(seal)} is not written to the file yet.")
        elif lines:
            verdict.faults.append(f"{_name(seal)} is missing from the file.")
    if seals and not lines:
        verdict.faults.append(f"There is no file of seals at {seals_file()}.")


def _ranges(
    seals: list[AuditSeal], found: Iterator[Entry], verdict: Verdict
) -> list[tuple[str, datetime]]:
    """Compare each range; gives the entries behind the last seal."""
    tail: list[tuple[str, datetime]] = []
    entry = next(found, None)
    for seal in seals:
        tree, first, last = Tree(), "", ""
        while entry is not None and in_order(entry.number) <= in_order(seal.last_number):
            tree.add(entry.digest)
            first, last = first or entry.number, entry.number
            verdict.entries += 1
            entry = next(found, None)
        if tree.count != seal.entry_count:
            change = "missing from" if tree.count < seal.entry_count else "added to"
            number = abs(tree.count - seal.entry_count)
            verdict.faults.append(f"{number} entries are {change} {_name(seal)}.")
        elif chained(seal.previous_root, tree, first, last) != seal.root_hash:
            verdict.faults.append(f"An entry of {_name(seal)} was altered, or moved.")
    while entry is not None:
        verdict.entries += 1
        tail.append((entry.number, entry.at))
        entry = next(found, None)
    return tail


def _tail(tail: list[tuple[str, datetime]], verdict: Verdict) -> None:
    verdict.unsealed = len(tail)
    if tail and min(at for _, at in tail) < timezone.now() - LATE:
        verdict.faults.append(
            f"{len(tail)} entries from {tail[0][0]} on were not sealed in time: no worker seals."
        )


def _name(seal: AuditSeal) -> str:
    return f"the seal of {seal.first_number} to {seal.last_number}"
