"""A CSV of properties, 25 columns of which 4 name other rows, from the file to the commit."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import tablib

from benchmarks.import_sheet import (
    HEADINGS,
    MAKE,
    MARK,
    UNMAKE,
    DefaultResource,
    resolved,
    row,
    table_columns,
    write,
)
from benchmarks.measure import Line, timed
from config.embedded import REPO

TABLE, BARE = "property.properties", "property.bench_bare"
FEW, MANY = 10_000, 100_000
DEFAULT_ROWS = 500  # that import-export is given; its time for all of them is scaled up
GOALS = {FEW: 5, MANY: 10}
MOST_MB = 150


def lines(scratch) -> Iterator[Line]:
    """Ours against COPY of the same rows with their keys, and against import-export's default."""
    raw = scratch.connect()
    for statement in (f"DROP TABLE IF EXISTS {BARE}", *UNMAKE, *MAKE):
        raw.execute(statement)
    raw.execute(f"CREATE TABLE {BARE} (LIKE {TABLE} INCLUDING DEFAULTS)")
    raw.execute(f"ALTER TABLE {BARE} ALTER search_text DROP NOT NULL")
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield from Bench(raw, Path(folder), is_profiled=scratch.is_profiled).lines()
    finally:
        clean(raw)
        raw.execute("SET session_replication_role = replica")
        for statement in (f"DROP TABLE {BARE}", *UNMAKE):
            raw.execute(statement)
        raw.close()


def clean(raw) -> None:
    """Nothing was imported yet."""
    raw.execute("SET session_replication_role = replica")
    raw.execute(f"DELETE FROM {TABLE} WHERE property_code LIKE '{MARK}%'")
    raw.execute(f"TRUNCATE staging.properties, staging.import_batches, core.row_changes, {BARE}")
    raw.execute("SET session_replication_role = origin")
    raw.execute(f"VACUUM ANALYZE {TABLE}")


class Bench:
    """The measuring of one run; ``raw`` is a connection of psycopg's own."""

    def __init__(self, raw, folder: Path, *, is_profiled: bool) -> None:
        self.raw, self.folder, self.is_profiled = raw, folder, is_profiled

    def lines(self) -> Iterator[Line]:
        """The few rows in turns with their floor, then the many."""
        runs: dict[str, list[dict]] = {"new": [], "changed": [], "unchanged": []}
        default: dict[str, float] = {}
        floor, bare = self.floors(FEW)
        for _ in range(3):
            again = self.floors(FEW)
            floor, bare = min(floor, again[0]), min(bare, again[1])
            clean(self.raw)
            for verdict, edition in (("new", 0), ("changed", 1), ("unchanged", 1)):
                runs[verdict].append(self.ours(FEW, edition, verdict))
            for verdict in ("new", "changed"):
                taken = self.default(DEFAULT_ROWS, is_changing=verdict == "changed")
                default[verdict] = min(default.get(verdict, taken), taken)
        quickest = {v: min(found, key=lambda r: r["seconds"]) for v, found in runs.items()}
        for verdict, found in quickest.items():
            yield self.line(FEW, verdict, found, floor, GOALS[FEW])
        yield self.line(FEW, "new", quickest["new"], bare, None, of="a bare table")

        for verdict, taken in default.items():
            yield Line(
                f"import-export's default, {FEW:,} {verdict} (from {DEFAULT_ROWS}; floor: ours)",
                taken * FEW / DEFAULT_ROWS,
                quickest[verdict]["seconds"] * 1000,
                least=100,
            )

        floor, bare = self.floors(MANY)
        clean(self.raw)
        many = self.ours(MANY, 0, "new")
        again = self.floors(MANY)
        floor, bare = min(floor, again[0]), min(bare, again[1])
        yield self.line(MANY, "new", many, floor, GOALS[MANY])
        yield self.line(MANY, "new", many, bare, None, of="a bare table")
        yield Line(
            f"import-export's default, {MANY:,} new (from {DEFAULT_ROWS}; floor: ours)",
            default["new"] * MANY / DEFAULT_ROWS,
            many["seconds"] * 1000,
            least=100,
        )
        for rows, found in ((FEW, quickest["new"]), (MANY, many)):
            yield Line(
                f"memory above {found['base_mb']:.0f} MB, {rows:,} rows",
                found["above_mb"],
                unit="MB",
                goal_ms=MOST_MB,
            )
            yield Line(f"memory of the reader, {rows:,} rows", found["reader_mb"], unit="MB")
        if self.is_profiled:
            for what, found in ({f"{FEW:,} {v}": r for v, r in quickest.items()}).items():
                profile(what, found)
            profile(f"{MANY:,} new", many)

    def line(self, rows, verdict, found, floor, goal, of="the table itself") -> Line:
        """Ours against a COPY of as many rows."""
        return Line(
            f"{rows:,} {verdict} rows (floor: COPY to {of})", found["seconds"] * 1000, floor, goal
        )

    def floors(self, rows: int) -> tuple[float, float]:
        """Milliseconds of COPY to the table, and to one without indexes, keys and triggers."""
        data, columns = resolved(rows), ", ".join(table_columns())
        clean(self.raw)

        def copy(table: str) -> float:
            def work():
                with (
                    self.raw.transaction(),  # whose end checks the foreign keys
                    self.raw.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as target,
                ):
                    target.write(data)

            return timed(work)

        return copy(TABLE), copy(BARE)

    def ours(self, rows: int, edition: int, verdict: str) -> dict:
        """Import the sheet in a process of its own; every row must come out as ``verdict``."""
        path = self.folder / f"{rows}-{edition}.csv"
        if not path.exists():
            write(path, rows, edition)
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.import_run", path],
            cwd=REPO,
            check=True,
            stdout=subprocess.PIPE,
        )
        found = json.loads(done.stdout.splitlines()[-1])
        if found["status"] != "applied" or found["counts"].get(verdict) != rows:
            raise AssertionError(f"{path.name} did not come in as {verdict}: {found}")
        return found

    def default(self, rows: int, *, is_changing: bool) -> float:
        """Milliseconds that import-export takes for the first rows of the same sheet."""
        if not is_changing:
            clean(self.raw)
        edition = 1 if is_changing else 0
        data = tablib.Dataset(
            *([str(cell) for cell in row(n, edition)] for n in range(1, rows + 1)),
            headers=HEADINGS,
        )

        def work():
            result = DefaultResource().import_data(data, dry_run=False, raise_errors=True)
            if result.totals["update" if is_changing else "new"] != rows:
                raise AssertionError(f"import-export did otherwise: {result.totals}")

        return timed(work)


def profile(what: str, found: dict) -> None:
    """Where the seconds of an import went."""
    print(f"{what}: {found['seconds']:.2f} s, of which in each phase")
    for name, seconds in found["phases"].items():
        print(f"  {seconds:7.2f}  {name}")
    print("  and in statements (those of all phases; COPY and COMMIT are none)")
    for name, seconds in found["statements"].items():
        print(f"  {seconds:7.2f}  {name}")
    print(flush=True)
