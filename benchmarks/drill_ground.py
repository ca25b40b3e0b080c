"""What drills work on: a durable server and a database of their own, a worker, what became of it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

import psycopg
from psycopg import sql

from config.embedded import REPO, Server, data_folder

DRILL = "drill"
MARK = "DRILL-"
PATIENCE = 300.0  # seconds for anything that ought to happen

FOUND = f"""
SELECT b.status, b.task, b.message, b.phase,
    (SELECT count(*) FROM property.properties WHERE property_code LIKE '{MARK}%%') AS rows,
    (SELECT count(*) FROM staging.properties s WHERE s.batch_id = b.batch_id
        AND s.load_status = 'merged') AS merged,
    (SELECT count(*) FROM core.row_changes WHERE table_name = 'properties'
        AND schema_name = 'property' AND action = 'I') AS told
FROM staging.import_batches AS b
"""
HELD = """
SELECT EXISTS (
    SELECT FROM pg_locks AS l, staging.import_batches AS b
    WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
        AND ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('import ' || b.id, 0)
)
"""
# What an apply writes to, and what is kept of it at the beginning.
WRITTEN = ("property.properties", "core.row_changes", "public.procrastinate_jobs")
KEPT = ("staging.import_batches", "staging.properties")


@dataclass(frozen=True)
class State:
    """What a batch came to, in one look: rows of the table, staged rows, lines of the history."""

    status: str
    task: str | None
    message: str | None
    phase: str | None
    rows: int
    merged: int
    told: int

    def outcome(self, whole: int) -> str:
        """ "whole", "none" or, which must never be, "half"."""
        counts = {self.rows, self.merged, self.told}
        if counts == {whole} and self.status == "applied" and self.task is None:
            return "whole"
        if counts == {0} and self.status == "ready":
            return "none"
        return "half"


class Ground:
    """The server in a folder of its own, with a database that can be put back as it began."""

    def __init__(self) -> None:
        self.server = Server(data_folder() / "postgres-drill", durable=True)
        self.log = data_folder() / "drill-worker.log"
        self.workers: list[subprocess.Popen[bytes]] = []  # the first works, the next waits
        self.disk = data_folder() / "drill-disk"

    def begin(self) -> None:
        """A new server with a migrated, empty database."""
        self.discard()
        self.server.start()
        self._server_does("CREATE DATABASE {}", DRILL)
        os.environ["DATABASE_URL"] = self.server.url(DRILL)
        os.environ["IMPORTS_ROOT"] = str(data_folder() / "drill-imports")
        for command in (("migrate", "--skip-checks"), ("load_reference",)):
            self.manage(*command, "--verbosity", "0")

    def discard(self) -> None:
        """No server, no data, no small disk; also what a run that was broken off has left."""
        while self.workers:
            self.kill_worker()
        self.server.stop()
        shutil.rmtree(self.server.data, ignore_errors=True)
        if self.disk.is_mount():
            subprocess.run(["umount", self.disk], check=True)
        shutil.rmtree(self.disk, ignore_errors=True)
        shutil.rmtree(data_folder() / "drill-imports", ignore_errors=True)

    def remember(self) -> None:
        """Every round begins with the database as it is now."""
        self.disconnect()
        with self.connect() as connection:
            connection.execute("CREATE SCHEMA drill")
            for table in KEPT:
                names = self.columns(connection, table)
                connection.execute(f"CREATE TABLE {kept(table)} AS SELECT {names} FROM {table}")
            connection.execute("VACUUM ANALYZE")

    def reset(self) -> None:
        """Back to what was remembered; by hand, for copies of databases take long to sync."""
        self.disconnect()
        with self.connect() as connection:
            connection.execute("SET session_replication_role = replica")
            with connection.transaction():
                for table in (*WRITTEN, *KEPT):
                    connection.execute(f"DELETE FROM {table}")
                for table in KEPT:
                    names = self.columns(connection, table)
                    connection.execute(
                        f"INSERT INTO {table} ({names}) SELECT {names} FROM {kept(table)}"
                    )
            for table in (*WRITTEN, *KEPT):
                connection.execute(f"VACUUM ANALYZE {table}")

    def squeeze(self) -> None:
        """Give back the room that earlier rounds left in the tables: there it would be found."""
        with self.connect() as connection:
            connection.execute("VACUUM FULL")

    @staticmethod
    def columns(connection: psycopg.Connection, table: str) -> str:
        """The columns that are written, generated ones left out."""
        found = connection.execute(
            "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attnum > 0"
            " AND attrelid = %s::regclass AND attgenerated = '' AND NOT attisdropped",
            [table],
        ).fetchone()
        return found[0] if found else ""

    def manage(self, *command: str) -> None:
        """Run a command of ours on the database."""
        subprocess.run([sys.executable, "manage.py", *command], cwd=REPO, check=True)

    def connect(self) -> psycopg.Connection:
        """A connection beside Django's."""
        return psycopg.connect(self.server.url(DRILL), autocommit=True)

    @staticmethod
    def disconnect() -> None:
        """Let go of Django's connections; the next query makes a new one."""
        from django.db import connections

        connections.close_all()

    def _server_does(self, statement: str, *names: str) -> None:
        with psycopg.connect(self.server.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    # The batch

    def state(self) -> State:
        """What the batch has come to."""
        with self.connect() as connection:
            found = connection.execute(FOUND).fetchone()
        if found is None:
            raise AssertionError("The batch is gone.")
        return State(*found)

    def at_work(self, connection: psycopg.Connection) -> bool:
        """Whether a worker has the batch, or a backend still ends what a dead one left."""
        found = connection.execute(HELD).fetchone()
        return bool(found and found[0])

    def await_work(self, wanted: bool) -> None:
        """Until a worker has the batch, or none has it any more."""
        deadline = time.monotonic() + PATIENCE
        with self.connect() as connection:
            while self.at_work(connection) is not wanted:
                if wanted and any(worker.poll() is not None for worker in self.workers):
                    raise AssertionError(f"The worker ended by itself; see {self.log}")
                if time.monotonic() > deadline:
                    raise AssertionError(f"Nothing happened for {PATIENCE:.0f} s; see {self.log}")
                time.sleep(0.01)

    def phase(self) -> str:
        """What the batch says its worker is doing."""
        with self.connect() as connection:
            found = connection.execute("SELECT phase FROM staging.import_batches").fetchone()
        return (found and found[0]) or "done"

    # Worker and server

    def start_worker(self) -> None:
        """The worker that people run, in a process of its own."""
        with self.log.open("ab") as log:
            self.workers.append(
                subprocess.Popen(
                    [sys.executable, "manage.py", "procrastinate", "worker"],
                    cwd=REPO,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            )

    def kill_worker(self) -> None:
        """kill -9; what its backend was doing goes on until it notices."""
        worker = self.workers.pop(0)
        worker.kill()
        worker.wait()

    def kill_server(self) -> None:
        """kill -9 of the postmaster; its backends notice sooner or later."""
        pid = int((self.server.data / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)

    def restart_server(self) -> float:
        """Seconds until it answers again."""
        self.disconnect()
        start = time.perf_counter()
        self.server.start()
        url = self.server.url(DRILL)
        if url != os.environ["DATABASE_URL"]:
            from django.db import connections

            os.environ["DATABASE_URL"] = url
            port = psycopg.conninfo.conninfo_to_dict(url)["port"]
            connections["default"].settings_dict["PORT"] = port
        return time.perf_counter() - start

    # A disk that fills

    def move_to_small_disk(self, megabytes: int) -> str:
        """Move the database to a disk in memory; why not, where that cannot be."""
        folder = self.disk
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "drill", folder],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            return done.stderr.strip() or "mount does not say why"
        owner = self.server.data.stat()
        os.chown(folder, owner.st_uid, owner.st_gid)
        folder.chmod(0o700)
        with psycopg.connect(self.server.url("postgres"), autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE TABLESPACE drill LOCATION {}").format(sql.Literal(str(folder)))
            )
            connection.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s",
                [DRILL],
            )
        self.disconnect()
        self._server_does("ALTER DATABASE {} SET TABLESPACE drill", DRILL)
        return ""


def kept(table: str) -> str:
    """Where the beginning of a table is kept."""
    return f"drill.{table.replace('.', '_')}"
