"""`manage.py run`: the whole house on one machine, for a first look and for development."""

import http.client
import os
import socket
import sys
import time
from contextlib import suppress
from importlib import import_module

import psycopg
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from config.embedded import ServerError, serving
from core.management.supervisor import Supervisor

#: Seconds the web server may take until it answers.
PATIENCE = 90


class Command(BaseCommand):
    """Bring the database up to date, furnish it once, and run worker and web server."""

    help = __doc__
    # Checks import the URLs and with them the whole console; the web server does that itself.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="port, when it is free")
        parser.add_argument("--no-demo", action="store_true", help="leave an empty house empty")

    def handle(self, *, host, port, no_demo, **options):
        try:
            self._furnish(demo=not no_demo)
        except KeyboardInterrupt as stopped:
            raise CommandError("Stopped before it was ready; the next run goes on.") from stopped
        port = self._free_port(host, port)
        self._allow(host)
        os.environ.setdefault("SITE_URL", self._address(host, port))  # where mailed links lead
        connections.close_all()
        with Supervisor(say=self.stderr.write, provide=self._keep_database) as supervisor:
            here = settings.BASE_DIR
            web = supervisor.keep("web server", self._web_command(host, port), here)
            worker = [sys.executable, "manage.py", "procrastinate", "worker", "--concurrency=2"]
            supervisor.keep("worker", worker, here)
            deadline = time.monotonic() + PATIENCE
            if supervisor.wait(lambda: self._answers(host, port) or time.monotonic() > deadline):
                if web.process.poll() is not None or time.monotonic() > deadline:
                    raise CommandError("The web server does not start; what it says stands above.")
                self._greet(host, port)
                supervisor.wait()
            self.stdout.write("\nStopping ...")
        self._stop_database()
        self.stdout.write("Stopped. Your data is kept; run it again any time.")

    # -- the database -------------------------------------------------------------------------

    def _furnish(self, *, demo):
        """Migrate, load the reference rows, and create the demo company in an empty house."""
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"The database of DATABASE_URL does not answer: {error}") from error
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            with self._step("Making the tables (half a minute the first time)"):
                call_command("migrate", verbosity=0, interactive=False)
        with self._step("Loading reference rows"):
            call_command("load_reference", verbosity=0)
        if demo and not get_user_model()._base_manager.exists():
            with self._step("Creating the demo company (once)"):
                call_command("demo", verbosity=0)

    def _step(self, what):
        return _Step(self.stdout, what)

    def _keep_database(self):
        """Start our own server again when it was killed; worker and web server connect anew."""
        try:
            if server := serving():
                server.start()
        except ServerError as problem:
            self.stderr.write(str(problem))

    def _stop_database(self):
        """Stop our own server unless a shell, another run or psql still uses it."""
        connections.close_all()
        with suppress(psycopg.OperationalError):  # it is down already
            if (server := serving()) and not server.others_connected():
                server.stop()

    # -- the web server -----------------------------------------------------------------------

    def _web_command(self, host, port):
        # Host names with colons are IPv6 addresses: bound in brackets.
        bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        gunicorn = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", bind]
        size = ["--workers=2", "--threads=4", "--graceful-timeout=3"]
        return [*gunicorn, *size, "--reload", "--log-level=error"]

    def _free_port(self, host, wanted):
        """The wanted port, else the next free one; says so when it is another."""
        try:
            family, *_, address = socket.getaddrinfo(host, wanted, type=socket.SOCK_STREAM)[0]
        except socket.gaierror as error:
            raise CommandError(f"--host {host}: no such address ({error.strerror})") from error
        for port in (*range(wanted, min(wanted + 100, 65536)), 0):
            with socket.socket(family) as probe, suppress(OSError):
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((address[0], port, *address[2:]))
                found = probe.getsockname()[1]
                if found != wanted:
                    self.stdout.write(f"Port {wanted} is taken or not allowed; using {found}.")
                return found
        raise CommandError(f"No port is free on {host}.")

    def _allow(self, host):
        """Let requests through that name the address we were told to listen on."""
        if host not in ("127.0.0.1", "localhost", "::1"):
            anywhere = host in ("0.0.0.0", "::")  # noqa: S104 - compared, not bound
            os.environ.setdefault("ALLOWED_HOSTS", "*" if anywhere else f"{host},localhost")

    def _answers(self, host, port):
        here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
        asking = http.client.HTTPConnection(here, port, timeout=30)
        with suppress(OSError, http.client.HTTPException):
            asking.request("GET", "/", headers={"Host": "localhost"})
            return asking.getresponse().status < 500
        return False

    # -- the greeting -------------------------------------------------------------------------

    def _address(self, host, port):
        here = {"0.0.0.0": "localhost", "127.0.0.1": "localhost", "::": "localhost"}  # noqa: S104
        return f"http://{here.get(host, host)}:{port}"

    def _greet(self, host, port):
        self.stdout.write(self.style.SUCCESS(f"\nHalekeeper: {self._address(host, port)}/"))
        # By name: core imports no app.
        logins = import_module("config.demo.logins").demo_logins()
        if logins:
            wide, wider = (max(len(login[part]) for login in logins) for part in (0, 1))
            self.stdout.write("Demo logins:")
            for role, login, password in logins:
                self.stdout.write(f"  {role:{wide}}  {login:{wider}}  password {password}")
            if settings.MFA_REQUIRED != "none":
                self.stdout.write(
                    "Administrators set up an authenticator app at the first sign-in;"
                    " MFA_REQUIRED=none spares them that."
                )
        self.stdout.write("Ctrl-C stops everything and keeps the data.\n")
        self.stdout.flush()


class _Step:
    """A line that names what is being done and, once it is, the seconds it took."""

    def __init__(self, stdout, what):
        self.stdout, self.what = stdout, what

    def __enter__(self):
        self.began_at = time.monotonic()
        self.stdout.write(f"{self.what} ... ", ending="")
        self.stdout.flush()

    def __exit__(self, failed, *_):
        took = time.monotonic() - self.began_at
        self.stdout.write("failed" if failed else f"{took:.1f} s")
