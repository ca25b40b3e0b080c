"""What one is told, and when never: one's own page in the console."""

import pytest
from django.urls import reverse

from core.testing.factories import factory_of
from portal.selectors.notifications import notification_matrix, quiet_hours_kept

pytestmark = pytest.mark.django_db
PAGE = reverse("admin:notices")


@pytest.fixture
def kai(client):
    user = factory_of("portal.User").create(
        status="active", user_type="team", is_staff=True, phone="+1 808 555 0100"
    )
    client.force_login(user)
    return user


def sent(user, **changes):
    """What the page's form sends: every box that is ticked, and the clocks."""
    boxes = {
        f"{topic}.{channel}": "on"
        for topic, channels in notification_matrix(user=user).items()
        for channel, is_wanted in channels.items()
        if is_wanted
    }
    return {**boxes, "start": "22:00", "end": "07:00", **changes}


def test_boxes_are_ticked_as_chosen_and_kept(client, kai):
    shown = client.get(PAGE).content.decode()
    assert 'name="bookings.email"' in shown
    assert "Pacific/Honolulu" in shown
    given = sent(kai, **{"news.push": "on", "is_on": "on", "start": "21:30", "end": "06:15"})
    del given["bookings.email"]
    assert client.post(PAGE, given).status_code == 302
    matrix = notification_matrix(user=kai)
    assert matrix["bookings"] == {"email": False, "sms": False, "push": False, "in_app": True}
    assert matrix["news"] == {"email": True, "sms": False, "push": True, "in_app": False}
    assert quiet_hours_kept(user=kai) == {"is_on": True, "start": "21:30", "end": "06:15"}
    assert "Quiet from 21:30 to 06:15" in client.get(reverse("admin:account")).content.decode()


def test_the_mail_about_misuse_stays_on(client, kai):
    given = sent(kai)
    del given["security.email"]
    assert client.post(PAGE, given).status_code == 302
    assert notification_matrix(user=kai)["security"]["email"] is True


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": "25:00"}, "Enter a valid time"),
        ({"end": ""}, "This field is required"),
        ({"start": "07:00"}, "cannot end when they begin"),
    ],
)
def test_hours_that_cannot_be_are_said_and_nothing_is_kept(client, kai, change, said):
    answer = client.post(PAGE, sent(kai, **{"news.push": "on", "is_on": "on", **change}))
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert notification_matrix(user=kai)["news"]["push"] is False
    assert quiet_hours_kept(user=kai)["is_on"] is False
