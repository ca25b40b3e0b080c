"""UIDs of what we send out: known again when a channel hands them back."""

import re
from uuid import UUID

OWN = re.compile(r"stay-(?P<key>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})@halekeeper\b")


def uid_of(key: UUID) -> str:
    """The UID of a stay: the same for ever, and it says nothing about the stay."""
    return f"stay-{key}@halekeeper"


def is_own(uid: str) -> bool:
    """Whether an event of somebody else's calendar is one of ours, also with more around it."""
    return OWN.search(uid.casefold()) is not None
