"""The server launcher against real servers: made, shared, killed, refused."""

import os
import shutil
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import psycopg
import pytest

from config import embedded
from config.embedded import server as launcher
from config.embedded.binaries import Binaries, find_binaries
from config.embedded.server import Server, ServerError

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="root alone steps down to an account")


@pytest.fixture(scope="module")
def shared_folder():
    # Not tmp_path: pytest's folders are private, and root's server runs under another account.
    folder = Path(tempfile.mkdtemp(prefix="halekeeper-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def server(shared_folder):
    """A lasting server that is running; each test leaves it running."""
    server = Server(shared_folder / "postgres", durable=True)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def folder(shared_folder):
    folder = Path(tempfile.mkdtemp(dir=shared_folder))
    folder.chmod(0o755)
    yield folder
    for data in folder.glob("postgres*/PG_VERSION"):
        Server(data.parent, durable=False).stop()


def ask(server, question, database="postgres"):
    with psycopg.connect(server.url(database), autocommit=True) as connection:
        cursor = connection.execute(question)
        return cursor.fetchone()[0] if cursor.description else None


def postmaster(server):
    return int((server.data / "postmaster.pid").read_text().split()[0])


def test_second_start_finds_the_first(server):
    before = postmaster(server)
    again = Server(server.data, durable=True)
    again.start()
    assert postmaster(server) == before
    assert again.url("x") == server.url("x")


def test_data_of_people_is_durable_and_only_theirs(server):
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        assert ask(server, f"SHOW {name}") == "on"
    assert server.data.stat().st_mode & 0o077 == 0
    assert server._beside(".json").stat().st_mode & 0o077 == 0
    nobody = server.url("postgres").replace(server._state()["password"], "guess")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(nobody)


def test_database_is_created_once(server):
    server.create_database("once")
    ask(server, "CREATE TABLE kept (id int)", "once")
    server.create_database("once")
    assert ask(server, "SELECT count(*) FROM kept", "once") == 0


def test_killed_server_comes_back_with_every_commit(server):
    ask(server, "CREATE TABLE survivors AS SELECT 7 AS n")
    port = server._state()["port"]
    busy = psycopg.connect(server.url("postgres"))
    waiting = threading.Thread(target=_swallow, args=(busy, "SELECT pg_sleep(60)"))
    waiting.start()
    os.kill(postmaster(server), signal.SIGKILL)
    server.start()
    waiting.join(10)
    assert not waiting.is_alive(), "the session of the killed server still runs"
    assert ask(server, "SELECT n FROM survivors") == 7
    assert server._state()["port"] == port, "open terminals and the web server know this port"


def _swallow(connection, statement):
    with pytest.raises(psycopg.OperationalError):
        connection.execute(statement)


def test_pid_file_that_names_a_stranger_is_no_server(server):
    server.stop()
    note = server.data / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n{server.data}\n0\n{server._state()['port']}\n\n")
    server.start()
    assert ask(server, "SELECT 1") == 1


def test_stop_says_whether_there_was_anything_to_stop(server):
    assert server.stop()
    assert not server.stop()
    assert "not running" in server.describe()
    server.start()
    assert "running on 127.0.0.1" in server.describe()


def test_a_taken_port_is_left_alone(server, monkeypatch):
    server.stop()
    old = server._state()["port"]
    monkeypatch.setattr(socketserver.TCPServer, "allow_reuse_address", True)
    with socketserver.TCPServer((launcher.HOST, old), socketserver.BaseRequestHandler) as taken:
        threading.Thread(target=taken.serve_forever, args=(0.05,)).start()
        server.start()
        assert server._state()["port"] != old
        taken.shutdown()
    assert ask(server, "SELECT 1") == 1


def test_starters_at_once_share_one_server(folder):
    def starter():
        return subprocess.Popen(
            [sys.executable, "-m", "config.embedded", "url", "--test"],
            stdout=subprocess.PIPE,
            text=True,
            cwd=embedded.REPO,
            env={**os.environ, "HALEKEEPER_DATA": str(folder)},
        )

    answers = {starter.communicate()[0] for starter in [starter() for _ in range(4)]}
    assert len(answers) == 1
    server = Server(folder / "postgres-test", durable=False)
    assert answers == {server.url("halekeeper") + "\n"}
    assert ask(server, "SHOW fsync", "halekeeper") == "off"


def test_interrupted_creation_is_begun_anew(folder):
    half = folder / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18")
    server = Server(folder / "postgres", durable=False)
    server.start()
    assert ask(server, "SELECT 1") == 1
    assert not half.exists()


@pytest.mark.parametrize("found", [b for b in find_binaries() if b.origin == "system"][:1])
def test_system_server_will_do(folder, monkeypatch, found):
    monkeypatch.setattr(launcher, "find_binaries", lambda: [found])
    server = Server(folder / "postgres", durable=False)
    server.start()
    assert ask(server, "SHOW server_version").startswith(str(found.major))


def test_without_any_postgresql_it_says_what_to_do(folder, monkeypatch):
    monkeypatch.setattr(launcher, "find_binaries", list)
    with pytest.raises(ServerError) as error:
        Server(folder / "postgres", durable=True).start()
    for remedy in ("make setup", "apt-get install postgresql", "DATABASE_URL="):
        assert remedy in str(error.value)


def test_data_of_another_version_is_refused_with_a_remedy(folder, monkeypatch):
    made = folder / "postgres"
    made.mkdir()
    (made / "PG_VERSION").write_text("15\n")
    monkeypatch.setattr(
        launcher, "find_binaries", lambda: [Binaries(Path("/nowhere"), "18.6", "wheel")]
    )
    with pytest.raises(ServerError, match=r"made by PostgreSQL 15, and here is only 18\.6"):
        Server(made, durable=True).start()


@as_root
def test_binaries_below_a_private_folder_are_copied_within_reach(folder, monkeypatch):
    wheel = next((b for b in find_binaries() if b.origin == "wheel"), None)
    if not wheel:
        pytest.skip("the wheel is not installed")
    package = wheel.folder.parent.parent
    hidden = folder / "private"
    hidden.mkdir(mode=0o700)
    for part in (package, package.with_suffix(".libs")):
        shutil.copytree(part, hidden / part.name)
    found = Binaries(hidden / package.name / "pginstall" / "bin", wheel.version, "wheel")
    monkeypatch.setattr(launcher, "find_binaries", lambda: [found])
    monkeypatch.setattr(launcher, "CACHE", folder / "cache")
    server = Server(folder / "postgres", durable=False)
    server.start()
    assert ask(server, "SELECT 1") == 1
    assert server.binaries.folder.is_relative_to(folder / "cache")


@as_root
def test_folder_the_account_cannot_enter_is_named(folder):
    private = folder / "private"
    private.mkdir(mode=0o700)
    with pytest.raises(ServerError, match=r"cannot enter .*private.*HALEKEEPER_DATA"):
        Server(private / "postgres", durable=True).start()


def test_given_database_url_wins(monkeypatch, tmp_path):
    monkeypatch.setenv("HALEKEEPER_DATA", str(tmp_path / "untouched"))
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/db")
    assert embedded.ensure_database_url() == "postgresql://elsewhere/db"
    assert not (tmp_path / "untouched").exists()


def test_url_is_left_in_the_environment(server, monkeypatch):
    monkeypatch.setenv("HALEKEEPER_DATA", str(server.data.parent))
    monkeypatch.delenv("DATABASE_URL")
    url = embedded.ensure_database_url(name="left_here")
    assert url == os.environ["DATABASE_URL"] == server.url("left_here")
    assert ask(server, "SELECT current_database()", "left_here") == "left_here"
    assert embedded.serving() is not None
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/db")
    assert embedded.serving() is None
