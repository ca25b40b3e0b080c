"""Signing in with an authenticator app, and mailed links whose secret only the browser sees."""

import pytest

from portal.models import User
from portal.services.one_time import token_make
from tests.browser.conftest import PASSWORD, code_of, sign_in


@pytest.fixture
def boss(manager):
    manager.is_superuser = True
    manager.save()
    return manager


def test_an_administrator_sets_an_app_up_and_signs_in_by_it(fresh, boss, settings, live_server):
    settings.MFA_REQUIRED = "admins"
    window = fresh()
    page = sign_in(window, boss.email)
    page.wait_for_url("**/second-factor/?next=*")
    page.get_by_role("button", name="Begin").click()
    qr = page.get_by_alt_text("QR code for the authenticator app")
    qr.wait_for()
    assert qr.evaluate("image => image.complete && image.naturalWidth > 100")
    page.get_by_text("No camera?").click()
    secret = page.locator("#key").inner_text().strip()
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Switch it on").click()
    page.get_by_text("they are not shown again").wait_for()
    codes = page.locator(".hk-codes code").all_inner_texts()
    assert len(codes) == 10
    assert window.overflow == 0
    page.get_by_role("link", name="I have them").click()
    page.wait_for_url(f"{live_server.url}/console/")

    other = fresh()
    page = sign_in(other, boss.email)
    page.wait_for_url("**/login/code/?next=*")
    page.get_by_label("Code").fill(code_of(secret, ahead=1))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/console/")
    page = other.open("/console/account/")
    page.get_by_text("10 recovery codes left").wait_for()
    assert other.overflow == 0

    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_text("That device is signed out").wait_for()
    assert "/console/login/" in window.open("/console/").url


def test_a_mailed_link_keeps_its_secret_out_of_every_address(fresh, make, live_server):
    new = make("portal.User", email="noe@example.com", user_type="team", is_staff=True)
    token = token_make(user=new, purpose="invitation", ip=None)
    window, asked = fresh(), []
    window.page.on("request", lambda request: asked.append(request.url))
    page = window.open(f"/account/invitation/#{token}")
    assert page.url == f"{live_server.url}/account/invitation/"
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Keep this password").click()
    page.get_by_role("link", name="Sign in to the console").click()
    page.wait_for_url("**/console/login/")
    assert not any(token in address for address in asked[1:])
    assert User.objects.get(pk=new.pk).status == "active"
    sign_in(window, new.email).wait_for_url(f"{live_server.url}/console/")
