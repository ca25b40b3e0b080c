"""`manage.py run` as a person sees it: it comes up, serves, and stops when asked."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from urllib.parse import urlsplit

import pytest
from django.db import connection

from config.embedded import REPO


def environment(database):
    """The environment of a person's machine, on a database of the suite's server."""
    own = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}")
    return own | {"DATABASE_URL": url.geturl()}


def manage(*arguments, env):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=REPO,
        env=env,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_it_comes_up_beside_a_taken_port_and_stops_on_ctrl_c():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        env = environment(connection.settings_dict["NAME"])
        running = manage("run", "--no-demo", "--port", str(port), env=env)
        said = ""
        for line in running.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        try:
            assert f"Port {port} is taken" in said
            address = re.search(r"Halekeeper: (http://localhost:\d+/)", said)
            assert address, said
            with urllib.request.urlopen(address[1]) as answer:
                assert answer.url.endswith("/console/login/?next=/console/")
                assert "csrfmiddlewaretoken" in answer.read().decode()
        finally:
            running.send_signal(signal.SIGINT)
            rest = running.communicate(timeout=30)[0]
    assert running.returncode == 0, said + rest
    assert rest.endswith("Stopped. Your data is kept; run it again any time.\n")


@pytest.mark.django_db
def test_a_database_that_is_not_there_is_named_without_a_traceback():
    running = manage("run", env=environment("halekeeper_nowhere"))
    said = running.communicate(timeout=60)[0]
    assert running.returncode == 1
    assert "The database of DATABASE_URL does not answer" in said
    assert 'database "halekeeper_nowhere" does not exist' in said
    assert "Traceback" not in said
