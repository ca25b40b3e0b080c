"""A browser beside the suite: Debian's Chromium, driven by Playwright."""

import os
import shutil
from base64 import b32decode

import pytest
from django.test import Client
from django_otp.oath import TOTP

from core.testing.factories import factory_of, reset_sequences

PASSWORD = "aloha-kakahiaka-7"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def chromium():
    """The running browser; tests that need it are skipped where there is none."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("no Chromium found: `make browser` installs it, CHROMIUM names another one")
    playwright = pytest.importorskip("playwright.sync_api")
    # Playwright keeps an event loop in this thread; the tests' own queries are synchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def make(live_server):
    """make("service.Ticket", title="…"): a row from its factory."""
    reset_sequences()
    return lambda label, **values: factory_of(label).create(**values)


@pytest.fixture
def manager(make):
    """A member of staff who sees and changes everything of operations."""
    from portal.models import Role

    user = make(
        "portal.User",
        email="manager@example.com",
        user_type="team",
        is_staff=True,
        status="active",
        team_member=make("team.TeamMember", team=make("team.Team")),
    )
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    make("portal.UserRole", user=user, role=Role.objects.get(role_code="MANAGER"))
    return user


class Window:
    """A page of the browser that remembers what went wrong in it."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.faults: list[str] = []
        self.strangers: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._watch)

    def _hear(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _watch(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.strangers.append(request.url)

    def open(self, path):
        """Go to a path of the console."""
        self.page.goto(self.address + path)
        return self.page

    @property
    def overflow(self) -> int:
        """By how many pixels the page is wider than the window."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )


@pytest.fixture
def fresh(chromium, live_server):
    """A window in which nobody is signed in; it must end without any fault."""
    opened = []

    def fresh():
        context = chromium.new_context(viewport={"width": 1440, "height": 1000})
        context.set_default_timeout(15_000)
        opened.append((context, Window(context.new_page(), live_server.url)))
        return opened[-1][1]

    yield fresh
    for context, window in opened:
        context.close()
        assert window.faults == []
        assert window.strangers == []


def sign_in(window, email, password=PASSWORD):
    """Say address and password in a window; gives its page."""
    page = window.open("/console/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")
    return page


def code_of(secret, ahead=0):
    """What an authenticator app shows for the secret, ``ahead`` codes from now."""
    app = TOTP(b32decode(secret), drift=ahead)
    return f"{app.token():06}"


@pytest.fixture(params=[1440, 820], ids=["desktop", "tablet"])
def window(request, chromium, live_server, manager):
    """A window of desktop and of tablet width, signed in; it must end without any fault."""
    # The first answer of a process reads all addresses and templates: longer than a page may take.
    Client().get("/console/login/")
    context = chromium.new_context(viewport={"width": request.param, "height": 1000})
    context.set_default_timeout(15_000)
    window = Window(context.new_page(), live_server.url)
    sign_in(window, manager.email).wait_for_url(f"{live_server.url}/console/")
    yield window
    context.close()
    assert window.faults == []
    assert window.strangers == []
