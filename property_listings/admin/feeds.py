"""Console pages: calendar feeds, what they brought, and the calendars that we give out."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from core.admin import BaseAdmin, LogAdmin, Panel
from core.admin.access import allowed
from core.admin.deeds import Deed
from property_listings.choices.feeds import EventKind, EventStatus, FeedHealth, PullOutcome
from property_listings.models import (
    CalendarEvent,
    CalendarExport,
    CalendarFeed,
    CalendarFeedProgress,
    CalendarPull,
)
from property_listings.selectors.health import health_of
from property_listings.services.feeds.exports import (
    export_create,
    export_rotate,
    export_switch,
    export_token,
)
from property_listings.services.feeds.feeds import (
    event_settle,
    feed_change,
    feed_create,
    feed_pause,
    feed_pull_soon,
    feed_resume,
)
from property_listings.services.feeds.pulling import body_of, pull_reject, pull_release
from property_listings.services.feeds.replaying import pull_replay, pull_try
from property_listings.services.feeds.report import sentence

SHOWN_BODY = 20_000  # characters of a body on its page


@admin.register(CalendarFeed)
class CalendarFeedAdmin(BaseAdmin):
    """The calendars of channels, and whether they still come."""

    list_display = (
        "where",
        "light",
        "last_report",
        "attention",
        "next_look",
        "interval_minutes",
        "host",
    )
    list_filter = ("health", "is_active")
    list_select_related = (
        "progress",
        "channel_listing__listing__property",
        "channel_listing__platform",
    )
    fieldsets = (
        (None, {"fields": ("channel_listing", "url_encrypted", "interval_minutes")}),
        ("State", {"fields": (("health", "is_active"), ("host", "paused_reason"))}),
        ("Record", {"fields": (("created_at", "updated_at"),)}),
    )
    readonly_fields = ("is_active", "paused_reason")
    panels = (
        Panel(
            "events",
            columns=("summary", "kind", "check_in_date", "check_out_date", "status", "reservation",
                     "attention"),
            order=("-check_in_date",),
        ),
        Panel("pulls", columns=("pulled_at", "outcome", "what_it_did", "error", "duration_ms")),
    )  # fmt: skip

    @admin.display(description="calendar of")
    def where(self, feed):
        """The home and the channel."""
        listing = feed.channel_listing
        return f"{listing.listing.property.property_code} · {listing.platform.name}"

    @admin.display(description="last good pull")
    def light(self, feed):
        """Green, amber or red, with the age of the last good pull."""
        health = health_of(feed, timezone.now())
        return format_html('<span class="pill pill-{}">{}</span>', health.family, health.words)

    @admin.display(description="last report")
    def last_report(self, feed):
        """What the last pull did, or why it failed."""
        progress = getattr(feed, "progress", None)
        return (progress.last_error or progress.last_report) if progress else None

    @admin.display(description="attention")
    def attention(self, feed):
        """How many events somebody must look at."""
        progress = getattr(feed, "progress", None)
        return (progress.attention_count or None) if progress else None

    @admin.display(description="next pull")
    def next_look(self, feed):
        """When it is looked at next."""
        progress = getattr(feed, "progress", None)
        is_asked = feed.is_active and feed.url_encrypted
        if progress is None or progress.next_pull_at is None or not is_asked:
            return None
        minutes = int((progress.next_pull_at - timezone.now()).total_seconds() // 60)
        return f"in {minutes} min" if minutes > 0 else "now"

    def get_readonly_fields(self, request, obj=None):
        """A feed stays with its listing."""
        more = ("channel_listing",) if obj is not None else ()
        return (*super().get_readonly_fields(request, obj), *more)

    def save_model(self, request, obj, form, change):
        """Writes by the services."""
        url = form.cleaned_data.get("url_encrypted") or ""
        interval = form.cleaned_data.get("interval_minutes")
        if change:
            if form.changed_data:
                kept = CalendarFeed._base_manager.get(pk=obj.pk)
                feed_change(
                    feed=kept, url=url or None, interval_minutes=interval, actor=request.user
                )
            return
        made = feed_create(
            channel_listing=form.cleaned_data["channel_listing"], url=url or None,
            interval_minutes=interval or 60, actor=request.user,
        )  # fmt: skip
        obj.pk, obj._state.adding = made.pk, False

    def moves(self, request, obj):
        """None by hand: health follows from pulls."""
        return []

    def banner(self, request, obj):
        """The light, what went wrong, and what a pull that is held back would do."""
        health = health_of(obj, timezone.now())
        held = None
        if obj.health == FeedHealth.HELD:
            held = obj.pulls.filter(outcome=PullOutcome.HELD).order_by("-pulled_at").first()
        progress = getattr(obj, "progress", None)
        return render_to_string(
            "console/calendar_feed.html",
            {
                "health": health,
                "progress": progress,
                "held": held,
                "lost": (held.report or {}).get("held_back", [])[:20] if held else [],
            },
        )

    def deeds(self, request, obj):
        """What can be done with a feed."""
        if not self.has_change_permission(request, obj):
            return []
        if not obj.is_active:
            return [Deed("resume", "Resume", "It is looked at again, at once.")]
        found = [Deed("pull", "Pull now", "A worker looks at the calendar in a moment.")]
        if obj.health == FeedHealth.HELD:
            found += [
                Deed(
                    "release", "Release", "Believe what was held back: stays that it does not "
                    "have are cancelled.", asks_reason=True,
                ),
                Deed(
                    "reject", "Reject", "Do not believe it: everything stays as it is.",
                    asks_reason=True,
                ),
            ]  # fmt: skip
        return [*found, Deed("pause", "Pause", "It is not looked at any more.", asks_reason=True)]

    def do_pull(self, request, obj, reason):
        """Looks soon."""
        feed_pull_soon(feed=obj, actor=request.user)
        return "A worker looks at it now. Load this page again in a moment."

    def do_release(self, request, obj, reason):
        """Believes what was held back."""
        pull = pull_release(feed=obj, actor=request.user, reason=reason, at=timezone.now())
        return f"Released: {sentence(pull.report)}."

    def do_reject(self, request, obj, reason):
        """Does not believe it."""
        pull_reject(feed=obj, actor=request.user, reason=reason, at=timezone.now())
        return "Rejected: nothing was changed. The next pull comes as usual."

    def do_pause(self, request, obj, reason):
        """Stops looking."""
        feed_pause(feed=obj, reason=reason, actor=request.user)
        return "It is paused. What it brought stays as it is."

    def do_resume(self, request, obj, reason):
        """Looks again."""
        feed_resume(feed=obj, actor=request.user)
        return "It is looked at again."


@admin.register(CalendarPull)
class CalendarPullAdmin(LogAdmin):
    """What came, and what was made of it."""

    list_display = (
        "feed",
        "pulled_at",
        "outcome",
        "what_it_did",
        "error",
        "body_size",
        "duration_ms",
    )
    list_filter = ("outcome", "pulled_at")
    list_select_related = ("feed__channel_listing",)
    fieldsets = (
        (None, {"fields": (("feed", "pulled_at", "outcome"), "error")}),
        ("Body", {"fields": (("body_size", "duration_ms"), "body_sha256")}),
        ("Decision", {"fields": (("decides_on", "actor"),)}),
        ("Report", {"fields": ("report",)}),
        ("Record", {"fields": (("created_at", "updated_at"),)}),
    )  # fmt: skip

    @admin.display(description="what it did")
    def what_it_did(self, pull):
        """The report in a few words."""
        return sentence(pull.report) if pull.report else None

    def banner(self, request, obj):
        """What it did, and the body as it came, as far as it fits on a page."""
        body = body_of(obj)
        text = (body or b"").decode("utf-8", errors="replace")
        return render_to_string(
            "console/calendar_pull.html",
            {
                "did": obj.error or (f"{sentence(obj.report)}." if obj.report else ""),
                "is_kept": body is not None,
                "text": text[:SHOWN_BODY],
                "more": max(0, len(text) - SHOWN_BODY),
            },
        )

    def deeds(self, request, obj):
        """Reading it again: to see, or to do."""
        if not allowed(request, CalendarFeed, "change") or not obj.body_sha256:
            return []
        return [
            Deed(
                "try", "Try", "Reads the body again and says what it would do. Nothing is written."
            ),
            Deed("replay", "Apply again", "Applies the body as if it came now."),
        ]

    def do_try(self, request, obj, reason):
        """What it would do."""
        return f"It would do this now: {pull_try(pull=obj, actor=request.user, at=timezone.now())}."

    def do_replay(self, request, obj, reason):
        """Applies it."""
        pull = pull_replay(pull=obj, actor=request.user, at=timezone.now())
        return f"Applied again: {pull.error or sentence(pull.report)}."


@admin.register(CalendarEvent)
class CalendarEventAdmin(BaseAdmin):
    """Events of calendars, and what became of them."""

    list_display = (
        "summary",
        "feed",
        "kind",
        "check_in_date",
        "check_out_date",
        "status",
        "reservation",
        "attention",
        "times_returned",
    )
    list_filter = ("kind", "status", "check_in_date")
    list_select_related = ("feed", "reservation")

    def has_add_permission(self, request):
        """Channels make them."""
        return False

    def has_delete_permission(self, request, obj=None):
        """They are kept."""
        return False

    def get_readonly_fields(self, request, obj=None):
        """All of it is the channel's."""
        return self.get_fields(request, obj)

    def moves(self, request, obj):
        """None by hand: an event's status follows from pulls."""
        return []

    def deeds(self, request, obj):
        """Saying what an event is that the channel leaves unclear."""
        is_there = obj.status in (EventStatus.LISTED, EventStatus.MISSING)
        if not is_there or not self.has_change_permission(request, obj):
            return []
        found = []
        if obj.kind != EventKind.STAY:
            found.append(
                Deed("is_stay", "It is a stay", "A guest stay is booked with the next pull.")
            )
        if obj.kind != EventKind.BLOCK:
            found.append(
                Deed(
                    "is_block", "It is a closure", "Its nights are held, and no guest is expected."
                )
            )
        return found

    def do_is_stay(self, request, obj, reason):
        """A stay."""
        event_settle(event=obj, kind=EventKind.STAY, actor=request.user)
        return "It counts as a stay, and is booked with the next pull."

    def do_is_block(self, request, obj, reason):
        """A closure."""
        event_settle(event=obj, kind=EventKind.BLOCK, actor=request.user)
        return "It counts as a closure."


@admin.register(CalendarExport)
class CalendarExportAdmin(BaseAdmin):
    """Calendars that others read by a link."""

    list_display = (
        "name",
        "property",
        "platform",
        "is_active",
        "token_last_four",
        "last_fetched_at",
    )
    list_filter = ("is_active", "platform")
    list_select_related = ("property", "platform")
    fieldsets = (
        (None, {"fields": (("property", "name"), "platform")}),
        ("Link", {"fields": (("is_active", "token_last_four"), "last_fetched_at")}),
        ("Record", {"fields": (("created_at", "updated_at"),)}),
    )
    readonly_fields = ("is_active", "token_last_four")
    exclude = ("token_hash",)

    def get_readonly_fields(self, request, obj=None):
        """A link stays with its property."""
        more = ("property",) if obj is not None else ()
        return (*super().get_readonly_fields(request, obj), *more)

    def save_model(self, request, obj, form, change):
        """Writes by the services; a new link waits for the answer."""
        if change:
            return super().save_model(request, obj, form, change)
        platform = form.cleaned_data.get("platform")
        made, request.new_token = export_create(
            home=form.cleaned_data["property"],
            name=form.cleaned_data["name"],
            platform=platform.code if platform else None,
            actor=request.user,
        )
        obj.pk, obj._state.adding = made.pk, False
        return None

    def response_add(self, request, obj, post_url_continue=None):
        """The link."""
        return self._link_page(request, obj, request.new_token)

    def deeds(self, request, obj):
        """What can be done with a link."""
        if not self.has_change_permission(request, obj):
            return []
        if not obj.is_active:
            return [Deed("enable", "Switch on", "The link works again.")]
        return [
            Deed("link", "Show the link", "The security trail keeps who saw it."),
            Deed("rotate", "New link", "The old one stops working at once. Give the new one on."),
            Deed("disable", "Switch off", "Whoever reads it gets nothing any more."),
        ]

    def deed_view(self, request, object_id, deed):
        """POST: a link is shown on a page that nothing keeps, not in a message."""
        if deed not in ("link", "rotate"):
            return super().deed_view(request, object_id, deed)
        obj = self.get_object(request, object_id)
        if obj is None:
            raise Http404("There is no such calendar.")
        if not self.has_change_permission(request, obj) or not obj.is_active:
            raise PermissionDenied
        write = export_rotate if deed == "rotate" else export_token
        return self._link_page(request, obj, write(export=obj, actor=request.user))

    def do_enable(self, request, obj, reason):
        """Switches it on."""
        export_switch(export=obj, is_active=True, actor=request.user)
        return "The link works again."

    def do_disable(self, request, obj, reason):
        """Switches it off."""
        export_switch(export=obj, is_active=False, actor=request.user)
        return "The link does not work any more."

    def _link_page(self, request, obj, token):
        context = {
            **self.admin_site.each_context(request),
            "title": f"Link of {obj.name}",
            "opts": self.opts,
            "link": request.build_absolute_uri(reverse("calendar", args=[token])),
            "back": reverse("admin:property_listings_calendarexport_change", args=[obj.pk]),
        }
        answer = TemplateResponse(request, "console/calendar_link.html", context)
        answer["Cache-Control"] = "no-store, private"
        answer["Referrer-Policy"] = "no-referrer"
        return answer


admin.site.register(CalendarFeedProgress, LogAdmin)
