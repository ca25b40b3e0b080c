"""Start, stop, look at or talk to this clone's server."""

import argparse
import os
import sys

from config.embedded import ServerError, own_server


def main() -> None:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m config.embedded", description=__doc__)
    parser.add_argument("command", choices=["start", "stop", "status", "url", "psql"])
    parser.add_argument("--test", action="store_true", help="the server that tests use")
    asked, for_psql = parser.parse_known_args()
    if for_psql and asked.command != "psql":
        parser.error(f"not understood: {' '.join(for_psql)}")
    server = own_server(durable=not asked.test)
    if asked.command == "stop":
        print("stopped" if server.stop() else "was not running")
    elif asked.command == "status":
        print(server.describe())
    else:
        server.start()
        server.create_database("halekeeper")
        url = server.url("halekeeper")
        if asked.command == "psql":
            beside = server.binaries.folder / "psql"
            os.execvp(beside if beside.exists() else "psql", ["psql", url, *for_psql])
        print(url if asked.command == "url" else server.describe())


if __name__ == "__main__":
    try:
        main()
    except ServerError as problem:
        sys.exit(str(problem))
