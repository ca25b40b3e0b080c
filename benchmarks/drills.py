"""Drills: an import is killed while it is applied, and must come out wholly or not at all.

`python -m benchmarks drills [--times 50] [--rows 100000] [--disk]`. A real worker applies a sheet
of properties on a durable server and is killed (-9) at a random moment of it; then PostgreSQL's
postmaster is. After each kill the batch must be wholly applied or wholly not, and say which. One
that is not is run on: killed again, or at last, to its end.
"""

import argparse
import os
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.drill_ground import MARK, Ground, State
from config.embedded import data_folder

KILLS_IN_A_ROW = 5  # then the batch is let run to its end
LEFT_OUT = {"area", "primary_team", "property_manager"}  # whose rows are not made here


@dataclass
class Tally:
    """What became of one kind of kill."""

    what: str
    outcomes: Counter[str] = field(default_factory=Counter)
    phases: Counter[tuple[str, str]] = field(default_factory=Counter)
    run_on: int = 0
    restarts: list[float] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        parts = [f"{self.outcomes[name]} {name}" for name in ("whole", "none", "half")]
        lines = [
            f"{self.what}: {sum(self.outcomes.values())} times in {self.seconds:,.0f} s: "
            f"{', '.join(parts)}; what was not applied was run on: killed again, or (after "
            f"{KILLS_IN_A_ROW} kills in a row) let run to its end, {self.run_on} times"
        ]
        if self.restarts:
            quick, slow = min(self.restarts), max(self.restarts)
            lines.append(f"  PostgreSQL was back after {quick:.1f} to {slow:.1f} s")
        for phase in dict.fromkeys(phase for phase, _ in self.phases):
            counts = [
                f"{self.phases[phase, name]} {name}"
                for name in ("whole", "none", "half")
                if self.phases[phase, name]
            ]
            lines.append(f"  while “{phase}”: {', '.join(counts)}")
        return "\n".join(lines)


class Drill:
    """The rounds; ``rows`` is how many properties the sheet has."""

    def __init__(self, ground: Ground, rows: int) -> None:
        self.ground, self.rows = ground, rows
        self.length = 0.0  # seconds of an apply that nobody disturbs

    def prepare(self) -> None:
        """A batch that is read and checked, ready to be applied; every round begins there."""
        self.ground.begin()
        import django

        django.setup()
        from django.core.files import File

        from benchmarks.import_sheet import HEADINGS, RESORTS, write
        from core.imports.registry import resource_named
        from staging.services import batch_run, batch_upload

        with self.ground.connect() as connection:
            connection.execute(
                "INSERT INTO property.resorts (resort_name, resort_code)"
                " SELECT 'Resort ' || n, 'R' || n FROM generate_series(1, %s) AS n",
                [RESORTS],
            )
        resource = resource_named("properties")
        known = {c.target: n for n, c in resource.columns().items() if c.part == resource.main()}
        columns = {h: known[h] for h in HEADINGS if h in known and h not in LEFT_OUT}
        path = write(data_folder() / "drill.csv", self.rows, mark=MARK)
        with path.open("rb") as file:
            batch = batch_upload(
                resource="properties",
                file=File(file, name=path.name),
                file_name=path.name,
                actor=None,
                options={"columns": columns},
                calls_worker=False,
            )
        batch = batch_run(batch_id=batch.pk)
        path.unlink()
        if batch.status != "ready" or batch.counts["new"] != self.rows:
            raise AssertionError(f"{batch.status}, {batch.counts}, {batch.message}")
        self.ground.remember()
        self.length = self.undisturbed()
        print(
            f"{self.rows:,} rows of {len(columns)} columns; applied in {self.length:.1f} s when "
            f"nobody disturbs, on {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
            flush=True,
        )

    def ask(self) -> None:
        """A person presses the button."""
        from staging.models import ImportBatch
        from staging.services import batch_apply

        batch_apply(batch=ImportBatch._base_manager.get(), actor=None)
        self.ground.disconnect()

    def resume(self) -> None:
        """What a worker does every minute: take up what was left behind."""
        from staging.tasks import resume

        resume(timestamp=int(time.time()))
        self.ground.disconnect()

    def undisturbed(self) -> float:
        """Seconds of an apply from the beginning, by a worker that is up."""
        self.ground.reset()
        self.ground.start_worker()
        self.ask()
        self.ground.await_work(True)
        self.ground.start_worker()  # as in the rounds: it takes some of the machine to boot
        seconds = self.to_the_end()
        self.ground.kill_worker()
        return seconds

    def to_the_end(self) -> float:
        """Let the worker finish; raises ``AssertionError`` unless all of it is applied."""
        self.ground.await_work(True)
        start = time.perf_counter()
        self.ground.await_work(False)
        seconds = time.perf_counter() - start
        state = self.ground.state()
        if state.outcome(self.rows) != "whole":
            raise AssertionError(f"It was run on and is not applied: {state}")
        return seconds

    def rounds(self, what: str, times: int, kill) -> Tally:
        """Kill ``times`` times; a batch that is not applied is run on by the next round."""
        tally, start, in_a_row = Tally(what), time.perf_counter(), 0
        self.ground.reset()
        self.ask()
        for number in range(1, times + 1):
            if not self.ground.workers:
                self.ground.start_worker()
            self.ground.await_work(True)
            if kill == self.kill_worker:
                self.ground.start_worker()  # boots meanwhile, and takes over
            moment = random.uniform(0, 1.05 * self.length)
            begun = time.perf_counter()
            self.wait(moment)
            moment = time.perf_counter() - begun
            phase = self.ground.phase()
            kill(tally)
            if not self.ground.workers:
                self.ground.start_worker()  # boots while we look
            self.ground.await_work(False)
            state = self.ground.state()
            outcome = state.outcome(self.rows)
            tally.outcomes[outcome] += 1
            tally.phases[phase, outcome] += 1
            self.tell(what, number, moment, phase, outcome, state)
            in_a_row += 1
            if outcome == "none":
                self.resume()
                if in_a_row >= KILLS_IN_A_ROW or number == times:
                    self.to_the_end()
                    tally.run_on += 1
                    outcome = "whole"
            if outcome != "none":
                in_a_row = 0
                self.ground.reset()
                if number < times:
                    self.ask()
        while self.ground.workers:
            self.ground.kill_worker()
        tally.seconds = time.perf_counter() - start
        return tally

    def wait(self, moment: float) -> None:
        """Until the moment, or a little after the work is done."""
        deadline = time.perf_counter() + moment
        with self.ground.connect() as connection:
            while (left := deadline - time.perf_counter()) > 0:
                if left > 0.1 and not self.ground.at_work(connection):
                    return
                time.sleep(min(left, 0.05))

    @staticmethod
    def tell(what: str, number: int, moment: float, phase: str, outcome: str, state: State) -> None:
        """One line for each round, on the side."""
        more = f" {state}" if outcome == "half" else ""
        print(
            f"{what} {number}: after {moment:.2f} s, “{phase}”: {outcome}{more}",
            file=sys.stderr,
            flush=True,
        )

    def kill_worker(self, tally: Tally) -> None:
        """kill -9 of the worker."""
        self.ground.kill_worker()

    def kill_server(self, tally: Tally) -> None:
        """kill -9 of PostgreSQL's postmaster; the server is started again, and a new worker."""
        self.ground.kill_server()
        tally.restarts.append(self.ground.restart_server())
        self.ground.kill_worker()

    def fill_disk(self) -> str:
        """Leave the database no room during an apply, then make room and run on; what came of it."""
        while self.ground.workers:
            self.ground.kill_worker()
        self.ground.reset()
        self.ground.squeeze()
        if problem := self.ground.move_to_small_disk(4 * self.size() + 64):
            return f"disk: left out, for a small one cannot be made here: {problem}"
        ballast = self.ground.disk / "ballast"
        self.ground.start_worker()
        self.ask()
        self.ground.await_work(True)
        self.wait(0.3 * self.length)
        phase = self.ground.phase()
        fill(ballast)
        self.ground.await_work(False)
        state = self.ground.state()
        ballast.unlink()
        after = f"{state.outcome(self.rows)}, task {state.task}, says “{state.message}”"
        if state.outcome(self.rows) != "none":
            raise AssertionError(f"The disk was full, and it is {after}")
        if state.task is None:
            self.ask()
        else:
            self.resume()
        self.to_the_end()
        return f"disk filled while “{phase}”: {after}; with room again it was run on to its end"

    def size(self) -> int:
        """MB of the database."""
        with self.ground.connect() as connection:
            found = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return found[0] // 1_000_000 if found else 0


def fill(ballast: Path) -> None:
    """Take all room that there is on the disk of ``ballast``."""
    chunk = bytes(1_000_000)
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                if file.write(chunk) < len(chunk):
                    return
            except OSError:
                return


def main(arguments: list[str]) -> None:
    """Prepare, kill, and print what came of it; exit status 1 if anything was half done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks drills", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=50, help="of each kind of kill")
    parser.add_argument("--disk", action="store_true", help="fill the disk, too (needs root)")
    parser.add_argument("--seed", type=int, default=None, help="of the moments")
    asked = parser.parse_args(arguments)
    seed = asked.seed if asked.seed is not None else random.randrange(10**6)
    random.seed(seed)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.local"
    ground = Ground()
    drill = Drill(ground, asked.rows)
    halves = 0
    try:
        drill.prepare()
        print(f"moments drawn with --seed {seed}", flush=True)
        for what, kill in (("worker", drill.kill_worker), ("PostgreSQL", drill.kill_server)):
            if asked.times:
                tally = drill.rounds(f"kill -9 of the {what}", asked.times, kill)
                print(tally, flush=True)
                halves += tally.outcomes["half"]
        if asked.disk:
            print(drill.fill_disk(), flush=True)
    finally:
        ground.discard()
    if halves:
        sys.exit(f"{halves} were half done")
