"""What a pull did, event by event."""

from dataclasses import dataclass, field, fields
from datetime import date

MOST_TOLD = 500  # entries of one kind that a report keeps; the counts are whole


@dataclass
class Report:
    """What became of a pull: entries with the event's UID, nights and stay, by kind.

    ``missing`` are stays absent for the first time, which wait for a second good pull;
    ``returned`` are those that were only missing. ``held_back`` says what a suspicious pull would
    have done. ``closures`` are events that close nights and are no stays. ``refused`` are events
    that cannot be read and stays that clash with others; ``ignored`` are our own events come back,
    and doubles.
    """

    made: list[dict] = field(default_factory=list)
    moved: list[dict] = field(default_factory=list)
    cancelled: list[dict] = field(default_factory=list)
    restored: list[dict] = field(default_factory=list)
    missing: list[dict] = field(default_factory=list)
    returned: list[dict] = field(default_factory=list)
    completed: list[dict] = field(default_factory=list)
    vanished: list[dict] = field(default_factory=list)
    held_back: list[dict] = field(default_factory=list)
    refused: list[dict] = field(default_factory=list)
    closures: list[dict] = field(default_factory=list)
    ignored: list[dict] = field(default_factory=list)
    holds: int = 0  # that were written for closed nights
    events: int = 0  # in the calendar

    @property
    def has_changes(self) -> bool:
        """Whether anything became of it that was not so before."""
        quiet = {"refused", "ignored", "holds", "events"}
        return bool(self.holds) or any(
            getattr(self, one.name) for one in fields(self) if one.name not in quiet
        )

    def as_json(self) -> dict:
        """The same for a column: counts, and the entries of what there is."""
        told: dict = {"events": self.events, "holds": self.holds, "counts": {}}
        for one in fields(self):
            entries = getattr(self, one.name)
            if isinstance(entries, list):
                told["counts"][one.name] = len(entries)
                told[one.name] = entries[:MOST_TOLD]
        return told


def entry(uid: str, first: date, end: date, **further) -> dict:
    """One line of a report; what is None or empty is left out."""
    told = {"uid": uid, "nights": [first.isoformat(), end.isoformat()], **further}
    return {name: value for name, value in told.items() if value not in (None, "")}


def sentence(report: dict | None) -> str:
    """A report in a few words: "2 made, 1 cancelled"; "nothing new"."""
    counts = (report or {}).get("counts", {})
    words = [
        f"{count} {name.replace('_', ' ')}"
        for name, count in counts.items()
        if count and name not in ("ignored",)
    ]
    return ", ".join(words) or "nothing new"
