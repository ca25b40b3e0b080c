"""What people choose for themselves."""

import json
from collections.abc import Mapping
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError

from core.services.writing import writing
from portal.choices.users import (
    NotificationChannel,
    NotificationTopic,
    UserPreferenceValueType as Kind,
)
from portal.models import User, UserPreference
from portal.selectors.notifications import (
    FIXED_CHANNELS,
    NOTIFICATION_KEY,
    QUIET_HOURS_KEY,
    notification_matrix,
    quiet_hours_kept,
)
from portal.selectors.preferences import PREFERENCES, KnownPreference


def preferences_save(
    *, user: User, actor: User, values: Mapping[str, Any], source: str = "api"
) -> None:
    """Keep preferences of ``user``; None is the default again. Others stay as they are.

    Raises ``ValidationError`` by key for keys that are not known and for values they cannot have.
    """
    wrong = {}
    for key, value in values.items():
        if key not in PREFERENCES:
            wrong[key] = f"There is no such preference. Known: {', '.join(PREFERENCES)}."
        elif value is not None and (fault := _fault(PREFERENCES[key], value)):
            wrong[key] = fault
    if wrong:
        raise ValidationError(wrong)
    with writing(actor, source):
        for key, value in values.items():
            _keep(user, key, value, PREFERENCES[key].kind)


def notifications_save(
    *,
    user: User,
    actor: User,
    topics: Mapping[str, Mapping[str, Any]] | None = None,
    quiet_hours: Mapping[str, Any] | None = None,
    source: str = "api",
) -> None:
    """Change by which ways ``user`` is told of which topics, and when never.

    ``topics`` is topic -> channel -> wanted, as much of it as is to change. ``quiet_hours`` has
    ``is_on``, ``start`` and ``end`` ("22:00", the time where the person is), or some of them.
    Raises ``ValidationError``, with a path such as ``topics.bookings.sms``.
    """
    with writing(actor, source):
        # One after the other: each is a change to what the last one left.
        User.objects.select_for_update(no_key=True).only("pk").get(pk=user.pk)
        wrong: dict[str, str] = {}
        matrix = notification_matrix(user=user)
        for topic, channels in (topics or {}).items():
            _choose(matrix, topic, channels, wrong)
        if wrong:
            raise ValidationError(wrong)
        for topic in topics or {}:
            chosen = [channel for channel, is_wanted in matrix[topic].items() if is_wanted]
            _keep(user, NOTIFICATION_KEY + topic, chosen, Kind.JSON)
        if quiet_hours is not None:
            changed = _quiet_hours({**quiet_hours_kept(user=user), **quiet_hours})
            _keep(user, QUIET_HOURS_KEY, changed, Kind.JSON)


def _choose(
    matrix: dict[str, dict[str, bool]],
    topic: str,
    channels: Mapping[str, Any],
    wrong: dict[str, str],
) -> None:
    if topic not in NotificationTopic.values:
        known = ", ".join(NotificationTopic.values)
        wrong[f"topics.{topic}"] = f"There is no such topic. Known: {known}."
        return
    for channel, is_wanted in channels.items():
        path = f"topics.{topic}.{channel}"
        if channel not in NotificationChannel.values:
            known = ", ".join(NotificationChannel.values)
            wrong[path] = f"There is no such channel. Known: {known}."
        elif not isinstance(is_wanted, bool):
            wrong[path] = "Say true or false."
        elif not is_wanted and channel in FIXED_CHANNELS.get(topic, ()):
            wrong[path] = "This warns of misuse of the account and cannot be switched off."
        else:
            matrix[topic][channel] = is_wanted


def _quiet_hours(values: Mapping[str, Any]) -> dict[str, Any]:
    wrong = {}
    clocks = {}
    for name in ("start", "end"):
        try:
            clock = time.fromisoformat(str(values[name]))
            clocks[name] = clock.replace(second=0, microsecond=0, tzinfo=None)
        except ValueError:
            wrong[f"quiet_hours.{name}"] = "Give a time of day such as 22:00."
    if not isinstance(values["is_on"], bool):
        wrong["quiet_hours.is_on"] = "Say true or false."
    for name in values.keys() - {"is_on", "start", "end"}:
        wrong[f"quiet_hours.{name}"] = "Quiet hours have is_on, start and end only."
    if not wrong and clocks["start"] == clocks["end"]:
        wrong["quiet_hours.end"] = "Quiet hours cannot end when they begin."
    if wrong:
        raise ValidationError(wrong)
    return {"is_on": values["is_on"], **{name: f"{clock:%H:%M}" for name, clock in clocks.items()}}


def _fault(known: KnownPreference, value: Any) -> str:
    """What is wrong with a value of a known preference; empty when nothing is."""
    match known.kind:
        case Kind.BOOLEAN if not isinstance(value, bool):
            return "Say true or false."
        case Kind.INTEGER:
            if isinstance(value, bool) or not isinstance(value, int):
                return "Give a whole number."
            if not (known.lowest or 0) <= value <= (known.highest or value):
                return f"Give a number from {known.lowest} to {known.highest}."
        case Kind.STRING if value not in known.choices:
            return f"Choose one of {', '.join(known.choices)}."
    return ""


def _keep(user: User, key: str, value: Any, kind: str) -> None:
    if value is None:
        UserPreference.objects.filter(user=user, preference_key=key).delete()
        return
    text = value if kind == Kind.STRING else json.dumps(value)
    UserPreference.objects.update_or_create(
        user=user,
        preference_key=key,
        defaults={"preference_value": text, "value_type": kind},
    )
