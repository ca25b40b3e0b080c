"""From an empty database to every table, with its indexes and triggers."""

from collections.abc import Iterator

from benchmarks.measure import Line


def lines(scratch) -> Iterator[Line]:
    """The whole command, Python's start included; nothing to hold it against."""
    name = f"{scratch.name}_migrate"
    try:
        seconds = scratch.create(name)
    finally:
        scratch.drop(name)
    yield Line("manage.py migrate, from zero", seconds * 1000, note="for information")
