"""By which ways one is told of what, and when one is left alone: one's own page in the console."""

from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from portal.admin.account.forms import AccountForm
from portal.admin.account.steps import person_of
from portal.choices.users import NotificationChannel, NotificationTopic
from portal.models import User
from portal.selectors.notifications import (
    FIXED_CHANNELS,
    URGENT_TOPICS,
    notification_matrix,
    quiet_hours_kept,
    zone_of,
)
from portal.services.preferences import notifications_save


def _clock(label: str) -> forms.TimeField:
    return forms.TimeField(
        label=label, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )


class NoticesForm(AccountForm):
    """A box for each topic and channel, and the quiet hours."""

    is_on = forms.BooleanField(label="Leave me alone between these hours", required=False)
    start = _clock("From")
    end = _clock("Until")

    def __init__(self, user: User, data=None):
        super().__init__(data, initial=quiet_hours_kept(user=user))
        del self.fields["is_on"].widget.attrs["class"]
        for topic, channels in notification_matrix(user=user).items():
            for channel, is_wanted in channels.items():
                self.fields[f"{topic}.{channel}"] = forms.BooleanField(
                    label=NotificationChannel(channel).label,
                    required=False,
                    initial=is_wanted,
                    disabled=channel in FIXED_CHANNELS.get(topic, ()),
                )

    def lines(self) -> Iterator[tuple[str, bool, list[forms.BoundField]]]:
        """Each topic in words, whether quiet hours let it through, and its boxes."""
        for topic in NotificationTopic:
            boxes = [self[f"{topic}.{channel}"] for channel in NotificationChannel]
            yield str(topic.label), topic in URGENT_TOPICS, boxes

    def clocks(self) -> list[forms.BoundField]:
        """Beginning and end of the quiet hours."""
        return [self["start"], self["end"]]

    def chosen(self) -> tuple[dict[str, dict[str, bool]], dict[str, object]]:
        """Topic -> channel -> wanted, and the quiet hours, as the service takes them."""
        given = self.cleaned_data
        topics = {
            topic.value: {
                channel.value: given[f"{topic}.{channel}"] for channel in NotificationChannel
            }
            for topic in NotificationTopic
        }
        return topics, {"is_on": given["is_on"], "start": given["start"], "end": given["end"]}

    def _take(self, error) -> None:
        """What the service refused about the quiet hours stands at their fields."""
        for name, said in error.error_dict.items():
            self.add_error(name.removeprefix("quiet_hours."), said)


def notices_page(request: HttpRequest, site) -> HttpResponse:
    """GET what one is told, and how; POST what one would rather."""
    user = person_of(request)
    form = NoticesForm(user, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        topics, quiet_hours = form.chosen()
        if form.carried_out(
            notifications_save,
            user=user,
            actor=user,
            topics=topics,
            quiet_hours=quiet_hours,
            source="console",
        ):
            messages.success(request, "Kept. It counts from the next notice on.")
            return redirect("admin:notices")
    request.current_app = site.name
    context = {
        **site.each_context(request),
        "title": "Notifications",
        "form": form,
        "channels": [channel.label for channel in NotificationChannel],
        "zone": zone_of(user).key,
        "has_phone": bool(user.phone),
    }
    return TemplateResponse(request, "account/notices.html", context)
