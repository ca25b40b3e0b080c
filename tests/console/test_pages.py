"""Pages around the tables: signing in and out, what went wrong, and the rules of the browser."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>")
HANDLER = re.compile(r"<[^>]*\son[a-z]+=")
PAGES = [
    "/console/",
    "/console/tables/",
    "/console/search/?q=tap",
    "/console/service/ticket/",
    "/console/service/ticket/add/",
    "/console/property/property/",
    "/console/password_change/",
]


@pytest.mark.parametrize("path", PAGES)
def test_pages_keep_to_the_strict_policy(manager, browse, make, path):
    make("service.Ticket", title="Tap drips")
    response = browse(manager).get(path)
    policy = response.headers["Content-Security-Policy"]
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert scripts == "script-src 'self' 'unsafe-eval'"
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy or "frame-ancestors 'self'" in policy
    page = response.content.decode()
    assert INLINE_SCRIPT.findall(page) == []
    assert HANDLER.findall(page) == []
    assert re.findall(r'(?:src|href)="(?:https?:)?//', page) == []


def test_signing_in_leads_to_today_and_out_again(manager, client):
    manager.set_password("aloha-kakahiaka-7")
    manager.save(update_fields=["password"])
    page = client.get("/console/login/")
    assert b"console/icon.svg" in page.content
    response = client.post(
        "/console/login/", {"email": manager.email.upper(), "password": "aloha-kakahiaka-7"}
    )
    assert response.url == "/console/"
    assert b"You are signed out" in client.post("/console/logout/").content
    assert client.get("/console/").status_code == 302


def test_a_password_is_changed(manager, client):
    manager.set_password("aloha-kakahiaka-7")
    manager.save(update_fields=["password"])
    client.force_login(manager)
    data = {
        "old": "aloha-kakahiaka-7",
        "password": "mahalo-ahiahi-8",
        "again": "mahalo-ahiahi-8",
    }
    response = client.post("/console/password_change/", data, follow=True)
    assert response.status_code == 200
    manager.refresh_from_db()
    assert manager.check_password("mahalo-ahiahi-8")


def test_what_is_not_there_says_so(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_what_is_not_yours_says_so(member, browse):
    response = browse(member).get("/console/finance/payrollrun/")
    assert response.status_code == 403
    assert "This is not yours to do" in response.content.decode()


def test_a_stale_form_says_so(manager):
    client = Client(enforce_csrf_checks=True)
    client.force_login(manager)
    response = client.post("/console/service/ticket/shell/columns/", {"columns": ["title"]})
    assert response.status_code == 403
    assert "This page was open too long" in response.content.decode()


def test_a_fault_of_ours_says_so(manager, browse, monkeypatch):
    from config import dashboard

    monkeypatch.setattr(dashboard, "context", lambda request: 1 / 0)
    client = browse(manager)
    client.raise_request_exception = False
    response = client.get("/console/")
    assert response.status_code == 500
    assert "Something broke on our side" in response.content.decode()


def test_people_are_called_by_their_names(person, browse):
    user = person("MANAGER", first_name="Kalei", last_name="Akana")
    assert user.get_full_name() == "Kalei Akana"
    assert "Kalei Akana" in browse(user).get("/console/tables/").content.decode()


@pytest.mark.parametrize(
    ("agent", "key", "other"),
    [
        ("Mozilla/5.0 (Macintosh)", "keyboard_command_key", "keyboard_control_key"),
        ("Mozilla/5.0 (X11; Linux)", "keyboard_control_key", "keyboard_command_key"),
    ],
)
def test_keys_are_called_as_on_the_persons_machine(manager, browse, agent, key, other):
    page = browse(manager).get("/console/", headers={"user-agent": agent}).content.decode()
    assert key in page
    assert other not in page
