"""What docs/webhooks.md tells receivers is true."""

import re

import pytest

from config.embedded import REPO
from portal.choices.webhooks import EVENT_SOURCES
from portal.models import WebhookDelivery
from portal.services.webhooks import delivery_send, endpoint_create, events_take, signature
from portal.services.webhooks.delivery import LEASE, TRIES, pause
from tests.portal.webhooks.steps import changed_ticket

PAGE = (REPO / "docs" / "webhooks.md").read_text(encoding="utf-8")


@pytest.fixture
def is_genuine():
    """The function on the page."""
    names = {}
    exec(re.search(r"```python\n(.*?)```", PAGE, re.S)[1], names)
    return names["is_genuine"]


@pytest.mark.django_db
def test_a_delivery_passes_the_check_and_an_altered_one_does_not(admin, hook, is_genuine):
    endpoint, secret = endpoint_create(
        name="PMS", url=hook.url, event_types=["ticket.created"], actor=admin
    )
    changed_ticket(admin)
    events_take(endpoint_id=endpoint.pk)
    delivery_send(delivery=WebhookDelivery.objects.get())
    headers, body = hook.calls[0]
    signed = headers["Halekeeper-Signature"]
    assert is_genuine(secret, signed, body)
    assert not is_genuine(secret, signed, body + b" ")
    assert not is_genuine(f"{secret}x", signed, body)
    assert not is_genuine(secret, signed.replace("v1=", "v0="), body)


def test_an_old_call_is_refused(is_genuine):
    assert not is_genuine("whsec_a", f"t=1000,v1={signature('whsec_a', b'{}', 1000)}", b"{}")
    assert is_genuine(
        "whsec_a", f"t=1000,v1={signature('whsec_a', b'{}', 1000)}", b"{}", tolerance=10**12
    )
    for header in ("", "t=", "v1=", "t=x,v1=y", ",,,", "t=1000"):
        assert not is_genuine("whsec_a", header, b"{}", tolerance=10**12)


def test_the_page_names_all_things_and_the_numbers():
    told = re.search(r"Things:\n(.*?)\(`portal", PAGE, re.S)[1]
    assert set(re.findall(r"\w+", told)) == set(EVENT_SOURCES)
    assert f"| tries | {TRIES}, after 5 s, 15 s, 45 s" in PAGE
    hours = sum(min(6 * 3600, 5 * 3 ** (n - 1)) for n in range(1, TRIES)) / 3600
    assert f"about {hours:.0f} hours" in PAGE
    assert pause(1).total_seconds() < 7
    assert LEASE.total_seconds() == 60
