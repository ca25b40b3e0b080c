"""The scratch database: its own server without fsync, migrated, filled, dropped at the end."""

import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg
from psycopg import sql

from benchmarks.rows import FUNCTIONS, SEQUENCES, STEPS
from config.embedded import REPO, Server, data_folder


class Scratch:
    """A database of ``rows`` stays, tickets and contacts, while the ``with`` block lasts.

    ``keep`` leaves it for the next run that asks for as many rows; such a run takes it up as it
    is, so drop it (a run without ``keep``) after a change of the models.
    """

    def __init__(self, rows: int, *, keep: bool, is_profiled: bool = False) -> None:
        self.rows, self.keep, self.is_profiled = rows, keep, is_profiled
        self.attempts = 100_000  # of bookings
        self.server = Server(data_folder() / "postgres-bench", durable=False)
        self.name = f"bench_{rows}"

    def __enter__(self) -> "Scratch":
        self.server.start()
        os.environ["DATABASE_URL"] = self.server.url(self.name)
        if not self._is_filled():
            self._drop(self.name)
            self.create(self.name)
            self._fill()
        import django
        import structlog

        django.setup()
        structlog.configure(logger_factory=structlog.PrintLoggerFactory(Path(os.devnull).open("w")))
        return self

    def __exit__(self, *failure) -> None:
        from django.db import connections

        connections.close_all()
        if not self.keep:
            self._drop(self.name)
            self.server.stop()

    @property
    def version(self) -> str:
        """Of the server."""
        with psycopg.connect(self.server.url("postgres")) as connection:
            return connection.info.parameter_status("server_version") or ""

    def connect(self) -> psycopg.Connection:
        """A connection of psycopg's own, for the floor; it plans each statement anew, as ours do."""
        return psycopg.connect(self.server.url(self.name), autocommit=True, prepare_threshold=None)

    def create(self, name: str) -> float:
        """Make and migrate a database; the seconds that takes."""
        self._server_does(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        start = time.perf_counter()
        self._manage(name, "migrate", "--skip-checks", "--verbosity", "0")
        return time.perf_counter() - start

    def drop(self, name: str) -> None:
        """Drop a database that a part made for itself."""
        self._drop(name)

    def _fill(self) -> None:
        self._manage(self.name, "load_reference", "--verbosity", "0")
        start = time.perf_counter()
        with self.connect() as connection:
            # Rows are consistent by how they are made; what their triggers would add is measured
            # by itself. Indexes are cheaper built than kept.
            connection.execute("SET session_replication_role = replica")
            connection.execute("SET maintenance_work_mem = '512MB'")
            connection.execute(FUNCTIONS)
            for table, statement in STEPS:
                later = self._without_indexes(connection, table)
                connection.execute(statement, {"rows": self.rows})
                for definition in later:
                    connection.execute(definition)
            connection.execute(SEQUENCES, {"rows": self.rows})
            connection.execute("VACUUM ANALYZE")
            connection.execute(
                sql.SQL("COMMENT ON DATABASE {} IS 'filled'").format(sql.Identifier(self.name))
            )
        print(f"filled in {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)

    def _without_indexes(self, connection: psycopg.Connection, table: str) -> list[str]:
        """Drop the indexes of a table that serve no constraint; how to make them again."""
        found = connection.execute(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
            "WHERE indrelid = %s::regclass AND NOT EXISTS "
            "(SELECT FROM pg_constraint WHERE conindid = indexrelid)",
            [table],
        ).fetchall()
        for name, _ in found:
            connection.execute(f"DROP INDEX {name}")
        return [definition for _, definition in found]

    def _is_filled(self) -> bool:
        with psycopg.connect(self.server.url("postgres")) as connection:
            row = connection.execute(
                "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
                [self.name],
            ).fetchone()
        return row == ("filled",)

    def _drop(self, name: str) -> None:
        self._server_does(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )

    def _server_does(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.server.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _manage(self, database: str, *command: str) -> None:
        environment = os.environ | {"DATABASE_URL": self.server.url(database)}
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=REPO, env=environment, check=True
        )
