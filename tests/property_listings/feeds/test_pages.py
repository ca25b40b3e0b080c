"""Pages of feeds in the console: lights, quarantine, links, and nothing that is secret."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.testing.factories import factory_of
from property_listings.models import CalendarExport, CalendarFeed
from property_listings.selectors.health import age, health_of
from property_listings.services.feeds.exports import export_create
from tests.property_listings.feeds.replay import calendar, event, new_feed, pulled, stays_of

pytestmark = pytest.mark.django_db
SECRET = "https://calendars.example.com/ical/very-secret-token.ics"


def page(name, *args, model="calendarfeed"):
    return reverse(f"admin:property_listings_{model}_{name}", args=args)


def ago(minutes):
    return timezone.now() - timedelta(minutes=minutes)


@pytest.fixture
def feed():
    """A feed that was pulled twice: the second pull is held back."""
    made, day = new_feed(), timezone.now() + timedelta(days=30)
    stay = event("a@x", f"{day:%Y%m%d}", f"{day + timedelta(days=3):%Y%m%d}")
    pulled(made, calendar(stay), ago(14))
    pulled(made, calendar(), ago(4))
    return CalendarFeed.objects.get(pk=made.pk)


def test_a_feed_is_typed_in_and_its_address_is_seen_nowhere(superuser, browser):
    listing = factory_of("property_listings.ChannelListing").create()
    window = browser(superuser)
    values = {"channel_listing": str(listing.pk), "url_encrypted": SECRET, "interval_minutes": "60"}
    assert window.post(page("add"), values).status_code == 302
    feed = CalendarFeed.objects.get()
    assert feed.host == "calendars.example.com"
    assert feed.progress.next_pull_at is not None
    for address in (page("changelist"), page("change", feed.pk), page("history", feed.pk)):
        shown = window.get(address).content.decode()
        assert "very-secret-token" not in shown
    bad = window.post(page("change", feed.pk), {**values, "url_encrypted": "gopher://x"})
    assert b"must begin with https" in bad.content


def test_lights_tell_how_old_the_last_good_pull_is(feed, superuser, browser):
    now = timezone.now()
    assert age(now - timedelta(minutes=14, seconds=5), now) == "14 min ago"
    assert age(now - timedelta(hours=30), now) == "30 h ago"
    assert health_of(feed, now).family == "danger"
    feed.health = "ok"
    assert health_of(feed, now).words == "last good pull 14 min ago"
    found = [health_of(feed, now + timedelta(hours=hours)).family for hours in (0, 2, 5)]
    assert found == ["success", "warning", "danger"]
    listed = browser(superuser).get(page("changelist"), {"_focus": "sick"}).content.decode()
    assert "held back, last good pull 14 min ago" in listed


def test_a_pull_in_quarantine_is_released_by_a_button(feed, superuser, browser):
    window = browser(superuser)
    shown = window.get(page("change", feed.pk)).content.decode()
    assert "Nothing of the pull of" in shown
    assert stays_of(feed).get().number in shown
    window.post(page("deed", feed.pk, "release"), {"reason": ""})
    assert stays_of(feed).get().status == "confirmed"
    answer = window.post(page("deed", feed.pk, "release"), {"reason": "Delisted"}, follow=True)
    assert "Released: 1 cancelled." in answer.content.decode()
    assert stays_of(feed).get().status == "cancelled"


def test_pulls_are_looked_at_and_tried(feed, superuser, browser):
    window, pull = browser(superuser), feed.pulls.order_by("pulled_at").first()
    shown = window.get(page("change", pull.pk, model="calendarpull")).content.decode()
    assert "BEGIN:VEVENT" in shown
    assert "1 made." in shown
    tried = window.post(page("deed", pull.pk, "try", model="calendarpull"), follow=True)
    assert "It would do this now" in tried.content.decode()
    assert feed.pulls.count() == 2


def test_who_may_only_look_does_nothing(feed, staff, browser):
    window = browser(staff)
    for deed in ("pull", "release", "reject", "pause"):
        answer = window.post(page("deed", feed.pk, deed), {"reason": "because"})
        assert answer.status_code in (403, 404)
    feed.refresh_from_db()
    assert feed.health == "held"


def test_a_link_is_shown_to_those_who_may_change_it(superuser, staff, browser):
    home, window = factory_of("property.Property").create(), browser(superuser)
    shown = window.post(
        page("add", model="calendarexport"), {"property": str(home.pk), "name": "For Vrbo"}
    )
    export = CalendarExport.objects.get()
    link = shown.context["link"]
    assert browser().get(link).status_code == 200
    assert "no-store" in shown["Cache-Control"]
    token = link.rpartition("/")[2].removesuffix(".ics")
    for name in ("change", "history"):
        seen = window.get(page(name, export.pk, model="calendarexport")).content.decode()
        assert token not in seen
    again = window.post(page("deed", export.pk, "link", model="calendarexport"))
    assert again.context["link"] == link
    fresh = window.post(page("deed", export.pk, "rotate", model="calendarexport"))
    assert browser().get(link).status_code == 404
    assert browser().get(fresh.context["link"]).status_code == 200
    refused = browser(staff).post(page("deed", export.pk, "link", model="calendarexport"))
    assert refused.status_code in (403, 404)


def test_the_api_shows_neither_addresses_nor_links(feed, superuser, browser):
    export_create(home=factory_of("property.Property").create(), name="For us", actor=None)
    window = browser(superuser)
    for table in ("calendar_feeds", "calendar_exports", "calendar_pulls"):
        answer = window.get(f"/api/v1/property_listings/{table}/")
        if answer.status_code == 200:
            assert b"encrypted" not in answer.content
            assert b"hk1." not in answer.content
