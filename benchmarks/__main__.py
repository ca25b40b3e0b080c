"""Measure speed: `python -m benchmarks [part …] [--rows N]`; no part named is every part.

`python -m benchmarks drills` kills workers and servers instead, see there.
"""

import argparse
import importlib
import os
import sys
from datetime import UTC, datetime

from config.embedded import ServerError

PARTS = (
    "console",
    "api",
    "search",
    "scope",
    "access",
    "writes",
    "logins",
    "stays",
    "bookings",
    "imports",
    "migrate",
)


def main() -> None:
    """Seed a scratch database, run the chosen parts, print a table for each."""
    if sys.argv[1:2] == ["drills"]:
        from benchmarks import drills

        drills.main(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"out of: {', '.join(PARTS)}")
    parser.add_argument(
        "--rows", type=int, default=100_000, help="of stays, tickets, contacts each"
    )
    parser.add_argument("--keep", action="store_true", help="keep the rows for the next run")
    parser.add_argument("--profile", action="store_true", help="where imports spend their time")
    parser.add_argument(
        "--attempts", type=int, default=100_000, help="of bookings, for each set of properties"
    )
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    if asked.rows < 10_000:
        parser.error("fewer than 10,000 rows tell nothing")

    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.local"
    from benchmarks.scratch import Scratch

    with Scratch(asked.rows, keep=asked.keep, is_profiled=asked.profile) as scratch:
        scratch.attempts = asked.attempts
        print(
            f"{datetime.now(UTC).date()}, {os.cpu_count()} cores, PostgreSQL {scratch.version}, "
            f"{asked.rows:,} stays, tickets and contacts; best of several runs each\n",
            flush=True,
        )
        from benchmarks.measure import table

        for name in asked.parts or PARTS:
            part = importlib.import_module(f"benchmarks.{name}")
            print(table(f"{name}: {part.__doc__.strip()}", part.lines(scratch)), flush=True)


if __name__ == "__main__":
    try:
        main()
    except ServerError as problem:
        sys.exit(str(problem))
