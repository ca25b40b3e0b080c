"""What every answer says to browsers, who may call at which name, and what is served where."""

import os
import re
import subprocess
import sys
from types import ModuleType

import pytest
from django.core.checks import run_checks
from django.db import OperationalError, connection
from django.test import Client, override_settings
from django.urls import clear_url_caches

from config.checks import console_has_a_path, edges_are_closed
from config.embedded import REPO
from config.urls import addresses
from core.testing.fixtures import person

pytestmark = pytest.mark.django_db
PAGES = ["/console/", "/console/login/", "/console/service/ticket/", "/account/forgotten/"]
DATA = ["/api/v1/service/tickets/", "/api/v1/schema/", "/robots.txt", "/static/console/icon.svg"]
FAULTS = ["/nothing/", "/api/v1/nothing/", "/console/nothing/nothing/"]


@pytest.fixture
def boss(client):
    """The browser of somebody who may do all."""
    client.force_login(person(is_staff=True, is_superuser=True, user_type="admin"))
    return client


def policy(answer) -> dict[str, str]:
    """The content security policy by directive."""
    parts = answer.headers["Content-Security-Policy"].split("; ")
    return dict(part.partition(" ")[::2] for part in parts)


@pytest.mark.parametrize("path", PAGES + DATA + FAULTS)
def test_every_answer_carries_the_headers(boss, path):
    answer = boss.get(path)
    headers = answer.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    rules = policy(answer)
    assert rules["default-src"] == "'none'"
    assert rules["frame-ancestors"] == "'none'"
    assert rules["base-uri"] == "'none'"
    if not headers.get("Content-Type", "").startswith("text/html"):
        assert rules["form-action"] == "'none'"
        assert "script-src" not in rules


def test_only_the_console_evaluates(boss):
    assert policy(boss.get("/console/"))["script-src"] == "'self' 'unsafe-eval'"
    for path in ("/api/v1/docs/", "/api/v1/docs/service/"):
        docs = boss.get(path)
        assert docs.status_code == 200
        assert policy(docs)["script-src"] == "'self'"
        assert b"<script>" not in docs.content  # nothing that the policy would stop


def test_what_is_private_is_not_kept_by_caches(boss):
    for path in PAGES[:3]:
        assert "no-store" in boss.get(path).headers["Cache-Control"]
    assert "private" in boss.get(DATA[0]).headers["Cache-Control"]


def test_search_engines_are_sent_away(client):
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("name", ["evil.example.com", "testserver.evil.example.com", "", "a b"])
@pytest.mark.parametrize("path", ["/console/login/", "/api/v1/me/"])
def test_other_names_are_not_answered(client, name, path):
    answer = client.get(path, HTTP_HOST=name)
    assert answer.status_code == 400
    assert name not in answer.content.decode() or not name


def test_a_forged_forwarded_host_changes_nothing(client):
    answer = client.get("/", HTTP_X_FORWARDED_HOST="evil.example.com")
    assert answer.url == "/console/"


def test_probes_are_answered_at_any_name(client, monkeypatch):
    for path in ("/healthz", "/readyz"):
        answer = client.get(path, HTTP_HOST="10.0.0.7:8000")
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})

    def gone(*args, **kwargs):
        raise OperationalError("connection to server at 10.1.2.3 refused")

    monkeypatch.setattr(connection, "cursor", gone)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"status": "no database"})
    assert client.get("/healthz").status_code == 200


@pytest.fixture
def serving():
    """serving({"api"}, "console/"): a client of a process that serves only that."""
    made = []

    def serving(serves, path="console/"):
        module = ModuleType("edges_urls")
        module.urlpatterns = addresses(serves, path)
        for status in (400, 403, 404, 500):
            name = {400: "bad_request", 403: "permission_denied", 404: "page_not_found"}
            handler = name.get(status, "server_error")
            setattr(module, f"handler{status}", f"core.api.handlers.{handler}")
        changed = override_settings(ROOT_URLCONF=module)
        changed.enable()
        made.append(changed)
        return Client()

    yield serving
    for changed in made:
        changed.disable()
    clear_url_caches()


def test_a_process_of_the_api_alone_has_no_console(serving):
    client = serving({"api"})
    assert client.get("/console/login/").status_code == 404
    assert client.get("/account/forgotten/").status_code == 404
    assert client.get("/").url == "/api/v1/docs/"
    assert client.get("/api/v1/service/tickets/").status_code == 401
    client.force_login(person("MANAGER", is_staff=True))
    assert client.get("/api/v1/service/tickets/").status_code == 200
    answer = client.get("/api/v1/service/tickets/", {"ordering": "nonsense"})
    assert answer.status_code == 400


def test_a_process_of_the_console_alone_has_no_api(serving):
    client = serving({"console"})
    client.force_login(person("MANAGER", is_staff=True))
    assert client.get("/api/v1/service/tickets/").status_code == 404
    assert client.get("/console/service/ticket/").status_code == 200


def test_the_console_may_stand_elsewhere(serving):
    client = serving({"console", "api"}, "back-office/")
    assert client.get("/").url == "/back-office/"
    assert client.get("/console/").status_code == 404
    assert client.get("/back-office/").url.startswith("/back-office/login/")
    client.force_login(person("MANAGER", is_staff=True))
    assert client.get("/back-office/service/ticket/").status_code == 200


def test_nothing_names_the_path_of_the_console_but_its_setting():
    here = REPO / "config"
    folders = [p for p in REPO.iterdir() if (p / "apps.py").exists()]
    files = [f for folder in (here, *folders) for f in folder.rglob("*.py")]
    files += [*(REPO / "templates").rglob("*.html"), *(here / "static").rglob("*.js")]
    named = re.compile(r"""["'(=]/console/""")
    assert [str(f) for f in files if named.search(f.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", ["", "/", "console", "/console/", "api/", "static/x/", "a b/"])
def test_a_path_that_cannot_be_is_refused(settings, path):
    settings.CONSOLE_PATH = path
    assert [found.id for found in console_has_a_path(None)] == ["config.E001"]


@pytest.mark.parametrize("serves", [[], ["consle"], ["console", "api", "ftp"]])
def test_what_there_is_not_cannot_be_served(settings, serves):
    settings.SERVES = serves
    assert [found.id for found in console_has_a_path(None)] == ["config.E002"]


def test_settings_that_open_the_edges_are_told(settings):
    settings.ALLOWED_HOSTS, settings.SITE_URL = ["*"], "http://console.example.com"
    settings.CORS_ALLOWED_ORIGINS = ["http://portal.example.com"]
    ids = [found.id for found in edges_are_closed(None)]
    assert ids == ["config.W001", "config.W002", "config.W002", "config.W003", "config.W004"]
    assert not [found for found in run_checks() if found.id.startswith("config.")]


PRODUCTION = """
import django
from django.conf import settings
names = '''SESSION_COOKIE_NAME SESSION_COOKIE_SECURE SESSION_COOKIE_HTTPONLY SESSION_COOKIE_SAMESITE
SESSION_COOKIE_DOMAIN SESSION_COOKIE_PATH CSRF_COOKIE_NAME CSRF_COOKIE_SECURE CSRF_COOKIE_SAMESITE
CSRF_COOKIE_DOMAIN SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS SECURE_PROXY_SSL_HEADER DEBUG'''
print(*(getattr(settings, name) for name in names.split()), sep='|')
"""


@pytest.mark.parametrize(("proxies", "believed"), [("0", "None"), ("1", "X_FORWARDED_PROTO")])
def test_cookies_of_a_server_are_for_its_host_alone(proxies, believed):
    example = (REPO / ".env.example").read_text().splitlines()
    given = dict(line.split("=", 1) for line in example if line and not line.startswith("#"))
    given |= {"SECRET_KEY": "x" * 60, "TRUSTED_PROXIES": proxies}
    answer = subprocess.run(
        [sys.executable, "-c", PRODUCTION],
        cwd=REPO,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=True,
    )
    *told, forwarded, debug = answer.stdout.strip().split("|")
    assert told == [
        *("__Host-session", "True", "True", "Lax", "None", "/"),
        *("__Host-csrf", "True", "Lax", "None"),
        *("True", "31536000"),
    ]
    assert believed in forwarded
    assert debug == "False"


def test_searches_are_limited_for_each_person(boss, settings):
    settings.SEARCHES_PER_MINUTE = 3
    for _ in range(3):
        assert boss.get("/console/search/", {"q": "aloha"}).status_code == 200
    assert boss.get("/console/search/").status_code == 200  # the empty page is no search
    for asked in ({"q": "aloha"}, {"s": "aloha"}):
        answer = boss.get("/console/search/", asked)
        assert answer.status_code == 429
        assert 0 < int(answer.headers["Retry-After"]) <= 60
    box = {"app_label": "service", "model_name": "ticket", "field_name": "property", "term": "a"}
    answer = boss.get("/console/autocomplete/", box)
    assert (answer.status_code, answer.json()["results"]) == (429, [])
    other = Client()
    other.force_login(person("MANAGER", is_staff=True))
    assert other.get("/console/search/", {"q": "aloha"}).status_code == 200
